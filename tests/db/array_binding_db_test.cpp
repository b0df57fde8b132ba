// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Array binding against a real server. That all bytes arrive is in connection_db_test.cpp.
#include "db/value_arrays.hpp"

#include "support/test_server.hpp"

#include <fmt/format.h>

#include <deque>

namespace datasync::db {
namespace {

using test::Row;
using test::Rows;

class ArrayBindingDbTest : public test::DbTest {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(test::DbTest::SetUp());
        if (IsSkipped()) { GTEST_SKIP(); }
        m_database = std::make_unique<test::TestDatabase>("arrays");
        m_connection = std::make_unique<Connection>(m_database->settings(), "destination");
        EXPECT_EQ(connection().server().array_binding, !test::test_server()->is_mysql);
        if (!connection().server().array_binding) { GTEST_SKIP() << "MariaDB alone has it"; }
    }

    Connection& connection() { return *m_connection; }
    test::TestDatabase& database() { return *m_database; }

    /// Inserts rows of texts into table t; the columns are told by name and style.
    std::uint64_t insert(const std::vector<BulkColumn>& columns, const Rows& rows,
                         std::size_t max_bytes = 1U << 30U)
    {
        ValueArrays values(columns, max_bytes);
        for (const auto& row : rows) {
            std::vector<Cell> cells;
            for (const auto& text : row) { cells.push_back(text ? Cell(*text) : Cell()); }
            EXPECT_TRUE(values.add(cells.data()));
        }
        return connection().execute_arrays(build_array_insert("t", columns), values);
    }

    /// The error of such an INSERT; 0 for none.
    unsigned error_of(const std::vector<BulkColumn>& columns, const Rows& rows)
    {
        try {
            insert(columns, rows);
        } catch (const DbError& error) {
            return error.code();
        }
        return 0;
    }

    static std::vector<BulkColumn> columns_of(std::initializer_list<ValueStyle> styles)
    {
        std::vector<BulkColumn> columns;
        for (const auto style : styles) {
            const auto cell = static_cast<int>(columns.size());
            columns.push_back({fmt::format("c{}", cell), style, cell, {}, true});
        }
        return columns;
    }

private:
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<Connection> m_connection;
};

TEST_F(ArrayBindingDbTest, StoresNumbersDatesAndNulls)
{
    database().exec("CREATE TABLE t (c0 BIGINT UNSIGNED NULL, c1 DECIMAL(12,4) NULL, c2 DATETIME "
                    "NULL, c3 INT NULL, c4 ENUM('2','1') CHARACTER SET utf8mb4 NULL, c5 JSON NULL, "
                    "c6 DOUBLE NULL)");
    const Rows rows{
        {"18446744073709551615", "-12.3400", "0000-00-00 00:00:00", "-5", "1", "{\"a\": 1}", "1.5"},
        {"0", "7.0000", "2024-00-31 10:00:00", "007", "2", "[]", "-0.25"},
        {std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
         std::nullopt}};
    const auto columns =
        columns_of({ValueStyle::number, ValueStyle::number, ValueStyle::text, ValueStyle::number,
                    ValueStyle::text, ValueStyle::utf8, ValueStyle::number});
    EXPECT_EQ(insert(columns, rows), rows.size());
    auto expected = rows;
    expected[1][3] = "7";
    EXPECT_EQ(database().rows("SELECT * FROM t ORDER BY c0 IS NULL, c0 DESC"), expected);
    database().exec("DELETE FROM t");
    EXPECT_EQ(insert(columns, {{"1", "2", std::nullopt, "-3", std::nullopt, std::nullopt, "4"}}),
              1U);
    EXPECT_EQ(database().rows("SELECT c0, c1, c3, c6 FROM t"), Rows({{"1", "2.0000", "-3", "4"}}));
}

TEST_F(ArrayBindingDbTest, ConvertsTextsToTheColumnsCharacterSet)
{
    database().exec("CREATE TABLE t (c0 VARCHAR(20) CHARACTER SET latin1, c1 VARCHAR(20) CHARACTER "
                    "SET utf8mb3, c2 VARCHAR(20) CHARACTER SET utf8mb4, c3 VARBINARY(20))");
    const std::string text = "\u00e4\u20ac";
    EXPECT_EQ(insert(columns_of({ValueStyle::text, ValueStyle::utf8, ValueStyle::utf8,
                                 ValueStyle::binary}),
                     {{text, text, text + "\U0001f600", text + "\xff"}}),
              1U);
    EXPECT_EQ(database().rows("SELECT HEX(c0), HEX(c1), HEX(c2), HEX(c3) FROM t"),
              Rows({{"E480", "C3A4E282AC", "C3A4E282ACF09F9880", "C3A4E282ACFF"}}));
}

TEST_F(ArrayBindingDbTest, RefusesWhatAColumnDoesNotTake)
{
    database().exec("CREATE TABLE t (c0 TINYINT NOT NULL, c1 VARCHAR(3) CHARACTER SET utf8mb3, "
                    "c2 DATE, UNIQUE (c0)) ENGINE=InnoDB");
    const auto columns = columns_of({ValueStyle::number, ValueStyle::utf8, ValueStyle::text});
    const Row good{"1", "abc", "2024-01-01"};
    const Row other{"2", "abc", "2024-01-01"};
    const std::vector<std::pair<Row, unsigned>> bad{
        {{"1", "x", "2024-01-01"}, 1062},          // A key that is there.
        {{"300", "x", "2024-01-01"}, 1264},        // Out of range, as a number.
        {{"3.x", "x", "2024-01-01"}, 1265},        // And as a text.
        {{std::nullopt, "x", "2024-01-01"}, 1048}, // NULL.
        {{"3", "abcd", "2024-01-01"}, 1406},       // Too long.
        {{"3", "\U0001f600", "2024-01-01"}, 1366}, // No such character.
        {{"3", "\xff", "2024-01-01"}, 1366},       // No character at all.
        {{"3", "x", "2024-02-31"}, 1292},          // No date.
    };
    for (const auto& [row, code] : bad) {
        const auto error = error_of(columns, {good, row, other});
        EXPECT_EQ(error, code) << row[0].value_or("NULL") << " " << row[1].value_or("NULL");
        EXPECT_EQ(classify_error(error), DbErrorKind::record);
        // One row that is refused takes the others with it, and leaves the connection in order.
        EXPECT_EQ(database().value("SELECT COUNT(*) FROM t"), "0");
    }
    EXPECT_EQ(insert(columns, {good, other}), 2U);
}

TEST_F(ArrayBindingDbTest, UpdatesEachRowByItsKey)
{
    database().exec("CREATE TABLE t (id INT PRIMARY KEY, c0 VARCHAR(9) NULL, c1 DATETIME NULL) "
                    "ENGINE=InnoDB");
    database().exec("INSERT INTO t VALUES (1, 'a', NULL), (2, 'b', NULL), (3, 'c', NULL)");
    auto columns = columns_of({ValueStyle::utf8, ValueStyle::text, ValueStyle::number});
    columns.back().name = "id";
    const auto update = [&](const Rows& rows) {
        ValueArrays values(columns, 1000);
        for (const auto& row : rows) {
            std::vector<Cell> cells;
            for (const auto& text : row) { cells.push_back(text ? Cell(*text) : Cell()); }
            EXPECT_TRUE(values.add(cells.data()));
        }
        return connection().execute_arrays(build_array_update("t", columns), values);
    };
    // The second is no row.
    EXPECT_EQ(update({{"it's", "0000-00-00 00:00:00", "3"},
                      {"x", "2024-01-01", "9"},
                      {std::nullopt, "2024-01-01 10:00:00", "1"}}),
              2U);
    const Rows expected{{"1", std::nullopt, "2024-01-01 10:00:00"},
                        {"2", "b", std::nullopt},
                        {"3", "it's", "0000-00-00 00:00:00"}};
    EXPECT_EQ(database().rows("SELECT * FROM t ORDER BY id"), expected);
    {
        const Transaction transaction(connection());
        EXPECT_THROW(update({{"x", "2024-01-01", "1"}, {"1234567890", "2024-01-01", "2"}}),
                     DbError);
    }
    EXPECT_EQ(database().rows("SELECT * FROM t ORDER BY id"), expected);
}

TEST_F(ArrayBindingDbTest, SendsAllThatAPacketTakes)
{
    database().exec("CREATE TABLE t (c0 LONGTEXT CHARACTER SET utf8mb4)");
    const auto packet = connection().server().max_allowed_packet;
    const auto columns = columns_of({ValueStyle::utf8});
    // More than 16 MiB, which the line's own packets end at.
    const std::string large(20U << 20U, 'x');
    ASSERT_GT(packet, large.size());
    EXPECT_EQ(insert(columns, {{large}}, packet - 1024), 1U);
    EXPECT_EQ(database().value("SELECT SHA2(c0, 224) = SHA2(REPEAT('x', 20 << 20), 224) FROM t"),
              "1");
    const std::string full(packet - 1024 - 20, 'y');
    EXPECT_EQ(insert(columns, {{full}}, packet - 1024), 1U);
    const std::string beyond(packet, 'z');
    EXPECT_NE(error_of(columns, {{beyond}}), 0U);
}

TEST_F(ArrayBindingDbTest, TakesLongListsOfColumnsAndRows)
{
    constexpr int k_columns = 300;
    constexpr int k_rows = 2000;
    std::string create = "CREATE TABLE t (id INT UNSIGNED AUTO_INCREMENT PRIMARY KEY";
    std::vector<BulkColumn> columns;
    for (int c = 0; c < k_columns; ++c) {
        create += fmt::format(", c{} INT NOT NULL", c);
        columns.push_back({fmt::format("c{}", c), ValueStyle::number, c, {}, true});
    }
    columns.push_back({"fixed", ValueStyle::text, -1, "it's \\", true});
    connection().execute(create + ", fixed VARCHAR(20))");
    std::deque<std::string> texts;
    ValueArrays values(columns, std::size_t{64} << 20U);
    for (int r = 0; r < k_rows; ++r) {
        std::vector<Cell> cells;
        for (int c = 0; c < k_columns; ++c) {
            cells.emplace_back(texts.emplace_back(std::to_string(r * c)));
        }
        ASSERT_TRUE(values.add(cells.data()));
    }
    EXPECT_EQ(connection().execute_arrays(build_array_insert("t", columns), values),
              static_cast<std::uint64_t>(k_rows));
    EXPECT_EQ(database().rows("SELECT COUNT(*), COUNT(DISTINCT id), SUM(c299), MIN(fixed), "
                              "MAX(fixed) FROM t"),
              Rows({{"2000", "2000", std::to_string(299L * 1999 * 1000), "it's \\", "it's \\"}}));
}

TEST_F(ArrayBindingDbTest, KeepsNoStatementOpen)
{
    database().exec("CREATE TABLE t (c0 TINYINT)");
    const auto columns = columns_of({ValueStyle::number});
    insert(columns, {{"1"}});
    EXPECT_EQ(error_of(columns, {{"1000"}}), 1264U);
    std::string closed;
    connection().query("SHOW SESSION STATUS WHERE Variable_name IN ('Com_stmt_prepare', "
                       "'Com_stmt_close')",
                       [&](const RowView& row) { closed += row.string(1) + " "; });
    EXPECT_EQ(closed, "2 2 ");
}

TEST_F(ArrayBindingDbTest, IsUndoneByARollback)
{
    database().exec("CREATE TABLE t (c0 INT) ENGINE=InnoDB");
    {
        const Transaction transaction(connection());
        EXPECT_EQ(insert(columns_of({ValueStyle::number}), {{"1"}, {"2"}}), 2U);
    }
    EXPECT_EQ(database().value("SELECT COUNT(*) FROM t"), "0");
}

TEST_F(ArrayBindingDbTest, SaysThatTheConnectionIsClosed)
{
    database().exec("CREATE TABLE t (c0 INT)");
    connection().disconnect();
    EXPECT_EQ(classify_error(error_of(columns_of({ValueStyle::number}), {{"1"}})),
              DbErrorKind::connection);
}

TEST_F(ArrayBindingDbTest, IsLoggedWithOrWithoutValues)
{
    database().exec("CREATE TABLE t (c0 VARCHAR(20))");
    std::vector<std::string> lines;
    const auto log = [&](std::string_view, std::uint64_t, std::string_view sql) {
        lines.emplace_back(sql);
    };
    const auto columns = columns_of({ValueStyle::text});
    const Cell secret("secret");
    ValueArrays values(columns, 1000);
    ASSERT_TRUE(values.add(&secret));
    for (const bool with_values : {false, true}) {
        set_sql_log(log, with_values);
        Connection logged(database().settings(), "logged");
        set_sql_log({}, false);
        lines.clear();
        logged.execute_arrays(build_array_insert("t", columns), values);
        EXPECT_EQ(lines, std::vector<std::string>{std::string("INSERT INTO `t` (`c0`) VALUES (?)") +
                                                  (with_values ? "\nsecret\n" : "")});
    }
}

} // namespace
} // namespace datasync::db
