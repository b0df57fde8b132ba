// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tables of text with aligned columns.
#include "report/text_table.hpp"

#include "util/text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace datasync::report {

namespace {

std::size_t width_of(std::string_view text)
{
    return util::utf8_length(text).value_or(text.size());
}

} // namespace

TextTable::TextTable(const std::vector<std::string_view>& headings)
{
    std::vector<std::string> cells;
    for (std::string_view heading : headings) {
        const bool is_number = heading.starts_with('>');
        if (is_number) { heading.remove_prefix(1); }
        m_right_aligned.push_back(is_number);
        cells.emplace_back(heading);
    }
    m_rows.push_back(std::move(cells));
}

void TextTable::add(std::vector<std::string> cells)
{
    cells.resize(m_right_aligned.size());
    for (std::string& cell : cells) { cell = util::printable(cell); }
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths(m_right_aligned.size());
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], width_of(row[i]));
        }
    }
    std::string text;
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - width_of(row[i]), ' ');
            if (i > 0) { line += "  "; }
            line += m_right_aligned[i] ? padding + row[i] : row[i] + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

} // namespace datasync::report
