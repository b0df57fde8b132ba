// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Stores and websites are the same where their codes are, or where the command line says so.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class ScopeTest : public SyncTest {
protected:
    void refused(std::string_view entity, const Words& options, int exit_code, const Words& parts)
    {
        const auto before = snapshot_of(destination(), true);
        const auto result = sync(entity, options);
        EXPECT_EQ(result.exit_code, exit_code);
        for (const auto& part : parts) { EXPECT_TRUE(has(result.err, part)); }
        EXPECT_EQ(snapshot_of(destination(), true), before);
    }
};

TEST_F(ScopeTest, StoreWithoutCounterpartIsRefused)
{
    destination().exec("UPDATE core_store SET code = 'de' WHERE code = 'german'");
    const Words parts = {"source store \"german\" (2)", "admin, de, default, french, outlet_en",
                         "--map-store"};
    for (const char* const entity : {"customer", "newsletter", "cms_block", "cms_page"}) {
        SCOPED_TRACE(entity);
        refused(entity, {"-d", "update"}, 7, parts);
        refused(entity, {"-d", "update", "--dry-run"}, 7, parts);
    }
}

TEST_F(ScopeTest, WebsiteWithoutCounterpartIsRefused)
{
    destination().exec("UPDATE core_website SET code = 'factory' WHERE code = 'outlet'");
    refused("customer", {"-d", "update"}, 7,
            {"source website \"outlet\" (4)", "admin, base, factory", "--map-website"});
}

TEST_F(ScopeTest, OnlyTheStoresOfChosenRecordsMatter)
{
    destination().exec("UPDATE core_store SET code = 'de' WHERE code = 'german'");
    EXPECT_EQ(update("newsletter", {"--entity-ids", "5"}), "1 created");
    const auto result = sync("newsletter", {"-d", "update", "--entity-ids", "2,5"});
    EXPECT_EQ(result.exit_code, 7);
    EXPECT_TRUE(has(result.err, "source store \"german\" (2)"));
}

TEST_F(ScopeTest, CodesMayDiffer)
{
    destination().exec("UPDATE core_store SET code = 'de' WHERE code = 'german';\n"
                       "UPDATE core_website SET code = 'factory' WHERE code = 'outlet'");
    const Words map = {"--map-store", "german=de", "--map-website", "outlet=factory"};
    EXPECT_EQ(update("customer_group", map), "2 created, 4 unchanged");
    EXPECT_EQ(update("customer", map), "12 created");
    EXPECT_EQ(destination().value("SELECT website_id FROM customer_entity WHERE entity_id = " +
                                  target("customer", 20)),
              "9");
    EXPECT_EQ(destination().value("SELECT store_id FROM customer_entity WHERE entity_id = " +
                                  target("customer", 3)),
              "12");
    // The labels of created attributes go the same way.
    EXPECT_EQ(destination().column("SELECT store_id FROM eav_attribute_label"), Words{"12"});
}

TEST_F(ScopeTest, TwoStoresMayBecomeOne)
{
    const Words map = {"--map-store", "french=german"};
    EXPECT_EQ(update("cms_block", map), "3 created, 1 updated");
    EXPECT_EQ(destination().column("SELECT store_id FROM cms_block_store WHERE block_id = " +
                                   target("cms_block", 8)),
              Words{"12"});
    EXPECT_EQ(update("cms_block", map), "4 unchanged");
}

TEST_F(ScopeTest, TwoWebsitesMayBecomeOne)
{
    source().exec("INSERT INTO customer_eav_attribute_website (attribute_id, website_id, "
                  "is_visible) VALUES (971, 1, 1)");
    const Words map = {"--map-website", "outlet=base"};
    EXPECT_EQ(update("customer_group", map), "2 created, 4 unchanged");
    Words options = map;
    options.insert(options.end(), {"-d", "update"});
    const auto done = report("customer", options);
    EXPECT_EQ(counts(done), "11 created, 1 failed");
    EXPECT_TRUE(has(told(done, 21), "the source has the same email and website_id under id 3"));
    EXPECT_EQ(destination().value("SELECT website_id FROM customer_entity WHERE entity_id = " +
                                  target("customer", 20)),
              "7");
    EXPECT_EQ(destination().column("SELECT website_id FROM customer_eav_attribute_website"),
              Words{"7"});
}

TEST_F(ScopeTest, CodesThatDoNotExistAreRefused)
{
    refused("cms_block", {"--map-store", "klingon=german"}, 2,
            {"the source has no store \"klingon\"", "german"});
    refused("cms_block", {"--map-store", "german=klingon"}, 2,
            {"the destination has no store \"klingon\"", "german"});
}

} // namespace

} // namespace datasync::test
