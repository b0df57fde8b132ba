// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Dates and times as the databases write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace datasync::schema {

/// A date in its parts, not necessarily one that exists. Without a time part it is midnight.
struct Moment {
    std::string_view day;               ///< "YYYY-MM-DD"
    std::string_view time = "00:00:00"; ///< "hh:mm:ss"
    std::string_view fraction;          ///< Of a second, without trailing zeros.

    bool operator==(const Moment&) const = default;
};

/// Whether a text has the form of a pattern, whose zeros stand for digits.
bool has_form(std::string_view text, std::string_view pattern);

/// The number that stands at a place known to hold digits.
unsigned number_at(std::string_view text, std::size_t begin, std::size_t count);

/// Takes the fraction of a second off the end of a time; false when it is none.
bool take_fraction(std::string_view& text, std::string_view& fraction);

/// Reads "YYYY-MM-DD" with or without a time; nothing for anything else.
std::optional<Moment> parse_moment(std::string_view text);

/// Whether a moment is on the calendar; one with a zero month or day is taken as it is.
bool exists(const Moment& moment);

} // namespace datasync::schema
