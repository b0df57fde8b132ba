// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Takes over a registry table that the PHP module has made, and names rights that are missing.
#pragma once

#include "db/connection.hpp"

#include <string>
#include <string_view>

namespace datasync::state {

/// Runs a statement of the installation. Throws FatalError (refused) with the GRANT that gives
/// `privileges` when the user lacks them.
void execute_guarded(db::Connection& destination, std::string_view privileges,
                     const std::string& table, std::string_view sql);

/// Adds the columns and keys that an existing registry table lacks and keeps its rows; does
/// nothing to a table of our own making. Throws FatalError (refused) for a table of that name
/// that is no registry.
void take_over_registry(db::Connection& destination, const std::string& table);

} // namespace datasync::state
