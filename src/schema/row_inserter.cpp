// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/row_inserter.hpp"

#include "datasync/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

/// Room that a server needs in a packet besides the statement.
constexpr std::uint64_t k_packet_overhead = 1024;
/// Below this many rows the round trips of the other ways cost more than they save.
constexpr std::size_t k_least_bulk_rows = 32;
/// The server's words for a value that was cut on the way in, and for a packet it does not take.
constexpr unsigned k_data_truncated = 1265;
constexpr unsigned k_packet_too_large = 1153;
/// From this mode on, ids of a LOAD DATA are not consecutive while others insert.
constexpr std::uint32_t k_interleaved_lock_mode = 2;

db::ValueStyle style_of(const ColumnType& type)
{
    const auto& kind = type.data_type;
    if (kind.ends_with("int") || kind == "decimal" || kind == "float" || kind == "double") {
        return db::ValueStyle::number;
    }
    if (kind.ends_with("blob") || kind.ends_with("binary")) { return db::ValueStyle::binary; }
    const bool is_choice = kind == "enum" || kind == "set";
    const bool is_utf8 = is_utf8mb3(type.charset) || type.charset == "utf8mb4";
    return is_utf8 && !is_choice ? db::ValueStyle::utf8 : db::ValueStyle::text;
}

[[noreturn]] void throw_lost(const std::string& table, std::size_t sent, std::uint64_t arrived)
{
    fatal(ExitCode::internal_error, "{}: {} rows were sent and {} arrived", table, sent, arrived);
}

} // namespace

RowInserter::RowInserter(const Shop& target, const AggregatePlan& plan, const ForeignKeys& keys)
    : m_target(target), m_plan(plan), m_keys(keys), m_promised(target, plan)
{
    const auto packet = target.connection().server().max_allowed_packet;
    m_max_statement = std::max(packet, 2 * k_packet_overhead) - k_packet_overhead;
}

void RowInserter::insert(std::size_t table, MappedBatch& batch,
                         const std::vector<std::uint32_t>& rows, InsertWays ways)
{
    const bool is_bulk = rows.size() >= k_least_bulk_rows;
    const bool has_arrays = m_target.connection().server().array_binding;
    // Ids of rows in arrays are not consecutive where others insert as well.
    if (is_bulk && ways >= InsertWays::arrays && has_arrays && !m_plan.tables[table].is_keyed()) {
        insert_arrays(table, batch, rows);
    } else if (is_bulk && ways == InsertWays::all && can_load(table)) {
        load(table, batch, rows);
    } else {
        insert_packed(table, batch, rows);
    }
}

bool RowInserter::can_load(std::size_t table) const
{
    const auto& plan = m_plan.tables[table];
    const auto& server = m_target.connection().server();
    const bool has_binary =
        std::any_of(plan.columns.begin(), plan.columns.end(), [](const PlannedColumn& column) {
            return style_of(column.target_type) == db::ValueStyle::binary;
        });
    const bool tells_ids =
        !plan.is_keyed() || server.auto_increment_lock_mode < k_interleaved_lock_mode;
    return server.local_infile && !has_binary && tells_ids;
}

void RowInserter::load(std::size_t table, MappedBatch& batch,
                       const std::vector<std::uint32_t>& rows)
{
    const auto& plan = m_plan.tables[table];
    const auto columns = telling_columns(table, batch, rows);
    m_load_buffer.clear();
    for (const auto row : rows) {
        db::append_load_row(m_load_buffer, columns, resolved(table, row, batch).data());
    }
    auto& connection = m_target.connection();
    // The id of an earlier statement must never pass for that of this one.
    if (plan.is_keyed()) { connection.value("SELECT LAST_INSERT_ID(0)"); }
    const auto done = connection.load_local(db::build_load_sql(m_target.table(plan.name), columns),
                                            m_load_buffer);
    if (done.records != rows.size() || done.skipped != 0 || done.warnings != 0) {
        throw db::DbError(k_data_truncated,
                          fmt::format("of {} rows {} were read, {} skipped, {} with warnings",
                                      rows.size(), done.records, done.skipped, done.warnings));
    }
    if (!plan.is_keyed()) { return; }
    const auto first_id = parse_id(connection.value("SELECT LAST_INSERT_ID()").value_or(""));
    if (first_id == 0) {
        fatal(ExitCode::internal_error, "{}: the server does not say which ids it gave", plan.name);
    }
    assign_ids(table, batch, rows.data(), rows.size(), first_id);
}

void RowInserter::insert_arrays(std::size_t table, MappedBatch& batch,
                                const std::vector<std::uint32_t>& rows)
{
    const auto name = m_target.table(m_plan.tables[table].name);
    const auto columns = telling_columns(table, batch, rows);
    const auto sql = db::build_array_insert(name, columns);
    const auto send = [&](db::ValueArrays& values) {
        if (values.rows() == 0) { return; }
        const auto arrived = m_target.connection().execute_arrays(sql, values);
        if (arrived != values.rows()) { throw_lost(name, values.rows(), arrived); }
        values.clear();
    };
    db::ValueArrays values(columns, std::min(m_max_statement, k_statement_bytes));
    for (const auto row : rows) {
        const auto* cells = resolved(table, row, batch).data();
        if (values.add(cells)) { continue; }
        send(values);
        if (values.add(cells)) { continue; }
        db::ValueArrays single(columns, m_max_statement);
        if (!single.add(cells)) { throw_too_large(); }
        send(single);
    }
    send(values);
}

void RowInserter::assign_ids(std::size_t table, MappedBatch& batch, const std::uint32_t* rows,
                             std::size_t count, std::uint64_t first_id) const
{
    // A statement that names no ids gets consecutive ones, whatever else is going on.
    const auto step = m_target.connection().server().auto_increment_increment;
    for (std::size_t i = 0; i < count; ++i) {
        batch.target_ids[table][rows[i]] = static_cast<std::uint32_t>(first_id + i * step);
    }
}

void RowInserter::insert_packed(std::size_t table, MappedBatch& batch,
                                const std::vector<std::uint32_t>& rows)
{
    const auto name = m_target.table(m_plan.tables[table].name);
    const bool is_keyed = m_plan.tables[table].is_keyed();
    const auto columns = telling_columns(table, batch, rows);
    auto& connection = m_target.connection();
    std::size_t sent = 0; // Rows sent so far.
    const auto send = [&](db::InsertPacker& packer) {
        if (packer.empty()) { return; }
        const auto count = packer.rows();
        const auto done = connection.execute(packer.take());
        if (done.affected_rows != count) { throw_lost(name, count, done.affected_rows); }
        if (is_keyed) { assign_ids(table, batch, &rows[sent], count, done.last_insert_id); }
        sent += count;
    };
    db::InsertPacker packer(name, columns, db::OnConflict::fail,
                            std::min(m_max_statement, k_statement_bytes));
    for (const auto row : rows) {
        const auto* cells = resolved(table, row, batch).data();
        if (packer.add(cells)) { continue; }
        send(packer);
        if (packer.add(cells)) { continue; }
        // One row beyond the usual size: on its own, as large as the server takes.
        db::InsertPacker single(name, columns, db::OnConflict::fail, m_max_statement);
        if (!single.add(cells)) { throw_too_large(); }
        send(single);
    }
    send(packer);
}

std::vector<db::BulkColumn> RowInserter::bulk_columns(std::size_t table, bool with_row_id) const
{
    const auto& plan = m_plan.tables[table];
    std::vector<db::BulkColumn> columns;
    for (std::size_t c = 0; c < plan.columns.size(); ++c) {
        if (static_cast<int>(c) == plan.key) { continue; }
        db::BulkColumn column;
        column.name = plan.columns[c].name;
        column.style = style_of(plan.columns[c].target_type);
        column.cell = static_cast<int>(c);
        columns.push_back(std::move(column));
    }
    for (const auto& constant : plan.constants) {
        db::BulkColumn column;
        column.name = constant.name;
        column.constant = constant.value;
        column.update = false;
        columns.push_back(std::move(column));
    }
    if (with_row_id && !plan.row_id.empty()) {
        db::BulkColumn column;
        column.name = plan.row_id;
        column.style = db::ValueStyle::number;
        column.cell = static_cast<int>(plan.columns.size());
        column.update = false;
        columns.push_back(std::move(column));
    }
    return columns;
}

std::vector<db::BulkColumn>
RowInserter::telling_columns(std::size_t table, const MappedBatch& batch,
                             const std::vector<std::uint32_t>& rows) const
{
    auto columns = bulk_columns(table, false);
    const auto& planned = m_plan.tables[table].columns;
    // Half the columns of an order say nothing in any row; servers parse each of them row by row.
    const auto says_nothing = [&](const db::BulkColumn& column) {
        if (column.cell < 0) { return false; }
        const auto index = static_cast<std::size_t>(column.cell);
        return std::all_of(rows.begin(), rows.end(), [&](std::uint32_t row) {
            return planned[index].target_default.equals(batch.tables[table].cell(row, index));
        });
    };
    // The first stays in any case: a row has to name something.
    columns.erase(std::remove_if(columns.begin() + 1, columns.end(), says_nothing), columns.end());
    return columns;
}

std::vector<Cell>& RowInserter::resolved(std::size_t table, std::uint32_t row, MappedBatch& batch)
{
    const auto& rows = batch.tables[table];
    const auto* cells = rows.row(row);
    m_row.assign(cells, cells + rows.columns());
    const auto& plan = m_plan.tables[table];
    for (std::size_t c = 0; c < m_row.size(); ++c) {
        auto& cell = m_row[c];
        if (!cell.is_pending_id()) { continue; }
        const auto id = batch.target_ids[cell.pending_table()][cell.pending_row()];
        if (id != k_not_there) {
            cell = batch.id_cell(id);
        } else if (static_cast<int>(c) != plan.key) { // The own key is the server's to give.
            m_promised.add(table, row, c);
            // A row does not grow where a 0 becomes an id; a foreign key would not take the 0.
            cell = m_keys.has(table, c) ? Cell() : Cell("0", 1);
        }
    }
    return m_row;
}

void RowInserter::throw_too_large() const
{
    throw db::DbError(
        k_packet_too_large,
        fmt::format("a row is larger than the {} bytes of max_allowed_packet on the destination",
                    m_target.connection().server().max_allowed_packet));
}

} // namespace datasync::schema
