// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The examples of doc/examples are what they say they are.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class FileExampleTest : public CatalogTest {
protected:
    /// Checks an example and loads it twice; `created` records come, and none changes after that.
    void expect_loads(std::string_view entity, std::string_view name, int created)
    {
        SCOPED_TRACE(name);
        const auto lint = run_datasync({"lint", std::string(entity), "-f", example(name)});
        EXPECT_EQ(lint.exit_code, 0) << lint.out << lint.err;
        const FileSource files(destination());
        for (const auto* const outcome : {"created", "unchanged"}) {
            const auto result =
                files.sync(entity, example(name), {"-d", "update", "--format", "json"});
            ASSERT_EQ(result.exit_code, 0) << result.out << result.err;
            EXPECT_EQ(counts(Json::parse(result.out)), fmt::format("{} {}", created, outcome));
        }
    }
};

TEST_F(FileExampleTest, People)
{
    expect_loads("customer", "customers_basic.csv", 3);
    expect_loads("customer", "customers_with_addresses.csv", 3);
    expect_loads("newsletter", "newsletter_subscribers.csv", 3);
}

TEST_F(FileExampleTest, Stock)
{
    destination().exec("INSERT INTO catalog_product_entity (entity_type_id, attribute_set_id, "
                       "type_id, sku) SELECT entity_type_id, attribute_set_id, type_id, 'TEA-250' "
                       "FROM catalog_product_entity WHERE sku = 'KEEP-2'");
    expect_loads("stock", "stock.csv", 3);
}

} // namespace

} // namespace datasync::test
