// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What one `incremental` run is asked to do, and what it did.
#pragma once

#include "datasync/sync_options.hpp"
#include "datasync/sync_result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync {

/// One run along the tracker of the source.
struct IncrementalOptions {
    SyncOptions sync;          ///< For every entity type; `entity` and `filter` are the run's.
    std::string only_entity;   ///< Only this entity type; empty: all.
    std::uint64_t limit = 0;   ///< At most so many records per entity type; 0: all.
    bool acknowledges = false; ///< Whether changes that have arrived are marked as done.
    RemovalOptions removal;    ///< Of records that are gone.
    bool pulls = true;         ///< Whether records that others need are brought with them.
};

/// Changes of one kind that wait on the source.
struct PendingChanges {
    std::string entity_type; ///< As the tracker calls it.
    std::uint64_t count = 0;
    std::uint64_t oldest_age_s = 0; ///< By the source's own clock.
};

/// An entity type that could not be taken at all.
struct TypeFailure {
    std::string entity;
    std::string message;
    ExitCode exit_code = ExitCode::internal_error;
};

/// What one run did.
struct IncrementalResult {
    std::string source_system;
    bool dry_run = false;
    std::vector<SyncResult> entities;    ///< Of each type that had changes or was needed.
    std::vector<RemovalResult> removals; ///< Of each type of which records are gone.
    std::vector<TypeFailure> failures;   ///< Types that could not be taken; their changes wait.
    std::uint64_t acknowledged = 0;      ///< Rows of the tracker.
    std::uint64_t taken_back = 0;        ///< Claims of runs that died.
    std::uint64_t pulled = 0;            ///< Records that nobody announced and others needed.
    std::uint64_t put_off = 0;           ///< Records that failed before and are tried again later.
    std::vector<PendingChanges> pending; ///< What waits after the run.
    std::vector<std::string> warnings;
    double seconds = 0;
    bool stopped_early = false;
};

/// The code a finished run ends with.
ExitCode exit_code_for(const IncrementalResult& result);

} // namespace datasync
