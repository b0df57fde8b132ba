// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs along the tracker: records that are gone from the source.
#include "support/incremental_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class IncrementalDeletionTest : public IncrementalTest {
protected:
    void SetUp() override
    {
        IncrementalTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        announce_all();
        incremental();
    }

    /// The id of a product of the source.
    std::string source_id(std::string_view sku) { return product(source(), sku); }
};

constexpr auto k_sku = "mug-red";

} // namespace

TEST_F(IncrementalDeletionTest, OfProductsIsMirrored)
{
    const auto id = source_id(k_sku);
    ASSERT_NE(product(destination(), k_sku), "");
    source().exec(fmt::format("DELETE FROM catalog_product_entity WHERE entity_id = {}", id));
    const auto report = incremental();
    EXPECT_EQ(gone(report, "product"), "1 removed");
    EXPECT_EQ(product(destination(), k_sku), "");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_removed_record"), "1");
    EXPECT_EQ(tracked().size(),
              static_cast<std::size_t>(std::stoul(*source().value(
                  "SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed = 1"))));
}

TEST_F(IncrementalDeletionTest, KeepsAProductThatIsThereAgainUnderItsSku)
{
    const auto id = source_id(k_sku);
    const auto target_id = product(destination(), k_sku);
    source().exec(fmt::format(
        "CREATE TEMPORARY TABLE copy AS SELECT * FROM catalog_product_entity WHERE entity_id = "
        "{0};\n"
        "DELETE FROM catalog_product_entity WHERE entity_id = {0};\n"
        "UPDATE copy SET entity_id = 4711;\n"
        "INSERT INTO catalog_product_entity SELECT * FROM copy",
        id));
    const auto report = incremental();
    EXPECT_EQ(gone(report, "product"), "1 replaced");
    EXPECT_EQ(done(report, "product"), "1 updated");
    EXPECT_EQ(product(destination(), k_sku), target_id);
    EXPECT_EQ(target("product", 4711), target_id);
}

TEST_F(IncrementalDeletionTest, KeepsCustomersAndSaysSo)
{
    source().exec("DELETE FROM customer_entity WHERE entity_id = 3");
    const auto report = incremental();
    EXPECT_EQ(gone(report, "customer"), "1 kept");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity WHERE increment_id = "
                                  "'000000003'"),
              "1");
    source().exec("DELETE FROM customer_entity WHERE entity_id = 4");
    EXPECT_EQ(gone(incremental({"--on-delete", "customer=hard"}), "customer"), "1 removed");
}

TEST_F(IncrementalDeletionTest, OfACategoryWaitsForThoseThatHaveMovedAway)
{
    source().exec("UPDATE catalog_category_entity SET path = '1/3/7/6', parent_id = 7, level = 3 "
                  "WHERE entity_id = 6;\n"
                  "DELETE FROM catalog_category_entity WHERE entity_id = 12");
    const auto report = incremental();
    EXPECT_EQ(gone(report, "category"), "1 removed");
    EXPECT_EQ(report.at("records").size(), 1U) << report.at("records").dump();
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
}

TEST_F(IncrementalDeletionTest, BeyondTheLimitIsRefusedAndWaits)
{
    const auto products = destination().value("SELECT COUNT(*) FROM catalog_product_entity");
    source().exec("DELETE FROM catalog_product_entity;\n"
                  "UPDATE customer_entity SET is_active = 0 WHERE entity_id = 3");
    const auto report = incremental({"--max-delete", "10"}, 7);
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_entity"), products);
    EXPECT_EQ(done(report, "customer"), "1 updated");
    EXPECT_EQ(source().value("SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed = "
                             "0 AND entity_type = 'product' AND action = 'delete'"),
              "20");
    EXPECT_TRUE(has(report.at("removals").dump(), "--max-delete"));
    EXPECT_EQ(gone(incremental({"--max-delete", "100%"}), "product"), "20 removed");
}

} // namespace datasync::test
