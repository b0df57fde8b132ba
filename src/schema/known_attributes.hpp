// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The product attributes that a shop has, with what their options are called.
#pragma once

#include "schema/eav_map.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace datasync::schema {

/// All product attributes as they were when it was made.
class KnownAttributes {
public:
    explicit KnownAttributes(const Shop& shop);

    /// By its code in any case; nullptr where the shop has none of them.
    const Attribute* find(std::string_view code) const;
    const Attribute* find(std::uint32_t id) const;
    /// Where an option stands among those of its attribute.
    std::uint32_t sort_order(std::uint32_t option) const;

private:
    AttributeSet m_attributes;
    std::unordered_map<std::uint32_t, std::uint32_t> m_sort_orders; ///< Those that are not 0.
};

} // namespace datasync::schema
