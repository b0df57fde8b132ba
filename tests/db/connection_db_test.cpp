// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Connections against a real server.
#include "db/connection.hpp"

#include "datasync/error.hpp"
#include "db/sql_text.hpp"
#include "db/value_arrays.hpp"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <thread>

namespace datasync::db {
namespace {

using namespace std::string_view_literals;

/// Where the test server is. Without it these tests fail rather than pass unseen.
ConnectionSettings server_settings()
{
    const char* const socket = std::getenv("DATASYNC_TEST_SOCKET");
    const char* const user = std::getenv("DATASYNC_TEST_USER");
    const char* const password = std::getenv("DATASYNC_TEST_PASS");
    if (socket == nullptr || *socket == '\0') {
        throw std::runtime_error("DATASYNC_TEST_SOCKET is not set: it names the socket of a test "
                                 "server on which databases may be created");
    }
    ConnectionSettings settings;
    settings.socket = socket;
    settings.user = user == nullptr ? "root" : user;
    settings.password = password == nullptr ? "" : password;
    return settings;
}

/// Gives every test a database of its own.
class ConnectionDbTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        static std::atomic<int> number{0};
        m_database = fmt::format("x_connection_test_{}_{}", ::getpid(), ++number);
        m_admin = std::make_unique<Connection>(server_settings(), "admin");
        m_admin->execute("CREATE DATABASE " + quoted(m_database) + " CHARACTER SET utf8mb4");
    }

    void TearDown() override
    {
        if (m_admin) { m_admin->execute("DROP DATABASE IF EXISTS " + quoted(m_database)); }
    }

    ConnectionSettings settings() const
    {
        auto own = server_settings();
        own.database = m_database;
        return own;
    }

    Connection connect(std::string name = "test") const
    {
        return Connection(settings(), std::move(name));
    }

    std::string m_database;
    std::unique_ptr<Connection> m_admin;
};

std::string connect_error(const ConnectionSettings& settings)
{
    try {
        const Connection connection(settings, "source");
    } catch (const FatalError& error) {
        EXPECT_EQ(error.exit_code(), ExitCode::unreachable);
        const std::string message = error.what();
        EXPECT_EQ(message.find('\n'), std::string::npos) << message;
        if (!settings.password.empty()) {
            EXPECT_EQ(message.find(settings.password), std::string::npos) << message;
        }
        return message;
    }
    return "connected";
}

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

DbErrorKind kind_of(Connection& connection, std::string_view sql)
{
    try {
        connection.execute(sql);
    } catch (const DbError& error) {
        return error.kind();
    }
    ADD_FAILURE() << "no error: " << sql;
    return DbErrorKind::other;
}

TEST_F(ConnectionDbTest, NamesHostUserAndDatabaseWhenItCannotConnect)
{
    auto wrong = settings();
    wrong.socket.clear();
    wrong.host = "no-such-host.invalid";
    wrong.connect_timeout_s = 5;
    auto message = connect_error(wrong);
    EXPECT_TRUE(has(message, wrong.describe())) << message;
    EXPECT_TRUE(has(message, "host")) << message;

    wrong.host = "127.0.0.1";
    wrong.port = 1;
    message = connect_error(wrong);
    EXPECT_TRUE(has(message, "@127.0.0.1:1/")) << message;
    EXPECT_TRUE(has(message, "check that the server runs there")) << message;

    wrong = settings();
    wrong.socket = "/nonexistent/server.sock";
    wrong.origin = "the command line";
    message = connect_error(wrong);
    EXPECT_TRUE(has(message, "[/nonexistent/server.sock]")) << message;
    EXPECT_TRUE(has(message, "from the command line")) << message;
}

TEST_F(ConnectionDbTest, TakesAPortForTcpEvenWithLocalhost)
{
    auto wrong = settings();
    wrong.socket.clear();
    wrong.port = 1;
    EXPECT_TRUE(has(connect_error(wrong), "@localhost:1/"));
}

TEST_F(ConnectionDbTest, SaysWhenTheLoginOrTheDatabaseIsWrong)
{
    const auto user = fmt::format("x_user_{}", ::getpid());
    m_admin->execute(
        fmt::format("CREATE USER '{}'@'localhost' IDENTIFIED BY 'Right-1-password'", user));
    auto wrong = settings();
    wrong.user = user;
    wrong.password = "Wrong-2-secret";
    const auto denied = connect_error(wrong);
    wrong.password = "Right-1-password";
    const auto no_right = connect_error(wrong);
    m_admin->execute(fmt::format("DROP USER '{}'@'localhost'", user));
    EXPECT_TRUE(has(denied, "check user and password")) << denied;
    EXPECT_TRUE(has(no_right, "rights to")) << no_right;

    wrong = settings();
    wrong.database = "x_no_such_database";
    const auto unknown = connect_error(wrong);
    EXPECT_TRUE(has(unknown, "check that the database \"x_no_such_database\" exists")) << unknown;
}

TEST_F(ConnectionDbTest, InsistsOnTlsWhenToldTo)
{
    auto secure = settings();
    secure.ssl_mode = SslMode::required;
    try {
        Connection connection(secure, "test");
        std::string cipher;
        connection.query("SHOW STATUS LIKE 'Ssl_cipher'",
                         [&](const RowView& row) { cipher = row.string(1); });
        EXPECT_NE(cipher, "");
    } catch (const FatalError& error) {
        EXPECT_TRUE(has(error.what(), "TLS") || has(error.what(), "SSL")) << error.what();
    }
}

TEST_F(ConnectionDbTest, SetsUpTheSession)
{
    auto own = settings();
    own.time_zone = "+03:00";
    Connection connection(own, "test");
    const auto mode = connection.value("SELECT @@sql_mode").value_or("");
    EXPECT_TRUE(has(mode, "STRICT_ALL_TABLES")) << mode;
    EXPECT_TRUE(has(mode, "NO_AUTO_VALUE_ON_ZERO")) << mode;
    EXPECT_FALSE(has(mode, "NO_ZERO")) << mode;
    EXPECT_FALSE(has(mode, "NO_BACKSLASH_ESCAPES")) << mode;
    EXPECT_EQ(connection.value("SELECT @@character_set_client"), "utf8mb4");
    EXPECT_EQ(connection.value("SELECT @@time_zone"), "+03:00");
    EXPECT_EQ(connection.value("SELECT @@innodb_lock_wait_timeout"), "50");
    EXPECT_EQ(connection.value("SELECT NULL"), std::nullopt);
    EXPECT_EQ(connection.value("SELECT 1 FROM DUAL WHERE 1=0"), std::nullopt);
    const auto& server = connection.server();
    EXPECT_NE(server.version, "");
    EXPECT_NE(server.identity, "");
    EXPECT_EQ(server.identity, m_admin->server().identity);
    EXPECT_GE(server.max_allowed_packet, 1048576U);
    EXPECT_GE(server.auto_increment_increment, 1U);
}

TEST_F(ConnectionDbTest, RefusesATimeZoneTheServerDoesNotKnow)
{
    auto own = settings();
    own.time_zone = "Nowhere/City";
    EXPECT_TRUE(has(connect_error(own), "time zone"));
}

TEST_F(ConnectionDbTest, StreamsRowsAndTellsNullFromEmpty)
{
    auto connection = connect();
    connection.execute("CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20), b VARCHAR(20))");
    std::string sql = "INSERT INTO t VALUES (0,NULL,'')";
    for (int i = 1; i < 20000; ++i) { sql += fmt::format(",({},'a{}','')", i, i); }
    EXPECT_EQ(connection.execute(sql).affected_rows, 20000U);
    std::uint32_t rows = 0;
    connection.query("SELECT id,a,b FROM t ORDER BY id", [&](const RowView& row) {
        ASSERT_EQ(row.columns(), 3U);
        EXPECT_EQ(row.id(0), rows);
        EXPECT_EQ(row.is_null(1), rows == 0);
        EXPECT_FALSE(row.is_null(2));
        EXPECT_EQ(row.string(1), rows == 0 ? "" : fmt::format("a{}", rows));
        ++rows;
    });
    EXPECT_EQ(rows, 20000U);
}

TEST_F(ConnectionDbTest, PassesOnWhatTheReaderThrowsAndStaysUsable)
{
    auto connection = connect();
    connection.execute("CREATE TABLE t (id INT)");
    connection.execute("INSERT INTO t VALUES (1),(2),(3)");
    EXPECT_THROW(connection.query("SELECT a.id FROM t a, t b, t c, t d, t e, t f, t g",
                                  [](const RowView&) { throw std::length_error("enough"); }),
                 std::length_error);
    EXPECT_EQ(connection.value("SELECT COUNT(*) FROM t"), "3");
}

TEST_F(ConnectionDbTest, ThrowsWhenAResultBreaksOffInTheMiddle)
{
    auto connection = connect();
    connection.execute("CREATE TABLE t (id INT, filler CHAR(200) DEFAULT 'x')");
    connection.execute("INSERT INTO t (id) VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(10)");
    const auto id = connection.value("SELECT CONNECTION_ID()").value();
    std::uint64_t rows = 0;
    EXPECT_THROW(connection.query("SELECT a.* FROM t a, t b, t c, t d, t e, t f",
                                  [&](const RowView&) {
                                      if (++rows == 10) { m_admin->execute("KILL " + id); }
                                  }),
                 DbError);
    EXPECT_GE(rows, 10U);
    EXPECT_LT(rows, 1000000U);
    EXPECT_EQ(kind_of(connection, "DO 1"), DbErrorKind::connection);
}

TEST_F(ConnectionDbTest, NamesTheConnectionInErrors)
{
    auto connection = connect("destination-2");
    try {
        connection.execute("SELECT * FROM no_such_table");
        FAIL();
    } catch (const DbError& error) {
        EXPECT_EQ(std::string(error.what()).rfind("destination-2: ", 0), 0U) << error.what();
        EXPECT_TRUE(has(error.what(), "(error 1146)")) << error.what();
    }
}

TEST_F(ConnectionDbTest, SortsTheServersErrors)
{
    auto connection = connect();
    connection.execute("CREATE TABLE t (id TINYINT UNSIGNED NOT NULL PRIMARY KEY, v VARCHAR(2), "
                       "d DATETIME) ENGINE=InnoDB");
    connection.execute("INSERT INTO t VALUES (0,'a','0000-00-00 00:00:00')");
    EXPECT_EQ(connection.value("SELECT id FROM t"), "0");
    for (const auto* const values : {"0,'b',NULL", "256,'b',NULL", "1,'abc',NULL", "NULL,'b',NULL",
                                     "1,'b','2020-13-01'", "'x','b',NULL"}) {
        EXPECT_EQ(kind_of(connection, fmt::format("INSERT INTO t VALUES ({})", values)),
                  DbErrorKind::record)
            << values;
    }
    EXPECT_EQ(kind_of(connection, "INSERT INTO"), DbErrorKind::other);
}

/// Writes the values by INSERT, by LOAD DATA and by array binding, and expects both back, byte for
/// byte.
void expect_round_trip(Connection& connection, const std::string& type, ValueStyle style,
                       const std::vector<std::string>& values)
{
    const std::vector columns{BulkColumn{"id", ValueStyle::number, 0, {}, true},
                              BulkColumn{"v", style, 1, {}, true},
                              BulkColumn{"n", style, 2, {}, true},
                              BulkColumn{"fixed", ValueStyle::text, -1, "it's \\", true}};
    connection.execute("DROP TABLE IF EXISTS t");
    connection.execute(fmt::format("CREATE TABLE t (id INT, v {} NOT NULL, n {} NULL, "
                                   "fixed VARCHAR(20)) CHARACTER SET utf8mb4",
                                   type, type));
    InsertPacker packer("t", columns, OnConflict::fail, 1U << 20U);
    std::string data;
    Arena ids;
    ValueArrays arrays(columns, 1U << 20U);
    std::size_t next = 0;
    const auto cells_of = [&](const std::string& value) {
        const auto id = std::to_string(next++);
        return std::vector<Cell>{Cell(ids.store(id), id.size()), Cell(value), Cell()};
    };
    for (const auto& value : values) { append_load_row(data, columns, cells_of(value).data()); }
    for (const auto& value : values) { EXPECT_TRUE(packer.add(cells_of(value).data())); }
    for (const auto& value : values) { EXPECT_TRUE(arrays.add(cells_of(value).data())); }
    if (connection.server().local_infile) {
        const auto loaded = connection.load_local(build_load_sql("t", columns), data);
        EXPECT_EQ(loaded.records, values.size());
        EXPECT_EQ(loaded.skipped, 0U);
        EXPECT_EQ(loaded.warnings, 0U);
    }
    EXPECT_EQ(connection.execute(packer.take()).warnings, 0U);
    const auto& server = connection.server();
    if (server.array_binding) {
        EXPECT_EQ(connection.execute_arrays(build_array_insert("t", columns), arrays),
                  values.size());
    }
    std::size_t rows = 0;
    connection.query("SELECT id,v,n,fixed FROM t", [&](const RowView& row) {
        EXPECT_EQ(row.text(1), values[row.id(0) % values.size()]);
        EXPECT_TRUE(row.is_null(2));
        EXPECT_EQ(row.text(3), "it's \\");
        ++rows;
    });
    const std::size_t ways =
        1U + (server.local_infile ? 1U : 0U) + (server.array_binding ? 1U : 0U);
    EXPECT_EQ(rows, values.size() * ways);
}

TEST_F(ConnectionDbTest, RoundTripsEveryByteOfBinaryColumns)
{
    auto connection = connect();
    std::vector<std::string> values{""};
    std::string all;
    for (int byte = 0; byte < 256; ++byte) {
        values.emplace_back(1, static_cast<char>(byte));
        all += static_cast<char>(byte);
    }
    values.push_back(all);
    expect_round_trip(connection, "BLOB", ValueStyle::binary, values);
}

TEST_F(ConnectionDbTest, RoundTripsHostileText)
{
    auto connection = connect();
    std::vector<std::string> values{"",
                                    "\\N",
                                    "\\",
                                    "\\\\",
                                    "'",
                                    "\"",
                                    "NULL",
                                    "\t",
                                    "\n",
                                    "\r\n",
                                    "a\\\tb\\\nc",
                                    "'; DROP TABLE t; --",
                                    "tail\\",
                                    " spaces ",
                                    "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80",
                                    "\xF0\x9F\x98\x80\t\xE2\x82\xAC\n",
                                    "?{}%s@x",
                                    std::string("a\0b\0"sv),
                                    std::string(60000, '\\')};
    for (int byte = 0; byte < 128; ++byte) { values.emplace_back(1, static_cast<char>(byte)); }
    expect_round_trip(connection, "MEDIUMTEXT", ValueStyle::text, values);
    expect_round_trip(connection, "MEDIUMTEXT", ValueStyle::utf8, values);
}

TEST_F(ConnectionDbTest, ReportsRowsThatLoadDataChangedOrSkipped)
{
    auto connection = connect();
    if (!connection.server().local_infile) { GTEST_SKIP() << "local_infile is off on the server"; }
    connection.execute("CREATE TABLE t (id TINYINT PRIMARY KEY, v VARCHAR(3))");
    const std::vector columns{BulkColumn{"id", ValueStyle::number, 0, {}, true},
                              BulkColumn{"v", ValueStyle::text, 1, {}, true}};
    const auto sql = build_load_sql("t", columns);
    auto loaded = connection.load_local(sql, "1\tabc\n1\txyz\n2\tx\n");
    EXPECT_EQ(loaded.records, 3U);
    EXPECT_EQ(loaded.skipped, 1U);
    EXPECT_GE(loaded.warnings, 1U);
    EXPECT_FALSE(connection.warnings().empty());
    loaded = connection.load_local(sql, "3\ttoo long\n");
    EXPECT_EQ(loaded.records, 1U);
    EXPECT_GE(loaded.warnings, 1U);
    loaded = connection.load_local(sql, "4\tabc\n");
    EXPECT_EQ(loaded.warnings, 0U);
    EXPECT_EQ(connection.load_local(sql, "").records, 0U);
}

TEST_F(ConnectionDbTest, AnswersNoRequestForAFileOutsideALoad)
{
    auto connection = connect();
    if (!connection.server().local_infile) { GTEST_SKIP() << "local_infile is off on the server"; }
    connection.execute("CREATE TABLE t (v TEXT)");
    EXPECT_THROW(connection.execute("LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE t"),
                 DbError);
    EXPECT_EQ(connection.value("SELECT COUNT(*) FROM t"), "0");
    EXPECT_EQ(
        connection.load_local("LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE t", "x\n").records,
        1U);
    EXPECT_EQ(connection.value("SELECT v FROM t"), "x");
    EXPECT_THROW(connection.execute("LOAD DATA LOCAL INFILE '/etc/hostname' INTO TABLE t"),
                 DbError);
}

TEST_F(ConnectionDbTest, GetsConsecutiveIdsInStepsOfTheIncrement)
{
    auto first = connect("first");
    auto second = connect("second");
    first.execute("CREATE TABLE t (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, v INT)");
    for (auto* const connection : {&first, &second}) {
        connection->execute("SET auto_increment_increment=3");
    }
    const auto insert_and_check = [](Connection& connection, std::uint64_t base) {
        for (std::uint64_t round = 0; round < 20; ++round) {
            std::string sql = "INSERT INTO t (v) VALUES ";
            const auto start = base + round * 100;
            for (std::uint64_t i = 0; i < 100; ++i) {
                sql += fmt::format("{}({})", i == 0 ? "" : ",", start + i);
            }
            const auto id = connection.execute(sql).last_insert_id;
            EXPECT_EQ(connection.value(fmt::format(
                          "SELECT COUNT(*) FROM t WHERE v BETWEEN {} AND {} AND id={}+(v-{})*3",
                          start, start + 99, id, start)),
                      "100");
        }
    };
    std::thread other([&] { insert_and_check(second, 100000); });
    insert_and_check(first, 0);
    other.join();
    EXPECT_EQ(first.value("SELECT COUNT(*) FROM t"), "4000");
}

TEST_F(ConnectionDbTest, RollsBackWhatIsNotCommitted)
{
    auto connection = connect();
    connection.execute("CREATE TABLE t (id INT) ENGINE=InnoDB");
    {
        const Transaction transaction(connection);
        connection.execute("INSERT INTO t VALUES (1)");
    }
    EXPECT_EQ(connection.value("SELECT COUNT(*) FROM t"), "0");
    {
        Transaction transaction(connection);
        connection.execute("INSERT INTO t VALUES (1)");
        transaction.commit();
    }
    EXPECT_EQ(m_admin->value("SELECT COUNT(*) FROM " + quoted(m_database, "t")), "1");
}

TEST_F(ConnectionDbTest, KeepsItsSnapshotWhileOthersWrite)
{
    auto reader = connect("reader");
    auto writer = connect("writer");
    writer.execute("CREATE TABLE t (id INT) ENGINE=InnoDB");
    start_snapshot(reader);
    writer.execute("INSERT INTO t VALUES (1)");
    EXPECT_EQ(reader.value("SELECT COUNT(*) FROM t"), "0");
    EXPECT_THROW(reader.execute("INSERT INTO t VALUES (2)"), DbError);
}

TEST_F(ConnectionDbTest, CallsADeadlockSomethingToRetry)
{
    auto first = connect("first");
    auto second = connect("second");
    first.execute("CREATE TABLE t (id INT PRIMARY KEY, v INT) ENGINE=InnoDB");
    first.execute("INSERT INTO t VALUES (1,0),(2,0)");
    std::atomic<int> retries{0};
    const auto update = [&](Connection& connection, int id) {
        try {
            connection.execute(fmt::format("UPDATE t SET v=v+1 WHERE id={}", id));
        } catch (const DbError& error) {
            EXPECT_EQ(error.kind(), DbErrorKind::retry) << error.what();
            ++retries;
        }
    };
    const Transaction one(first);
    const Transaction two(second);
    update(first, 1);
    update(second, 2);
    std::thread waiting([&] { update(second, 1); });
    update(first, 2);
    waiting.join();
    EXPECT_EQ(retries, 1);
}

TEST_F(ConnectionDbTest, CallsALockWaitSomethingToRetry)
{
    auto first = connect("first");
    auto own = settings();
    own.lock_wait_timeout_s = 1;
    Connection second(own, "second");
    first.execute("CREATE TABLE t (id INT PRIMARY KEY, v INT) ENGINE=InnoDB");
    first.execute("INSERT INTO t VALUES (1,0)");
    const Transaction one(first);
    first.execute("UPDATE t SET v=1");
    EXPECT_EQ(kind_of(second, "UPDATE t SET v=2"), DbErrorKind::retry);
}

TEST_F(ConnectionDbTest, GivesUpWaitingForAnAnswer)
{
    auto own = settings();
    own.read_timeout_s = 1;
    Connection connection(own, "test");
    EXPECT_EQ(kind_of(connection, "SELECT SLEEP(20)"), DbErrorKind::connection);
    EXPECT_EQ(kind_of(connection, "DO 1"), DbErrorKind::connection);
}

TEST_F(ConnectionDbTest, StaysClosedOnceDisconnected)
{
    auto connection = connect();
    connection.execute("CREATE TABLE t (id INT) ENGINE=InnoDB");
    {
        const Transaction transaction(connection);
        connection.execute("INSERT INTO t VALUES (1)");
        connection.disconnect();
    }
    EXPECT_EQ(kind_of(connection, "DO 1"), DbErrorKind::connection);
    EXPECT_EQ(m_admin->value("SELECT COUNT(*) FROM " + quoted(m_database, "t")), "0");
}

TEST_F(ConnectionDbTest, LogsStatementsWithOrWithoutValues)
{
    std::vector<std::string> lines;
    const auto log = [&](std::string_view name, std::uint64_t number, std::string_view sql) {
        lines.push_back(fmt::format("{} {} {}", name, number, sql));
    };
    set_sql_log(log, false);
    auto quiet = connect("quiet");
    set_sql_log(log, true);
    auto open = connect("open");
    set_sql_log({}, false);
    auto silent = connect("silent");
    lines.clear();
    quiet.value("SELECT 'secret'");
    open.value("SELECT 'public'");
    silent.value("SELECT 1");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(has(lines[0], "quiet ") && has(lines[0], "SELECT ?")) << lines[0];
    EXPECT_TRUE(has(lines[1], "open ") && has(lines[1], "SELECT 'public'")) << lines[1];
}

} // namespace
} // namespace datasync::db
