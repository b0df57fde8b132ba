// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Customer groups: one code, one group, and the ids that are the same everywhere.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class CustomerGroupTest : public SyncTest {
protected:
    Words groups()
    {
        return destination().column("SELECT CONCAT_WS(' ', customer_group_id, customer_group_code, "
                                    "tax_class_id) FROM customer_group ORDER BY customer_group_id");
    }
};

TEST_F(CustomerGroupTest, IsKnownByItsCode)
{
    source().exec("UPDATE customer_group SET tax_class_id = 7 WHERE customer_group_id = 2");
    EXPECT_EQ(update("customer_group"), "2 created, 1 updated, 3 unchanged");
    EXPECT_EQ(target("customer_group", 2), "42");
    EXPECT_EQ(groups(), (Words{"0 NOT LOGGED IN 63", "41 General 63", "42 Wholesale 66",
                               "43 Retailer 63", target("customer_group", 5) + " Trade 66",
                               target("customer_group", 6) + " VIP Österreich 63"}));
    EXPECT_EQ(update("customer_group"), "6 unchanged");
}

TEST_F(CustomerGroupTest, IsStillKnownAfterItsCodeHasChanged)
{
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const std::string trade = target("customer_group", 5);
    source().exec("UPDATE customer_group SET customer_group_code = 'B2B' WHERE customer_group_id = "
                  "5");
    EXPECT_EQ(counts(report("customer", {"-d", "update", "--entity-ids", "4"})), "1 created");
    EXPECT_EQ(destination().value("SELECT group_id FROM customer_entity WHERE entity_id = " +
                                  target("customer", 4)),
              trade);
    EXPECT_EQ(update("customer_group"), "1 updated, 5 unchanged");
    EXPECT_EQ(groups().at(4), trade + " B2B 66");
}

TEST_F(CustomerGroupTest, HasTheTaxClassOfTheSameNameAndType)
{
    destination().exec("UPDATE tax_class SET class_id = 68 WHERE class_id = 66;\n"
                       "INSERT INTO tax_class (class_id, class_name, class_type) VALUES "
                       "(61, 'Trade Customer', 'PRODUCT')");
    source().exec("INSERT INTO customer_group (customer_group_id, customer_group_code, "
                  "tax_class_id) VALUES (9, 'No tax', 0)");
    EXPECT_EQ(update("customer_group"), "3 created, 4 unchanged");
    EXPECT_EQ(groups().at(4), target("customer_group", 5) + " Trade 68");
    EXPECT_EQ(groups().at(6), target("customer_group", 9) + " No tax 0");
}

TEST_F(CustomerGroupTest, BringsItsTaxClass)
{
    destination().exec("DELETE FROM tax_class WHERE class_id = 66");
    const auto first = report("customer_group", {"-d", "update"});
    EXPECT_EQ(counts(first), "2 created, 4 unchanged");
    EXPECT_TRUE(has(first.at("warnings").dump(),
                    "tax_class: the destination got Trade Customer (CUSTOMER)"));
    EXPECT_EQ(destination().value("SELECT CONCAT(class_name, ' ', class_type) FROM tax_class t "
                                  "JOIN customer_group g ON g.tax_class_id = t.class_id WHERE "
                                  "g.customer_group_code = 'Trade'"),
              "Trade Customer CUSTOMER");
    // Those of products come with products.
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM tax_class WHERE class_type = 'PRODUCT'"),
              "1");
    EXPECT_EQ(update("customer_group"), "6 unchanged");
}

TEST_F(CustomerGroupTest, FailsWhenItsTaxClassIsGone)
{
    source().exec("UPDATE customer_group SET tax_class_id = 77 WHERE customer_group_id = 5");
    const auto first = report("customer_group", {"-d", "update"});
    EXPECT_EQ(counts(first), "1 created, 4 unchanged, 1 failed");
    EXPECT_TRUE(has(told(first, 5), "failed: customer_group.tax_class_id (customer_group_id 5)"));
}

TEST_F(CustomerGroupTest, KeepsReservedIds)
{
    source().exec("UPDATE customer_group SET customer_group_code = 'Gast' WHERE customer_group_id "
                  "= 0;\n"
                  "INSERT INTO customer_group (customer_group_id, customer_group_code, "
                  "tax_class_id) VALUES (32000, 'Everybody', 3)");
    const auto first = report("customer_group", {"-d", "update"});
    EXPECT_EQ(counts(first), "2 created, 1 updated, 3 unchanged, 1 skipped");
    EXPECT_EQ(told(first, 32000),
              "skipped: id 32000 is reserved and the destination has no such record");
    EXPECT_EQ(groups().front(), "0 Gast 63");
    destination().exec("INSERT INTO customer_group (customer_group_id, customer_group_code, "
                       "tax_class_id) VALUES (32000, 'All', 63)");
    EXPECT_EQ(update("customer_group"), "1 updated, 6 unchanged");
    EXPECT_EQ(groups().back(), "32000 Everybody 63");
}

TEST_F(CustomerGroupTest, ThatIsSkippedIsKnownToItsCustomers)
{
    // Equal to the server, not byte by byte.
    destination().exec("UPDATE customer_group SET customer_group_code = 'TRADE' WHERE "
                       "customer_group_id = 42");
    source().exec("DELETE FROM customer_group WHERE customer_group_id = 2");
    EXPECT_EQ(counts(report("customer_group", {"-d", "skip"})), "1 created, 4 skipped");
    EXPECT_EQ(groups().at(2), "42 TRADE 63");
    EXPECT_EQ(target("customer_group", 5), "42");
    EXPECT_EQ(counts(report("customer", {"-d", "update", "--entity-ids", "4"})), "1 created");
    EXPECT_EQ(destination().value("SELECT group_id FROM customer_entity WHERE entity_id = " +
                                  target("customer", 4)),
              "42");
}

} // namespace

} // namespace datasync::test
