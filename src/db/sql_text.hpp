// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Names and values as SQL text: the one place that quotes, escapes and packs them.
#pragma once

#include "datasync/row_set.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::db {

/// An identifier in backticks. Throws UsageError for NUL and for names no server takes (over 64
/// characters, empty).
std::string quoted(std::string_view name);

/// The same for strings: without these, argument-dependent lookup prefers std::quoted().
inline std::string quoted(const char* name)
{
    return quoted(std::string_view(name));
}
inline std::string quoted(const std::string& name)
{
    return quoted(std::string_view(name));
}
inline std::string quoted(std::string& name)
{
    return quoted(std::string_view(name));
}

/// `alias`.`name`
std::string quoted(std::string_view alias, std::string_view name);

/// A string literal, escaped for the utf8mb4 connections of this program (backslash escapes on).
std::string literal(std::string_view bytes);

/// Appends a cell as a literal or NULL. Throws std::logic_error for an id that is still pending.
void append_literal(std::string& sql, const Cell& cell);
/// Appends bytes as a quoted string literal.
void append_literal(std::string& sql, std::string_view bytes);

/// "1,2,3": ids for an IN list. `ids` must not be empty.
std::string id_list(std::span<const std::uint32_t> ids);

/// Conditions that together cover `ids` (ascending, each once, not empty): ranges where ids lie
/// close together, which servers plan at once, lists for the rest. Rows of ids in the gaps of a
/// range, few enough, come along and have to be ignored. A statement takes one condition.
std::vector<std::string> id_conditions(std::string_view column, std::span<const std::uint32_t> ids);

/// "'a','b'": literals for an IN list. `values` must not be empty.
std::string literal_list(std::span<const std::string> values);

/// Replaces the first `{}`-free `?` marks of `sql` outside quotes by escaped literals, in order.
/// As many values as marks; throws std::logic_error otherwise.
std::string bind(std::string_view sql, std::initializer_list<std::string_view> values);

/// How the values of a column are sent.
enum class ValueStyle : std::uint8_t {
    text,   ///< Quoted and escaped.
    utf8,   ///< The same, of a column that holds UTF-8: nothing needs to be converted.
    number, ///< As it is when it looks like a number, quoted otherwise.
    binary, ///< As hexadecimal (column without a character set).
};

/// A column of a bulk write: the cell at `source` of each row, or a fixed value for all rows.
struct BulkColumn {
    std::string name;
    ValueStyle style = ValueStyle::text;
    int cell = -1;        ///< Index into the row's cells; -1 for `constant`.
    std::string constant; ///< Unescaped value when cell is -1.
    bool update = true;   ///< Whether ON DUPLICATE KEY UPDATE sets it.
};

/// What a multi-row INSERT does when a key exists.
enum class OnConflict { fail, update };

/// Packs rows into multi-row INSERT statements. Pure: sends nothing.
class InsertPacker {
public:
    /// `table` is a full, unquoted table name. `max_bytes` bounds the text of a statement; the
    /// server's max_allowed_packet has to leave room for one byte more.
    InsertPacker(std::string_view table, std::span<const BulkColumn> columns, OnConflict conflict,
                 std::size_t max_bytes);

    /// Adds a row; false when the statement is full (call take() and add again) or, with
    /// nothing packed, when this one row alone exceeds max_bytes.
    bool add(const Cell* cells);
    bool empty() const { return m_rows == 0; }
    std::size_t rows() const { return m_rows; }

    /// The finished statement; the packer is empty afterwards. The view lives until the next add().
    std::string_view take();

private:
    std::vector<BulkColumn> m_columns; ///< `constant` holds finished SQL here.
    std::string m_head;
    std::string m_tail;
    std::string m_sql;
    std::size_t m_max_bytes;
    std::size_t m_rows = 0;
};

/// Appends a row in LOAD DATA's default format (tab, newline, backslash escapes, \N for NULL).
/// Binary columns go as hexadecimal, constant ones not at all: build_load_sql() has them in SET.
void append_load_row(std::string& data, std::span<const BulkColumn> columns, const Cell* cells);

/// LOAD DATA LOCAL statement for rows packed by append_load_row().
std::string build_load_sql(std::string_view table, std::span<const BulkColumn> columns);

} // namespace datasync::db
