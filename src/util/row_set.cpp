// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The arena that holds the bytes of cells, and the reading of ids.
#include "datasync/row_set.hpp"

#include <algorithm>
#include <limits>

namespace datasync {

namespace {

/// Large enough that a batch of ordinary rows needs a handful of blocks.
constexpr std::size_t k_block_size = std::size_t{256} * 1024;

} // namespace

const char* Arena::store(std::string_view bytes)
{
    if (bytes.empty()) { return ""; }
    if (m_block >= m_blocks.size() || m_blocks[m_block].size - m_used < bytes.size()) {
        const auto next = m_blocks.empty() ? 0 : m_block + 1;
        auto fitting = next;
        while (fitting < m_blocks.size() && m_blocks[fitting].size < bytes.size()) { ++fitting; }
        if (fitting == m_blocks.size()) {
            const auto size = std::max(k_block_size, bytes.size());
            // Not value-initialized: every byte is written before it is read.
            // NOLINTNEXTLINE(modernize-avoid-c-arrays): sized at run time.
            m_blocks.push_back({std::make_unique_for_overwrite<char[]>(size), size});
        }
        // Blocks that are too small for this value stay behind it, for the values after it.
        std::swap(m_blocks[next], m_blocks[fitting]);
        m_block = next;
        m_used = 0;
    }
    char* const place = m_blocks[m_block].data.get() + m_used;
    std::memcpy(place, bytes.data(), bytes.size());
    m_used += bytes.size();
    m_stored += bytes.size();
    return place;
}

void Arena::reset() noexcept
{
    m_block = 0;
    m_used = 0;
    m_stored = 0;
}

std::size_t Arena::capacity() const noexcept
{
    std::size_t sum = 0;
    for (const auto& block : m_blocks) { sum += block.size; }
    return sum;
}

std::uint32_t parse_id(std::string_view text) noexcept
{
    // Ten digits hold every id; columns with ZEROFILL print no more than that.
    if (text.empty() || text.size() > std::numeric_limits<std::uint32_t>::digits10 + 1) {
        return 0;
    }
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') { return 0; }
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value > std::numeric_limits<std::uint32_t>::max() ? 0
                                                             : static_cast<std::uint32_t>(value);
}

} // namespace datasync
