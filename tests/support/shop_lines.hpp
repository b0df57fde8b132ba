// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows of two shops as lines of text that are equal when they mean the same: the ground of
// sales_lines and catalog_lines. Written for the tests alone; nothing of the program is used.
#pragma once

#include "support/test_server.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::test {

/// A table of an entity type, how its rows (t) are joined to the record (r) they belong to.
struct LineTable {
    std::string_view entity;
    std::string_view table;
    std::string_view record;
    std::string_view join;
};

/// How the rows of a table are read.
struct LineReading {
    std::string name;  ///< What a row is of, as an SQL expression.
    std::string where; ///< Which rows become lines.
    /// What a column means as an SQL expression, `{}` for the column itself; empty for what differs
    /// between any two shops.
    std::function<std::string(std::string_view column)> meaning;
    /// What a cell means where SQL cannot say it; the name has an empty column.
    std::function<std::string(std::string_view column, const std::string& text)> shown = {};
};

/// Adds the rows of a table as lines: the columns that both shops have, but no automatic ids. Dates
/// count as equal to none where only one of the shops takes zero dates.
void add_lines(TestDatabase& shop, TestDatabase& other, const LineTable& table,
               const LineReading& reading, std::vector<std::string>& lines);

/// A line: what it is of, then names and values.
std::string line_of(const std::string& head,
                    const std::vector<std::pair<std::string, std::string>>& fields);

/// Whether the same lines were read in two shops, both sorted; names the first that differ.
::testing::AssertionResult same_lines(std::string_view what, const std::vector<std::string>& from,
                                      const std::vector<std::string>& to);

/// Name, type, generation and length of a table's columns.
Rows columns_of(TestDatabase& shop, std::string_view table);

/// Whether columns of this type hold a date and a time.
bool is_date(std::string_view type);

/// Whether zero dates of one shop are to be found in the other.
bool both_take_zero_dates(TestDatabase& shop, TestDatabase& other);

/// A date, or NULL for one that shops without zero dates cannot hold.
std::string without_zero_date(std::string_view column);

} // namespace datasync::test
