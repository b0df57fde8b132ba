// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/rights_refusal.hpp"

#include "datasync/error.hpp"
#include "db/connection.hpp"
#include "schema/shop.hpp"

#include <fmt/format.h>

#include <string_view>

namespace datasync::engine {

std::string rights_refusal(const db::DbError& error, const RunConnections& connections)
{
    // Errors begin with the connection's name; the writer puts a table in front of it.
    const bool is_source = std::string_view(error.what()).starts_with("source");
    // A new one, because the run's own may be in the middle of something or gone already.
    db::Connection connection(is_source ? connections.source : connections.destination,
                              is_source ? "source" : "destination");
    return fmt::format(
        "{}; grant it with: {}", error.what(),
        schema::grant_for(connection,
                          is_source ? "SELECT" : "SELECT, INSERT, UPDATE, DELETE, CREATE"));
}

void refuse_for_rights(const db::DbError& error, const RunConnections& connections)
{
    fatal(ExitCode::refused, "{}", rights_refusal(error, connections));
}

} // namespace datasync::engine
