// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Shops whose tables differ: prefixes, columns of other modules, columns that only one side has,
// tables that are not there.
#include "support/bad_days.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::test {

namespace {

using GrownSchemaTest = BadDaysTest;

/// How often a text occurs.
unsigned times(std::string_view text, std::string_view part)
{
    unsigned count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

void rename_all(TestDatabase& database, const std::string& prefix)
{
    for (const auto& table : database.column("SHOW TABLES")) {
        database.exec(fmt::format("RENAME TABLE `{0}` TO `{1}{0}`", table, prefix));
    }
}

} // namespace

TEST_F(GrownSchemaTest, PrefixesOnBothSides)
{
    rename_all(source(), "old_");
    rename_all(destination(), "new-");
    auto words = command();
    words.source.table_prefix = "old_";
    words.destination.table_prefix = "new-";
    for (const auto* const entity :
         {"customer_group", "customer", "newsletter", "cms_block", "cms_page"}) {
        const auto result = run(entity, words);
        EXPECT_EQ(result.exit_code, 0) << entity << result.err;
    }
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM `new-customer_entity`"), "13");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM `new-datasync_entity_registry` WHERE "
                                  "entity_type = 'customer'"),
              "12");
    const auto tables = destination().column("SHOW TABLES");
    EXPECT_TRUE(std::all_of(tables.begin(), tables.end(),
                            [](const std::string& table) { return table.starts_with("new-"); }));
}

TEST_F(GrownSchemaTest, ColumnOfAnotherModuleOnBothSidesIsCopied)
{
    const std::string extra = "ADD COLUMN erp_code varchar(20) DEFAULT NULL, ADD COLUMN `odd name` "
                              "decimal(12,4) DEFAULT NULL, ADD COLUMN raw varbinary(20) DEFAULT "
                              "NULL";
    for (auto* shop : {&source(), &destination()}) {
        for (const auto* const table :
             {"customer_entity", "customer_address_entity", "cms_block"}) {
            shop->exec(fmt::format("ALTER TABLE {} {}", table, extra));
        }
    }
    const std::string values = "SET erp_code = 'E-ü', `odd name` = 0.1000, raw = 0x00FF27";
    source().exec("UPDATE customer_entity " + values);
    source().exec("UPDATE customer_address_entity " + values);
    source().exec("UPDATE cms_block " + values);
    ASSERT_EQ(run("customer_group", command()).exit_code, 0);
    ASSERT_EQ(run("customer", command()).exit_code, 0);
    ASSERT_EQ(run("cms_block", command()).exit_code, 0);
    const auto count = [&](const std::string& table) {
        return destination().value(fmt::format("SELECT COUNT(*) FROM {} WHERE erp_code = 'E-ü' AND "
                                               "`odd name` = 0.1 AND raw = 0x00FF27",
                                               table));
    };
    EXPECT_EQ(count("customer_entity"), "12");
    EXPECT_EQ(count("customer_address_entity"), "13");
    EXPECT_EQ(count("cms_block"), "4");
}

TEST_F(GrownSchemaTest, ColumnThatOnlyTheSourceHasIsSaidOnceWhenItHoldsData)
{
    source().exec("ALTER TABLE customer_entity ADD COLUMN erp_code varchar(20) DEFAULT NULL, ADD "
                  "COLUMN unused varchar(20) DEFAULT NULL");
    source().exec("UPDATE customer_entity SET erp_code = 'E1' WHERE entity_id IN (3, 12)");
    add_customers(100);
    const auto result = run("customer", command({"-d", "update", "--batch-size", "10"}));
    EXPECT_EQ(times(result.err, "customer_entity.erp_code"), 1U) << result.err;
    EXPECT_NE(result.err.find("2 values"), std::string::npos) << result.err;
    EXPECT_EQ(times(result.err, "unused"), 0U) << result.err;
    expect_customers(100);
}

TEST_F(GrownSchemaTest, ColumnThatOnlyTheDestinationHasAndThatNeedsAValue)
{
    destination().exec(
        "ALTER TABLE customer_entity ADD COLUMN n int NOT NULL, ADD COLUMN t varchar(9) NOT NULL, "
        "ADD COLUMN d datetime NOT NULL, ADD COLUMN own varchar(9) DEFAULT 'default';\n"
        "ALTER TABLE customer_entity_varchar ADD COLUMN n int NOT NULL;\n"
        "ALTER TABLE customer_entity ALTER n DROP DEFAULT, ALTER t DROP DEFAULT, ALTER d DROP "
        "DEFAULT");
    add_customers(50);
    for (const auto* const way : {"-v", "--no-load-data"}) {
        const auto result = run("customer", command({"-d", "update", way, "--entity-ids",
                                                     way[1] == 'v' ? "10001,10002" : "10003"}));
        EXPECT_EQ(result.exit_code, 0) << result.err;
    }
    expect_customers(3);
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity WHERE n = 0 AND t = '' AND "
                                  "own = 'default' AND email LIKE 'many%'"),
              "3");
    // What the destination puts there afterwards is its own and stays.
    destination().exec("UPDATE customer_entity SET n = 5, own = 'mine' WHERE email LIKE 'many%'");
    source().exec("UPDATE customer_entity SET is_active = 0");
    EXPECT_EQ(run("customer", command()).exit_code, 3); // Two groups have not come.
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity WHERE n = 5 AND own = "
                                  "'mine' AND is_active = 0 AND email LIKE 'many%'"),
              "3");
}

TEST_F(GrownSchemaTest, TableOfValuesThatOneSideLacks)
{
    source().exec("DROP TABLE customer_entity_decimal");
    destination().exec("DROP TABLE customer_entity_datetime");
    ASSERT_EQ(run("customer_group", command()).exit_code, 0);
    const auto result = run("customer", command());
    EXPECT_EQ(times(result.err, "table customer_entity_datetime does not exist"), 1U) << result.err;
    EXPECT_EQ(times(result.err, "customer_entity_decimal"), 0U) << result.err;
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity"), "13") << result.err;
}

TEST_F(GrownSchemaTest, EmailThatAnotherCustomerHasIsNotStolen)
{
    // The registry knows the customer, whose new email is another one's on the destination.
    ASSERT_EQ(run("customer_group", command()).exit_code, 0);
    ASSERT_EQ(run("customer", command()).exit_code, 0);
    source().exec("UPDATE customer_entity SET email = 'keep1@example.com' WHERE entity_id = 3");
    const auto before =
        lines(destination(), "SELECT * FROM customer_entity WHERE entity_id = 60001");
    const auto result = run("customer", command());
    EXPECT_EQ(result.exit_code, 3) << result.out;
    EXPECT_NE(result.err.find("keep1@example.com"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("customer_entity"), std::string::npos) << result.err;
    EXPECT_EQ(lines(destination(), "SELECT * FROM customer_entity WHERE entity_id = 60001"),
              before);
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity"), "13");
    EXPECT_NE(result.out.find("customer    12        0        0       0         11        0     0"
                              "       1"),
              std::string::npos)
        << result.out;
}

} // namespace datasync::test
