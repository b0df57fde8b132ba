// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/recent_keys.hpp"

#include <functional>

namespace datasync::adapters {

std::optional<std::uint64_t> RecentKeys::add(std::string_view key, std::uint64_t line)
{
    // 64 bits: of two million records some two are mistaken once in ten million files.
    const auto hash = static_cast<std::uint64_t>(std::hash<std::string_view>{}(key));
    const auto [entry, is_new] = m_lines.emplace(hash, line);
    if (!is_new) { return entry->second; }
    if (m_order.size() < k_most) {
        m_order.push_back(hash);
        return std::nullopt;
    }
    m_lines.erase(m_order[m_next]);
    m_order[m_next] = hash;
    m_next = (m_next + 1) % k_most;
    return std::nullopt;
}

} // namespace datasync::adapters
