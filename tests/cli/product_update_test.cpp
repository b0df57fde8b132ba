// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What happens to a product after it has arrived: a later run brings exactly that, and every row
// keeps its id.
#include "support/product_test.hpp"

#include <algorithm>
#include <array>

namespace datasync::test {

namespace {

/// Keys of all rows that products consist of and that have one.
constexpr std::string_view k_keys =
    "SELECT CONCAT('product ', entity_id) FROM catalog_product_entity"
    " UNION ALL SELECT CONCAT('varchar ', value_id) FROM catalog_product_entity_varchar"
    " UNION ALL SELECT CONCAT('decimal ', value_id) FROM catalog_product_entity_decimal"
    " UNION ALL SELECT CONCAT('tier ', value_id) FROM catalog_product_entity_tier_price"
    " UNION ALL SELECT CONCAT('group ', value_id) FROM catalog_product_entity_group_price"
    " UNION ALL SELECT CONCAT('image ', value_id) FROM catalog_product_entity_media_gallery"
    " UNION ALL SELECT CONCAT('link ', link_id) FROM catalog_product_link"
    " UNION ALL SELECT CONCAT('link int ', value_id) FROM catalog_product_link_attribute_int"
    " UNION ALL SELECT CONCAT('super ', product_super_attribute_id) FROM "
    "catalog_product_super_attribute"
    " UNION ALL SELECT CONCAT('pricing ', value_id) FROM catalog_product_super_attribute_pricing"
    " UNION ALL SELECT CONCAT('option ', option_id) FROM catalog_product_option"
    " UNION ALL SELECT CONCAT('option title ', option_title_id) FROM catalog_product_option_title"
    " UNION ALL SELECT CONCAT('value ', option_type_id) FROM catalog_product_option_type_value"
    " UNION ALL SELECT CONCAT('bundle ', option_id) FROM catalog_product_bundle_option"
    " UNION ALL SELECT CONCAT('selection ', selection_id) FROM catalog_product_bundle_selection"
    " UNION ALL SELECT CONCAT('download ', link_id) FROM downloadable_link"
    " UNION ALL SELECT CONCAT('sample ', sample_id) FROM downloadable_sample"
    " UNION ALL SELECT CONCAT('tax ', value_id) FROM weee_tax"
    " UNION ALL SELECT CONCAT('stock ', item_id) FROM cataloginventory_stock_item ORDER BY 1";

/// A change in the source of one product.
constexpr std::array k_changes = {
    "UPDATE catalog_product_entity SET updated_at = '2024-08-01 10:00:00', type_id = 'virtual' "
    "WHERE entity_id = 75",
    "UPDATE catalog_product_entity SET attribute_set_id = 62 WHERE entity_id = 72",
    "UPDATE catalog_product_entity_varchar SET value = 'Tasse – bleue' WHERE entity_id = 16 AND "
    "attribute_id = 96 AND store_id = 3",
    "UPDATE catalog_product_entity_int SET value = 603 WHERE entity_id = 16 AND attribute_id = 501",
    "UPDATE catalog_product_entity_decimal SET value = 0.0001 WHERE entity_id = 16 AND "
    "attribute_id = 99 AND store_id = 6",
    "UPDATE catalog_product_entity_datetime SET value = '2024-02-29 00:00:00' WHERE entity_id = 27 "
    "AND attribute_id = 568",
    "UPDATE catalog_product_entity_text SET value = '<p>See {{widget "
    "type=\"catalog/product_widget_link\" id_path=\"product/27\"}}</p>' WHERE entity_id = 16 AND "
    "attribute_id = 97 AND store_id = 2",
    "UPDATE catalog_category_product SET position = 77 WHERE category_id = 5 AND product_id = 16",
    "UPDATE catalog_product_entity_tier_price SET value = 6.5 WHERE entity_id = 27",
    "UPDATE catalog_product_entity_group_price SET value = 6.5 WHERE entity_id = 16",
    "UPDATE catalog_product_entity_media_gallery SET value = '/b/o/cover.jpg' WHERE value_id = 37",
    "UPDATE catalog_product_entity_media_gallery_value SET position = 4, disabled = 1, label = "
    "'Seite' WHERE value_id = 32 AND store_id = 2",
    "UPDATE catalog_product_link_attribute_int SET value = 9 WHERE link_id = 14",
    "UPDATE catalog_product_link_attribute_decimal SET value = 9.5 WHERE link_id = 2",
    "UPDATE catalog_product_link_attribute_varchar SET value = 'hot' WHERE link_id = 14",
    "UPDATE catalog_product_super_attribute SET position = 8 WHERE product_super_attribute_id = 43",
    "UPDATE catalog_product_super_attribute_label SET value = 'Glasur' WHERE "
    "product_super_attribute_id = 43",
    "UPDATE catalog_product_super_attribute_pricing SET is_percent = 1, pricing_value = 5 WHERE "
    "product_super_attribute_id = 42",
    "UPDATE catalog_product_option SET is_require = 0, max_characters = 9 WHERE option_id = 31",
    "UPDATE catalog_product_option_title SET title = 'Schriftzug' WHERE option_id = 31 AND "
    "store_id = 2",
    "UPDATE catalog_product_option_price SET price = 3 WHERE option_id = 31 AND store_id = 0",
    "UPDATE catalog_product_option_type_value SET sku = 'gift' WHERE option_type_id = 55",
    "UPDATE catalog_product_option_type_title SET title = 'Thinner' WHERE option_type_id = 51 AND "
    "store_id = 0",
    "UPDATE catalog_product_option_type_price SET price_type = 'percent' WHERE option_type_id = 51",
    "UPDATE catalog_product_bundle_option SET type = 'radio' WHERE option_id = 4",
    "UPDATE catalog_product_bundle_option_value SET title = 'Zum Trinken' WHERE option_id = 5",
    "UPDATE catalog_product_bundle_selection SET selection_qty = 3, product_id = 77 WHERE "
    "selection_id = 13",
    "UPDATE catalog_product_bundle_selection_price SET selection_price_value = 2 WHERE "
    "selection_id = 12",
    "UPDATE downloadable_link SET number_of_downloads = 1 WHERE link_id = 22",
    "UPDATE downloadable_link_title SET title = 'Teil 1' WHERE link_id = 21 AND store_id = 2",
    "UPDATE downloadable_link_price SET price = 4 WHERE link_id = 21 AND website_id = 4",
    "UPDATE downloadable_sample SET sort_order = 7 WHERE sample_id = 82",
    "UPDATE downloadable_sample_title SET title = 'Inside' WHERE sample_id = 82",
    "UPDATE weee_tax SET value = 0.6 WHERE entity_id = 65",
    "UPDATE cataloginventory_stock_item SET qty = 3.1415 WHERE product_id = 65",
    "UPDATE cataloginventory_stock_status SET stock_status = 0 WHERE product_id = 16 AND "
    "website_id = 4",
};

/// What the source may remove of a product, in an order in which it can be removed.
constexpr std::array k_removals = {
    "DELETE FROM catalog_product_website WHERE product_id = 16 AND website_id = 4",
    "DELETE FROM catalog_category_product WHERE category_id = 5 AND product_id = 16",
    "DELETE FROM catalog_product_entity_tier_price WHERE entity_id = 16 AND website_id = 4",
    "DELETE FROM catalog_product_entity_group_price WHERE entity_id = 16",
    "DELETE FROM catalog_product_entity_media_gallery_value WHERE value_id = 34 AND store_id = 6",
    "DELETE FROM catalog_product_entity_media_gallery WHERE value_id = 33",
    "DELETE FROM catalog_product_link_attribute_int WHERE link_id = 11",
    "DELETE FROM catalog_product_link WHERE link_id = 14",
    "DELETE FROM catalog_product_relation WHERE parent_id = 64 AND child_id = 16",
    "DELETE FROM catalog_product_super_link WHERE parent_id = 60 AND product_id = 63",
    "DELETE FROM catalog_product_super_attribute_pricing WHERE product_super_attribute_id = 43",
    "DELETE FROM catalog_product_super_attribute WHERE product_super_attribute_id = 42",
    "DELETE FROM catalog_product_option_title WHERE option_id = 33 AND store_id = 3",
    "DELETE FROM catalog_product_option_type_price WHERE option_type_id = 52 AND store_id = 2",
    "DELETE FROM catalog_product_bundle_selection_price WHERE selection_id = 11",
    "DELETE FROM catalog_product_bundle_selection WHERE selection_id = 12",
    "DELETE FROM downloadable_link_price WHERE link_id = 21 AND website_id = 4",
    "DELETE FROM downloadable_link WHERE link_id = 22",
    "DELETE FROM downloadable_sample WHERE sample_id = 81",
    "DELETE FROM weee_tax WHERE entity_id = 16 AND website_id = 1",
    "DELETE FROM cataloginventory_stock_status WHERE product_id = 16 AND website_id = 4",
};

class ProductUpdateTest : public ProductTest {
protected:
    /// Brings all changes, then all removals.
    void bring_all()
    {
        sync_products();
        const auto keys = destination().column(k_keys);
        for (const char* const change : k_changes) { source().exec(change); }
        EXPECT_EQ(counts(report("product", {"-d", "merge"})), "13 merged, 7 unchanged");
        EXPECT_TRUE(same_products());
        EXPECT_EQ(destination().column(k_keys), keys);
        EXPECT_EQ(update("product"), "20 unchanged");

        for (const char* const removal : k_removals) { source().exec(removal); }
        const auto before = snapshot_of(destination(), false);
        EXPECT_EQ(counts(report("product", {"-d", "merge"})), "20 unchanged");
        EXPECT_EQ(snapshot_of(destination(), false), before);
        EXPECT_EQ(update("product"), "7 updated, 13 unchanged");
        EXPECT_TRUE(same_products());
        EXPECT_EQ(update("product"), "20 unchanged");
    }
};

class MahoProductUpdateTest : public ProductUpdateTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(ProductUpdateTest, BringsEveryChangeAndRemovalInTheSameRows)
{
    bring_all();
}

TEST_F(MahoProductUpdateTest, BringsEveryChangeAndRemovalInTheSameRows)
{
    bring_all();
}

TEST_F(ProductUpdateTest, TouchesNoTableThatHasNotChanged)
{
    sync_products();
    source().exec("UPDATE catalog_product_entity_decimal SET value = 9.9 WHERE entity_id = 16 AND "
                  "attribute_id = 99 AND store_id = 0");
    const auto before =
        destination().checksums({"catalog_product_entity_decimal", "index_process"});
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(destination().checksums({"catalog_product_entity_decimal", "index_process"}), before);
    EXPECT_EQ(value(destination(), "mug-blue", "price"), "9.9000");
}

TEST_F(ProductUpdateTest, MarksTheIndexesThatHaveToRunAndNoneWithoutAChange)
{
    prepare();
    destination().exec("UPDATE index_process SET status = 'pending'");
    EXPECT_EQ(update("product"), "18 created, 2 updated");
    constexpr std::string_view k_marked =
        "SELECT indexer_code FROM index_process WHERE status = 'require_reindex' ORDER BY 1";
    EXPECT_EQ(destination().column(k_marked).size(), 8);
    destination().exec("UPDATE index_process SET status = 'pending'");
    EXPECT_EQ(report("product", {"-d", "update"}).at("reindex").size(), 0);
    EXPECT_EQ(destination().column(k_marked).size(), 0);
    source().exec("DELETE FROM catalog_category_product WHERE product_id = 16");
    EXPECT_EQ(report("product", {"-d", "update"}).at("reindex").size(), 8);
    EXPECT_EQ(destination().column(k_marked).size(), 8);
}

} // namespace

} // namespace datasync::test
