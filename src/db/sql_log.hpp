// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The SQL log: who listens, and statements without their values.
#pragma once

#include "db/connection.hpp"

#include <string>
#include <string_view>

namespace datasync::db {

/// Who hears the statements of a connection, and whether with their values.
struct SqlLogTarget {
    SqlLog log;
    bool with_values = false;
};

/// What set_sql_log() installed last.
SqlLogTarget current_sql_log();

/// The statement with `?` for every value and long lists cut short: fit for a log others read.
std::string without_values(std::string_view sql);

} // namespace datasync::db
