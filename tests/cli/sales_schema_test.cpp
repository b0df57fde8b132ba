// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Orders and rules between shops whose tables are not quite those of the book: tables and columns
// that one side lacks or has more of, ids that are 0, rules that are alike, texts without room.
#include "support/sales_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

using SalesSchemaTest = SalesTest;

TEST_F(SalesSchemaTest, TableWhoseParentIsNotThereStaysBehind)
{
    source().exec("SET foreign_key_checks = 0;\nDROP TABLE salesrule_coupon;\n"
                  "DROP TABLE sales_order_tax;\nDROP TABLE downloadable_link_purchased");
    sync_customers();
    const auto rules = report("cart_price_rule");
    EXPECT_EQ(counts(rules), "3 created");
    EXPECT_TRUE(has(rules.at("warnings").dump(), "salesrule_coupon_usage"));
    const auto orders = report("order");
    EXPECT_EQ(counts(orders), "12 created");
    EXPECT_TRUE(has(orders.at("warnings").dump(), "sales_order_tax_item"));
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(SalesSchemaTest, GridThatTheSourceLacksIsMade)
{
    sync_before_orders();
    const auto name = source().value("SELECT billing_name FROM sales_flat_order_grid WHERE "
                                     "increment_id = '100000001'");
    source().exec("DROP TABLE sales_flat_order_grid");
    EXPECT_EQ(update("order"), "12 created");
    EXPECT_EQ(destination().value("SELECT billing_name FROM sales_flat_order_grid WHERE "
                                  "increment_id = '100000001'"),
              name);
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(SalesSchemaTest, GridOfTheDestinationMayHaveColumnsThatTakeNoNull)
{
    destination().exec(
        "ALTER TABLE sales_flat_order_grid ADD COLUMN erp_code varchar(20) NOT NULL, "
        "ADD COLUMN erp_state int NOT NULL");
    sync_orders();
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(SalesSchemaTest, ZeroThatMeansNobodyBecomesNullWhereAForeignKeyIs)
{
    source().exec("SET foreign_key_checks = 0;\nUPDATE sales_flat_order SET customer_id = 0 WHERE "
                  "entity_id = 3;\nUPDATE sales_payment_transaction SET parent_id = 0 WHERE "
                  "parent_id IS NULL");
    destination().exec("ALTER TABLE sales_flat_order ADD CONSTRAINT fk_of_customer FOREIGN KEY "
                       "(customer_id) REFERENCES customer_entity (entity_id)");
    sync_orders();
    EXPECT_EQ(order_cell(3, "IFNULL(customer_id, 'nobody')"), "nobody");
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(SalesSchemaTest, RuleLikeThoseThatCameEarlierArrives)
{
    const auto add = [&] {
        source().exec("INSERT INTO salesrule (name, is_active, discount_step, simple_action, "
                      "discount_amount, "
                      "coupon_type) VALUES ('Campaign', 1, 0, 'by_percent', 5, 2)");
    };
    add();
    add();
    sync_customers();
    EXPECT_EQ(update("cart_price_rule"), "5 created");
    add();
    EXPECT_EQ(update("cart_price_rule"), "1 created, 5 unchanged");
    EXPECT_EQ(update("cart_price_rule"), "6 unchanged");
}

TEST_F(SalesSchemaTest, IdThatMakesATextTooLongKeepsNoOtherFromArriving)
{
    constexpr std::string_view k_options = R"(a:1:{{s:15:"info_buyRequest";a:2:{{s:7:"product";)"
                                           R"(s:2:"68";s:4:"note";s:{}:"{}";}}}})";
    const auto room = 65535 - fmt::format(k_options, 10000, "").size();
    source().exec(fmt::format(
        "UPDATE sales_flat_order_item SET product_id = 68, product_options = '{}' WHERE "
        "item_id = 9",
        fmt::format(k_options, room, std::string(room, 'x'))));
    sync_orders();
    add_products();
    destination().exec("INSERT INTO datasync_entity_registry (source_system, entity_type, "
                       "source_id, target_id, synced_at) VALUES ('legacy', 'product', 68, 91068, "
                       "NOW())");
    const auto groups = report("customer_group");
    EXPECT_TRUE(has(groups.at("warnings").dump(), "product_options"));
    EXPECT_EQ(item_cell(9, "product_id"), "91068");
    EXPECT_EQ(item_cell(9, "LENGTH(product_options)"), "65534");
}

TEST_F(SalesSchemaTest, AttributeThatComesLaterIsNamedByWhatWasOrdered)
{
    destination().exec("UPDATE eav_attribute SET attribute_code = 'measure' WHERE attribute_id = "
                       "1601");
    sync_orders();
    EXPECT_TRUE(has(item_cell(4, "product_options"), "i:0;s:1:\"0\";"));
    destination().exec(
        "UPDATE eav_attribute SET attribute_code = 'size' WHERE attribute_id = 1601;\n"
        "INSERT INTO datasync_entity_registry (source_system, entity_type, source_id, target_id, "
        "synced_at) VALUES ('legacy', 'productattribute', 502, 1601, NOW());\n"
        "INSERT INTO datasync_part_registry (source_no, part_type, source_id, "
        "target_id) SELECT MIN(source_no), 2, 611, 7111 FROM datasync_source");
    update("customer_group");
    EXPECT_TRUE(has(item_cell(4, "product_options"), "i:1601;s:4:\"7111\";"));
}

} // namespace

} // namespace datasync::test
