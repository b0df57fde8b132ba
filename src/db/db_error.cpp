// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which error number calls for what, as one sorted table.
#include "db/db_error.hpp"

#include <algorithm>
#include <array>

namespace datasync::db {

namespace {

struct ErrorClass {
    unsigned code;
    DbErrorKind kind;
};

constexpr auto k_retry = DbErrorKind::retry;
constexpr auto k_record = DbErrorKind::record;
constexpr auto k_rights = DbErrorKind::rights;
constexpr auto k_connection = DbErrorKind::connection;

/// Numbers 1000..1999 and 3000.. are the servers', 2000..2999 and 5000.. the client libraries'.
constexpr std::array k_error_classes = {
    ErrorClass{1020, k_retry},      // record changed since last read (MariaDB snapshot isolation)
    ErrorClass{1022, k_record},     // duplicate key
    ErrorClass{1032, k_record},     // a row is gone
    ErrorClass{1040, k_connection}, // too many connections
    ErrorClass{1044, k_rights},     // no right to the database
    ErrorClass{1045, k_rights},     // access denied
    ErrorClass{1047, k_connection}, // cluster node not ready for statements
    ErrorClass{1048, k_record},     // column cannot be null
    ErrorClass{1053, k_connection}, // server shutdown in progress
    ErrorClass{1062, k_record},     // duplicate entry
    ErrorClass{1077, k_connection}, // normal shutdown
    ErrorClass{1079, k_connection}, // shutdown complete
    ErrorClass{1080, k_connection}, // forced close of the thread
    ErrorClass{1118, k_record},     // row size too large
    ErrorClass{1129, k_connection}, // host blocked
    ErrorClass{1130, k_connection}, // host not allowed
    ErrorClass{1142, k_rights},     // statement denied for the table
    ErrorClass{1143, k_rights},     // statement denied for the column
    ErrorClass{1152, k_connection}, // connection aborted
    ErrorClass{1153, k_record},     // packet larger than max_allowed_packet
    ErrorClass{1156, k_connection}, // packets out of order
    ErrorClass{1157, k_connection}, // packet does not decompress
    ErrorClass{1158, k_connection}, // read error
    ErrorClass{1159, k_connection}, // read timeout
    ErrorClass{1160, k_connection}, // write error
    ErrorClass{1161, k_connection}, // write timeout
    ErrorClass{1184, k_connection}, // connection aborted
    ErrorClass{1203, k_connection}, // too many connections of the user
    ErrorClass{1205, k_retry},      // lock wait timeout
    ErrorClass{1213, k_retry},      // deadlock
    ErrorClass{1216, k_record},     // foreign key: no parent
    ErrorClass{1217, k_record},     // foreign key: has children
    ErrorClass{1227, k_rights},     // a privilege is needed
    ErrorClass{1263, k_record},     // NULL for a NOT NULL column
    ErrorClass{1264, k_record},     // out of range
    ErrorClass{1265, k_record},     // data truncated
    ErrorClass{1292, k_record},     // incorrect date or number
    ErrorClass{1300, k_record},     // invalid character string
    ErrorClass{1317, k_connection}, // the query was killed: somebody wants this run to end
    ErrorClass{1364, k_record},     // column without default value
    ErrorClass{1365, k_record},     // division by zero
    ErrorClass{1366, k_record},     // incorrect value for the column
    ErrorClass{1367, k_record},     // illegal value for the type
    ErrorClass{1370, k_rights},     // no right to the routine
    ErrorClass{1406, k_record},     // data too long
    ErrorClass{1411, k_record},     // incorrect value for a function
    ErrorClass{1412, k_retry},      // table definition changed, transaction has to be repeated
    ErrorClass{1419, k_rights},     // triggers need more rights while the binary log is on
    ErrorClass{1441, k_record},     // date overflow
    ErrorClass{1451, k_record},     // foreign key: has children
    ErrorClass{1452, k_record},     // foreign key: no parent
    ErrorClass{1461, k_record},     // no room for prepared statements: plain ones do without
    ErrorClass{1525, k_record},     // incorrect value
    ErrorClass{1526, k_record},     // no partition for the value
    ErrorClass{1586, k_record},     // duplicate entry
    ErrorClass{1614, k_retry},      // deadlock in a distributed transaction
    ErrorClass{1644, k_record},     // refused by a trigger's SIGNAL
    ErrorClass{1690, k_record},     // out of range in an expression
    ErrorClass{1698, k_rights},     // access denied without a password
    ErrorClass{1927, k_connection}, // connection was killed
    ErrorClass{2001, k_connection}, // no socket could be created
    ErrorClass{2002, k_connection}, // no connection through the socket
    ErrorClass{2003, k_connection}, // no connection to the host
    ErrorClass{2004, k_connection}, // no TCP socket could be created
    ErrorClass{2005, k_connection}, // unknown host
    ErrorClass{2006, k_connection}, // server has gone away
    ErrorClass{2012, k_connection}, // handshake failed
    ErrorClass{2013, k_connection}, // lost during a query
    ErrorClass{2020, k_record},     // packet larger than the client takes
    ErrorClass{2026, k_connection}, // TLS failed
    ErrorClass{2027, k_connection}, // malformed packet
    ErrorClass{2055, k_connection}, // lost, with the system's reason
    ErrorClass{3140, k_record},     // invalid JSON text
    ErrorClass{3156, k_record},     // invalid JSON value for a cast
    ErrorClass{3169, k_connection}, // session was killed
    ErrorClass{3572, k_retry},      // lock not available at once
    ErrorClass{3819, k_record},     // CHECK constraint (MySQL)
    ErrorClass{3854, k_record},     // string does not convert
    ErrorClass{3988, k_record},     // character does not convert
    ErrorClass{4025, k_record},     // CHECK constraint (MariaDB)
    ErrorClass{4031, k_connection}, // closed for inactivity
    ErrorClass{5013, k_connection}, // read from the line failed (Connector/C)
    ErrorClass{5014, k_connection}, // write to the line failed (Connector/C)
};

constexpr bool by_code(const ErrorClass& a, const ErrorClass& b)
{
    return a.code < b.code;
}

static_assert(std::is_sorted(k_error_classes.begin(), k_error_classes.end(), by_code),
              "the search below needs the numbers in order");

} // namespace

DbErrorKind classify_error(unsigned code) noexcept
{
    const auto* const found = std::lower_bound(k_error_classes.begin(), k_error_classes.end(),
                                               ErrorClass{code, DbErrorKind::other}, by_code);
    return found != k_error_classes.end() && found->code == code ? found->kind : DbErrorKind::other;
}

} // namespace datasync::db
