// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/row_updater.hpp"

#include "db/value_arrays.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

/// The server's number for "can't find record".
constexpr unsigned k_row_is_gone = 1032;
/// Below this many rows, preparing a statement costs more than it saves.
constexpr std::size_t k_least_array_rows = 4;

/// Whether a column may stamp itself: it keeps its time only where a statement names it.
bool may_stamp_itself(const PlannedColumn& column)
{
    const auto& type = column.target_type.data_type;
    return type == "timestamp" || type == "datetime";
}

} // namespace

RowUpdater::RowUpdater(const Shop& target, const AggregatePlan& plan, RowInserter& inserter)
    : m_target(target), m_plan(plan), m_inserter(inserter)
{
}

void RowUpdater::update(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                        const TableWrites& writes, InsertWays ways)
{
    if (m_plan.tables[table].is_keyed()) {
        update_keyed(table, batch, existing, writes, ways);
    } else {
        update_sets(table, batch, existing, writes);
    }
}

template<typename IsNeeded>
std::vector<db::BulkColumn> RowUpdater::changed_columns(std::size_t table, const MappedBatch& batch,
                                                        const AggregateRows& existing,
                                                        const TableWrites& writes,
                                                        const IsNeeded& is_needed) const
{
    const auto& plan = m_plan.tables[table];
    auto columns = m_inserter.bulk_columns(table, true);
    std::erase_if(columns, [&](const db::BulkColumn& bulk) {
        if (bulk.cell < 0 || static_cast<std::size_t>(bulk.cell) >= plan.columns.size()) {
            return false;
        }
        const auto cell = static_cast<std::size_t>(bulk.cell);
        if (may_stamp_itself(plan.columns[cell]) || is_needed(bulk.cell)) { return false; }
        return std::all_of(writes.updates.begin(), writes.updates.end(), [&](const auto& update) {
            return batch.tables[table].cell(update.first, cell) ==
                   existing.tables[table].cell(update.second, cell);
        });
    });
    return columns;
}

void RowUpdater::update_sets(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                             const TableWrites& writes)
{
    const auto& plan = m_plan.tables[table];
    const auto tells_apart = [&](int column) {
        return column == plan.parent_column ||
               std::find(plan.row_key.begin(), plan.row_key.end(), column) != plan.row_key.end();
    };
    auto columns = changed_columns(table, batch, existing, writes, [&](int cell) {
        // What has no default has to be named, and some servers look for what a default names.
        const auto& column = plan.columns[static_cast<std::size_t>(cell)];
        return tells_apart(cell) || !column.has_default || column.has_foreign_key();
    });
    for (auto& column : columns) { column.update = column.update && !tells_apart(column.cell); }
    db::InsertPacker packer(m_target.table(plan.name), columns, db::OnConflict::update,
                            m_inserter.max_statement());
    const auto send = [&] {
        if (packer.empty()) { return; }
        const auto done = m_target.connection().execute(packer.take());
        // Of what is there the server updates; what somebody has removed since it would insert.
        if (done.affected_rows != 2 * done.duplicates()) {
            throw db::DbError(k_row_is_gone, "a row was removed by somebody else meanwhile; the "
                                             "next run will see it");
        }
    };
    for (const auto& [row, existing_row] : writes.updates) {
        auto& cells = m_inserter.resolved(table, row, batch);
        if (!plan.row_id.empty()) {
            cells.push_back(existing.tables[table].cell(existing_row, plan.columns.size()));
        }
        if (packer.add(cells.data())) { continue; }
        send();
        if (!packer.add(cells.data())) { m_inserter.throw_too_large(); }
    }
    send();
}

void RowUpdater::update_keyed(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                              const TableWrites& writes, InsertWays ways)
{
    auto columns =
        changed_columns(table, batch, existing, writes, [](int /*cell*/) { return false; });
    std::erase_if(columns, [](const db::BulkColumn& column) { return column.cell < 0; });
    if (columns.empty()) { return; }
    const bool has_arrays = m_target.connection().server().array_binding;
    if (has_arrays && ways >= InsertWays::arrays && writes.updates.size() >= k_least_array_rows) {
        update_arrays(table, batch, writes, columns);
        return;
    }
    for (const auto& [row, existing_row] : writes.updates) {
        update_one(table, row, batch, columns);
    }
}

void RowUpdater::update_arrays(std::size_t table, MappedBatch& batch, const TableWrites& writes,
                               const std::vector<db::BulkColumn>& columns)
{
    const auto& plan = m_plan.tables[table];
    auto with_key = columns;
    db::BulkColumn key;
    key.name = plan.columns[static_cast<std::size_t>(plan.key)].name;
    key.style = db::ValueStyle::number;
    key.cell = static_cast<int>(plan.columns.size());
    with_key.push_back(std::move(key));
    const auto sql = db::build_array_update(m_target.table(plan.name), with_key);
    db::ValueArrays values(with_key, std::min(m_inserter.max_statement(), k_statement_bytes));
    const auto send = [&](const db::ValueArrays& full) {
        if (full.rows() != 0) { m_target.connection().execute_arrays(sql, full); }
    };
    for (const auto& [row, existing_row] : writes.updates) {
        auto& cells = m_inserter.resolved(table, row, batch);
        cells.push_back(batch.id_cell(batch.target_ids[table][row]));
        if (values.add(cells.data())) { continue; }
        send(values);
        values.clear();
        if (values.add(cells.data())) { continue; }
        // One row beyond the usual size: on its own, as large as the server takes.
        db::ValueArrays single(with_key, m_inserter.max_statement());
        if (!single.add(cells.data())) { m_inserter.throw_too_large(); }
        send(single);
    }
    send(values);
}

void RowUpdater::update_one(std::size_t table, std::uint32_t row, MappedBatch& batch,
                            const std::vector<db::BulkColumn>& columns)
{
    const auto& plan = m_plan.tables[table];
    const auto& cells = m_inserter.resolved(table, row, batch);
    std::string sql;
    for (const auto& column : columns) {
        sql += fmt::format("{}{} = ", sql.empty() ? "" : ", ", db::quoted(column.name));
        db::append_literal(sql, cells[static_cast<std::size_t>(column.cell)]);
    }
    sql = fmt::format("UPDATE {} SET {} WHERE {} = {}", m_target.quoted_table(plan.name), sql,
                      db::quoted(plan.columns[static_cast<std::size_t>(plan.key)].name),
                      batch.target_ids[table][row]);
    if (sql.size() > m_inserter.max_statement()) { m_inserter.throw_too_large(); }
    m_target.connection().execute(sql);
}

} // namespace datasync::schema
