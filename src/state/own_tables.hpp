// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The tool's own tables in the destination: their names, creation and upgrades.
#pragma once

#include "db/connection.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace datasync::state {

/// Full (prefixed, unquoted) names of the own tables of one destination.
struct OwnTables {
    explicit OwnTables(std::string_view prefix);

    std::string schema_version; ///< datasync_schema_version
    std::string source;         ///< datasync_source: number, name, identities
    std::string registry;       ///< datasync_entity_registry (layout of the PHP module)
    std::string part;           ///< datasync_part_registry: parts of entities, compact
    std::string deferred;       ///< datasync_deferred_reference
    std::string delta_state;    ///< datasync_delta_state
    std::string run;            ///< datasync_run
    std::string rejected;       ///< datasync_rejected_record
    std::string removed;        ///< datasync_removed_record
};

/// The version of the own tables here, 0 when there are none. Reads only. Throws FatalError
/// (refused) for those of a newer program, because what they mean cannot be known here.
unsigned own_tables_version(db::Connection& destination, const OwnTables& tables);

/// Whether the own tables exist here (the version table decides). Reads only.
bool own_tables_exist(db::Connection& destination, const OwnTables& tables);

/// Throws FatalError (refused) when the own tables are of an older version than this program's,
/// for runs that may not upgrade them.
void require_current_tables(db::Connection& destination, const OwnTables& tables);

/// Creates or upgrades the own tables, step by step, each recorded by version; a registry table
/// made by the PHP module is taken over with its rows. Throws FatalError (refused) naming the
/// GRANT when CREATE is missing, or when the tables are of a newer version than this program.
void install_own_tables(db::Connection& destination, const OwnTables& tables);

} // namespace datasync::state
