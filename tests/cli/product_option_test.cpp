// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Custom options, bundle options and downloads: orders and carts name them by id, so that an id is
// kept for good.
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

/// Ids of options, their values and what hangs below them.
constexpr std::string_view k_ids =
    "SELECT CONCAT_WS(' ', 'option', o.option_id, t.option_title_id, p.option_price_id) FROM "
    "catalog_product_option o LEFT JOIN catalog_product_option_title t USING (option_id) LEFT JOIN "
    "catalog_product_option_price p USING (option_id, store_id) UNION ALL SELECT CONCAT_WS(' ', "
    "'value', v.option_type_id, v.option_id, t.option_type_title_id, p.option_type_price_id) FROM "
    "catalog_product_option_type_value v LEFT JOIN catalog_product_option_type_title t USING "
    "(option_type_id) LEFT JOIN catalog_product_option_type_price p USING (option_type_id, "
    "store_id) UNION ALL SELECT CONCAT_WS(' ', 'bundle', o.option_id, s.selection_id) FROM "
    "catalog_product_bundle_option o LEFT JOIN catalog_product_bundle_selection s USING "
    "(option_id) UNION ALL SELECT CONCAT_WS(' ', 'link', l.link_id, t.title_id, p.price_id) FROM "
    "downloadable_link l LEFT JOIN downloadable_link_title t USING (link_id) LEFT JOIN "
    "downloadable_link_price p USING (link_id) UNION ALL SELECT CONCAT_WS(' ', 'sample', "
    "s.sample_id, t.title_id) FROM downloadable_sample s LEFT JOIN downloadable_sample_title t "
    "USING (sample_id) ORDER BY 1";

/// What the registry knows of them.
constexpr std::string_view k_registered =
    "SELECT CONCAT_WS(' ', part_type, source_id, target_id) FROM datasync_part_registry WHERE "
    "part_type BETWEEN 20 AND 28 ORDER BY 1";

class ProductOptionTest : public ProductTest {
protected:
    /// The admin titles of a product's custom options, with those of their values.
    Words titles(std::string_view sku = "mug-print")
    {
        return destination().column(fmt::format(
            "SELECT CONCAT(t.title, COALESCE((SELECT GROUP_CONCAT(':', n.title ORDER BY "
            "v.sort_order, v.option_type_id SEPARATOR '') FROM catalog_product_option_type_value v "
            "JOIN catalog_product_option_type_title n ON n.option_type_id = v.option_type_id AND "
            "n.store_id = 0 WHERE v.option_id = o.option_id), '')) FROM catalog_product_option o "
            "JOIN catalog_product_option_title t ON t.option_id = o.option_id AND t.store_id = 0 "
            "WHERE o.product_id = '{}' ORDER BY o.sort_order, o.option_id",
            product(destination(), sku)));
    }

    /// Adds an option with one value to the print; ids from 900 on.
    static void add_option(TestDatabase& shop, unsigned id, std::string_view title,
                           std::string_view value)
    {
        shop.exec(fmt::format(
            "INSERT INTO catalog_product_option (option_id, product_id, type, sort_order) VALUES "
            "({0}, {1}, 'radio', {0});\n"
            "INSERT INTO catalog_product_option_title (option_id, store_id, title) VALUES ({0}, 0, "
            "'{2}');\n"
            "INSERT INTO catalog_product_option_type_value (option_type_id, option_id, sort_order) "
            "VALUES ({0}, {0}, 0);\n"
            "INSERT INTO catalog_product_option_type_title (option_type_id, store_id, title) "
            "VALUES ({0}, 0, '{3}')",
            id, product(shop, "mug-print"), title, value));
    }

    std::string has_options(std::string_view sku = "mug-print")
    {
        return destination()
            .value(fmt::format("SELECT CONCAT(has_options, required_options) FROM "
                               "catalog_product_entity WHERE sku = '{}'",
                               sku))
            .value_or("");
    }

    /// The outcomes of a run in that mode; the one after it changes nothing.
    std::string done(const std::string& mode, const std::string& policy = "update")
    {
        const Words words = {"-d", policy, "--options-mode", mode};
        const auto result = counts(report("product", words));
        const auto before = snapshot_of(destination(), false);
        EXPECT_EQ(counts(report("product", words)), "20 unchanged");
        EXPECT_EQ(snapshot_of(destination(), false), before);
        return result;
    }
};

const Words k_titles = {"Text", "Lines:Thin:Thick", "Picture", "Extras:Gift wrap:Express"};

TEST_F(ProductOptionTest, KeepTheirIdsOverManyRuns)
{
    sync_products();
    EXPECT_EQ(titles(), k_titles);
    const auto ids = destination().column(k_ids);
    const auto registered = destination().column(k_registered);
    const std::array ways = {Words{}, Words{"--no-load-data"}, Words{"--batch-size", "1"},
                             Words{"--options-mode", "merge"}, Words{"--jobs", "4"}};
    for (const auto& way : ways) {
        source().exec("UPDATE catalog_product_option_title SET title = CONCAT(title, '+');\n"
                      "UPDATE catalog_product_option_type_title SET title = CONCAT(title, '+');\n"
                      "UPDATE catalog_product_option_type_price SET price = price + 1;\n"
                      "UPDATE catalog_product_option SET sort_order = 9 - sort_order;\n"
                      "UPDATE catalog_product_bundle_option_value SET title = CONCAT(title, '+');\n"
                      "UPDATE downloadable_link_title SET title = CONCAT(title, '+');\n"
                      "UPDATE downloadable_sample_title SET title = CONCAT(title, '+')");
        EXPECT_EQ(update("product", way), "3 updated, 17 unchanged");
        EXPECT_EQ(destination().column(k_ids), ids);
        EXPECT_EQ(destination().column(k_registered), registered);
    }
    EXPECT_TRUE(same_products());
}

TEST_F(ProductOptionTest, AreKnownByTheirAdminTitleWhenTheRegistryIsLost)
{
    // Values of two options are called the same.
    add_option(source(), 900, "Paper", "Thick");
    add_option(source(), 901, "Cover", "Thick");
    sync_products();
    const auto ids = destination().column(k_ids);
    const auto registered = destination().column(k_registered);
    destination().exec("DELETE FROM datasync_part_registry WHERE part_type BETWEEN 20 AND 28;\n"
                       "UPDATE catalog_product_option SET sku = 'x', sort_order = 5 WHERE "
                       "product_id <> 90021;\n"
                       "UPDATE catalog_product_option_type_value SET sku = 'x', sort_order = 5;\n"
                       "UPDATE catalog_product_bundle_option SET position = 5;\n"
                       "UPDATE catalog_product_bundle_selection SET selection_qty = 5;\n"
                       "UPDATE downloadable_link SET number_of_downloads = 6;\n"
                       "UPDATE downloadable_sample SET sort_order = 5");
    EXPECT_EQ(update("product"), "3 updated, 17 unchanged");
    EXPECT_EQ(destination().column(k_ids), ids);
    EXPECT_EQ(destination().column(k_registered), registered);
    EXPECT_TRUE(same_products());
}

TEST_F(ProductOptionTest, AreReplacedByWhatTheSourceHas)
{
    sync_products();
    const auto registered = destination().column(k_registered).size();
    add_option(destination(), 900000, "Here alone", "One");
    destination().exec("UPDATE catalog_product_option_title SET title = 'Changed' WHERE title = "
                       "'Lines'");
    source().exec("DELETE FROM catalog_product_option WHERE option_id = 33;\n"
                  "DELETE FROM catalog_product_option_type_value WHERE option_type_id = 52");
    add_option(source(), 900, "New", "Fresh");
    EXPECT_EQ(done("replace"), "1 updated, 19 unchanged");
    EXPECT_EQ(titles(), (Words{"Text", "Lines:Thin", "Extras:Gift wrap:Express", "New:Fresh"}));
    EXPECT_EQ(destination().column(k_registered).size(), registered);
    EXPECT_EQ(has_options(), "11");

    source().exec("DELETE FROM catalog_product_option WHERE product_id = 74;\n"
                  "UPDATE catalog_product_entity SET has_options = 0, required_options = 0 WHERE "
                  "entity_id = 74");
    EXPECT_EQ(done("replace"), "1 updated, 19 unchanged");
    EXPECT_EQ(titles(), Words{});
    EXPECT_EQ(has_options(), "00");
    EXPECT_EQ(titles("KEEP-2"), Words{"Engraving"});
}

TEST_F(ProductOptionTest, AreMergedWithWhatTheDestinationHas)
{
    sync_products();
    add_option(destination(), 900000, "Here alone", "One");
    destination().exec("UPDATE catalog_product_option_title SET title = 'Changed' WHERE title = "
                       "'Lines'");
    source().exec("DELETE FROM catalog_product_option WHERE option_id = 33;\n"
                  "DELETE FROM catalog_product_entity_tier_price WHERE entity_id = 65");
    add_option(source(), 900, "New", "Fresh");
    EXPECT_EQ(done("merge"), "2 updated, 18 unchanged");
    EXPECT_EQ(titles(), (Words{"Text", "Lines:Thin:Thick", "Picture", "Extras:Gift wrap:Express",
                               "New:Fresh", "Here alone:One"}));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_entity_tier_price WHERE "
                                  "qty = 12"),
              "0");
    source().exec("DELETE FROM catalog_product_option WHERE product_id = 74;\n"
                  "UPDATE catalog_product_entity SET has_options = 0, required_options = 0 WHERE "
                  "entity_id = 74");
    EXPECT_EQ(done("merge"), "20 unchanged");
    EXPECT_EQ(titles().size(), 6);
    EXPECT_EQ(has_options(), "11");
}

TEST_F(ProductOptionTest, AreAppendedToWhatTheDestinationHas)
{
    sync_products();
    add_option(destination(), 900000, "Here alone", "One");
    destination().exec("UPDATE catalog_product_option_title SET title = 'Changed' WHERE title = "
                       "'Lines';\n"
                       "UPDATE catalog_product_option_type_price SET price = 77 WHERE price = 3.5");
    source().exec("DELETE FROM catalog_product_option WHERE option_id = 33;\n"
                  "UPDATE catalog_product_option_title SET title = 'Words' WHERE title = 'Text';\n"
                  "INSERT INTO catalog_product_option_type_value (option_type_id, option_id, "
                  "sort_order) VALUES (59, 32, 2);\n"
                  "INSERT INTO catalog_product_option_type_title (option_type_id, store_id, title) "
                  "VALUES (59, 0, 'Medium')");
    add_option(source(), 900, "New", "Fresh");
    EXPECT_EQ(done("append"), "1 updated, 19 unchanged");
    EXPECT_EQ(titles(), (Words{"Text", "Changed:Thin:Thick:Medium", "Picture",
                               "Extras:Gift wrap:Express", "New:Fresh", "Here alone:One"}));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_product_option_type_price WHERE "
                                  "price = 77"),
              "1");
    EXPECT_EQ(has_options(), "11");
    // The policy still holds for everything else.
    source().exec("DELETE FROM catalog_product_entity_group_price WHERE entity_id = 16;\n"
                  "DELETE FROM downloadable_sample WHERE sample_id = 81");
    EXPECT_EQ(done("append"), "2 updated, 18 unchanged");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM downloadable_sample"), "1");
}

TEST_F(ProductOptionTest, ArriveWithANewProductInEveryMode)
{
    prepare();
    for (const char* const mode : {"append", "merge", "replace"}) {
        SCOPED_TRACE(mode);
        EXPECT_NE(done(mode).find("created"), std::string::npos);
        EXPECT_EQ(titles(), k_titles);
        EXPECT_EQ(has_options(), "11");
        EXPECT_TRUE(same_products());
        destination().exec("DELETE FROM catalog_product_entity WHERE sku = 'mug-print'");
    }
}

TEST_F(ProductOptionTest, StayUnderMergeWhateverTheMode)
{
    sync_products();
    add_option(destination(), 900000, "Here alone", "One");
    source().exec("DELETE FROM catalog_product_option WHERE option_id = 33;\n"
                  "DELETE FROM catalog_product_bundle_selection WHERE selection_id = 12;\n"
                  "DELETE FROM downloadable_link WHERE link_id = 22");
    const auto ids = destination().column(k_ids);
    EXPECT_EQ(done("replace", "merge"), "20 unchanged");
    EXPECT_EQ(destination().column(k_ids), ids);
    EXPECT_EQ(has_options(), "11");
}

TEST_F(ProductOptionTest, OfTheBundleAndDownloadsOfTheDestinationGoUnderUpdate)
{
    sync_products();
    destination().exec(fmt::format(
        "INSERT INTO catalog_product_bundle_option (option_id, parent_id) VALUES (900000, {0});\n"
        "INSERT INTO catalog_product_bundle_selection (option_id, parent_product_id, product_id) "
        "VALUES (900000, {0}, 90020);\n"
        "INSERT INTO downloadable_link (product_id, link_url) VALUES ({1}, 'http://x.example/')",
        product(destination(), "tea-box"), product(destination(), "ebook")));
    const auto registered = destination().column(k_registered);
    EXPECT_EQ(update("product"), "2 updated, 18 unchanged");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(destination().column(k_registered), registered);
}

TEST_F(ProductOptionTest, OfOrdersGetTheirIdsWhenTheProductsComeLater)
{
    add_sales();
    prepare();
    EXPECT_EQ(update("cart_price_rule"), "3 created");
    EXPECT_EQ(update("order"), "12 created");
    constexpr std::string_view k_ordered = "SELECT product_options FROM sales_flat_order_item i "
                                           "JOIN datasync_part_registry r ON r.part_type = 4 AND "
                                           "r.target_id = i.item_id WHERE r.source_id = {}";
    const auto ordered = [&](unsigned item) {
        return destination().value(fmt::format(fmt::runtime(k_ordered), item)).value_or("");
    };
    EXPECT_TRUE(has(ordered(15), R"(i:0;s:1:"0";)"));
    EXPECT_EQ(update("product", {"--batch-size", "3"}), "18 created, 2 updated");

    const auto id = [&](unsigned part, unsigned source) {
        return destination()
            .value(fmt::format("SELECT target_id FROM datasync_part_registry WHERE part_type = {} "
                               "AND source_id = {}",
                               part, source))
            .value_or("");
    };
    EXPECT_TRUE(has(ordered(15), fmt::format(R"(i:{};s:5:"{}";)", id(20, 32), id(21, 51))));
    EXPECT_TRUE(has(ordered(5), fmt::format(R"(a:2:{{i:{};s:5:"{}";i:{};a:1:{{i:0;s:5:"{}";}}}})",
                                            id(22, 4), id(23, 11), id(22, 5), id(23, 13))));
    EXPECT_TRUE(has(ordered(12),
                    fmt::format(R"(a:2:{{i:0;s:5:"{}";i:1;s:5:"{}";}})", id(24, 21), id(24, 22))));
    EXPECT_EQ(report("order", {"-d", "update"}).at("references").at("open"), 0);
    EXPECT_EQ(update("order"), "12 unchanged");
}

} // namespace

} // namespace datasync::test
