// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows column by column, as array binding takes them.
#pragma once

#include "db/sql_text.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace datasync::db {

/// One column's values of all rows.
struct ValueArray {
    ValueStyle style = ValueStyle::text;
    int cell = 0; ///< Index into the row's cells.
    std::vector<const char*> texts;
    std::vector<unsigned long> lengths;
    std::vector<char> nulls; ///< 1 for NULL, else 0.
    /// The same as numbers, as long as all of them are whole ones.
    bool is_whole = true;
    std::vector<std::int64_t> numbers;
};

/// Collects rows for Connection::execute_arrays(). Pure: sends nothing, and copies no text.
class ValueArrays {
public:
    /// At least one of the columns has a cell. `max_bytes` bounds what goes over the line at once.
    ValueArrays(std::span<const BulkColumn> columns, std::size_t max_bytes);

    /// Adds a row, whose bytes stay where they are until it is sent; false when there is no room
    /// left for it (send, clear() and add again) or, with no rows yet, when it alone is too large.
    bool add(const Cell* cells);
    void clear();

    std::size_t rows() const { return m_rows; }
    const std::vector<ValueArray>& columns() const { return m_columns; }
    /// The rows as readable text, for the SQL log.
    std::string text() const;

private:
    std::vector<ValueArray> m_columns;
    std::size_t m_max_bytes;
    std::size_t m_bytes = 0;
    std::size_t m_rows = 0;
};

/// The INSERT for rows of a table: a mark per column with a cell, the constant for the others.
std::string build_array_insert(std::string_view table, std::span<const BulkColumn> columns);
/// The UPDATE of rows of a table, which the last of the columns tells apart; all have cells.
std::string build_array_update(std::string_view table, std::span<const BulkColumn> columns);

} // namespace datasync::db
