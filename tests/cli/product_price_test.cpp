// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a product costs whom, from how many pieces on, and where.
#include "support/product_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class ProductPriceTest : public ProductTest {
protected:
    /// The tier or group prices of a product of the destination.
    Words prices(std::string_view kind, std::string_view sku)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT_WS(' ', IF(p.all_groups, 'ALL', g.customer_group_code), w.code, "
            "p.customer_group_id > 0, {}p.value) FROM catalog_product_entity_{}_price p JOIN "
            "core_website w ON w.website_id = p.website_id LEFT JOIN customer_group g ON "
            "g.customer_group_id = p.customer_group_id WHERE p.entity_id = '{}' ORDER BY 1",
            kind == "tier" ? "p.qty, " : "p.is_percent, ", kind, product(destination(), sku)));
    }
};

class MahoProductPriceTest : public ProductPriceTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

const Words k_mug_tiers = {"ALL admin 0 5.0000 8.5000", "ALL outlet 0 5.0000 7.5000",
                           "NOT LOGGED IN admin 0 10.0000 8.0000",
                           "Wholesale admin 1 10.0000 7.0000"};

TEST_F(ProductPriceTest, OfTiersHoldForAllGroupsOrOneAndPerWebsite)
{
    sync_products();
    EXPECT_EQ(prices("tier", "mug-blue"), k_mug_tiers);
    EXPECT_EQ(prices("tier", "mug-red"), Words{"Retailer base 1 2.5000 8.7500"});
    EXPECT_EQ(prices("group", "mug-blue"), Words{"Wholesale admin 1 0 7.9900"});
    EXPECT_EQ(prices("group", "mug-red"),
              (Words{"General base 1 0 9.0000", "Retailer admin 1 1 15.0000"}));
}

TEST_F(MahoProductPriceTest, OfTiersHoldForAllGroupsOrOneAndPerWebsite)
{
    sync_products();
    EXPECT_EQ(prices("tier", "mug-blue"), k_mug_tiers);
}

TEST_F(ProductPriceTest, ForAllGroupsIsNotThatForGuests)
{
    source().exec("INSERT INTO catalog_product_entity_tier_price (entity_id, all_groups, "
                  "customer_group_id, qty, value, website_id) VALUES (16, 0, 0, 5, 8.25, 0)");
    sync_products();
    source().exec("DELETE FROM catalog_product_entity_tier_price WHERE entity_id = 16 AND "
                  "all_groups = 1 AND website_id = 0");
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(prices("tier", "mug-blue"),
              (Words{"ALL outlet 0 5.0000 7.5000", "NOT LOGGED IN admin 0 10.0000 8.0000",
                     "NOT LOGGED IN admin 0 5.0000 8.2500", "Wholesale admin 1 10.0000 7.0000"}));
}

TEST_F(ProductPriceTest, ThatWasTheLastIsRemovedUnderUpdateAlone)
{
    sync_products();
    source().exec("DELETE FROM catalog_product_entity_tier_price;\n"
                  "DELETE FROM catalog_product_entity_group_price");
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "20 unchanged");
    EXPECT_EQ(prices("tier", "mug-blue"), k_mug_tiers);
    EXPECT_EQ(update("product"), "3 updated, 17 unchanged");
    EXPECT_EQ(prices("tier", "mug-blue"), Words{});
    EXPECT_EQ(prices("group", "mug-red"), Words{});
    EXPECT_EQ(prices("tier", "KEEP-1"), Words{"ALL admin 0 5.0000 2.5000"});
}

TEST_F(ProductPriceTest, OfAnotherQuantityIsAnotherPrice)
{
    sync_products();
    source().exec("UPDATE catalog_product_entity_tier_price SET qty = 5.5 WHERE entity_id = 16 AND "
                  "website_id = 4");
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "1 merged, 19 unchanged");
    EXPECT_EQ(prices("tier", "mug-blue").size(), 5);
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(prices("tier", "mug-blue").size(), 4);
    EXPECT_TRUE(same_products());
}

TEST_F(ProductPriceTest, ForAGroupThatHasNotComeHoldsTheProduct)
{
    prepare();
    source().exec("INSERT INTO customer_group VALUES (9, 'Partner', 3);\n"
                  "UPDATE catalog_product_entity_tier_price SET customer_group_id = 9 WHERE "
                  "entity_id = 27;\n"
                  "UPDATE catalog_product_entity_group_price SET customer_group_id = 9 WHERE "
                  "entity_id = 16");
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "18 created, 2 held");
    EXPECT_EQ(done.at("exit_code"), 3);
    EXPECT_TRUE(has(told(done, 27),
                    "customer_group \"Partner\" (9) has not come to the destination; "
                    "sync customer_group first"));
    EXPECT_TRUE(has(told(done, 16), "catalog_product_entity_group_price.customer_group_id"));
    EXPECT_EQ(update("customer_group"), "1 created, 6 unchanged");
    EXPECT_EQ(update("product"), "2 updated, 18 unchanged");
    EXPECT_EQ(prices("tier", "mug-red"), Words{"Partner base 1 2.5000 8.7500"});
}

TEST_F(ProductPriceTest, ForAGroupThatNoShopHasFailsTheProduct)
{
    source().exec("SET foreign_key_checks = 0;\n"
                  "UPDATE catalog_product_entity_tier_price SET customer_group_id = 99 WHERE "
                  "entity_id = 27");
    prepare();
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "18 created, 1 updated, 1 failed");
    EXPECT_TRUE(has(told(done, 27), "customer_group 99 has no counterpart on the destination"));
}

TEST_F(ProductPriceTest, OfWebsitesThatBecomeOneIsThatOfTheFirst)
{
    // The outlet's was written first.
    source().exec("INSERT INTO catalog_product_entity_tier_price (entity_id, all_groups, "
                  "customer_group_id, qty, value, website_id) VALUES (66, 1, 0, 3, 4.4, 4), "
                  "(66, 1, 0, 3, 1.1, 1), (66, 1, 0, 4, 4.5, 4)");
    prepare();
    const Words become_one = {"--map-website", "outlet=base", "--map-store", "outlet_en=default"};
    EXPECT_EQ(update("product", become_one), "18 created, 2 updated");
    EXPECT_EQ(prices("tier", "tea-black"),
              (Words{"ALL base 0 3.0000 1.1000", "ALL base 0 4.0000 4.5000"}));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_website WHERE product_id = "
                                  "90016"),
              "1");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM cataloginventory_stock_status WHERE "
                                  "product_id = 90016"),
              "1");
    EXPECT_EQ(update("product", become_one), "20 unchanged");
}

TEST_F(ProductPriceTest, OfFixedTaxesHoldsInACountryOrARegion)
{
    sync_products();
    EXPECT_EQ(destination().column("SELECT CONCAT_WS(' ', t.website_id, t.country, r.code, "
                                   "t.value, a.attribute_code, t.entity_type_id) FROM weee_tax t "
                                   "JOIN eav_attribute a ON a.attribute_id = t.attribute_id LEFT "
                                   "JOIN directory_country_region r ON r.region_id = t.state WHERE "
                                   "t.entity_id = 90016 ORDER BY 1"),
              (Words{"0 DE 0.5000 eco_tax 14", "7 DE BAY 0.7500 eco_tax 14"}));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM weee_tax WHERE state = '*'"), "2");
}

} // namespace

} // namespace datasync::test
