// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/scoped_values.hpp"

#include "schema/eav_map.hpp"

#include <fmt/format.h>

namespace datasync::schema {

std::set<std::pair<std::uint32_t, std::uint32_t>> scoped_values(const Shop& shop,
                                                                const TableSpec& table)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> values;
    if (!table.eav.store_scoped) { return values; }
    for (const auto backend : k_backends) {
        const auto name = fmt::format("{}_{}", table.table, backend);
        if (shop.find_table(name) == nullptr) { continue; }
        shop.connection().query(
            fmt::format("SELECT DISTINCT attribute_id, store_id FROM {} WHERE store_id <> 0",
                        shop.quoted_table(name)),
            [&](const db::RowView& row) { values.emplace(row.id(0), row.id(1)); });
    }
    return values;
}

} // namespace datasync::schema
