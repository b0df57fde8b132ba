// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which ids are found in the conditions of rules, in lists, and in texts without any.
#include "unit/texts/found_references.hpp"

namespace datasync::texts {
namespace {

constexpr auto k_place = ReferencePlace::rule_conditions;

using Notes = std::vector<std::string>;
using php::integer;
using php::list;
using php::named;
using php::text;

const std::unordered_set<std::string> k_option_attributes = {"color"};
const TextFacts k_facts = {.list_type = {}, .option_attributes = &k_option_attributes};

std::string condition(std::string_view attribute, const std::string& value)
{
    return named({{"type", text("salesrule/rule_condition_product")},
                  {"attribute", text(attribute)},
                  {"operator", text("()")},
                  {"value", value},
                  {"is_value_processed", "b:0;"}});
}

std::string combine(const std::vector<std::string>& conditions)
{
    return named({{"type", text("salesrule/rule_condition_combine")},
                  {"attribute", "N;"},
                  {"value", text("1")},
                  {"aggregator", text("all")},
                  {"conditions", list(conditions)}});
}

TEST(RuleConditionsTest, KnowsWhatAttributesReferTo)
{
    const std::vector<std::pair<const char*, const char*>> targets = {
        {"category_ids", "category"},     {"attribute_set_id", "attribute_set"},
        {"region_id", "region"},          {"customer_group_id", "customer_group"},
        {"group_id", "customer_group"},   {"store_id", "store"},
        {"website_id", "website"},        {"product_id", "product"},
        {"color", "eav_attribute_option"}};
    for (const auto& [attribute, target] : targets) {
        const std::string expected = std::string(target) + ":12";
        const auto* const code = attribute;
        expect_exchange([code](const Id& id) { return combine({condition(code, text(id(12)))}); },
                        k_place, expected, k_facts);
        expect_exchange(
            [code](const Id& id) { return combine({condition(code, integer(id(12)))}); }, k_place,
            expected, k_facts);
    }
}

TEST(RuleConditionsTest, ReadsListsAndArrays)
{
    expect_exchange(
        [](const Id& id) {
            return combine({condition("category_ids",
                                      text(std::to_string(id(3)) + ", " + std::to_string(id(5)))),
                            condition("color", list({text(id(41)), integer(id(42))}))});
        },
        k_place, "category:3 category:5 eav_attribute_option:41 eav_attribute_option:42", k_facts);
}

TEST(RuleConditionsTest, ReadsConditionsInConditions)
{
    expect_exchange(
        [](const Id& id) {
            return combine({combine({combine({condition("region_id", text(id(12)))})}),
                            condition("category_ids", text(id(3)))});
        },
        k_place, "region:12 category:3");
}

TEST(RuleConditionsTest, ReadsJson)
{
    EXPECT_EQ(found(R"({"value":true,"conditions":[{"attribute":"category_ids","value":"3, 5"},)"
                    R"({"value":"1","conditions":[{"value":[41],"attribute":"color"}]}]})",
                    k_place, k_facts),
              "category:3 category:5 eav_attribute_option:41");
}

// Where a reference is delivered the attributes with options are not known.
TEST(RuleConditionsTest, HasTheSamePositionsWithoutFacts)
{
    const auto text_of_rule =
        combine({condition("color", text("41")), condition("qty", text("2")),
                 condition("sku", text("abc")), condition("category_ids", text("3"))});
    EXPECT_EQ(found(text_of_rule, k_place, k_facts), "eav_attribute_option:41 -:2 category:3");
    EXPECT_EQ(found(text_of_rule, k_place), "-:41 -:2 category:3");
    EXPECT_EQ(scan_text(text_of_rule, k_place).unparsed, Notes{});
}

TEST(RuleConditionsTest, KeepsNumbersThatAreNoIds)
{
    const auto rule =
        combine({condition("base_subtotal", text("100")), condition("category_ids", text("abc")),
                 condition("country_id", text("DE")), condition("sku", text("12"))});
    const TextScan scan = scan_text(rule, k_place, k_facts);
    const std::vector<std::uint32_t> ids(scan.references.size(), 5);
    EXPECT_EQ(replace_ids(rule, scan, ids), rule);
    EXPECT_EQ(scan.unparsed, Notes{});
}

TEST(RuleConditionsTest, NamesIdsOfUnknownKind)
{
    const auto rule = combine(
        {condition("customer_segment", text("2")), condition("warehouse_id", list({text("3")}))});
    EXPECT_EQ(scan_text(rule, k_place).unparsed,
              (Notes{"the condition customer_segment=2",
                     "the condition warehouse_id=a:1:{i:0;s:1:\"3\";}"}));
}

TEST(RuleConditionsTest, GivesUpOnTextsOfNeitherFormat)
{
    const Notes neither = {"text that is neither PHP-serialized nor JSON"};
    for (const auto place : {ReferencePlace::rule_conditions, ReferencePlace::product_options,
                             ReferencePlace::serialized}) {
        EXPECT_EQ(scan_text("a:1:{", place).unparsed, neither);
        EXPECT_EQ(scan_text("{\"a\":1", place).unparsed, neither);
        EXPECT_EQ(scan_text("12 apples", place).unparsed, neither);
        EXPECT_EQ(scan_text("", place).unparsed, Notes{});
        EXPECT_EQ(scan_text("N;", place).unparsed, Notes{});
        EXPECT_EQ(scan_text("null", place).unparsed, Notes{});
    }
    EXPECT_EQ(found(named({{"info_buyRequest", named({{"product", integer(5)}})}}),
                    ReferencePlace::serialized),
              "");
}

TEST(IdListTest, FindsTheIds)
{
    const TextFacts facts = {.list_type = "cart_price_rule"};
    expect_exchange(
        [](const Id& id) {
            return std::to_string(id(3)) + ", " + std::to_string(id(5)) + ",,abc,";
        },
        ReferencePlace::id_list, "cart_price_rule:3 cart_price_rule:5", facts);
    EXPECT_EQ(found("", ReferencePlace::id_list, facts), "");
}

} // namespace
} // namespace datasync::texts
