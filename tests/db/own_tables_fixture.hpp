// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A database with a table prefix and a connection to it, for tests of the own tables.
#pragma once

#include "db/connection.hpp"
#include "db/sql_text.hpp"
#include "state/own_tables.hpp"
#include "support/test_server.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::state {

/// Rows of a result as texts; NULL is "NULL".
using Rows = std::vector<std::vector<std::string>>;

/// An empty database per test, dropped afterwards; the own tables are prefixed with "shop_".
class OwnTablesFixture : public test::DbTest {
public:
    db::ConnectionSettings settings() const
    {
        db::ConnectionSettings settings = m_database->settings();
        settings.table_prefix = "shop_";
        return settings;
    }
    const std::string& database() const { return m_database->name(); }

    void exec(std::string_view sql) { connection().execute(sql); }

protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(test::DbTest::SetUp());
        if (IsSkipped()) { GTEST_SKIP(); }
        m_database = std::make_unique<test::TestDatabase>("state");
        m_connection = std::make_unique<db::Connection>(settings(), "destination");
    }

    db::Connection& connection() { return *m_connection; }
    const OwnTables& tables() const { return m_tables; }
    void install() { install_own_tables(connection(), m_tables); }

    /// The first cell of the first row; "NULL" for NULL.
    std::string value(std::string_view sql) { return connection().value(sql).value_or("NULL"); }

    /// All rows of a result.
    Rows rows(std::string_view sql)
    {
        Rows result;
        connection().query(sql, [&](const db::RowView& row) {
            std::vector<std::string>& texts = result.emplace_back();
            for (unsigned i = 0; i < row.columns(); ++i) {
                texts.push_back(row.is_null(i) ? "NULL" : row.string(i));
            }
        });
        return result;
    }

private:
    OwnTables m_tables{"shop_"};
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<db::Connection> m_connection;
};

/// A user with some rights on the fixture's database alone.
class RestrictedUser {
public:
    RestrictedUser(OwnTablesFixture& fixture, std::string_view privileges)
        : m_fixture(fixture), m_name(fixture.database().substr(0, 32))
    {
        m_fixture.exec(fmt::format("CREATE USER '{}'@'localhost'", m_name));
        m_fixture.exec(fmt::format("GRANT {} ON {}.* TO '{}'@'localhost'", privileges,
                                   db::quoted(fixture.database()), m_name));
    }
    ~RestrictedUser() { m_fixture.exec(fmt::format("DROP USER '{}'@'localhost'", m_name)); }
    RestrictedUser(const RestrictedUser&) = delete;
    RestrictedUser& operator=(const RestrictedUser&) = delete;

    const std::string& name() const { return m_name; }
    db::ConnectionSettings settings() const
    {
        db::ConnectionSettings settings = m_fixture.settings();
        settings.user = m_name;
        settings.database = m_fixture.database();
        return settings;
    }

private:
    OwnTablesFixture& m_fixture;
    std::string m_name;
};

} // namespace datasync::state
