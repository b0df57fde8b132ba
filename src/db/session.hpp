// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a fresh connection is set to, and what it tells about its server.
#pragma once

#include "db/connection.hpp"

namespace datasync::db {

/// Sets character set, sql_mode, autocommit, timeouts and, where given, the time zone.
void prepare_session(Connection& connection);

/// Reads flavour, identity and limits of the server.
ServerInfo read_server_info(Connection& connection);

} // namespace datasync::db
