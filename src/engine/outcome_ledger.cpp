// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/outcome_ledger.hpp"

#include "report/record_text.hpp"

#include <algorithm>

namespace datasync::engine {

namespace {

void add_files(std::optional<MediaReport>& sum, const std::optional<MediaReport>& files)
{
    if (!files) { return; }
    if (!sum) { sum.emplace(); }
    sum->copied += files->copied;
    sum->bytes += files->bytes;
    sum->unchanged += files->unchanged;
    sum->missing += files->missing;
    sum->failed += files->failed;
    sum->left += files->left;
}

template<typename Text>
void add_new(std::vector<Text>& known, const std::vector<Text>& more)
{
    for (const auto& text : more) {
        if (std::find(known.begin(), known.end(), text) == known.end()) { known.push_back(text); }
    }
}

} // namespace

void OutcomeLedger::started(const SyncResult& result, std::uint64_t expected)
{
    auto& sum = result_of(result.entity);
    sum.source_system = result.source_system;
    sum.dry_run = result.dry_run;
    m_dry_run = result.dry_run;
    m_listener.started(result, expected);
}

void OutcomeLedger::record(const RecordEvent& event)
{
    const std::string entity(event.entity);
    m_seen[entity].insert(event.source_id);
    auto& unsettled = m_unsettled[entity];
    if (report::is_left_behind(event.outcome)) {
        unsettled[event.source_id] = event;
        return;
    }
    unsettled.erase(event.source_id);
    if (m_dry_run) {
        m_pretended[entity].emplace(event.source_id, event.target_id != 0
                                                         ? event.target_id
                                                         : pretended_id(event.source_id));
    }
    count(event);
    m_listener.record(event);
}

void OutcomeLedger::finished(const SyncResult& result)
{
    auto& sum = result_of(result.entity);
    sum.incomplete += result.incomplete;
    sum.delivered_references += result.delivered_references;
    sum.lost_references += result.lost_references;
    sum.zero_dates += result.zero_dates;
    // What waits, each run counts anew.
    sum.open_references = result.open_references;
    sum.seconds += result.seconds;
    sum.stopped_early = sum.stopped_early || result.stopped_early;
    add_files(sum.media, result.media);
    add_new(sum.reindex, result.reindex);
    add_new(sum.warnings, result.warnings);
}

const std::map<std::uint32_t, RecordEvent>& OutcomeLedger::unsettled(std::string_view entity) const
{
    static const std::map<std::uint32_t, RecordEvent> k_none;
    const auto found = m_unsettled.find(entity);
    return found == m_unsettled.end() ? k_none : found->second;
}

bool OutcomeLedger::has_seen(std::string_view entity, std::uint32_t source_id) const
{
    const auto found = m_seen.find(entity);
    return found != m_seen.end() && found->second.contains(source_id);
}

void OutcomeLedger::settle()
{
    for (const auto& [entity, events] : m_unsettled) {
        for (const auto& [id, event] : events) {
            count(event);
            m_listener.record(event);
        }
    }
    m_unsettled.clear();
    m_seen.clear();
}

void OutcomeLedger::finish()
{
    for (const auto& result : m_results) { m_listener.finished(result); }
}

SyncResult& OutcomeLedger::result_of(std::string_view entity)
{
    const auto found =
        std::find_if(m_results.begin(), m_results.end(),
                     [&](const SyncResult& known) { return known.entity == entity; });
    if (found != m_results.end()) { return *found; }
    auto& added = m_results.emplace_back();
    added.entity = entity;
    return added;
}

void OutcomeLedger::count(const RecordEvent& event)
{
    ++result_of(event.entity).outcomes[static_cast<std::size_t>(event.outcome)];
}

} // namespace datasync::engine
