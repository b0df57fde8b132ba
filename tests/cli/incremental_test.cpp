// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs along the tracker: what is announced arrives with what it needs, and is acknowledged then,
// and only then.
#include "support/incremental_test.hpp"

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace datasync::test {

namespace {

constexpr auto k_none_waits =
    "SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed <> 1";

class IncrementalRunTest : public IncrementalTest {
protected:
    void expect_none_waits() { EXPECT_EQ(source().value(k_none_waits), "0"); }

    /// What that customer is called.
    static std::string first_name(TestDatabase& shop)
    {
        return shop
            .value("SELECT v.value FROM customer_entity e JOIN customer_entity_varchar v USING "
                   "(entity_id) JOIN eav_attribute a ON a.attribute_id = v.attribute_id AND "
                   "a.attribute_code = 'firstname' WHERE e.increment_id = '000000003'")
            .value_or("none");
    }

    /// Changes the first name of customer 3.
    void call_anna(std::string_view name)
    {
        source().exec(fmt::format("UPDATE customer_entity_varchar SET value = '{}' WHERE entity_id "
                                  "= 3 AND attribute_id = (SELECT attribute_id FROM eav_attribute "
                                  "WHERE attribute_code = 'firstname' AND entity_type_id = 1)",
                                  name));
    }
};

} // namespace

TEST_F(IncrementalRunTest, BringsAllThatIsAnnouncedInOneRun)
{
    announce_all();
    const auto report = incremental();
    expect_none_waits();
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
    EXPECT_TRUE(same_catalog(source(), destination(), "product"));
    EXPECT_TRUE(same_catalog(source(), destination(), "stock"));
    EXPECT_EQ(report.at("pending").size(), 0U);
    for (const auto* const entity : {"customer", "order", "invoice", "product", "review"}) {
        EXPECT_TRUE(has(done(report, entity), "created")) << entity;
        EXPECT_FALSE(has(done(report, entity), "failed")) << entity;
    }
    const auto all = all_but_runs();
    const auto again = incremental();
    EXPECT_EQ(again.at("entities").size(), 0U);
    EXPECT_EQ(all_but_runs(), all);
}

TEST_F(IncrementalRunTest, BringsWhatAnOrderNeeds)
{
    source().exec("INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) SELECT "
                  "'order', entity_id, NOW() FROM sales_flat_order WHERE customer_id IS NOT NULL");
    const auto report = incremental();
    expect_none_waits();
    EXPECT_GT(report.at("pulled").get<unsigned>(), 0U);
    EXPECT_TRUE(has(done(report, "customer"), "created"));
    EXPECT_TRUE(has(done(report, "product"), "created"));
    EXPECT_TRUE(has(done(report, "category"), "created"));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_deferred_reference WHERE "
                                  "target_type IN ('customer', 'product', 'category')"),
              "0");
}

TEST_F(IncrementalRunTest, HoldsWhatNeedsOthersWhereNothingIsPulled)
{
    // The group of customer 4 is not on the destination.
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id = 4");
    const auto report = incremental({"--no-pull-dependencies"}, 3);
    EXPECT_EQ(done(report, "customer"), "1 held");
    EXPECT_EQ(tracked(), std::vector<std::string>{"customer 4 update 0"});
    // Nobody has changed it since: it is not tried at once.
    const auto again = incremental({"--no-pull-dependencies"});
    EXPECT_EQ(done(again, "customer"), "");
    EXPECT_EQ(again.at("put_off"), 1);
    EXPECT_EQ(destination().value("SELECT attempts FROM datasync_rejected_record"), "1");
    // The time has come.
    destination().exec("UPDATE datasync_rejected_record SET retry_at = UTC_TIMESTAMP()");
    EXPECT_EQ(done(incremental({"--no-pull-dependencies"}, 3), "customer"), "1 held");
    EXPECT_EQ(destination().value("SELECT attempts FROM datasync_rejected_record"), "2");
    EXPECT_EQ(destination().value("SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), retry_at) > 60 "
                                  "FROM datasync_rejected_record"),
              "1");
    // Somebody changes it.
    source().exec("UPDATE datasync_change_tracker SET created_at = created_at + INTERVAL 1 SECOND");
    EXPECT_EQ(done(incremental(), "customer"), "1 created");
    EXPECT_EQ(tracked(), std::vector<std::string>{"customer 4 update 1"});
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_rejected_record"), "0");
}

TEST_F(IncrementalRunTest, LeavesTheTrackerAloneWithoutTheWord)
{
    call_anna("Anni");
    const auto before = tracked();
    EXPECT_EQ(run_incremental({"--source", "legacy"}).exit_code, 0);
    EXPECT_EQ(first_name(destination()), "Anni");
    EXPECT_EQ(tracked(), before);
}

TEST_F(IncrementalRunTest, SaysInADryRunWhatWouldCome)
{
    call_anna("Anni");
    const auto before = tracked();
    const auto snapshot = snapshot_of(destination(), true);
    const auto report = incremental({"--dry-run"});
    EXPECT_EQ(done(report, "customer"), "1 created");
    EXPECT_EQ(report.at("records").at(0).at("entity"), "customer");
    EXPECT_EQ(tracked(), before);
    EXPECT_EQ(snapshot_of(destination(), true), snapshot);
}

TEST_F(IncrementalRunTest, AnnouncesInADryRunWhatTheRealRunDoes)
{
    source().exec("INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) SELECT "
                  "'order', entity_id, NOW() FROM sales_flat_order;\n"
                  "INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) SELECT "
                  "'stock', product_id, NOW() FROM cataloginventory_stock_item;\n"
                  "INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) SELECT "
                  "'customer', entity_id, NOW() FROM customer_entity");
    const auto announced = incremental({"--dry-run"});
    const auto real = incremental();
    for (const auto& result : real.at("entities")) {
        const auto entity = result.at("entity").get<std::string>();
        // Those that come with the products are not told from those that others need.
        if (entity == "productattribute") { continue; }
        EXPECT_EQ(done(announced, entity), done(real, entity)) << entity;
    }
    EXPECT_EQ(announced.at("entities").size(), real.at("entities").size());
}

TEST_F(IncrementalRunTest, TakesBackWhatARunThatDiedHadClaimed)
{
    call_anna("Anni");
    source().exec("UPDATE datasync_change_tracker SET sync_completed = 2");
    const auto report = incremental();
    EXPECT_EQ(report.at("taken_back"), 1);
    EXPECT_EQ(first_name(destination()), "Anni");
    expect_none_waits();
}

TEST_F(IncrementalRunTest, ClaimsGiveWayToNewerChanges)
{
    call_anna("Anni");
    source().exec("UPDATE datasync_change_tracker SET sync_completed = 2");
    call_anna("Anka");
    EXPECT_EQ(tracked().size(), 2U);
    incremental();
    EXPECT_EQ(first_name(destination()), "Anka");
    EXPECT_EQ(tracked(), std::vector<std::string>{"customer 3 update 1"});
}

TEST_F(IncrementalRunTest, OlderSyncedRowsGiveWay)
{
    call_anna("Anni");
    incremental();
    call_anna("Anka");
    incremental();
    EXPECT_EQ(first_name(destination()), "Anka");
    EXPECT_EQ(tracked(), std::vector<std::string>{"customer 3 update 1"});
    EXPECT_TRUE(source().value("SELECT synced_at FROM datasync_change_tracker").has_value());
}

TEST_F(IncrementalRunTest, ChangesOfPartsBringTheirRecords)
{
    sync_customers();
    source().exec("DELETE FROM datasync_change_tracker;\n"
                  "INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) SELECT "
                  "'customer_address', MIN(entity_id), NOW() FROM customer_address_entity WHERE "
                  "parent_id = 3");
    const auto report = incremental();
    EXPECT_EQ(done(report, "customer"), "1 unchanged");
    // An address that is gone is known by what it had become.
    const auto address =
        source().value("SELECT MIN(entity_id) FROM customer_address_entity WHERE parent_id = 3");
    source().exec(fmt::format("DELETE FROM customer_address_entity WHERE entity_id = {0};\n"
                              "DELETE FROM datasync_change_tracker;\n"
                              "INSERT INTO datasync_change_tracker (entity_type, entity_id, "
                              "action, created_at) VALUES ('customer_address', {0}, 'delete', "
                              "NOW()), ('customer_address', 999999, 'delete', NOW())",
                              *address));
    EXPECT_EQ(done(incremental(), "customer"), "1 updated");
    expect_none_waits();
    const auto addresses = "SELECT COUNT(*) FROM customer_address_entity a JOIN customer_entity c "
                           "ON c.entity_id = a.parent_id WHERE c.increment_id = '000000003'";
    EXPECT_EQ(destination().value(addresses), source().value(addresses));
}

TEST_F(IncrementalRunTest, TakesOneTypeOrSoManyOfEach)
{
    announce_all();
    EXPECT_EQ(done(incremental({"--entity", "cms_block", "--limit", "2"}), "cms_block"),
              "1 created, 1 updated");
    const auto waiting = source().value(k_none_waits);
    const auto rows = source().value("SELECT COUNT(*) FROM datasync_change_tracker");
    EXPECT_EQ(std::stoi(*rows) - std::stoi(*waiting), 2);
    const auto report = incremental({"--stock", "exclude", "-e", "product"});
    EXPECT_EQ(done(report, "order"), "");
    EXPECT_EQ(source().value("SELECT COUNT(*) FROM datasync_change_tracker WHERE entity_type = "
                             "'product' AND sync_completed <> 1"),
              "0");
}

TEST_F(IncrementalRunTest, ReadsTrackersOfOlderModules)
{
    source().exec("ALTER TABLE datasync_change_tracker DROP COLUMN source_identifier;\n"
                  "INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) VALUES "
                  "('customer', 3, NOW()), ('wishlist', 5, NOW())");
    const auto report = incremental();
    EXPECT_EQ(done(report, "customer"), "1 created");
    EXPECT_TRUE(has(report.at("warnings").dump(), "1 changes of \\\"wishlist\\\""));
    EXPECT_EQ(report.at("pending").at(0).at("entity_type"), "wishlist");
}

TEST_F(IncrementalRunTest, RecordsOfStoresWithoutCounterpartDoNotStopTheOthers)
{
    call_anna("Anni");
    source().exec("INSERT INTO core_store (store_id, code, website_id, group_id, name) VALUES (88, "
                  "'factory', 1, 1, 'Factory');\n"
                  "UPDATE customer_entity SET store_id = 88 WHERE entity_id = 7");
    const auto report = incremental({}, 3);
    EXPECT_EQ(done(report, "customer"), "1 created, 1 failed");
    EXPECT_TRUE(has(report.at("records").dump(), "--map-store"));
    EXPECT_EQ(first_name(destination()), "Anni");
}

TEST_F(IncrementalRunTest, ChangeThatComesWhileItsRecordIsWrittenStays)
{
    call_anna("Anni");
    incremental();
    call_anna("Anka");
    TestDatabase other("other");
    other.exec("BEGIN");
    other.value(fmt::format("SELECT value FROM {}.customer_entity_varchar WHERE value = 'Anni' FOR "
                            "UPDATE",
                            destination().name()));
    Program program(incremental_words({"--mark-synced", "--source", "legacy"}));
    for (int i = 0; i < 600; ++i) {
        if (source().value("SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed = "
                           "2") == "1") {
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    // The snapshot begins right after the claim, and then the run waits for the row above.
    std::this_thread::sleep_for(std::chrono::milliseconds(1000));
    call_anna("Annika");
    other.exec("ROLLBACK");
    const auto result = program.wait();
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(first_name(destination()), "Anka");
    EXPECT_EQ(tracked(), (std::vector<std::string>{"customer 3 update 0", "customer 3 update 1"}));
    incremental();
    EXPECT_EQ(first_name(destination()), "Annika");
    EXPECT_EQ(tracked(), std::vector<std::string>{"customer 3 update 1"});
}

TEST_F(IncrementalRunTest, TakesClaimedRowsWhereNobodyClaims)
{
    call_anna("Anni");
    source().exec("UPDATE datasync_change_tracker SET sync_completed = 2");
    EXPECT_EQ(done(incremental({"--dry-run"}), "customer"), "1 created");
    EXPECT_EQ(tracked(), std::vector<std::string>{"customer 3 update 2"});
}

TEST_F(IncrementalRunTest, WhatIsNeededAndDoesNotArriveIsTriedAgain)
{
    // A product that the destination cannot take, and an order that nobody announces again.
    const auto order = source().value("SELECT MIN(order_id) FROM sales_flat_order_item WHERE "
                                      "product_id = (SELECT entity_id FROM catalog_product_entity "
                                      "WHERE sku = 'tea-black')");
    ASSERT_TRUE(order.has_value());
    source().exec("ALTER TABLE catalog_product_entity MODIFY sku VARCHAR(255)");
    source().exec(fmt::format("UPDATE catalog_product_entity SET sku = REPEAT('x', 200) WHERE sku "
                              "= 'tea-black';\n"
                              "DELETE FROM datasync_change_tracker;\n"
                              "INSERT INTO datasync_change_tracker (entity_type, entity_id, "
                              "created_at) VALUES ('order', {}, NOW())",
                              *order));
    EXPECT_EQ(done(incremental({}, 3), "order"), "1 created");
    source().exec("UPDATE catalog_product_entity SET sku = 'tea-black' WHERE LENGTH(sku) = 200;\n"
                  "DELETE FROM datasync_change_tracker");
    EXPECT_EQ(done(incremental(), "product"), "");
    destination().exec("UPDATE datasync_rejected_record SET retry_at = UTC_TIMESTAMP()");
    EXPECT_TRUE(has(done(incremental(), "product"), "1 created"));
    EXPECT_NE(product(destination(), "tea-black"), "");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_rejected_record"), "0");
}

TEST_F(IncrementalRunTest, WhatIsNeededOfATypeThatCannotBeTakenIsTriedAgain)
{
    const auto order = source().value("SELECT MIN(order_id) FROM sales_flat_order_item WHERE "
                                      "product_id = (SELECT entity_id FROM catalog_product_entity "
                                      "WHERE sku = 'tea-black')");
    source().exec(fmt::format("INSERT INTO datasync_change_tracker (entity_type, entity_id, "
                              "created_at) VALUES ('order', {}, NOW())",
                              *order));
    destination().exec("RENAME TABLE catalog_product_entity TO hidden");
    const auto report = incremental({}, 7);
    EXPECT_EQ(done(report, "order"), "1 created");
    ASSERT_EQ(report.at("failures").size(), 1U) << report.at("failures").dump();
    EXPECT_EQ(report.at("failures").at(0).at("entity"), "product");
    expect_none_waits();
    destination().exec("RENAME TABLE hidden TO catalog_product_entity;\n"
                       "UPDATE datasync_rejected_record SET retry_at = UTC_TIMESTAMP()");
    EXPECT_TRUE(has(done(incremental(), "product"), "created"));
    EXPECT_NE(product(destination(), "tea-black"), "");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_rejected_record"), "0");
}

TEST_F(IncrementalRunTest, ARowAboutTwoRecordsWaitsForBoth)
{
    const auto orders = source().column("SELECT entity_id FROM sales_flat_order ORDER BY entity_id "
                                        "LIMIT 2");
    const auto message = source().value("SELECT MIN(gift_message_id) FROM gift_message").value();
    source().exec(fmt::format(
        "INSERT INTO core_store (store_id, code, website_id, group_id, name) VALUES (88, "
        "'factory', 1, 1, 'Factory');\n"
        "UPDATE sales_flat_order_item SET gift_message_id = NULL;\n"
        "UPDATE sales_flat_order SET gift_message_id = NULL;\n"
        "UPDATE sales_flat_order SET gift_message_id = {0} WHERE entity_id IN ({1}, {2});\n"
        "UPDATE sales_flat_order SET store_id = 88 WHERE entity_id = {2};\n"
        "DELETE FROM datasync_change_tracker;\n"
        "INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) VALUES "
        "('gift_message', {0}, NOW())",
        message, orders.at(0), orders.at(1)));
    EXPECT_EQ(done(incremental({}, 3), "order"), "1 created, 1 failed");
    EXPECT_EQ(tracked(), std::vector<std::string>{"gift_message " + message + " update 0"});
}

TEST_F(IncrementalRunTest, RedirectsThatBecomeTheShopsOwnGo)
{
    announce_all();
    source().exec(
        "INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) SELECT "
        "'url_redirect', url_rewrite_id, NOW() FROM core_url_rewrite WHERE is_system = 0");
    incremental({}, 3); // The destination has one of these paths.
    const auto redirects = "SELECT COUNT(*) FROM datasync_entity_registry WHERE entity_type = "
                           "'url_redirect'";
    const auto before = std::stoi(*destination().value(redirects));
    source().exec("UPDATE core_url_rewrite SET is_system = 1 WHERE url_rewrite_id = " +
                  *destination().value("SELECT MIN(source_id) FROM datasync_entity_registry WHERE "
                                       "entity_type = 'url_redirect'"));
    EXPECT_EQ(gone(incremental(), "url_redirect"), "1 removed");
    EXPECT_EQ(destination().value(redirects), std::to_string(before - 1));
}

TEST_F(IncrementalRunTest, RowsThatTheShopHoldsWaitForTheNextRun)
{
    call_anna("Anni");
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id = 7");
    TestDatabase other("other");
    other.exec("BEGIN");
    other.value(fmt::format("SELECT tracker_id FROM {}.datasync_change_tracker WHERE entity_id = 7 "
                            "FOR UPDATE",
                            source().name()));
    // Both rows are in one claim: neither is taken, and nothing fails.
    EXPECT_EQ(done(incremental(), "customer"), "");
    other.exec("ROLLBACK");
    EXPECT_EQ(done(incremental(), "customer"), "2 created");
}

TEST_F(IncrementalRunTest, OneRunAtATimeAcknowledges)
{
    call_anna("Anni");
    TestDatabase other("other");
    const auto settings = source().settings();
    ASSERT_EQ(other.value(fmt::format("SELECT GET_LOCK(SHA2('datasync tracker {0} "
                                      "`datasync_change_tracker`', 224), 0)",
                                      settings.database)),
              "1");
    const auto result = run_incremental({"--mark-synced", "--source", "legacy"});
    EXPECT_EQ(result.exit_code, 5);
    EXPECT_TRUE(has(result.err, "one destination only"));
}

TEST_F(IncrementalRunTest, WhatIsGoneBeforeTheFirstRunIsNothingToDo)
{
    source().exec("INSERT INTO datasync_change_tracker (entity_type, entity_id, created_at) VALUES "
                  "('stock', 999999, NOW())");
    EXPECT_EQ(gone(incremental(), "stock"), "1 nothing_to_do");
    expect_none_waits();
}

TEST_F(IncrementalRunTest, NeedsATrackerAndNamesTheWaysToOne)
{
    tracker("uninstall");
    const auto result = run_incremental({"--mark-synced"});
    EXPECT_EQ(result.exit_code, 7);
    EXPECT_TRUE(has(result.err, "datasync tracker install"));
    EXPECT_TRUE(has(result.err, "source-module"));
}

TEST_F(IncrementalRunTest, RefusesWordsThatLeaveNothingToDo)
{
    for (const Words& words : {Words{"--entity", "stock", "--stock", "exclude"},
                               Words{"--entity", "order", "--stock", "only"},
                               Words{"--entity", "bicycle"}, Words{"--on-delete", "order=hard"},
                               Words{"--on-delete", "gently"}, Words{"--max-delete", "101%"}}) {
        const auto result = run_incremental(words);
        EXPECT_EQ(result.exit_code, 2) << words.back() << result.err;
    }
}

} // namespace datasync::test
