// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/known_attributes.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

constexpr std::string_view k_products = "catalog_product";

} // namespace

KnownAttributes::KnownAttributes(const Shop& shop) : m_attributes(read_attributes(shop, k_products))
{
    shop.connection().query(
        fmt::format("SELECT o.option_id, o.sort_order FROM {} o JOIN {} a ON a.attribute_id = "
                    "o.attribute_id WHERE o.sort_order <> 0 AND a.entity_type_id = {}",
                    shop.quoted_table("eav_attribute_option"), shop.quoted_table("eav_attribute"),
                    m_attributes.entity_type_id),
        [&](const db::RowView& row) { m_sort_orders[row.id(0)] = row.id(1); });
}

const Attribute* KnownAttributes::find(std::string_view code) const
{
    if (const auto* attribute = m_attributes.find(code)) { return attribute; }
    return m_attributes.find(util::to_lower(code));
}

const Attribute* KnownAttributes::find(std::uint32_t id) const
{
    const auto& all = m_attributes.attributes;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Attribute& attribute) { return attribute.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::uint32_t KnownAttributes::sort_order(std::uint32_t option) const
{
    const auto found = m_sort_orders.find(option);
    return found == m_sort_orders.end() ? 0 : found->second;
}

} // namespace datasync::schema
