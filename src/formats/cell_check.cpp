// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/cell_check.hpp"

#include "util/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace datasync::formats {

namespace {

constexpr std::uint64_t k_highest_id = 0x7FFFFFFFU;
constexpr std::size_t k_longest_number = 32;
constexpr std::size_t k_longest_email = 255;
constexpr std::size_t k_day_length = 10;
constexpr std::size_t k_moment_length = 19;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_whole(std::string_view text)
{
    if (text.starts_with('-')) { text.remove_prefix(1); }
    return !text.empty() && text.size() <= k_longest_number &&
           std::all_of(text.begin(), text.end(), is_digit);
}

/// The number that the digits there say; -1 where they are none.
int digits(std::string_view text, std::size_t at, std::size_t count)
{
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || !is_digit(text[i])) { return -1; }
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool is_day(std::string_view text)
{
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (year < 1 || month < 1 || month > 12 || day < 1 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const bool leaps = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[static_cast<std::size_t>(month) - 1] + (month == 2 && leaps ? 1 : 0);
}

bool is_moment(std::string_view text)
{
    if (text.size() < k_day_length || !is_day(text.substr(0, k_day_length))) { return false; }
    if (text.size() == k_day_length) { return true; }
    const bool is_apart = text[k_day_length] == ' ' || text[k_day_length] == 'T';
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    return text.size() == k_moment_length && is_apart && text[13] == ':' && text[16] == ':' &&
           hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

std::optional<std::string> check_moment(std::string_view& text, std::string& room)
{
    if (!is_moment(text)) {
        return "is not a date as 2024-02-29 or a moment as 2024-02-29 23:59:59";
    }
    room = text;
    if (room.size() == k_day_length) {
        room += " 00:00:00";
    } else {
        room[k_day_length] = ' ';
    }
    text = room;
    return std::nullopt;
}

std::optional<std::string> check_flag(std::string_view& text)
{
    const auto word = util::to_lower(text);
    if (word == "1" || word == "yes" || word == "true") {
        text = "1";
    } else if (word == "0" || word == "no" || word == "false") {
        text = "0";
    } else {
        return "is neither 1 (yes, true) nor 0 (no, false)";
    }
    return std::nullopt;
}

bool is_email(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at != 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos && text.size() <= k_longest_email &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

std::string number_refusal(std::string_view text)
{
    const bool has_comma = text.find(',') != std::string_view::npos;
    return has_comma ? "is not a number: write it with a point and without thousands separators, "
                       "1234.50"
                     : "is not a number";
}

} // namespace

bool is_decimal(std::string_view text)
{
    if (text.starts_with('-')) { text.remove_prefix(1); }
    const auto point = text.find('.');
    const auto before = text.substr(0, point);
    const auto behind =
        point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
    const auto are_digits = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), is_digit);
    };
    return text.size() <= k_longest_number && !before.empty() && !behind.empty() &&
           are_digits(before) && are_digits(behind);
}

std::optional<std::string> check_cell(CellKind kind, std::string_view& text, std::string& room)
{
    switch (kind) {
    case CellKind::text:
        return std::nullopt;
    case CellKind::word:
        if (util::trim(text) != text) { return "has blanks at its ends"; }
        if (std::any_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < ' '; })) {
            return "has control characters in it";
        }
        return std::nullopt;
    case CellKind::email:
        if (!is_email(text)) { return "is not an email address"; }
        return std::nullopt;
    case CellKind::whole:
        if (!is_whole(text)) { return "is not a whole number"; }
        return std::nullopt;
    case CellKind::id: {
        const auto id = util::parse_unsigned(text);
        if (!id || *id == 0 || *id > k_highest_id) {
            return "is not an id: a whole number from 1 to 2147483647";
        }
        return std::nullopt;
    }
    case CellKind::decimal:
        if (!is_decimal(text)) { return number_refusal(text); }
        return std::nullopt;
    case CellKind::amount: {
        const auto number = text.ends_with('%') ? text.substr(0, text.size() - 1) : text;
        if (!is_decimal(number)) { return number_refusal(number); }
        return std::nullopt;
    }
    case CellKind::flag:
        return check_flag(text);
    case CellKind::day:
        if (!is_moment(text)) { return "is not a date as 2024-02-29"; }
        text = text.substr(0, k_day_length);
        return std::nullopt;
    case CellKind::moment:
        return check_moment(text, room);
    }
    return std::nullopt;
}

} // namespace datasync::formats
