// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/reference_forecast.hpp"

#include <algorithm>

namespace datasync::engine {

ReferenceForecast::ReferenceForecast(std::string entity, std::uint64_t open_before)
    : m_entity(std::move(entity)), m_open(open_before)
{
}

void ReferenceForecast::add(const BatchReferences& batch)
{
    for (const auto id : batch.written) { m_written.insert(id); }
    m_to_own_type.insert(m_to_own_type.end(), batch.to_own_type.begin(), batch.to_own_type.end());
    m_open += batch.to_other_types;
    for (const auto& reference : batch.earlier) {
        if (reference.owner_type != m_entity) {
            ++m_delivered;
        } else if (reference.target_type != m_entity) {
            --m_open; // Written anew with its owner, and counted there if it is still open.
        } else if (m_earlier_within.emplace(reference.id, reference).second) {
            --m_open;
        }
    }
}

std::uint64_t ReferenceForecast::delivered_within() const
{
    return static_cast<std::uint64_t>(
        std::count_if(m_earlier_within.begin(), m_earlier_within.end(), [&](const auto& entry) {
            return !comes(entry.second.owner_source_id) && comes(entry.second.target_source_id);
        }));
}

std::uint64_t ReferenceForecast::open() const
{
    const auto waiting = std::count_if(m_to_own_type.begin(), m_to_own_type.end(),
                                       [&](std::uint32_t id) { return !comes(id); });
    return m_open + static_cast<std::uint64_t>(waiting);
}

std::uint64_t ReferenceForecast::delivered() const
{
    return m_delivered + delivered_within();
}

} // namespace datasync::engine
