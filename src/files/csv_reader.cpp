// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/csv_reader.hpp"

#include "files/csv_format.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <unordered_map>
#include <utility>

namespace datasync::files {

namespace {

/// More than any shop has attributes, and as many as spreadsheets take.
constexpr std::size_t k_most_columns = 16'384;

/// Puts one quote in the place of two; returns the length that is left. Without branches, because
/// where quotes stand cannot be guessed.
std::size_t join_doubled_quotes(char* text, std::size_t length)
{
    std::size_t to = 0;
    bool is_second = false;
    for (std::size_t from = 0; from < length; ++from) {
        const bool is_quote = text[from] == '"';
        is_second = is_quote && !is_second;
        text[to] = text[from];
        to += static_cast<std::size_t>(is_second || !is_quote);
    }
    return to;
}

} // namespace

CsvReader::CsvReader(InputFile& input, const CsvOptions& options)
    : m_input(input),
      m_options(options),
      m_window(input, options.encoding, options.buffer_size),
      m_end_of_plain({options.delimiter, '"', '\r', '\n'}),
      m_in_quotes({'"', '\r', '\n', '"'})
{
    read_header();
}

void CsvReader::read_header()
{
    if (!skip_blank_lines()) {
        refuse(0, "the file is empty; its first line has to name the columns");
    }
    CsvRecord record;
    scan_record(record, k_most_columns);
    if (m_cell_count > k_most_columns) {
        refuse(0, fmt::format("the header has {} columns, at most {} can be read", m_cell_count,
                              k_most_columns));
    }
    std::unordered_map<std::string, std::size_t> numbers;
    for (std::size_t i = 0; i < record.size(); ++i) {
        FileFault fault{.file = file_name(), .line = record.line_of(i), .column = i + 1};
        std::string name(util::trim(record[i].text));
        if (name.empty()) {
            fault.message = "the column has no name; each needs one";
            throw FileError(std::move(fault));
        }
        const auto [known, is_new] = numbers.emplace(name, i + 1);
        if (!is_new) {
            fault.column_name = name;
            fault.message =
                fmt::format("columns {} and {} have the same name", known->second, i + 1);
            throw FileError(std::move(fault));
        }
        m_header.push_back(std::move(name));
    }
    m_header_line = m_line;
    finish_record();
}

bool CsvReader::next(CsvRecord& record)
{
    record.m_fault.reset();
    record.m_cells.clear();
    if (!skip_blank_lines()) { return false; }
    scan_record(record, m_header.size());
    if (m_cell_count != m_header.size()) { record.m_fault = fault_of(record, wrong_count()); }
    finish_record();
    return true;
}

void CsvReader::finish_record()
{
    m_window.drop(m_record_size);
    m_line += m_lines_down;
}

std::string CsvReader::wrong_count() const
{
    std::string text = fmt::format("{} {} where the header has {}", m_cell_count,
                                   m_cell_count == 1 ? "cell" : "cells", m_header.size());
    if (m_cell_count > m_header.size()) {
        text += fmt::format(
            "; a text with {} in it has to stand in quotes",
            m_options.delimiter == '\t' ? "a tab" : fmt::format("\"{}\"", m_options.delimiter));
    }
    return text;
}

bool CsvReader::skip_blank_lines()
{
    m_cells = nullptr;
    m_cell_count = 0;
    m_lines_down = 0;
    while (m_window.size() > 0 || extend()) {
        const char first = *m_window.data();
        if (first != '\n' && first != '\r') { return true; }
        m_window.drop(end_of_line(0));
        ++m_line;
        m_lines_down = 0;
    }
    return false;
}

/// Finds the cells of the record at the beginning of the window, and where it ends.
void CsvReader::scan_record(CsvRecord& record, std::size_t most_cells)
{
    record.m_line = m_line;
    m_cells = &record.m_cells;
    m_has_doubled_quotes = false;
    std::size_t at = 0;
    while (true) {
        CsvCell cell;
        cell.lines_down = m_lines_down;
        // Of a record that the file ends behind the last delimiter of, one more cell is empty.
        const bool is_there = at < m_window.size() || extend();
        std::size_t begin = at;
        std::size_t end = 0;
        cell.is_quoted = is_there && m_window.data()[at] == '"';
        if (cell.is_quoted) {
            at = scan_quoted(++begin);
            end = at - 1;
        } else {
            at = scan_plain(at);
            end = at;
        }
        cell.text = {m_window.data() + begin, end - begin};
        if (++m_cell_count <= most_cells) { m_cells->push_back(cell); }
        if (at == m_window.size()) { break; }
        if (m_window.data()[at] != m_options.delimiter) {
            at = end_of_line(at);
            break;
        }
        ++at;
    }
    m_record_size = at;
    check_length(at);
    finish_cells(record);
}

/// Makes of the cells as they stand in the file what they say.
void CsvReader::finish_cells(CsvRecord& record)
{
    for (CsvCell& cell : record.m_cells) {
        if (!cell.is_quoted) {
            if (cell.text != k_csv_null) { continue; }
            cell.is_null = true;
            cell.text = {};
        } else if (m_has_doubled_quotes) {
            char* const text = m_window.data() + (cell.text.data() - m_window.data());
            cell.text = {text, join_doubled_quotes(text, cell.text.size())};
        }
    }
}

/// Returns where the cell that begins there is over.
std::size_t CsvReader::scan_plain(std::size_t at)
{
    while (true) {
        // The window ends with a line feed of its own, at which this stops.
        const char* const place = m_end_of_plain.find(m_window.data() + at);
        at = static_cast<std::size_t>(place - m_window.data());
        if (at < m_window.size()) {
            if (*place == '"') {
                refuse(at, "a quote within a cell that does not begin with one; such a cell has to "
                           "stand in quotes, with each quote in it doubled");
            }
            return at;
        }
        if (!extend()) { return at; }
    }
}

/// Returns where the delimiter or line end behind the cell stands whose content begins there.
std::size_t CsvReader::scan_quoted(std::size_t at)
{
    m_quote_line = m_lines_down;
    while (true) {
        const char* const place = m_in_quotes.find(m_window.data() + at);
        at = static_cast<std::size_t>(place - m_window.data());
        if (at == m_window.size()) {
            if (!extend()) {
                refuse(at, fmt::format("the file ends within the quotes {}", open_quote()));
            }
            continue;
        }
        if (*place != '"') {
            if (*place == '\r' || place[-1] != '\r') { ++m_lines_down; }
            ++at;
            continue;
        }
        const bool is_last = at + 1 == m_window.size() && !extend();
        const char after = is_last ? '\n' : m_window.data()[at + 1];
        if (after == '"') {
            m_has_doubled_quotes = true;
            at += 2;
            continue;
        }
        if (after != m_options.delimiter && after != '\n' && after != '\r') {
            refuse(at + 1,
                   fmt::format("text behind the quote that ends the cell; a quote in a text "
                               "has to be doubled, or the quotes {} were never closed",
                               open_quote()));
        }
        m_quote_line.reset();
        return at + 1;
    }
}

/// Returns where the line behind the line end that stands there begins.
std::size_t CsvReader::end_of_line(std::size_t at)
{
    ++m_lines_down;
    if (m_window.data()[at] == '\n') { return at + 1; }
    const bool has_more = at + 1 < m_window.size() || extend();
    return has_more && m_window.data()[at + 1] == '\n' ? at + 2 : at + 1;
}

bool CsvReader::extend()
{
    check_length(m_window.size());
    try {
        const char* const before = m_window.data();
        const bool has_more = m_window.extend();
        // The cells that were found move with the text.
        if (m_cells != nullptr && before != m_window.data()) {
            for (CsvCell& cell : *m_cells) {
                cell.text = {m_window.data() + (cell.text.data() - before), cell.text.size()};
            }
        }
        return has_more;
    } catch (const FileError& error) {
        FileFault fault = error.fault();
        if (fault.line > 0) { throw; }
        place(fault, m_window.size());
        throw FileError(std::move(fault));
    }
}

void CsvReader::check_length(std::size_t size) const
{
    if (size < m_options.longest_record) { return; }
    refuse(0, fmt::format("the record is longer than {} bytes{}", m_options.longest_record,
                          m_quote_line
                              ? fmt::format("; the quotes {} seem never to be closed", open_quote())
                              : std::string("; is this a CSV file?")));
}

std::string CsvReader::open_quote() const
{
    return fmt::format("opened in line {}, column {}", m_line + *m_quote_line,
                       m_cell_count < m_header.size() ? m_header[m_cell_count]
                                                      : std::to_string(m_cell_count + 1));
}

/// Says in which line and where in it a place of the window stands.
void CsvReader::place(FileFault& fault, std::size_t at) const
{
    const std::string_view before = m_window.text().substr(0, at);
    std::size_t line_begin = 0;
    fault.line = m_line;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const bool is_second = before[i] == '\n' && i > 0 && before[i - 1] == '\r';
        if (before[i] != '\n' && before[i] != '\r') { continue; }
        if (!is_second) { ++fault.line; }
        line_begin = i + 1;
    }
    fault.character = util::utf8_length(before.substr(line_begin)).value_or(0) + 1;
}

void CsvReader::refuse(std::size_t at, std::string message) const
{
    FileFault fault;
    fault.file = file_name();
    place(fault, at);
    fault.message = std::move(message);
    throw FileError(std::move(fault));
}

FileFault CsvReader::fault_of(const CsvRecord& record, std::size_t cell, std::string message) const
{
    return {.file = file_name(),
            .line = record.line_of(cell),
            .column = cell + 1,
            .column_name = m_header[cell],
            .value = std::string(record[cell].is_null ? k_csv_null : record[cell].text),
            .message = std::move(message)};
}

FileFault CsvReader::fault_of(const CsvRecord& record, std::string message) const
{
    return {.file = file_name(), .line = record.line(), .message = std::move(message)};
}

} // namespace datasync::files
