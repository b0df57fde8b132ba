// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Shortens statements for the SQL log, and keeps who wants to hear them.
#include "db/sql_log.hpp"

#include <mutex>
#include <utility>

namespace datasync::db {

namespace {

bool is_word(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '$' || c == '@' || byte >= 0x80;
}

bool ends_with(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

/// The position after the quoted text that starts at `at`.
std::size_t skip_quoted(std::string_view sql, std::size_t at)
{
    const char quote = sql[at++];
    for (; at < sql.size(); ++at) {
        if (sql[at] == '\\' && quote != '`') {
            ++at;
        } else if (sql[at] == quote) {
            if (at + 1 < sql.size() && sql[at + 1] == quote) {
                ++at;
            } else {
                return at + 1;
            }
        }
    }
    return sql.size();
}

/// A `?`, or the dots once a list shows three of them.
void append_mark(std::string& out)
{
    if (ends_with(out, "...,")) {
        out.pop_back();
    } else if (ends_with(out, "?,?,?,")) {
        out += "...";
    } else {
        out += '?';
    }
}

/// Closes a parenthesis; a row of values that repeats the one before it becomes dots.
void append_close(std::string& out)
{
    out += ')';
    const auto open = out.rfind('(');
    if (open == std::string::npos) { return; }
    const auto row = out.substr(open);
    if (row.find_first_not_of("(?,.)") != std::string::npos) { return; }
    auto before = out.substr(0, open);
    if (ends_with(before, row + ",...,")) {
        before.pop_back();
        out = std::move(before);
    } else if (ends_with(before, row + ",")) {
        out = before + "...";
    }
}

bool is_value_word(std::string_view word, const std::string& out)
{
    if (word.empty()) { return false; }
    if (word[0] >= '0' && word[0] <= '9') { return true; }
    return word == "NULL" && (ends_with(out, ",") || ends_with(out, "("));
}

std::mutex g_mutex;
SqlLogTarget g_target;

} // namespace

std::string without_values(std::string_view sql)
{
    std::string out;
    for (std::size_t at = 0; at < sql.size();) {
        const char c = sql[at];
        if (c == '\'' || c == '"') {
            at = skip_quoted(sql, at);
            append_mark(out);
        } else if (c == '`') {
            const auto end = skip_quoted(sql, at);
            out += sql.substr(at, end - at);
            at = end;
        } else if (is_word(c)) {
            auto end = at;
            while (end < sql.size() && is_word(sql[end])) { ++end; }
            const auto word = sql.substr(at, end - at);
            at = end;
            if (!is_value_word(word, out)) {
                out += word;
                continue;
            }
            // A fraction belongs to the number before it, a minus sign after "(" or "," too.
            while (at < sql.size() && (sql[at] == '.' || is_word(sql[at]))) { ++at; }
            if (ends_with(out, "(-") || ends_with(out, ",-")) { out.pop_back(); }
            append_mark(out);
        } else if (c == ')') {
            append_close(out);
            ++at;
        } else {
            out += c;
            ++at;
        }
    }
    return out;
}

void set_sql_log(SqlLog log, bool with_values)
{
    const std::lock_guard lock(g_mutex);
    g_target = {std::move(log), with_values};
}

SqlLogTarget current_sql_log()
{
    const std::lock_guard lock(g_mutex);
    return g_target;
}

} // namespace datasync::db
