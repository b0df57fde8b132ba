// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/csv_format.hpp"

#include <algorithm>
#include <string_view>

namespace datasync::files {

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/// Blanks at the ends are ours to keep, but other programs cut them; a byte-order mark would be
/// taken for the file's.
bool needs_quotes(std::string_view text, char delimiter)
{
    if (text.empty()) { return false; }
    if (is_blank(text.front()) || is_blank(text.back())) { return true; }
    if (text == k_csv_null || text.starts_with(k_byte_order_mark)) { return true; }
    return std::any_of(text.begin(), text.end(), [delimiter](char byte) {
        return byte == delimiter || byte == '"' || byte == '\r' || byte == '\n';
    });
}

} // namespace

std::optional<char> delimiter_of(std::string_view word)
{
    if (word == "tab" || word == "\\t") { return '\t'; }
    constexpr std::string_view k_delimiters = "\t!#$%&'()*+,-./:;<=>?@[]^_`{|}~";
    if (word.size() != 1 || k_delimiters.find(word[0]) == std::string_view::npos) {
        return std::nullopt;
    }
    return word[0];
}

void append_csv_cell(std::string& out, const CsvValue& value, char delimiter)
{
    const std::string_view text = value.value_or(k_csv_null);
    if (!value || !needs_quotes(text, delimiter)) {
        out += text;
        return;
    }
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t quote = text.find('"', at);
        out += text.substr(at, quote - at);
        if (quote == std::string_view::npos) { break; }
        out += "\"\"";
        at = quote + 1;
    }
    out += '"';
}

void append_csv_record(std::string& out, std::span<const CsvValue> values, char delimiter)
{
    const std::size_t begin = out.size();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) { out += delimiter; }
        append_csv_cell(out, values[i], delimiter);
    }
    if (out.size() == begin) { out += "\"\""; }
    out += '\n';
}

} // namespace datasync::files
