// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/aggregate_writer.hpp"

#include "datasync/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace datasync::schema {

namespace {

/// Statements beyond this size gain nothing and only cost memory on both ends.
constexpr std::uint64_t k_statement_bytes = 1U << 20U;
/// Room that a server needs in a packet besides the statement.
constexpr std::uint64_t k_packet_overhead = 1024;
/// Below this many rows the round trips of LOAD DATA cost more than its parsing saves.
constexpr std::size_t k_least_load_rows = 32;
constexpr std::size_t k_ids_per_delete = 1000;
/// The server's word for a value that was cut on the way in; see AggregateWriter::load().
constexpr unsigned k_data_truncated = 1265;

db::ValueStyle style_of(const ColumnType& type)
{
    const auto& kind = type.data_type;
    if (kind.ends_with("int") || kind == "decimal" || kind == "float" || kind == "double") {
        return db::ValueStyle::number;
    }
    if (kind.ends_with("blob") || kind.ends_with("binary")) { return db::ValueStyle::binary; }
    return db::ValueStyle::text;
}

/// Settings that rows of shop entities have foreign keys to.
constexpr std::array<std::string_view, 3> k_locked_settings = {"core_website", "core_store",
                                                               "customer_group"};
/// What references may name for `k_locked_settings` (and the attribute tables) to cover them; the
/// others of these have no foreign keys.
constexpr std::array<std::string_view, 6> k_settings = {
    "website", "store", "customer_group", "tax_class", "attribute_set", "region"};

bool refers_to_settings_only(const AggregatePlan& plan)
{
    for (const auto& table : plan.tables) {
        for (const auto& column : table.columns) {
            if (column.reference != nullptr &&
                std::find(k_settings.begin(), k_settings.end(), column.reference->to) ==
                    k_settings.end()) {
                return false;
            }
        }
    }
    return true;
}

/// Writes without the server's foreign key checks until told otherwise, or destroyed.
class UncheckedForeignKeys {
public:
    explicit UncheckedForeignKeys(db::Connection& connection) : m_connection(connection)
    {
        m_connection.execute("SET SESSION foreign_key_checks = 0");
    }
    ~UncheckedForeignKeys()
    {
        if (!m_active) { return; }
        // After an error the statement may fail as well; a connection that is in doubt is closed.
        try {
            check_again();
        } catch (const db::DbError&) {
            m_connection.disconnect();
        }
    }
    UncheckedForeignKeys(const UncheckedForeignKeys&) = delete;
    UncheckedForeignKeys& operator=(const UncheckedForeignKeys&) = delete;

    void check_again()
    {
        m_active = false;
        m_connection.execute("SET SESSION foreign_key_checks = 1");
    }

private:
    db::Connection& m_connection;
    bool m_active = true;
};

} // namespace

AggregateWriter::AggregateWriter(const Shop& target, const AggregatePlan& plan, WriteOrder order)
    : m_target(target),
      m_plan(plan),
      m_order(order),
      m_refers_to_settings_only(refers_to_settings_only(plan))
{
    const auto packet = target.connection().server().max_allowed_packet;
    m_max_statement = std::max<std::uint64_t>(packet, 2 * k_packet_overhead) - k_packet_overhead;
}

void AggregateWriter::write(MappedBatch& batch, const AggregateRows& existing, const WriteSet& work,
                            bool allow_load)
{
    m_may_load = allow_load && m_target.connection().server().local_infile;
    // Of what new rows point at, the server would look up every parent of every row: some ninety
    // for a customer. Where the parents were made by this very transaction and all else is a
    // setting, locking the settings once is as safe, and a fifth of the work is saved.
    std::optional<UncheckedForeignKeys> unchecked;
    if (m_refers_to_settings_only && has_new_parents_only(batch, work)) {
        lock_settings();
        unchecked.emplace(m_target.connection());
    }
    for (std::size_t t = work.tables.size(); t-- > 0;) {
        if (work.tables[t].deletes.empty()) { continue; }
        naming_table(t, [&] { remove(t, existing, work.tables[t]); });
    }
    std::vector<std::size_t> values;
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        if (m_plan.tables[t].kind == TableKind::values) {
            values.push_back(t);
        } else {
            write_table(t, batch, existing, work.tables[t]);
        }
    }
    if (m_order == WriteOrder::backward) { std::reverse(values.begin(), values.end()); }
    for (const auto t : values) { write_table(t, batch, existing, work.tables[t]); }
    if (unchecked) { unchecked->check_again(); }
}

void AggregateWriter::write_table(std::size_t table, MappedBatch& batch,
                                  const AggregateRows& existing, const TableWrites& writes)
{
    naming_table(table, [&] {
        if (!writes.inserts.empty()) {
            if (m_plan.tables[table].is_keyed()) {
                insert_keyed(table, batch, writes.inserts);
            } else {
                insert_unkeyed(table, batch, writes.inserts);
            }
        }
        if (!writes.updates.empty()) { update(table, batch, existing, writes); }
    });
}

template<typename Work>
void AggregateWriter::naming_table(std::size_t table, const Work& work)
{
    try {
        work();
    } catch (const db::DbError& error) {
        // The server names the column or key, not the table.
        throw db::DbError(error.code(),
                          fmt::format("{}: {}", m_plan.tables[table].name, error.what()));
    }
}

bool AggregateWriter::has_new_parents_only(const MappedBatch& batch, const WriteSet& work) const
{
    bool any = false;
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        const auto& writes = work.tables[t];
        if (!writes.updates.empty() || !writes.deletes.empty()) { return false; }
        any = any || !writes.inserts.empty();
        if (m_plan.tables[t].kind == TableKind::root) { continue; }
        const auto parent = static_cast<std::size_t>(m_plan.tables[t].parent_column);
        for (const auto row : writes.inserts) {
            if (!batch.tables[t].cell(row, parent).is_pending_id()) { return false; }
        }
    }
    return any;
}

void AggregateWriter::lock_settings()
{
    std::string types;
    for (const auto& [owner, map] : m_plan.eav) {
        types += fmt::format("{}{}", types.empty() ? "" : ",", map.target_entity_type_id);
    }
    const auto lock = [&](std::string_view table, const std::string& condition) {
        m_target.connection().query(fmt::format("SELECT 1 FROM {}{} LOCK IN SHARE MODE",
                                                m_target.quoted_table(table), condition),
                                    [](const db::RowView&) {});
    };
    for (const auto table : k_locked_settings) { lock(table, ""); }
    if (types.empty()) { return; }
    const auto of_types = fmt::format(" WHERE entity_type_id IN ({})", types);
    lock("eav_entity_type", of_types);
    lock("eav_attribute", of_types);
}

std::vector<db::BulkColumn> AggregateWriter::bulk_columns(std::size_t table, bool with_row_id) const
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

const Cell* AggregateWriter::resolved(std::size_t table, std::uint32_t row, MappedBatch& batch)
{
    const auto& rows = batch.tables[table];
    const auto* cells = rows.row(row);
    m_row.assign(cells, cells + rows.columns());
    for (auto& cell : m_row) {
        if (!cell.is_pending_id()) { continue; }
        const auto id = batch.target_ids[cell.pending_table()][cell.pending_row()];
        if (id == k_not_there) { continue; } // Its own key: the server gives it.
        char text[10];
        const auto end = std::to_chars(text, text + sizeof text, id).ptr;
        const std::string_view bytes(text, static_cast<std::size_t>(end - text));
        cell = Cell(batch.arena.store(bytes), bytes.size());
    }
    return m_row.data();
}

std::string AggregateWriter::too_large() const
{
    return fmt::format("a row is larger than the {} bytes of max_allowed_packet on the destination",
                       m_target.connection().server().max_allowed_packet);
}

void AggregateWriter::send(db::InsertPacker& packer)
{
    if (!packer.empty()) { m_target.connection().execute(packer.take()); }
}

void AggregateWriter::insert_keyed(std::size_t table, MappedBatch& batch,
                                   const std::vector<std::uint32_t>& rows)
{
    const auto& plan = m_plan.tables[table];
    const auto columns = bulk_columns(table, false);
    db::InsertPacker packer(m_target.table(plan.name), columns, db::OnConflict::fail,
                            std::min<std::uint64_t>(m_max_statement, k_statement_bytes));
    auto& connection = m_target.connection();
    std::size_t first = 0; // Index into rows of the first row in the packer.
    const auto flush = [&](std::size_t end) {
        if (packer.empty()) { return; }
        const auto count = packer.rows();
        const auto done = connection.execute(packer.take());
        if (done.affected_rows != count) {
            fatal(ExitCode::internal_error, "{}: {} rows were sent and {} arrived", plan.name,
                  count, done.affected_rows);
        }
        // A multi-row INSERT without ids gets consecutive ones, whatever else is going on.
        auto id = done.last_insert_id;
        for (; first < end; ++first) {
            batch.target_ids[table][rows[first]] = static_cast<std::uint32_t>(id);
            id += connection.server().auto_increment_increment;
        }
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto* cells = resolved(table, rows[i], batch);
        if (packer.add(cells)) { continue; }
        flush(i);
        if (packer.add(cells)) { continue; }
        // One row beyond the usual size: on its own, as large as the server takes.
        db::InsertPacker single(m_target.table(plan.name), columns, db::OnConflict::fail,
                                m_max_statement);
        if (!single.add(cells)) { throw db::DbError(1153, too_large()); }
        const auto done = connection.execute(single.take());
        batch.target_ids[table][rows[i]] = static_cast<std::uint32_t>(done.last_insert_id);
        first = i + 1;
    }
    flush(rows.size());
}

void AggregateWriter::insert_unkeyed(std::size_t table, MappedBatch& batch,
                                     const std::vector<std::uint32_t>& rows)
{
    const auto& plan = m_plan.tables[table];
    const bool has_binary =
        std::any_of(plan.columns.begin(), plan.columns.end(), [](const PlannedColumn& column) {
            return style_of(column.target_type) == db::ValueStyle::binary;
        });
    if (m_may_load && !has_binary && rows.size() >= k_least_load_rows) {
        load(table, batch, rows);
        return;
    }
    const auto columns = bulk_columns(table, false);
    db::InsertPacker packer(m_target.table(plan.name), columns, db::OnConflict::fail,
                            std::min<std::uint64_t>(m_max_statement, k_statement_bytes));
    for (const auto row : rows) {
        const auto* cells = resolved(table, row, batch);
        if (packer.add(cells)) { continue; }
        send(packer);
        if (packer.add(cells)) { continue; }
        db::InsertPacker single(m_target.table(plan.name), columns, db::OnConflict::fail,
                                m_max_statement);
        if (!single.add(cells)) { throw db::DbError(1153, too_large()); }
        send(single);
    }
    send(packer);
}

void AggregateWriter::load(std::size_t table, MappedBatch& batch,
                           const std::vector<std::uint32_t>& rows)
{
    const auto& plan = m_plan.tables[table];
    const auto columns = bulk_columns(table, false);
    m_load_buffer.clear();
    for (const auto row : rows) {
        db::append_load_row(m_load_buffer, columns, resolved(table, row, batch));
    }
    const auto done = m_target.connection().load_local(
        db::build_load_sql(m_target.table(plan.name), columns), m_load_buffer);
    if (done.records != rows.size() || done.skipped != 0 || done.warnings != 0) {
        throw db::DbError(k_data_truncated,
                          fmt::format("of {} rows {} were read, {} skipped, {} with warnings",
                                      rows.size(), done.records, done.skipped, done.warnings));
    }
}

void AggregateWriter::update(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                             const TableWrites& writes)
{
    const auto& plan = m_plan.tables[table];
    if (plan.is_keyed()) {
        update_keyed(table, batch, writes);
        return;
    }
    const auto columns = bulk_columns(table, true);
    db::InsertPacker packer(m_target.table(plan.name), columns, db::OnConflict::update,
                            m_max_statement);
    for (const auto& [row, existing_row] : writes.updates) {
        resolved(table, row, batch);
        if (!plan.row_id.empty()) {
            m_row.push_back(existing.tables[table].cell(existing_row, plan.columns.size()));
        }
        if (packer.add(m_row.data())) { continue; }
        send(packer);
        if (!packer.add(m_row.data())) { throw db::DbError(1153, too_large()); }
    }
    send(packer);
}

void AggregateWriter::update_keyed(std::size_t table, MappedBatch& batch, const TableWrites& writes)
{
    const auto& plan = m_plan.tables[table];
    const auto key = static_cast<std::size_t>(plan.key);
    std::string sql;
    for (const auto& [row, existing_row] : writes.updates) {
        const auto* cells = resolved(table, row, batch);
        // All shared columns, changed or not: an older schema's ON UPDATE CURRENT_TIMESTAMP
        // would otherwise stamp those that are left out.
        sql = fmt::format("UPDATE {} SET ", m_target.quoted_table(plan.name));
        bool first = true;
        for (std::size_t c = 0; c < plan.columns.size(); ++c) {
            if (c == key) { continue; }
            sql += (first ? "" : ", ") + db::quoted(plan.columns[c].name) + " = ";
            db::append_literal(sql, cells[c]);
            first = false;
        }
        if (first) { continue; }
        sql += fmt::format(" WHERE {} = {}", db::quoted(plan.columns[key].name),
                           batch.target_ids[table][row]);
        if (sql.size() > m_max_statement) { throw db::DbError(1153, too_large()); }
        m_target.connection().execute(sql);
    }
}

void AggregateWriter::remove(std::size_t table, const AggregateRows& existing,
                             const TableWrites& writes)
{
    const auto& plan = m_plan.tables[table];
    const auto& rows = existing.tables[table];
    const bool by_id = plan.is_keyed() || !plan.row_id.empty();
    const auto from = fmt::format("DELETE FROM {} WHERE ", m_target.quoted_table(plan.name));
    std::string condition;
    std::size_t count = 0;
    const auto flush = [&] {
        if (count == 0) { return; }
        m_target.connection().execute(from + condition + (by_id ? ")" : ""));
        condition.clear();
        count = 0;
    };
    for (const auto row : writes.deletes) {
        if (by_id) {
            const auto cell =
                plan.is_keyed() ? static_cast<std::size_t>(plan.key) : plan.columns.size();
            const auto& name = plan.is_keyed() ? plan.columns[cell].name : plan.row_id;
            condition += count == 0 ? db::quoted(name) + " IN (" : std::string(",");
            db::append_literal(condition, rows.cell(row, cell));
        } else {
            condition += count == 0 ? "(" : " OR (";
            auto identifying = plan.row_key;
            identifying.push_back(plan.parent_column);
            for (std::size_t i = 0; i < identifying.size(); ++i) {
                const auto column = static_cast<std::size_t>(identifying[i]);
                condition +=
                    (i == 0 ? "" : " AND ") + db::quoted(plan.columns[column].name) + " <=> ";
                db::append_literal(condition, rows.cell(row, column));
            }
            condition += ")";
        }
        if (++count == k_ids_per_delete) { flush(); }
    }
    flush();
}

} // namespace datasync::schema
