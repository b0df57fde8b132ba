// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Numbers as the databases write them, compared by their digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace datasync::schema {

/// A number as its digits, without leading and trailing zeros; zero has none and no sign.
struct Number {
    bool is_negative = false;
    std::string whole;
    std::string fraction;

    bool operator==(const Number&) const = default;
};

/// Whether a text consists of digits alone; an empty one does.
bool are_digits(std::string_view text);

/// Reads a decimal number, with or without sign, point and exponent; nothing for anything else.
std::optional<Number> parse_number(std::string_view text);

} // namespace datasync::schema
