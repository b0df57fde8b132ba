// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The examples of doc/examples are what they say they are.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"

namespace datasync::test {

namespace {

class FileExampleTest : public CatalogTest {};

TEST_F(FileExampleTest, People)
{
    expect_example_loads(destination(), "customer", "customers_basic.csv", 3);
    expect_example_loads(destination(), "customer", "customers_with_addresses.csv", 3);
    expect_example_loads(destination(), "newsletter", "newsletter_subscribers.csv", 3);
}

TEST_F(FileExampleTest, Stock)
{
    destination().exec("INSERT INTO catalog_product_entity (entity_type_id, attribute_set_id, "
                       "type_id, sku) SELECT entity_type_id, attribute_set_id, type_id, 'TEA-250' "
                       "FROM catalog_product_entity WHERE sku = 'KEEP-2'");
    expect_example_loads(destination(), "stock", "stock.csv", 3);
}

TEST_F(FileExampleTest, Attributes)
{
    expect_example_loads(destination(), "productattribute", "attributes.csv", 7);
}

} // namespace

} // namespace datasync::test
