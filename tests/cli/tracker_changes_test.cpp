// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A change of any table that belongs to records is announced as a change of its record.
#include "support/tracker_test.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace datasync::test {

namespace {

/// A row of a table, and the record it belongs to.
struct TableCase {
    std::string_view table;
    std::string_view set;  ///< An assignment that changes something.
    std::string_view type; ///< Entity type that is announced.
    std::string_view id;   ///< The record's id, of the row `r`.
    bool is_root = false;
    std::string_view where = "1 = 1"; ///< Which rows may be taken.
};

constexpr std::string_view k_products =
    "r.entity_type_id = (SELECT entity_type_id FROM eav_entity_type WHERE entity_type_code = "
    "'catalog_product')";
constexpr std::string_view k_of_products =
    "EXISTS (SELECT 1 FROM eav_attribute a JOIN eav_entity_type t ON t.entity_type_id = "
    "a.entity_type_id AND t.entity_type_code = 'catalog_product' WHERE a.attribute_id = "
    "r.attribute_id)";

/// Roots, parts and sets of every entity type, at every depth.
constexpr std::array k_cases = {
    TableCase{"customer_entity", "is_active = 1 - is_active", "customer", "r.entity_id", true},
    TableCase{"customer_entity_varchar", "value = 'x'", "customer", "r.entity_id"},
    TableCase{"customer_address_entity", "is_active = 1 - is_active", "customer", "r.parent_id"},
    TableCase{"customer_address_entity_varchar", "value = 'x'", "customer",
              "(SELECT parent_id FROM customer_address_entity a WHERE a.entity_id = r.entity_id)"},
    TableCase{"customer_group", "tax_class_id = tax_class_id + 1", "customer_group",
              "r.customer_group_id", true},
    TableCase{"newsletter_subscriber", "subscriber_status = 3", "newsletter", "r.subscriber_id",
              true, "r.subscriber_status <> 3"},
    TableCase{"cms_block", "content = 'x'", "cms_block", "r.block_id", true},
    TableCase{"cms_block_store", "store_id = 4711", "cms_block", "r.block_id"},
    TableCase{"cms_page", "content = 'x'", "cms_page", "r.page_id", true},
    TableCase{"cms_page_store", "store_id = 4711", "cms_page", "r.page_id"},
    TableCase{"sales_flat_order", "status = 'x'", "order", "r.entity_id", true},
    TableCase{"sales_flat_order_address", "city = 'x'", "order", "r.parent_id"},
    TableCase{"sales_flat_order_item", "name = 'x'", "order", "r.order_id"},
    TableCase{"sales_flat_order_payment", "method = 'x'", "order", "r.parent_id"},
    TableCase{"sales_payment_transaction", "txn_id = 'x'", "order", "r.order_id"},
    TableCase{"sales_flat_order_status_history", "comment = 'x'", "order", "r.parent_id"},
    TableCase{"sales_order_tax", "title = 'x'", "order", "r.order_id"},
    TableCase{"sales_order_tax_item", "tax_percent = 99", "order",
              "(SELECT order_id FROM sales_order_tax t WHERE t.tax_id = r.tax_id)"},
    TableCase{"downloadable_link_purchased_item", "status = 'x'", "order",
              "(SELECT order_id FROM downloadable_link_purchased p WHERE p.purchased_id = "
              "r.purchased_id)"},
    TableCase{"sales_flat_invoice", "grand_total = 99", "invoice", "r.entity_id", true},
    TableCase{"sales_flat_invoice_item", "qty = 99", "invoice", "r.parent_id"},
    TableCase{"sales_flat_shipment", "total_qty = 99", "shipment", "r.entity_id", true},
    TableCase{"sales_flat_shipment_track", "title = 'x'", "shipment", "r.parent_id"},
    TableCase{"sales_flat_creditmemo", "grand_total = 99", "creditmemo", "r.entity_id", true},
    TableCase{"sales_flat_creditmemo_comment", "comment = 'x'", "creditmemo", "r.parent_id"},
    TableCase{"salesrule", "times_used = times_used + 1", "cart_price_rule", "r.rule_id", true},
    TableCase{"salesrule_coupon", "times_used = times_used + 1", "cart_price_rule", "r.rule_id"},
    TableCase{"salesrule_coupon_usage", "times_used = times_used + 1", "cart_price_rule",
              "(SELECT rule_id FROM salesrule_coupon c WHERE c.coupon_id = r.coupon_id)"},
    TableCase{"eav_attribute", "note = 'x'", "productattribute", "r.attribute_id", true,
              k_products},
    TableCase{"catalog_eav_attribute", "position = position + 1", "productattribute",
              "r.attribute_id", false, k_of_products},
    TableCase{"eav_attribute_label", "value = 'x'", "productattribute", "r.attribute_id", false,
              k_of_products},
    TableCase{"eav_attribute_option", "sort_order = 99", "productattribute", "r.attribute_id",
              false, k_of_products},
    TableCase{"eav_attribute_option_value", "value = 'x'", "productattribute",
              "(SELECT attribute_id FROM eav_attribute_option o WHERE o.option_id = r.option_id)",
              false,
              "EXISTS (SELECT 1 FROM eav_attribute_option o JOIN catalog_eav_attribute a ON "
              "a.attribute_id = o.attribute_id JOIN eav_attribute e ON e.attribute_id = "
              "o.attribute_id AND e.attribute_code = 'color' WHERE o.option_id = r.option_id)"},
    TableCase{"eav_attribute_set", "sort_order = 99", "attribute_set", "r.attribute_set_id", true,
              k_products},
    TableCase{"eav_attribute_group", "sort_order = 99", "attribute_set", "r.attribute_set_id",
              false,
              "EXISTS (SELECT 1 FROM eav_attribute_set s JOIN eav_entity_type t ON "
              "t.entity_type_id = s.entity_type_id AND t.entity_type_code = 'catalog_product' "
              "WHERE s.attribute_set_id = r.attribute_set_id)"},
    TableCase{"eav_entity_attribute", "sort_order = 99", "attribute_set", "r.attribute_set_id",
              false, k_products},
    TableCase{"catalog_category_entity", "position = 99", "category", "r.entity_id", true},
    TableCase{"catalog_category_entity_varchar", "value = 'x'", "category", "r.entity_id"},
    TableCase{"catalog_product_entity", "type_id = 'x'", "product", "r.entity_id", true},
    TableCase{"catalog_product_entity_int", "value = 99", "product", "r.entity_id"},
    TableCase{"catalog_product_website", "website_id = 4711", "product", "r.product_id"},
    TableCase{"catalog_category_product", "position = 99", "product", "r.product_id"},
    TableCase{"catalog_product_entity_tier_price", "value = 99", "product", "r.entity_id"},
    TableCase{"catalog_product_entity_media_gallery_value", "label = 'x'", "product",
              "(SELECT entity_id FROM catalog_product_entity_media_gallery g WHERE g.value_id = "
              "r.value_id)"},
    TableCase{"catalog_product_link_attribute_decimal", "value = 99", "product",
              "(SELECT product_id FROM catalog_product_link l WHERE l.link_id = r.link_id)"},
    TableCase{"catalog_product_option_title", "title = 'x'", "product",
              "(SELECT product_id FROM catalog_product_option o WHERE o.option_id = r.option_id)"},
    TableCase{"catalog_product_option_type_title", "title = 'x'", "product",
              "(SELECT product_id FROM catalog_product_option o JOIN "
              "catalog_product_option_type_value v ON v.option_id = o.option_id WHERE "
              "v.option_type_id = r.option_type_id)"},
    TableCase{"catalog_product_bundle_selection_price", "selection_price_value = 99", "product",
              "(SELECT parent_id FROM catalog_product_bundle_option o JOIN "
              "catalog_product_bundle_selection s ON s.option_id = o.option_id WHERE "
              "s.selection_id = r.selection_id)"},
    TableCase{"weee_tax", "value = 99", "product", "r.entity_id"},
    TableCase{"cataloginventory_stock_item", "qty = qty - 1", "stock", "r.product_id"},
    TableCase{"cataloginventory_stock_status", "qty = qty - 1", "stock", "r.product_id"},
    TableCase{"review", "status_id = status_id + 1", "review", "r.review_id", true,
              "r.entity_id = (SELECT entity_id FROM review_entity WHERE entity_code = 'product')"},
    TableCase{"review_detail", "title = 'x'", "review", "r.review_id"},
    TableCase{"rating_option_vote", "value = 99", "review", "r.review_id"},
    TableCase{"core_url_rewrite", "target_path = 'x'", "url_redirect", "r.url_rewrite_id", true,
              "r.is_system = 0"},
};

class TrackerChangesTest : public TrackerTest {
protected:
    /// Without the last word: what was kept of a record to know it by.
    std::vector<std::string> told(const std::string& statement)
    {
        auto lines = after(statement);
        for (auto& line : lines) {
            const auto end = line.find(' ', line.find(' ', line.find(' ') + 1) + 1);
            line = line.substr(0, end);
        }
        return lines;
    }

    /// Values of the first unique key of a table, to find one row by: "a = '1' AND b = '2'".
    std::string key_of_row(const TableCase& what)
    {
        const auto columns = source().column(fmt::format(
            "SELECT column_name FROM information_schema.key_column_usage WHERE table_schema = "
            "DATABASE() AND table_name = '{}' AND constraint_name = 'PRIMARY' ORDER BY "
            "ordinal_position",
            what.table));
        std::string list;
        for (const auto& column : columns) { list += (list.empty() ? "r." : ", r.") + column; }
        const auto rows = source().rows(
            fmt::format("SELECT {} FROM {} r WHERE {} LIMIT 1", list, what.table, what.where));
        std::string key;
        for (std::size_t i = 0; !rows.empty() && i < columns.size(); ++i) {
            key += fmt::format("{}{} = '{}'", key.empty() ? "" : " AND ", columns[i],
                               rows[0].at(i).value());
        }
        return key;
    }
};

TEST_F(TrackerChangesTest, OfEveryTableAreAnnounced)
{
    tracker("install");
    source().exec("SET foreign_key_checks = 0");
    for (const auto& what : k_cases) {
        SCOPED_TRACE(what.table);
        const auto key = key_of_row(what);
        ASSERT_NE(key, "");
        const auto id =
            source().value(fmt::format("SELECT {} FROM {} r WHERE {}", what.id, what.table, key));
        ASSERT_TRUE(id);
        const auto record = fmt::format("{} {} ", what.type, *id);
        source().exec(fmt::format("CREATE TEMPORARY TABLE kept AS SELECT * FROM {} WHERE {}",
                                  what.table, key));
        EXPECT_EQ(told(fmt::format("DELETE FROM {} WHERE {}", what.table, key)),
                  Words{record + (what.is_root ? "delete" : "update")});
        EXPECT_EQ(told(fmt::format("INSERT INTO {} SELECT * FROM kept", what.table)),
                  Words{record + (what.is_root ? "create" : "update")});
        EXPECT_EQ(told(fmt::format("UPDATE {} SET {} WHERE {}", what.table, what.set, key)),
                  Words{record + "update"});
        source().exec("DROP TEMPORARY TABLE kept");
    }
}

TEST_F(TrackerChangesTest, OfOrderListsAndIndexesAreNot)
{
    tracker("install");
    EXPECT_EQ(after("UPDATE sales_flat_order_grid SET status = 'x';\n"
                    "UPDATE rating_option_vote_aggregated SET vote_count = 99;\n"
                    "UPDATE index_process SET status = 'pending'"),
              Words{});
}

TEST_F(TrackerChangesTest, OfWhatIsNoRecordAreNot)
{
    tracker("install");
    EXPECT_EQ(after("UPDATE core_url_rewrite SET target_path = 'x' WHERE is_system = 1;\n"
                    "UPDATE eav_attribute a JOIN eav_entity_type t ON t.entity_type_id = "
                    "a.entity_type_id SET a.note = 'x' WHERE t.entity_type_code <> "
                    "'catalog_product';\n"
                    "UPDATE review SET status_id = 3 WHERE entity_id <> 1"),
              Words{});
}

/// A message is announced itself: to look for its holder, a trigger would lock all orders.
TEST_F(TrackerChangesTest, OfGiftMessagesAreAnnouncedAsThey)
{
    tracker("install");
    EXPECT_EQ(after("UPDATE gift_message SET message = 'x' WHERE gift_message_id = 1"),
              Words{"gift_message 1 update"});
    EXPECT_EQ(after("INSERT INTO gift_message (gift_message_id, sender) VALUES (77, 'x')"),
              Words{});
    EXPECT_EQ(after("UPDATE sales_flat_order SET gift_message_id = 77 WHERE entity_id = 3"),
              Words{"order 3 update"});
    EXPECT_EQ(after("DELETE FROM gift_message WHERE gift_message_id = 77"),
              Words{"gift_message 77 update"});
}

} // namespace

} // namespace datasync::test
