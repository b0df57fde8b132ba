// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/dependency_pull.hpp"

#include "engine/tracked_types.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace datasync::engine {

DependencyPull::DependencyPull(const OutcomeLedger& ledger, Take take)
    : m_ledger(ledger), m_take(std::move(take))
{
}

std::uint64_t DependencyPull::bring(MissingRecords missing)
{
    std::uint64_t brought = 0;
    while (const auto more = bring_all(missing)) {
        brought += more;
        for (const auto entity : types_others_need()) {
            std::vector<std::uint32_t> again;
            for (const auto& [id, event] : m_ledger.unsettled(entity)) { again.push_back(id); }
            if (!again.empty()) { m_take(entity, again, missing); }
        }
    }
    return brought;
}

std::uint64_t DependencyPull::bring_all(MissingRecords& missing)
{
    std::uint64_t brought = 0;
    const auto entities = types_others_need();
    for (auto entity = entities.begin(); entity != entities.end();) {
        const auto ids = untried(*entity, missing);
        if (ids.empty()) {
            ++entity;
            continue;
        }
        m_tried[std::string(*entity)].insert(ids.begin(), ids.end());
        brought += ids.size();
        m_take(*entity, ids, missing);
        // What these need comes before what others need of later types.
        entity = entities.begin();
    }
    return brought;
}

std::vector<std::uint32_t> DependencyPull::untried(std::string_view entity,
                                                   const MissingRecords& missing)
{
    std::vector<std::uint32_t> ids;
    const auto named = missing.find(entity);
    if (named == missing.end()) { return ids; }
    const auto tried = m_tried.find(entity);
    std::copy_if(named->second.begin(), named->second.end(), std::back_inserter(ids),
                 [&](std::uint32_t id) {
                     return !m_ledger.has_seen(entity, id) &&
                            pretended_target(&m_ledger.pretended(), entity, id) == 0 &&
                            (tried == m_tried.end() || !tried->second.contains(id));
                 });
    return ids;
}

} // namespace datasync::engine
