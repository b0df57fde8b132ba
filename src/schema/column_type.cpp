// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a column is, and what its type alone says about its values.
#include "schema/column_type.hpp"

#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace datasync::schema {

namespace {

constexpr std::array k_types = {
    KnownType{"char", Kind::text},
    KnownType{"varchar", Kind::text},
    KnownType{"tinytext", Kind::text, 255},
    KnownType{"text", Kind::text, 65535},
    KnownType{"mediumtext", Kind::text, 16777215},
    KnownType{"longtext", Kind::text, 4294967295},
    KnownType{"json", Kind::json, 4294967295},
    KnownType{"binary", Kind::binary},
    KnownType{"varbinary", Kind::binary},
    KnownType{"tinyblob", Kind::binary, 255},
    KnownType{"blob", Kind::binary, 65535},
    KnownType{"mediumblob", Kind::binary, 16777215},
    KnownType{"longblob", Kind::binary, 4294967295},
    KnownType{"tinyint", Kind::integer, 8},
    KnownType{"smallint", Kind::integer, 16},
    KnownType{"mediumint", Kind::integer, 24},
    KnownType{"int", Kind::integer, 32},
    KnownType{"bigint", Kind::integer, 64},
    KnownType{"decimal", Kind::decimal},
    KnownType{"float", Kind::approximate, 6},
    KnownType{"double", Kind::approximate, 17},
    KnownType{"date", Kind::date},
    KnownType{"datetime", Kind::date},
    KnownType{"timestamp", Kind::date},
    KnownType{"time", Kind::time},
    KnownType{"year", Kind::year},
    KnownType{"enum", Kind::choice},
    KnownType{"set", Kind::choice},
};

} // namespace

KnownType known_type(const ColumnType& type)
{
    const auto* const found = std::find_if(k_types.begin(), k_types.end(), [&](const auto& row) {
        return row.data_type == type.data_type;
    });
    return found == k_types.end() ? KnownType{{}, Kind::other} : *found;
}

bool is_number(Kind kind)
{
    return kind == Kind::integer || kind == Kind::decimal || kind == Kind::approximate;
}

bool is_utf8mb3(std::string_view charset)
{
    return charset == "utf8mb3" || charset == "utf8";
}

bool is_single_byte(std::string_view charset)
{
    return charset == "latin1" || charset == "ascii";
}

std::uint64_t integer_limit(std::uint64_t bits, bool is_unsigned, bool is_negative)
{
    const std::uint64_t largest = std::numeric_limits<std::uint64_t>::max() >> (64U - bits);
    if (is_unsigned) { return is_negative ? 0 : largest; }
    return is_negative ? (largest >> 1U) + 1 : largest >> 1U;
}

std::uint64_t byte_limit(const ColumnType& type)
{
    return type.max_bytes != 0 ? type.max_bytes : known_type(type).size;
}

std::optional<std::pair<unsigned, unsigned>> display_digits(std::string_view column_type)
{
    const std::size_t open = column_type.find('(');
    const std::size_t comma = column_type.find(',');
    const std::size_t close = column_type.find(')');
    if (open == std::string_view::npos || comma == std::string_view::npos ||
        close == std::string_view::npos || comma < open || close < comma) {
        return std::nullopt;
    }
    const auto all = util::parse_unsigned(column_type.substr(open + 1, comma - open - 1));
    const auto behind = util::parse_unsigned(column_type.substr(comma + 1, close - comma - 1));
    if (!all || !behind) { return std::nullopt; }
    return std::pair(static_cast<unsigned>(*all), static_cast<unsigned>(*behind));
}

std::uint64_t fraction_digits(const ColumnType& type)
{
    const std::size_t open = type.column_type.find('(');
    if (open == std::string::npos) { return 0; }
    const std::size_t close = type.column_type.find(')', open);
    return util::parse_unsigned(
               std::string_view(type.column_type).substr(open + 1, close - open - 1))
        .value_or(0);
}

std::vector<std::string> members(std::string_view column_type)
{
    std::vector<std::string> names;
    bool is_inside = false;
    for (std::size_t i = 0; i < column_type.size(); ++i) {
        const char letter = column_type[i];
        const bool has_next = i + 1 < column_type.size();
        if (!is_inside) {
            is_inside = letter == '\'';
            if (is_inside) { names.emplace_back(); }
        } else if (letter == '\'' && !(has_next && column_type[i + 1] == '\'')) {
            is_inside = false;
        } else {
            // A quote is written twice, and a backslash, too.
            const bool is_escaped = has_next && (letter == '\'' || letter == '\\');
            names.back() += is_escaped ? column_type[++i] : letter;
        }
    }
    return names;
}

bool is_member(const std::vector<std::string>& names, std::string_view value)
{
    return std::find(names.begin(), names.end(), value) != names.end();
}

} // namespace datasync::schema
