// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ends a run for a right that is missing, with the GRANT that helps.
#pragma once

#include "db/db_error.hpp"
#include "engine/run_connections.hpp"

#include <string>

namespace datasync::engine {

/// What an error of kind `rights` says, and the GRANT.
std::string rights_refusal(const db::DbError& error, const RunConnections& connections);

/// Throws FatalError (refused) with it.
[[noreturn]] void refuse_for_rights(const db::DbError& error, const RunConnections& connections);

/// Does `run`; an error for want of rights names the GRANT.
template<typename Run>
auto with_rights_named(const RunConnections& connections, const Run& run)
{
    try {
        return run();
    } catch (const db::DbError& error) {
        if (error.kind() == db::DbErrorKind::rights) { refuse_for_rights(error, connections); }
        throw;
    }
}

} // namespace datasync::engine
