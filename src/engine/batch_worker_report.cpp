// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a worker says of a batch that it has handled.
#include "engine/batch_worker.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace datasync::engine {

Outcome BatchWorker::outcome_of(std::size_t record) const
{
    if (m_notes.problems[record]) { return m_notes.problems[record]->outcome; }
    if (!m_changes[record].any) { return Outcome::unchanged; }
    if (!m_was_there[record]) { return Outcome::created; }
    return m_context.options->on_duplicate == OnDuplicate::merge ? Outcome::merged
                                                                 : Outcome::updated;
}

std::string BatchWorker::detail_of(std::size_t record) const
{
    if (m_notes.problems[record]) { return m_notes.problems[record]->reason; }
    return m_was_there[record] ? m_changes[record].describe() : std::string();
}

BatchResult BatchWorker::report(const EntityBatch& batch) const
{
    BatchResult result;
    result.number = batch.number;
    result.lost_references = m_notes.lost_references;
    result.zero_dates = m_notes.zero_dates;
    result.remarks = m_notes.remarks;
    result.missing = m_notes.missing;
    const int label = m_context.plan.root().find(m_context.plan.spec->label_column);
    result.events.reserve(batch.records());
    for (std::size_t i = 0; i < batch.records(); ++i) {
        RecordEvent event;
        event.entity = m_context.plan.spec->name;
        const auto source_id = m_mapped.root_source_id(i);
        event.source_id = m_context.is_made_up(source_id) ? 0 : source_id;
        if (!batch.places.empty()) { event.line = batch.places[i].line; }
        const auto target = m_mapped.target_ids.front()[i];
        event.target_id = target == schema::k_not_there ? 0 : target;
        event.outcome = outcome_of(i);
        event.detail = detail_of(i);
        if (label >= 0) {
            event.label = batch.tables.front().cell(i, static_cast<std::size_t>(label)).text();
        }
        result.events.push_back(std::move(event));
    }
    return result;
}

bool BatchWorker::names_own_part(const schema::OpenReference& open) const
{
    const int part = m_context.plan.find_part(open.reference.target_type);
    if (part < 0) { return false; }
    const auto table = static_cast<std::size_t>(part);
    const auto& ids = m_mapped.source_ids[table];
    const auto found = std::find(ids.begin(), ids.end(), open.reference.target_source_id);
    return found != ids.end() &&
           m_mapped.tables[table].record(static_cast<std::size_t>(found - ids.begin())) ==
               m_mapped.tables[open.table].record(open.row);
}

bool BatchWorker::refers_to_itself() const
{
    const auto& types = m_context.referenced;
    return std::any_of(types.begin(), types.end(),
                       [&](const auto& type) { return type.type == m_context.options->entity; });
}

std::vector<std::uint32_t> BatchWorker::written_ids() const
{
    std::vector<std::uint32_t> written;
    for (std::size_t i = 0; i < m_included.size(); ++i) {
        if (m_included[i]) { written.push_back(m_mapped.root_source_id(i)); }
    }
    // What is left alone becomes known all the same, and so answers references.
    for (std::size_t i = 0; i < m_left_alone.size(); ++i) {
        if (m_left_alone[i]) { written.push_back(m_mapped.root_source_id(i)); }
    }
    return written;
}

BatchReferences BatchWorker::forecast_references()
{
    const auto& entity = m_context.options->entity;
    BatchReferences references;
    // Several rows of a table that wait for the same record are remembered once.
    std::set<std::tuple<std::size_t, std::string_view, std::uint32_t>> waiting_rows;
    for (const auto& reference : m_mapped.open_references) {
        const auto record = m_mapped.tables[reference.table].record(reference.row);
        if (!m_included[record] || names_own_part(reference)) { continue; }
        const auto& [table, target] =
            std::tie(reference.reference.table, reference.reference.target_source_id);
        if (reference.reference.place == ReferencePlace::row &&
            !waiting_rows.emplace(record, table, target).second) {
            continue;
        }
        if (reference.reference.target_type == entity) {
            references.to_own_type.push_back(reference.reference.target_source_id);
        } else {
            ++references.to_other_types;
        }
    }
    auto written = written_ids();
    references.earlier = m_memory.touching(written, m_mapped, m_included);
    if (refers_to_itself()) { references.written = std::move(written); }
    return references;
}

} // namespace datasync::engine
