// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/gone_pass.hpp"

#include "engine/record_removal.hpp"
#include "schema/keyed_records.hpp"
#include "schema/natural_keys.hpp"
#include "schema/settings.hpp"
#include "state/run_log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace datasync::engine {

GonePass::GonePass(ShopSession& session, SyncOptions options, const RemovalOptions& removal,
                   RunListener& listener, std::vector<RemovalResult>& results)
    : m_session(session),
      m_options(std::move(options)),
      m_removal(removal),
      m_listener(listener),
      m_results(results)
{
}

void GonePass::remove(const AnnouncedRecords& announced, const std::vector<std::uint32_t>& ids)
{
    if (ids.empty()) { return; }
    const auto& handler = m_session.handler(m_options.entity);
    m_session.source().load_tables(schema::condition_tables(handler.spec()));
    auto kind = schema::natural_target(handler.spec(), handler.natural_key(m_session.facts()));
    kind.condition = schema::conditions_sql(m_session.source(), handler.spec());
    const auto there = schema::present_records(m_session.source(), kind, ids);
    std::vector<GoneRecord> gone;
    for (const auto id : ids) {
        if (there.contains(id)) {
            m_present.push_back(id);
        } else {
            gone.push_back({id, announced.records.at(id).identifier});
        }
    }
    remove(gone, Try::first);
}

void GonePass::ask_again()
{
    std::vector<GoneRecord> held;
    for (const auto& [id, event] : m_failed) {
        if (event.outcome == RemovalOutcome::held) { held.push_back({id, event.label}); }
    }
    for (const auto& record : held) { m_failed.erase(record.source_id); }
    remove(held, Try::last);
}

void GonePass::remove(const std::vector<GoneRecord>& gone, Try which)
{
    if (gone.empty()) { return; }
    auto result =
        remove_gone(m_session, m_options, m_removal, gone, [&](const RemovalEvent& event) {
            const bool is_held = event.outcome == RemovalOutcome::held;
            if (event.outcome == RemovalOutcome::refused) {
                m_refused.insert(event.source_id);
            } else if (is_held || event.outcome == RemovalOutcome::failed) {
                m_failed[event.source_id] = event;
            } else {
                m_ended.insert(event.source_id);
            }
            if (is_held && which == Try::first) { return; }
            m_listener.removal(m_options.entity, event);
        });
    if (which == Try::first) {
        result.outcomes[static_cast<std::size_t>(RemovalOutcome::held)] = 0;
    }
    add(std::move(result));
}

void GonePass::remember() const
{
    // Before the first record comes, there is nothing to remember it in.
    if (!m_session.installed() || (m_failed.empty() && m_ended.empty())) { return; }
    std::vector<RecordEvent> events;
    for (const auto& [id, gone] : m_failed) {
        RecordEvent event;
        event.entity = m_options.entity;
        event.source_id = id;
        event.target_id = gone.target_id;
        event.outcome = gone.outcome == RemovalOutcome::held ? Outcome::held : Outcome::failed;
        event.label = gone.label;
        event.detail = fmt::format("gone from the source, and not removed: {}", gone.detail);
        events.push_back(std::move(event));
    }
    state::RejectedRecords rejected(m_session.target().connection(), m_session.own_tables(),
                                    m_options.source_system, m_options.entity);
    rejected.remember(events);
    const std::vector<std::uint32_t> ended(m_ended.begin(), m_ended.end());
    rejected.forget(ended);
}

void GonePass::add(RemovalResult part)
{
    const auto sum = std::find_if(m_results.begin(), m_results.end(),
                                  [&](const auto& known) { return known.entity == part.entity; });
    if (sum == m_results.end()) {
        m_results.push_back(std::move(part));
        return;
    }
    for (std::size_t i = 0; i < part.outcomes.size(); ++i) { sum->outcomes[i] += part.outcomes[i]; }
    sum->refused_by_guard = sum->refused_by_guard || part.refused_by_guard;
    if (!part.message.empty()) { sum->message = std::move(part.message); }
    for (auto& indexer : part.reindex) {
        const auto end = sum->reindex.end();
        if (std::find(sum->reindex.begin(), end, indexer) == end) {
            sum->reindex.push_back(std::move(indexer));
        }
    }
}

} // namespace datasync::engine
