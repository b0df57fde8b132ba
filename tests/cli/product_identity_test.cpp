// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which product is which: by registry, then by sku, and never by guessing.
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

class ProductIdentityTest : public ProductTest {
protected:
    /// Adds a bare product to the source; `sku` is SQL.
    void add(unsigned id, const std::string& sku)
    {
        source().exec(fmt::format("INSERT INTO catalog_product_entity (entity_id, entity_type_id, "
                                  "attribute_set_id, type_id, sku) VALUES ({}, 10, 9, 'simple', "
                                  "{})",
                                  id, sku));
    }

    /// What a source product has become: "90016 mug-blue"; "" when nothing.
    std::string became(unsigned source_id)
    {
        const auto id = target("product", source_id);
        if (id.empty()) { return ""; }
        const auto rows =
            destination().rows("SELECT sku FROM catalog_product_entity WHERE entity_id = " + id);
        return fmt::format("{} {}", id, rows.empty() ? "gone" : rows[0][0].value_or("NULL"));
    }

    /// The outcomes of a run of product 16, which the destination has too.
    std::string done(const std::string& policy) const
    {
        return counts(report("product", {"-d", policy, "--entity-ids", "16"}));
    }

    std::string price() { return value(destination(), "mug-blue", "price"); }
};

TEST_F(ProductIdentityTest, OfTwoWithOneSkuTheLowerArrivesAndTheOtherSaysWhy)
{
    add(90, "'book-paper'");
    add(91, "'BOOK-paper'");
    add(92, "'tail'");
    add(93, "'tea, loose  '");
    add(94, "''");
    add(95, "' '");
    prepare();
    const auto announced = report("product", {"-d", "update", "--dry-run"});
    const auto result = report("product", {"-d", "update", "--jobs", "4", "--batch-size", "1"});
    EXPECT_EQ(counts(announced), "19 created, 2 updated, 5 failed");
    EXPECT_EQ(counts(result), counts(announced));
    const std::array same_as = {std::pair{90U, 79U}, std::pair{91U, 79U}, std::pair{92U, 78U},
                                std::pair{93U, 77U}, std::pair{95U, 94U}};
    for (const auto& [id, lowest] : same_as) {
        EXPECT_TRUE(
            has(told(result, id), fmt::format("the source has the same sku under id {}", lowest)));
        EXPECT_EQ(told(announced, id), told(result, id));
        EXPECT_EQ(became(id), "");
    }
    EXPECT_EQ(became(78).substr(6), "tail ");
    EXPECT_EQ(result.at("exit_code"), 3);
    EXPECT_EQ(update("product"), "21 unchanged, 5 failed");
    // The one that is left takes nobody's place.
    source().exec("DELETE FROM catalog_product_entity WHERE entity_id IN (79, 90)");
    const auto last = report("product", {"-d", "update"});
    EXPECT_EQ(counts(last), "1 updated, 19 unchanged, 4 failed");
    EXPECT_TRUE(has(told(last, 91), "source record 79 has become that one"));
}

TEST_F(ProductIdentityTest, WithoutASkuEachIsAProductOfItsOwn)
{
    add(90, "NULL");
    add(91, "NULL");
    destination().exec("UPDATE catalog_product_entity SET sku = NULL WHERE sku = 'KEEP-2'");
    prepare();
    EXPECT_EQ(update("product"), "20 created, 2 updated");
    EXPECT_EQ(became(90).substr(6), "NULL");
    EXPECT_NE(became(90), became(91));
    EXPECT_EQ(update("product"), "22 unchanged");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_entity WHERE sku IS NULL"),
              "3");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_entity_varchar WHERE "
                                  "entity_id = 90021"),
              "3");
}

TEST_F(ProductIdentityTest, SkusThatLookAlikeAreDifferentOnes)
{
    // What a program takes for numbers, lists or names.
    add(90, "'07'");
    add(91, "'7.0'");
    add(92, "'7e0'");
    add(93, "'tea'");
    add(94, "'loose'");
    add(95, "'0'");
    add(96, "' tail'");
    add(97, "'mug_blue'");
    add(98, "'mug-%'");
    prepare();
    EXPECT_EQ(update("product"), "27 created, 2 updated");
    constexpr std::string_view k_skus = "SELECT HEX(sku) FROM catalog_product_entity WHERE sku NOT "
                                        "LIKE 'KEEP%' ORDER BY 1";
    EXPECT_EQ(destination().column(k_skus), source().column(k_skus));
    EXPECT_EQ(became(75).substr(6), "007");
    EXPECT_EQ(became(76).substr(6), "7");
    EXPECT_EQ(update("product"), "29 unchanged");
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = 'product'");
    EXPECT_EQ(update("product"), "29 unchanged");
}

TEST_F(ProductIdentityTest, IsRecognisedAsTheServerComparesSkus)
{
    prepare();
    destination().exec("UPDATE catalog_product_entity SET sku = 'MUG-Blue  ' WHERE sku = "
                       "'mug-blue'");
    EXPECT_EQ(update("product"), "18 created, 2 updated");
    EXPECT_EQ(became(16), "90016 mug-blue");
    EXPECT_TRUE(same_products());
}

TEST_F(ProductIdentityTest, ThatTheDestinationHasTwiceFails)
{
    prepare();
    destination().exec("UPDATE catalog_product_entity SET sku = 'mug-blue' WHERE sku = 'KEEP-1'");
    const auto result = report("product", {"-d", "update"});
    EXPECT_EQ(counts(result), "18 created, 1 updated, 1 failed");
    EXPECT_TRUE(has(told(result, 16), "2 records of the destination have the same sku (ids 90016, "
                                      "90020)"));
}

TEST_F(ProductIdentityTest, StaysTheSameWhenItsSkuChanges)
{
    sync_products();
    const auto mug = became(16);
    source().exec("UPDATE catalog_product_entity SET sku = 'mug-navy' WHERE entity_id = 16");
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(became(16), "90016 mug-navy");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_entity WHERE sku = "
                                  "'mug-blue'"),
              "0");
    // Two that change places stay two.
    source().exec("UPDATE catalog_product_entity SET sku = IF(entity_id = 75, '7', '007') WHERE "
                  "entity_id IN (75, 76)");
    const auto agent = target("product", 75);
    EXPECT_EQ(update("product", {"--batch-size", "1"}), "2 updated, 18 unchanged");
    EXPECT_EQ(became(75), agent + " 7");
    EXPECT_TRUE(same_products());
}

TEST_F(ProductIdentityTest, WhoseSkuIsFreeAgainArrivesInTheEnd)
{
    sync_products();
    source().exec("UPDATE catalog_product_entity SET sku = 'warranty-old' WHERE entity_id = 72");
    add(90, "'warranty'");
    // In one batch the old name is still taken when the new product is looked for.
    const auto result = report("product", {"-d", "update"});
    EXPECT_EQ(counts(result), "1 updated, 19 unchanged, 1 failed");
    EXPECT_TRUE(has(told(result, 90), "source record 72 has become that one"));
    EXPECT_EQ(update("product"), "1 created, 20 unchanged");
    EXPECT_EQ(became(72).substr(6), "warranty-old");
    EXPECT_EQ(became(90).substr(6), "warranty");
}

TEST_F(ProductIdentityTest, FollowsThePolicies)
{
    prepare();
    EXPECT_EQ(done("error"), "1 failed");
    EXPECT_TRUE(has(told(report("product", {"--entity-ids", "16"}), 16),
                    "the destination already has a record with the same sku (id 90016)"));
    EXPECT_EQ(became(16), "");
    EXPECT_EQ(done("skip"), "1 skipped");
    EXPECT_EQ(price(), "none");
    EXPECT_EQ(became(16), "90016 mug-blue");
    EXPECT_EQ(done("error"), "1 failed");
    EXPECT_EQ(done("update"), "1 updated");
    EXPECT_EQ(price(), "8.9500");
    EXPECT_EQ(done("error"), "1 unchanged");

    source().exec("UPDATE catalog_product_entity_decimal SET value = 1 WHERE entity_id = 16 AND "
                  "attribute_id = 99 AND store_id = 0;\n"
                  "DELETE FROM catalog_product_entity_tier_price WHERE entity_id = 16");
    const auto failed = report("product", {"--entity-ids", "16"});
    EXPECT_TRUE(has(told(failed, 16), "differs from the destination's record 90016 in"));
    EXPECT_TRUE(has(told(failed, 16), "catalog_product_entity_tier_price"));
    EXPECT_TRUE(has(told(failed, 16), "price"));
    EXPECT_EQ(done("skip"), "1 skipped");
    EXPECT_EQ(price(), "8.9500");
    EXPECT_EQ(done("merge"), "1 merged");
    EXPECT_EQ(price(), "1.0000");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_entity_tier_price WHERE "
                                  "entity_id = 90016"),
              "4");
    EXPECT_EQ(done("update"), "1 updated");
    EXPECT_EQ(done("error"), "1 unchanged");
}

TEST_F(ProductIdentityTest, LimitAndIdsChooseProducts)
{
    prepare();
    EXPECT_EQ(update("product", {"--limit", "3"}), "1 created, 2 updated");
    EXPECT_EQ(update("product", {"--date-from", "2024-05-02", "--date-to", "2024-05-02"}),
              "5 created");
    EXPECT_EQ(report("product", {"--increment-ids", "1"}).at("exit_code"), 2);
}

TEST_F(ProductIdentityTest, OfASetThatHasNotComeIsHeld)
{
    sync_before_catalog();
    EXPECT_EQ(report("productattribute", {"-d", "update"}).at("exit_code"), 0);
    const auto result = report("product", {"-d", "update"});
    EXPECT_EQ(result.at("summary").at("held"), 6);
    EXPECT_TRUE(has(told(result, 60), "sync attribute_set first"));
    EXPECT_EQ(report("attribute_set", {"-d", "update"}).at("exit_code"), 0);
    EXPECT_EQ(update("product"), "6 created, 14 unchanged");
    EXPECT_EQ(report("category", {"-d", "update"}).at("exit_code"), 0);
    EXPECT_TRUE(same_products());
}

} // namespace

} // namespace datasync::test
