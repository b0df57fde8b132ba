// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Cart price rules: with websites, groups, labels, coupons and usage, in both forms of the schema,
// and with the ids in their conditions.
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

/// A shop before 1.7 keeps both lists in the rule itself.
constexpr std::string_view k_older_form = R"(
ALTER TABLE salesrule ADD website_ids TEXT, ADD customer_group_ids TEXT;
UPDATE salesrule r SET
    website_ids = (SELECT GROUP_CONCAT(website_id ORDER BY website_id) FROM salesrule_website l
                   WHERE l.rule_id = r.rule_id),
    customer_group_ids = (SELECT GROUP_CONCAT(customer_group_id ORDER BY customer_group_id)
                          FROM salesrule_customer_group l WHERE l.rule_id = r.rule_id);
DROP TABLE salesrule_website;
DROP TABLE salesrule_customer_group;
)";

/// Rule 2 once more, under the id {0}.
constexpr std::string_view k_another_trade_rule = R"(
CREATE TEMPORARY TABLE another SELECT * FROM salesrule WHERE rule_id = 2;
UPDATE another SET rule_id = {0};
INSERT INTO salesrule SELECT * FROM another;
DROP TEMPORARY TABLE another;
INSERT INTO salesrule_website SELECT {0}, website_id FROM salesrule_website WHERE rule_id = 2;
INSERT INTO salesrule_customer_group
SELECT {0}, customer_group_id FROM salesrule_customer_group WHERE rule_id = 2;
)";

/// A condition as PHP serializes it, from its attribute to its value.
std::string condition(std::string_view attribute, std::string_view how, std::string_view value)
{
    return fmt::format(R"(s:{}:"{}";s:8:"operator";s:{}:"{}";s:5:"value";{})", attribute.size(),
                       attribute, how.size(), how, value);
}

class RuleTest : public SalesTest {
protected:
    void SetUp() override
    {
        SalesTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        sync_customers();
    }

    std::string rule_cell(unsigned source_id, const std::string& column)
    {
        return destination()
            .value(fmt::format("SELECT {} FROM salesrule WHERE rule_id = {}", column,
                               target("cart_price_rule", source_id)))
            .value_or("NULL");
    }

    /// The websites and groups of all rules but the destination's own, by code.
    std::vector<std::string> scopes()
    {
        return destination().column(
            "SELECT CONCAT(r.name, ': ', (SELECT GROUP_CONCAT(w.code ORDER BY w.code) FROM "
            "salesrule_website l JOIN core_website w USING (website_id) WHERE l.rule_id = "
            "r.rule_id), ' for ', (SELECT GROUP_CONCAT(g.customer_group_code ORDER BY "
            "g.customer_group_code) FROM salesrule_customer_group l JOIN customer_group g USING "
            "(customer_group_id) WHERE l.rule_id = r.rule_id)) FROM salesrule r WHERE r.name <> "
            "'Keep' ORDER BY r.name");
    }

    std::string coupons()
    {
        return destination()
            .value("SELECT GROUP_CONCAT(code ORDER BY code) FROM salesrule_coupon")
            .value_or("");
    }
};

class MahoRuleTest : public RuleTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

/// What scopes() gives after all rules have come.
const std::vector<std::string> k_scopes = {"Generated: outlet for General",
                                           "Trade: base,outlet for Trade,VIP Österreich",
                                           "Welcome: base for General,NOT LOGGED IN,Trade"};

TEST_F(RuleTest, ArrivesWithEveryColumnThoughAllIdsDiffer)
{
    fill_empty_columns(source(), "cart_price_rule");
    const auto own = own_sales(destination());
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    EXPECT_TRUE(same_sales(source(), destination(), "cart_price_rule"));
    EXPECT_EQ(scopes(), k_scopes);
    EXPECT_EQ(own_sales(destination()), own);
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

TEST_F(MahoRuleTest, ArrivesWithEveryColumnThatBothShopsHave)
{
    fill_empty_columns(source(), "cart_price_rule");
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    EXPECT_TRUE(same_sales(source(), destination(), "cart_price_rule"));
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
}

TEST_F(RuleTest, ComesOutOfListsIntoLinkTables)
{
    source().exec(k_older_form);
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    EXPECT_EQ(scopes(), k_scopes);
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
    source().exec("UPDATE salesrule SET website_ids = '4', customer_group_ids = '0,6' WHERE "
                  "rule_id = 2");
    EXPECT_EQ(update("cart_price_rule"), "1 updated, 2 unchanged");
    EXPECT_EQ(scopes().at(1), "Trade: outlet for NOT LOGGED IN,VIP Österreich");
}

TEST_F(RuleTest, ComesOutOfLinkTablesIntoLists)
{
    destination().exec(k_older_form);
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    const auto group = [this](unsigned id) { return target("customer_group", id); };
    EXPECT_EQ(rule_cell(2, "website_ids"), "7,9");
    EXPECT_EQ(rule_cell(2, "customer_group_ids"), group(5) + "," + group(6));
    EXPECT_EQ(rule_cell(1, "customer_group_ids"), "0,41," + group(5));
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
}

TEST_F(RuleTest, ComesOutOfListsIntoLists)
{
    source().exec(k_older_form);
    destination().exec(k_older_form);
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    EXPECT_EQ(rule_cell(1, "CONCAT_WS(' ', website_ids, customer_group_ids)"),
              "7 0,41," + target("customer_group", 5));
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
}

TEST_F(RuleTest, IsHeldUntilItsGroupsHaveCome)
{
    source().exec(
        "INSERT INTO customer_group (customer_group_id, customer_group_code, "
        "tax_class_id) VALUES (7, 'New', 3);\n"
        "INSERT INTO salesrule_customer_group (rule_id, customer_group_id) VALUES (3, 7)");
    const auto first = report("cart_price_rule", {"-d", "update"});
    EXPECT_EQ(counts(first), "2 created, 1 held");
    EXPECT_TRUE(has(told(first, 3), "New"));
    EXPECT_TRUE(has(told(first, 3), "sync customer_group first"));
    EXPECT_EQ(update("customer_group"), "1 created, 6 unchanged");
    EXPECT_EQ(update("cart_price_rule"), "1 created, 2 unchanged");
}

TEST_F(RuleTest, NamesTheDestinationsIdsInItsConditions)
{
    destination().exec(
        "INSERT INTO catalog_category_entity (entity_id, path, position, "
        "children_count) VALUES (40005, '1/40005', 1, 0), (40007, '1/40007', 1, 0);\n"
        "INSERT INTO datasync_entity_registry (source_system, entity_type, "
        "source_id, target_id, synced_at) VALUES ('legacy', 'category', 5, 40005, "
        "NOW()), ('legacy', 'category', 7, 40007, NOW())");
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    const auto conditions = rule_cell(1, "conditions_serialized");
    const auto group = target("customer_group", 5);
    EXPECT_TRUE(has(conditions, condition("region_id", "==", R"(s:3:"995";)")));
    EXPECT_TRUE(has(conditions, condition("category_ids", "()", R"(s:12:"40005, 40007";)")));
    EXPECT_TRUE(has(conditions, condition("attribute_set_id", "==", R"(s:2:"44";)")));
    EXPECT_TRUE(has(conditions, condition("group_id", "()",
                                          fmt::format(R"(a:2:{{i:0;s:2:"41";i:1;s:{}:"{}";}})",
                                                      group.size(), group))));
    EXPECT_TRUE(
        has(rule_cell(1, "actions_serialized"), condition("color", "==", R"(s:4:"7102";)")));
    EXPECT_TRUE(has(rule_cell(2, "actions_serialized"),
                    condition("size", "()", R"(a:2:{i:0;s:4:"7111";i:1;s:1:"0";})")));
    EXPECT_EQ(rule_cell(2, "product_ids"), "90016,90012");
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
}

TEST_F(RuleTest, NamesCategoriesAsSoonAsTheyCome)
{
    const auto first = report("cart_price_rule", {"-d", "update"});
    EXPECT_EQ(counts(first), "3 created");
    EXPECT_EQ(first.at("references").at("open"), 4);
    EXPECT_TRUE(has(rule_cell(1, "conditions_serialized"), R"(s:5:"value";s:4:"0, 0";)"));
    destination().exec("INSERT INTO catalog_category_entity (entity_id, path, position, "
                       "children_count) VALUES (40005, '1/40005', 1, 0);\n"
                       "INSERT INTO datasync_entity_registry (source_system, entity_type, "
                       "source_id, target_id, synced_at) VALUES ('legacy', 'category', 5, 40005, "
                       "NOW())");
    EXPECT_EQ(report("customer_group").at("references").at("delivered"), 2);
    EXPECT_TRUE(has(rule_cell(1, "conditions_serialized"), R"(s:5:"value";s:8:"40005, 0";)"));
    EXPECT_TRUE(has(rule_cell(2, "actions_serialized"), R"(s:5:"value";s:5:"40005";)"));
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
}

TEST_F(RuleTest, CouponOfAnotherRuleFailsThatRuleAlone)
{
    destination().exec("UPDATE salesrule_coupon SET code = 'CARD-B2' WHERE coupon_id = 65801");
    const auto done = report("cart_price_rule", {"-d", "update"});
    EXPECT_EQ(counts(done), "2 created, 1 failed");
    EXPECT_EQ(done.at("exit_code"), 3);
    EXPECT_TRUE(has(told(done, 3), "CARD-B2"));
    EXPECT_EQ(coupons(), "CARD-B2,WELCOME10");
    EXPECT_EQ(target("cart_price_rule", 3), "");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM salesrule WHERE name = 'Generated'"), "0");
}

TEST_F(RuleTest, BringsLaterChangesAlone)
{
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    const auto rule = target("cart_price_rule", 1);
    const auto coupon =
        destination().value("SELECT coupon_id FROM salesrule_coupon WHERE code = 'WELCOME10'");
    source().exec(
        "UPDATE salesrule SET times_used = 3 WHERE rule_id = 1;\n"
        "UPDATE salesrule_coupon SET times_used = 3 WHERE coupon_id = 1;\n"
        "UPDATE salesrule_coupon_usage SET times_used = 2 WHERE customer_id = 34;\n"
        "INSERT INTO salesrule_coupon_usage (coupon_id, customer_id, times_used) VALUES (1, 3, "
        "1);\n"
        "DELETE FROM salesrule_label WHERE label_id = 2;\n"
        "DELETE FROM salesrule_website WHERE rule_id = 2 AND website_id = 4;\n"
        "INSERT INTO salesrule_coupon (coupon_id, rule_id, code, created_at, type) VALUES "
        "(9, 3, 'CARD-D4', '2024-08-01 10:00:00', 1)");
    EXPECT_EQ(update("cart_price_rule"), "3 updated");
    EXPECT_TRUE(same_sales(source(), destination(), "cart_price_rule"));
    EXPECT_EQ(target("cart_price_rule", 1), rule);
    EXPECT_EQ(destination().value("SELECT coupon_id FROM salesrule_coupon WHERE code = "
                                  "'WELCOME10'"),
              coupon);
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
}

TEST_F(RuleTest, UsageOfACustomerWhoComesLaterComesWithTheNextRun)
{
    source().exec("INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, "
                  "group_id, store_id, created_at, updated_at) VALUES (95, 1, 1, "
                  "'late@example.com', 1, 1, '2024-08-01 10:00:00', '2024-08-01 10:00:00');\n"
                  "INSERT INTO salesrule_coupon_usage (coupon_id, customer_id, times_used) VALUES "
                  "(1, 95, 1)");
    const auto first = report("cart_price_rule", {"-d", "update"});
    EXPECT_EQ(counts(first), "3 created");
    EXPECT_TRUE(has(first.at("warnings").dump(), "salesrule_coupon_usage"));
    EXPECT_EQ(update("customer"), "1 created, 12 unchanged");
    EXPECT_EQ(update("cart_price_rule"), "1 updated, 2 unchanged");
    EXPECT_TRUE(same_sales(source(), destination(), "cart_price_rule"));
}

TEST_F(RuleTest, RulesOfOneNameAllCome)
{
    source().exec("UPDATE salesrule SET name = 'Summer', coupon_type = 2, discount_amount = 5, "
                  "simple_action = 'by_percent', from_date = NULL, to_date = NULL");
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
    EXPECT_TRUE(same_sales(source(), destination(), "cart_price_rule"));
}

TEST_F(RuleTest, IdenticalRulesAllComeHoweverManyWritersThereAre)
{
    for (unsigned id = 11; id <= 18; ++id) { source().exec(fmt::format(k_another_trade_rule, id)); }
    // The destination has one of them, and nothing says which.
    EXPECT_EQ(update("cart_price_rule", {"--entity-ids", "2"}), "1 created");
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = "
                       "'cart_price_rule'");
    const Words ways = {"--batch-size", "1", "--jobs", "8"};
    EXPECT_EQ(update("cart_price_rule", ways), "10 created, 1 unchanged");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM salesrule WHERE name = 'Trade'"), "9");
    EXPECT_EQ(destination().value("SELECT COUNT(DISTINCT target_id) FROM datasync_entity_registry "
                                  "WHERE entity_type = 'cart_price_rule'"),
              "11");
    const auto before = all_but_runs();
    EXPECT_EQ(update("cart_price_rule", ways), "11 unchanged");
    EXPECT_EQ(update("cart_price_rule"), "11 unchanged");
    EXPECT_EQ(all_but_runs(), before);
}

TEST_F(RuleTest, IsRecognisedWhenTheRegistryIsLost)
{
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    const auto before = snapshot_of(destination(), false);
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = "
                       "'cart_price_rule';\n"
                       "DELETE FROM datasync_part_registry WHERE part_type = 25");
    EXPECT_EQ(update("cart_price_rule"), "3 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

} // namespace

} // namespace datasync::test
