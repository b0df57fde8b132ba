// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs once per cell of a migration.
#include "db/value_arrays.hpp"

#include "db/byte_escapes.hpp"

#include <charconv>
#include <optional>
#include <stdexcept>

namespace datasync::db {

namespace {

/// What a value takes besides its bytes: whether it is NULL, and its length.
constexpr std::size_t k_value_overhead = 10;
/// More digits may not fit a 64-bit integer.
constexpr std::size_t k_longest_whole_number = 18;

/// The number that the text is the one and only spelling of; a column of any numeric type makes the
/// same of both.
std::optional<std::int64_t> whole_number(std::string_view text)
{
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || digits.size() > k_longest_whole_number) { return std::nullopt; }
    if (digits.front() == '0' && text.size() > 1) { return std::nullopt; }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) { return std::nullopt; }
    return number;
}

void add_value(ValueArray& column, const Cell& cell)
{
    if (cell.is_pending_id()) {
        throw std::logic_error("a row was packed before the id it refers to was known");
    }
    const auto text = cell.text();
    column.texts.push_back(text.data());
    column.lengths.push_back(text.size());
    column.nulls.push_back(cell.is_null() ? 1 : 0);
    if (!column.is_whole) { return; }
    const auto number = cell.is_null() ? 0 : whole_number(text);
    column.is_whole = number.has_value();
    column.numbers.push_back(number.value_or(0));
}

} // namespace

ValueArrays::ValueArrays(std::span<const BulkColumn> columns, std::size_t max_bytes)
    : m_max_bytes(max_bytes)
{
    for (const auto& column : columns) {
        if (column.cell < 0) { continue; }
        auto& added = m_columns.emplace_back();
        added.style = column.style;
        added.cell = column.cell;
    }
    clear();
}

bool ValueArrays::add(const Cell* cells)
{
    auto bytes = m_bytes;
    for (const auto& column : m_columns) {
        bytes += cells[column.cell].text().size() + k_value_overhead;
    }
    if (bytes > m_max_bytes) { return false; }
    m_bytes = bytes;
    for (auto& column : m_columns) { add_value(column, cells[column.cell]); }
    ++m_rows;
    return true;
}

void ValueArrays::clear()
{
    for (auto& column : m_columns) {
        column.texts.clear();
        column.lengths.clear();
        column.nulls.clear();
        column.numbers.clear();
        column.is_whole = column.style == ValueStyle::number;
    }
    // The statement's number and the types of its columns.
    constexpr std::size_t k_head = 6;
    m_bytes = k_head + 2 * m_columns.size();
    m_rows = 0;
}

std::string ValueArrays::text() const
{
    std::string text;
    for (std::size_t row = 0; row < m_rows; ++row) {
        for (const auto& column : m_columns) {
            if (&column != &m_columns.front()) { text += '\t'; }
            const std::string_view value(column.texts[row], column.lengths[row]);
            if (column.nulls[row] != 0) {
                text += "\\N";
            } else if (column.style == ValueStyle::binary) {
                append_hex(text, value);
            } else {
                append_escaped(text, value, k_load_escapes);
            }
        }
        text += '\n';
    }
    return text;
}

std::string build_array_insert(std::string_view table, std::span<const BulkColumn> columns)
{
    std::string names;
    std::string values;
    for (const auto& column : columns) {
        if (!names.empty()) {
            names += ',';
            values += ',';
        }
        names += quoted(column.name);
        if (column.cell < 0) {
            append_literal(values, column.constant);
        } else {
            values += '?';
        }
    }
    return "INSERT INTO " + quoted(table) + " (" + names + ") VALUES (" + values + ")";
}

std::string build_array_update(std::string_view table, std::span<const BulkColumn> columns)
{
    std::string values;
    for (const auto& column : columns.first(columns.size() - 1)) {
        values += (values.empty() ? "" : ",") + quoted(column.name) + "=?";
    }
    return "UPDATE " + quoted(table) + " SET " + values + " WHERE " + quoted(columns.back().name) +
           "=?";
}

} // namespace datasync::db
