// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/file_record.hpp"

#include <algorithm>

namespace datasync::formats {

std::optional<std::size_t> Shape::find_table(std::string_view name) const
{
    const auto found = std::find_if(m_tables.begin(), m_tables.end(),
                                    [&](const ShapeTable& table) { return table.name == name; });
    if (found == m_tables.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - m_tables.begin());
}

std::size_t Shape::add_table(ShapeTable table)
{
    if (const auto there = find_table(table.name)) { return *there; }
    m_tables.push_back(std::move(table));
    return m_tables.size() - 1;
}

std::size_t Shape::add(Field field)
{
    m_fields.push_back(std::move(field));
    return m_fields.size() - 1;
}

std::optional<std::size_t> Shape::find(std::size_t table, std::string_view name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& field) {
        return field.table == table && field.name == name && field.store.empty();
    });
    if (found == m_fields.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - m_fields.begin());
}

std::size_t Shape::find_or_add(std::size_t table, std::string_view name)
{
    const auto found = find(table, name);
    return found ? *found : add(table, name);
}

void FileRecord::begin(std::uint64_t at_line)
{
    line = at_line;
    id = {};
    is_sound = true;
    refusals.clear();
    number = 0;
    target.reset();
    m_left.clear();
    m_count = 0;
    add_row(0);
}

std::size_t FileRecord::add_row(std::size_t table, std::size_t parent)
{
    if (m_count == m_rows.size()) { m_rows.emplace_back(); }
    auto& row = m_rows[m_count];
    row.table = table;
    row.parent = parent;
    row.entries.clear();
    return m_count++;
}

void FileRecord::replace(std::size_t row, std::size_t field, Value value)
{
    std::erase_if(m_rows[row].entries, [&](const Entry& entry) { return entry.field == field; });
    set(row, field, value);
}

void FileRecord::move_texts(Arena& arena)
{
    const auto move = [&](std::string_view& text) {
        if (!text.empty()) { text = {arena.store(text), text.size()}; }
    };
    move(id);
    for (std::size_t row = 0; row < m_count; ++row) {
        for (auto& entry : m_rows[row].entries) { move(entry.value.text); }
    }
}

const Value* FileRecord::find(std::size_t row, std::size_t field) const
{
    const auto& entries = m_rows[row].entries;
    const auto found = std::find_if(entries.rbegin(), entries.rend(),
                                    [&](const Entry& entry) { return entry.field == field; });
    return found == entries.rend() ? nullptr : &found->value;
}

} // namespace datasync::formats
