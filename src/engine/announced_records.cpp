// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/announced_records.hpp"

#include "schema/part_owners.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::engine {

AnnouncementReader::AnnouncementReader(ShopSession& session, schema::ChangeTracker& tracker,
                                       const TrackedType& type, std::uint32_t last,
                                       bool takes_claimed)
    : m_session(session),
      m_tracker(tracker),
      m_type(type),
      m_last(last),
      m_takes_claimed(takes_claimed)
{
}

AnnouncedRecords AnnouncementReader::next(std::size_t most)
{
    AnnouncedRecords announced;
    // Rows about a record and about its parts come together, so that it is taken once.
    while (most > 0 && m_word < m_type.words.size()) {
        const auto& word = m_type.words[m_word];
        const auto changes = m_tracker.next(word.word, {m_after, m_last, most, m_takes_claimed});
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
    std::multimap<std::uint32_t, std::uint32_t> owner_of;
    if (!word.part.empty()) {
        std::vector<std::uint32_t> parts;
        parts.reserve(changes.size());
        for (const auto& change : changes) { parts.push_back(change.entity_id); }
        owner_of = owners(word, parts);
    }
    const auto announce = [&](std::uint32_t id, const schema::TrackedChange& change) {
        auto& record = announced.records[id];
        record.tracker_ids.push_back(change.tracker_id);
        record.change =
            std::max(record.change, fmt::format("{} {:010}", change.created_at, change.tracker_id));
        if (word.part.empty()) { record.identifier = change.identifier; }
    };
    for (const auto& change : changes) {
        if (word.part.empty()) {
            announce(change.entity_id, change);
            continue;
        }
        const auto [first, last] = owner_of.equal_range(change.entity_id);
        if (first == last) { announced.idle_rows.push_back(change.tracker_id); }
        for (auto owner = first; owner != last; ++owner) { announce(owner->second, change); }
    }
}

std::multimap<std::uint32_t, std::uint32_t>
AnnouncementReader::owners(const TrackedWord& word, const std::vector<std::uint32_t>& parts)
{
    const auto& spec = m_session.handler(m_type.entity).spec();
    std::multimap<std::uint32_t, std::uint32_t> owner_of;
    for (const auto& owner : schema::part_owners(m_tracker.shop(), spec, word.part, parts)) {
        owner_of.insert(owner);
    }
    // What is gone from the source, the destination may still have.
    std::vector<std::uint32_t> gone;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(gone),
                 [&](std::uint32_t id) { return !owner_of.contains(id); });
    auto registry = m_session.registry();
    std::map<std::uint32_t, std::uint32_t> part_of; // Of the destination: to the source's.
    const auto there = registry.lookup(word.part, true, gone);
    for (std::size_t i = 0; i < gone.size(); ++i) {
        if (there[i] != 0) { part_of[there[i]] = gone[i]; }
    }
    std::vector<std::uint32_t> target_parts;
    for (const auto& [target, source] : part_of) { target_parts.push_back(target); }
    const auto target_owners =
        schema::part_owners(m_session.target(), spec, word.part, target_parts);
    std::vector<std::uint32_t> targets;
    for (const auto& [part, owner] : target_owners) { targets.push_back(owner); }
    const auto sources = registry.claimed_by(m_type.entity, false, targets);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (sources[i] != 0) { owner_of.emplace(part_of[target_owners[i].first], sources[i]); }
    }
    return owner_of;
}

} // namespace datasync::engine
