// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/member_rows.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace datasync::formats {

namespace {

/// The id of the default values' store.
constexpr std::string_view k_admin = "0";

std::vector<std::size_t> add_fields(Shape& shape, std::size_t table,
                                    std::span<const MemberColumn> columns, std::size_t from)
{
    std::vector<std::size_t> fields;
    for (const auto& column : columns) {
        fields.push_back(shape.add(
            {.table = table, .name = std::string(column.name), .store = {}, .column = from + 1}));
    }
    return fields;
}

} // namespace

MemberRows::MemberRows(Shape& shape, ShapeTable table, std::span<const MemberColumn> columns,
                       std::size_t from)
    : m_table(shape.add_table(std::move(table))),
      m_from(from),
      m_columns(columns),
      m_fields(add_fields(shape, m_table, columns, from))
{
}

std::size_t MemberRows::add_field(Shape& shape, std::string_view name) const
{
    return shape.add(
        {.table = m_table, .name = std::string(name), .store = {}, .column = m_from + 1});
}

std::size_t MemberRows::add(FileRecord& record, std::size_t parent, const ListMember& member) const
{
    const auto row = record.add_row(m_table, parent);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto text = member.text_or(m_columns[i].field, m_columns[i].otherwise);
        record.set(row, m_fields[i], text.empty() ? Value{} : Value{m_columns[i].says, text});
    }
    return row;
}

StoreRows::StoreRows(Shape& shape, ShapeTable table, std::span<const MemberColumn> columns,
                     std::size_t from)
    : m_rows(shape, std::move(table), {}, from),
      m_columns(columns),
      m_fields(add_fields(shape, m_rows.table(), columns, from)),
      m_store(m_rows.add_field(shape, "store_id"))
{
}

void StoreRows::add(FileRecord& record, std::size_t parent, const ListMember& member,
                    bool always) const
{
    std::vector<std::string_view> stores;
    if (always) { stores.emplace_back(); }
    for (const auto& entry : member.entries) {
        const bool is_here = std::any_of(m_columns.begin(), m_columns.end(),
                                         [&](const auto& one) { return one.field == entry.field; });
        if (is_here && std::find(stores.begin(), stores.end(), entry.store) == stores.end()) {
            stores.push_back(entry.store);
        }
    }
    for (const auto store : stores) {
        const auto row = record.add_row(m_rows.table(), parent);
        record.set(row, m_store, store.empty() ? Value::known_as(k_admin) : Value::named(store));
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto text = member.text_in(m_columns[i].field, store, m_columns[i].otherwise);
            record.set(row, m_fields[i], text.empty() ? Value{} : Value{m_columns[i].says, text});
        }
    }
}

} // namespace datasync::formats
