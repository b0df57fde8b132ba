// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads the own tables for `datasync status`; needs SELECT alone.
#include "state/status.hpp"

#include "db/sql_text.hpp"
#include "state/own_tables.hpp"

#include <fmt/format.h>

namespace datasync::state {

namespace {

std::uint64_t number(const db::RowView& row, unsigned column)
{
    return row.is_null(column) ? 0 : std::stoull(row.string(column));
}

void read_sources(db::Connection& destination, const OwnTables& tables, const std::string& where,
                  Status& status)
{
    destination.query(fmt::format("SELECT source_system, identity FROM {}{} "
                                  "ORDER BY source_no, first_seen_at",
                                  db::quoted(tables.source), where),
                      [&](const db::RowView& row) {
                          status.sources.push_back({row.string(0), row.string(1)});
                      });
}

void read_registry(db::Connection& destination, const OwnTables& tables, const std::string& where,
                   Status& status)
{
    destination.query(fmt::format("SELECT source_system, entity_type, COUNT(*), MAX(synced_at) "
                                  "FROM {}{} GROUP BY source_system, entity_type "
                                  "ORDER BY source_system, entity_type",
                                  db::quoted(tables.registry), where),
                      [&](const db::RowView& row) {
                          status.registry.push_back(
                              {row.string(0), row.string(1), number(row, 2), row.string(3)});
                      });
}

void read_runs(db::Connection& destination, const OwnTables& tables, const std::string& where,
               Status& status)
{
    destination.query(
        fmt::format("SELECT run_id, source_system, entity_type, command, started_at, finished_at, "
                    "exit_code, records_read, created + updated + merged, failed FROM {}{} "
                    "ORDER BY run_id DESC LIMIT 20",
                    db::quoted(tables.run), where),
        [&](const db::RowView& row) {
            RunStatus run;
            run.run_id = number(row, 0);
            run.source_system = row.string(1);
            run.entity = row.string(2);
            run.command = row.string(3);
            run.started_at = row.string(4);
            run.finished_at = row.string(5);
            run.exit_code = row.is_null(6) ? -1 : std::stoi(row.string(6));
            run.read = number(row, 7);
            run.changed = number(row, 8);
            run.failed = number(row, 9);
            status.runs.push_back(std::move(run));
        });
}

void read_rejected(db::Connection& destination, const OwnTables& tables, const std::string& where,
                   bool knows_first_reasons, Status& status)
{
    const std::string table = db::quoted(tables.rejected);
    destination.query(fmt::format("SELECT COUNT(*) FROM {}{}", table, where),
                      [&](const db::RowView& row) { status.rejected_total = number(row, 0); });
    destination.query(
        fmt::format("SELECT source_system, entity_type, source_id, label, outcome, reason, "
                    "first_seen_at, last_seen_at, attempts, {} FROM {}{} "
                    "ORDER BY last_seen_at DESC, source_system, entity_type, source_id LIMIT 100",
                    knows_first_reasons ? "COALESCE(first_reason, '')" : "''", table, where),
        [&](const db::RowView& row) {
            status.rejected.push_back({row.string(0), row.string(1), row.id(2), row.string(3),
                                       row.string(4), row.string(5), row.string(6), row.string(7),
                                       number(row, 8), row.string(9)});
        });
}

void read_open_references(db::Connection& destination, const OwnTables& tables,
                          const std::string& where, Status& status)
{
    destination.query(
        fmt::format("SELECT source_system, owner_type, table_name, column_name, target_type, "
                    "COUNT(*) FROM {}{} "
                    "GROUP BY source_system, owner_type, table_name, column_name, target_type "
                    "ORDER BY source_system, owner_type, table_name, column_name, target_type",
                    db::quoted(tables.deferred), where),
        [&](const db::RowView& row) {
            status.open_references.push_back({row.string(0), row.string(1),
                                              row.string(2) + "." + row.string(3), row.string(4),
                                              number(row, 5)});
        });
}

} // namespace

Status read_status(db::Connection& destination, const std::string& source_system)
{
    const OwnTables tables(destination.settings().table_prefix);
    Status status;
    const auto version = own_tables_version(destination, tables);
    status.installed = version > 0;
    if (!status.installed) { return status; }
    const std::string where =
        source_system.empty() ? "" : db::bind(" WHERE source_system = ?", {source_system});
    read_sources(destination, tables, where, status);
    read_registry(destination, tables, where, status);
    read_runs(destination, tables, where, status);
    // Nothing is upgraded for a look at it.
    read_rejected(destination, tables, where, version >= 3, status);
    read_open_references(destination, tables, where, status);
    return status;
}

} // namespace datasync::state
