// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What orders refer to may come before or after them, in any order, with the same end result.
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

class OrderReferenceTest : public SalesTest {
protected:
    /// Nothing of orders waits any more, and the shops hold the same.
    void expect_complete()
    {
        EXPECT_TRUE(same_sales(source(), destination(), "order"));
        EXPECT_EQ(destination().column("SELECT DISTINCT target_type FROM "
                                       "datasync_deferred_reference WHERE owner_type = 'order'"),
                  std::vector<std::string>{});
        EXPECT_EQ(update("order"), "12 unchanged");
    }

    std::string customer(unsigned order)
    {
        return order_cell(order, "IFNULL(customer_id, 'none')");
    }
};

TEST_F(OrderReferenceTest, CustomersAndRulesMayComeAfterOrders)
{
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto first = report("order", {"-d", "update"});
    EXPECT_EQ(counts(first), "12 created");
    EXPECT_EQ(first.at("exit_code"), 0);
    EXPECT_GT(first.at("references").at("open"), 20);
    EXPECT_EQ(customer(2), "none");
    EXPECT_EQ(order_cell(2, "customer_is_guest"), "0");
    EXPECT_EQ(order_cell(9, "applied_rule_ids"), "0,0");
    add_products();

    const auto customers = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(customers), "12 created");
    EXPECT_GT(customers.at("references").at("delivered"), 20);
    EXPECT_EQ(customer(2), target("customer", 3));
    EXPECT_EQ(destination().value("SELECT customer_address_id FROM sales_flat_order_address WHERE "
                                  "address_type = 'shipping' AND parent_id = " +
                                  target("order", 2)),
              target_address(6));
    EXPECT_EQ(destination().value("SELECT customer_id FROM sales_flat_order_grid WHERE entity_id "
                                  "= " +
                                  target("order", 2)),
              target("customer", 3));
    EXPECT_EQ(destination().value("SELECT customer_id FROM gift_message WHERE gift_message_id = " +
                                  target_part(Part::gift_message, 1)),
              target("customer", 12));
    EXPECT_EQ(customer(3), "none");

    EXPECT_EQ(update("cart_price_rule"), "3 created");
    EXPECT_EQ(order_cell(9, "applied_rule_ids"),
              target("cart_price_rule", 1) + "," + target("cart_price_rule", 2));
    EXPECT_EQ(item_cell(18, "applied_rule_ids"),
              target("cart_price_rule", 1) + "," + target("cart_price_rule", 2));
    EXPECT_EQ(report("order", {"-d", "update"}).at("summary").at("failed"), 0);
    expect_complete();
}

TEST_F(OrderReferenceTest, DeliveryTouchesNoDateThatChangesByItself)
{
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(update("order"), "12 created");
    EXPECT_EQ(update("customer"), "12 created");
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    constexpr std::string_view k_dates =
        "SELECT CONCAT_WS(' ', o.increment_id, i.sku, i.created_at, i.updated_at) FROM "
        "sales_flat_order_item i JOIN sales_flat_order o ON o.entity_id = i.order_id WHERE "
        "o.increment_id NOT LIKE '35%' UNION ALL SELECT CONCAT_WS(' ', order_increment_id, "
        "created_at, updated_at) FROM downloadable_link_purchased ORDER BY 1";
    EXPECT_EQ(destination().column(k_dates), source().column(k_dates));
}

TEST_F(OrderReferenceTest, OrderOfADeletedCustomerStaysHis)
{
    source().exec("SET foreign_key_checks = 0;\n"
                  "DELETE FROM customer_entity WHERE entity_id = 3;\n"
                  "DELETE FROM customer_address_entity WHERE parent_id = 3;\n"
                  "SET foreign_key_checks = 1");
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(update("customer"), "11 created");
    const auto done = report("order", {"-d", "update", "--entity-ids", "2"});
    EXPECT_EQ(counts(done), "1 created");
    EXPECT_EQ(customer(2), "none");
    EXPECT_EQ(order_cell(2, "CONCAT(customer_is_guest, customer_email)"),
              "0anna.gruber@example.com");
    EXPECT_EQ(done.at("references").at("open"), 0);
}

TEST_F(OrderReferenceTest, GroupIsDeliveredWhenItComes)
{
    const auto done = report("order", {"-d", "update", "--entity-ids", "12,15"});
    EXPECT_EQ(counts(done), "2 created");
    EXPECT_EQ(order_cell(12, "IFNULL(customer_group_id, 'none')"), "none");
    EXPECT_GT(done.at("references").at("open"), 0);
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(order_cell(12, "(SELECT customer_group_code FROM customer_group g WHERE "
                             "g.customer_group_id = sales_flat_order.customer_group_id)"),
              "Trade");
    EXPECT_EQ(update("order", {"--entity-ids", "12"}), "1 unchanged");
}

TEST_F(OrderReferenceTest, GroupIsDeliveredUnderPoliciesThatChangeNothing)
{
    source().exec("UPDATE sales_flat_order SET customer_group_id = 6 WHERE entity_id = 13");
    for (const auto& [policy, order, group, code, again] :
         {std::array{"error", "12", "5", "Trade", "1 unchanged"},
          std::array{"skip", "13", "6", "VIP Österreich", "1 skipped"}}) {
        SCOPED_TRACE(policy);
        const Words words = {"-d", policy, "--entity-ids", order};
        const auto delivered = [&, id = static_cast<unsigned>(std::stoul(order))] {
            return order_cell(id, "IFNULL((SELECT customer_group_code FROM customer_group g WHERE "
                                  "g.customer_group_id = sales_flat_order.customer_group_id), "
                                  "'none')");
        };
        EXPECT_EQ(counts(report("order", words)), "1 created");
        EXPECT_EQ(counts(report("order", words)), again);
        EXPECT_EQ(delivered(), "none");
        EXPECT_EQ(counts(report("customer_group", {"-d", policy, "--entity-ids", group})),
                  "1 created");
        EXPECT_EQ(delivered(), code);
        EXPECT_EQ(counts(report("order", words)), again);
    }
}

TEST_F(OrderReferenceTest, RulesThatAreAlikeAreToldApartByTheRegistryAlone)
{
    // Rule 2 is like 1, and the destination has one that is like both.
    source().exec("UPDATE salesrule a JOIN salesrule b ON b.rule_id = 1 SET a.name = b.name, "
                  "a.from_date = b.from_date, a.to_date = b.to_date, a.coupon_type = "
                  "b.coupon_type, a.simple_action = b.simple_action, a.discount_amount = "
                  "b.discount_amount WHERE a.rule_id = 2");
    destination().exec("INSERT INTO salesrule (rule_id, name, from_date, discount_amount, "
                       "simple_action, coupon_type, discount_step) SELECT 63002, 'Welcome', "
                       "'2019-01-01', 10, 'by_percent', 2, 0");
    sync_customers();
    EXPECT_EQ(update("order"), "12 created");
    EXPECT_EQ(order_cell(9, "applied_rule_ids"), "0,0");
    EXPECT_EQ(item_cell(18, "applied_rule_ids"), "0,0");
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(update("cart_price_rule", {"--entity-ids", "2"}), "1 updated");
    EXPECT_EQ(target("cart_price_rule", 2), "63002");
    EXPECT_EQ(order_cell(9, "applied_rule_ids"), "0,63002");
    EXPECT_EQ(update("cart_price_rule", {"--entity-ids", "1"}), "1 created");
    EXPECT_EQ(order_cell(9, "applied_rule_ids"), target("cart_price_rule", 1) + ",63002");
    EXPECT_EQ(item_cell(18, "applied_rule_ids"), target("cart_price_rule", 1) + ",63002");
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(OrderReferenceTest, RowsThatCannotComeAreCounted)
{
    sync_before_orders();
    const Words words = {"-d", "update", "--entity-ids", "1"};
    Words dry = words;
    dry.emplace_back("--dry-run");
    const auto before = report("order", dry).at("references").at("lost").get<int>();
    source().exec("SET foreign_key_checks = 0;\n"
                  "INSERT INTO sales_order_tax_item (tax_item_id, tax_id, item_id, tax_percent) "
                  "VALUES (90, 1, 9999, 20);\n"
                  "SET foreign_key_checks = 1");
    const auto done = report("order", words);
    EXPECT_EQ(counts(done), "1 created");
    EXPECT_EQ(done.at("references").at("lost").get<int>(), before + 1);
    EXPECT_TRUE(has(done.at("warnings").dump(),
                    "sales_order_tax_item: rows whose order_item does not exist were left out"));
}

TEST_F(OrderReferenceTest, OrderOfADeletedStoreKeepsItsName)
{
    sync_orders();
    EXPECT_EQ(order_cell(15, "CONCAT(IFNULL(store_id, 'none'), ' ', store_name)"),
              "none Main Website\nMain Store\nItalian");
    EXPECT_EQ(order_cell(15, "CONCAT_WS(' ', created_at, IFNULL(customer_group_id, 'none'))"),
              "0000-00-00 00:00:00 none");
    EXPECT_EQ(item_cell(25, "CONCAT_WS(' ', sku, IFNULL(product_id, 'none'))"), "mug-old none");
}

TEST_F(OrderReferenceTest, StoreWithoutCounterpartIsRefused)
{
    destination().exec("UPDATE core_store SET code = 'fr' WHERE code = 'french'");
    const auto refused = sync("order", {"-d", "update"});
    EXPECT_NE(refused.exit_code, 0);
    EXPECT_TRUE(has(refused.err + refused.out, "french"));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM sales_flat_order"), "2");
}

TEST_F(OrderReferenceTest, RegionsAreMappedAndLostOnesKeepTheirName)
{
    sync_orders();
    EXPECT_EQ(destination().column("SELECT CONCAT_WS(' ', a.address_type, a.region_id, a.region) "
                                   "FROM sales_flat_order_address a WHERE a.parent_id = " +
                                   target("order", 15) + " ORDER BY 1"),
              (std::vector<std::string>{"billing Ys", "shipping Ys"}));
    EXPECT_EQ(destination().value("SELECT region_id FROM sales_flat_order_address WHERE "
                                  "address_type = 'billing' AND parent_id = " +
                                  target("order", 2)),
              "995");
}

TEST_F(OrderReferenceTest, WhatStaysBehindIsSaid)
{
    sync_before_orders();
    const auto done = report("order", {"-d", "update"});
    EXPECT_TRUE(has(done.at("warnings").dump(), "sales_billing_agreement_order"));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM sales_billing_agreement_order"), "0");
}

} // namespace

} // namespace datasync::test
