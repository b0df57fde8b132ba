// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What stands in the rows of the change tracker, and what its triggers do to the shop: nothing.
#include "support/tracker_test.hpp"

namespace datasync::test {

namespace {

class TrackerRowsTest : public TrackerTest {
protected:
    void SetUp() override
    {
        TrackerTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        tracker("install");
    }

    /// All rows of a record: "update 0".
    std::vector<std::string> rows()
    {
        return source().column("SELECT CONCAT_WS(' ', action, sync_completed) FROM "
                               "datasync_change_tracker ORDER BY sync_completed");
    }
};

/// A block of its own, made and removed at will.
constexpr const char* k_insert =
    "INSERT INTO cms_block (block_id, title, identifier, content) VALUES (77, 't', 'tracked', 'c')";
constexpr const char* k_delete = "DELETE FROM cms_block WHERE block_id = 77";
constexpr const char* k_update = "UPDATE cms_block SET content = CONCAT(content, 'x') WHERE "
                                 "block_id = 77";

std::string all(const std::vector<const char*>& statements)
{
    std::string text;
    for (const auto* const statement : statements) { text += std::string(statement) + ";\n"; }
    return text;
}

} // namespace

TEST_F(TrackerRowsTest, MergeWhatHappensToOneRecord)
{
    EXPECT_EQ(after(k_insert), Words{"cms_block 77 create"});
    source().exec(k_update);
    source().exec(k_update);
    EXPECT_EQ(pending(source()), Words{"cms_block 77 create"});
    EXPECT_EQ(after(all({k_update, k_update})), Words{"cms_block 77 update"});
    EXPECT_EQ(after(all({k_update, k_delete})), Words{"cms_block 77 delete tracked"});
    source().exec(k_insert);
    EXPECT_EQ(pending(source()), Words{"cms_block 77 update"});
    EXPECT_EQ(after(all({k_delete, k_insert, k_update, k_delete})),
              Words{"cms_block 77 delete tracked"});
    // A part that is removed behind its record does not bring the record back.
    source().exec("SET foreign_key_checks = 0");
    source().exec("INSERT INTO cms_block_store (block_id, store_id) VALUES (77, 0)");
    EXPECT_EQ(after(all({k_insert, k_delete, "DELETE FROM cms_block_store WHERE block_id = 77"})),
              Words{"cms_block 77 delete tracked"});
}

TEST_F(TrackerRowsTest, KeepTheLatestTime)
{
    after(k_insert);
    source().exec("UPDATE datasync_change_tracker SET created_at = '2020-01-01 00:00:00'");
    source().exec(k_update);
    EXPECT_EQ(source().value("SELECT YEAR(created_at) > 2020 FROM datasync_change_tracker"), "1");
}

TEST_F(TrackerRowsTest, ThatAreClaimedOrSyncedGetANewOneBesideThem)
{
    source().exec(k_insert);
    after(k_update);
    source().exec("UPDATE datasync_change_tracker SET sync_completed = 2");
    source().exec(k_update);
    EXPECT_EQ(rows(), (Words{"update 0", "update 2"}));
    source().exec("UPDATE datasync_change_tracker SET sync_completed = 1 WHERE sync_completed = 2");
    source().exec(k_delete);
    EXPECT_EQ(rows(), (Words{"delete 0", "update 1"}));
}

TEST_F(TrackerRowsTest, AreMadeOfRealChangesOnly)
{
    source().exec(k_insert);
    EXPECT_EQ(after("UPDATE cms_block SET content = content, title = 't' WHERE block_id = 77"),
              Words{});
    EXPECT_EQ(after("UPDATE cms_block SET title = 'T' WHERE block_id = 77"),
              Words{"cms_block 77 update"});
    EXPECT_EQ(after("UPDATE cms_block SET content = NULL WHERE block_id = 77"),
              Words{"cms_block 77 update"});
    EXPECT_EQ(after("UPDATE cms_block SET content = NULL WHERE block_id = 77"), Words{});
    // What the destination works out itself, and what does not travel.
    EXPECT_EQ(after("UPDATE catalog_category_entity SET children_count = children_count + 1;\n"
                    "UPDATE sales_flat_order SET quote_id = 4711"),
              Words{});
}

TEST_F(TrackerRowsTest, AreMadeForBothParentsOfWhatMoves)
{
    EXPECT_EQ(after("UPDATE sales_flat_order_status_history SET parent_id = 2 WHERE parent_id = 1 "
                    "ORDER BY entity_id LIMIT 1"),
              (Words{"order 1 update", "order 2 update"}));
}

TEST_F(TrackerRowsTest, AreMadeWhereARowBecomesARecordOrCeasesToBeOne)
{
    const auto id = source()
                        .value("SELECT MIN(url_rewrite_id) FROM core_url_rewrite WHERE is_system "
                               "= 1")
                        .value();
    const auto record = "url_redirect " + id;
    const auto set = [&](const std::string& flag) {
        return after("UPDATE core_url_rewrite SET is_system = " + flag +
                     " WHERE url_rewrite_id = " + id);
    };
    EXPECT_EQ(set("0"), Words{record + " create"});
    const auto path =
        source().value("SELECT request_path FROM core_url_rewrite WHERE url_rewrite_id = " + id);
    EXPECT_EQ(set("1"), Words{record + " delete " + path.value()});
}

TEST_F(TrackerRowsTest, SayWhatADeletedRecordWasKnownBy)
{
    source().exec("SET foreign_key_checks = 0");
    EXPECT_EQ(after("DELETE FROM catalog_product_entity WHERE sku = 'mug-red'").at(0).substr(0, 8),
              "product ");
    EXPECT_TRUE(has(pending(source()).at(0), " delete mug-red"));
    const auto email = source().value("SELECT email FROM customer_entity WHERE entity_id = 12");
    EXPECT_EQ(after("DELETE FROM customer_entity WHERE entity_id = 12"),
              Words{"customer 12 delete " + email.value()});
    // Nobody is known by the path of a category, or by the date of a review.
    EXPECT_EQ(after("DELETE FROM review WHERE review_id = 1"), Words{"review 1 delete"});
}

TEST_F(TrackerRowsTest, AreRolledBackWithTheChange)
{
    EXPECT_EQ(after(all({"START TRANSACTION", k_insert, "ROLLBACK"})), Words{});
}

TEST_F(TrackerRowsTest, ShowTheShopItsOwnIds)
{
    after("");
    source().exec("INSERT INTO cms_block (title, identifier) VALUES ('t', 'tracked')");
    EXPECT_EQ(source().value("SELECT LAST_INSERT_ID()"),
              source().value("SELECT block_id FROM cms_block WHERE identifier = 'tracked'"));
}

/// Whatever becomes of the tracker, the shop goes on; and the tracker too, once it is back.
TEST_F(TrackerRowsTest, AreMissedByNobodyWhereTheTrackerIsBroken)
{
    source().exec("RENAME TABLE datasync_change_tracker TO put_aside");
    source().exec(all({k_insert, k_update}));
    source().exec("CREATE TABLE datasync_change_tracker (foo INT)");
    source().exec(all({k_update, "UPDATE catalog_product_option_title SET title = 'x'"}));
    source().exec("DROP TABLE datasync_change_tracker");
    source().exec("RENAME TABLE put_aside TO datasync_change_tracker");
    EXPECT_EQ(source().value("SELECT content FROM cms_block WHERE block_id = 77"), "cxx");
    EXPECT_EQ(after(k_update), Words{"cms_block 77 update"});
    source().exec("DELETE FROM datasync_change_tracker");
    source().exec("ALTER TABLE datasync_change_tracker MODIFY action VARCHAR(2) NOT NULL");
    EXPECT_EQ(after(k_delete), Words{});
    EXPECT_EQ(source().value("SELECT COUNT(*) FROM cms_block WHERE block_id = 77"), "0");
}

/// A lock that is not to be had is the shop's business: it may have lost its transaction.
TEST_F(TrackerRowsTest, ThatAreLockedDoNotHideIt)
{
    source().exec(all({k_insert, "START TRANSACTION",
                       "UPDATE datasync_change_tracker SET created_at = NOW() WHERE entity_type = "
                       "'cms_block' AND entity_id = 77 AND sync_completed = 0"}));
    db::Connection other(source().settings(), "other");
    other.execute("SET innodb_lock_wait_timeout = 1");
    EXPECT_THROW(other.execute(k_update), db::DbError);
    source().exec("ROLLBACK");
    EXPECT_EQ(source().value("SELECT content FROM cms_block WHERE block_id = 77"), "c");
}

} // namespace datasync::test
