// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Products of every type: every column of every row arrives, again and again the same, and nothing
// else changes.
#include "support/product_test.hpp"

#include <array>

namespace datasync::test {

namespace {

class ProductsTest : public ProductTest {
protected:
    /// A checksum of every table that holds nothing of products.
    std::map<std::string, std::string> beside_products()
    {
        return destination().checksums(destination().column(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND "
            "table_name REGEXP '^(catalog_product_(entity|website|relation|option|bundle|super|"
            "link$|link_attribute_)|catalog_category_product$|downloadable_|weee_tax|"
            "cataloginventory_stock_|index_process|tax_class$)'"));
    }

    /// Parts of products that the registry knows.
    Rows registered_parts()
    {
        return destination().rows(
            "SELECT part_type, source_id, target_id FROM "
            "datasync_part_registry WHERE part_type BETWEEN 20 AND 28 ORDER BY 1, 2");
    }
};

class MahoProductsTest : public ProductsTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(ProductsTest, ArriveOfEveryTypeThoughAllIdsDiffer)
{
    prepare();
    const auto own = own_catalog(destination());
    const auto before = beside_products();
    EXPECT_EQ(update("product"), "18 created, 2 updated");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(own_catalog(destination()), own);
    EXPECT_EQ(beside_products(), before);
}

TEST_F(MahoProductsTest, ArriveWithEveryColumnThatBothShopsHave)
{
    prepare();
    const auto own = own_catalog(destination());
    EXPECT_EQ(update("product"), "18 created, 2 updated");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(own_catalog(destination()), own);
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(update("product"), "20 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

TEST_F(ProductsTest, ArriveTheSameHoweverTheyAreWritten)
{
    prepare();
    const auto own = own_catalog(destination());
    const std::array ways = {Words{"--no-load-data"}, Words{"--batch-size", "1", "--jobs", "4"},
                             Words{"--batch-size", "3", "--jobs", "1"},
                             Words{"--batch-size", "1", "--jobs", "2", "--no-load-data"}};
    for (const auto& way : ways) {
        SCOPED_TRACE(way.at(0) + way.at(way.size() - 1));
        EXPECT_EQ(update("product", way),
                  way == ways.front() ? "18 created, 2 updated" : "20 created");
        EXPECT_TRUE(same_products());
        EXPECT_EQ(update("product"), "20 unchanged");
        EXPECT_EQ(own_catalog(destination()), own);
        destination().exec("DELETE FROM catalog_product_entity WHERE sku NOT LIKE 'KEEP%'");
    }
}

TEST_F(ProductsTest, SecondRunWritesNothing)
{
    sync_products();
    EXPECT_EQ(update("product"), "20 unchanged");
    const auto before = all_but_runs();
    for (const char* const policy : {"update", "merge", "error"}) {
        EXPECT_EQ(counts(report("product", {"-d", policy})), "20 unchanged");
    }
    EXPECT_EQ(counts(report("product", {"-d", "skip"})), "20 skipped");
    EXPECT_EQ(all_but_runs(), before);
}

TEST_F(ProductsTest, AreFoundAgainWithEveryPartWhenTheRegistryIsLost)
{
    sync_products();
    const auto before = snapshot_of(destination(), false);
    const auto parts = registered_parts();
    EXPECT_EQ(parts.size(), 27);
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = 'product';\n"
                       "DELETE FROM datasync_part_registry WHERE part_type BETWEEN 20 AND 28");
    EXPECT_EQ(update("product"), "20 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ(registered_parts(), parts);
}

TEST_F(ProductsTest, ComeAgainWhenTheDestinationLostThem)
{
    sync_products();
    const auto own = own_catalog(destination());
    destination().exec("DELETE FROM catalog_product_entity WHERE sku IN ('shirt-red-m', 'tea-box', "
                       "'mug-print', 'tea-green')");
    // A text names the print, which is nobody until it has come again.
    EXPECT_EQ(update("product"), "4 created, 1 updated, 15 unchanged");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(update("product"), "20 unchanged");
    EXPECT_EQ(own_catalog(destination()), own);
}

TEST_F(ProductsTest, DryRunAnnouncesEveryOutcomeAndWritesNothing)
{
    prepare();
    source().exec("INSERT INTO catalog_product_entity (entity_id, entity_type_id, "
                  "attribute_set_id, type_id, sku) VALUES (90, 10, 9, 'simple', 'MUG-RED')");
    const auto before = snapshot_of(destination(), true);
    const auto announced = counts(report("product", {"-d", "update", "--dry-run"}));
    EXPECT_EQ(announced, "18 created, 2 updated, 1 failed");
    EXPECT_EQ(snapshot_of(destination(), true), before);
    EXPECT_EQ(update("product"), announced);
}

} // namespace

} // namespace datasync::test
