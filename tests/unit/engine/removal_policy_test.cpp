// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What becomes of gone records by default and by what the user says, and how many may go.
#include "engine/removal_policy.hpp"

#include "datasync/error.hpp"
#include "engine/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace datasync::engine {
namespace {

OnDelete policy_of(std::string_view entity, const RemovalOptions& options = {})
{
    for (const auto& handler : make_entity_handlers()) {
        if (handler->spec().name == entity) { return removal_policy(handler->spec(), options); }
    }
    throw std::logic_error("no such entity type");
}

std::string refusal(const RemovalOptions& options)
{
    try {
        check_removal_options(options);
    } catch (const UsageError& error) {
        return error.what();
    }
    return {};
}

RemovalOptions limit(std::uint64_t most, bool is_percent)
{
    RemovalOptions options;
    options.max_delete = DeleteLimit{most, is_percent};
    return options;
}

TEST(RemovalPolicyTest, HasADefaultPerType)
{
    for (const auto* const entity : {"product", "category", "cms_block", "cms_page", "newsletter",
                                     "review", "cart_price_rule", "url_redirect"}) {
        EXPECT_EQ(policy_of(entity), OnDelete::hard) << entity;
    }
    EXPECT_EQ(policy_of("customer"), OnDelete::soft);
}

TEST(RemovalPolicyTest, IsForAllTypesOrForOne)
{
    RemovalOptions options;
    options.on_delete = OnDelete::soft;
    options.on_delete_of["customer"] = OnDelete::hard;
    EXPECT_EQ(policy_of("product", options), OnDelete::soft);
    EXPECT_EQ(policy_of("customer", options), OnDelete::hard);
    EXPECT_EQ(refusal(options), "");
}

TEST(RemovalPolicyTest, WhatOthersNeedIsNeverDeletedAndAskingForItIsRefused)
{
    for (const auto* const entity : {"order", "invoice", "shipment", "creditmemo", "customer_group",
                                     "attribute_set", "productattribute"}) {
        RemovalOptions options;
        options.on_delete = OnDelete::hard;
        EXPECT_EQ(policy_of(entity, options), OnDelete::ignore) << entity;
        EXPECT_EQ(refusal(options), "");
        options.on_delete_of[entity] = OnDelete::hard;
        EXPECT_NE(refusal(options).find(std::string(entity) + " is never deleted"),
                  std::string::npos)
            << refusal(options);
        EXPECT_EQ(policy_of(entity, options), OnDelete::ignore) << entity;
        options.on_delete_of[entity] = OnDelete::ignore;
        EXPECT_EQ(refusal(options), "");
    }
}

TEST(RemovalPolicyTest, RefusesTypesThatAreNotThere)
{
    RemovalOptions options;
    options.on_delete_of["produkt"] = OnDelete::hard;
    EXPECT_NE(refusal(options).find("\"produkt\"; there are attribute_set"), std::string::npos)
        << refusal(options);
    options.on_delete_of = {{"stock", OnDelete::hard}};
    EXPECT_NE(refusal(options).find("stock goes with its product"), std::string::npos);
}

TEST(RemovalPolicyTest, ByDefaultBothLimitsHaveToBePassed)
{
    const RemovalOptions none;
    EXPECT_EQ(refusal_of(none, "product", 100, 0, 100), "");
    EXPECT_NE(refusal_of(none, "product", 101, 0, 101), "");
    EXPECT_EQ(refusal_of(none, "product", 101, 0, 2020), "") << "5 % exactly";
    EXPECT_NE(refusal_of(none, "product", 101, 0, 2019), "");
    EXPECT_NE(refusal_of(none, "product", 1, 100, 2019), "") << "what went before counts";
    EXPECT_EQ(refusal_of(none, "product", 0, 500, 600), "");
}

TEST(RemovalPolicyTest, AGivenLimitCountsAlone)
{
    EXPECT_EQ(refusal_of(limit(5, false), "product", 5, 0, 5), "");
    EXPECT_NE(refusal_of(limit(5, false), "product", 5, 1, 5000), "");
    EXPECT_NE(refusal_of(limit(0, false), "product", 1, 0, 5000), "");
    EXPECT_EQ(refusal_of(limit(50, true), "product", 5, 0, 10), "");
    EXPECT_NE(refusal_of(limit(50, true), "product", 5, 1, 10), "");
    EXPECT_EQ(refusal_of(limit(100, true), "product", 1000, 0, 1000), "");
}

TEST(RemovalPolicyTest, ARefusalHasNumbersAndSaysWhatToTry)
{
    const auto text = refusal_of({}, "product", 301, 12, 1240);
    for (const auto* const part :
         {"product: 313 of 1240 records", "12 of them before this run", "100 records and 5 %",
          "Nothing was done to them", "--max-delete 313"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    }
}

} // namespace
} // namespace datasync::engine
