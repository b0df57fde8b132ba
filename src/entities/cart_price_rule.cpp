// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/cart_price_rule.hpp"

#include <array>

namespace datasync::entities {

namespace {

/// The lists stand in the rule itself in shops before 1.7.
constexpr std::array k_rule_texts = {
    ReferenceText{"conditions_serialized", ReferencePlace::rule_conditions},
    ReferenceText{"actions_serialized", ReferencePlace::rule_conditions},
    ReferenceText{"product_ids", ReferencePlace::id_list, "product"},
    ReferenceText{"website_ids", ReferencePlace::id_list, "website"},
    ReferenceText{"customer_group_ids", ReferencePlace::id_list, "customer_group"},
};

constexpr std::array<std::string_view, 1> k_coupon_key = {"code"};

constexpr std::array<std::string_view, 1> k_website_key = {"website_id"};
constexpr std::array k_website_references = {
    Reference{"website_id", "website", WhenMissing::fail},
};

constexpr std::array<std::string_view, 1> k_group_key = {"customer_group_id"};
constexpr std::array k_group_references = {
    Reference{"customer_group_id", "customer_group", WhenMissing::hold},
};

constexpr std::array<std::string_view, 1> k_label_key = {"store_id"};
constexpr std::array k_label_references = {
    Reference{"store_id", "store", WhenMissing::fail},
};

/// A customer who has not come yet has not used the rule here either.
constexpr std::array<std::string_view, 1> k_usage_key = {"customer_id"};
constexpr std::array k_usage_references = {
    Reference{"customer_id", "customer", WhenMissing::leave_row_out},
};

constexpr std::array<std::string_view, 3> k_attribute_key = {"website_id", "customer_group_id",
                                                             "attribute_id"};
constexpr std::array k_attribute_references = {
    Reference{"website_id", "website", WhenMissing::fail},
    Reference{"customer_group_id", "customer_group", WhenMissing::hold},
    Reference{"attribute_id", "productattribute", WhenMissing::leave_row_out},
};

constexpr std::array k_tables = {
    TableSpec{
        .table = "salesrule", .key = "rule_id", .type = "cart_price_rule", .texts = k_rule_texts},
    TableSpec{.table = "salesrule_coupon",
              .key = "coupon_id",
              .type = "salesrule_coupon",
              .parent = "salesrule",
              .parent_column = "rule_id",
              .row_key = k_coupon_key},
    TableSpec{.table = "salesrule_coupon_usage",
              .parent = "salesrule_coupon",
              .parent_column = "coupon_id",
              .row_key = k_usage_key,
              .references = k_usage_references},
    TableSpec{.table = "salesrule_customer",
              .parent = "salesrule",
              .parent_column = "rule_id",
              .row_key = k_usage_key,
              .references = k_usage_references},
    TableSpec{.table = "salesrule_website",
              .parent = "salesrule",
              .parent_column = "rule_id",
              .row_key = k_website_key,
              .references = k_website_references,
              .older_list = "website_ids"},
    TableSpec{.table = "salesrule_customer_group",
              .parent = "salesrule",
              .parent_column = "rule_id",
              .row_key = k_group_key,
              .references = k_group_references,
              .older_list = "customer_group_ids"},
    TableSpec{.table = "salesrule_label",
              .parent = "salesrule",
              .parent_column = "rule_id",
              .row_key = k_label_key,
              .references = k_label_references},
    TableSpec{.table = "salesrule_product_attribute",
              .parent = "salesrule",
              .parent_column = "rule_id",
              .row_key = k_attribute_key,
              .references = k_attribute_references},
};

/// Names repeat, in some shops for every coupon campaign. What else a rule is keeps a rule of the
/// destination's own from being taken for one of the source.
constexpr std::array<std::string_view, 6> k_natural_key = {
    "name", "from_date", "to_date", "coupon_type", "simple_action", "discount_amount"};

constexpr EntitySpec k_spec = {
    .name = "cart_price_rule",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key, .may_repeat = true},
    .label_column = "name",
    .batch_size = 10, // One may have hundreds of thousands of coupons.
    .removal = {.switch_name = "is_active", .off = "0"},
};

class CartPriceRuleHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_cart_price_rule()
{
    return std::make_unique<CartPriceRuleHandler>();
}

} // namespace datasync::entities
