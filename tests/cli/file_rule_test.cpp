// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Cart price rules from CSV files: known by their coupon or name, with what a shop keeps beside
// them.
#include "support/file_source.hpp"
#include "support/lint.hpp"
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <optional>

namespace datasync::test {

namespace {

class FileRuleTest : public SalesTest {
protected:
    void SetUp() override
    {
        SalesTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    /// An expression over a rule and its columns.
    std::string cell(const std::string& name, const std::string& expression)
    {
        return destination()
            .value(fmt::format("SELECT IFNULL({}, 'NULL') FROM salesrule r WHERE name = '{}'",
                               expression, name))
            .value_or("none");
    }

    /// The websites and groups of a rule by code: "base,outlet for General".
    std::string scope(const std::string& name)
    {
        return cell(name, "CONCAT((SELECT GROUP_CONCAT(w.code ORDER BY w.code) FROM "
                          "salesrule_website l JOIN core_website w USING (website_id) WHERE "
                          "l.rule_id = r.rule_id), ' for ', (SELECT "
                          "GROUP_CONCAT(g.customer_group_code ORDER BY g.customer_group_code) FROM "
                          "salesrule_customer_group l JOIN customer_group g USING "
                          "(customer_group_id) WHERE l.rule_id = r.rule_id))");
    }

    /// The coupons of a rule: code, limits, last day and whether it is the rule's own.
    Words coupons(const std::string& name)
    {
        return destination().column(
            "SELECT CONCAT_WS(' ', c.code, IFNULL(usage_limit, '-'), IFNULL(usage_per_customer, "
            "'-'), IFNULL(DATE(expiration_date), '-'), IFNULL(is_primary, '-'), c.times_used) FROM "
            "salesrule_coupon c JOIN salesrule USING (rule_id) WHERE salesrule.name = '" +
            name + "' ORDER BY c.code");
    }

    Words labels(const std::string& name)
    {
        return destination().column(
            "SELECT CONCAT_WS(' ', s.code, l.label) FROM salesrule_label l JOIN salesrule USING "
            "(rule_id) JOIN core_store s USING (store_id) WHERE salesrule.name = '" +
            name + "' ORDER BY 1");
    }

private:
    std::optional<FileSource> m_files;
};

class MahoFileRuleTest : public FileRuleTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

constexpr const char* k_rules =
    "name,description,from_date,to_date,websites,customer_groups,coupon_code,coupons,"
    "uses_per_coupon,uses_per_customer,label,label@german,simple_action,discount_amount\n"
    "Spring,Ten off,2024-03-01,2024-05-31,base,General|NOT LOGGED IN,SPRING10,,100,1,"
    "Spring sale,Frühling,by_percent,10\n"
    "Cards,,,,all,all,,CARD-1|CARD-2,1,0,,,cart_fixed,5.5\n"
    "Everybody,,,,outlet,General,,,,,For all,,,2.5\n";

TEST_F(FileRuleTest, ArrivesWithScopesCouponsAndLabels)
{
    EXPECT_EQ(files().update("cart_price_rule", k_rules), "3 created");
    EXPECT_EQ(scope("Spring"), "base for General,NOT LOGGED IN");
    EXPECT_EQ(scope("Everybody"), "outlet for General");
    EXPECT_EQ(coupons("Spring"), Words({"SPRING10 100 1 2024-05-31 1 0"}));
    EXPECT_EQ(coupons("Cards"), Words({"CARD-1 1 - - - 0", "CARD-2 1 - - - 0"}));
    EXPECT_EQ(coupons("Everybody"), Words());
    EXPECT_EQ(labels("Spring"), Words({"admin Spring sale", "german Frühling"}));
    EXPECT_EQ(cell("Spring", "CONCAT_WS(' ', from_date, to_date, is_active, coupon_type, "
                             "use_auto_generation, simple_action, discount_amount, "
                             "stop_rules_processing)"),
              "2024-03-01 2024-05-31 1 2 0 by_percent 10.0000 0");
    EXPECT_EQ(cell("Cards", "CONCAT_WS(' ', coupon_type, use_auto_generation)"), "2 1");
    EXPECT_EQ(cell("Everybody", "CONCAT_WS(' ', coupon_type, simple_action)"), "1 by_percent");
    EXPECT_EQ(cell("Everybody", "conditions_serialized LIKE 'a:6:%rule_condition_combine%'"), "1");
    EXPECT_EQ(cell("Cards", "(SELECT COUNT(*) FROM salesrule_website w WHERE w.rule_id = "
                            "r.rule_id) = (SELECT COUNT(*) - 1 FROM core_website) AND (SELECT "
                            "COUNT(*) FROM salesrule_customer_group g WHERE g.rule_id = "
                            "r.rule_id) = (SELECT COUNT(*) FROM customer_group)"),
              "1");
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(files().update("cart_price_rule", k_rules), "3 unchanged");
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
}

TEST_F(MahoFileRuleTest, Arrives)
{
    EXPECT_EQ(files().update("cart_price_rule", k_rules), "3 created");
    EXPECT_EQ(coupons("Spring"), Words({"SPRING10 100 1 2024-05-31 1 0"}));
    EXPECT_EQ(files().update("cart_price_rule", k_rules), "3 unchanged");
}

TEST_F(FileRuleTest, LeavesAloneWhatTheFileDoesNotSay)
{
    files().update("cart_price_rule", k_rules);
    destination().exec("UPDATE salesrule_coupon SET times_used = 7 WHERE code = 'SPRING10'");
    EXPECT_EQ(files().update("cart_price_rule", "name,discount_amount\nspring,12\nCards,5.5\n"),
              "1 updated, 1 unchanged");
    EXPECT_EQ(cell("Spring", "discount_amount"), "12.0000");
    EXPECT_EQ(scope("Spring"), "base for General,NOT LOGGED IN");
    EXPECT_EQ(labels("Spring"), Words({"admin Spring sale", "german Frühling"}));
    // Coupons follow their rule, as in the shop; what has been used stays so.
    EXPECT_EQ(files().update("cart_price_rule", "name,to_date,uses_per_coupon\n"
                                                "Spring,2024-06-30,200\nCards,,2\n"),
              "2 updated");
    EXPECT_EQ(coupons("Spring"), Words({"SPRING10 200 1 2024-06-30 1 7"}));
    EXPECT_EQ(coupons("Cards"), Words({"CARD-1 2 - - - 0", "CARD-2 2 - - - 0"}));
    // One store's label, and the rule by its coupon.
    const std::string head = "name,coupon_code,label@german\n";
    EXPECT_EQ(files().update("cart_price_rule", head + "Spring!,SPRING10,Lenz\n"), "1 updated");
    EXPECT_EQ(labels("Spring!"), Words({"admin Spring sale", "german Lenz"}));
    EXPECT_EQ(coupons("Spring!"), Words({"SPRING10 200 1 2024-06-30 1 7"}));
}

TEST_F(FileRuleTest, EmptyCellsEmptyUnderUpdateAndLeaveAloneUnderMerge)
{
    files().update("cart_price_rule", k_rules);
    const std::string empty = "name,description,to_date,websites,coupon_code,label,label@german,"
                              "conditions_serialized\nSpring,,,,,,,\n";
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(counts(files().report("cart_price_rule", empty, {"-d", "merge"})), "1 unchanged");
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
    EXPECT_EQ(counts(files().report("cart_price_rule", empty, {"-d", "skip"})), "1 skipped");
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
    EXPECT_EQ(files().update("cart_price_rule", empty), "1 updated");
    EXPECT_EQ(cell("Spring", "CONCAT_WS(' ', description, to_date, discount_amount)"), "10.0000");
    EXPECT_EQ(coupons("Spring"), Words());
    EXPECT_EQ(labels("Spring"), Words());
    EXPECT_EQ(scope("Spring"), "NULL");
    EXPECT_EQ(files().update("cart_price_rule", empty), "1 unchanged");
}

TEST_F(FileRuleTest, AListOfCouponsIsAllThatTheRuleHas)
{
    files().update("cart_price_rule", k_rules);
    const auto id = destination().value("SELECT coupon_id FROM salesrule_coupon WHERE code = "
                                        "'CARD-2'");
    const std::string head = "name,coupons\n";
    const std::string list = head + R"(Cards,"[{""code"":""card-2"",""usage_limit"":9},)" +
                             R"({""code"":""CARD-3"",""times_used"":1}]")" + "\n";
    EXPECT_EQ(counts(files().report("cart_price_rule", list, {"-d", "merge"})), "1 merged");
    EXPECT_EQ(coupons("Cards"),
              Words({"CARD-1 1 - - - 0", "CARD-2 9 - - - 0", "CARD-3 - - - - 1"}));
    EXPECT_EQ(files().update("cart_price_rule", list), "1 updated");
    EXPECT_EQ(coupons("Cards"), Words({"CARD-2 9 - - - 0", "CARD-3 - - - - 1"}));
    EXPECT_EQ(destination().value("SELECT coupon_id FROM salesrule_coupon WHERE code = 'CARD-2'"),
              id);
    // The rule's own coupon is none of them.
    EXPECT_EQ(files().update("cart_price_rule", head + "Spring,S-1|S-2\n"), "1 updated");
    EXPECT_EQ(coupons("Spring").size(), 3U);
    EXPECT_EQ(files().update("cart_price_rule", "name,coupon_code\nSpring,SPRING10\n"),
              "1 unchanged");
}

TEST_F(FileRuleTest, IdsInConditionsAreOfTheSourceAndAttributesAreListedForTheShop)
{
    const auto condition = [](const std::string& attribute, const std::string& value) {
        return fmt::format(R"(a:2:{{s:4:""type"";s:40:""salesrule/rule_condition_product_combine"")"
                           R"(;s:7:""actions"";a:1:{{i:0;a:4:{{s:4:""type"";s:32:)"
                           R"(""salesrule/rule_condition_product"";s:9:""attribute"";s:{}:""{}"";)"
                           R"(s:8:""operator"";s:2:""=="";s:5:""value"";s:{}:""{}"";}}}}}})",
                           attribute.size(), attribute, value.size(), value);
    };
    destination().exec("INSERT INTO catalog_category_entity (entity_id, path, position, "
                       "children_count) VALUES (40005, '1/40005', 1, 0)");
    // Loads once, so that the own tables are there.
    files().update("cart_price_rule", k_rules);
    destination().exec("INSERT INTO datasync_entity_registry (source_system, entity_type, "
                       "source_id, target_id, synced_at) VALUES ('erp', 'category', 5, 40005, "
                       "NOW())");
    const std::string head = "name,websites,customer_groups,actions_serialized\n";
    const auto file = head + "Cat,base,General,\"" + condition("category_ids", "5") + "\"\n" +
                      "Col,all,General,\"" + condition("color", "7102") + "\"\n" +
                      "Bad,all,General,nonsense\n";
    const auto report = files().report("cart_price_rule", file, {"-d", "update"});
    EXPECT_EQ(counts(report), "2 created, 1 failed");
    EXPECT_TRUE(
        has(told_of_line(report, 4), "column actions_serialized: \"nonsense\" is not what"));
    EXPECT_TRUE(has(cell("Cat", "actions_serialized"), R"(s:5:"value";s:5:"40005";)"));
    EXPECT_TRUE(has(cell("Col", "actions_serialized"), R"(s:5:"value";s:4:"7102";)"));
    const std::string listed =
        "(SELECT GROUP_CONCAT(a.attribute_code, ' ', w.code ORDER BY 1) FROM "
        "salesrule_product_attribute l JOIN eav_attribute a USING (attribute_id) JOIN "
        "core_website w USING (website_id) WHERE l.rule_id = r.rule_id)";
    EXPECT_EQ(cell("Cat", listed), "NULL");
    EXPECT_TRUE(has(cell("Col", listed), "color base"));
    EXPECT_EQ(files().update("cart_price_rule", file), "2 unchanged, 1 failed");
    EXPECT_EQ(files().update("cart_price_rule", "name,websites\nCol,outlet\n"), "1 updated");
    EXPECT_EQ(cell("Col", listed), "color outlet");
}

TEST_F(FileRuleTest, SaysWhatIsWrongWithARecordAndTakesTheOthers)
{
    files().update("cart_price_rule", "name,coupon_code\nTwice,T1\nTwice,T2\n");
    const auto report = files().report("cart_price_rule",
                                       "name,websites,customer_groups,coupons,label\n"
                                       "A,nowhere,,,\n"
                                       "B,,Nobody,,\n"
                                       "C,,,SAVE-Z|save-z,\n"
                                       "Twice,,,,\n"
                                       "D,,,T1,\n"
                                       "E,base,General,E1,ok\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 created, 5 failed");
    EXPECT_TRUE(has(told_of_line(report, 2), "column websites: \"nowhere\" is no website"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column customer_groups: \"Nobody\" is no customer"));
    EXPECT_TRUE(has(told_of_line(report, 4), "has the code \"save-z\" of another coupon"));
    EXPECT_TRUE(has(told_of_line(report, 5), "is the name of 2 rules of the destination"));
    EXPECT_TRUE(has(told_of_line(report, 6), "T1"));
    EXPECT_TRUE(has(files().refusal("cart_price_rule", "name,label@germn\nX,y\n", 3),
                    "names a store view that the destination does not have"));
}

TEST_F(FileRuleTest, LintRefusesTheSameWithoutADatabase)
{
    const auto found =
        lint("cart_price_rule", "name,coupon_code,coupon_type,from_date,to_date,conditions_"
                                "serialized,discount_amount\n"
                                "A,X,1,,,,\n"
                                "B,,4,,,,\n"
                                "C,,,2024-02-01,2024-01-01,,\n"
                                "D,,,,,oops,\n"
                                "E,,,,,,\"1,5\"\n"
                                ",,,,,,\n"
                                "F,,,,,,\n"
                                "f,,,,,,\n");
    EXPECT_EQ(found.exit_code, 3);
    EXPECT_TRUE(has(found.out, "line 2, column coupon_type: \"1\" says that the rule needs no"));
    EXPECT_TRUE(has(found.out, "line 3, column coupon_type: \"4\" is neither"));
    EXPECT_TRUE(has(found.out, "line 4, column to_date: \"2024-01-01\" is before from_date"));
    EXPECT_TRUE(has(found.out, "line 5, column conditions_serialized: \"oops\" is not what"));
    EXPECT_TRUE(has(found.out, "line 6, column discount_amount: \"1,5\" is not a number"));
    EXPECT_TRUE(has(found.out, "line 7, column name: is empty"));
    EXPECT_TRUE(has(found.out, "line 9"));
    EXPECT_EQ(lint("cart_price_rule", k_rules).exit_code, 0);
}

TEST_F(FileRuleTest, ADryRunSaysTheSameAndWritesNothing)
{
    const auto before = snapshot_of(destination(), true);
    EXPECT_EQ(counts(files().report("cart_price_rule", k_rules, {"-d", "update", "--dry-run"})),
              "3 created");
    EXPECT_TRUE(snapshot_of(destination(), true) == before);
}

} // namespace

} // namespace datasync::test
