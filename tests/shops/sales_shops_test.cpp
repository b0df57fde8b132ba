// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Real shops: rules, orders and their documents read the same on both sides, products before or
// after them, and nothing is doubled by further runs. Runs where DATASYNC_SHOPS names the dumps.
#include "support/real_shops.hpp"
#include "support/sales_lines.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace datasync::test {

namespace {

constexpr Expected k_rules = {"cart_price_rule", 3};
constexpr std::array k_before = {Expected{"customer_group", 7}, Expected{"customer", 121}, k_rules};
constexpr std::array k_sales = {Expected{"order", 400}, Expected{"invoice", 326},
                                Expected{"shipment", 208}, Expected{"creditmemo", 73}};

/// The destinations sell nothing of their own.
constexpr OwnSales k_none_own = {.orders = "", .rules = ""};

/// Attributes come first: what of them orders name is mapped when a run begins.
constexpr std::array k_attributes = {Expected{"productattribute", 84},
                                     Expected{"attribute_set", 14}};
constexpr std::array k_products = {Expected{"category", 27}, Expected{"product", 121}};

/// The choices that configurable products were ordered with, "order: code=label" each.
std::vector<std::string> choices(TestDatabase& shop)
{
    std::vector<std::string> lines;
    for (const auto& row :
         shop.rows("SELECT o.increment_id, REGEXP_SUBSTR(i.product_options, "
                   "'\"super_attribute\";a:[0-9]+:[{][^}]*') FROM sales_flat_order_item i JOIN "
                   "sales_flat_order o ON o.entity_id = i.order_id WHERE i.product_type = "
                   "'configurable'")) {
        // "...{i:92;i:4;i:180;i:81;" as attribute and option, in turn.
        const auto text = row[1].value();
        const auto numbers = util::split(text.substr(text.find('{') + 1), ';');
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
            lines.push_back(
                row[0].value() + ": " +
                shop
                    .value(fmt::format(
                        "SELECT CONCAT(a.attribute_code, '=', v.value) FROM eav_attribute a JOIN "
                        "eav_attribute_option p USING (attribute_id) JOIN "
                        "eav_attribute_option_value v ON v.option_id = p.option_id AND v.store_id "
                        "= 0 WHERE a.attribute_id = {} AND p.option_id = {}",
                        numbers[i].substr(2), numbers[i + 1].substr(2)))
                    .value());
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// The grouped products that items were ordered as part of, "order: sku" each.
std::vector<std::string> groups(TestDatabase& shop)
{
    return shop.column(
        "SELECT CONCAT(o.increment_id, ': ', p.sku) FROM sales_flat_order_item i JOIN "
        "sales_flat_order o ON o.entity_id = i.order_id JOIN catalog_product_entity p ON "
        "i.product_options LIKE CONCAT('%\"super_product_config\";a:3:{%\"product_id\";i:', "
        "p.entity_id, ';%') WHERE i.product_type = 'grouped' ORDER BY 1");
}

void expect_same(RealShops& shops)
{
    auto& source = shops.source();
    auto& destination = shops.destination();
    EXPECT_TRUE(same_sales(source, destination, "cart_price_rule", k_none_own));
    for (const auto& [entity, records] : k_sales) {
        EXPECT_TRUE(same_sales(source, destination, entity, k_none_own));
    }
    EXPECT_EQ(choices(source).size(), 154U);
    EXPECT_EQ(choices(destination), choices(source));
    EXPECT_EQ(groups(source).size(), 375U);
    EXPECT_EQ(groups(destination), groups(source));
}

void expect_further_runs_change_nothing(RealShops& shops)
{
    shops.expect_further_runs_change_nothing(k_sales);
    shops.expect_further_runs_change_nothing(std::array{k_rules});
}

class SalesShopsTest : public DbTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(SalesShopsTest, ArriveAfterTheirProducts)
{
    RealShops shops(GetParam());
    shops.bring(k_attributes);
    shops.bring(k_before); // Prices name customer groups.
    shops.bring(k_products);
    shops.bring(k_sales);
    expect_same(shops);
    expect_further_runs_change_nothing(shops);
}

TEST_P(SalesShopsTest, ArriveBeforeTheirProducts)
{
    RealShops shops(GetParam());
    shops.bring(k_attributes);
    shops.bring(k_before);
    shops.bring(k_sales, {"--no-load-data", "--batch-size", "37"});
    shops.bring(std::array{k_products.front()});
    EXPECT_GT(shops.sync("product")["references"]["delivered"], 1000);
    expect_same(shops);
    expect_further_runs_change_nothing(shops);
}

INSTANTIATE_TEST_SUITE_P(
    Into, SalesShopsTest, ::testing::Values("destination_shop.sql.xz", "maho_shop.sql.xz"),
    [](const auto& shop) {
        return std::string(shop.param).substr(0, std::string_view(shop.param).find('_'));
    });

} // namespace

} // namespace datasync::test
