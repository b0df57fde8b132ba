// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Dates and times as the databases write them.
#include "schema/moment_text.hpp"

#include "schema/number_text.hpp"
#include "util/text.hpp"

#include <algorithm>
#include <chrono>

namespace datasync::schema {

bool has_form(std::string_view text, std::string_view pattern)
{
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                      [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; });
}

unsigned number_at(std::string_view text, std::size_t begin, std::size_t count)
{
    return static_cast<unsigned>(util::parse_unsigned(text.substr(begin, count)).value_or(0));
}

bool take_fraction(std::string_view& text, std::string_view& fraction)
{
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos) { return true; }
    constexpr std::size_t k_most = 6;
    fraction = text.substr(point + 1);
    text = text.substr(0, point);
    if (fraction.size() > k_most || !are_digits(fraction)) { return false; }
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    return true;
}

std::optional<Moment> parse_moment(std::string_view text)
{
    constexpr std::string_view k_day = "0000-00-00";
    Moment moment;
    moment.day = text.substr(0, k_day.size());
    if (!has_form(moment.day, k_day)) { return std::nullopt; }
    if (text.size() == k_day.size()) { return moment; }
    moment.time = text.substr(k_day.size() + 1);
    const char between = text[k_day.size()];
    if ((between != ' ' && between != 'T') || !take_fraction(moment.time, moment.fraction) ||
        !has_form(moment.time, "00:00:00")) {
        return std::nullopt;
    }
    return moment;
}

bool exists(const Moment& moment)
{
    const unsigned year = number_at(moment.day, 0, 4);
    const unsigned month = number_at(moment.day, 5, 2);
    const unsigned day = number_at(moment.day, 8, 2);
    const bool has_time = number_at(moment.time, 0, 2) < 24 && number_at(moment.time, 3, 2) < 60 &&
                          number_at(moment.time, 6, 2) < 60;
    if (month == 0 || day == 0) { return has_time && month <= 12 && day <= 31; }
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(month), std::chrono::day(day)};
    // To the servers, unlike to the calendar, the year 0 is no leap year.
    return has_time && date.ok() && !(year == 0 && month == 2 && day == 29);
}

} // namespace datasync::schema
