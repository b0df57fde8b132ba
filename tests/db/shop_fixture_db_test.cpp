// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The fixture itself: what other tests take for granted about the two shops.
#include "support/catalog_test.hpp"
#include "support/sales_test.hpp"

#include <algorithm>

namespace datasync::test {

namespace {

class ShopFixtureDbTest : public ShopTest {};

class MahoFixtureDbTest : public ShopTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

class SalesFixtureDbTest : public SalesTest {};

class MahoSalesFixtureDbTest : public SalesTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

class CatalogFixtureDbTest : public CatalogTest {};

class MahoCatalogFixtureDbTest : public CatalogTest {
protected:
    std::string_view source_schema() const override { return "schema_maho.sql"; }
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

/// Rows whose foreign key points at nothing, per key; the files load without checking them.
std::vector<std::string> dangling_keys(TestDatabase& shop)
{
    std::vector<std::string> dangling;
    for (const auto& key :
         shop.rows("SELECT table_name, column_name, referenced_table_name, referenced_column_name "
                   "FROM information_schema.key_column_usage "
                   "WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL")) {
        const auto child = "c." + key[1].value();
        const auto parent = "p." + key[3].value();
        const auto count = shop.value(
            "SELECT COUNT(*) FROM " + key[0].value() + " c LEFT JOIN " + key[2].value() + " p ON " +
            child + " = " + parent + " WHERE " + child + " IS NOT NULL AND " + parent + " IS NULL");
        if (count != "0") { dangling.push_back(key[0].value() + "." + key[1].value()); }
    }
    return dangling;
}

/// The tables of sales in a shop.
constexpr std::string_view k_sales_tables =
    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND "
    "(table_name LIKE 'sales%' OR table_name LIKE 'downloadable%' OR table_name = 'gift_message')";

/// The tables of the catalogue in a shop; catalog_product_entity_gallery is empty in all of them.
constexpr std::string_view k_catalog_tables =
    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND "
    "(table_name LIKE 'catalog%' OR table_name LIKE 'downloadable%' OR table_name LIKE 'review%' "
    "OR "
    "table_name LIKE 'rating%' OR table_name IN ('eav_attribute', 'eav_attribute_group', "
    "'eav_attribute_option', 'eav_attribute_set', 'core_url_rewrite', 'index_process', "
    "'weee_tax')) "
    "AND table_name <> 'catalog_product_entity_gallery' ORDER BY 1";

/// The automatic ids that rows of both shops have, as "table id".
std::vector<std::string> common_ids(TestDatabase& shop, TestDatabase& other,
                                    std::string_view tables)
{
    std::vector<std::string> common;
    for (const auto& table : shop.column(tables)) {
        const auto key = shop.value("SELECT column_name FROM information_schema.columns WHERE "
                                    "table_schema = DATABASE() AND extra LIKE '%auto_increment%' "
                                    "AND table_name = '" +
                                    table + "'");
        if (!key) { continue; }
        const auto ids = "SELECT " + *key + " FROM " + table + " ORDER BY 1";
        const auto theirs = other.column(ids);
        for (const auto& id : shop.column(ids)) {
            if (std::count(theirs.begin(), theirs.end(), id) > 0) {
                common.push_back(table + ' ' + id);
            }
        }
    }
    return common;
}

} // namespace

TEST_F(ShopFixtureDbTest, HasNoDanglingKeys)
{
    EXPECT_EQ(dangling_keys(source()), std::vector<std::string>{});
    EXPECT_EQ(dangling_keys(destination()), std::vector<std::string>{});
}

TEST_F(MahoFixtureDbTest, HasNoDanglingKeys)
{
    EXPECT_EQ(dangling_keys(destination()), std::vector<std::string>{});
}

TEST_F(SalesFixtureDbTest, HasNoDanglingKeys)
{
    EXPECT_EQ(dangling_keys(source()), std::vector<std::string>{});
    EXPECT_EQ(dangling_keys(destination()), std::vector<std::string>{});
}

TEST_F(MahoSalesFixtureDbTest, HasNoDanglingKeys)
{
    EXPECT_EQ(dangling_keys(destination()), std::vector<std::string>{});
}

TEST_F(CatalogFixtureDbTest, HasNoDanglingKeys)
{
    add_sales();
    EXPECT_EQ(dangling_keys(source()), std::vector<std::string>{});
    EXPECT_EQ(dangling_keys(destination()), std::vector<std::string>{});
}

TEST_F(MahoCatalogFixtureDbTest, HasNoDanglingKeys)
{
    EXPECT_EQ(dangling_keys(source()), std::vector<std::string>{});
    EXPECT_EQ(dangling_keys(destination()), std::vector<std::string>{});
}

TEST_F(SalesFixtureDbTest, HasRowsInEveryTableOfTheSource)
{
    for (const auto& table : source().column(k_sales_tables)) {
        EXPECT_NE(source().value("SELECT COUNT(*) FROM " + table), "0") << table;
    }
}

TEST_F(CatalogFixtureDbTest, HasRowsInEveryTableOfTheSource)
{
    for (const auto& table : source().column(k_catalog_tables)) {
        EXPECT_NE(source().value("SELECT COUNT(*) FROM " + table), "0") << table;
    }
}

TEST_F(SalesFixtureDbTest, GivesTheShopsNoIdInCommon)
{
    for (const auto tables : {k_sales_tables, k_catalog_tables}) {
        EXPECT_EQ(common_ids(source(), destination(), tables), std::vector<std::string>{});
    }
}

TEST_F(CatalogFixtureDbTest, GivesTheShopsNoIdInCommonButThoseThatMeanTheSame)
{
    std::vector<std::string> meant = {"cataloginventory_stock 1",
                                      "catalog_category_entity 1",
                                      "catalog_product_link_type 1",
                                      "catalog_product_link_type 3",
                                      "catalog_product_link_type 4",
                                      "catalog_product_link_type 5",
                                      "review_status 1",
                                      "review_status 2",
                                      "review_status 3"};
    auto common = common_ids(source(), destination(), k_catalog_tables);
    // Servers sort by collations of their own.
    std::sort(meant.begin(), meant.end());
    std::sort(common.begin(), common.end());
    EXPECT_EQ(common, meant);
}

TEST_F(ShopFixtureDbTest, GivesTheShopsNoIdInCommon)
{
    for (const auto* ids :
         {"SELECT website_id FROM core_website WHERE website_id > 0",
          "SELECT store_id FROM core_store WHERE store_id > 0", "SELECT class_id FROM tax_class",
          "SELECT customer_group_id FROM customer_group "
          "WHERE customer_group_id > 0",
          "SELECT entity_type_id FROM eav_entity_type", "SELECT attribute_id FROM eav_attribute",
          "SELECT option_id FROM eav_attribute_option",
          "SELECT region_id FROM directory_country_region",
          "SELECT entity_id FROM catalog_product_entity"}) {
        const auto theirs = source().column(ids);
        for (const auto& id : destination().column(ids)) {
            EXPECT_EQ(std::count(theirs.begin(), theirs.end(), id), 0) << ids << ": " << id;
        }
    }
}

TEST_F(ShopFixtureDbTest, KeepsTextAsItIs)
{
    source().exec("UPDATE cms_block SET title = 'Grüße, 花' WHERE block_id = 3;");
    EXPECT_EQ(source().value("SELECT title FROM cms_block WHERE block_id = 3"), "Grüße, 花");
}

TEST_F(ShopFixtureDbTest, ChecksumsNameTheTableThatChanged)
{
    auto before = destination().checksums();
    destination().exec("UPDATE cms_block SET title = 'changed' WHERE block_id = 1501;\n"
                       "CREATE TABLE datasync_own (id INT);");
    const auto after = destination().checksums();
    EXPECT_NE(before.at("cms_block"), after.at("cms_block"));
    before["cms_block"] = after.at("cms_block");
    EXPECT_EQ(before, after);
}

} // namespace datasync::test
