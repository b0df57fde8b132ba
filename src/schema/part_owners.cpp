// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/part_owners.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace datasync::schema {

std::unordered_map<std::uint32_t, std::uint32_t>
part_owners(const Shop& shop, const TableSpec& part, std::span<const std::uint32_t> ids)
{
    std::unordered_map<std::uint32_t, std::uint32_t> owners;
    std::vector<std::uint32_t> distinct(ids.begin(), ids.end());
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const std::string key = db::quoted(part.key);
    for (const auto& condition : db::id_conditions(key, distinct)) {
        shop.connection().query(fmt::format("SELECT {}, {} FROM {} WHERE {}", key,
                                            db::quoted(part.parent_column),
                                            shop.quoted_table(part.table), condition),
                                [&](const db::RowView& row) { owners[row.id(0)] = row.id(1); });
    }
    return owners;
}

} // namespace datasync::schema
