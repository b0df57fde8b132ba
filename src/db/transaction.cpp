// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Transactions and snapshots.
#include "db/connection.hpp"

namespace datasync::db {

Transaction::Transaction(Connection& connection) : m_connection(connection)
{
    m_connection.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
    m_connection.execute("START TRANSACTION");
}

Transaction::~Transaction()
{
    if (!m_open) { return; }
    try {
        m_connection.execute("ROLLBACK");
    } catch (const std::exception&) {
        // Left open, the next START TRANSACTION would commit this half work; without the line the
        // server rolls it back. The error that led here is already on its way up.
        m_connection.disconnect();
    }
}

void Transaction::commit()
{
    m_connection.execute("COMMIT");
    m_open = false;
}

void start_snapshot(Connection& connection)
{
    connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    connection.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
}

void end_snapshot(Connection& connection)
{
    connection.execute("COMMIT");
}

} // namespace datasync::db
