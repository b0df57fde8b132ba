// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Array binding: many rows for one prepared statement. MariaDB has it, where the client library is
// its own as well.
#pragma once

#include "db/value_arrays.hpp"

#include <mysql.h>

#include <cstdint>
#include <string_view>

namespace datasync::db {

/// Whether library and server of the open connection both know array binding.
bool has_array_binding(MYSQL& mysql);

/// What an execution did; with an error, nothing of an INSERT, and of an UPDATE the rows before it.
struct ArrayResult {
    std::uint64_t affected_rows = 0;
    unsigned error = 0; ///< Of server or library; 0 for none.
    std::string message;
};

/// Prepares the statement, executes it for all rows and closes it.
ArrayResult execute_arrays(MYSQL& mysql, std::string_view sql, const ValueArrays& values);

} // namespace datasync::db
