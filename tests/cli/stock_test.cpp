// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Stock levels alone: they find their products, and nothing but stock changes.
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

class StockTest : public ProductTest {
protected:
    /// All products arrive without their stock.
    void sync_bare_products()
    {
        prepare();
        EXPECT_EQ(update("product", {"--stock", "exclude"}), "18 created, 2 updated");
    }

    /// The outcomes of stock under a policy.
    std::string done(const std::string& policy, const Words& more = {}) const
    {
        Words words = {"-d", policy};
        words.insert(words.end(), more.begin(), more.end());
        return counts(report("stock", words));
    }

    /// A column of what a product of the destination has in stock.
    std::string level(std::string_view sku, std::string_view column)
    {
        return destination()
            .value(fmt::format("SELECT IFNULL({}, 'NULL') FROM cataloginventory_stock_item WHERE "
                               "product_id = '{}'",
                               column, product(destination(), sku)))
            .value_or("none");
    }

    /// Every table but those of stock and the marks of indexes.
    Snapshot all_but_stock()
    {
        auto snapshot = snapshot_of(destination(), false);
        for (const auto* const table :
             {"cataloginventory_stock_item", "cataloginventory_stock_status", "index_process"}) {
            snapshot.erase(table);
        }
        return snapshot;
    }
};

class MahoStockTest : public StockTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(StockTest, ArrivesWithEveryColumnAndChangesNothingElse)
{
    sync_bare_products();
    const auto own = own_catalog(destination());
    const auto before = all_but_stock();
    EXPECT_EQ(update("stock"), "18 created, 2 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "stock"));
    EXPECT_EQ(all_but_stock(), before);
    EXPECT_EQ(own_catalog(destination()), own);
    const auto all = all_but_runs();
    EXPECT_EQ(update("stock"), "20 unchanged");
    EXPECT_EQ(all_but_runs(), all);
}

TEST_F(MahoStockTest, ArrivesWithEveryColumnThatBothShopsHave)
{
    sync_bare_products();
    EXPECT_EQ(update("stock", {"--no-load-data", "--batch-size", "3"}), "18 created, 2 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "stock"));
    EXPECT_EQ(level("shirt-blue-l", "low_stock_date"), "NULL");
    EXPECT_EQ(update("stock"), "20 unchanged");
}

TEST_F(StockTest, KeepsDecimalsAndWhichRulesAreTheShops)
{
    sync_bare_products();
    EXPECT_EQ(update("stock"), "18 created, 2 unchanged");
    EXPECT_EQ(level("tea-green",
                    "CONCAT_WS(' ', qty, min_qty, use_config_min_qty, is_qty_decimal, "
                    "backorders, use_config_backorders, min_sale_qty, use_config_min_sale_qty, "
                    "max_sale_qty, use_config_max_sale_qty)"),
              "2.3750 0.5000 0 1 0 1 0.2500 0 10.0000 0");
    EXPECT_EQ(level("tea-green",
                    "CONCAT_WS(' ', use_config_qty_increments, qty_increments, "
                    "use_config_enable_qty_inc, enable_qty_increments, is_decimal_divided)"),
              "0 0.1250 0 1 1");
    EXPECT_EQ(level("tea-black", "qty"), "99999999.9999");
    EXPECT_EQ(level("mug-red", "CONCAT_WS(' ', qty, is_in_stock, stock_status_changed_auto)"),
              "-4.0000 0 1");
    EXPECT_EQ(level("warranty", "qty"), "none");
}

TEST_F(StockTest, SaysPerWebsiteWhetherThereIsAny)
{
    sync_bare_products();
    EXPECT_EQ(update("stock"), "18 created, 2 unchanged");
    constexpr std::string_view k_mug =
        "SELECT CONCAT_WS(' ', w.code, s.stock_id, s.qty, s.stock_status) FROM "
        "cataloginventory_stock_status s JOIN core_website w USING (website_id) WHERE product_id = "
        "90016 ORDER BY 1";
    EXPECT_EQ(destination().column(k_mug), (Words{"base 1 12.0000 1", "outlet 1 12.0000 1"}));
    source().exec("UPDATE cataloginventory_stock_status SET qty = 0, stock_status = 0 WHERE "
                  "product_id = 16 AND website_id = 1;\n"
                  "DELETE FROM cataloginventory_stock_status WHERE product_id = 16 AND "
                  "website_id = 4");
    EXPECT_EQ(done("merge"), "1 merged, 19 unchanged");
    EXPECT_EQ(destination().column(k_mug), (Words{"base 1 0.0000 0", "outlet 1 12.0000 1"}));
    EXPECT_EQ(update("stock"), "1 updated, 19 unchanged");
    EXPECT_EQ(destination().column(k_mug), Words{"base 1 0.0000 0"});
}

TEST_F(StockTest, FindsItsProductBySkuWhenTheRegistryDoesNotKnowIt)
{
    destination().exec("UPDATE catalog_product_entity SET sku = 'MUG-Red' WHERE sku = 'mug-red'");
    const auto result = report("stock", {"-d", "update"});
    EXPECT_EQ(counts(result), "2 created, 18 held");
    EXPECT_EQ(level("MUG-Red", "qty"), "-4.0000");
    EXPECT_EQ(level("mug-blue", "qty"), "12.0000");
    EXPECT_EQ(told(result, 75),
              "held: the product has not come to the destination; sync product first");
    EXPECT_EQ(result.at("exit_code"), 3);
    sync_bare_products();
    EXPECT_EQ(update("stock"), "16 created, 4 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "stock"));
}

TEST_F(StockTest, GoesWithAProductWhoseSkuTheDestinationChanged)
{
    sync_bare_products();
    destination().exec("UPDATE catalog_product_entity SET sku = 'green' WHERE sku = 'tea-green'");
    EXPECT_EQ(update("stock"), "18 created, 2 unchanged");
    EXPECT_EQ(level("green", "qty"), "2.3750");
}

TEST_F(StockTest, OnlyIsWhatStockIs)
{
    sync_bare_products();
    const auto announced = report("product", {"--stock", "only", "-d", "update", "--dry-run"});
    EXPECT_EQ(announced.at("entity"), "stock");
    EXPECT_EQ(counts(announced), "18 created, 2 unchanged");
    EXPECT_EQ(update("product", {"--stock", "only"}), "18 created, 2 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "stock"));
    const auto before = all_but_runs();
    EXPECT_EQ(update("stock"), "20 unchanged");
    EXPECT_EQ(update("product"), "20 unchanged");
    EXPECT_EQ(all_but_runs(), before);
}

TEST_F(StockTest, ExcludedStaysAsItIs)
{
    destination().exec("INSERT INTO cataloginventory_stock_item (product_id, stock_id, qty) VALUES "
                       "(90016, 1, 77)");
    sync_bare_products();
    source().exec("UPDATE catalog_product_entity SET updated_at = '2025-01-01 00:00:00'");
    EXPECT_EQ(update("product", {"--stock", "exclude"}), "20 updated");
    EXPECT_EQ(level("mug-blue", "qty"), "77.0000");
    EXPECT_EQ(level("mug-red", "qty"), "none");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM cataloginventory_stock_item"), "3");
}

TEST_F(StockTest, FollowsThePoliciesWhereThereIsAny)
{
    sync_bare_products();
    // What is not there is nobody's duplicate.
    destination().exec("INSERT INTO cataloginventory_stock_item (product_id, stock_id, qty) VALUES "
                       "(90016, 1, 77)");
    EXPECT_EQ(done("error", {"--dry-run"}), "17 created, 2 unchanged, 1 failed");
    EXPECT_EQ(done("error"), "17 created, 2 unchanged, 1 failed");
    EXPECT_EQ(level("mug-blue", "qty"), "77.0000");
    EXPECT_EQ(level("mug-red", "qty"), "-4.0000");

    destination().exec("DELETE FROM cataloginventory_stock_item WHERE qty = -4;\n"
                       "DELETE FROM cataloginventory_stock_status WHERE qty = -4");
    EXPECT_EQ(done("skip", {"--dry-run"}), "1 created, 2 unchanged, 17 skipped");
    EXPECT_EQ(done("skip"), "1 created, 2 unchanged, 17 skipped");
    EXPECT_EQ(level("mug-blue", "qty"), "77.0000");
    EXPECT_EQ(level("mug-red", "qty"), "-4.0000");

    destination().exec("UPDATE cataloginventory_stock_item SET notify_stock_qty = 4 WHERE "
                       "product_id = 90012");
    EXPECT_EQ(done("merge"), "1 merged, 19 unchanged");
    EXPECT_EQ(level("mug-blue", "qty"), "12.0000");
    EXPECT_EQ(level("mug-red", "notify_stock_qty"), "4.0000");
    EXPECT_EQ(done("update"), "1 updated, 19 unchanged");
    EXPECT_EQ(level("mug-red", "notify_stock_qty"), "NULL");
    EXPECT_EQ(done("error"), "20 unchanged");
}

TEST_F(StockTest, MarksItsIndexesAlone)
{
    sync_bare_products();
    destination().exec("UPDATE index_process SET status = 'pending'");
    EXPECT_EQ(update("stock"), "18 created, 2 unchanged");
    EXPECT_EQ(destination().column("SELECT indexer_code FROM index_process WHERE status = "
                                   "'require_reindex' ORDER BY 1"),
              (Words{"cataloginventory_stock", "catalog_product_price"}));
}

} // namespace

} // namespace datasync::test
