// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows as multi-row INSERT statements and as LOAD DATA text; runs once per cell of a migration.
#include "db/byte_escapes.hpp"
#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace datasync::db {

namespace {

/// A longer run of digits is left to the column's own conversion of strings.
constexpr std::size_t k_longest_number = 60;

/// Sign, digits, fraction; no exponent, because a literal out of range ends the whole statement
/// where a string out of range is a problem of its row.
bool looks_like_number(std::string_view text)
{
    std::size_t i = !text.empty() && text[0] == '-' ? 1 : 0;
    if (i == text.size() || text.size() > k_longest_number) { return false; }
    bool point = false;
    bool digit = false;
    for (; i < text.size(); ++i) {
        if (text[i] >= '0' && text[i] <= '9') {
            digit = true;
        } else if (text[i] == '.' && digit && !point) {
            point = true;
        } else {
            return false;
        }
    }
    return digit && text.back() != '.';
}

void append_value(std::string& sql, ValueStyle style, std::string_view bytes)
{
    if (style == ValueStyle::number && looks_like_number(bytes)) {
        sql += bytes;
    } else if (style == ValueStyle::binary && !bytes.empty()) {
        sql += "0x";
        append_hex(sql, bytes);
    } else {
        append_literal(sql, bytes); // 0x without digits is no value, so empty binary comes here.
    }
}

[[noreturn]] void throw_pending()
{
    throw std::logic_error("a row was packed before the id it refers to was known");
}

std::string build_insert_head(std::string_view table, std::span<const BulkColumn> columns)
{
    std::string head = "INSERT INTO " + quoted(table) + " (";
    for (const auto& column : columns) {
        if (head.back() != '(') { head += ','; }
        head += quoted(column.name);
    }
    return head + ") VALUES ";
}

std::string build_update_tail(std::span<const BulkColumn> columns)
{
    std::string tail;
    for (const auto& column : columns) {
        if (!column.update) { continue; }
        const auto name = quoted(column.name);
        tail += fmt::format("{}{}=VALUES({})", tail.empty() ? "" : ",", name, name);
    }
    if (tail.empty() && !columns.empty()) {
        // Keys alone: the row that is there stays, and the clause needs something to say.
        const auto name = quoted(columns.front().name);
        tail = fmt::format("{}={}", name, name);
    }
    return " ON DUPLICATE KEY UPDATE " + tail;
}

} // namespace

InsertPacker::InsertPacker(std::string_view table, std::span<const BulkColumn> columns,
                           OnConflict conflict, std::size_t max_bytes)
    : m_columns(columns.begin(), columns.end()),
      m_head(build_insert_head(table, columns)),
      m_tail(conflict == OnConflict::update ? build_update_tail(columns) : std::string{}),
      m_max_bytes(max_bytes)
{
    for (auto& column : m_columns) {
        if (column.cell >= 0) { continue; }
        std::string rendered;
        append_value(rendered, column.style, column.constant);
        column.constant = std::move(rendered);
    }
}

bool InsertPacker::add(const Cell* cells)
{
    if (m_rows == 0) { m_sql = m_head; }
    const auto start = m_sql.size();
    char separator = '(';
    if (m_rows != 0) { m_sql += ','; }
    for (const auto& column : m_columns) {
        m_sql += separator;
        separator = ',';
        if (column.cell < 0) {
            m_sql += column.constant;
            continue;
        }
        const Cell& cell = cells[column.cell];
        if (cell.is_pending_id()) { throw_pending(); }
        if (cell.is_null()) {
            m_sql += "NULL";
        } else {
            append_value(m_sql, column.style, cell.text());
        }
    }
    m_sql += m_columns.empty() ? "()" : ")";
    if (m_sql.size() + m_tail.size() > m_max_bytes) {
        m_sql.resize(start);
        return false;
    }
    ++m_rows;
    return true;
}

std::string_view InsertPacker::take()
{
    if (m_rows == 0) { throw std::logic_error("a statement without rows was taken"); }
    m_rows = 0;
    return m_sql += m_tail;
}

void append_load_row(std::string& data, std::span<const BulkColumn> columns, const Cell* cells)
{
    bool first = true;
    for (const auto& column : columns) {
        if (column.cell < 0) { continue; }
        if (!first) { data += '\t'; }
        first = false;
        const Cell& cell = cells[column.cell];
        if (cell.is_pending_id()) { throw_pending(); }
        if (cell.is_null()) {
            data += "\\N";
        } else if (column.style == ValueStyle::binary) {
            append_hex(data, cell.text());
        } else {
            append_escaped(data, cell.text(), k_load_escapes);
        }
    }
    data += '\n';
}

std::string build_load_sql(std::string_view table, std::span<const BulkColumn> columns)
{
    std::string fields;
    std::string assignments;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        const auto name = quoted(column.name);
        std::string assigned;
        std::string field = name;
        if (column.cell < 0) {
            append_value(assigned, column.style, column.constant);
            field.clear();
        } else if (column.style == ValueStyle::binary) {
            // The file's character set is utf8mb4, which arbitrary bytes would not be valid in.
            field = fmt::format("@datasync_{}", i);
            assigned = fmt::format("UNHEX({})", field);
        }
        if (!field.empty()) { fields += (fields.empty() ? "" : ",") + field; }
        if (!assigned.empty()) {
            assignments +=
                fmt::format("{}{}={}", assignments.empty() ? " SET " : ",", name, assigned);
        }
    }
    return fmt::format("LOAD DATA LOCAL INFILE 'rows' INTO TABLE {} CHARACTER SET utf8mb4 "
                       "FIELDS TERMINATED BY '\\t' ENCLOSED BY '' ESCAPED BY '\\\\' "
                       "LINES TERMINATED BY '\\n' STARTING BY '' ({}){}",
                       quoted(table), fields, assignments);
}

} // namespace datasync::db
