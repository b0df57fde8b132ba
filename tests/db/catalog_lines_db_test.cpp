// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The lines by which tests compare catalogues: ids do not count, everything else does.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <array>
#include <map>
#include <memory>

namespace datasync::test {

namespace {

constexpr std::array k_entities = {"productattribute", "attribute_set", "category",
                                   "product",          "stock",         "review",
                                   "review_summary",   "url_redirect"};

/// Gives the rows other ids; foreign keys take most references along.
constexpr std::string_view k_other_ids = R"(
UPDATE eav_attribute SET attribute_id = attribute_id + 7000;
UPDATE eav_attribute_group SET attribute_group_id = attribute_group_id + 7000;
UPDATE catalog_product_link SET link_id = link_id + 7000;
UPDATE catalog_product_link_attribute SET product_link_attribute_id = product_link_attribute_id + 70;
UPDATE catalog_product_super_attribute
SET product_super_attribute_id = product_super_attribute_id + 7000;
UPDATE catalog_product_option SET option_id = option_id + 7000;
UPDATE catalog_product_option_type_value SET option_type_id = option_type_id + 7000;
UPDATE catalog_product_bundle_option SET option_id = option_id + 7000;
UPDATE catalog_product_bundle_selection SET selection_id = selection_id + 7000;
UPDATE catalog_product_entity_media_gallery SET value_id = value_id + 7000;
UPDATE downloadable_link SET link_id = link_id + 7000;
UPDATE downloadable_sample SET sample_id = sample_id + 7000;
UPDATE core_website SET website_id = website_id + 70 WHERE website_id > 0;
UPDATE core_store SET store_id = store_id + 70 WHERE store_id > 0;
UPDATE catalog_product_super_attribute SET attribute_id = attribute_id + 7000;
UPDATE catalog_product_bundle_option_value SET store_id = store_id + 70 WHERE store_id > 0;
UPDATE review SET review_id = review_id + 7000, created_at = created_at;
UPDATE rating_option SET option_id = option_id + 7000;
UPDATE eav_attribute_option SET option_id = option_id + 7000;
UPDATE catalog_product_entity_int v JOIN eav_attribute_option o
    ON o.option_id = v.value + 7000 AND o.attribute_id = v.attribute_id SET v.value = v.value + 7000;
UPDATE catalog_product_super_attribute_pricing SET value_index = value_index + 7000;
UPDATE catalog_product_entity_varchar SET value = '7641,7643' WHERE value = '641,,643,';
UPDATE catalog_product_entity_varchar SET value = '7642' WHERE value = '642';
UPDATE catalog_product_entity_varchar SET value = '7644' WHERE value = ',644';
UPDATE catalog_product_entity_text SET value = '7651,7652' WHERE value = ',651,,652,,';
UPDATE catalog_product_entity_text SET value = '7653' WHERE value = '653';
UPDATE catalog_product_entity_text SET value = '7652,7651' WHERE value = '652,651';
UPDATE eav_attribute SET default_value = '7641,7643' WHERE attribute_code = 'material';
UPDATE eav_attribute SET default_value = '7661' WHERE attribute_code = 'grade';
)";

/// The same for records: products, categories and what names them without a foreign key.
constexpr std::string_view k_other_records = R"(
SET foreign_key_checks = 0;
UPDATE catalog_product_super_attribute SET product_id = product_id + 7000;
SET foreign_key_checks = 1;
UPDATE catalog_product_entity SET entity_id = entity_id + 7000;
UPDATE catalog_product_bundle_selection SET parent_product_id = parent_product_id + 7000;
UPDATE review SET entity_pk_value = entity_pk_value + 7000, created_at = created_at;
UPDATE rating_option_vote SET entity_pk_value = entity_pk_value + 7000;
UPDATE rating_option_vote_aggregated SET entity_pk_value = entity_pk_value + 7000;
UPDATE review_entity_summary SET entity_pk_value = entity_pk_value + 7000;
UPDATE catalog_category_entity_text SET value = REPLACE(value, 'product/27', 'product/7027');
UPDATE catalog_product_entity_text SET value = REPLACE(value, 'product/74', 'product/7074');
UPDATE core_url_rewrite SET id_path = REPLACE(id_path, 'product/27', 'product/7027'),
    target_path = REPLACE(REPLACE(target_path, 'id/27', 'id/7027'), 'id/61', 'id/7061');
UPDATE catalog_category_entity SET entity_id = entity_id + 500 WHERE entity_id > 3;
UPDATE catalog_category_entity SET path = REPLACE(REPLACE(REPLACE(REPLACE(CONCAT(path, '/'), '/5/',
    '/505/'), '/7/', '/507/'), '/12/', '/512/'), '/6/', '/506/');
UPDATE catalog_category_entity SET path = REPLACE(REPLACE(REPLACE(path, '/14/', '/514/'), '/15/',
    '/515/'), '/16/', '/516/');
UPDATE catalog_category_entity SET path = TRIM(TRAILING '/' FROM path);
UPDATE catalog_category_entity_text SET value = '505,515,516' WHERE value = '5,15,16';
UPDATE core_url_rewrite SET id_path = REPLACE(id_path, 'category/7', 'category/507'),
    target_path = REPLACE(REPLACE(target_path, 'category/view/id/7', 'category/view/id/507'),
    'category/7', 'category/507');
)";

/// One thing that is different, and the entity type whose lines have to tell.
struct Change {
    const char* entity;
    const char* sql;
};

constexpr std::array k_changes = {
    Change{"productattribute", "UPDATE eav_attribute SET note = 'x' WHERE attribute_id = 476"},
    Change{"productattribute", "UPDATE eav_attribute SET default_value = '643,641' WHERE "
                               "attribute_id = 107"},
    Change{"productattribute",
           "UPDATE catalog_eav_attribute SET is_used_for_promo_rules = 0 WHERE attribute_id = 482"},
    Change{"productattribute", "DELETE FROM eav_attribute WHERE attribute_id = 487"},
    Change{"productattribute", "UPDATE eav_attribute_label SET store_id = 3 WHERE value = 'Güte'"},
    Change{"productattribute",
           "UPDATE eav_attribute_option SET sort_order = 9 WHERE option_id = 652"},
    Change{"productattribute",
           "UPDATE eav_attribute_option_value SET value = 'Rouge' WHERE value = 'Rot'"},
    Change{"productattribute", "DELETE FROM eav_attribute_option WHERE option_id = 643"},
    Change{"attribute_set", "UPDATE eav_attribute_set SET sort_order = 3 WHERE "
                            "attribute_set_id = 62"},
    Change{"attribute_set", "DELETE FROM eav_attribute_group WHERE attribute_group_id = 215"},
    Change{"attribute_set", "UPDATE eav_entity_attribute SET attribute_group_id = 211 WHERE "
                            "attribute_set_id = 61 AND attribute_id = 101"},
    Change{"attribute_set", "UPDATE eav_entity_attribute SET sort_order = 77 WHERE "
                            "attribute_set_id = 9 AND attribute_id = 102"},
    Change{"category", "UPDATE catalog_category_entity SET path = '1/3/7/6' WHERE entity_id = 6"},
    Change{"category", "UPDATE catalog_category_entity SET position = 8 WHERE entity_id = 14"},
    Change{"category", "DELETE FROM catalog_category_entity WHERE entity_id = 15"},
    Change{"category", "UPDATE catalog_category_entity_int SET value = 7 WHERE value = 5"},
    Change{"category", "DELETE FROM catalog_category_entity_varchar WHERE value IS NULL AND "
                       "entity_id = 16"},
    Change{"category", "UPDATE catalog_category_entity_text SET value = REPLACE(value, "
                       "'product/27', 'product/16')"},
    Change{"category", "UPDATE catalog_category_entity_text SET value = '5,16' WHERE value = "
                       "'5,15,16'"},
    Change{"category", "UPDATE catalog_category_product SET position = 3 WHERE category_id = 5 "
                       "AND product_id = 16"},
    Change{"product", "UPDATE catalog_product_entity SET sku = 'tail' WHERE entity_id = 78"},
    Change{"product",
           "UPDATE catalog_product_entity SET attribute_set_id = 9 WHERE entity_id = 61"},
    Change{"product",
           "UPDATE catalog_product_entity SET updated_at = '2024-01-01' WHERE entity_id = 78"},
    Change{"product", "UPDATE catalog_product_entity_int SET value = 602 WHERE value = 604"},
    Change{"product",
           "UPDATE catalog_product_entity_int SET value = 0 WHERE value = 2 AND entity_id = 66"},
    Change{"product", "DELETE FROM catalog_product_entity_int WHERE value IS NULL AND entity_id = "
                      "74"},
    Change{"product",
           "UPDATE catalog_product_entity_varchar SET value = '641' WHERE value = '641,,643,'"},
    Change{"product", "UPDATE catalog_product_entity_varchar SET value = '643,641' WHERE value = "
                      "'641,,643,'"},
    Change{"product", "UPDATE catalog_product_entity_varchar SET value = NULL WHERE value = '' AND "
                      "entity_id = 60"},
    Change{"product", "UPDATE catalog_product_entity_text SET store_id = 1 WHERE value = 'Bei 30 "
                      "°C waschen'"},
    Change{"product", "UPDATE catalog_product_entity_text SET value = REPLACE(value, 'product/74', "
                      "'product/75')"},
    Change{"product", "UPDATE catalog_product_entity_decimal SET value = 0.0002 WHERE value = "
                      "0.0001"},
    Change{"product", "DELETE FROM catalog_product_entity_datetime WHERE store_id = 6"},
    Change{"product", "DELETE FROM catalog_product_website WHERE product_id = 64 AND website_id = "
                      "4"},
    Change{"product", "UPDATE catalog_category_product SET category_id = 7 WHERE product_id = 63"},
    Change{"product", "UPDATE catalog_product_entity_tier_price SET all_groups = 0 WHERE entity_id "
                      "= 65"},
    Change{"product", "UPDATE catalog_product_entity_tier_price SET website_id = 1 WHERE "
                      "website_id = 4"},
    Change{"product", "UPDATE catalog_product_entity_group_price SET customer_group_id = 1 WHERE "
                      "customer_group_id = 2"},
    Change{"product", "DELETE FROM catalog_product_entity_media_gallery WHERE value_id = 37"},
    Change{"product", "UPDATE catalog_product_entity_media_gallery_value SET disabled = 0 WHERE "
                      "value_id = 36"},
    Change{"product", "UPDATE catalog_product_link SET link_type_id = 5 WHERE link_id = 14"},
    Change{"product", "UPDATE catalog_product_link SET linked_product_id = 75 WHERE link_id = 12"},
    Change{"product", "UPDATE catalog_product_link_attribute_int SET value = 4 WHERE link_id = 2"},
    Change{"product",
           "UPDATE catalog_product_link_attribute_decimal SET value = 2 WHERE link_id = 2"},
    Change{"product", "DELETE FROM catalog_product_link_attribute_varchar"},
    Change{"product", "DELETE FROM catalog_product_relation WHERE child_id = 62"},
    Change{"product", "DELETE FROM catalog_product_super_link WHERE product_id = 62"},
    Change{"product", "UPDATE catalog_product_super_attribute SET position = 2 WHERE "
                      "product_super_attribute_id = 41"},
    Change{"product",
           "UPDATE catalog_product_super_attribute_label SET use_default = 0 WHERE store_id = 3"},
    Change{"product", "UPDATE catalog_product_super_attribute_pricing SET value_index = '603' "
                      "WHERE value_index = '602' AND website_id = 4"},
    Change{"product", "UPDATE catalog_product_option SET max_characters = 21 WHERE option_id = 31"},
    Change{"product",
           "UPDATE catalog_product_option_title SET title = 'x' WHERE title = 'Beschriftung'"},
    Change{"product", "DELETE FROM catalog_product_option_price WHERE store_id = 6"},
    Change{"product",
           "UPDATE catalog_product_option_type_value SET sku = NULL WHERE option_type_id = 51"},
    Change{"product",
           "UPDATE catalog_product_option_type_title SET store_id = 3 WHERE title = 'Dünn'"},
    Change{"product", "UPDATE catalog_product_option_type_price SET price_type = 'fixed' WHERE "
                      "store_id = 6"},
    Change{"product", "UPDATE catalog_product_bundle_option SET required = 0 WHERE option_id = 4"},
    Change{"product",
           "UPDATE catalog_product_bundle_option_value SET title = '' WHERE title IS NULL"},
    Change{"product",
           "UPDATE catalog_product_bundle_selection SET product_id = 77 WHERE selection_id = 11"},
    Change{"product", "DELETE FROM catalog_product_bundle_selection_price WHERE selection_id = 12"},
    Change{"product", "UPDATE downloadable_link SET link_url = 'x' WHERE link_id = 22"},
    Change{"product", "UPDATE downloadable_link_title SET title = 'x' WHERE store_id = 2"},
    Change{"product", "UPDATE downloadable_link_price SET website_id = 1 WHERE website_id = 4"},
    Change{"product", "UPDATE downloadable_sample SET sort_order = 5 WHERE sample_id = 82"},
    Change{"product", "DELETE FROM downloadable_sample_title WHERE store_id = 2"},
    Change{"product", "UPDATE weee_tax SET state = '82' WHERE state = '81'"},
    Change{"stock", "UPDATE cataloginventory_stock_item SET qty_increments = 2 WHERE product_id = "
                    "65"},
    Change{"stock", "UPDATE cataloginventory_stock_item SET low_stock_date = NULL WHERE "
                    "product_id = 16"},
    Change{"stock", "DELETE FROM cataloginventory_stock_status WHERE website_id = 4"},
    Change{"review", "UPDATE review SET status_id = 1 WHERE review_id = 2"},
    Change{"review", "UPDATE review_detail SET customer_id = 12 WHERE review_id = 4"},
    Change{"review", "DELETE FROM review_store WHERE store_id = 3"},
    Change{"review", "UPDATE rating_option_vote SET option_id = 4 WHERE review_id = 7 AND "
                     "option_id = 5"},
    Change{"review", "UPDATE rating_option_vote SET remote_ip_long = NULL WHERE review_id = 4"},
    Change{"review_summary",
           "UPDATE rating_option_vote_aggregated SET vote_count = 4 WHERE vote_count = 3"},
    Change{"review_summary", "UPDATE review_entity_summary SET store_id = 2 WHERE store_id = 3 AND "
                             "entity_pk_value = 79"},
    Change{"url_redirect", "UPDATE core_url_rewrite SET options = 'R' WHERE url_rewrite_id = 13"},
    Change{"url_redirect", "UPDATE core_url_rewrite SET product_id = 16 WHERE url_rewrite_id = 13"},
    Change{"url_redirect", "UPDATE core_url_rewrite SET target_path = "
                           "'catalog/product/view/id/61/category/5' WHERE url_rewrite_id = 15"},
    Change{"url_redirect", "UPDATE core_url_rewrite SET category_id = 5 WHERE url_rewrite_id = 14"},
};

class OwnCatalogDbTest : public CatalogTest {};

/// Two shops with the catalogue of the source.
class CatalogLinesDbTest : public DbTest {
protected:
    void SetUp() override
    {
        DbTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        for (auto* const shop : {&m_shop, &m_other}) {
            *shop = std::make_unique<TestDatabase>(
                "lines", std::initializer_list<std::string_view>{
                             "schema_openmage.sql", "base_source.sql", "demo_content.sql",
                             "schema_goods_openmage.sql", "schema_catalog_openmage.sql",
                             "goods_source.sql", "catalog_base_source.sql", "catalog_source.sql"});
        }
    }

    TestDatabase& shop() { return *m_shop; }
    TestDatabase& other() { return *m_other; }

private:
    std::unique_ptr<TestDatabase> m_shop;
    std::unique_ptr<TestDatabase> m_other;
};

} // namespace

TEST_F(CatalogLinesDbTest, AreEqualWhateverTheIds)
{
    other().exec(k_other_ids);
    for (const auto* const entity : k_entities) {
        EXPECT_TRUE(same_catalog(shop(), other(), entity));
    }
    other().exec(k_other_records);
    for (const auto* const entity : k_entities) {
        EXPECT_TRUE(same_catalog(shop(), other(), entity));
    }
}

TEST_F(CatalogLinesDbTest, TellEveryDifference)
{
    std::map<std::string, std::vector<std::string>> lines;
    for (const auto* const entity : k_entities) {
        lines[entity] = catalog_lines(other(), shop(), entity);
        EXPECT_EQ(lines[entity], catalog_lines(shop(), other(), entity));
    }
    for (const auto& [entity, sql] : k_changes) {
        other().exec("START TRANSACTION");
        other().exec(sql);
        EXPECT_NE(catalog_lines(other(), shop(), entity), lines[entity]) << sql;
        other().exec("ROLLBACK");
    }
}

TEST_F(CatalogLinesDbTest, NameCategoriesThatPathsAndRowsDoNotAgreeOn)
{
    EXPECT_EQ(tree_faults(shop()), (std::vector<std::string>{"5 1/3/5 3 2 3", "14 1/3/14 5 2 0"}));
    shop().exec("UPDATE catalog_category_entity SET parent_id = 3 WHERE entity_id = 14;\n"
                "UPDATE catalog_category_entity SET children_count = 2 WHERE entity_id = 5;");
    EXPECT_EQ(tree_faults(shop()), std::vector<std::string>{});
    for (const auto* const column : {"parent_id", "level", "children_count"}) {
        shop().exec("START TRANSACTION");
        shop().exec(std::string("UPDATE catalog_category_entity SET ") + column +
                    " = 9 WHERE entity_id = 12");
        EXPECT_EQ(tree_faults(shop()).size(), 1U) << column;
        shop().exec("ROLLBACK");
    }
}

TEST_F(OwnCatalogDbTest, IsNotInTheLines)
{
    for (const auto* const entity : k_entities) {
        for (const auto& line : catalog_lines(destination(), source(), entity)) {
            for (const auto* const own : {"KEEP", "Keep", "keep", "warehouse", "Violet", "Own "}) {
                EXPECT_EQ(line.find(own), std::string::npos) << line;
            }
        }
    }
}

TEST_F(OwnCatalogDbTest, IsToldRowByRow)
{
    const auto before = own_catalog(destination());
    for (const auto* const table :
         {"productattribute eav_attribute", "productattribute eav_attribute_option_value",
          "attribute_set eav_attribute_set", "attribute_set eav_entity_attribute",
          "category catalog_category_entity", "category catalog_category_product",
          "product catalog_product_entity", "product catalog_product_link",
          "product catalog_product_option_title", "stock cataloginventory_stock_item",
          "review review_detail", "review_summary review_entity_summary",
          "url_redirect core_url_rewrite", "catalog_product_entity_varchar",
          "catalog_category_entity_int"}) {
        EXPECT_FALSE(before.at(table).empty()) << table;
    }
    destination().exec("UPDATE catalog_product_entity_media_gallery_value SET label = 'x'");
    const auto after = own_catalog(destination());
    for (const auto& [table, rows] : after) {
        EXPECT_EQ(rows == before.at(table),
                  table != "product catalog_product_entity_media_gallery_value")
            << table;
    }
}

} // namespace datasync::test
