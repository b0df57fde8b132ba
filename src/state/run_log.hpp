// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What runs leave behind for `datasync status`: the run log, rejected records, the delta state.
#pragma once

#include "datasync/sync_result.hpp"
#include "db/connection.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace datasync::state {

/// Writes the run log of one run through a connection of its own (autocommit).
class RunLog {
public:
    RunLog(db::Connection& destination, OwnTables tables);

    /// Notes the start.
    void start(std::string_view source_system, std::string_view entity, std::string_view command);
    /// Notes end, exit code and counters; a finished (not stopped) run also moves the delta state.
    void finish(const SyncResult& result, ExitCode exit_code);
    /// Notes a run that ended with an error, with its message.
    void fail(const SyncResult& so_far, ExitCode exit_code, std::string_view message);

private:
    db::Connection& m_destination;
    OwnTables m_tables;
    std::uint64_t m_run_id = 0;
};

/// Records of one source and entity type, inside the caller's transactions.
class RejectedRecords {
public:
    RejectedRecords(db::Connection& destination, OwnTables tables, std::string source_system,
                    std::string entity);

    /// Whether earlier runs left any. Cheap; ask once per run.
    bool any();
    /// Remembers records that did not arrive: first and last time and reason, attempts + 1.
    void remember(std::span<const RecordEvent> events);
    /// Forgets records that have arrived.
    void forget(std::span<const std::uint32_t> source_ids);

private:
    db::Connection& m_destination;
    OwnTables m_tables;
    std::string m_source_system;
    std::string m_entity;
};

} // namespace datasync::state
