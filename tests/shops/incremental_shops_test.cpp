// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The tracker of a real shop, as real observers wrote it: everything in it is carried in one run,
// with all that it needs. Runs where DATASYNC_SHOPS names the dumps.
#include "shops/shop_contents.hpp"
#include "support/catalog_lines.hpp"
#include "support/program.hpp"
#include "support/real_shops.hpp"
#include "support/sales_lines.hpp"
#include "support/shop_lines.hpp"
#include "support/sync_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace datasync::test {

namespace {

constexpr std::array k_sales = {"order", "invoice", "shipment", "creditmemo", "cart_price_rule"};
constexpr std::array k_catalog = {"productattribute", "attribute_set", "category", "product",
                                  "stock"};

/// The destinations sell nothing of their own, but for two products.
constexpr OwnSales k_no_sales = {.orders = "", .rules = ""};
constexpr OwnCatalog k_own = {.products = "KEEP-%",
                              .categories = "(none)",
                              .attributes = "(none)",
                              .options = "(none)",
                              .sets = "(none)",
                              .redirects = "%"};

/// What lines are of.
std::set<std::string> heads(const Words& lines)
{
    std::set<std::string> all;
    for (const auto& line : lines) { all.insert(line.substr(0, line.find('\x1f'))); }
    return all;
}

/// The lines that are of something in `among` and of nothing in `without`.
Words chosen(const Words& lines, const std::set<std::string>& among,
             const std::set<std::string>& without)
{
    Words some;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(some), [&](const auto& line) {
        const auto head = line.substr(0, line.find('\x1f'));
        return among.contains(head) && !without.contains(head);
    });
    return some;
}

/// Rows about customers, without the one that the tracker does not name.
Rows tracked(Rows rows)
{
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [](const Row& row) { return row[0] == "john.doe@example.com"; }),
               rows.end());
    return rows;
}

class IncrementalShopsTest : public DbTest, public ::testing::WithParamInterface<const char*> {
protected:
    static Json incremental(RealShops& shops)
    {
        const auto from = shops.source().settings();
        const auto to = shops.destination().settings();
        const auto result = run_datasync(
            {"incremental", "--mark-synced", "--format", "json", "--source", "legacy",
             "--db-socket", from.socket, "--db-user", from.user, "--db-name", from.database,
             "--dest-socket", to.socket, "--dest-user", to.user, "--dest-name", to.database});
        EXPECT_EQ(result.exit_code, 0) << result.err << result.out;
        return Json::parse(result.out);
    }
};

} // namespace

TEST_P(IncrementalShopsTest, CarriesAllThatWaits)
{
    RealShops shops(GetParam());
    auto& source = shops.source();
    auto& destination = shops.destination();
    const auto own = own_catalog(destination, k_own);
    std::vector<Rows> own_customers;
    for (const auto& content : k_own_customers) {
        own_customers.push_back(destination.rows(content.sql));
    }
    std::map<std::string, Words> before;
    for (const auto* const entity : k_catalog) {
        before[entity] = catalog_lines(destination, source, entity, k_own);
    }
    ASSERT_EQ(source.value("SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed = 0"),
              "2780");

    incremental(shops);
    EXPECT_EQ(source.value("SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed = 1"),
              "2780");
    EXPECT_EQ(
        source.value("SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed <> 1"),
        "0");
    EXPECT_EQ(destination.value("SELECT COUNT(*) FROM datasync_rejected_record"), "0");

    for (const auto& content : k_contents) {
        if (content.name == "customer groups" || content.name == "attributes of customers") {
            continue;
        }
        const auto sql = std::string(k_addresses) + std::string(content.sql);
        EXPECT_EQ(tracked(destination.rows(sql)), tracked(source.rows(sql))) << content.name;
    }
    for (const auto* const entity : k_sales) {
        EXPECT_TRUE(same_sales(source, destination, entity, k_no_sales));
    }
    // What nobody announced came because others need it. What was there stays as it was.
    for (const auto* const entity : k_catalog) {
        const auto to = catalog_lines(destination, source, entity, k_own);
        const auto there = heads(before[entity]);
        const auto come = chosen(to, heads(to), there);
        EXPECT_FALSE(come.empty()) << entity;
        EXPECT_TRUE(same_lines(
            entity, chosen(catalog_lines(source, destination, entity, k_own), heads(to), there),
            come));
    }
    const auto count = "SELECT COUNT(*) FROM catalog_product_entity WHERE sku NOT LIKE 'KEEP-%'";
    EXPECT_EQ(destination.value(count), source.value(count));
    EXPECT_EQ(tree_faults(destination), Words{});
    EXPECT_EQ(own_catalog(destination, k_own), own);
    for (std::size_t i = 0; i < k_own_customers.size(); ++i) {
        EXPECT_EQ(destination.rows(k_own_customers[i].sql), own_customers[i]);
    }

    const auto sums = destination.checksums();
    EXPECT_EQ(incremental(shops).at("acknowledged"), 0);
    EXPECT_EQ(destination.checksums(), sums);
}

INSTANTIATE_TEST_SUITE_P(
    Into, IncrementalShopsTest, ::testing::Values("destination_shop.sql.xz", "maho_shop.sql.xz"),
    [](const auto& shop) {
        return std::string(shop.param).substr(0, std::string_view(shop.param).find('_'));
    });

} // namespace datasync::test
