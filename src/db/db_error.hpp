// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// An error the server or the client library reported, sorted by what can be done about it.
#pragma once

#include <stdexcept>
#include <string>

namespace datasync::db {

/// What an error calls for.
enum class DbErrorKind {
    retry,      ///< Deadlock or lock wait: roll back and do the transaction again.
    record,     ///< A value or key the table does not take: find the record, go on with the rest.
    rights,     ///< The user lacks a right: name the GRANT and end the run.
    connection, ///< The server is gone or the line is dead: end the run.
    other,      ///< Anything else: end the run.
};

/// Sorts a server (1000..) or client (2000..) error number.
DbErrorKind classify_error(unsigned code) noexcept;

/// A statement failed. The message names connection and error; never values of a bulk statement.
class DbError : public std::runtime_error {
public:
    DbError(unsigned code, const std::string& message)
        : std::runtime_error(message), m_code(code), m_kind(classify_error(code))
    {
    }

    unsigned code() const noexcept { return m_code; }
    DbErrorKind kind() const noexcept { return m_kind; }

private:
    unsigned m_code;
    DbErrorKind m_kind;
};

} // namespace datasync::db
