// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// CMS blocks and pages: what they are known by, and their stores.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class CmsTest : public SyncTest {
protected:
    /// The stores of a block on the destination.
    std::string stores(const std::string& block_id)
    {
        return destination()
            .value("SELECT GROUP_CONCAT(store_id ORDER BY store_id) FROM cms_block_store WHERE "
                   "block_id = " +
                   block_id)
            .value_or("none");
    }

    Rows own_block()
    {
        return destination().rows("SELECT * FROM cms_block JOIN cms_block_store USING (block_id) "
                                  "WHERE block_id = 1501");
    }
};

TEST_F(CmsTest, BlocksAreKnownByIdentifierAndStores)
{
    const auto own = own_block();
    EXPECT_EQ(update("cms_block"), "3 created, 1 updated");
    EXPECT_EQ(target("cms_block", 3), "1502");
    EXPECT_NE(target("cms_block", 5), target("cms_block", 6));
    EXPECT_EQ(stores(target("cms_block", 3)), "0");
    EXPECT_EQ(stores(target("cms_block", 5)), "31,35");
    EXPECT_EQ(stores(target("cms_block", 6)), "12");
    EXPECT_EQ(stores(target("cms_block", 8)), "11,12");
    const auto plain = [](TestDatabase& shop) {
        return shop.rows("SELECT title, identifier, is_active, creation_time, update_time FROM "
                         "cms_block WHERE identifier <> 'returns' ORDER BY title");
    };
    EXPECT_EQ(plain(destination()), plain(source()));
    EXPECT_EQ(destination().value("SELECT content FROM cms_block WHERE identifier = 'promo_de'"),
              source().value("SELECT content FROM cms_block WHERE identifier = 'promo_de'"));
    EXPECT_EQ(own_block(), own);
}

TEST_F(CmsTest, BlockOfOtherStoresIsAnotherBlock)
{
    destination().exec("INSERT INTO cms_block (block_id, title, identifier) VALUES "
                       "(1510, 'Own', 'promo_de');\n"
                       "INSERT INTO cms_block_store (block_id, store_id) VALUES (1510, 12)");
    EXPECT_EQ(update("cms_block", {"--entity-ids", "8"}), "1 created");
    EXPECT_EQ(destination().value("SELECT title FROM cms_block WHERE block_id = 1510"), "Own");
    EXPECT_EQ(stores("1510"), "12");
}

TEST_F(CmsTest, BlockWithTwoCandidatesFails)
{
    destination().exec("INSERT INTO cms_block (block_id, title, identifier) VALUES "
                       "(1510, 'Second', 'footer_links');\n"
                       "INSERT INTO cms_block_store (block_id, store_id) VALUES (1510, 0)");
    const auto done = report("cms_block", {"-d", "update", "--entity-ids", "3"});
    EXPECT_EQ(told(done, 3), "failed: 2 records of the destination have the same identifier and "
                             "store_id set (ids 1502, 1510): it cannot be told which one is meant");
}

TEST_F(CmsTest, StoresAreASetUnderUpdateAndGrowUnderMerge)
{
    EXPECT_EQ(update("cms_block"), "3 created, 1 updated");
    const std::string block = target("cms_block", 5);
    source().exec("DELETE FROM cms_block_store WHERE block_id = 5 AND store_id = 6;\n"
                  "INSERT INTO cms_block_store (block_id, store_id) VALUES (5, 2)");
    EXPECT_EQ(counts(report("cms_block", {"-d", "merge"})), "1 merged, 3 unchanged");
    EXPECT_EQ(stores(block), "12,31,35");
    EXPECT_EQ(update("cms_block"), "1 updated, 3 unchanged");
    EXPECT_EQ(stores(block), "12,31");
    EXPECT_EQ(target("cms_block", 5), block);
}

TEST_F(CmsTest, PagesAreKnownByIdentifierAndStores)
{
    EXPECT_EQ(update("cms_page"), "3 created, 1 updated");
    EXPECT_EQ(target("cms_page", 2), "2502");
    const auto plain = [](TestDatabase& shop) {
        return shop.column("SELECT CONCAT_WS('|', p.title, p.root_template, p.identifier, "
                           "p.content_heading, p.update_time, p.is_active, p.sort_order, "
                           "GROUP_CONCAT(s.code ORDER BY s.code)) FROM cms_page p "
                           "JOIN cms_page_store USING (page_id) JOIN core_store s USING (store_id) "
                           "WHERE p.identifier <> 'no-route' GROUP BY p.page_id ORDER BY 1");
    };
    EXPECT_EQ(plain(destination()).size(), 4U);
    EXPECT_EQ(plain(destination()), plain(source()));
    EXPECT_EQ(destination().value("SELECT content FROM cms_page WHERE page_id = 2501"),
              "<p>Not here.</p>");
    EXPECT_EQ(update("cms_page"), "4 unchanged");
}

} // namespace

} // namespace datasync::test
