// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Products that name other products: whichever comes first, in the end each names the right one,
// and once.
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::test {

namespace {

class ProductLinkTest : public ProductTest {
protected:
    /// The number of rows in which products name others.
    Words rows(TestDatabase& shop)
    {
        Words lines;
        for (const auto* const table :
             {"catalog_product_link", "catalog_product_link_attribute_int",
              "catalog_product_link_attribute_decimal", "catalog_product_link_attribute_varchar",
              "catalog_product_relation", "catalog_product_super_link",
              "catalog_product_bundle_selection", "catalog_product_bundle_selection_price"}) {
            lines.push_back(fmt::format(
                "{} {}", table,
                shop.value(fmt::format("SELECT COUNT(*) FROM {}", table)).value_or("")));
        }
        return lines;
    }

    /// What a run says about references, after a dry run has announced just that.
    std::string announced(const std::string& ids)
    {
        const auto before = all_but_runs();
        const auto forecast = told_references({"--entity-ids", ids, "--dry-run"});
        EXPECT_EQ(all_but_runs(), before);
        const auto done = told_references({"--entity-ids", ids});
        EXPECT_EQ(forecast, done) << ids;
        return done;
    }

    /// What waits for products, as `datasync status` names it.
    Words waiting() const
    {
        const auto all = connection_options();
        Words words = {"status", "--format", "json"};
        words.insert(words.end(), std::find(all.begin(), all.end(), "--dest-socket"), all.end());
        Words lines;
        const auto status = Json::parse(run_datasync(words).out);
        for (const auto& entry : status.at("open_references")) {
            if (entry.at("target") != "product") { continue; }
            lines.push_back(fmt::format("{} {}", entry.at("column").get<std::string>(),
                                        entry.at("count").get<unsigned>()));
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
};

class MahoProductLinkTest : public ProductLinkTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(ProductLinkTest, NameTheSameProductsWithPlaceAndQuantity)
{
    sync_products();
    EXPECT_EQ(destination().column(
                  "SELECT CONCAT_WS(' ', y.code, p.sku, q.sku, i.value, d.value, v.value) FROM "
                  "catalog_product_link l JOIN catalog_product_link_type y USING (link_type_id) "
                  "JOIN catalog_product_entity p ON p.entity_id = l.product_id JOIN "
                  "catalog_product_entity q ON q.entity_id = l.linked_product_id LEFT JOIN "
                  "catalog_product_link_attribute_int i USING (link_id) LEFT JOIN "
                  "catalog_product_link_attribute_decimal d USING (link_id) LEFT JOIN "
                  "catalog_product_link_attribute_varchar v USING (link_id) WHERE p.sku NOT LIKE "
                  "'KEEP%' ORDER BY 1"),
              (Words{"cross_sell mug-print mug-blue 5", "cross_sell tea-green tea-black",
                     "relation mug-blue mug-print 2", "relation mug-blue mug-red 1",
                     "relation mug-red mug-blue 0", "super tea-tasting tea, loose 3 0.0000",
                     "super tea-tasting tea-black 1 2.5000", "super tea-tasting tea-green 2 1.0000",
                     "up_sell shirt-red-m book-paper 1 new", "up_sell shirt-red-m shirt 2"}));
}

TEST_F(ProductLinkTest, WaitForProductsOfLaterBatches)
{
    prepare();
    EXPECT_EQ(told_references({"--batch-size", "1", "--jobs", "1"}),
              "18 created, 2 updated; 0 open, 0 delivered, 0 lost");
    EXPECT_TRUE(same_products());
    const auto arrived = rows(destination());
    for (const auto& size : {"1", "3", "100"}) {
        EXPECT_EQ(update("product", {"--batch-size", size}), "20 unchanged");
        EXPECT_EQ(rows(destination()), arrived);
    }
}

TEST_F(MahoProductLinkTest, WaitForProductsOfLaterBatches)
{
    prepare();
    EXPECT_EQ(told_references({"--batch-size", "1", "--no-load-data"}),
              "18 created, 2 updated; 0 open, 0 delivered, 0 lost");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(update("product"), "20 unchanged");
}

TEST_F(ProductLinkTest, WaitForProductsOfLaterRuns)
{
    prepare();
    // Three teas of the tasting, twice each; the set's mugs are there already.
    EXPECT_EQ(announced("68"), "1 created; 6 open, 0 delivered, 0 lost");
    EXPECT_EQ(announced("51"), "1 created; 6 open, 0 delivered, 0 lost");
    EXPECT_EQ(announced("60"), "1 created; 12 open, 0 delivered, 0 lost");
    // Two teas, selected and related; a link of a kind that no other shop knows waits for nothing.
    EXPECT_EQ(announced("64"), "1 created; 16 open, 0 delivered, 0 lost");
    EXPECT_EQ(waiting(), (Words{"catalog_product_bundle_selection.product_id 2",
                                "catalog_product_link.linked_product_id 3",
                                "catalog_product_relation.child_id 8",
                                "catalog_product_super_link.product_id 3"}));
    EXPECT_EQ(announced("61,62"), "2 created; 13 open, 4 delivered, 0 lost");
    EXPECT_EQ(announced("66"), "1 created; 9 open, 4 delivered, 0 lost");
    EXPECT_EQ(announced("63,65,77"), "3 created; 1 open, 8 delivered, 0 lost");
    EXPECT_EQ(waiting(), Words{"catalog_product_link.linked_product_id 1"});
    EXPECT_EQ(told_references(), "8 created, 2 updated, 10 unchanged; 0 open, 0 delivered, 0 lost");
    EXPECT_EQ(waiting(), Words{});
    EXPECT_TRUE(same_products());
    EXPECT_EQ(told_references(), "20 unchanged; 0 open, 0 delivered, 0 lost");
}

TEST_F(ProductLinkTest, CountsWhatCameWithItsRecordAsDryRunsDo)
{
    prepare();
    EXPECT_EQ(announced("65,66,68"), "3 created; 2 open, 0 delivered, 0 lost");
    EXPECT_EQ(announced("65,66,68,77"), "1 created, 3 unchanged; 0 open, 0 delivered, 0 lost");
    source().exec("INSERT INTO catalog_product_link (product_id, linked_product_id, link_type_id) "
                  "VALUES (72, 80, 1), (72, 80, 4), (72, 80, 5)");
    EXPECT_EQ(announced("72"), "1 created; 1 open, 0 delivered, 0 lost");
    EXPECT_EQ(announced("80"), "1 created; 0 open, 1 delivered, 0 lost");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_link WHERE product_id = " +
                                  product(destination(), "warranty")),
              "3");
}

TEST_F(ProductLinkTest, NeverComeWhenTheSourceDoesNotHaveTheProduct)
{
    source().exec("SET foreign_key_checks = 0;\n"
                  "INSERT INTO catalog_product_link (link_id, product_id, linked_product_id, "
                  "link_type_id) VALUES (99, 16, 4711, 1);\n"
                  "INSERT INTO catalog_product_link_attribute_int (product_link_attribute_id, "
                  "link_id, value) VALUES (2, 99, 1);\n"
                  "INSERT INTO catalog_product_relation (parent_id, child_id) VALUES (60, 4711);\n"
                  "INSERT INTO catalog_product_super_link (parent_id, product_id) VALUES "
                  "(60, 4711)");
    prepare();
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "18 created, 2 updated");
    EXPECT_EQ(done.at("references").at("open"), 0);
    EXPECT_EQ(done.at("references").at("lost"), 3);
    EXPECT_TRUE(warns(done, "catalog_product_link: rows whose product does not exist"));
    EXPECT_EQ(update("product"), "20 unchanged");
}

TEST_F(ProductLinkTest, SurviveThatTheDestinationLosesAProduct)
{
    sync_products();
    destination().exec("DELETE FROM catalog_product_entity WHERE sku = 'tea-green'");
    EXPECT_EQ(announced("64,68"), "2 unchanged; 4 open, 0 delivered, 0 lost");
    EXPECT_EQ(announced("65"), "1 created; 0 open, 4 delivered, 0 lost");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(told_references(), "20 unchanged; 0 open, 0 delivered, 0 lost");
}

TEST_F(ProductLinkTest, OfARecordThatIsCompletedBringNothingElse)
{
    prepare();
    EXPECT_EQ(announced("16,64,65"), "2 created, 1 updated; 5 open, 0 delivered, 0 lost");
    // What has changed since comes with the box itself; what waited comes in any case.
    source().exec("UPDATE catalog_product_entity_varchar SET value = 'Box' WHERE entity_id = 64 "
                  "AND attribute_id = 96;\n"
                  "INSERT INTO catalog_product_bundle_option (option_id, parent_id) VALUES "
                  "(9, 64);\n"
                  "INSERT INTO catalog_product_bundle_selection (selection_id, option_id, "
                  "parent_product_id, product_id) VALUES (99, 9, 64, 65);\n"
                  "INSERT INTO catalog_product_bundle_selection_price (selection_id, website_id, "
                  "selection_price_value) VALUES (99, 4, 1)");
    const auto done = report("product", {"-d", "update", "--entity-ids", "66"});
    EXPECT_FALSE(warns(done, "lacks rows"));
    EXPECT_EQ(done.at("references").at("delivered"), 3);
    EXPECT_EQ(value(destination(), "tea-box", "name"), "Tea box");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_bundle_selection"), "3");
    EXPECT_EQ(update("product", {"--entity-ids", "64"}), "1 updated");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_bundle_selection"), "4");
    EXPECT_EQ(told_references(), "15 created, 1 updated, 4 unchanged; 0 open, 0 delivered, 0 lost");
    EXPECT_TRUE(same_products());
}

TEST_F(ProductLinkTest, AreTheSameAfterManyRuns)
{
    sync_products();
    const auto arrived = rows(destination());
    constexpr std::string_view k_ids =
        "SELECT CONCAT_WS(' ', link_id, product_id, linked_product_id) FROM catalog_product_link "
        "ORDER BY 1";
    const auto ids = destination().column(k_ids);
    for (unsigned run = 1; run <= 5; ++run) {
        // The registry does not keep links; they are known by what they say.
        source().exec("UPDATE catalog_product_link_attribute_int SET value = value + 1");
        if (run == 3) { destination().exec("DELETE FROM datasync_entity_registry"); }
        EXPECT_EQ(update("product"), "5 updated, 15 unchanged");
        EXPECT_EQ(rows(destination()), arrived);
        EXPECT_EQ(destination().column(k_ids), ids);
    }
    EXPECT_TRUE(same_products());
}

TEST_F(ProductLinkTest, AreKeptUnderMergeAndRemovedUnderUpdate)
{
    sync_products();
    destination().exec("INSERT INTO catalog_product_link (product_id, linked_product_id, "
                       "link_type_id) VALUES (90016, 90020, 1)");
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "20 unchanged");
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_TRUE(same_products());
}

TEST_F(ProductLinkTest, RowsThatAreRefusedAtTheEndAreNeitherDeliveredNorForgotten)
{
    prepare();
    report("product", {"-d", "update", "--entity-ids", "64"});
    destination().exec("CREATE TRIGGER refuses BEFORE INSERT ON catalog_product_bundle_selection "
                       "FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not here'");
    const auto refused = report("product", {"-d", "update", "--entity-ids", "65,66"});
    EXPECT_EQ(refused.at("exit_code"), 3);
    EXPECT_TRUE(warns(refused, "lacks rows that could come"));
    EXPECT_TRUE(warns(refused, "not here"));
    EXPECT_EQ(refused.at("references").at("delivered"), 0);
    destination().exec("DROP TRIGGER refuses");
    EXPECT_EQ(report("product", {"-d", "update"}).at("exit_code"), 0);
    EXPECT_TRUE(same_products());
}

} // namespace

} // namespace datasync::test
