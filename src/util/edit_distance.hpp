// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How alike two words are, for "did you mean".
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace datasync::util {

/// Number of insertions, deletions, replacements and swaps of neighbours between two words; upper
/// and lower case are the same.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate a person most likely meant; nothing when none is near enough.
std::optional<std::string> closest_word(std::string_view word,
                                        std::span<const std::string> candidates);

/// ` (did you mean "x"?)`, or an empty string when nothing is near enough.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

} // namespace datasync::util
