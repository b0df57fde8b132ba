// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How alike two words are, for "did you mean".
#include "util/edit_distance.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace datasync::util {

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    const std::string left = to_lower(a);
    const std::string right = to_lower(b);
    std::vector<std::size_t> before_last(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) { last[j] = j; }
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                current[j] = std::min(current[j], before_last[j - 2] + 1);
            }
        }
        std::swap(before_last, last);
        std::swap(last, current);
    }
    return last[right.size()];
}

std::optional<std::string> closest_word(std::string_view word,
                                        std::span<const std::string> candidates)
{
    // A third of the letters may differ: more than that suggests words that have nothing in common.
    const std::size_t most = std::max<std::size_t>(1, word.size() / 3);
    std::optional<std::string> best;
    std::size_t best_distance = most + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    if (best || word.size() < 3) { return best; }
    const auto begins_with_word = [&](const std::string& candidate) {
        return to_lower(candidate).starts_with(to_lower(word));
    };
    const auto found = std::find_if(candidates.begin(), candidates.end(), begins_with_word);
    return found == candidates.end() ? std::nullopt : std::optional<std::string>(*found);
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates)
{
    const std::optional<std::string> closest = closest_word(word, candidates);
    return closest ? fmt::format(" (did you mean \"{}\"?)", *closest) : std::string();
}

} // namespace datasync::util
