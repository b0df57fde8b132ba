// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/csv_reader.hpp"

#include "files/csv_format.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <utility>

namespace datasync::files {

namespace {

/// More than any shop has attributes, and as many as spreadsheets take.
constexpr std::size_t k_most_columns = 16'384;

/// Puts one quote in the place of two; returns the length that is left.
std::size_t join_doubled_quotes(char* text, std::size_t length)
{
    char* to = text;
    for (const char *from = text, *const end = text + length; from != end; ++from) {
        *to++ = *from;
        if (*from == '"') { ++from; }
    }
    return static_cast<std::size_t>(to - text);
}

} // namespace

CsvReader::CsvReader(InputFile& input, const CsvOptions& options)
    : m_input(input), m_options(options), m_window(input, options.encoding, options.buffer_size)
{
    for (const char byte : {options.delimiter, '"', '\r', '\n'}) {
        m_ends_plain[static_cast<unsigned char>(byte)] = true;
    }
    read_header();
}

void CsvReader::read_header()
{
    if (!skip_blank_lines()) {
        FileFault fault;
        fault.file = file_name();
        fault.message = "the file is empty; its first line has to name the columns";
        throw FileError(std::move(fault));
    }
    m_header_line = m_line;
    scan_record(k_most_columns);
    if (m_cell_count > k_most_columns) {
        refuse(0, fmt::format("the header has {} columns, at most {} can be read", m_cell_count,
                              k_most_columns));
    }
    std::unordered_map<std::string, std::size_t> numbers;
    for (const Span& span : m_spans) {
        const std::size_t column = m_header.size() + 1;
        FileFault fault{.file = file_name(), .line = m_line + span.lines_down, .column = column};
        std::string name(util::trim(cell_of(span).text));
        if (name.empty()) {
            fault.message = "the column has no name; each needs one";
            throw FileError(std::move(fault));
        }
        const auto [known, is_new] = numbers.emplace(name, column);
        if (!is_new) {
            fault.column_name = name;
            fault.message =
                fmt::format("columns {} and {} have the same name", known->second, column);
            throw FileError(std::move(fault));
        }
        m_header.push_back(std::move(name));
    }
    m_window.drop(m_record_size);
    m_line += m_lines_down;
}

bool CsvReader::next(CsvRecord& record)
{
    record.m_cells.clear();
    record.m_fault.reset();
    if (!skip_blank_lines()) { return false; }
    scan_record(m_header.size());
    record.m_line = m_line;
    for (const Span& span : m_spans) { record.m_cells.push_back(cell_of(span)); }
    if (m_cell_count != m_header.size()) {
        record.m_fault = fault_of(
            record, fmt::format("{} {} where the header has {}{}", m_cell_count,
                                m_cell_count == 1 ? "cell" : "cells", m_header.size(),
                                m_cell_count > m_header.size()
                                    ? fmt::format("; a text with {} in it has to stand in quotes",
                                                  m_options.delimiter == '\t'
                                                      ? "a tab"
                                                      : fmt::format("\"{}\"", m_options.delimiter))
                                    : std::string()));
    }
    m_window.drop(m_record_size);
    m_line += m_lines_down;
    return true;
}

bool CsvReader::skip_blank_lines()
{
    m_spans.clear();
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
void CsvReader::scan_record(std::size_t most_cells)
{
    std::size_t at = 0;
    while (true) {
        Span span;
        span.lines_down = m_lines_down;
        const bool is_there = at < m_window.size() || extend();
        if (is_there && m_window.data()[at] == '"') {
            span.is_quoted = true;
            span.begin = at + 1;
            at = scan_quoted(at + 1, span);
        } else {
            span.begin = at;
            at = scan_plain(at);
            span.length = at - span.begin;
        }
        if (++m_cell_count <= most_cells) { m_spans.push_back(span); }
        if (at == m_window.size()) { break; }
        if (m_window.data()[at] != m_options.delimiter) {
            at = end_of_line(at);
            break;
        }
        ++at;
    }
    m_record_size = at;
}

/// Returns where the cell that begins there is over.
std::size_t CsvReader::scan_plain(std::size_t at)
{
    while (true) {
        // The window ends with a line feed of its own, at which this stops.
        const char* place = m_window.data() + at;
        while (!m_ends_plain[static_cast<unsigned char>(*place)]) { ++place; }
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
std::size_t CsvReader::scan_quoted(std::size_t at, Span& span)
{
    m_quote_line = m_lines_down;
    while (true) {
        const char* place = m_window.data() + at;
        const char* const end = m_window.data() + m_window.size();
        for (; place != end && *place != '"'; ++place) {
            if (*place == '\r' || (*place == '\n' && place[-1] != '\r')) { ++m_lines_down; }
        }
        at = static_cast<std::size_t>(place - m_window.data());
        if (place == end) {
            if (!extend()) {
                refuse(at, fmt::format("the file ends within the quotes {}", open_quote()));
            }
            continue;
        }
        const bool is_last = at + 1 == m_window.size() && !extend();
        const char after = is_last ? '\n' : m_window.data()[at + 1];
        if (after != '"') {
            span.length = at - span.begin;
            if (!m_ends_plain[static_cast<unsigned char>(after)]) {
                refuse(at + 1, fmt::format("text behind the quote that ends the cell; a quote in a "
                                           "text has to be doubled, or the quotes {} were never "
                                           "closed before",
                                           open_quote()));
            }
            m_quote_line.reset();
            return at + 1;
        }
        span.has_doubled_quotes = true;
        at += 2;
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
    if (m_window.size() > m_options.longest_record) {
        refuse(m_window.size(),
               fmt::format("the record is longer than {} bytes{}", m_options.longest_record,
                           m_quote_line ? fmt::format("; the quotes {} seem never to be closed",
                                                      open_quote())
                                        : std::string("; is this a CSV file?")));
    }
    try {
        return m_window.extend();
    } catch (const FileError& error) {
        FileFault fault = error.fault();
        if (fault.line > 0) { throw; }
        place(fault, m_window.size());
        throw FileError(std::move(fault));
    }
}

std::string CsvReader::open_quote() const
{
    return fmt::format("that were opened in line {}, {},", m_line + *m_quote_line,
                       column_words(m_cell_count));
}

std::string CsvReader::column_words(std::size_t column) const
{
    return column < m_header.size() ? fmt::format("column {}", m_header[column])
                                    : fmt::format("column {}", column + 1);
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

CsvCell CsvReader::cell_of(const Span& span)
{
    char* const text = m_window.data() + span.begin;
    const std::size_t length =
        span.has_doubled_quotes ? join_doubled_quotes(text, span.length) : span.length;
    CsvCell cell{{text, length}, span.lines_down, span.is_quoted, false};
    if (!cell.is_quoted && cell.text == k_csv_null) {
        cell.is_null = true;
        cell.text = {};
    }
    return cell;
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
