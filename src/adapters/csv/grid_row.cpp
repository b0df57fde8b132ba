// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/grid_row.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::adapters {

GridRow::GridRow(formats::Shape& shape, const schema::Shop& shop, std::string_view table,
                 std::string_view root_table)
    : m_table(shape.add_table(table))
{
    const auto* grid = shop.find_table(table);
    const auto* root = shop.find_table(root_table);
    if (grid == nullptr || root == nullptr) { return; }
    for (const auto& column : grid->columns) {
        const auto of_root = find_field(shape, 0, column.name);
        if (of_root) {
            const bool is_for_new = shape.fields()[*of_root].is_for_new;
            field_of(shape, m_table, column.name,
                     is_for_new ? DefaultFor::new_records : DefaultFor::all_records);
        } else if (root->find(column.name) == nullptr) {
            m_own.emplace(column.name,
                          field_of(shape, m_table, column.name, DefaultFor::new_records));
        }
    }
}

std::size_t GridRow::add(formats::FileRecord& record) const
{
    return record.add_row(m_table);
}

void GridRow::set(formats::FileRecord& record, std::size_t row, std::string_view column,
                  formats::Value value) const
{
    const auto found = m_own.find(column);
    if (found != m_own.end()) { record.set(row, found->second, value); }
}

std::string whole_name(std::string_view firstname, std::string_view lastname)
{
    return std::string(util::trim(fmt::format("{} {}", firstname, lastname)));
}

} // namespace datasync::adapters
