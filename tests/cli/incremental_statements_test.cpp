// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a run along the tracker says to the servers: what it has learned it does not ask again, and
// of what has not changed it does not speak.
#include "support/incremental_test.hpp"

#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::test {

namespace {

struct Statement {
    std::string connection;
    std::string sql;
};

class IncrementalStatementsTest : public IncrementalTest {
protected:
    void SetUp() override
    {
        IncrementalTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        announce_all();
        incremental();
    }

    /// Runs along the tracker; returns what was said.
    std::vector<Statement> statements()
    {
        const auto result =
            run_incremental({"--source", "legacy", "--mark-synced", "--log-sql-data"});
        EXPECT_EQ(result.exit_code, 0) << result.err;
        std::vector<Statement> found;
        std::istringstream lines(result.err);
        constexpr std::string_view level = " debug ";
        for (std::string line; std::getline(lines, line);) {
            const auto from = line.find(level);
            const auto number = line.find(" #", from);
            const auto sql = line.find(": ", number);
            if (from == std::string::npos || sql == std::string::npos) { continue; }
            const auto name = from + level.size();
            found.push_back({line.substr(name, number - name), line.substr(sql + 2)});
        }
        return found;
    }

    void change_orders_and_invoices()
    {
        source().exec("UPDATE sales_flat_order SET total_refunded = 3.5 WHERE entity_id = 9;\n"
                      "UPDATE sales_flat_invoice SET total_qty = total_qty + 1");
    }
};

bool begins(const Statement& statement, std::string_view text)
{
    return statement.sql.starts_with(text);
}

/// The names between the brackets of a list.
std::vector<std::string> listed_tables(const std::string& sql)
{
    std::vector<std::string> tables;
    std::istringstream list(sql.substr(sql.find("table_name IN (")));
    for (std::string text; std::getline(list, text, '\'');) {
        if (std::getline(list, text, '\'')) { tables.push_back(text); }
    }
    return tables;
}

} // namespace

TEST_F(IncrementalStatementsTest, AskForColumnsAndRightsOnce)
{
    change_orders_and_invoices();
    std::set<std::string> asked;
    std::size_t rights = 0;
    for (const auto& statement : statements()) {
        if (begins(statement, "EXPLAIN ")) {
            ++rights;
            EXPECT_TRUE(asked.insert(statement.sql).second) << statement.sql;
        }
        if (!begins(statement, "SELECT table_name, column_name, data_type")) { continue; }
        EXPECT_TRUE(statement.connection == "source" || statement.connection == "destination" ||
                    statement.connection == "source-tracker")
            << statement.connection;
        for (const auto& table : listed_tables(statement.sql)) {
            EXPECT_TRUE(asked.insert(statement.connection + " " + table).second) << table;
        }
    }
    EXPECT_GT(rights, 0U);
    EXPECT_TRUE(asked.contains("destination sales_flat_order"));
    EXPECT_TRUE(asked.contains("source sales_flat_invoice"));
}

TEST_F(IncrementalStatementsTest, OfFewRecordsComeFromOneWriter)
{
    source().exec("UPDATE sales_flat_order SET total_refunded = 3.5 WHERE entity_id IN (9, 10)");
    std::set<std::string> writers;
    for (const auto& statement : statements()) {
        if (statement.connection.starts_with("destination-")) {
            writers.insert(statement.connection);
        }
    }
    EXPECT_EQ(writers.size(), 1U);
}

TEST_F(IncrementalStatementsTest, NameTheColumnsThatHaveChanged)
{
    // A few rows have a statement each, many one for all.
    for (const auto* const which : {"entity_id = 9", "entity_id > 0"}) {
        source().exec(std::string("UPDATE sales_flat_order SET total_refunded = "
                                  "IFNULL(total_refunded, 0) + 1 WHERE ") +
                      which);
        std::size_t updates = 0;
        for (const auto& statement : statements()) {
            if (!begins(statement, "UPDATE `sales_flat_order` SET ")) { continue; }
            ++updates;
            EXPECT_NE(statement.sql.find("`total_refunded`"), std::string::npos) << statement.sql;
            EXPECT_EQ(statement.sql.find("`shipping_description`"), std::string::npos)
                << statement.sql;
            EXPECT_EQ(statement.sql.find("`increment_id`"), std::string::npos) << statement.sql;
        }
        EXPECT_GE(updates, 1U);
    }
}

TEST_F(IncrementalStatementsTest, AskForRowsOfWaitingKindsAlone)
{
    change_orders_and_invoices();
    std::vector<std::string> kinds;
    for (const auto& statement : statements()) {
        const auto at = statement.sql.find("AND entity_type = '");
        if (!begins(statement, "SELECT tracker_id, entity_id") || at == std::string::npos) {
            continue;
        }
        const auto name = statement.sql.find('\'', at) + 1;
        kinds.push_back(statement.sql.substr(name, statement.sql.find('\'', name) - name));
    }
    EXPECT_EQ(kinds, (std::vector<std::string>{"order", "invoice"}));
}

} // namespace datasync::test
