// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Days of the calendar.
#include "util/calendar.hpp"

#include <algorithm>
#include <chrono>

namespace datasync::util {

namespace {

int number(std::string_view digits)
{
    int value = 0;
    for (const char digit : digits) { value = value * 10 + (digit - '0'); }
    return value;
}

bool are_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

bool is_real_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') { return false; }
    const std::string_view year = text.substr(0, 4);
    const std::string_view month = text.substr(5, 2);
    const std::string_view day = text.substr(8, 2);
    if (!are_digits(year) || !are_digits(month) || !are_digits(day)) { return false; }
    const std::chrono::year_month_day date{
        std::chrono::year{number(year)},
        std::chrono::month{static_cast<unsigned>(number(month))},
        std::chrono::day{static_cast<unsigned>(number(day))},
    };
    return number(year) > 0 && date.ok();
}

} // namespace datasync::util
