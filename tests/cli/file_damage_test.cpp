// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Damaged files through the loader: each ends in an error with a line or in whole records.
// DATASYNC_DAMAGED_LOADS says how many there are to be, where it should be more than a few.
#include "support/catalog_test.hpp"
#include "support/damage.hpp"
#include "support/file_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace datasync::test {

namespace {

class FileDamageTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        add_sales();
    }
};

/// What a shop has none of: pieces of records. Each asks for a number that has to be 0.
constexpr std::array<const char*, 7> k_pieces = {
    "SELECT COUNT(*) FROM customer_entity e LEFT JOIN customer_entity_varchar v USING (entity_id) "
    "WHERE v.value_id IS NULL",
    "SELECT COUNT(*) FROM customer_address_entity a LEFT JOIN customer_address_entity_text t USING "
    "(entity_id) WHERE t.value_id IS NULL",
    "SELECT COUNT(*) FROM sales_flat_order o LEFT JOIN sales_flat_order_grid g USING (entity_id) "
    "WHERE g.entity_id IS NULL AND o.increment_id LIKE 'W-%'",
    "SELECT COUNT(*) FROM sales_flat_order o LEFT JOIN sales_flat_order_payment p ON p.parent_id = "
    "o.entity_id WHERE p.entity_id IS NULL AND o.increment_id LIKE 'W-%'",
    "SELECT COUNT(*) FROM catalog_product_option o LEFT JOIN catalog_product_option_title t USING "
    "(option_id) WHERE t.option_title_id IS NULL",
    "SELECT COUNT(*) FROM catalog_product_entity_media_gallery g LEFT JOIN "
    "catalog_product_entity_media_gallery_value v USING (value_id) WHERE v.value_id IS NULL AND "
    "g.value LIKE '/s/h/%'",
    "SELECT COUNT(*) FROM catalog_product_bundle_option o LEFT JOIN "
    "catalog_product_bundle_option_value t USING (option_id) WHERE t.value_id IS NULL",
};

constexpr std::array<std::pair<const char*, const char*>, 5> k_files = {{
    {"customer", "customers_with_addresses.csv"},
    {"order", "orders_with_items.csv"},
    {"product", "products_advanced.csv"},
    {"stock", "stock.csv"},
    {"category", "categories.csv"},
}};

std::string content_of(const char* name)
{
    std::ifstream file(example(name), std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

TEST_F(FileDamageTest, EndsInWholeRecordsOrInAnErrorWithALine)
{
    const char* const wanted = std::getenv("DATASYNC_DAMAGED_LOADS");
    const int count = wanted != nullptr ? std::atoi(wanted) : 40;
    const FileSource files(destination());
    std::vector<std::string> before;
    for (const auto* const piece : k_pieces) {
        before.push_back(destination().value(piece).value_or(""));
    }
    Damage damage;
    for (int i = 0; i < count; ++i) {
        const auto& [entity, name] = k_files[static_cast<std::size_t>(i) % k_files.size()];
        const auto content = damage.of(content_of(name));
        const auto path = files.write("damaged.csv", content);
        const auto result = files.sync(entity, path, {"-d", "update", "-v"});
        ASSERT_TRUE(result.exit_code == 0 || result.exit_code == 3)
            << result.exit_code << " " << result.err << "\n"
            << content;
        const bool says_where = has(result.err, " line ") || has(result.err, "header");
        ASSERT_TRUE(result.exit_code == 0 || says_where) << result.err << "\n" << content;
        for (std::size_t p = 0; p < k_pieces.size(); ++p) {
            ASSERT_EQ(destination().value(k_pieces[p]), before[p]) << k_pieces[p] << "\n"
                                                                   << content;
        }
    }
}

} // namespace

} // namespace datasync::test
