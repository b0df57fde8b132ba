// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/path_set.hpp"

#include <algorithm>
#include <functional>

namespace datasync::media {

static_assert(sizeof(std::size_t) == sizeof(std::uint64_t), "std::hash has to give 64 bits");

bool PathSet::add(std::string_view path)
{
    const std::uint64_t hash = std::max<std::uint64_t>(1, std::hash<std::string_view>{}(path));
    const std::lock_guard lock(m_mutex);
    if (!put(hash)) { return false; }
    ++m_count;
    if (m_count * 4 > m_places.size() * 3) {
        std::vector<std::uint64_t> old(m_places.size() * 2);
        old.swap(m_places);
        for (const std::uint64_t known : old) {
            if (known != 0) { put(known); }
        }
    }
    return true;
}

bool PathSet::put(std::uint64_t hash)
{
    const std::size_t mask = m_places.size() - 1;
    std::size_t place = hash & mask;
    while (m_places[place] != 0) {
        if (m_places[place] == hash) { return false; }
        place = (place + 1) & mask;
    }
    m_places[place] = hash;
    return true;
}

} // namespace datasync::media
