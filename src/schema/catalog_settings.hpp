// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Product attributes, their options, sets and groups as settings: what records and serialized texts
// name by id.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/eav_map.hpp"
#include "schema/reference_ids.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// What the registry knows of records, or parts, of a type: destination ids in the order asked, 0
/// for none.
using RegisteredIds = std::function<std::vector<std::uint32_t>(
    std::string_view type, bool is_part, std::span<const std::uint32_t> source_ids)>;

/// Whether rows of the entity type name such settings.
bool names_catalog_settings(const EntitySpec& spec);

/// Adds "attribute_set" and "attribute_group" (by registry, else by name), "productattribute" (by
/// code) and "eav_attribute_option" (by registry, else by label) to the settings. Returns the codes
/// of attributes that have options.
AttributeCodes add_catalog_settings(const Shop& source, const Shop& target, Settings& settings,
                                    const RegisteredIds& registered);

/// Adds what preparing the attributes of products has created since, or would create.
void adopt_attributes(Settings& settings, const EavMap& attributes);

} // namespace datasync::schema
