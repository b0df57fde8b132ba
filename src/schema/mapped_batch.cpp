// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/mapped_batch.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

namespace datasync::schema {

void MappedBatch::reset(const AggregatePlan& plan)
{
    arena.reset();
    open_references.clear();
    placeholders.clear();
    for_new.clear();
    unsaid.clear();
    tables.resize(plan.tables.size());
    source_ids.resize(plan.tables.size());
    target_ids.resize(plan.tables.size());
    for (std::size_t i = 0; i < plan.tables.size(); ++i) {
        tables[i].reshape(plan.tables[i].columns.size());
        source_ids[i].clear();
        target_ids[i].clear();
    }
}

Cell MappedBatch::id_cell(std::uint32_t id)
{
    char text[10];
    const auto end = std::to_chars(text, text + sizeof text, id).ptr;
    const std::string_view bytes(text, static_cast<std::size_t>(end - text));
    return Cell(arena.store(bytes), bytes.size());
}

bool SetMembers::repeat(const PlannedTable& set, const RowSet& rows)
{
    const auto last = rows.rows() - 1;
    if (m_parent != rows.parent_row(last)) {
        m_parent = rows.parent_row(last);
        m_keys.clear();
    }
    std::string key;
    for (const int column : set.row_key) {
        const auto& cell = rows.cell(last, static_cast<std::size_t>(column));
        key += cell.is_pending_id()
                   ? std::to_string(cell.pending_table()) + ':' + std::to_string(cell.pending_row())
                   : std::string(cell.text());
        key += cell.is_null() ? '-' : ',';
    }
    return !m_keys.insert(std::move(key)).second;
}

bool is_left_over(const AggregatePlan& plan, const std::vector<RowSet>& tables,
                  std::string_view own_backend, RowPlace value)
{
    const auto& here = plan.tables[value.table];
    const int own = plan.find(std::string(here.spec->table) + "_" + std::string(own_backend));
    if (own < 0 || own == static_cast<int>(value.table)) { return false; }
    const auto& there = plan.tables[static_cast<std::size_t>(own)];
    const auto& own_rows = tables[static_cast<std::size_t>(own)];
    const auto& rows = tables[value.table];
    const auto same = [&](std::size_t other, int own_column, int column) {
        return column < 0 || own_rows.cell(other, static_cast<std::size_t>(own_column)) ==
                                 rows.cell(value.row, static_cast<std::size_t>(column));
    };
    for (std::size_t other = 0; other < own_rows.rows(); ++other) {
        if (own_rows.parent_row(other) == rows.parent_row(value.row) &&
            same(other, there.attribute, here.attribute) && same(other, there.store, here.store)) {
            return true;
        }
    }
    return false;
}

bool WriteSet::empty() const
{
    return std::all_of(tables.begin(), tables.end(),
                       [](const TableWrites& writes) { return writes.empty(); });
}

void WriteSet::reset(std::size_t table_count)
{
    tables.resize(table_count);
    for (auto& table : tables) { table.clear(); }
}

WriteSet WriteSet::only(const std::vector<bool>& included, const MappedBatch& batch,
                        const AggregateRows& existing) const
{
    WriteSet part;
    part.tables.resize(tables.size());
    for (std::size_t t = 0; t < tables.size(); ++t) {
        for (const auto row : tables[t].inserts) {
            if (included[batch.tables[t].record(row)]) { part.tables[t].inserts.push_back(row); }
        }
        for (const auto& update : tables[t].updates) {
            if (included[batch.tables[t].record(update.first)]) {
                part.tables[t].updates.push_back(update);
            }
        }
        for (const auto row : tables[t].deletes) {
            if (included[existing.tables[t].record(row)]) { part.tables[t].deletes.push_back(row); }
        }
    }
    return part;
}

} // namespace datasync::schema
