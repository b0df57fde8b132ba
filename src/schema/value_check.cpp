// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether a value fits a column: the rules of MySQL's and MariaDB's column types.
#include "schema/value_check.hpp"

#include "schema/moment_text.hpp"
#include "schema/number_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <vector>

namespace datasync::schema {

namespace {

using Reason = std::optional<std::string>;

std::string shown(std::string_view value)
{
    constexpr std::size_t k_longest = 40;
    const bool is_long = value.size() > k_longest;
    return "'" + util::printable(value.substr(0, k_longest)) + (is_long ? "...'" : "'");
}

bool is_latin1(char32_t point)
{
    // MySQL's latin1 is Windows-1252, whose five unused bytes stand for themselves.
    constexpr std::u32string_view k_in_upper_controls =
        U"\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u017D"
        U"\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u017E\u0178";
    constexpr std::array<char32_t, 5> k_unused = {0x81, 0x8D, 0x8F, 0x90, 0x9D};
    return point < 0x80 || (point >= 0xA0 && point <= 0xFF) ||
           k_in_upper_controls.find(point) != std::u32string_view::npos ||
           std::find(k_unused.begin(), k_unused.end(), point) != k_unused.end();
}

char32_t code_point(std::string_view sequence)
{
    const auto first = static_cast<unsigned char>(sequence.front());
    constexpr std::array<unsigned, 5> k_masks = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t point = first & k_masks.at(sequence.size());
    for (const char byte : sequence.substr(1)) {
        point = (point << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    }
    return point;
}

/// Whether a character set has a character; true for sets that are not known here.
bool has_character(std::string_view charset, std::string_view sequence)
{
    return charset == "ascii"    ? sequence.size() == 1
           : charset == "latin1" ? is_latin1(code_point(sequence))
                                 : sequence.size() < 4 || !is_utf8mb3(charset);
}

Reason text_misfit(std::string_view value, const ColumnType& to, std::uint64_t type_bytes)
{
    if (to.data_type == "char") {
        // CHAR holds no trailing spaces; more of them than fit are no loss.
        value = value.substr(0, value.find_last_not_of(' ') + 1);
    }
    std::uint64_t characters = 0;
    for (std::string_view rest = value; !rest.empty(); ++characters) {
        const std::size_t length = util::utf8_sequence_length(rest);
        if (length == 0) {
            return fmt::format("is not valid UTF-8 (byte {})", value.size() - rest.size() + 1);
        }
        if (!has_character(to.charset, rest.substr(0, length))) {
            return fmt::format("has the character U+{:04X}, which {} columns cannot hold",
                               static_cast<std::uint32_t>(code_point(rest.substr(0, length))),
                               to.charset);
        }
        rest.remove_prefix(length);
    }
    if (type_bytes == 0) {
        if (to.max_chars != 0 && characters > to.max_chars) {
            return fmt::format("has {} characters, the column takes {}", characters, to.max_chars);
        }
        return std::nullopt;
    }
    const std::uint64_t bytes = is_single_byte(to.charset) ? characters : value.size();
    const std::uint64_t most = to.max_bytes != 0 ? to.max_bytes : type_bytes;
    if (bytes > most) { return fmt::format("has {} bytes, the column takes {}", bytes, most); }
    return std::nullopt;
}

Reason binary_misfit(std::string_view value, const ColumnType& to, std::uint64_t type_bytes)
{
    const std::uint64_t most = to.max_bytes != 0 ? to.max_bytes : type_bytes;
    if (most != 0 && value.size() > most) {
        return fmt::format("has {} bytes, the column takes {}", value.size(), most);
    }
    if (to.data_type == "binary" && value.size() < most) {
        return fmt::format("has {} bytes, the column always holds {}", value.size(), most);
    }
    return std::nullopt;
}

Reason json_misfit(std::string_view value)
{
    if (nlohmann::json::accept(value)) { return std::nullopt; }
    return "is no JSON: " + shown(value);
}

Reason choice_misfit(std::string_view value, const ColumnType& to)
{
    const std::vector<std::string> names = members(to.column_type);
    if (to.data_type == "enum" || value.find(',') == std::string_view::npos) {
        const bool fits = is_member(names, value) || (to.data_type == "set" && value.empty());
        return fits ? Reason() : "is none of the column's choices: " + shown(value);
    }
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find(',', begin), value.size());
        if (!is_member(names, value.substr(begin, end - begin))) {
            return "has a part that is none of the column's choices: " + shown(value);
        }
        begin = end + 1;
    }
    return std::nullopt;
}

Reason integer_misfit(const Number& number, std::uint64_t bits, bool is_unsigned,
                      std::string_view value)
{
    if (!number.fraction.empty()) {
        return "has digits behind the point, the column takes whole numbers: " + shown(value);
    }
    const std::string limit = std::to_string(integer_limit(bits, is_unsigned, number.is_negative));
    const bool is_beyond = number.whole.size() != limit.size() ? number.whole.size() > limit.size()
                                                               : number.whole > limit;
    if (!is_beyond) { return std::nullopt; }
    const std::uint64_t least = integer_limit(bits, is_unsigned, true);
    return fmt::format("is {}, the column takes {}{} to {}", shown(value), least == 0 ? "" : "-",
                       least, integer_limit(bits, is_unsigned, false));
}

Reason digits_misfit(const Number& number, unsigned precision, unsigned scale)
{
    const std::size_t most_whole = precision > scale ? precision - scale : 0;
    if (number.whole.size() > most_whole) {
        return fmt::format("has {} digits before the point, the column takes {}",
                           number.whole.size(), most_whole);
    }
    if (number.fraction.size() > scale) {
        return fmt::format("has {} digits behind the point, the column keeps {}",
                           number.fraction.size(), scale);
    }
    return std::nullopt;
}

Reason approximate_misfit(const Number& number, const ColumnType& to, std::uint64_t most_digits)
{
    std::string digits = number.whole + number.fraction;
    digits.erase(digits.find_last_not_of('0') + 1);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > most_digits) {
        return fmt::format("has {} digits, the column keeps {}", digits.size(), most_digits);
    }
    const std::string text = "0" + number.whole + "." + number.fraction + "0";
    double magnitude = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped_at, error] = std::from_chars(text.data(), end, magnitude);
    const bool is_float = to.data_type == "float";
    if (error != std::errc() || stopped_at != end ||
        (is_float && magnitude > static_cast<double>(std::numeric_limits<float>::max()))) {
        return std::string("is out of the range of the column");
    }
    if (const auto fixed = display_digits(to.column_type)) {
        return digits_misfit(number, fixed->first, fixed->second);
    }
    return std::nullopt;
}

Reason number_misfit(std::string_view value, const ColumnType& to, const KnownType& type)
{
    const std::optional<Number> number = parse_number(value);
    if (!number) { return "is no number: " + shown(value); }
    if (type.kind == Kind::integer) {
        return integer_misfit(*number, type.size, to.is_unsigned, value);
    }
    if (to.is_unsigned && number->is_negative) {
        return fmt::format("is {}, the column takes no negative numbers", shown(value));
    }
    if (type.kind == Kind::approximate) { return approximate_misfit(*number, to, type.size); }
    return to.precision == 0 ? std::nullopt : digits_misfit(*number, to.precision, to.scale);
}

Reason fraction_misfit(std::string_view fraction, const ColumnType& to)
{
    if (fraction.size() <= fraction_digits(to)) { return std::nullopt; }
    return fmt::format("has {} digits of a fraction of a second, the column keeps {}",
                       fraction.size(), fraction_digits(to));
}

Reason timestamp_misfit(const Moment& moment)
{
    const std::string text = fmt::format("{} {}", moment.day, moment.time);
    const bool is_zero = text == "0000-00-00 00:00:00";
    if (is_zero || (!is_zero_date(moment.day) && text >= "1970-01-01 00:00:01" &&
                    text <= "2038-01-19 03:14:07")) {
        return std::nullopt;
    }
    return fmt::format("is {}, the column takes 1970-01-01 00:00:01 to 2038-01-19 03:14:07 UTC",
                       text);
}

Reason date_misfit(std::string_view value, const ColumnType& to)
{
    const std::optional<Moment> moment = parse_moment(value);
    if (!moment) { return "is no date: " + shown(value); }
    if (!exists(*moment)) { return "is a date that does not exist: " + shown(value); }
    if (to.data_type == "date") {
        const bool is_day = moment->time == Moment().time && moment->fraction.empty();
        return is_day ? Reason() : "has a time of day, the column keeps the day: " + shown(value);
    }
    Reason reason = fraction_misfit(moment->fraction, to);
    return reason || to.data_type != "timestamp" ? reason : timestamp_misfit(*moment);
}

Reason time_misfit(std::string_view value, const ColumnType& to)
{
    std::string_view time = value;
    std::string_view fraction;
    if (time.starts_with('-')) { time.remove_prefix(1); }
    const bool is_time = take_fraction(time, fraction) &&
                         (has_form(time, "00:00:00") || has_form(time, "000:00:00"));
    if (!is_time) { return "is no time: " + shown(value); }
    const std::size_t hours = time.find(':');
    if (number_at(time, hours + 1, 2) > 59 || number_at(time, hours + 4, 2) > 59) {
        return "is a time that does not exist: " + shown(value);
    }
    const bool is_longest = time == "838:59:59" && !fraction.empty();
    if (number_at(time, 0, hours) > 838 || is_longest) {
        return fmt::format("is {}, the column takes -838:59:59 to 838:59:59", shown(value));
    }
    return fraction_misfit(fraction, to);
}

Reason year_misfit(std::string_view value)
{
    const unsigned year = number_at(value, 0, value.size());
    if (has_form(value, "0000") && (year == 0 || (year >= 1901 && year <= 2155))) {
        return std::nullopt;
    }
    return fmt::format("is {}, the column takes the years 1901 to 2155 and 0000", shown(value));
}

} // namespace

std::optional<std::string> misfit(std::string_view value, const ColumnType& to)
{
    const KnownType type = known_type(to);
    switch (type.kind) {
    case Kind::text:
        return text_misfit(value, to, type.size);
    case Kind::binary:
        return binary_misfit(value, to, type.size);
    case Kind::json:
        return json_misfit(value);
    case Kind::integer:
    case Kind::decimal:
    case Kind::approximate:
        return number_misfit(value, to, type);
    case Kind::date:
        return date_misfit(value, to);
    case Kind::time:
        return time_misfit(value, to);
    case Kind::year:
        return year_misfit(value);
    case Kind::choice:
        return choice_misfit(value, to);
    case Kind::other:
        break;
    }
    return std::nullopt;
}

bool same_value(std::string_view a, std::string_view b, const ColumnType& type)
{
    if (a == b) { return true; }
    const Kind kind = known_type(type).kind;
    if (is_number(kind)) {
        const std::optional<Number> number = parse_number(a);
        return number && number == parse_number(b);
    }
    if (kind == Kind::date) {
        const std::optional<Moment> moment = parse_moment(a);
        return moment && moment == parse_moment(b);
    }
    return false;
}

bool is_zero_date(std::string_view value)
{
    const std::optional<Moment> moment = parse_moment(value);
    return moment && (number_at(moment->day, 5, 2) == 0 || number_at(moment->day, 8, 2) == 0);
}

} // namespace datasync::schema
