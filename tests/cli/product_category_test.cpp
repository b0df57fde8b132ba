// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where a product is shown, and with which images.
#include "support/product_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class ProductCategoryTest : public ProductTest {
protected:
    /// Positions of a product in categories, by their names: "Mugs 2".
    Words places(std::string_view sku)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT(v.value, ' ', t.position) FROM catalog_category_product t JOIN "
            "catalog_category_entity_varchar v ON v.entity_id = t.category_id AND v.store_id = 0 "
            "JOIN eav_attribute a ON a.attribute_id = v.attribute_id AND a.attribute_code = 'name' "
            "WHERE t.product_id = '{}' ORDER BY 1",
            product(destination(), sku)));
    }

    /// The websites that sell a product.
    Words websites(std::string_view sku)
    {
        return destination().column(
            fmt::format("SELECT w.code FROM catalog_product_website t JOIN core_website w USING "
                        "(website_id) WHERE t.product_id = '{}' ORDER BY 1",
                        product(destination(), sku)));
    }

    /// A product's gallery as each store has it: "/m/u/mug1.jpg german Blauer Becher 2 0".
    Words gallery(std::string_view sku)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT_WS(' ', g.value, s.code, v.label, v.position, v.disabled) FROM "
            "catalog_product_entity_media_gallery g LEFT JOIN "
            "catalog_product_entity_media_gallery_value v USING (value_id) LEFT JOIN core_store s "
            "USING (store_id) WHERE g.entity_id = '{}' ORDER BY g.value_id, s.code",
            product(destination(), sku)));
    }

    Words image_ids()
    {
        return destination().column("SELECT CONCAT_WS(' ', value_id, value) FROM "
                                    "catalog_product_entity_media_gallery ORDER BY value_id");
    }
};

class MahoProductCategoryTest : public ProductCategoryTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

const Words k_mug_places = {"Mugs 2", "Old Shop 0"};

TEST_F(ProductCategoryTest, IsFilledWhicheverComesFirst)
{
    sync_before_catalog();
    for (const auto* const entity : {"productattribute", "attribute_set"}) {
        EXPECT_EQ(report(entity, {"-d", "update"}).at("exit_code"), 0);
    }
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "18 created, 2 updated");
    EXPECT_EQ(done.at("references").at("open"), 0);
    EXPECT_EQ(report("category", {"-d", "update"}).at("exit_code"), 0);
    EXPECT_EQ(places("mug-blue"), k_mug_places);
    EXPECT_EQ(places("shirt"), (Words{"Printed -1", "Shirts 1"}));
    EXPECT_EQ(places("mug-red"), (Words{"Mugs 1", "Sale 7"}));
    EXPECT_TRUE(same_products());
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
    EXPECT_EQ(update("product"), "20 unchanged");
    EXPECT_EQ(report("category", {"-d", "update"}).at("summary").at("updated"), 0);
}

TEST_F(ProductCategoryTest, IsFilledByProductsThatComeLater)
{
    prepare();
    EXPECT_EQ(update("product", {"--entity-ids", "60"}), "1 created");
    EXPECT_EQ(places("shirt"), (Words{"Printed -1", "Shirts 1"}));
    EXPECT_EQ(places("shirt-red-m"), Words{});
    EXPECT_EQ(update("product"), "17 created, 2 updated, 1 unchanged");
    EXPECT_EQ(places("shirt-red-m"), Words{"Shirts 1"});
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
}

TEST_F(ProductCategoryTest, OfTheDestinationKeepsItsProducts)
{
    prepare();
    destination().exec("INSERT INTO catalog_category_product (category_id, product_id, position) "
                       "VALUES (40, 90016, 3)");
    EXPECT_EQ(update("product"), "18 created, 2 updated");
    EXPECT_EQ(places("mug-blue"), (Words{"Keep 3", "Mugs 2", "Old Shop 0"}));
    source().exec("DELETE FROM catalog_category_product WHERE product_id = 16;\n"
                  "INSERT INTO catalog_category_product (category_id, product_id, position) VALUES "
                  "(14, 16, 5)");
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "1 merged, 19 unchanged");
    EXPECT_EQ(places("mug-blue"), (Words{"Keep 3", "Mugs 2", "Old Shop 0", "Tea, loose 5"}));
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(places("mug-blue"), (Words{"Keep 3", "Tea, loose 5"}));
}

TEST_F(ProductCategoryTest, WebsiteThatSellsItNoLongerIsTakenAwayUnderUpdate)
{
    sync_products();
    EXPECT_EQ(websites("mug-blue"), (Words{"base", "outlet"}));
    EXPECT_EQ(websites("Grüße|card"), Words{});
    source().exec("DELETE FROM catalog_product_website WHERE product_id = 16 AND website_id = 4;\n"
                  "INSERT INTO catalog_product_website (product_id, website_id) VALUES (80, 4)");
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "1 merged, 19 unchanged");
    EXPECT_EQ(websites("mug-blue"), (Words{"base", "outlet"}));
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(websites("mug-blue"), Words{"base"});
    EXPECT_EQ(websites("Grüße|card"), Words{"outlet"});
}

TEST_F(ProductCategoryTest, ImagesKeepLabelPlaceAndWhetherTheyAreShownPerStore)
{
    sync_products();
    EXPECT_EQ(gallery("mug-blue"),
              (Words{"/m/u/mug1.jpg admin Blue mug 1 0", "/m/u/mug1.jpg german Blauer Becher 2 0",
                     "/m/u/mug2.jpg admin 2 0", "/m/u/mug2.jpg german Von der Seite 1 0",
                     "/m/u/mug3.jpg admin From above 3 1", "/m/u/mug3.jpg german 3 0"}));
    EXPECT_EQ(gallery("shirt-blue-l"),
              (Words{"/s/h/shirt.jpg admin Front 1 0", "/s/h/shirt.jpg admin Back 2 1"}));
    EXPECT_EQ(gallery("book-paper"), Words{"/b/o/book.jpg"});
    const auto ids = image_ids();
    source().exec("UPDATE catalog_product_entity_media_gallery_value SET label = 'Rückseite', "
                  "position = 7, disabled = 0 WHERE value_id = 36;\n"
                  "UPDATE catalog_product_entity_media_gallery_value SET label = NULL WHERE "
                  "value_id = 31 AND store_id = 2");
    EXPECT_EQ(update("product"), "2 updated, 18 unchanged");
    EXPECT_EQ(gallery("shirt-blue-l"),
              (Words{"/s/h/shirt.jpg admin Front 1 0", "/s/h/shirt.jpg admin Rückseite 7 0"}));
    EXPECT_EQ(image_ids(), ids);
    EXPECT_TRUE(same_products());
}

TEST_F(MahoProductCategoryTest, ImagesKeepLabelPlaceAndWhetherTheyAreShownPerStore)
{
    sync_products();
    EXPECT_EQ(gallery("shirt-red-m"),
              (Words{"/s/h/shirt.jpg admin Shirt 1 0", "/s/h/shirt.jpg outlet_en Seconds 9 1"}));
    EXPECT_TRUE(same_products());
}

TEST_F(ProductCategoryTest, ImageThatWasRemovedGoesUnderUpdateAlone)
{
    sync_products();
    source().exec("DELETE FROM catalog_product_entity_media_gallery WHERE value_id IN (32, 35);\n"
                  "DELETE FROM catalog_product_entity_varchar WHERE attribute_id = 106 AND "
                  "store_id = 2 AND entity_id = 16;\n"
                  "UPDATE catalog_product_entity_varchar SET value = 'no_selection' WHERE "
                  "attribute_id = 110 AND entity_id = 16");
    const auto ids = image_ids();
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "1 merged, 19 unchanged");
    EXPECT_EQ(image_ids(), ids);
    EXPECT_EQ(update("product"), "2 updated, 18 unchanged");
    EXPECT_EQ(image_ids().size(), ids.size() - 2);
    EXPECT_EQ(gallery("shirt-blue-l"), Words{"/s/h/shirt.jpg admin Back 2 1"});
    EXPECT_TRUE(same_products());
    EXPECT_EQ(value(destination(), "mug-blue", "thumbnail"), "no_selection");
    EXPECT_EQ(value(destination(), "mug-blue", "image", "german"), "none");
    EXPECT_EQ(update("product"), "20 unchanged");
}

TEST_F(ProductCategoryTest, ImageOfAnotherNameKeepsItsId)
{
    sync_products();
    const auto ids = image_ids();
    source().exec("UPDATE catalog_product_entity_media_gallery SET value = '/m/u/new.jpg' WHERE "
                  "value_id = 31;\n"
                  "UPDATE catalog_product_entity_varchar SET value = '/m/u/new.jpg' WHERE value = "
                  "'/m/u/mug1.jpg'");
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    auto renamed = ids;
    for (auto& image : renamed) {
        const auto at = image.find("/m/u/mug1.jpg");
        if (at != std::string::npos) { image.replace(at, std::string::npos, "/m/u/new.jpg"); }
    }
    EXPECT_EQ(image_ids(), renamed);
    EXPECT_EQ(value(destination(), "mug-blue", "image"), "/m/u/new.jpg");
}

TEST_F(ProductCategoryTest, ImagesHaveTheirRolesPerStore)
{
    sync_products();
    EXPECT_EQ(value(destination(), "mug-blue", "image"), "/m/u/mug1.jpg");
    EXPECT_EQ(value(destination(), "mug-blue", "image", "german"), "/m/u/mug2.jpg");
    EXPECT_EQ(value(destination(), "mug-blue", "image", "french"), "none");
    EXPECT_EQ(value(destination(), "mug-red", "image"), "no_selection");
    EXPECT_EQ(value(destination(), "shirt-red-m", "lookbook_image"), "/s/h/shirt.jpg");
    EXPECT_EQ(value(destination(), "shirt-red-m", "lookbook_image", "german"), "no_selection");
    EXPECT_EQ(value(destination(), "mug-blue", "image_label", "german"), "Blauer Becher");
}

TEST_F(ProductCategoryTest, WebsitesAndStoresOfTheDestinationsOwnGoOnShowingIt)
{
    sync_products();
    const auto id = product(destination(), "mug-blue");
    destination().exec(fmt::format(
        "INSERT INTO core_website (website_id, code, name) VALUES (77, 'factory', 'Factory');\n"
        "INSERT INTO core_store (store_id, code, website_id, group_id, name) VALUES (88, "
        "'factory', "
        "77, 0, 'Factory');\n"
        "INSERT INTO catalog_product_website (product_id, website_id) VALUES ({0}, 77);\n"
        "INSERT INTO catalog_product_entity_tier_price (entity_id, all_groups, qty, value, "
        "website_id) VALUES ({0}, 1, 5, 3, 77);\n"
        "INSERT INTO catalog_product_entity_media_gallery_value (value_id, store_id, label) SELECT "
        "value_id, 88, 'Factory' FROM catalog_product_entity_media_gallery WHERE entity_id = {0};\n"
        "INSERT INTO cataloginventory_stock_status (product_id, website_id, stock_id, qty, "
        "stock_status) VALUES ({0}, 77, 1, 5, 1)",
        id));
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(update("product"), "20 unchanged");
    EXPECT_EQ(update("stock"), "20 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);

    source().exec("DELETE FROM catalog_product_website WHERE product_id = 16;\n"
                  "DELETE FROM catalog_product_entity_tier_price WHERE entity_id = 16;\n"
                  "DELETE FROM cataloginventory_stock_status WHERE product_id = 16");
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(websites("mug-blue"), Words{"factory"});
    for (const auto* const table : {"catalog_product_entity_tier_price WHERE entity_id",
                                    "cataloginventory_stock_status WHERE product_id"}) {
        EXPECT_EQ(destination().column(
                      fmt::format("SELECT website_id FROM {} = {} ORDER BY 1", table, id)),
                  Words{"77"})
            << table;
    }
}

} // namespace

} // namespace datasync::test
