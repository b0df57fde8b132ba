// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What the tool's own tables say: for `datasync status`.
#pragma once

#include "db/connection.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync::state {

/// One source the destination has taken data from.
struct SourceStatus {
    std::string source_system;
    std::string identity; ///< Server and schema, as a person reads it.
};

/// Registry content of one source and entity type.
struct RegistryStatus {
    std::string source_system;
    std::string entity;
    std::uint64_t records = 0;
    std::string last_synced_at;
};

/// One line of the run log.
struct RunStatus {
    std::uint64_t run_id = 0;
    std::string source_system;
    std::string entity;
    std::string command;
    std::string started_at;
    std::string finished_at; ///< Empty while running or after a crash.
    int exit_code = -1;      ///< -1 when it did not finish.
    std::uint64_t read = 0;
    std::uint64_t changed = 0;
    std::uint64_t failed = 0;
};

/// A record that failed or is held, until a later run brings it.
struct RejectedStatus {
    std::string source_system;
    std::string entity;
    std::uint32_t source_id = 0;
    std::string label;
    std::string outcome;
    std::string reason;
    std::string first_seen_at;
    std::string last_seen_at;
    std::uint64_t attempts = 0;
    std::string first_reason; ///< Empty where it is not known.
};

/// References waiting for one kind of target.
struct OpenReferenceStatus {
    std::string source_system;
    std::string owner;  ///< Entity type whose rows wait.
    std::string column; ///< table.column
    std::string target; ///< Entity type waited for.
    std::uint64_t count = 0;
};

/// Everything `datasync status` shows.
struct Status {
    bool installed = false; ///< False: the tool has not written here yet.
    std::vector<SourceStatus> sources;
    std::vector<RegistryStatus> registry;
    std::vector<RunStatus> runs;          ///< Newest first, at most 20.
    std::vector<RejectedStatus> rejected; ///< At most 100.
    std::uint64_t rejected_total = 0;
    std::vector<OpenReferenceStatus> open_references;
};

/// Reads it all; `source_system` empty: of every source. Writes nothing.
Status read_status(db::Connection& destination, const std::string& source_system);

} // namespace datasync::state
