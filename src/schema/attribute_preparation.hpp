// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Makes the attributes of an entity type ready for its records: matches them by code and their
// options by label, and creates what the destination lacks.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/eav_map.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace datasync::schema {

/// Tables that hold attribute definitions; load them on both sides first.
std::vector<std::string> attribute_tables(const EavSpec& spec);

/// What earlier runs remembered, source id to destination id.
struct KnownParts {
    std::unordered_map<std::uint32_t, std::uint32_t> options;
};

/// The outcome of preparing one entity type's attributes.
struct AttributePreparation {
    EavMap map;
    std::vector<std::string> warnings;
    std::unordered_map<std::uint32_t, std::uint32_t> new_attributes; ///< For the registry.
    std::unordered_map<std::uint32_t, std::uint32_t> new_options;    ///< Created or newly matched.
};

/// Whether the destination may be changed for missing attributes and options.
enum class AttributeCreation { create, pretend, report };

/// Prepares the attributes of `spec`. With `create`, runs inside the caller's transaction;
/// `pretend` (dry run) hands out ids that exist nowhere; `report` creates nothing.
AttributePreparation prepare_attributes(const Shop& source, const Shop& target, const EavSpec& spec,
                                        const Settings& settings, const KnownParts& known,
                                        AttributeCreation creation);

} // namespace datasync::schema
