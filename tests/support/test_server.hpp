// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Databases of the tests' own on the server that with_server.sh has started.
#pragma once

#include "db/connection.hpp"
#include "db/connection_settings.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

/// Where the test server is; from DATASYNC_TEST_SOCKET, _USER and _SERVER.
struct ServerAddress {
    std::string socket;
    std::string user;
    bool is_mysql = false; ///< Oracle's MySQL, not MariaDB.
};

/// The test server; nothing when the tests run without one.
std::optional<ServerAddress> test_server();

/// The dump of that name in the folder DATASYNC_SHOPS; throws when it is not there, for tests that
/// need one run only where it is.
std::filesystem::path shop_dump(std::string_view name);

/// A cell as the server sends it; nothing for NULL.
using Row = std::vector<std::optional<std::string>>;

/// All rows of a result.
using Rows = std::vector<Row>;

/// A database with a name of its own, dropped at the end unless DATASYNC_KEEP_TEST_DB is set.
class TestDatabase {
public:
    /// Creates it and runs the given files of tests/support/shop. `label` becomes part of the name.
    explicit TestDatabase(std::string_view label,
                          std::initializer_list<std::string_view> sql_files = {});
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    const std::string& name() const { return m_name; }

    /// How to connect to it, for code under test.
    db::ConnectionSettings settings() const;

    /// The connection of the helpers below.
    db::Connection& connection() { return *m_connection; }

    /// Runs a file of tests/support/shop, without checking foreign keys.
    void load(std::string_view sql_file);

    /// Loads a dump compressed with xz through the server's client program.
    void load_dump(const std::filesystem::path& dump);

    /// Runs statements, each ended by a semicolon at the end of a line (the last one may lack it).
    void exec(std::string_view sql);

    /// The first cell of the first row; nothing when there is no row or it is NULL.
    std::optional<std::string> value(std::string_view sql);

    /// Every row of a result.
    Rows rows(std::string_view sql);

    /// The first column of a result, with "NULL" for NULL: short to compare.
    std::vector<std::string> column(std::string_view sql);

    /// A checksum of the content of every table except the tool's own (datasync_...) and `except`.
    std::map<std::string, std::string> checksums(const std::vector<std::string>& except = {});

private:
    std::string m_name;
    std::unique_ptr<db::Connection> m_connection;
};

/// Base of tests that need the server. Without one they fail, or are skipped when
/// DATASYNC_SKIP_DB=1 says so.
class DbTest : public ::testing::Test {
protected:
    void SetUp() override;
};

} // namespace datasync::test
