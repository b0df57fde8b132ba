// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/attribute_places.hpp"

#include "db/sql_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

constexpr std::string_view k_products = "catalog_product";

std::uint32_t order_of(const db::RowView& row, unsigned column)
{
    // Orders below 0 are possible and nobody's last.
    return static_cast<std::uint32_t>(util::parse_unsigned(row.text(column)).value_or(0));
}

} // namespace

std::uint32_t make_attribute_group(const Shop& shop, std::uint32_t set, std::string_view name)
{
    const auto table = shop.quoted_table(k_attribute_groups);
    const auto set_id = std::to_string(set);
    auto& connection = shop.connection();
    connection.execute(
        fmt::format("INSERT IGNORE INTO {0} (attribute_set_id, attribute_group_name, sort_order, "
                    "default_id) SELECT {1}, {2}, IFNULL(MAX(sort_order), 0) + 1, 0 FROM {0} WHERE "
                    "attribute_set_id = {1}",
                    table, set_id, db::literal(name)));
    return parse_id(connection
                        .value("SELECT attribute_group_id FROM " + table +
                               db::bind(" WHERE attribute_set_id = ? AND attribute_group_name = ?",
                                        {set_id, name}))
                        .value_or("0"));
}

AttributePlaces::AttributePlaces(const Shop& shop)
{
    const auto of_products = fmt::format(
        "JOIN {} s ON s.attribute_set_id = t.attribute_set_id JOIN {} e ON e.entity_type_id = "
        "s.entity_type_id WHERE e.entity_type_code = {}",
        shop.quoted_table("eav_attribute_set"), shop.quoted_table("eav_entity_type"),
        db::literal(k_products));
    auto& connection = shop.connection();
    connection.query(fmt::format("SELECT t.attribute_set_id, t.attribute_group_name, "
                                 "t.attribute_group_id FROM {} t {} ORDER BY 3 DESC",
                                 shop.quoted_table(k_attribute_groups), of_products),
                     [&](const db::RowView& row) { add_group(row.id(0), row.text(1), row.id(2)); });
    connection.query(fmt::format("SELECT t.attribute_set_id, t.attribute_id, t.attribute_group_id, "
                                 "t.sort_order FROM {} t {}",
                                 shop.quoted_table(k_set_places), of_products),
                     [&](const db::RowView& row) {
                         const AttributePlace place{row.id(2), order_of(row, 3)};
                         m_places[{row.id(0), row.id(1)}] = place;
                         auto& last = m_last_orders[place.group];
                         last = std::max(last, place.sort_order);
                     });
}

std::optional<AttributePlace> AttributePlaces::find(std::uint32_t set,
                                                    std::uint32_t attribute) const
{
    const auto found = m_places.find({set, attribute});
    return found == m_places.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> AttributePlaces::group(std::uint32_t set, std::string_view name) const
{
    const auto found = m_groups.find({set, util::to_lower(name)});
    return found == m_groups.end() ? std::nullopt : std::optional(found->second);
}

void AttributePlaces::add_group(std::uint32_t set, std::string_view name, std::uint32_t group)
{
    m_groups[{set, util::to_lower(name)}] = group;
}

} // namespace datasync::schema
