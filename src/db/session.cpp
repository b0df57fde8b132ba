// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Session settings that do not depend on how a server was configured.
#include "db/session.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace datasync::db {

namespace {

/// Zero dates are stored data of old shops and have to stay storable, so NO_ZERO_DATE and
/// NO_ZERO_IN_DATE are not among the modes.
constexpr std::string_view k_sql_mode = "STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,"
                                        "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

/// Lists that the server joins must come whole; MySQL would cut them at 1024 bytes.
constexpr unsigned k_longest_list = 1048576;

/// Triggers of a change tracker that keeps out what DataSync itself writes ask for this variable.
constexpr std::string_view k_own_work = ",@datasync_writes=1";

/// A connection may idle while the others work, and a stream may pause while a batch is written.
constexpr unsigned k_idle_timeout_s = 86400;
constexpr unsigned k_stream_timeout_s = 3600;

std::uint64_t number(std::string_view text)
{
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string read_identity(Connection& connection, bool is_mariadb)
{
    if (!is_mariadb) {
        auto uuid = connection.value("SELECT @@server_uuid");
        if (uuid) { return *uuid; }
    }
    // MariaDB's server_uid is made of network card and port, which servers on one machine that
    // listen on sockets alone have in common; the rest tells them apart.
    std::string identity;
    connection.query("SHOW GLOBAL VARIABLES WHERE Variable_name IN "
                     "('server_uid','hostname','port','socket','datadir')",
                     [&](const RowView& row) {
                         identity += fmt::format("{}{}={}", identity.empty() ? "" : " ",
                                                 row.text(0), row.text(1));
                     });
    return identity;
}

} // namespace

void prepare_session(Connection& connection)
{
    const auto& settings = connection.settings();
    // Named again, because a library's utf8mb4 may come with a collation that the server lacks.
    connection.execute("SET NAMES utf8mb4");
    connection.execute(fmt::format(
        "SET sql_mode='{}',autocommit=1,sql_safe_updates=0,group_concat_max_len={},"
        "lock_wait_timeout={},innodb_lock_wait_timeout={},wait_timeout={},net_read_timeout={},"
        "net_write_timeout={}{}",
        k_sql_mode, k_longest_list, settings.lock_wait_timeout_s, settings.lock_wait_timeout_s,
        k_idle_timeout_s, k_stream_timeout_s, k_stream_timeout_s,
        settings.is_destination ? k_own_work : std::string_view{}));
    if (!settings.time_zone.empty()) { connection.set_time_zone(settings.time_zone); }
}

ServerInfo read_server_info(Connection& connection)
{
    ServerInfo info;
    connection.query("SELECT @@version,@@version_comment,@@max_allowed_packet,"
                     "@@auto_increment_increment,@@local_infile,@@innodb_autoinc_lock_mode",
                     [&](const RowView& row) {
                         info.version = row.string(0);
                         info.is_mariadb = row.text(0).find("MariaDB") != std::string_view::npos ||
                                           row.text(1).find("MariaDB") != std::string_view::npos;
                         info.max_allowed_packet = number(row.text(2));
                         info.auto_increment_increment = row.id(3);
                         info.auto_increment_lock_mode = row.id(5);
                         info.local_infile = row.text(4) == "1" || row.text(4) == "ON";
                     });
    // A limit on the run time of statements is meant for web pages, not for reading whole tables.
    connection.execute(info.is_mariadb ? "SET max_statement_time=0" : "SET max_execution_time=0");
    info.identity = read_identity(connection, info.is_mariadb);
    return info;
}

} // namespace datasync::db
