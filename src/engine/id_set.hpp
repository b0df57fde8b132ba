// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A set of ids that is small enough to hold those of a whole shop.
#pragma once

#include <cstdint>
#include <unordered_map>

namespace datasync::engine {

/// A set of ids, of which shops have millions and mostly dense ones: 64 to an entry.
class IdSet {
public:
    /// Whether the id was not there yet.
    bool insert(std::uint32_t id)
    {
        auto& word = m_words[id / 64];
        const auto bit = std::uint64_t{1} << (id % 64);
        const bool is_new = (word & bit) == 0;
        word |= bit;
        return is_new;
    }
    bool contains(std::uint32_t id) const
    {
        const auto word = m_words.find(id / 64);
        return word != m_words.end() && (word->second >> (id % 64) & 1U) != 0;
    }

private:
    std::unordered_map<std::uint32_t, std::uint64_t> m_words;
};

} // namespace datasync::engine
