// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether all values of one column fit another, by their definitions alone.
#include "schema/column_fit.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace datasync::schema {

namespace {

bool text_always_fits(const ColumnType& from, const ColumnType& to)
{
    const bool is_ascii = from.charset == "ascii";
    const bool is_same_set =
        from.charset == to.charset || (is_utf8mb3(from.charset) && is_utf8mb3(to.charset));
    const bool is_wider_set = is_utf8mb3(to.charset) || to.charset == "utf8mb4"
                                  ? from.charset != "utf8mb4" && !from.charset.empty()
                                  : is_ascii && to.charset == "latin1";
    const bool is_known =
        is_single_byte(from.charset) || is_utf8mb3(from.charset) || from.charset == "utf8mb4";
    if (!is_known || !(is_same_set || is_wider_set)) { return false; }
    const std::uint64_t from_bytes = known_type(from).size; // 0: limited by characters.
    const std::uint64_t characters =
        from_bytes == 0 ? from.max_chars : (from.max_bytes != 0 ? from.max_bytes : from_bytes);
    if (characters == 0) { return false; }
    if (to.data_type == "char" && from.data_type != "char") {
        return false; // Trailing spaces would be lost.
    }
    const std::uint64_t to_bytes = known_type(to).size;
    if (to_bytes == 0) { return characters <= to.max_chars; }
    // A latin1 character such as the euro sign takes up to three bytes in UTF-8.
    const std::uint64_t widest = is_ascii || is_single_byte(to.charset)        ? 1
                                 : from_bytes != 0 && from.charset != "latin1" ? 1
                                 : from.charset == "utf8mb4"                   ? 4
                                                                               : 3;
    return characters * widest <= (to.max_bytes != 0 ? to.max_bytes : to_bytes);
}

bool number_always_fits(const ColumnType& from, const ColumnType& to)
{
    const KnownType a = known_type(from);
    const KnownType b = known_type(to);
    if (!from.is_unsigned && to.is_unsigned) { return false; }
    if (a.kind == Kind::integer && b.kind == Kind::integer) {
        return integer_limit(a.size, from.is_unsigned, false) <=
                   integer_limit(b.size, to.is_unsigned, false) &&
               integer_limit(a.size, from.is_unsigned, true) <=
                   integer_limit(b.size, to.is_unsigned, true);
    }
    if (b.kind == Kind::decimal) {
        const bool is_integer = a.kind == Kind::integer;
        const std::size_t whole =
            is_integer ? std::to_string(integer_limit(a.size, from.is_unsigned, false)).size()
                       : from.precision - from.scale;
        const unsigned scale = is_integer ? 0 : from.scale;
        const bool is_exact = is_integer || (a.kind == Kind::decimal && from.precision != 0);
        return is_exact && scale <= to.scale && whole + to.scale <= to.precision;
    }
    return a.kind == Kind::approximate && b.kind == Kind::approximate && a.size <= b.size &&
           !display_digits(to.column_type);
}

bool date_always_fits(const ColumnType& from, const ColumnType& to)
{
    const bool is_same = from.data_type == to.data_type;
    const bool is_wider = to.data_type == "datetime" && known_type(from).kind == Kind::date;
    return (is_same || is_wider) && fraction_digits(from) <= fraction_digits(to);
}

bool choice_always_fits(const ColumnType& from, const ColumnType& to)
{
    const std::vector<std::string> wanted = members(from.column_type);
    const std::vector<std::string> names = members(to.column_type);
    return from.data_type == to.data_type &&
           std::all_of(wanted.begin(), wanted.end(),
                       [&names](const std::string& name) { return is_member(names, name); });
}

} // namespace

bool always_fits(const ColumnType& from, const ColumnType& to)
{
    if (from.nullable && !to.nullable) { return false; }
    const bool is_same = from.data_type == to.data_type && from.column_type == to.column_type &&
                         from.charset == to.charset && from.is_unsigned == to.is_unsigned;
    if (is_same && !to.column_type.empty()) { return true; }
    const Kind kind = known_type(from).kind;
    if (is_number(kind) && is_number(known_type(to).kind)) { return number_always_fits(from, to); }
    if (kind != known_type(to).kind) { return false; }
    switch (kind) {
    case Kind::text:
        return text_always_fits(from, to);
    case Kind::binary:
        return to.data_type != "binary" && byte_limit(from) != 0 &&
               byte_limit(from) <= byte_limit(to);
    case Kind::date:
    case Kind::time:
        return date_always_fits(from, to);
    case Kind::choice:
        return choice_always_fits(from, to);
    default:
        return kind == Kind::year || kind == Kind::json;
    }
}

} // namespace datasync::schema
