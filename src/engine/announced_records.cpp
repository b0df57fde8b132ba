// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/announced_records.hpp"

#include "schema/part_owners.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

AnnouncementReader::AnnouncementReader(ShopSession& session, schema::ChangeTracker& tracker,
                                       const TrackedType& type, std::uint32_t last)
    : m_session(session), m_tracker(tracker), m_type(type), m_last(last)
{
}

AnnouncedRecords AnnouncementReader::next(std::size_t most)
{
    AnnouncedRecords announced;
    // Rows about a record and about its parts come together, so that it is taken once.
    while (most > 0 && m_word < m_type.words.size()) {
        const auto& word = m_type.words[m_word];
        const auto changes = m_tracker.next(word.word, m_after, m_last, most);
        if (changes.size() < most) {
            ++m_word;
            m_after = 0;
        } else {
            m_after = changes.back().tracker_id;
        }
        most -= changes.size();
        add(word, changes, announced);
    }
    return announced;
}

void AnnouncementReader::add(const TrackedWord& word,
                             const std::vector<schema::TrackedChange>& changes,
                             AnnouncedRecords& announced)
{
    std::map<std::uint32_t, std::uint32_t> owner_of;
    if (!word.part.empty()) {
        std::vector<std::uint32_t> parts;
        parts.reserve(changes.size());
        for (const auto& change : changes) { parts.push_back(change.entity_id); }
        owner_of = owners(word, parts);
    }
    for (const auto& change : changes) {
        auto record_id = change.entity_id;
        if (!word.part.empty()) {
            const auto owner = owner_of.find(change.entity_id);
            if (owner == owner_of.end()) {
                announced.idle_rows.push_back(change.tracker_id);
                continue;
            }
            record_id = owner->second;
        }
        auto& record = announced.records[record_id];
        record.tracker_ids.push_back(change.tracker_id);
        record.change =
            std::max(record.change, fmt::format("{} {:010}", change.created_at, change.tracker_id));
        if (word.part.empty()) { record.identifier = change.identifier; }
    }
}

std::map<std::uint32_t, std::uint32_t>
AnnouncementReader::owners(const TrackedWord& word, const std::vector<std::uint32_t>& parts)
{
    const auto tables = m_session.handler(m_type.entity).spec().tables;
    const auto part = std::find_if(tables.begin(), tables.end(),
                                   [&](const TableSpec& table) { return table.type == word.part; });
    std::map<std::uint32_t, std::uint32_t> owner_of;
    if (parts.empty()) { return owner_of; }
    for (const auto& [id, owner] : schema::part_owners(m_tracker.shop(), *part, parts)) {
        owner_of[id] = owner;
    }
    // What is gone from the source, the destination may still have.
    std::vector<std::uint32_t> gone;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(gone),
                 [&](std::uint32_t id) { return !owner_of.contains(id); });
    if (gone.empty()) { return owner_of; }
    auto registry = m_session.registry();
    const auto there = registry.lookup(word.part, true, gone);
    const auto target_owners = schema::part_owners(m_session.target(), *part, there);
    std::vector<std::uint32_t> targets;
    for (const auto id : there) {
        const auto owner = target_owners.find(id);
        targets.push_back(owner == target_owners.end() ? 0 : owner->second);
    }
    const auto sources = registry.claimed_by(m_type.entity, false, targets);
    for (std::size_t i = 0; i < gone.size(); ++i) {
        if (sources[i] != 0) { owner_of[gone[i]] = sources[i]; }
    }
    return owner_of;
}

} // namespace datasync::engine
