// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Small operations on text that know nothing of shops or databases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::util {

/// ASCII letters in lower case, all other bytes as they are.
std::string to_lower(std::string_view text);

/// Without white space at both ends.
std::string_view trim(std::string_view text);

/// The parts between separators, trimmed; an empty text has one empty part.
std::vector<std::string> split(std::string_view text, char separator);

/// A plain decimal number without sign; nothing for anything else or when it is too large.
std::optional<std::uint64_t> parse_unsigned(std::string_view text);

/// Length of the valid UTF-8 sequence at the beginning of `text`; 0 when there is none.
std::size_t utf8_sequence_length(std::string_view text);

/// Number of characters; nothing when the text is not UTF-8.
std::optional<std::size_t> utf8_length(std::string_view text);

/// Fit for a terminal or a line of a log: control characters and bytes that are not UTF-8 are
/// written as escapes, so that a value can neither move the cursor nor begin a new line.
std::string printable(std::string_view text);

} // namespace datasync::util
