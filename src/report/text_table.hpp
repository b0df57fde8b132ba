// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tables of text with aligned columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace datasync::report {

/// Rows of cells under a heading, every column as wide as its widest cell.
class TextTable {
public:
    /// A heading that begins with '>' makes its column right-aligned, for numbers.
    explicit TextTable(const std::vector<std::string_view>& headings);

    /// Adds a row with as many cells as there are headings.
    void add(std::vector<std::string> cells);

    bool empty() const { return m_rows.size() <= 1; }

    /// The table, each line ended by a newline and without white space at its end.
    std::string text() const;

private:
    std::vector<bool> m_right_aligned;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace datasync::report
