// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds records of a file that are the same one while both may be on their way.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::adapters {

/// Remembers what the last records were known by. What lies further back has been written, and is
/// found on the destination.
class RecentKeys {
public:
    /// The line of an earlier record with that key; nothing when there is none. Remembers it.
    std::optional<std::uint64_t> add(std::string_view key, std::uint64_t line);

private:
    static constexpr std::size_t k_most = 200'000;

    std::unordered_map<std::uint64_t, std::uint64_t> m_lines; ///< By hash.
    std::vector<std::uint64_t> m_order;                       ///< A ring, once it is full.
    std::size_t m_next = 0;
};

} // namespace datasync::adapters
