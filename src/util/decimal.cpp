// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "util/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace datasync::util {

namespace {

constexpr std::size_t k_decimals = 4;
/// Digits before the point that keep sums of many amounts far from the limits of the type.
constexpr std::size_t k_most_digits = 12;

/// a * b / c without leaving 64 bits on the way where the result fits: 128 bits are no part of the
/// language, and long double has 64 bits for the product of what shops keep.
std::int64_t scaled(std::int64_t a, std::int64_t b, std::int64_t c)
{
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(a, b, &product)) {
        const bool is_negative = (product < 0) != (c < 0);
        const auto magnitude = std::llabs(product);
        const auto divisor = std::llabs(c);
        const auto half = divisor / 2;
        const auto quotient = magnitude / divisor + (magnitude % divisor >= divisor - half ? 1 : 0);
        return is_negative ? -quotient : quotient;
    }
    return static_cast<std::int64_t>(std::llround(
        static_cast<long double>(a) * static_cast<long double>(b) / static_cast<long double>(c)));
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    const bool is_negative = text.starts_with('-');
    if (is_negative) { text.remove_prefix(1); }
    const auto point = std::min(text.find('.'), text.size());
    const auto before = text.substr(0, point);
    const auto behind = text.substr(std::min(point + 1, text.size()));
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (before.empty() || before.size() > k_most_digits ||
        !std::all_of(before.begin(), before.end(), is_digit) ||
        !std::all_of(behind.begin(), behind.end(), is_digit)) {
        return std::nullopt;
    }
    std::int64_t units = 0;
    for (const char c : before) { units = units * 10 + (c - '0'); }
    for (std::size_t i = 0; i < k_decimals; ++i) {
        units = units * 10 + (i < behind.size() ? behind[i] - '0' : 0);
    }
    if (behind.size() > k_decimals && behind[k_decimals] >= '5') { ++units; }
    return Decimal(is_negative ? -units : units);
}

std::string Decimal::text() const
{
    const auto units = std::llabs(m_units);
    return fmt::format("{}{}.{:04}", m_units < 0 ? "-" : "", units / k_one, units % k_one);
}

std::string Decimal::short_text() const
{
    auto text = this->text();
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) { text.pop_back(); }
    return text;
}

Decimal Decimal::times(Decimal other) const
{
    return Decimal(scaled(m_units, other.m_units, k_one));
}

Decimal Decimal::over(Decimal other) const
{
    return other.is_zero() ? Decimal() : Decimal(scaled(m_units, k_one, other.m_units));
}

Decimal Decimal::share(Decimal part, Decimal whole) const
{
    if (part == whole) { return *this; }
    return whole.is_zero() ? Decimal() : Decimal(scaled(m_units, part.m_units, whole.m_units));
}

} // namespace datasync::util
