// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One connection to a MySQL or MariaDB server; only the files of src/db behind it know <mysql.h>.
#pragma once

#include "datasync/row_set.hpp"
#include "db/connection_settings.hpp"
#include "db/db_error.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::db {

class ValueArrays;

/// What a statement without a result did.
struct StatementResult {
    std::uint64_t affected_rows = 0;
    std::uint64_t last_insert_id = 0; ///< First id of a multi-row INSERT.
    unsigned warnings = 0;
    std::string info; ///< "Records: 3  Duplicates: 3  Warnings: 0" after a multi-row INSERT.

    /// How many rows of an INSERT ... ON DUPLICATE KEY UPDATE were there and got changed.
    std::uint64_t duplicates() const;
};

/// What LOAD DATA says it did; it turns errors into warnings, so every number has to be looked at.
struct LoadResult {
    std::uint64_t records = 0; ///< Rows the server saw in what it was sent.
    std::uint64_t skipped = 0;
    std::uint64_t warnings = 0;
};

/// One row of a result while it is being read; valid until the next row.
class RowView {
public:
    RowView(const char* const* values, const unsigned long* lengths, unsigned columns)
        : m_values(values), m_lengths(lengths), m_columns(columns)
    {
    }
    unsigned columns() const { return m_columns; }
    bool is_null(unsigned column) const { return m_values[column] == nullptr; }
    std::string_view text(unsigned column) const
    {
        return m_values[column] == nullptr ? std::string_view{}
                                           : std::string_view{m_values[column], m_lengths[column]};
    }
    std::string string(unsigned column) const { return std::string(text(column)); }
    std::uint32_t id(unsigned column) const { return parse_id(text(column)); }

private:
    const char* const* m_values;
    const unsigned long* m_lengths;
    unsigned m_columns;
};

/// Server flavour and abilities, read when the connection opens.
struct ServerInfo {
    std::string version; ///< As the server says it.
    bool is_mariadb = false;
    std::string identity; ///< The same for the same server, whatever way one reaches it.
    std::uint64_t max_allowed_packet = 0; ///< Bytes the server takes in one statement.
    std::uint32_t auto_increment_increment = 1;
    std::uint32_t auto_increment_lock_mode = 2; ///< innodb_autoinc_lock_mode.
    bool local_infile = false;                  ///< Whether LOAD DATA LOCAL is allowed.
    bool array_binding = false;                 ///< Whether execute_arrays() works; MariaDB alone.
};

/// An open connection. Not shared between threads; statements of one are numbered for the SQL log.
class Connection {
public:
    /// Connects and sets utf8mb4, timeouts and a strict sql_mode with NO_AUTO_VALUE_ON_ZERO, and
    /// the time zone where the settings give one. No connection is ever opened again by itself.
    /// `name` is what messages and the SQL log call it ("source", "destination-2").
    /// Throws FatalError (unreachable) with host, user, database and what to check.
    Connection(ConnectionSettings settings, std::string name);
    ~Connection();
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;

    const ConnectionSettings& settings() const;
    const std::string& name() const;
    const ServerInfo& server() const;

    /// Runs a statement that returns no rows. Throws DbError.
    StatementResult execute(std::string_view sql);

    /// Runs a query and hands every row to `on_row` as it arrives; nothing is buffered here.
    /// An exception from `on_row` is passed on after the rest of the result is read away.
    void query(std::string_view sql, const std::function<void(const RowView&)>& on_row);

    /// The first cell of the first row; nothing when there is no row or it is NULL.
    std::optional<std::string> value(std::string_view sql);

    /// Runs a LOAD DATA LOCAL statement, feeding `data` to the server from memory whatever file
    /// name the statement holds. Outside this call no server request for a file is answered.
    LoadResult load_local(std::string_view sql, std::string_view data);

    /// Runs an INSERT or UPDATE of one row, its values marks, for all rows; returns how many rows
    /// were written. Throws DbError: of an INSERT nothing is left then, of an UPDATE what came
    /// before the refused row.
    std::uint64_t execute_arrays(std::string_view sql, const ValueArrays& values);

    /// Sets the session's time zone ("SYSTEM", "+00:00", "Europe/Vienna").
    void set_time_zone(std::string_view zone);

    /// Messages of the last statement's warnings, at most `most`; for reports.
    std::vector<std::string> warnings(unsigned most = 3);

    /// Closes the line, upon which the server rolls back what is open. Every later call throws a
    /// DbError of kind connection.
    void disconnect() noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A transaction that rolls back unless committed.
class Transaction {
public:
    /// Starts it with READ COMMITTED: no gap locks, so writers side by side rarely deadlock.
    explicit Transaction(Connection& connection);
    /// Rolls back; where even that fails, closes the connection, so that nothing half can stay.
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Makes the work permanent. When it throws, whether it did is unknown to this side.
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

/// Opens a consistent, read-only snapshot that lasts until it is ended, or as long as the
/// connection.
void start_snapshot(Connection& connection);
/// Ends it: the server need not keep what has changed since any longer.
void end_snapshot(Connection& connection);

/// Where --log-sql sends statements: called with connection name, statement number and text, by
/// every thread that has a connection.
using SqlLog =
    std::function<void(std::string_view connection, std::uint64_t number, std::string_view sql)>;

/// Installs the SQL log for connections opened from now on; empty turns it off. With
/// `with_values` false, literals are replaced by `?` and bulk data is left out.
void set_sql_log(SqlLog log, bool with_values);

} // namespace datasync::db
