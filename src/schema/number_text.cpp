// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Numbers as the databases write them, compared by their digits.
#include "schema/number_text.hpp"

#include <algorithm>
#include <charconv>

namespace datasync::schema {

namespace {

/// Moves the point by an exponent; false when the result would be absurdly long.
bool shift_point(Number& number, std::string_view exponent)
{
    constexpr int k_most = 400;
    if (exponent.starts_with('+')) { exponent.remove_prefix(1); }
    int shift = 0;
    const char* const end = exponent.data() + exponent.size();
    const auto [stopped_at, error] = std::from_chars(exponent.data(), end, shift);
    if (error != std::errc() || stopped_at != end || shift > k_most || shift < -k_most) {
        return false;
    }
    std::string& from = shift > 0 ? number.fraction : number.whole;
    const auto count = static_cast<std::size_t>(shift > 0 ? shift : -shift);
    if (from.size() < count) { from.insert(shift > 0 ? from.size() : 0, count - from.size(), '0'); }
    if (shift > 0) {
        number.whole += from.substr(0, count);
        from.erase(0, count);
    } else {
        number.fraction.insert(0, from.substr(from.size() - count));
        from.erase(from.size() - count);
    }
    return true;
}

} // namespace

bool are_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Number> parse_number(std::string_view text)
{
    Number number;
    number.is_negative = text.starts_with('-');
    if (number.is_negative || text.starts_with('+')) { text.remove_prefix(1); }
    const std::size_t exponent = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, exponent);
    const std::size_t point = mantissa.find('.');
    number.whole = mantissa.substr(0, point);
    if (point != std::string_view::npos) { number.fraction = mantissa.substr(point + 1); }
    const bool has_digits = !number.whole.empty() || !number.fraction.empty();
    if (!has_digits || !are_digits(number.whole) || !are_digits(number.fraction)) {
        return std::nullopt;
    }
    if (exponent != std::string_view::npos && !shift_point(number, text.substr(exponent + 1))) {
        return std::nullopt;
    }
    number.whole.erase(0, std::min(number.whole.find_first_not_of('0'), number.whole.size()));
    number.fraction.erase(number.fraction.find_last_not_of('0') + 1);
    number.is_negative &= !number.whole.empty() || !number.fraction.empty();
    return number;
}

} // namespace datasync::schema
