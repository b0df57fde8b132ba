// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which files were named before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

namespace datasync::media {

/// A set that keeps 64 bits of each path: 11 to 22 bytes of memory per file, however long its name.
/// The chance that among a million files one is taken for another is less than one in thirty
/// million. Used by several threads.
class PathSet {
public:
    /// Adds a path; false when it is there already.
    bool add(std::string_view path);

private:
    bool put(std::uint64_t hash);

    std::mutex m_mutex;
    /// A hash stands in the first free place from where its own bits point to; 0 is free.
    std::vector<std::uint64_t> m_places = std::vector<std::uint64_t>(1024);
    std::size_t m_count = 0;
};

} // namespace datasync::media
