// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads option files the way the MySQL clients do, and says where one is wrong.
#include "db/option_file.hpp"

#include "datasync/error.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

namespace datasync::db {

namespace {

constexpr std::string_view k_spaces = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(k_spaces);
    if (first == std::string_view::npos) { return {}; }
    return text.substr(first, text.find_last_not_of(k_spaces) - first + 1);
}

/// Cuts the comment at the end of a line; a `#` inside quotes belongs to the value.
std::string_view without_comment(std::string_view line)
{
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\\') {
            ++i;
        } else if (quote != 0) {
            if (c == quote) { quote = 0; }
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '#') {
            return line.substr(0, i);
        }
    }
    return line;
}

/// Takes surrounding quotes off and resolves the escapes that option files know.
std::string plain_value(std::string_view text)
{
    if (text.size() >= 2 && (text.front() == '\'' || text.front() == '"') &&
        text.back() == text.front()) {
        text = text.substr(1, text.size() - 2);
    }
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            value += text[i];
            continue;
        }
        switch (const char c = text[++i]; c) {
        case 'b':
            value += '\b';
            break;
        case 't':
            value += '\t';
            break;
        case 'n':
            value += '\n';
            break;
        case 'r':
            value += '\r';
            break;
        case 's':
            value += ' ';
            break;
        case '\\':
        case '\'':
        case '"':
            value += c;
            break;
        default:
            value += '\\';
            value += c;
        }
    }
    return value;
}

/// The group named by a line like "[client]"; empty when it names none.
std::string_view group_name(std::string_view line)
{
    const auto end = line.find(']');
    return end == std::string_view::npos ? std::string_view{} : trimmed(line.substr(1, end - 1));
}

std::string key_name(std::string_view text)
{
    std::string key(text);
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

} // namespace

OptionFile read_option_file(const std::filesystem::path& path)
{
    std::error_code no_error;
    if (std::filesystem::is_directory(path, no_error)) {
        usage_error("The option file {} is a directory; name a file.", path.string());
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        const auto reason = std::error_code(errno, std::generic_category()).message();
        usage_error("The option file {} cannot be read: {}.", path.string(), reason);
    }
    OptionFile options;
    std::map<std::string, std::string>* group = nullptr;
    std::string buffer;
    for (unsigned number = 1; std::getline(file, buffer); ++number) {
        std::string_view line = buffer;
        if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") { line.remove_prefix(3); }
        line = trimmed(line);
        if (line.empty() || line.front() == '#' || line.front() == ';') { continue; }
        if (line.front() == '!') {
            usage_error(
                "{}, line {}: include lines are not followed; give the included file itself.",
                path.string(), number);
        }
        if (line.front() == '[') {
            const auto name = group_name(line);
            if (name.empty()) {
                usage_error("{}, line {}: a group has to look like [client].", path.string(),
                            number);
            }
            group = &options[std::string(name)];
            continue;
        }
        // The line itself stays out of the message: it may be the one with the password.
        if (group == nullptr) {
            usage_error("{}, line {}: an option stands before the first group; put [client] above "
                        "it.",
                        path.string(), number);
        }
        line = trimmed(without_comment(line));
        const auto equals = line.find('=');
        const auto key = key_name(trimmed(line.substr(0, equals)));
        if (key.empty()) {
            usage_error("{}, line {}: a value has no key before it.", path.string(), number);
        }
        (*group)[key] = equals == std::string_view::npos
                            ? std::string{}
                            : plain_value(trimmed(line.substr(equals + 1)));
    }
    if (file.bad()) { usage_error("The option file {} cannot be read to its end.", path.string()); }
    return options;
}

} // namespace datasync::db
