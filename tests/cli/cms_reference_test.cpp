// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids inside texts: each one becomes the destination's, now or as soon as its target comes.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class CmsReferenceTest : public SyncTest {
protected:
    std::string block(unsigned source_id)
    {
        return destination()
            .value("SELECT content FROM cms_block WHERE block_id = " +
                   target("cms_block", source_id))
            .value_or("");
    }

    std::string page(unsigned source_id, const std::string& column = "content")
    {
        return destination()
            .value("SELECT " + column +
                   " FROM cms_page WHERE page_id = " + target("cms_page", source_id))
            .value_or("");
    }

    void set_content(const std::string& table, const std::string& key, const std::string& content)
    {
        source().exec("UPDATE " + table + " SET content = '" + content + "' WHERE " + key);
    }
};

TEST_F(CmsReferenceTest, BlockNamesOneThatComesLaterInTheSameBatch)
{
    const auto done = report("cms_block", {"-d", "update", "--entity-ids", "6,8"});
    EXPECT_EQ(counts(done), "2 created");
    EXPECT_EQ(done.at("references").at("open"), 0);
    EXPECT_EQ(block(6),
              "<p>Grüß Gott! {{block id=\"" + target("cms_block", 8) +
                  "\"}}</p>\n<p>{{block type=\"cms/block\" block_id=\"footer_links\"}}</p>");
    EXPECT_EQ(update("cms_block", {"--entity-ids", "6,8"}), "2 unchanged");
}

TEST_F(CmsReferenceTest, BlocksMayNameEachOtherAcrossBatches)
{
    set_content("cms_block", "block_id = 5", "{{block id=\"8\"}} {{block id=\"5\"}}");
    set_content("cms_block", "block_id = 8", "{{block id=\"5\"}}{{block id=\\'6\\'}}");
    EXPECT_EQ(update("cms_block", {"--batch-size", "1"}), "3 created, 1 updated");
    EXPECT_EQ(block(5), "{{block id=\"" + target("cms_block", 8) + "\"}} {{block id=\"" +
                            target("cms_block", 5) + "\"}}");
    EXPECT_EQ(block(8), "{{block id=\"" + target("cms_block", 5) + "\"}}{{block id='" +
                            target("cms_block", 6) + "'}}");
    EXPECT_EQ(update("cms_block", {"--batch-size", "1"}), "4 unchanged");
}

TEST_F(CmsReferenceTest, PageWaitsForItsBlocks)
{
    const auto first = report("cms_page", {"-d", "update"});
    EXPECT_EQ(counts(first), "3 created, 1 updated");
    EXPECT_EQ(first.at("exit_code"), 0);
    EXPECT_EQ(first.at("references").at("open"), 3);
    EXPECT_TRUE(has(page(5), "{{block id=\"0\"}}"));
    EXPECT_TRUE(has(page(5, "layout_update_xml"), "<block_id>0</block_id>"));
    // The footer is known by identifier and store: it need not come first.
    EXPECT_TRUE(has(page(2), "block_id=\"1502\""));

    const auto blocks = report("cms_block", {"-d", "update"});
    EXPECT_EQ(blocks.at("references").at("delivered"), 3);
    EXPECT_EQ(page(5), "<p>Seit 2012 verkaufen wir Tassen.</p>\n{{block id=\"" +
                           target("cms_block", 6) + "\"}}");
    EXPECT_EQ(page(5, "layout_update_xml"),
              "<reference name=\"left\">\n    <block type=\"cms/block\" name=\"promo\">\n        "
              "<action method=\"setBlockId\"><block_id>" +
                  target("cms_block", 8) + "</block_id></action>\n    </block>\n</reference>");
    EXPECT_TRUE(
        has(page(2), "{{block type=\"cms/block\" block_id=\"" + target("cms_block", 5) + "\"}}"));
    EXPECT_EQ(update("cms_page"), "4 unchanged");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_deferred_reference"), "0");
}

TEST_F(CmsReferenceTest, BlockThatTheDestinationHasDeletedIsWaitedForAgain)
{
    EXPECT_EQ(update("cms_block"), "3 created, 1 updated");
    EXPECT_EQ(update("cms_page", {"--entity-ids", "5"}), "1 created");
    destination().exec("DELETE FROM cms_block WHERE block_id = " + target("cms_block", 6));
    const auto done = report("cms_page", {"-d", "update", "--entity-ids", "5"});
    EXPECT_EQ(counts(done), "1 updated");
    EXPECT_EQ(done.at("references").at("open"), 1);
    EXPECT_TRUE(has(page(5), "{{block id=\"0\"}}"));
    EXPECT_EQ(update("cms_page", {"--entity-ids", "5"}), "1 unchanged");
    EXPECT_EQ(report("cms_block", {"-d", "update"}).at("references").at("delivered"), 1);
    EXPECT_TRUE(has(page(5), "{{block id=\"" + target("cms_block", 6) + "\"}}"));
}

TEST_F(CmsReferenceTest, ProductsAreFoundBySku)
{
    EXPECT_EQ(update("cms_block"), "3 created, 1 updated");
    EXPECT_EQ(update("cms_page"), "3 created, 1 updated");
    EXPECT_TRUE(has(block(5), "id_path=\"product/90016\""));
    EXPECT_TRUE(has(page(7), "{{store url=\"catalog/product/view/id/90012\"}}"));
    EXPECT_TRUE(has(page(7), "page_id=\"2502\""));
    EXPECT_TRUE(has(block(3), "page_id=\"" + target("cms_page", 7) + "\""));
}

TEST_F(CmsReferenceTest, ProductThatHasNotComeIsWaitedFor)
{
    set_content("cms_block", "block_id = 8", "{{widget id_path=\"product/51\"}}");
    const auto done = report("cms_block", {"-d", "update", "--entity-ids", "8"});
    EXPECT_EQ(done.at("references").at("open"), 1);
    EXPECT_EQ(block(8), "{{widget id_path=\"product/0\"}}");
    EXPECT_EQ(update("cms_block", {"--entity-ids", "8"}), "1 unchanged");
    destination().exec("INSERT INTO catalog_product_entity (entity_id, entity_type_id, "
                       "attribute_set_id, sku) VALUES (90099, 14, 44, 'mug-set')");
    EXPECT_EQ(update("cms_block", {"--entity-ids", "8"}), "1 updated");
    EXPECT_EQ(block(8), "{{widget id_path=\"product/90099\"}}");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_deferred_reference"), "0");
}

TEST_F(CmsReferenceTest, IdThatLeadsNowhereBecomesZero)
{
    set_content("cms_block", "block_id = 8",
                "{{block id=\"4711\"}} {{widget id_path=\"product/4712\"}}");
    const auto done = report("cms_block", {"-d", "update", "--entity-ids", "8"});
    EXPECT_EQ(counts(done), "1 created");
    EXPECT_EQ(done.at("exit_code"), 0);
    EXPECT_EQ(done.at("references").at("lost"), 2);
    EXPECT_EQ(done.at("references").at("open"), 0);
    EXPECT_EQ(block(8), "{{block id=\"0\"}} {{widget id_path=\"product/0\"}}");
    const std::string warnings = done.at("warnings").dump();
    EXPECT_TRUE(has(warnings, "cms_block.content (block_id 8): cms_block 4711 does not exist"));
    EXPECT_TRUE(has(warnings, "cms_block.content (block_id 8): product 4712 does not exist"));
}

TEST_F(CmsReferenceTest, BrokenLayoutKeepsItsBytes)
{
    source().exec("UPDATE cms_page SET layout_update_xml = '<action><block_id>8</block>' WHERE "
                  "page_id = 4");
    const auto done = report("cms_page", {"-d", "update", "--entity-ids", "4"});
    EXPECT_EQ(counts(done), "1 created");
    EXPECT_EQ(page(4, "layout_update_xml"), "<action><block_id>8</block>");
    EXPECT_TRUE(has(done.at("warnings").dump(),
                    "cms_page.layout_update_xml (page_id 4): layout XML "
                    "that is not well formed; its bytes are kept"));
}

} // namespace

} // namespace datasync::test
