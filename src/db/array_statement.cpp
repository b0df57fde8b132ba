// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "db/array_statement.hpp"

#include <memory>
#include <vector>

namespace datasync::db {

#ifdef MARIADB_CLIENT_STMT_BULK_OPERATIONS

namespace {

/// Capabilities of MariaDB alone are told apart from those that MySQL has too by 32 bits.
constexpr unsigned k_extended_bits = 32;

struct CloseStatement {
    void operator()(MYSQL_STMT* statement) const { mysql_stmt_close(statement); }
};

/// The library takes what it only reads as not constant.
template<typename T>
T* unlocked(const std::vector<T>& values)
{
    return const_cast<T*>(values.data());
}

MYSQL_BIND bind(const ValueArray& column)
{
    MYSQL_BIND bind{};
    bind.u.indicator = unlocked(column.nulls);
    if (column.is_whole) {
        bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bind.buffer = unlocked(column.numbers);
        return bind;
    }
    const bool is_raw = column.style == ValueStyle::binary || column.style == ValueStyle::utf8;
    // A string is converted from the connection's character set to the column's; the bytes of a
    // blob have only to be valid there.
    bind.buffer_type = is_raw ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING;
    bind.buffer = unlocked(column.texts);
    bind.length = unlocked(column.lengths);
    return bind;
}

} // namespace

bool has_array_binding(MYSQL& mysql)
{
    unsigned long extended = 0;
    return mariadb_connection(&mysql) != 0 &&
           mariadb_get_infov(&mysql, MARIADB_CONNECTION_EXTENDED_SERVER_CAPABILITIES, &extended) ==
               0 &&
           (extended & (MARIADB_CLIENT_STMT_BULK_OPERATIONS >> k_extended_bits)) != 0;
}

ArrayResult execute_arrays(MYSQL& mysql, std::string_view sql, const ValueArrays& values)
{
    const std::unique_ptr<MYSQL_STMT, CloseStatement> statement(mysql_stmt_init(&mysql));
    if (!statement) { return {0, mysql_errno(&mysql), mysql_error(&mysql)}; }
    std::vector<MYSQL_BIND> binds;
    for (const auto& column : values.columns()) { binds.push_back(bind(column)); }
    const auto rows = static_cast<unsigned>(values.rows());
    const bool failed = mysql_stmt_prepare(statement.get(), sql.data(),
                                           static_cast<unsigned long>(sql.size())) != 0 ||
                        mysql_stmt_attr_set(statement.get(), STMT_ATTR_ARRAY_SIZE, &rows) != 0 ||
                        mysql_stmt_bind_param(statement.get(), binds.data()) != 0 ||
                        mysql_stmt_execute(statement.get()) != 0;
    if (failed) {
        return {0, mysql_stmt_errno(statement.get()), mysql_stmt_error(statement.get())};
    }
    return {mysql_stmt_affected_rows(statement.get()), 0, {}};
}

#else

bool has_array_binding(MYSQL& /*mysql*/)
{
    return false;
}

ArrayResult execute_arrays(MYSQL& /*mysql*/, std::string_view /*sql*/,
                           const ValueArrays& /*values*/)
{
    constexpr unsigned k_not_implemented = 2054;
    return {0, k_not_implemented, "the client library knows no array binding"};
}

#endif

} // namespace datasync::db
