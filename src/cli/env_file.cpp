// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of KEY=VALUE lines, such as .env.local.
#include "cli/env_file.hpp"

#include "datasync/error.hpp"
#include "util/files.hpp"
#include "util/text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace datasync::cli {

namespace {

struct LinePlace {
    const std::string& file;
    std::size_t number;
};

[[noreturn]] void refuse(const LinePlace& place, std::string_view what)
{
    usage_error("{}, line {}: {}", place.file, place.number, what);
}

bool is_key(std::string_view key)
{
    const auto is_key_byte = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '.' || c == '-';
    };
    return !key.empty() && std::all_of(key.begin(), key.end(), is_key_byte);
}

char unescaped(char letter)
{
    switch (letter) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'r':
        return '\r';
    default:
        return letter;
    }
}

/// What stands between quotes; after the closing quote only a comment may follow.
std::string quoted_value(std::string_view text, const LinePlace& place)
{
    const char quote = text.front();
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == quote) {
            const std::string_view rest = util::trim(text.substr(i + 1));
            if (!rest.empty() && rest.front() != '#') {
                refuse(place, "there is text after the closing quote");
            }
            return value;
        }
        const bool is_escape = quote == '"' && text[i] == '\\' && i + 1 < text.size();
        value += is_escape ? unescaped(text[++i]) : text[i];
    }
    refuse(place, "the closing quote is missing");
}

std::string plain_value(std::string_view text)
{
    // A # inside a word belongs to it: passwords have them.
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\t')) {
            return std::string(util::trim(text.substr(0, i)));
        }
    }
    return std::string(text);
}

void parse_line(std::string_view line, const LinePlace& place, EnvFile& values)
{
    line = util::trim(line);
    if (line.empty() || line.front() == '#') { return; }
    if (line.starts_with("export ") || line.starts_with("export\t")) {
        line = util::trim(line.substr(7));
    }
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) { refuse(place, "expected KEY=VALUE"); }
    const std::string_view key = util::trim(line.substr(0, equals));
    if (!is_key(key)) { refuse(place, "the text before = is not a name"); }
    const std::string_view text = util::trim(line.substr(equals + 1));
    const bool is_quoted = !text.empty() && (text.front() == '"' || text.front() == '\'');
    values[std::string(key)] = is_quoted ? quoted_value(text, place) : plain_value(text);
}

} // namespace

EnvFile parse_env(std::string_view text, const std::string& file_name)
{
    constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(k_byte_order_mark)) { text.remove_prefix(k_byte_order_mark.size()); }
    EnvFile values;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        parse_line(text.substr(0, end), LinePlace{file_name, number}, values);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return values;
}

EnvFile read_env_file(const std::filesystem::path& path)
{
    return parse_env(util::read_file(path), path.string());
}

} // namespace datasync::cli
