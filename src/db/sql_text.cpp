// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Quoting of names and values for single statements; row_packer.cpp has the bulk side.
#include "db/sql_text.hpp"

#include "datasync/error.hpp"
#include "db/byte_escapes.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace datasync::db {

namespace {

constexpr std::size_t k_longest_name = 64;

std::size_t count_characters(std::string_view utf8)
{
    std::size_t count = 0;
    for (const char c : utf8) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) { ++count; }
    }
    return count;
}

} // namespace

std::string quoted(std::string_view name)
{
    if (name.empty()) { usage_error("A table or column name is empty; check the table prefix."); }
    if (name.find('\0') != std::string_view::npos) {
        usage_error("A table or column name contains a NUL byte; check the table prefix.");
    }
    if (count_characters(name) > k_longest_name) {
        usage_error("The name \"{}\" is longer than the {} characters a server takes; check the "
                    "table prefix.",
                    name, k_longest_name);
    }
    std::string text = "`";
    for (const char c : name) {
        text += c;
        if (c == '`') { text += c; }
    }
    text += '`';
    return text;
}

std::string quoted(std::string_view alias, std::string_view name)
{
    return quoted(alias) + "." + quoted(name);
}

void append_literal(std::string& sql, std::string_view bytes)
{
    sql += '\'';
    append_escaped(sql, bytes, k_literal_escapes);
    sql += '\'';
}

void append_literal(std::string& sql, const Cell& cell)
{
    if (cell.is_pending_id()) {
        throw std::logic_error("a row was packed before the id it refers to was known");
    }
    if (cell.is_null()) {
        sql += "NULL";
    } else {
        append_literal(sql, cell.text());
    }
}

std::string literal(std::string_view bytes)
{
    std::string sql;
    append_literal(sql, bytes);
    return sql;
}

std::string id_list(std::span<const std::uint32_t> ids)
{
    if (ids.empty()) { throw std::logic_error("an IN list needs at least one id"); }
    std::string list;
    for (const auto id : ids) {
        if (!list.empty()) { list += ','; }
        const fmt::format_int digits(id);
        list.append(digits.data(), digits.size());
    }
    return list;
}

std::vector<std::string> id_conditions(std::string_view column, std::span<const std::uint32_t> ids)
{
    // Ids this close belong to one range; fewer than so many are no range.
    constexpr std::uint32_t widest_gap = 4;
    constexpr std::size_t least_range = 8;
    // What one statement names at most; longer ones are parsed for longer than they run.
    constexpr std::size_t most_named = 1000;

    std::vector<std::string> conditions;
    std::string ranges;
    std::vector<std::uint32_t> singles;
    std::size_t named = 0;
    const auto finish = [&] {
        if (named == 0) { return; }
        if (!singles.empty()) {
            ranges +=
                fmt::format("{}{} IN ({})", ranges.empty() ? "" : " OR ", column, id_list(singles));
        }
        conditions.push_back("(" + ranges + ")");
        ranges.clear();
        singles.clear();
        named = 0;
    };
    for (std::size_t begin = 0; begin < ids.size();) {
        std::size_t end = begin + 1;
        while (end < ids.size() && ids[end] - ids[end - 1] <= widest_gap) { ++end; }
        if (end - begin >= least_range) {
            ranges += fmt::format("{}{} BETWEEN {} AND {}", ranges.empty() ? "" : " OR ", column,
                                  ids[begin], ids[end - 1]);
            named += 2;
        } else {
            singles.insert(singles.end(), ids.begin() + static_cast<std::ptrdiff_t>(begin),
                           ids.begin() + static_cast<std::ptrdiff_t>(end));
            named += end - begin;
        }
        if (named >= most_named) { finish(); }
        begin = end;
    }
    finish();
    return conditions;
}

std::string literal_list(std::span<const std::string> values)
{
    if (values.empty()) { throw std::logic_error("an IN list needs at least one value"); }
    std::string sql;
    for (const auto& value : values) {
        if (!sql.empty()) { sql += ','; }
        append_literal(sql, value);
    }
    return sql;
}

std::string bind(std::string_view sql, std::initializer_list<std::string_view> values)
{
    std::string bound;
    const auto* next = values.begin();
    char quote = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const char c = sql[i];
        if (quote == 0 && c == '?') {
            if (next == values.end()) {
                throw std::logic_error("a statement has more marks than values");
            }
            append_literal(bound, *next++);
            continue;
        }
        bound += c;
        if (quote == 0) {
            if (c == '\'' || c == '"' || c == '`') { quote = c; }
        } else if (c == quote) {
            quote = 0; // A doubled quote opens again at once, which comes to the same.
        } else if (c == '\\' && quote != '`' && i + 1 < sql.size()) {
            bound += sql[++i];
        }
    }
    if (next != values.end()) { throw std::logic_error("a statement has fewer marks than values"); }
    return bound;
}

} // namespace datasync::db
