// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/part_owners.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

/// Not every shop has every column that may name a part.
bool has_column(const Shop& shop, std::string_view table, std::string_view column)
{
    return shop.connection()
        .value(db::bind("SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() "
                        "AND table_name = ? AND column_name = ?",
                        {shop.table(table), column}))
        .has_value();
}

} // namespace

std::vector<PartOwner> part_owners(const Shop& shop, const EntitySpec& spec,
                                   std::string_view part_type, std::span<const std::uint32_t> ids)
{
    std::vector<std::uint32_t> distinct(ids.begin(), ids.end());
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<PartOwner> owners;
    if (distinct.empty()) { return owners; }
    const auto ask = [&](std::string_view table, std::string_view part_column,
                         std::string_view owner_column) {
        const std::string part = db::quoted(part_column);
        for (const auto& condition : db::id_conditions(part, distinct)) {
            shop.connection().query(
                fmt::format("SELECT {}, {} FROM {} WHERE {}", part, db::quoted(owner_column),
                            shop.quoted_table(table), condition),
                [&](const db::RowView& row) { owners.emplace_back(row.id(0), row.id(1)); });
        }
    };
    const auto table_of = [&](const auto& is_meant) {
        return *std::find_if(spec.tables.begin(), spec.tables.end(), is_meant);
    };
    const auto part = table_of([&](const TableSpec& table) { return table.type == part_type; });
    if (part.held_by.empty()) { ask(part.table, part.key, part.parent_column); }
    for (const auto& holder : part.held_by) {
        if (!has_column(shop, holder.table, holder.column)) { continue; }
        const auto table =
            table_of([&](const TableSpec& held) { return held.table == holder.table; });
        ask(table.table, holder.column, table.parent.empty() ? table.key : table.parent_column);
    }
    return owners;
}

} // namespace datasync::schema
