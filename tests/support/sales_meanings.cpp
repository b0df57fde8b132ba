// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/sales_meanings.hpp"

#include "support/shop_meanings.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>

namespace datasync::test {

namespace {

constexpr std::array k_tables = {
    LineTable{"order", "sales_flat_order", "sales_flat_order", "r.entity_id = t.entity_id"},
    LineTable{"order", "sales_flat_order_address", "sales_flat_order", "r.entity_id = t.parent_id"},
    LineTable{"order", "sales_flat_order_item", "sales_flat_order", "r.entity_id = t.order_id"},
    LineTable{"order", "sales_flat_order_payment", "sales_flat_order", "r.entity_id = t.parent_id"},
    LineTable{"order", "sales_flat_order_status_history", "sales_flat_order",
              "r.entity_id = t.parent_id"},
    LineTable{"order", "sales_flat_order_grid", "sales_flat_order", "r.entity_id = t.entity_id"},
    LineTable{"order", "sales_payment_transaction", "sales_flat_order", "r.entity_id = t.order_id"},
    LineTable{"order", "sales_order_tax", "sales_flat_order", "r.entity_id = t.order_id"},
    LineTable{"order", "sales_order_tax_item", "sales_flat_order",
              "r.entity_id = (SELECT x.order_id FROM sales_order_tax x WHERE x.tax_id = t.tax_id)"},
    LineTable{"order", "downloadable_link_purchased", "sales_flat_order",
              "r.entity_id = t.order_id"},
    LineTable{"order", "downloadable_link_purchased_item", "sales_flat_order",
              "r.entity_id = (SELECT x.order_id FROM downloadable_link_purchased x WHERE "
              "x.purchased_id = t.purchased_id)"},
    LineTable{"order", "gift_message", "sales_flat_order",
              "r.entity_id IN (SELECT x.entity_id FROM sales_flat_order x WHERE "
              "x.gift_message_id = t.gift_message_id UNION SELECT x.order_id FROM "
              "sales_flat_order_item x WHERE x.gift_message_id = t.gift_message_id)"},
    LineTable{"invoice", "sales_flat_invoice", "sales_flat_invoice", "r.entity_id = t.entity_id"},
    LineTable{"invoice", "sales_flat_invoice_item", "sales_flat_invoice",
              "r.entity_id = t.parent_id"},
    LineTable{"invoice", "sales_flat_invoice_comment", "sales_flat_invoice",
              "r.entity_id = t.parent_id"},
    LineTable{"invoice", "sales_flat_invoice_grid", "sales_flat_invoice",
              "r.entity_id = t.entity_id"},
    LineTable{"shipment", "sales_flat_shipment", "sales_flat_shipment",
              "r.entity_id = t.entity_id"},
    LineTable{"shipment", "sales_flat_shipment_item", "sales_flat_shipment",
              "r.entity_id = t.parent_id"},
    LineTable{"shipment", "sales_flat_shipment_comment", "sales_flat_shipment",
              "r.entity_id = t.parent_id"},
    LineTable{"shipment", "sales_flat_shipment_track", "sales_flat_shipment",
              "r.entity_id = t.parent_id"},
    LineTable{"shipment", "sales_flat_shipment_grid", "sales_flat_shipment",
              "r.entity_id = t.entity_id"},
    LineTable{"creditmemo", "sales_flat_creditmemo", "sales_flat_creditmemo",
              "r.entity_id = t.entity_id"},
    LineTable{"creditmemo", "sales_flat_creditmemo_item", "sales_flat_creditmemo",
              "r.entity_id = t.parent_id"},
    LineTable{"creditmemo", "sales_flat_creditmemo_comment", "sales_flat_creditmemo",
              "r.entity_id = t.parent_id"},
    LineTable{"creditmemo", "sales_flat_creditmemo_grid", "sales_flat_creditmemo",
              "r.entity_id = t.entity_id"},
    LineTable{"cart_price_rule", "salesrule", "salesrule", "r.rule_id = t.rule_id"},
    LineTable{"cart_price_rule", "salesrule_website", "salesrule", "r.rule_id = t.rule_id"},
    LineTable{"cart_price_rule", "salesrule_customer_group", "salesrule", "r.rule_id = t.rule_id"},
    LineTable{"cart_price_rule", "salesrule_label", "salesrule", "r.rule_id = t.rule_id"},
    LineTable{"cart_price_rule", "salesrule_coupon", "salesrule", "r.rule_id = t.rule_id"},
    LineTable{"cart_price_rule", "salesrule_coupon_usage", "salesrule",
              "r.rule_id = (SELECT x.rule_id FROM salesrule_coupon x WHERE x.coupon_id = "
              "t.coupon_id)"},
    LineTable{"cart_price_rule", "salesrule_customer", "salesrule", "r.rule_id = t.rule_id"},
    LineTable{"cart_price_rule", "salesrule_product_attribute", "salesrule",
              "r.rule_id = t.rule_id"},
};

/// What an id means; {} is the column. The n-th item of an order keeps its place in every shop.
constexpr std::string_view k_customer_address =
    "(SELECT CONCAT_WS('/', s.value, x.created_at) FROM customer_address_entity x JOIN "
    "customer_address_entity_text s ON s.entity_id = x.entity_id WHERE x.entity_id = {})";
constexpr std::string_view k_region =
    "(SELECT CONCAT(x.country_id, '/', x.code) FROM directory_country_region x WHERE "
    "x.region_id = {})";
constexpr std::string_view k_order =
    "(SELECT x.increment_id FROM sales_flat_order x WHERE x.entity_id = {})";
constexpr std::string_view k_order_address =
    "(SELECT CONCAT(o.increment_id, ' ', x.address_type) FROM sales_flat_order_address x JOIN "
    "sales_flat_order o ON o.entity_id = x.parent_id WHERE x.entity_id = {})";
constexpr std::string_view k_order_item =
    "(SELECT CONCAT(o.increment_id, ' item ', (SELECT COUNT(*) FROM sales_flat_order_item e WHERE "
    "e.order_id = x.order_id AND e.item_id <= x.item_id)) FROM sales_flat_order_item x JOIN "
    "sales_flat_order o ON o.entity_id = x.order_id WHERE x.item_id = {})";
constexpr std::string_view k_payment =
    "(SELECT o.increment_id FROM sales_flat_order_payment x JOIN sales_flat_order o ON "
    "o.entity_id = x.parent_id WHERE x.entity_id = {})";
constexpr std::string_view k_transaction =
    "(SELECT x.txn_id FROM sales_payment_transaction x WHERE x.transaction_id = {})";
constexpr std::string_view k_gift_message =
    "(SELECT CONCAT(x.sender, x.message) FROM gift_message x WHERE x.gift_message_id = {})";
constexpr std::string_view k_rule = "(SELECT x.name FROM salesrule x WHERE x.rule_id = {})";
constexpr std::string_view k_rules =
    "(SELECT GROUP_CONCAT(x.name ORDER BY FIND_IN_SET(x.rule_id, {0})) FROM salesrule x WHERE "
    "FIND_IN_SET(x.rule_id, {0}))";
constexpr std::string_view k_serialized = "REGEXP_REPLACE({}, '[0-9]+', '#')";
constexpr std::string_view k_left_out;

using Meanings = std::map<std::string, std::string_view, std::less<>>;

/// Columns that mean the same in every table that has them.
const Meanings& common_meanings()
{
    static const Meanings meanings = {
        {"store_id", k_store},
        {"website_id", k_website},
        {"customer_group_id", k_group},
        {"customer_id", k_customer},
        {"customer_address_id", k_customer_address},
        {"region_id", k_region},
        {"product_id", k_product},
        {"attribute_id", k_attribute},
        {"order_id", k_order},
        {"billing_address_id", k_order_address},
        {"shipping_address_id", k_order_address},
        {"parent_item_id", k_order_item},
        {"order_item_id", k_order_item},
        {"payment_id", k_payment},
        {"gift_message_id", k_gift_message},
        {"relation_parent_id", k_order},
        {"relation_child_id", k_order},
        {"invoice_id", "(SELECT x.increment_id FROM sales_flat_invoice x WHERE x.entity_id = {})"},
        {"rule_id", k_rule},
        {"coupon_id", "(SELECT x.code FROM salesrule_coupon x WHERE x.coupon_id = {})"},
        {"tax_id", "(SELECT x.code FROM sales_order_tax x WHERE x.tax_id = {})"},
        {"purchased_id", "(SELECT x.order_increment_id FROM downloadable_link_purchased x WHERE "
                         "x.purchased_id = {})"},
        {"applied_rule_ids", k_rules},
        {"product_options", k_serialized},
        {"packages", k_serialized},
        {"conditions_serialized", k_serialized},
        {"actions_serialized", k_serialized},
        {"product_ids", k_serialized},
        // Ids of what does not travel, and of what is known to the registry alone.
        {"quote_id", k_left_out},
        {"quote_address_id", k_left_out},
        {"quote_item_id", k_left_out},
        {"quote_payment_id", k_left_out},
        {"customer_payment_id", k_left_out},
        {"address_id", k_left_out},
        {"link_id", k_left_out},
    };
    return meanings;
}

} // namespace

std::span<const LineTable> sales_tables()
{
    return k_tables;
}

std::string_view meaning_of(const LineTable& table, std::string_view column)
{
    const bool is_part = table.table != table.record;
    if (column == "parent_id" && table.table == "sales_payment_transaction") {
        return k_transaction;
    }
    if (column == "item_id" && table.table == "sales_order_tax_item") { return k_order_item; }
    if (column == "parent_id" || (column == "entity_id" && is_part)) { return k_left_out; }
    const auto found = common_meanings().find(column);
    return found == common_meanings().end() ? "{}" : found->second;
}

} // namespace datasync::test
