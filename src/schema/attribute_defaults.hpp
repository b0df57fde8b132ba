// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a shop gives new records with attributes where nothing is said.
#pragma once

#include "schema/shop.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// An attribute and the value that new records have in the admin store.
struct AttributeDefault {
    std::string code;
    std::string value;
    std::vector<std::string> types; ///< Of products that have the attribute; empty: all.

    /// Whether a record of that type has it.
    bool applies_to(std::string_view type) const;
};

/// The attributes of an entity type that have one.
std::vector<AttributeDefault> attribute_defaults(const Shop& shop,
                                                 std::string_view entity_type_code);

/// The attribute set of new records of an entity type: an id as text.
std::string default_attribute_set(const Shop& shop, std::string_view entity_type_code);

} // namespace datasync::schema
