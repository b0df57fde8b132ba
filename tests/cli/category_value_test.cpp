// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What categories say, store by store, and what they name: blocks, products and others of them.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

using Lines = std::vector<std::string>;

class CategoryValueTest : public CatalogTest {
protected:
    /// A value of a category of the destination: "NULL" for NULL, "none" when there is no row.
    std::string value_of(const std::string& id, std::string_view code,
                         std::string_view store = "admin")
    {
        const auto attribute = destination().rows(
            fmt::format("SELECT attribute_id, backend_type FROM eav_attribute WHERE "
                        "entity_type_id = 13 AND attribute_code = '{}'",
                        code));
        const auto rows = destination().rows(
            fmt::format("SELECT v.value FROM catalog_category_entity_{} v JOIN core_store s ON "
                        "s.store_id = v.store_id WHERE v.attribute_id = {} AND v.entity_id = '{}' "
                        "AND s.code = '{}'",
                        attribute.at(0).at(1).value(), attribute.at(0).at(0).value(), id, store));
        return rows.empty() ? "none" : rows[0][0].value_or("NULL");
    }

    /// What a category of the source has become.
    std::string of(unsigned source_id) { return target("category", source_id); }

    /// The products of a category of the destination with their positions.
    Lines products_of(const std::string& id)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT(e.sku, ' ', p.position) FROM catalog_category_product p JOIN "
            "catalog_product_entity e ON e.entity_id = p.product_id WHERE p.category_id = '{}' "
            "ORDER BY e.sku",
            id));
    }

    /// The indexers that the destination's shop has to run.
    Lines marked()
    {
        return destination().column("SELECT indexer_code FROM index_process WHERE status = "
                                    "'require_reindex' ORDER BY process_id");
    }

    /// Brings products over, and what they need beside their categories.
    void sync_products() const
    {
        for (const auto* const entity : {"productattribute", "attribute_set", "product"}) {
            EXPECT_EQ(sync(entity, {"-d", "update"}).exit_code, 0) << entity;
        }
    }
};

class MahoCategoryValueTest : public CategoryValueTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(CategoryValueTest, AreThereInTheStoresWhereTheyWere)
{
    update("category");
    EXPECT_EQ(value_of(of(5), "name"), "Mugs");
    EXPECT_EQ(value_of(of(5), "name", "german"), "Becher");
    EXPECT_EQ(value_of(of(5), "name", "french"), "Tasses");
    EXPECT_EQ(value_of(of(5), "name", "default"), "none");
    EXPECT_EQ(value_of(of(16), "name", "german"), "NULL");
    EXPECT_EQ(value_of(of(7), "custom_design", "german"), "");
    EXPECT_EQ(value_of(of(7), "custom_design"), "none");
    EXPECT_EQ(value_of(of(7), "description"), "");
    EXPECT_EQ(value_of(of(14), "description"), "NULL");
    EXPECT_EQ(value_of(of(7), "filter_price_range"), "NULL");
    EXPECT_EQ(value_of(of(15), "is_active"), "0");
    EXPECT_EQ(value_of(of(15), "is_active", "german"), "1");
}

TEST_F(CategoryValueTest, FollowTheSource)
{
    update("category");
    source().exec(
        "DELETE FROM catalog_category_entity_varchar WHERE entity_id = 5 AND attribute_id = 111 "
        "AND store_id = 3;\n"
        "UPDATE catalog_category_entity_varchar SET value = NULL WHERE entity_id = 5 AND "
        "attribute_id = 114;\n"
        "UPDATE catalog_category_entity_varchar SET value = NULL WHERE entity_id = 7 AND "
        "attribute_id = 563;\n"
        "UPDATE catalog_category_entity_text SET value = '' WHERE entity_id = 14;\n"
        "INSERT INTO catalog_category_entity_varchar (entity_type_id, attribute_id, store_id, "
        "entity_id, value) VALUES (9, 111, 6, 5, 'Seconds')");
    EXPECT_EQ(counts(report("category", {"-d", "merge"})), "1 merged, 8 unchanged");
    EXPECT_EQ(value_of(of(5), "name", "french"), "Tasses");
    EXPECT_EQ(value_of(of(5), "meta_title", "german"), "Becher & Tassen");
    EXPECT_EQ(value_of(of(5), "name", "outlet_en"), "Seconds");
    EXPECT_EQ(update("category"), "3 updated, 6 unchanged");
    EXPECT_EQ(value_of(of(5), "name", "french"), "none");
    EXPECT_EQ(value_of(of(5), "name", "german"), "Becher");
    EXPECT_EQ(value_of(of(5), "meta_title", "german"), "NULL");
    EXPECT_EQ(value_of(of(7), "custom_design", "german"), "NULL");
    EXPECT_EQ(value_of(of(14), "description"), "");
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryValueTest, OfAStoreThatOnlyTheDestinationHasStay)
{
    destination().exec("INSERT INTO core_store (store_id, code, website_id, group_id, name) VALUES "
                       "(77, 'italian', 7, 8, 'Italian')");
    update("category");
    destination().exec("INSERT INTO catalog_category_entity_varchar (entity_type_id, attribute_id, "
                       "store_id, entity_id, value) VALUES (13, 1719, 77, " +
                       of(5) + ", 'Tazze')");
    EXPECT_EQ(update("category"), "9 unchanged");
    source().exec("UPDATE catalog_category_entity_varchar SET value = 'Cups' WHERE entity_id = 5 "
                  "AND attribute_id = 111 AND store_id = 0");
    EXPECT_EQ(update("category"), "1 updated, 8 unchanged");
    EXPECT_EQ(value_of(of(5), "name"), "Cups");
    EXPECT_EQ(value_of(of(5), "name", "italian"), "Tazze");
}

TEST_F(CategoryValueTest, OfTwoStoresThatBecomeOneAreThoseOfTheFirst)
{
    const Words map = {"--map-store", "french=german"};
    update("category", map);
    EXPECT_EQ(value_of(of(5), "name", "german"), "Becher");
    EXPECT_EQ(value_of(of(16), "is_active", "german"), "0");
    EXPECT_EQ(update("category", map), "9 unchanged");
}

TEST_F(CategoryValueTest, LandingPageComesBeforeAndAfterItsBlock)
{
    const auto first = report("category", {"-d", "update", "--entity-ids", "3,5"});
    EXPECT_EQ(first.at("references").at("lost"), 0);
    EXPECT_EQ(value_of(of(5), "landing_page"), "NULL");
    EXPECT_EQ(value_of(of(5), "landing_page", "german"), "NULL");
    EXPECT_EQ(update("category", {"--entity-ids", "3,5"}), "2 unchanged");
    const auto blocks = report("cms_block", {"-d", "update"});
    EXPECT_EQ(blocks.at("references").at("delivered"), 2);
    EXPECT_EQ(value_of(of(5), "landing_page"), target("cms_block", 5));
    EXPECT_EQ(value_of(of(5), "landing_page", "german"), target("cms_block", 6));
    EXPECT_EQ(update("category", {"--entity-ids", "3,5"}), "2 unchanged");

    source().exec("UPDATE catalog_category_entity_int SET value = 8 WHERE attribute_id = 117 AND "
                  "entity_id = 7");
    EXPECT_EQ(update("category"), "6 created, 1 updated, 2 unchanged");
    EXPECT_EQ(value_of(of(7), "landing_page"), target("cms_block", 8));
}

TEST_F(MahoCategoryValueTest, LandingPageComesBeforeAndAfterItsBlock)
{
    update("category");
    update("cms_block");
    EXPECT_EQ(value_of(of(5), "landing_page"), target("cms_block", 5));
    EXPECT_EQ(value_of(of(5), "landing_page", "german"), target("cms_block", 6));
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryValueTest, TextsNameWhatTheDestinationCallsIt)
{
    source().exec(
        "UPDATE catalog_category_entity_text SET value = REPLACE(value, 'welcome', '5') WHERE "
        "attribute_id = 530;\n"
        "UPDATE catalog_category_entity_text SET value = 'See {{widget "
        "type=\"catalog/category_widget_link\" id_path=\"category/6\"}}' WHERE attribute_id = 112 "
        "AND entity_id = 5 AND store_id = 2");
    update("category");
    EXPECT_TRUE(has(value_of(of(5), "description", "german"), "category/" + of(6) + "\""));
    EXPECT_TRUE(
        has(value_of(of(5), "description"), "product/" + product(destination(), "mug-red") + "\""));
    EXPECT_TRUE(has(value_of(of(5), "custom_layout_update"), "<id>0</id>"));
    EXPECT_EQ(value_of(of(5), "all_children"), fmt::format("{},{},{}", of(5), of(15), of(16)));
    update("cms_block");
    EXPECT_TRUE(
        has(value_of(of(5), "custom_layout_update"), "<id>" + target("cms_block", 5) + "</id>"));
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryValueTest, ProductsStandInItWhicheverComesFirst)
{
    update("category");
    // Of its products these two are on the destination already.
    EXPECT_EQ(products_of(of(5)), (Lines{"mug-blue 2", "mug-red 1"}));
    EXPECT_EQ(update("category"), "9 unchanged");
    sync_before_catalog();
    sync_products();
    const Lines mugs = {"mug-blue 2", "mug-print 10", "mug-red 1", "mug-set 0"};
    EXPECT_EQ(products_of(of(5)), mugs);
    EXPECT_EQ(products_of("2"), (Lines{"KEEP-1 1", "mug-blue 0"}));
    EXPECT_EQ(update("category"), "9 unchanged");

    destination().exec("DELETE FROM catalog_category_product WHERE category_id <> 2 AND "
                       "category_id <> 40");
    EXPECT_EQ(update("category"), "7 updated, 2 unchanged");
    EXPECT_EQ(products_of(of(5)), mugs);
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
}

TEST_F(CategoryValueTest, ProductsMoveAndLeaveAndOwnOnesStay)
{
    sync_before_catalog();
    update("category");
    sync_products();
    destination().exec("INSERT INTO catalog_category_product (category_id, product_id, position) "
                       "VALUES (" +
                       of(5) + ", 90021, 6)");
    source().exec(
        "DELETE FROM catalog_category_product WHERE category_id = 5 AND product_id = 27;\n"
        "UPDATE catalog_category_product SET position = 30 WHERE category_id = 5 AND "
        "product_id = 16;\n"
        "INSERT INTO catalog_category_product (category_id, product_id, position) VALUES "
        "(5, 79, 4)");
    EXPECT_EQ(counts(report("category", {"-d", "merge"})), "1 merged, 8 unchanged");
    EXPECT_EQ(products_of(of(5)), (Lines{"book-paper 4", "KEEP-2 6", "mug-blue 30", "mug-print 10",
                                         "mug-red 1", "mug-set 0"}));
    EXPECT_EQ(update("category"), "1 updated, 8 unchanged");
    EXPECT_EQ(products_of(of(5)),
              (Lines{"book-paper 4", "KEEP-2 6", "mug-blue 30", "mug-print 10", "mug-set 0"}));
    EXPECT_EQ(products_of("40"), (Lines{"KEEP-1 1", "KEEP-2 2"}));
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryValueTest, ChangesMarkTheIndexersThatTheyConcern)
{
    // What this shop does not have is not named.
    destination().exec("DELETE FROM index_process WHERE indexer_code = 'catalog_category_flat'");
    const Lines concerned = {"catalogsearch_fulltext", "catalog_category_product", "catalog_url"};
    const auto dry = report("category", {"-d", "update", "--dry-run"});
    EXPECT_EQ(marked(), Lines{});
    const auto done = report("category", {"-d", "update"});
    EXPECT_EQ(dry.at("reindex"), concerned);
    EXPECT_EQ(done.at("reindex"), concerned);
    EXPECT_EQ(marked(), concerned);
    EXPECT_EQ(destination().value("SELECT GROUP_CONCAT(started_at, ended_at, mode) FROM "
                                  "index_process WHERE indexer_code = 'catalog_url'"),
              "2024-06-02 02:00:002024-06-02 02:03:00manual");

    destination().exec("UPDATE index_process SET status = 'pending'");
    EXPECT_TRUE(report("category", {"-d", "update"}).at("reindex").empty());
    EXPECT_TRUE(report("category", {"-d", "skip"}).at("reindex").empty());
    EXPECT_EQ(marked(), Lines{});
}

} // namespace

} // namespace datasync::test
