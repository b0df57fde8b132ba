// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where product attributes stand in the attribute sets of a shop.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace datasync::schema {

/// Without prefix: the places of attributes, and the groups of a set.
inline constexpr std::string_view k_set_places = "eav_entity_attribute";
inline constexpr std::string_view k_attribute_groups = "eav_attribute_group";

/// Makes a group behind the others of a set and returns its id; that of the group which is called
/// so where another run has made it in the meantime.
std::uint32_t make_attribute_group(const Shop& shop, std::uint32_t set, std::string_view name);

/// A place within a set.
struct AttributePlace {
    std::uint32_t group = 0;
    std::uint32_t sort_order = 0;
};

/// The places of all product attributes, as they were when it was made, and those given since.
class AttributePlaces {
public:
    explicit AttributePlaces(const Shop& shop);

    /// Nothing where the attribute is not in that set.
    std::optional<AttributePlace> find(std::uint32_t set, std::uint32_t attribute) const;
    /// The group of that name, in any case; nothing where the set has none.
    std::optional<std::uint32_t> group(std::uint32_t set, std::string_view name) const;
    void add_group(std::uint32_t set, std::string_view name, std::uint32_t group);
    /// The order of another attribute behind the last one of a group.
    std::uint32_t next_order(std::uint32_t group) { return ++m_last_orders[group]; }

private:
    std::map<std::pair<std::uint32_t, std::uint32_t>, AttributePlace> m_places;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> m_groups; ///< By folded name.
    std::map<std::uint32_t, std::uint32_t> m_last_orders;                    ///< By group.
};

} // namespace datasync::schema
