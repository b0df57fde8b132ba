// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One shop database: which family and version it is, its tables and columns.
#pragma once

#include "datasync/row_set.hpp"
#include "db/connection.hpp"
#include "schema/value_check.hpp"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// The branches of the family that behave differently towards a database.
enum class ShopFamily { magento1, openmage, maho };

/// What a column gets where a row does not name it.
struct ColumnDefault {
    bool is_plain = false; ///< NULL or a number: the only ones that are compared with cells.
    std::string number;    ///< As the server prints it; empty: NULL.

    /// Whether a row may leave the column out instead of saying `cell`.
    bool equals(const Cell& cell) const
    {
        return is_plain && !cell.is_pending_id() &&
               (number.empty() ? cell.is_null() : !cell.is_null() && cell.text() == number);
    }
};

/// A column as information_schema describes it.
struct Column {
    std::string name;
    ColumnType type;
    bool has_default = false;
    ColumnDefault default_value;
    bool auto_increment = false;
    bool generated = false;
};

/// A table and its columns in their order.
struct TableInfo {
    std::string name; ///< Without prefix.
    std::vector<Column> columns;

    const Column* find(std::string_view column) const;
};

/// A shop behind a connection. Reading it sets the session's time zone to the shop's own.
class Shop {
public:
    /// Recognises the shop; throws FatalError (refused) when the database is none.
    explicit Shop(db::Connection& connection);
    /// The same shop through a further connection, with the tables that `known` knows. That one
    /// outlives it, and loads no more tables once several threads look at them.
    Shop(db::Connection& connection, const Shop& known);
    Shop(const Shop&) = delete;
    Shop& operator=(const Shop&) = delete;

    db::Connection& connection() const { return m_connection; }
    ShopFamily family() const { return m_family; }
    /// "OpenMage (customer_setup 1.6.2.0.7), time zone SYSTEM" for messages.
    std::string describe() const;
    /// Whether the shop's application refuses zero dates and other values that MySQL bends.
    bool is_strict() const { return m_family == ShopFamily::maho; }

    /// Prefixed table name, not quoted.
    std::string table(std::string_view name) const;
    /// Prefixed table name in backticks.
    std::string quoted_table(std::string_view name) const;

    /// Reads the columns of those of these tables (names without prefix) that are not known yet, in
    /// one go; what is known stays as it was read. A table that exists but may not be read is an
    /// error naming the GRANT, never a missing table.
    void load_tables(std::span<const std::string> names);
    /// A loaded table; nullptr when the shop does not have it.
    const TableInfo* find_table(std::string_view name) const;
    /// A loaded table that the shop must have; throws FatalError (refused) otherwise.
    const TableInfo& require_table(std::string_view name) const;

    /// Acts from now on as if the shop did not have that table.
    void forget_table(std::string_view name);
    /// Acts from now on as if a loaded table had only the columns for which `keeps` is true.
    void keep_columns(std::string_view name, const std::function<bool(std::string_view)>& keeps);

    /// Assignments, "`updated_at` = `updated_at`, ", that keep the server from setting columns of a
    /// table to the time of a statement. `alias` is what the statement calls the table, if at all.
    std::string untouched_stamps(std::string_view table, std::string_view alias = {}) const;

    /// A value of core_config_data in the default scope; empty when it is not set.
    std::string config(std::string_view path) const;

private:
    void recognise();
    void read_columns(std::span<const std::string> names);

    db::Connection& m_connection;
    const Shop* m_known = nullptr; ///< Knows tables as well; null for a shop of its own.
    ShopFamily m_family = ShopFamily::magento1;
    std::string m_version;
    std::string m_time_zone;
    std::map<std::string, TableInfo, std::less<>> m_tables;
    std::set<std::string, std::less<>> m_missing; ///< Tables that were asked for in vain.
};

/// The GRANT statement that gives the connection's user a right on the whole database, for
/// messages: "GRANT SELECT ON `shop`.* TO 'reader'@'%'".
std::string grant_for(db::Connection& connection, std::string_view rights);
/// The same for one table, by its prefixed name.
std::string table_grant_for(db::Connection& connection, std::string_view rights,
                            std::string_view table);

} // namespace datasync::schema
