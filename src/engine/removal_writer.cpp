// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/removal_writer.hpp"

#include "engine/retry.hpp"
#include "schema/index_marks.hpp"

#include <fmt/format.h>

#include <utility>

namespace datasync::engine {

RemovalWriter::RemovalWriter(const ShopSession& session, const EntitySpec& spec,
                             const schema::RecordRows& rows, state::Registry& registry,
                             std::vector<std::string> indexers)
    : m_target(session.target()),
      m_spec(spec),
      m_rows(rows),
      m_registry(registry),
      m_deferred(m_target.connection(), session.own_tables(), session.options().source_system,
                 session.source_number(), session.installed()),
      m_rejected(m_target.connection(), session.own_tables(), session.options().source_system,
                 std::string(spec.name)),
      m_journal(m_target.connection(), session.own_tables(), session.options().source_system,
                std::string(spec.name), session.installed()),
      m_indexers(std::move(indexers))
{
    if (!spec.tree.path.empty()) { m_tree.emplace(m_target, rows.plan()); }
    if (spec.sums_up_votes) { m_summaries.emplace(m_target, rows.plan()); }
}

void RemovalWriter::write(std::vector<Finding>& findings, std::span<const Unit> units,
                          const PlaceOf& place_of)
{
    if (units.empty()) { return; }
    try {
        retrying([&] { write_once(findings, units, place_of); });
        return;
    } catch (const db::DbError& error) {
        if (error.kind() != db::DbErrorKind::record) { throw; }
        if (units.size() == 1) {
            for (const auto i : units.front()) {
                findings[i].event.outcome = RemovalOutcome::failed;
                findings[i].event.detail =
                    fmt::format("the destination refuses it: {}", error.what());
            }
            return;
        }
    }
    // Some record of these cannot go: it is looked for in halves.
    const auto half = units.size() / 2;
    write(findings, units.first(half), place_of);
    write(findings, units.subspan(half), place_of);
}

void RemovalWriter::write_once(const std::vector<Finding>& findings, std::span<const Unit> units,
                               const PlaceOf& place_of)
{
    std::vector<std::size_t> removed;
    std::vector<std::size_t> others;
    std::vector<std::uint32_t> removed_ids;
    std::vector<std::uint32_t> disabled_ids;
    std::vector<std::string> paths;
    std::vector<RemovalEvent> events;
    for (const auto& unit : units) {
        for (const auto i : unit) {
            const auto& event = findings[i].event;
            events.push_back(event);
            if (event.outcome == RemovalOutcome::removed) {
                removed.push_back(i);
                removed_ids.push_back(event.target_id);
                if (m_tree) { paths.push_back(place_of(event.target_id)); }
            } else {
                others.push_back(i);
                if (event.outcome == RemovalOutcome::disabled) {
                    disabled_ids.push_back(event.target_id);
                }
            }
        }
    }
    db::Transaction transaction(m_target.connection());
    if (!removed_ids.empty()) {
        const auto products = m_summaries ? m_summaries->products_of(removed_ids)
                                          : schema::ReviewSummaries::Numbers();
        const auto below = m_rows.ids_below(removed_ids);
        m_rows.remove(below);
        for (std::size_t t = 1; t < below.size(); ++t) {
            const auto& table = m_rows.plan().tables[t];
            if (table.is_registered()) { m_registry.forget_parts(table.spec->type, below[t]); }
        }
        if (m_tree) { m_tree->removed(paths); }
        if (m_summaries) { m_summaries->settle(products); }
    }
    if (!disabled_ids.empty()) { m_rows.disable(disabled_ids); }
    forget(findings, removed, true);
    forget(findings, others, false);
    m_journal.add(events);
    const bool changes = !removed_ids.empty() || !disabled_ids.empty();
    if (changes && !m_has_changed) {
        if (!m_indexers.empty()) { schema::mark_indexers(m_target, m_indexers); }
        m_journal.prune();
    }
    transaction.commit();
    m_has_changed = m_has_changed || changes;
}

void RemovalWriter::forget(const std::vector<Finding>& findings,
                           const std::vector<std::size_t>& chosen, bool rows_are_gone)
{
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> staying;
    for (const auto i : chosen) {
        const auto& event = findings[i].event;
        sources.push_back(event.source_id);
        if (!rows_are_gone && event.target_id != 0) { staying.push_back(event.target_id); }
    }
    if (sources.empty()) { return; }
    // What a source has made anew has parts of its own: these have to be free for them.
    const auto below = m_rows.ids_below(staying);
    for (std::size_t t = 1; t < below.size(); ++t) {
        const auto& table = m_rows.plan().tables[t];
        if (table.is_registered()) { m_registry.forget_own_parts(table.spec->type, below[t]); }
    }
    m_registry.forget(m_spec.root().type, sources);
    m_deferred.forget(m_spec.name, sources, rows_are_gone);
    m_rejected.forget(sources);
}

} // namespace datasync::engine
