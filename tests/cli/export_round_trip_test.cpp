// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is exported from a shop and loaded into an empty one is exported from there as it was.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"
#include "support/lint.hpp"
#include "support/round_trip.hpp"
#include "support/sales_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class ExportRoundTripTest : public CatalogTest {
protected:
    /// Takes away what no file can say.
    void make_sayable()
    {
        // Ids in texts mean records of this shop.
        for (const auto* const table : {"cms_block", "cms_page"}) {
            source().exec(fmt::format(
                "UPDATE {} SET content = REGEXP_REPLACE(content, '(id=\"|/)[0-9]+', '\\\\1x')",
                table));
        }
        source().exec("UPDATE cms_page SET layout_update_xml = REPLACE(layout_update_xml, "
                      "'<block_id>8<', '<block_id>welcome<');\n"
                      "UPDATE catalog_category_entity_text SET value = REGEXP_REPLACE(value, "
                      "'(product/)[0-9]+', '\\\\1x');\n"
                      "UPDATE catalog_product_entity_text SET value = REGEXP_REPLACE(value, "
                      "'((product|category)/|block_id=\"|(id=\"))[0-9]+', '\\\\1x');\n"
                      // Shown nowhere, and twice the same.
                      "DELETE FROM review WHERE review_id IN (3, 8);\n"
                      "UPDATE catalog_product_entity SET sku = TRIM(sku)");
    }
};

TEST_F(ExportRoundTripTest, PeopleComeBackAsTheyWere)
{
    const auto emptied = emptied_copy(source());
    expect_round_trip(source(), *emptied, "customer_group", 6);
    expect_round_trip(source(), *emptied, "customer", 12);
    expect_round_trip(source(), *emptied, "newsletter", 6);
}

TEST_F(ExportRoundTripTest, ContentComesBackAsItWas)
{
    make_sayable();
    const auto emptied = emptied_copy(source());
    expect_round_trip(source(), *emptied, "customer_group", 6);
    expect_round_trip(source(), *emptied, "customer", 12);
    expect_round_trip(source(), *emptied, "cms_block", 4);
    expect_round_trip(source(), *emptied, "cms_page", 4);
    expect_round_trip(source(), *emptied, "category", 8);
    expect_round_trip(source(), *emptied, "review", 4);
    expect_round_trip(source(), *emptied, "stock", 18);
}

TEST_F(ExportRoundTripTest, ProductsComeBackAsTheyWere)
{
    make_sayable();
    // A list of one SKU with a comma in it.
    source().exec("INSERT INTO catalog_product_link (product_id, linked_product_id, link_type_id) "
                  "SELECT a.entity_id, b.entity_id, 4 FROM catalog_product_entity a, "
                  "catalog_product_entity b WHERE a.sku = 'ebook' AND b.sku = 'tea, loose'");
    // A picture without a place gets one.
    source().exec("INSERT INTO catalog_product_entity_media_gallery_value (value_id, store_id, "
                  "position, disabled) SELECT value_id, 0, 1, 0 FROM "
                  "catalog_product_entity_media_gallery WHERE value_id NOT IN (SELECT value_id "
                  "FROM catalog_product_entity_media_gallery_value WHERE store_id = 0)");
    // A product without a stock item gets one.
    source().exec("INSERT INTO cataloginventory_stock_item (product_id, stock_id, qty) SELECT "
                  "entity_id, 1, 0 FROM catalog_product_entity WHERE entity_id NOT IN (SELECT "
                  "product_id FROM cataloginventory_stock_item)");
    const auto emptied = emptied_copy(source(), false);
    expect_round_trip(source(), *emptied, "customer_group", 6);
    expect_round_trip(source(), *emptied, "category", 8);
    expect_round_trip(source(), *emptied, "product", 20);
}

class ExportedSalesTest : public SalesTest {};

TEST_F(ExportedSalesTest, SaysWhatOfOrdersNoFileCanHold)
{
    source().exec("UPDATE sales_flat_order SET customer_email = 'old@example.com' WHERE "
                  "increment_id = '100000001';\n"
                  "UPDATE sales_flat_order_address SET country_id = 'Au' WHERE parent_id = (SELECT "
                  "entity_id FROM sales_flat_order WHERE increment_id = '100000001')");
    const auto result = export_to(source(), "order", "-");
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_TRUE(has(result.err, "what items are made of"));
    EXPECT_TRUE(has(result.err, "belongs to a customer who has another address by now"));
    EXPECT_TRUE(has(result.err, "the billing address is in no country"));
    EXPECT_EQ(lint("order", result.out).exit_code, 0);
    const auto with_ids = export_to(source(), "order", "-", {"--with-ids"});
    EXPECT_FALSE(has(with_ids.err, "belongs to a customer"));
}

TEST_F(ExportedSalesTest, OrdersAndDocumentsComeBackAsTheyWere)
{
    // An item cannot say that it has no date.
    source().exec("UPDATE sales_flat_order_item SET created_at = updated_at WHERE created_at = 0");
    const auto emptied = emptied_copy(source());
    expect_round_trip(source(), *emptied, "customer_group", 6);
    expect_round_trip(source(), *emptied, "customer", 12);
    expect_round_trip(source(), *emptied, "order", 12);
    expect_round_trip(source(), *emptied, "invoice", 7);
    expect_round_trip(source(), *emptied, "shipment", 3);
    expect_round_trip(source(), *emptied, "creditmemo", 2);
}

TEST_F(ExportedSalesTest, WhatHasIdsArrivesUnderThem)
{
    const auto emptied = emptied_copy(source());
    const FileSource files(*emptied);
    for (const auto* const entity :
         {"customer_group", "customer", "order", "invoice", "shipment", "creditmemo"}) {
        SCOPED_TRACE(entity);
        const auto path = files.write("data.csv", exported(source(), entity, {"--with-ids"}));
        const auto loaded = files.sync(entity, path, {"-d", "update", "--jobs", "1"});
        EXPECT_EQ(loaded.exit_code, 0) << loaded.out << loaded.err;
    }
    for (const auto* const entity : {"customer", "invoice", "shipment", "creditmemo"}) {
        EXPECT_EQ(exported(*emptied, entity), exported(source(), entity));
    }
    const std::string buyers = "SELECT GROUP_CONCAT(o.increment_id, c.email ORDER BY 1) FROM "
                               "sales_flat_order o JOIN customer_entity c ON c.entity_id = "
                               "o.customer_id";
    EXPECT_EQ(emptied->value(buyers), source().value(buyers));
}

} // namespace

} // namespace datasync::test
