// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// URL redirects: those that people made arrive with the destination's ids, and no path is taken
// from what the destination's shop has given it to.
#include "support/catalog_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class UrlRedirectTest : public CatalogTest {
protected:
    /// Brings categories and products over, with all that they need.
    void sync_products() const
    {
        sync("customer_group", {"-d", "update"});
        sync("customer", {"-d", "update"});
        for (const auto* const entity :
             {"productattribute", "attribute_set", "category", "category", "product"}) {
            sync(entity, {"-d", "update"});
        }
    }

    /// A redirect by its request path: store, category, product, paths, kind and description.
    std::string redirect(std::string_view path)
    {
        return destination()
            .value(fmt::format("SELECT CONCAT_WS(' | ', s.code, IFNULL(u.category_id, '-'), "
                               "IFNULL(u.product_id, '-'), u.id_path, u.target_path, u.is_system, "
                               "IFNULL(u.options, '-'), IFNULL(u.description, '-')) FROM "
                               "core_url_rewrite u JOIN core_store s ON s.store_id = u.store_id "
                               "WHERE u.request_path = '{}'",
                               path))
            .value_or("");
    }

    /// What the destination has beside the redirects that came.
    Rows own_rewrites()
    {
        return destination().rows("SELECT * FROM core_url_rewrite WHERE url_rewrite_id < 77000");
    }

    Rows all_rewrites() { return destination().rows("SELECT * FROM core_url_rewrite"); }

    std::string mug() { return product(destination(), "mug-red"); }
    std::string shirt() { return product(destination(), "shirt-red-m"); }
    /// The category 7 of the source.
    std::string shirts() { return target("category", 7); }
};

TEST_F(UrlRedirectTest, ArrivesWithTheDestinationsIds)
{
    sync_products();
    const auto own = own_rewrites();
    EXPECT_EQ(update("url_redirect"), "6 created, 1 failed");
    EXPECT_EQ(redirect("old-page.html"),
              "default | - | - | 11111111_1 | service | 0 | RP | Moved in 2014");
    EXPECT_EQ(redirect("alte-seite.html"), "german | - | - | 11111111_2 | "
                                           "http://archive.example.com/seite?id=16 | 0 | R | ");
    EXPECT_EQ(redirect("red-mug.html"),
              fmt::format("default | - | {0} | product/{0}/old | catalog/product/view/id/{0} | 0 | "
                          "RP | -",
                          mug()));
    EXPECT_EQ(redirect("hemden.html"),
              fmt::format("default | {0} | - | category/{0}/old | catalog/category/view/id/{0} | 0 "
                          "| RP | -",
                          shirts()));
    EXPECT_EQ(redirect("hemden/rot.html"),
              fmt::format("default | {0} | {1} | 11111111_5 | "
                          "catalog/product/view/id/{1}/category/{0} | 0 | - | -",
                          shirts(), shirt()));
    EXPECT_EQ(redirect("tea.html"),
              fmt::format("outlet_en | {} | {} | 11111111_7 | tea-box.html | 0 | RP | -",
                          target("category", 14), product(destination(), "tea-box")));
    EXPECT_EQ(own_rewrites(), own);
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM core_url_rewrite"),
              std::to_string(own.size() + 6));
    const auto after = all_rewrites();
    EXPECT_EQ(update("url_redirect"), "6 unchanged, 1 failed");
    EXPECT_EQ(all_rewrites(), after);
}

TEST_F(UrlRedirectTest, TakesNoPathFromTheShop)
{
    sync_products();
    const auto own = own_rewrites();
    for (const auto* const policy : {"update", "merge", "skip"}) {
        const auto result = report("url_redirect", {"-d", policy, "--entity-ids", "16"});
        EXPECT_EQ(counts(result), "1 failed") << policy;
        EXPECT_TRUE(has(told(result, 16), "request_path \"keep-one.html\""));
        EXPECT_TRUE(has(told(result, 16), "store 31"));
        EXPECT_TRUE(has(told(result, 16), "system rewrite (url_rewrite_id 40801, product/90020)"));
        EXPECT_EQ(target("url_redirect", 16), "");
    }
    EXPECT_EQ(counts(report("url_redirect", {"--entity-ids", "16"})), "1 failed");
    EXPECT_EQ(own_rewrites(), own);
    source().exec("UPDATE core_url_rewrite SET request_path = 'keep-one-old.html' WHERE "
                  "url_rewrite_id = 16");
    EXPECT_EQ(update("url_redirect", {"--entity-ids", "16"}), "1 created");
}

TEST_F(UrlRedirectTest, BecomesTheDestinationsOwnOfThatPath)
{
    sync_products();
    source().exec("UPDATE core_url_rewrite SET request_path = 'keep-old.html' WHERE url_rewrite_id "
                  "= 13");
    const Words only = {"--entity-ids", "13"};
    EXPECT_EQ(counts(report("url_redirect", only)), "1 failed");
    EXPECT_EQ(counts(report("url_redirect", {"-d", "skip", "--entity-ids", "13"})), "1 skipped");
    EXPECT_TRUE(has(redirect("keep-old.html"), "keep.html"));
    EXPECT_EQ(update("url_redirect", only), "1 updated");
    EXPECT_EQ(target("url_redirect", 13), "40803");
    EXPECT_TRUE(has(redirect("keep-old.html"), "catalog/product/view/id/" + mug()));
}

TEST_F(UrlRedirectTest, FollowsTheSource)
{
    sync_products();
    update("url_redirect");
    const auto id = target("url_redirect", 13);
    source().exec("UPDATE core_url_rewrite SET request_path = 'mugs/red.html', target_path = "
                  "'/catalog/product/view/id/16?from=old#top', product_id = 16, options = NULL "
                  "WHERE url_rewrite_id = 13");
    EXPECT_EQ(update("url_redirect", {"--entity-ids", "13"}), "1 updated");
    EXPECT_EQ(target("url_redirect", 13), id);
    const auto blue = product(destination(), "mug-blue");
    EXPECT_EQ(redirect("mugs/red.html"),
              fmt::format("default | - | {} | product/{}/old | "
                          "/catalog/product/view/id/{}?from=old#top | 0 | - | -",
                          blue, mug(), blue));
    EXPECT_EQ(redirect("red-mug.html"), "");
}

TEST_F(UrlRedirectTest, WaitsForItsProductAndCategory)
{
    sync_before_catalog();
    const auto first = report("url_redirect", {"-d", "update"});
    EXPECT_EQ(counts(first), "3 created, 3 held, 1 failed");
    EXPECT_TRUE(has(told(first, 15), "held: core_url_rewrite.category_id"));
    EXPECT_TRUE(has(told(first, 15), "sync category first"));
    EXPECT_EQ(redirect("hemden/rot.html"), "");
    sync_products();
    EXPECT_EQ(update("url_redirect"), "3 created, 3 unchanged, 1 failed");
    EXPECT_TRUE(has(redirect("hemden/rot.html"), "id/" + shirt() + "/category/" + shirts()));
}

TEST_F(UrlRedirectTest, IsCompletedWhenWhatItsPathNamesHasCome)
{
    source().exec("INSERT INTO core_url_rewrite (url_rewrite_id, store_id, id_path, request_path, "
                  "target_path, is_system) VALUES (21, 1, '21_1', 'about-old.html', "
                  "'cms/page/view/page_id/4', 0), (22, 1, '22_1', 'cup.html', "
                  "'catalog/product/view/id/79/category/7', 0), (23, 1, '23_1', 'gone.html', "
                  "'catalog/product/view/id/9999', 0)");
    const auto first = report("url_redirect", {"-d", "update", "--entity-ids", "21,22,23"});
    EXPECT_EQ(counts(first), "3 created");
    EXPECT_TRUE(has(first.at("warnings").dump(), "product 9999 does not exist on the source"));
    EXPECT_TRUE(has(redirect("about-old.html"), "page_id/0"));
    EXPECT_TRUE(has(redirect("cup.html"), "id/0/category/0"));
    EXPECT_TRUE(has(redirect("gone.html"), "id/0 |"));
    sync_products();
    update("cms_page");
    EXPECT_TRUE(has(redirect("about-old.html"), "page_id/" + target("cms_page", 4) + " |"));
    EXPECT_TRUE(
        has(redirect("cup.html"),
            fmt::format("id/{}/category/{} |", product(destination(), "book-paper"), shirts())));
    EXPECT_EQ(update("url_redirect", {"--entity-ids", "21,22,23"}), "3 unchanged");
}

TEST_F(UrlRedirectTest, IsAnnouncedByADryRun)
{
    sync_products();
    const auto before = all_but_runs();
    const auto dry = report("url_redirect", {"-d", "update", "--dry-run"});
    EXPECT_EQ(all_but_runs(), before);
    const auto real = report("url_redirect", {"-d", "update"});
    EXPECT_EQ(counts(dry), counts(real));
    EXPECT_EQ(told(dry, 16), told(real, 16));
}

TEST_F(UrlRedirectTest, DoesNotAskForStoresOfOtherRewrites)
{
    sync_products();
    destination().exec("UPDATE core_store SET code = 'fr' WHERE code = 'french'");
    source().exec("INSERT INTO core_url_rewrite (store_id, id_path, request_path, target_path, "
                  "is_system) VALUES (3, 'category/5', 'tasses.html', "
                  "'catalog/category/view/id/5', 1)");
    EXPECT_EQ(update("url_redirect"), "6 created, 1 failed");
    source().exec("UPDATE core_url_rewrite SET is_system = 0 WHERE request_path = 'tasses.html'");
    EXPECT_EQ(sync("url_redirect", {"-d", "update"}).exit_code, 7);
}

} // namespace

} // namespace datasync::test
