// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Writes the run log, the delta state and the list of rejected records.
#include "state/run_log.hpp"

#include "db/sql_text.hpp"
#include "state/bulk.hpp"

#include <fmt/format.h>

#include <utility>

namespace datasync::state {

namespace {

/// A run every five minutes fills this in three and a half days.
constexpr unsigned k_runs_kept = 1000;

constexpr std::size_t k_max_command_chars = 1024;
constexpr std::size_t k_max_label_chars = 255;
/// Well below the bytes of a TEXT column, whatever the characters.
constexpr std::size_t k_max_text_chars = 4000;

/// "column = value" of the counters and the end of a run.
std::string end_of_run(const SyncResult& result, ExitCode exit_code)
{
    std::string sql = fmt::format("finished_at = UTC_TIMESTAMP(), exit_code = {}, "
                                  "records_read = {}",
                                  static_cast<int>(exit_code), result.read());
    for (std::size_t i = 0; i < k_outcome_names.size(); ++i) {
        sql += fmt::format(", {} = {}", db::quoted(k_outcome_names[i]), result.outcomes[i]);
    }
    return sql;
}

} // namespace

RunLog::RunLog(db::Connection& destination, OwnTables tables)
    : m_destination(destination), m_tables(std::move(tables))
{
}

void RunLog::start(std::string_view source_system, std::string_view entity,
                   std::string_view command)
{
    const std::string run = db::quoted(m_tables.run);
    m_run_id =
        m_destination
            .execute(db::bind(fmt::format("INSERT INTO {} (source_system, entity_type, "
                                          "command, started_at) VALUES (?, ?, ?, "
                                          "UTC_TIMESTAMP())",
                                          run),
                              {source_system, entity, fit_text(command, k_max_command_chars)}))
            .last_insert_id;
    // Ids may have gaps, so the oldest run to keep is counted, not computed.
    const auto newest_to_drop = m_destination.value(fmt::format(
        "SELECT run_id FROM {} ORDER BY run_id DESC LIMIT 1 OFFSET {}", run, k_runs_kept));
    if (newest_to_drop) {
        m_destination.execute(
            db::bind(fmt::format("DELETE FROM {} WHERE run_id <= ?", run), {*newest_to_drop}));
    }
}

void RunLog::finish(const SyncResult& result, ExitCode exit_code)
{
    m_destination.execute(fmt::format("UPDATE {} SET {} WHERE run_id = {}",
                                      db::quoted(m_tables.run), end_of_run(result, exit_code),
                                      m_run_id));
    if (result.stopped_early) { return; }
    m_destination.execute(
        db::bind(fmt::format("INSERT INTO {} (source_system, entity_type, last_run_id, "
                             "last_finished_at) VALUES (?, ?, {}, UTC_TIMESTAMP()) "
                             "ON DUPLICATE KEY UPDATE last_run_id = VALUES(last_run_id), "
                             "last_finished_at = VALUES(last_finished_at)",
                             db::quoted(m_tables.delta_state), m_run_id),
                 {result.source_system, result.entity}));
}

void RunLog::fail(const SyncResult& so_far, ExitCode exit_code, std::string_view message)
{
    m_destination.execute(
        db::bind(fmt::format("UPDATE {} SET {}, message = ? WHERE run_id = {}",
                             db::quoted(m_tables.run), end_of_run(so_far, exit_code), m_run_id),
                 {fit_text(message, k_max_text_chars)}));
}

RejectedRecords::RejectedRecords(db::Connection& destination, OwnTables tables,
                                 std::string source_system, std::string entity)
    : m_destination(destination),
      m_tables(std::move(tables)),
      m_source_system(std::move(source_system)),
      m_entity(std::move(entity))
{
}

bool RejectedRecords::any()
{
    return m_destination
        .value(db::bind(fmt::format("SELECT 1 FROM {} WHERE source_system = ? AND entity_type = ? "
                                    "LIMIT 1",
                                    db::quoted(m_tables.rejected)),
                        {m_source_system, m_entity}))
        .has_value();
}

void RejectedRecords::remember(std::span<const RecordEvent> events)
{
    BulkStatement insert(
        m_destination,
        fmt::format("INSERT INTO {} (source_system, entity_type, source_id, "
                    "label, outcome, first_reason, reason, first_seen_at, "
                    "last_seen_at, attempts) VALUES ",
                    db::quoted(m_tables.rejected)),
        " ON DUPLICATE KEY UPDATE label = VALUES(label), "
        "outcome = VALUES(outcome), "
        // Assigned before the last reason: of a row that has none yet, from
        // before there were first reasons, the reason so far is the earliest known.
        "first_reason = COALESCE(first_reason, reason), "
        "reason = VALUES(reason), "
        "last_seen_at = VALUES(last_seen_at), attempts = attempts + 1");
    for (const RecordEvent& event : events) {
        const std::string reason = db::literal(fit_text(event.detail, k_max_text_chars));
        insert.add(fmt::format("({},{},{},{},{},{},{},UTC_TIMESTAMP(),UTC_TIMESTAMP(),1)",
                               db::literal(m_source_system), db::literal(m_entity), event.source_id,
                               db::literal(fit_text(event.label, k_max_label_chars)),
                               db::literal(name_of(event.outcome)), reason, reason));
    }
    insert.flush();
}

void RejectedRecords::forget(std::span<const std::uint32_t> source_ids)
{
    for_each_chunk(source_ids, [&](auto chunk) {
        m_destination.execute(
            db::bind(fmt::format("DELETE FROM {} WHERE source_system = ? AND entity_type = ? AND "
                                 "source_id IN ({})",
                                 db::quoted(m_tables.rejected), db::id_list(chunk)),
                     {m_source_system, m_entity}));
    });
}

} // namespace datasync::state
