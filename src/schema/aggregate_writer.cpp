// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/aggregate_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace datasync::schema {

namespace {

constexpr std::size_t k_ids_per_delete = 1000;

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
      m_keys(target, plan),
      m_inserter(target, plan, m_keys),
      m_updater(target, plan, m_inserter)
{
}

void AggregateWriter::write(MappedBatch& batch, const AggregateRows& existing, const WriteSet& work,
                            InsertWays ways)
{
    m_ways = ways;
    m_inserter.promised().forget();
    // Of what new rows point at, the server would look up every parent of every row: some ninety
    // for a customer. Where the parents are made by this very transaction, locking all else once is
    // as safe, and a fifth of the work is saved.
    std::optional<UncheckedForeignKeys> unchecked;
    if (has_new_parents_only(batch, work) && m_keys.answer_for(batch, work)) {
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
    m_inserter.promised().write(batch);
    if (unchecked) { unchecked->check_again(); }
}

void AggregateWriter::write_table(std::size_t table, MappedBatch& batch,
                                  const AggregateRows& existing, const TableWrites& writes)
{
    naming_table(table, [&] {
        if (!writes.inserts.empty()) { m_inserter.insert(table, batch, writes.inserts, m_ways); }
        if (!writes.updates.empty()) { m_updater.update(table, batch, existing, writes, m_ways); }
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
        if (m_plan.tables[t].parent < 0) { continue; }
        const auto parent = static_cast<std::size_t>(m_plan.tables[t].parent_column);
        for (const auto row : writes.inserts) {
            if (!batch.tables[t].cell(row, parent).is_pending_id()) { return false; }
        }
    }
    return any;
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
