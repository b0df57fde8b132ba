// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Real shops: the whole catalogue reads the same on both sides, what the destination sold already
// stays as it is, and further runs write nothing. Runs where DATASYNC_SHOPS names the dumps.
#include "support/catalog_lines.hpp"
#include "support/real_shops.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace datasync::test {

namespace {

constexpr std::array k_before = {Expected{"customer_group", 7}, Expected{"customer", 121},
                                 Expected{"cms_block", 10}};
constexpr std::array k_catalog = {Expected{"productattribute", 84}, Expected{"attribute_set", 14},
                                  Expected{"category", 27},         Expected{"product", 121},
                                  Expected{"review", 133},          Expected{"url_redirect", 8}};

/// What lines are read of; stock comes with the products. The sums of reviews are not compared: the
/// source's own do not add up, and the destination's are added up anew.
constexpr std::array k_lines = {"productattribute", "system_attribute", "attribute_set",
                                "category",         "product",          "stock",
                                "review",           "url_redirect"};

/// The destinations have two products of their own at most, and no attributes that people made
/// beside the source's.
constexpr OwnCatalog k_own = {.products = "KEEP-%",
                              .categories = "(none)",
                              .attributes = "(none)",
                              .options = "(none)",
                              .sets = "(none)",
                              .redirects = "stays-keep%"};

class CatalogShopsTest : public DbTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(CatalogShopsTest, SellTheSame)
{
    RealShops shops(GetParam());
    const auto own = own_catalog(shops.destination(), k_own);
    shops.bring(k_before);
    shops.bring(k_catalog);
    for (const auto* const entity : k_lines) {
        EXPECT_TRUE(same_catalog(shops.source(), shops.destination(), entity, k_own));
    }
    EXPECT_EQ(tree_faults(shops.destination()), std::vector<std::string>{});
    EXPECT_EQ(own_catalog(shops.destination(), k_own), own);
    shops.expect_further_runs_change_nothing(k_catalog);
}

TEST_P(CatalogShopsTest, SellTheSameWhateverTheBatchesAndWriters)
{
    RealShops shops(GetParam());
    shops.bring(k_before);
    shops.bring(k_catalog, {"--no-load-data", "--batch-size", "7", "--jobs", "4"});
    for (const auto* const entity : k_lines) {
        EXPECT_TRUE(same_catalog(shops.source(), shops.destination(), entity, k_own));
    }
    EXPECT_EQ(tree_faults(shops.destination()), std::vector<std::string>{});
    shops.expect_further_runs_change_nothing(k_catalog);
}

INSTANTIATE_TEST_SUITE_P(
    Into, CatalogShopsTest, ::testing::Values("destination_shop.sql.xz", "maho_shop.sql.xz"),
    [](const auto& shop) {
        return std::string(shop.param).substr(0, std::string_view(shop.param).find('_'));
    });

} // namespace

} // namespace datasync::test
