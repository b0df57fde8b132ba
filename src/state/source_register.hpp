// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which sources a destination knows: by name and by identity (server and schema).
#pragma once

#include "db/connection.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace datasync::state {

/// What tells one database from all others: server identity and schema name.
std::string database_identity(db::Connection& connection);

/// The identity of a source whose records come from files: its name alone tells it from others.
std::string file_identity(std::string_view source_system);

/// Refuses (FatalError refused, naming both) a source that is the destination itself or that the
/// destination knows under another name. Returns a warning when the name is known with another
/// identity (a moved or copied source), else an empty string. Reads only; `installed` false skips
/// what needs the own tables.
std::string check_source(db::Connection& destination, const OwnTables& tables, bool installed,
                         std::string_view source_system, std::string_view source_identity);

/// Remembers name and identity and returns the source's number for the compact tables.
std::uint16_t register_source(db::Connection& destination, const OwnTables& tables,
                              std::string_view source_system, std::string_view source_identity);

/// The number of a known source, 0 for an unknown one. Reads only.
std::uint16_t source_number(db::Connection& destination, const OwnTables& tables,
                            std::string_view source_system);

} // namespace datasync::state
