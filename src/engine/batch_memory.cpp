// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/batch_memory.hpp"

#include "report/record_text.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace datasync::engine {

BatchMemory::BatchMemory(const RunContext& context, const schema::Shop& target,
                         state::Registry& registry)
    : m_context(context),
      m_target(target),
      m_registry(registry),
      m_deferred(target.connection(), context.own_tables, context.options->source_system,
                 context.source_number, context.installed),
      m_rejected(target.connection(), context.own_tables, context.options->source_system,
                 context.options->entity)
{
}

void BatchMemory::remember_ids(const schema::MappedBatch& batch,
                               const std::vector<std::vector<std::uint32_t>>& registered,
                               const std::vector<bool>& included, const std::vector<KnownBy>& known,
                               bool allow_load)
{
    for (std::size_t t = 0; t < m_context.plan.tables.size(); ++t) {
        const auto& table = m_context.plan.tables[t];
        if (!table.is_registered()) { continue; }
        std::vector<state::IdPair> pairs;
        for (std::size_t row = 0; row < batch.target_ids[t].size(); ++row) {
            const auto record = batch.tables[t].record(row);
            const auto id = batch.target_ids[t][row];
            const bool is_news =
                id != registered[t][row] || (t == 0 && known[record] == KnownBy::natural_key);
            const bool is_there = included[record] && id != schema::k_not_there &&
                                  !m_context.is_made_up(batch.source_ids[t][row]);
            if (is_there && is_news) { pairs.push_back({batch.source_ids[t][row], id}); }
        }
        if (!table.holders.empty()) { drop_copies(table, pairs); }
        if (!pairs.empty()) { m_registry.remember(table.spec->type, t != 0, pairs, allow_load); }
    }
}

void BatchMemory::drop_copies(const schema::PlannedTable& table, std::vector<state::IdPair>& pairs)
{
    std::vector<std::uint32_t> ids;
    for (const auto& pair : pairs) { ids.push_back(pair.source_id); }
    const auto named = m_registry.lookup(table.spec->type, true, ids);
    const auto type = std::find_if(m_context.types.begin(), m_context.types.end(),
                                   [&](const auto& what) { return what.type == table.spec->type; });
    const auto there = schema::existing_records(m_target, *type, named);
    std::vector<state::IdPair> kept;
    std::set<std::uint32_t> seen;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const bool is_named = there.contains(named[i]) || !seen.insert(ids[i]).second;
        if (!is_named) { kept.push_back(pairs[i]); }
    }
    pairs = std::move(kept);
}

void BatchMemory::forget_removed(const schema::WriteSet& work,
                                 const schema::AggregateRows& existing)
{
    for (std::size_t t = 1; t < work.tables.size(); ++t) {
        const auto& table = m_context.plan.tables[t];
        if (!table.is_registered() || work.tables[t].deletes.empty()) { continue; }
        std::vector<std::uint32_t> removed;
        for (const auto row : work.tables[t].deletes) {
            const auto key = static_cast<std::size_t>(table.key);
            removed.push_back(parse_id(existing.tables[t].cell(row, key).text()));
        }
        m_registry.forget_parts(table.spec->type, removed);
    }
}

void BatchMemory::remember_open_references(const schema::MappedBatch& batch,
                                           const std::vector<bool>& included, bool had_open)
{
    const auto& plan = m_context.plan;
    std::vector<DeferredReference> open;
    for (const auto& reference : batch.open_references) {
        const auto& rows = batch.tables[reference.table];
        const auto record = rows.record(reference.row);
        if (!included[record]) { continue; }
        const auto& table = plan.tables[reference.table];
        auto row = reference.reference;
        row.owner_type = plan.spec->name;
        row.owner_source_id = batch.root_source_id(record);
        if (row.place == ReferencePlace::row) {
            open.push_back(std::move(row));
            continue;
        }
        row.table = table.name;
        if (table.is_keyed()) {
            row.key_column = table.spec->key;
            row.row_id = batch.target_ids[reference.table][reference.row];
        } else {
            row.key_column = table.columns[static_cast<std::size_t>(table.parent_column)].name;
            row.row_id = batch.target_ids[static_cast<std::size_t>(table.parent)]
                                         [rows.parent_row(reference.row)];
        }
        open.push_back(std::move(row));
    }
    if (open.empty() && !had_open) { return; }
    std::vector<std::uint32_t> owners;
    for (std::size_t i = 0; i < included.size(); ++i) {
        const auto owner = batch.root_source_id(i);
        if (included[i] && !m_context.is_made_up(owner)) { owners.push_back(owner); }
    }
    m_deferred.replace(plan.spec->name, owners, open);
}

void BatchMemory::forget_rejected(const schema::MappedBatch& batch,
                                  const std::vector<std::size_t>& records)
{
    if (!m_context.has_rejected) { return; }
    std::vector<std::uint32_t> arrived;
    arrived.reserve(records.size());
    for (const auto record : records) { arrived.push_back(batch.root_source_id(record)); }
    m_rejected.forget(arrived);
}

void BatchMemory::remember_rejected(const std::vector<RecordEvent>& events)
{
    std::vector<RecordEvent> rejected;
    std::copy_if(events.begin(), events.end(), std::back_inserter(rejected),
                 [](const RecordEvent& event) {
                     // What has no id cannot be found again.
                     if (event.line != 0 && event.source_id == 0) { return false; }
                     return event.outcome == Outcome::failed || event.outcome == Outcome::held ||
                            report::is_set_aside(event);
                 });
    if (!rejected.empty()) { m_rejected.remember(rejected); }
    if (!m_context.has_rejected) { return; }
    // Written records were struck off with their data; those that the policy leaves as they are
    // wait no longer.
    std::vector<std::uint32_t> left;
    for (const auto& event : events) {
        if (event.outcome == Outcome::skipped && !report::is_set_aside(event)) {
            left.push_back(event.source_id);
        }
    }
    if (!left.empty()) { m_rejected.forget(left); }
}

std::vector<state::OpenReference>
BatchMemory::touching(const std::vector<std::uint32_t>& source_ids,
                      const schema::MappedBatch& batch, const std::vector<bool>& included)
{
    const auto& plan = m_context.plan;
    auto touching = m_deferred.touching(plan.spec->name, source_ids);
    for (std::size_t t = 1; t < plan.tables.size(); ++t) {
        if (!plan.tables[t].is_registered()) { continue; }
        std::vector<std::uint32_t> parts;
        for (std::size_t row = 0; row < batch.source_ids[t].size(); ++row) {
            if (included[batch.tables[t].record(row)]) {
                parts.push_back(batch.source_ids[t][row]);
            }
        }
        const auto waiting = m_deferred.touching(plan.tables[t].spec->type, parts);
        touching.insert(touching.end(), waiting.begin(), waiting.end());
    }
    return touching;
}

} // namespace datasync::engine
