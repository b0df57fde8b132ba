// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Static blocks and pages from CSV files: known by identifier and stores.
#include "support/file_source.hpp"
#include "support/lint.hpp"

#include <optional>

namespace datasync::test {

namespace {

class FileCmsTest : public SyncTest {
protected:
    void SetUp() override
    {
        SyncTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    /// The blocks of that identifier: title and stores of each, in the order of their ids.
    Words blocks(const std::string& identifier)
    {
        return destination().column(
            "SELECT CONCAT(b.title, ' ', b.is_active, ' ', GROUP_CONCAT(s.code ORDER BY s.code)) "
            "FROM cms_block b JOIN cms_block_store USING (block_id) JOIN core_store s USING "
            "(store_id) WHERE b.identifier = '" +
            identifier + "' GROUP BY b.block_id ORDER BY b.block_id");
    }

private:
    std::optional<FileSource> m_files;
};

constexpr const char* k_blocks = "identifier,title,content,stores,is_active\n"
                                 "footer_links,Links,<p>Links</p>,all,yes\n"
                                 "promo,Promo,\"<p class=\"\"x\"\">Promo</p>\",german|french,1\n"
                                 "promo,Promo outlet,<p>Outlet</p>,Outlet_EN,no\n"
                                 "returns,Returns,<p>Sixty days.</p>,,1\n";

TEST_F(FileCmsTest, BlocksAreKnownByIdentifierAndStores)
{
    EXPECT_EQ(files().update("cms_block", k_blocks), "3 created, 1 updated");
    EXPECT_EQ(blocks("footer_links"), Words({"Links 1 admin"}));
    EXPECT_EQ(blocks("promo"), Words({"Promo 1 french,german", "Promo outlet 0 outlet_en"}));
    // One for the store `default` alone is another block.
    EXPECT_EQ(blocks("returns"), Words({"Returns 1 default", "Returns 1 admin"}));
    EXPECT_EQ(destination().value("SELECT content FROM cms_block WHERE title = 'Promo'"),
              "<p class=\"x\">Promo</p>");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM cms_block WHERE identifier = 'promo' AND "
                                  "creation_time IS NOT NULL AND update_time = creation_time"),
              "2");
    EXPECT_EQ(files().update("cms_block", k_blocks), "4 unchanged");
}

TEST_F(FileCmsTest, LeavesAloneWhatTheFileDoesNotSay)
{
    const auto block = [&] {
        return destination().rows("SELECT * FROM cms_block JOIN cms_block_store USING (block_id) "
                                  "WHERE block_id = 1502");
    };
    destination().exec("UPDATE cms_block SET is_active = 0 WHERE block_id = 1502");
    const auto before = block();
    EXPECT_EQ(files().update("cms_block", "identifier,title,content\n"
                                          "footer_links,Footer links,<p>New shop</p>\n"),
              "1 unchanged");
    EXPECT_EQ(block(), before);
}

TEST_F(FileCmsTest, ARecordKnownByItsIdKeepsTheStoresOfWhichTheFileSaysNothing)
{
    EXPECT_EQ(files().update("cms_block", "entity_id,identifier,title,content,stores\n"
                                          "7,hello,Hello,<p>a</p>,german\n"),
              "1 created");
    EXPECT_EQ(files().update("cms_block", "entity_id,identifier,title,content\n"
                                          "7,hello,Hello again,<p>a</p>\n"),
              "1 updated");
    EXPECT_EQ(blocks("hello"), Words({"Hello again 1 german"}));
    EXPECT_EQ(files().update("cms_block", "entity_id,identifier,title,content,stores\n"
                                          "7,hello,Hello again,<p>a</p>,\"french, default\"\n"),
              "1 updated");
    EXPECT_EQ(blocks("hello"), Words({"Hello again 1 default,french"}));
}

TEST_F(FileCmsTest, PagesComeWithALayoutAndEmptyOrKeepTheirValues)
{
    const std::string head = "identifier,title,content,meta_keywords,sort_order\n";
    EXPECT_EQ(files().update("cms_page", head + "about,About us,<p>We</p>,we us,3\n"), "1 created");
    const auto page = [&] {
        return destination().value("SELECT CONCAT_WS(' ', root_template, IFNULL(meta_keywords, "
                                   "'-'), sort_order, is_active) FROM cms_page WHERE identifier = "
                                   "'about'");
    };
    EXPECT_EQ(page(), "one_column we us 3 1");
    const auto merged =
        files().report("cms_page", head + "about,About us,<p>We</p>,,\n", {"-d", "merge"});
    EXPECT_EQ(counts(merged), "1 unchanged");
    EXPECT_EQ(files().update("cms_page", head + "about,About us,<p>We</p>,,\n"), "1 updated");
    EXPECT_EQ(page(), "one_column - 0 1");
    EXPECT_EQ(destination().value("SELECT root_template FROM cms_page WHERE page_id = 2502"),
              "two_columns_right");
}

TEST_F(FileCmsTest, IdsInTextsAreTheSources)
{
    const std::string with_block = "\"{{block type=\"\"cms/block\"\" block_id=\"\"41\"\"}}\"";
    EXPECT_EQ(files().update("cms_block", "entity_id,identifier,title,content\n"
                                          "41,inner,Inner,<b>x</b>\n"),
              "1 created");
    const auto id =
        destination().value("SELECT block_id FROM cms_block WHERE identifier = 'inner'").value();
    EXPECT_EQ(files().update("cms_page", "identifier,title,content\nouter,Outer," + with_block),
              "1 created");
    EXPECT_EQ(destination().value("SELECT content FROM cms_page WHERE identifier = 'outer'"),
              "{{block type=\"cms/block\" block_id=\"" + id + "\"}}");
    // One that may come later is waited for, if the page itself can be found again.
    EXPECT_EQ(files().update("cms_page",
                             "entity_id,identifier,title,content\n9,late,Late,\"{{block "
                             "type=\"\"cms/block\"\" block_id=\"\"42\"\"}}\"\n"),
              "1 created");
    EXPECT_EQ(files().update("cms_block", "entity_id,identifier,title,content\n42,in2,In,x\n"),
              "1 created");
    const auto late =
        destination().value("SELECT block_id FROM cms_block WHERE identifier = 'in2'").value();
    EXPECT_EQ(destination().value("SELECT content FROM cms_page WHERE identifier = 'late'"),
              "{{block type=\"cms/block\" block_id=\"" + late + "\"}}");
}

TEST_F(FileCmsTest, SaysWhatIsWrongWithARecordAndTakesTheOthers)
{
    const auto report = files().report("cms_page",
                                       "identifier,title,content,stores,is_active,sort_order\n"
                                       "a,A,x,germn,1,\n"
                                       "b,,x,all,1,\n"
                                       "c,C,x,all,perhaps,\n"
                                       "d,D,x,all,1,first\n"
                                       "e,E,x,\"german,french\",1,2\n"
                                       "e,E,y,french|german|french,1,2\n"
                                       "f,F,x,4711,1,2\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 created, 6 failed");
    EXPECT_TRUE(has(told_of_line(report, 2), "column stores: \"germn\" is no store of the "
                                             "destination; it has: admin, default, french"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column title: is empty"));
    EXPECT_TRUE(has(told_of_line(report, 4), "column is_active: \"perhaps\" is neither"));
    EXPECT_TRUE(has(told_of_line(report, 5), "column sort_order: \"first\" is not a whole"));
    EXPECT_TRUE(has(told_of_line(report, 7), "line 6 has the same identifier \"e\" and stores"));
    EXPECT_TRUE(has(told_of_line(report, 8), "column stores: \"4711\" is no store"));
    EXPECT_TRUE(has(files().refusal("cms_page", "identifier,title,content,sort_ordr\na,A,x,1\n", 3),
                    "did you mean \"sort_order\"?"));
}

TEST_F(FileCmsTest, LintRefusesTheSameWithoutADatabase)
{
    const auto found = lint("cms_block", "identifier,title,content,stores,is_active\n"
                                         "a,A,x,all,perhaps\n"
                                         "b,B,,all,1\n"
                                         "c,C,x,0,1\n"
                                         "C,C,x,all,1\n");
    EXPECT_EQ(found.exit_code, 3);
    EXPECT_TRUE(has(found.out, ", line 2, column is_active: \"perhaps\" is neither"));
    EXPECT_TRUE(has(found.out, ", line 3, column content: is empty"));
    EXPECT_TRUE(has(found.out, ", line 5: has the same identifier and stores as line 4"));
    EXPECT_EQ(lint("cms_block", k_blocks).exit_code, 0);
}

TEST_F(FileCmsTest, ADryRunSaysTheSameAndWritesNothing)
{
    const auto before = snapshot_of(destination(), true);
    EXPECT_EQ(counts(files().report("cms_block", k_blocks, {"-d", "update", "--dry-run"})),
              "3 created, 1 updated");
    EXPECT_EQ(snapshot_of(destination(), true), before);
}

} // namespace

} // namespace datasync::test
