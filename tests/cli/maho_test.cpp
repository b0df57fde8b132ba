// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Into a Maho shop: DATETIME columns, a strict mode that knows no zero dates, other columns.
#include "support/sync_test.hpp"

#include <array>

namespace datasync::test {

namespace {

/// Zero dates in a column that takes NULL, in one that does not, and in a value table.
constexpr const char* k_zero_dates = R"(
SET SESSION sql_mode = '';
UPDATE customer_entity SET created_at = '0000-00-00 00:00:00' WHERE entity_id = 34;
UPDATE customer_entity_datetime SET value = '0000-00-00 00:00:00' WHERE entity_id = 52;
UPDATE cms_block SET creation_time = '0000-00-00 00:00:00' WHERE block_id = 8;
)";

class ZeroDateTest : public SyncTest {
protected:
    std::string created_at()
    {
        return destination()
            .value("SELECT created_at FROM customer_entity WHERE entity_id = " +
                   target("customer", 34))
            .value_or("NULL");
    }

    std::string block_creation_time()
    {
        return destination()
            .value("SELECT creation_time FROM cms_block WHERE block_id = " + target("cms_block", 8))
            .value_or("NULL");
    }
};

class MahoTest : public ZeroDateTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(MahoTest, HoldsTheSameCustomers)
{
    sync_customers();
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
    EXPECT_EQ(update("customer"), "12 unchanged");
}

TEST_F(MahoTest, KeepsDatesAsTheyAreWritten)
{
    // In an hour that many zones do not have, and with the source's server elsewhere.
    source().exec("UPDATE cms_page SET update_time = '2024-03-31 02:30:00' WHERE page_id = 4;\n"
                  "UPDATE cms_page SET creation_time = '2037-12-31 23:59:59' WHERE page_id = 5");
    for (const char* const entity :
         {"customer_group", "customer", "newsletter", "cms_block", "cms_page"}) {
        EXPECT_EQ(report(entity, {"-d", "update"}).at("exit_code"), 0);
    }
    constexpr std::array k_dates = {
        "SELECT CONCAT_WS(' ', identifier, creation_time, update_time) FROM cms_page WHERE "
        "identifier <> 'no-route' ORDER BY identifier, update_time",
        "SELECT CONCAT_WS(' ', identifier, creation_time, update_time) FROM cms_block WHERE "
        "identifier <> 'returns' ORDER BY identifier, update_time",
        "SELECT CONCAT_WS(' ', subscriber_email, change_status_at) FROM newsletter_subscriber "
        "WHERE subscriber_email NOT LIKE 'keep%' ORDER BY 1"};
    for (const char* const dates : k_dates) {
        EXPECT_EQ(destination().column(dates), source().column(dates));
    }
}

TEST_F(MahoTest, TakesNoZeroDates)
{
    source().exec(k_zero_dates);
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto customers = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(customers), "12 created");
    EXPECT_EQ(customers.at("zero_dates"), 2);
    EXPECT_EQ(created_at(), "1970-01-01 00:00:01");
    const auto values = values_of(destination(), "customer_entity", target("customer", 52));
    EXPECT_TRUE(values.count("dob") == 0U || values.at("dob") == "NULL");
    const auto blocks = report("cms_block", {"-d", "update"});
    EXPECT_EQ(blocks.at("zero_dates"), 1);
    EXPECT_EQ(block_creation_time(), "NULL");
    EXPECT_EQ(update("customer"), "12 unchanged");
    EXPECT_EQ(update("cms_block"), "4 unchanged");
}

TEST_F(ZeroDateTest, OpenMageKeepsThem)
{
    source().exec(k_zero_dates);
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto customers = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(customers), "12 created");
    EXPECT_EQ(customers.at("zero_dates"), 0);
    EXPECT_EQ(created_at(), "0000-00-00 00:00:00");
    EXPECT_EQ(values_of(destination(), "customer_entity", target("customer", 52)).at("dob"),
              "0000-00-00 00:00:00");
    EXPECT_EQ(report("cms_block", {"-d", "update"}).at("zero_dates"), 0);
    EXPECT_EQ(block_creation_time(), "0000-00-00 00:00:00");
    EXPECT_EQ(update("customer"), "12 unchanged");
}

} // namespace

} // namespace datasync::test
