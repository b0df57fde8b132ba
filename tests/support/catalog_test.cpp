// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/catalog_test.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

/// The id of the type that attributes of products belong to.
constexpr std::string_view k_product_type =
    "(SELECT entity_type_id FROM eav_entity_type WHERE entity_type_code = 'catalog_product')";

} // namespace

void CatalogTest::SetUp()
{
    SyncTest::SetUp();
    if (HasFatalFailure() || IsSkipped()) { return; }
    for (const auto* const part : {"goods", "catalog"}) {
        source().load(schema_of(part, source_schema()));
        destination().load(schema_of(part, destination_schema()));
    }
    for (const auto* const file :
         {"goods_source.sql", "catalog_base_source.sql", "catalog_source.sql"}) {
        source().load(file);
    }
    destination().load("catalog_base_destination.sql");
    destination().load("catalog_destination.sql");
}

void CatalogTest::add_sales()
{
    source().load(schema_of("sales", source_schema()));
    source().load("sales_base_source.sql");
    source().load("sales_source.sql");
    destination().load(schema_of("sales", destination_schema()));
    destination().load("sales_base_destination.sql");
    destination().load("sales_destination.sql");
}

void CatalogTest::sync_before_catalog() const
{
    sync_customers();
    EXPECT_EQ(sync("cms_block", {"-d", "update"}).exit_code, 0);
}

void CatalogTest::sync_catalog() const
{
    sync_before_catalog();
    for (const auto* const entity :
         {"productattribute", "attribute_set", "category", "product", "review", "url_redirect"}) {
        const auto result = sync(entity, {"-d", "update"});
        // One path that a redirect asks for is taken.
        const int code = std::string_view(entity) == "url_redirect" ? 3 : 0;
        EXPECT_EQ(result.exit_code, code) << entity << ": " << result.err << result.out;
    }
}

std::string CatalogTest::product(TestDatabase& shop, std::string_view sku)
{
    return shop
        .value(fmt::format("SELECT entity_id FROM catalog_product_entity WHERE CAST(sku AS BINARY) "
                           "= CAST('{}' AS BINARY)",
                           sku))
        .value_or("");
}

std::string CatalogTest::category(TestDatabase& shop, std::string_view names)
{
    auto id = shop.value("SELECT root_category_id FROM core_store_group WHERE group_id > 0 LIMIT 1")
                  .value_or("");
    for (const auto& name : util::split(names, '/')) {
        id = shop.value(fmt::format(
                            "SELECT c.entity_id FROM catalog_category_entity c JOIN "
                            "catalog_category_entity_varchar v ON v.entity_id = c.entity_id AND "
                            "v.store_id = 0 JOIN eav_attribute a ON a.attribute_id = "
                            "v.attribute_id AND a.attribute_code = 'name' WHERE v.value = '{}' AND "
                            "c.path LIKE CONCAT((SELECT p.path FROM catalog_category_entity p "
                            "WHERE p.entity_id = '{}'), '/', c.entity_id)",
                            name, id))
                 .value_or("");
    }
    return id;
}

std::string CatalogTest::attribute(TestDatabase& shop, std::string_view code)
{
    return shop
        .value(fmt::format("SELECT attribute_id FROM eav_attribute WHERE entity_type_id = {} AND "
                           "attribute_code = '{}'",
                           k_product_type, code))
        .value_or("");
}

std::string CatalogTest::option(TestDatabase& shop, std::string_view code, std::string_view label)
{
    return shop
        .value(fmt::format("SELECT o.option_id FROM eav_attribute_option o JOIN "
                           "eav_attribute_option_value v ON v.option_id = o.option_id AND "
                           "v.store_id = 0 WHERE o.attribute_id = '{}' AND v.value = '{}' "
                           "ORDER BY o.sort_order, o.option_id LIMIT 1",
                           attribute(shop, code), label))
        .value_or("");
}

std::string CatalogTest::value(TestDatabase& shop, std::string_view sku, std::string_view code,
                               std::string_view store)
{
    const auto id = attribute(shop, code);
    const auto rows = shop.rows(fmt::format(
        "SELECT v.value FROM catalog_product_entity_{} v JOIN core_store s ON s.store_id = "
        "v.store_id WHERE v.attribute_id = '{}' AND v.entity_id = '{}' AND s.code = '{}'",
        shop.value(
                fmt::format("SELECT backend_type FROM eav_attribute WHERE attribute_id = '{}'", id))
            .value_or("varchar"),
        id, product(shop, sku), store));
    return rows.empty() ? "none" : rows[0][0].value_or("NULL");
}

} // namespace datasync::test
