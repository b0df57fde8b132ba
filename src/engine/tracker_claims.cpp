// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/tracker_claims.hpp"

#include "engine/retry.hpp"

#include <algorithm>
#include <vector>

namespace datasync::engine {

namespace {

using Rows = std::set<std::uint32_t>;

std::vector<std::uint32_t> listed(const Rows& rows)
{
    return {rows.begin(), rows.end()};
}

/// Rows about nothing that waits. One about a part of several records is done when all of them
/// have arrived.
Rows done_rows(const AnnouncedRecords& announced, const std::set<std::uint32_t>& waiting)
{
    Rows rows(announced.idle_rows.begin(), announced.idle_rows.end());
    for (const auto& [id, record] : announced.records) {
        if (waiting.contains(id)) { continue; }
        rows.insert(record.tracker_ids.begin(), record.tracker_ids.end());
    }
    for (const auto id : waiting) {
        for (const auto row : announced.records.at(id).tracker_ids) { rows.erase(row); }
    }
    for (const auto row : announced.left_rows) { rows.erase(row); }
    return rows;
}

} // namespace

TrackerClaims::TrackerClaims(schema::ChangeTracker& tracker, bool writes)
    : m_tracker(tracker), m_writes(writes)
{
}

void TrackerClaims::claim(AnnouncedRecords& announced)
{
    if (!m_writes) { return; }
    const auto held = m_tracker.claim(listed(done_rows(announced, {})));
    if (held.empty()) { return; }
    const Rows held_rows(held.begin(), held.end());
    const auto is_held = [&](std::uint32_t row) { return held_rows.contains(row); };
    std::vector<std::uint32_t> waiting;
    for (const auto& [id, record] : announced.records) {
        const auto& rows = record.tracker_ids;
        if (std::any_of(rows.begin(), rows.end(), is_held)) { waiting.push_back(id); }
    }
    for (const auto id : waiting) { announced.leave(id); }
    std::erase_if(announced.idle_rows, is_held);
    const auto left = listed(announced.left_rows);
    retrying([&] { m_tracker.release(left); });
}

std::uint64_t TrackerClaims::settle(const AnnouncedRecords& announced,
                                    const std::set<std::uint32_t>& waiting)
{
    if (!m_writes) { return 0; }
    const auto done = listed(done_rows(announced, waiting));
    Rows again;
    for (const auto id : waiting) {
        const auto& rows = announced.records.at(id).tracker_ids;
        again.insert(rows.begin(), rows.end());
    }
    const auto again_rows = listed(again);
    retrying([&] { m_tracker.acknowledge(done); });
    retrying([&] { m_tracker.release(again_rows); });
    return done.size();
}

void TrackerClaims::release(const AnnouncedRecords& announced)
{
    if (!m_writes) { return; }
    const auto rows = listed(done_rows(announced, {}));
    retrying([&] { m_tracker.release(rows); });
}

} // namespace datasync::engine
