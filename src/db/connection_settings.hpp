// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where a database is and how to talk to it.
#pragma once

#include <cstdint>
#include <string>

namespace datasync::db {

/// How much protection a connection insists on; the names are those of the MySQL clients.
enum class SslMode { disabled, preferred, required, verify_ca, verify_identity };

/// One database: address, login, TLS, waiting times. Empty strings mean "not given".
struct ConnectionSettings {
    std::string host = "localhost";
    std::uint16_t port = 0; ///< 0: the client's default (3306).
    std::string socket;
    std::string user;
    std::string password;
    std::string database;
    std::string table_prefix;
    std::string time_zone; ///< Session time zone; empty: what the shop application itself uses.

    SslMode ssl_mode = SslMode::preferred;
    std::string ssl_ca;
    std::string ssl_cert;
    std::string ssl_key;

    unsigned connect_timeout_s = 10;
    unsigned read_timeout_s = 300;
    unsigned write_timeout_s = 300;
    unsigned lock_wait_timeout_s = 50;

    /// Whether what the session writes is DataSync's own work: it sets @datasync_writes, by which
    /// the triggers of a change tracker may know it.
    bool is_destination = false;

    std::string origin; ///< Which layer the settings came from, for messages ("the command line").

    /// "user@host:port/database" or with the socket's path; never the password.
    std::string describe() const;
};

} // namespace datasync::db
