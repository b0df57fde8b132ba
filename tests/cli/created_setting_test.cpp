// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Settings with ids of their own that come with the records that name them: tax classes, ratings.
#include "support/review_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class CreatedSettingTest : public ReviewTestBase {
protected:
    Words tax_classes()
    {
        return destination().column(
            "SELECT CONCAT(class_name, ' ', class_type) FROM tax_class ORDER BY class_id");
    }

    /// Stores, titles and options of a rating of the destination.
    std::string rating(std::string_view code)
    {
        return destination()
            .value(fmt::format(
                "SELECT CONCAT_WS(' | ', e.entity_code, r.position, (SELECT GROUP_CONCAT(c.code "
                "ORDER BY c.code) FROM rating_store s JOIN core_store c USING (store_id) WHERE "
                "s.rating_id = r.rating_id), (SELECT GROUP_CONCAT(c.code, '=', t.value ORDER BY "
                "c.code) FROM rating_title t JOIN core_store c USING (store_id) WHERE t.rating_id "
                "= r.rating_id), (SELECT GROUP_CONCAT(o.value ORDER BY o.value) FROM rating_option "
                "o WHERE o.rating_id = r.rating_id)) FROM rating r JOIN rating_entity e USING "
                "(entity_id) WHERE r.rating_code = '{}'",
                code))
            .value_or("");
    }

    /// Adds the rating Comfort to the source, with a vote of review 3 for it.
    void add_comfort()
    {
        source().exec(R"(
INSERT INTO rating (rating_id, entity_id, rating_code, position) VALUES (9, 1, 'Comfort', 7);
INSERT INTO rating_option (option_id, rating_id, code, value, position) VALUES (91, 9, '1', 1, 1),
(95, 9, '5', 5, 5);
INSERT INTO rating_title (rating_id, store_id, value) VALUES (9, 2, 'Bequem');
INSERT INTO rating_store (rating_id, store_id) VALUES (9, 0), (9, 2), (9, 6);
INSERT INTO rating_option_vote (option_id, customer_id, entity_pk_value, rating_id, review_id,
percent, value) VALUES (95, NULL, 60, 9, 3, 100, 5);
)");
    }
};

TEST_F(CreatedSettingTest, TaxClassComesWithProducts)
{
    source().exec("INSERT INTO tax_class (class_id, class_name, class_type) VALUES (8, 'Export', "
                  "'CUSTOMER'), (9, 'Retail Customer', 'PRODUCT');\n"
                  "UPDATE catalog_product_entity_int SET value = 1 WHERE attribute_id = 274 AND "
                  "entity_id = 27");
    for (const auto* const entity : {"customer_group", "productattribute", "attribute_set"}) {
        EXPECT_EQ(sync(entity, {"-d", "update"}).exit_code, 0);
    }
    const auto before = tax_classes();
    EXPECT_EQ(before.back(), "Export CUSTOMER");
    const auto dry = report("product", {"-d", "update", "--dry-run"});
    EXPECT_EQ(tax_classes(), before);
    EXPECT_TRUE(has(dry.at("warnings").dump(), "tax_class: the destination would get default "
                                               "(PRODUCT), Retail Customer (PRODUCT)"));
    const auto real = report("product", {"-d", "update"});
    EXPECT_EQ(counts(real), counts(dry));
    EXPECT_FALSE(has(counts(real), "held"));
    EXPECT_TRUE(
        has(real.at("warnings").dump(), "tax_class: the destination got default (PRODUCT)"));
    auto expected = before;
    expected.insert(expected.end(), {"default PRODUCT", "Retail Customer PRODUCT"});
    EXPECT_EQ(tax_classes(), expected);
    EXPECT_EQ(value(destination(), "mug-red", "tax_class_id"),
              destination().value("SELECT class_id FROM tax_class WHERE class_name = 'default'"));
    EXPECT_EQ(value(destination(), "mug-blue", "tax_class_id"), "62");
    const auto again = report("product", {"-d", "update"});
    EXPECT_FALSE(has(again.at("warnings").dump(), "tax_class"));
    EXPECT_EQ(tax_classes(), expected);
}

TEST_F(CreatedSettingTest, RatingComesWithItsOptionsTitlesAndStores)
{
    sync_products();
    add_comfort();
    const auto quality = rating("Quality");
    const auto first = report("review", {"-d", "update"});
    EXPECT_EQ(counts(first), "6 created");
    EXPECT_EQ(rating("Comfort"), "product | 7 | admin,german,outlet_en | german=Bequem | 1,5");
    EXPECT_EQ(rating("Quality"), quality);
    EXPECT_EQ(votes(3), Words{"Comfort 5 100 5 NULL"});
    const auto after = all_but_runs();
    const auto again = report("review", {"-d", "update"});
    EXPECT_EQ(counts(again), "6 unchanged");
    EXPECT_FALSE(has(again.at("warnings").dump(), "rating"));
    EXPECT_EQ(all_but_runs(), after);
}

TEST_F(CreatedSettingTest, RatingIsMappedInADryRunAsIfItWereThere)
{
    sync_products();
    add_comfort();
    const auto before = snapshot_of(destination(), true);
    EXPECT_EQ(counts(report("review", {"-d", "update", "--dry-run"})), "6 created");
    EXPECT_EQ(snapshot_of(destination(), true), before);
}

TEST_F(CreatedSettingTest, RatingThatIsShownNowhereGetsTheStoresOfTheSource)
{
    destination().exec("DELETE FROM rating_store WHERE rating_id = 32;\n"
                       "DELETE FROM rating_store WHERE rating_id = 31 AND store_id <> 12;\n"
                       "INSERT INTO rating_title (rating_id, store_id, value) VALUES (32, 12, "
                       "'Unsere'), (33, 11, 'Le nôtre')");
    source().exec("INSERT INTO rating_title (rating_id, store_id, value) VALUES (1, 6, 'Second')");
    sync_products();
    const auto dry = report("review", {"-d", "update", "--dry-run"});
    EXPECT_TRUE(has(dry.at("warnings").dump(),
                    "rating: the destination would get the stores of product/Quality, which it "
                    "used in none"));
    EXPECT_EQ(rating("Quality"), "product | 0 | german=Unsere | 1,2,3,4,5");
    const auto real = report("review", {"-d", "update"});
    EXPECT_EQ(counts(real), counts(dry));
    EXPECT_TRUE(has(real.at("warnings").dump(), "got the stores of product/Quality, which"));
    EXPECT_EQ(rating("Quality"), "product | 0 | admin,default,french,german,outlet_en | "
                                 "german=Unsere,outlet_en=Second | 1,2,3,4,5");
    // What is shown somewhere is as the destination's shop wants it.
    EXPECT_EQ(rating("Price"), "product | 0 | german | 1,2,3,4,5");
    EXPECT_TRUE(has(rating("Value"), "french=Le nôtre"));
    EXPECT_TRUE(report("review", {"-d", "update"}).at("warnings").empty());
}

TEST_F(CreatedSettingTest, RatingOfTheSameCodeIsNotCreatedTwice)
{
    sync_products();
    add_comfort();
    destination().exec("INSERT INTO rating (rating_id, entity_id, rating_code) VALUES (39, 41, "
                       "'COMFORT')");
    const auto first = report("review", {"-d", "update"});
    EXPECT_EQ(counts(first), "5 created, 1 held");
    EXPECT_TRUE(has(told(first, 3), "held: rating_option_vote."));
    EXPECT_TRUE(has(told(first, 3), "create it there"));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM rating"), "4");
}

} // namespace

} // namespace datasync::test
