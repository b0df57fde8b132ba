// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Products that are gone from the source: deleted with all they have, disabled, kept, or taken over
// by the one that was made anew.
#include "support/product_test.hpp"
#include "support/removal.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

constexpr std::string_view k_rejected = "SELECT COUNT(*) FROM datasync_rejected_record";

class ProductRemovalDbTest : public ProductTest {
protected:
    void lose(unsigned id)
    {
        source().exec(fmt::format("DELETE FROM catalog_product_entity WHERE entity_id = {}", id));
    }

    /// Makes a product of that sku, with a name, a status and nothing else.
    void make(unsigned id, std::string_view sku)
    {
        source().exec(fmt::format(
            "INSERT INTO catalog_product_entity (entity_id, entity_type_id, attribute_set_id, "
            "type_id, sku, created_at, updated_at) VALUES ({0}, 10, 9, 'simple', '{1}', "
            "'2024-06-01 08:00:00', '2024-06-01 08:00:00');\n"
            "INSERT INTO catalog_product_entity_varchar (entity_type_id, attribute_id, store_id, "
            "entity_id, value) VALUES (10, 96, 0, {0}, 'Made anew')",
            id, sku));
    }

    Removal remove(const std::vector<std::uint32_t>& ids, const RemovalAsk& ask = {})
    {
        return remove_ids(source(), destination(), "product", ids, ask);
    }

    std::string count(const std::string& table, const std::string& where = "1 = 1")
    {
        return destination()
            .value(fmt::format("SELECT COUNT(*) FROM {} WHERE {}", table, where))
            .value();
    }

    Words journal()
    {
        return destination().column("SELECT CONCAT_WS(' ', entity_type, source_id, label, action, "
                                    "removed_at > UTC_TIMESTAMP() - INTERVAL 1 HOUR) FROM "
                                    "datasync_removed_record ORDER BY removed_id");
    }
};

TEST_F(ProductRemovalDbTest, GoesWithAllThatItHas)
{
    sync_products();
    const auto id = target("product", 74);
    const auto parts = count("datasync_part_registry");
    destination().exec("INSERT INTO datasync_rejected_record (source_system, entity_type, "
                       "source_id, label, outcome, reason, first_seen_at, last_seen_at, attempts) "
                       "VALUES ('legacy', 'product', 74, 'a', 'failed', 'b', '2020-01-01', "
                       "'2020-01-01', 1);\n"
                       "UPDATE index_process SET status = 'pending'");
    lose(74);
    const auto removal = remove({74});
    EXPECT_EQ(removal.told(74), "removed");
    EXPECT_EQ(removal.events.front().label, "mug-print");
    EXPECT_EQ(removal.events.front().target_id, std::stoul(id));
    EXPECT_EQ(product(destination(), "mug-print"), "");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(target("product", 74), "");
    EXPECT_LT(std::stoul(count("datasync_part_registry")), std::stoul(parts));
    EXPECT_EQ(count("datasync_part_registry p",
                    "part_type = 20 AND NOT EXISTS (SELECT 1 FROM catalog_product_option o WHERE "
                    "o.option_id = p.target_id)"),
              "0");
    EXPECT_EQ(destination().value(k_rejected), "0");
    EXPECT_EQ(journal(), Words{"product 74 mug-print removed 1"});
    EXPECT_NE(count("index_process", "status = 'require_reindex'"), "0");
    EXPECT_FALSE(removal.result.reindex.empty());

    // A text that named it leads nowhere now.
    EXPECT_EQ(update("product"), "1 updated, 18 unchanged");
    EXPECT_EQ(update("product"), "19 unchanged");
    EXPECT_EQ(remove({74}).told(74), "nothing to do: it has never come to the destination");
}

TEST_F(ProductRemovalDbTest, GoesWithAllThatItHasWhereTheShopHasLostItsForeignKeys)
{
    // What others say of it is for them to say.
    source().exec("DELETE FROM catalog_product_link WHERE linked_product_id = 74");
    sync_products();
    const auto keys = destination().rows(
        "SELECT table_name, column_name, referenced_table_name, referenced_column_name FROM "
        "information_schema.key_column_usage WHERE table_schema = DATABASE() AND "
        "referenced_table_name REGEXP '^(catalog_product_|downloadable_)'");
    drop_foreign_keys(destination());
    for (const unsigned id : {74U, 70U}) { lose(id); }
    EXPECT_EQ(remove({74, 70}).counts(), "2 removed");
    EXPECT_TRUE(same_products());
    EXPECT_GT(keys.size(), 20U);
    for (const auto& key : keys) {
        EXPECT_EQ(count(*key[0],
                        fmt::format("{0} NOT IN (SELECT {1} FROM {2})", *key[1], *key[3], *key[2])),
                  "0")
            << *key[0];
    }
    EXPECT_EQ(update("product"), "1 updated, 17 unchanged");
}

TEST_F(ProductRemovalDbTest, WhatOnlyTheDestinationKnowsOfItGoesToo)
{
    sync_products();
    drop_foreign_keys(destination());
    // A source that never had prices per group.
    source().exec("DROP TABLE catalog_product_entity_group_price");
    const auto id = target("product", 74);
    destination().exec(fmt::format("INSERT INTO catalog_product_entity_group_price (entity_id, "
                                   "all_groups, customer_group_id, value, website_id) VALUES "
                                   "({}, 1, 0, 5, 0)",
                                   id));
    lose(74);
    EXPECT_EQ(remove({74}).counts(), "1 removed");
    EXPECT_EQ(count("catalog_product_entity_group_price", "entity_id = " + id), "0");
}

TEST_F(ProductRemovalDbTest, IsDisabledInEveryStoreThatHasAWordOfItsOwn)
{
    sync_products();
    const auto id = target("product", 74);
    const auto status = attribute(destination(), "status");
    destination().exec(fmt::format("DELETE FROM catalog_product_entity_int WHERE attribute_id = "
                                   "{0} AND entity_id = {1};\n"
                                   "INSERT INTO catalog_product_entity_int (entity_type_id, "
                                   "attribute_id, store_id, entity_id, value) VALUES (14, {0}, 0, "
                                   "{1}, 1), (14, {0}, 12, {1}, 1)",
                                   status, id));
    const auto others = fmt::format("attribute_id = {} AND value = 1", status);
    const auto enabled = std::stoul(count("catalog_product_entity_int", others));
    lose(74);
    EXPECT_EQ(remove({74}, with_policy(OnDelete::soft)).told(74), "disabled");
    EXPECT_EQ(destination().column(fmt::format("SELECT value FROM catalog_product_entity_int WHERE "
                                               "attribute_id = {} AND entity_id = {}",
                                               status, id)),
              (Words{"2", "2"}));
    EXPECT_EQ(count("catalog_product_entity_int", others), std::to_string(enabled - 2));
    EXPECT_EQ(product(destination(), "mug-print"), id);
    EXPECT_EQ(target("product", 74), "");
    EXPECT_EQ(count("datasync_part_registry p",
                    fmt::format("part_type = 20 AND EXISTS (SELECT 1 FROM catalog_product_option o "
                                "WHERE o.option_id = p.target_id AND o.product_id = {})",
                                id)),
              "0");
    EXPECT_EQ(journal(), Words{"product 74 mug-print disabled 1"});

    // Where it comes again, it is known again.
    make(174, "mug-print");
    EXPECT_EQ(update("product"), "2 updated, 18 unchanged");
    EXPECT_EQ(target("product", 174), id);
}

TEST_F(ProductRemovalDbTest, StaysWhereThatIsWanted)
{
    sync_products();
    lose(74);
    const auto id = target("product", 74);
    RemovalAsk ask = with_policy(OnDelete::hard);
    ask.options.on_delete_of["product"] = OnDelete::ignore;
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(remove({74}, ask).told(74), "kept: as --on-delete says");
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
    EXPECT_EQ(target("product", 74), "");
    EXPECT_EQ(journal(), Words{});
    make(174, "mug-print");
    EXPECT_EQ(update("product"), "2 updated, 18 unchanged");
    EXPECT_EQ(target("product", 174), id);
}

TEST_F(ProductRemovalDbTest, OneThatWasMadeAnewTakesItOver)
{
    add_sales();
    sync_products();
    update("cart_price_rule");
    update("order");
    const auto id = target("product", 74);
    const std::string sold = "product_id = " + id;
    const auto items = count("sales_flat_order_item", sold);
    ASSERT_NE(items, "0");
    lose(74);
    make(174, "MUG-print");
    const auto removal = remove({74});
    EXPECT_EQ(removal.told(74), "replaced: the source has it again as 174");
    EXPECT_EQ(product(destination(), "mug-print"), id);
    EXPECT_EQ(journal(), Words{});
    const auto synced = report("product", {"-d", "update"});
    EXPECT_EQ(counts(synced), "2 updated, 18 unchanged");
    EXPECT_EQ(target("product", 174), id);
    EXPECT_EQ(target("product", 74), "");
    EXPECT_EQ(count("sales_flat_order_item", sold), items);
    EXPECT_EQ(value(destination(), "MUG-print", "name"), "Made anew");
    EXPECT_TRUE(same_products());
}

TEST_F(ProductRemovalDbTest, OneOfThatSkuThatHasComeLongAgoIsAnother)
{
    sync_products();
    // On the destination the sku was changed, on the source it was given to another product.
    lose(74);
    source().exec("UPDATE catalog_product_entity SET sku = 'mug-print' WHERE entity_id = 75");
    EXPECT_EQ(remove({74}).told(74), "removed");
    EXPECT_EQ(update("product"), "2 updated, 17 unchanged");
}

TEST_F(ProductRemovalDbTest, OneThatTheDestinationRefusesFailsAlone)
{
    sync_products();
    destination().exec(
        fmt::format("CREATE TABLE warranty_claim (product_id int unsigned, CONSTRAINT claimed "
                    "FOREIGN KEY (product_id) REFERENCES catalog_product_entity (entity_id));\n"
                    "INSERT INTO warranty_claim VALUES ({})",
                    target("product", 74)));
    for (const unsigned id : {70U, 74U, 75U, 76U, 77U}) { lose(id); }
    const auto removal = remove({70, 74, 75, 76, 77});
    EXPECT_EQ(removal.counts(), "4 removed, 1 failed");
    EXPECT_TRUE(has(removal.told(74), "failed: the destination refuses it: "));
    EXPECT_TRUE(has(removal.told(74), "warranty_claim"));
    EXPECT_NE(target("product", 74), "");
    EXPECT_EQ(journal().size(), 4U);
    EXPECT_NE(count("catalog_product_option", "product_id = " + target("product", 74)), "0");
}

TEST_F(ProductRemovalDbTest, ADryRunSaysTheSameAndWritesNothing)
{
    sync_products();
    for (const unsigned id : {70U, 74U}) { lose(id); }
    make(170, "ebook");
    const auto before = snapshot_of(destination(), true);
    RemovalAsk dry;
    dry.dry_run = true;
    const std::vector<std::uint32_t> ids = {70, 74, 999};
    const auto announced = remove(ids, dry);
    EXPECT_TRUE(snapshot_of(destination(), true) == before);
    EXPECT_EQ(announced.counts(), "1 removed, 1 replaced, 1 nothing to do");
    const auto done = remove(ids);
    for (const auto id : ids) { EXPECT_EQ(announced.told(id), done.told(id)); }
    EXPECT_EQ(announced.result.reindex, done.result.reindex);
}

TEST_F(ProductRemovalDbTest, ADryRunBeforeTheFirstRunNeedsNoTables)
{
    RemovalAsk dry;
    dry.dry_run = true;
    lose(74);
    EXPECT_EQ(remove({74}, dry).counts(), "1 nothing to do");
}

TEST_F(ProductRemovalDbTest, IsFoundBySkuWhereTheRegistryHasLostIt)
{
    sync_products();
    lose(74);
    lose(75);
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = "
                       "'product' AND source_id IN (74, 75, 77)");
    const std::vector<GoneRecord> gone = {
        {74, "MUG-PRINT"}, {75, ""}, {901, "tea-box"}, {902, "unheard of"}, {904, "tea, loose"}};
    destination().exec("UPDATE datasync_entity_registry SET source_id = 903, source_system = "
                       "'outlet' WHERE source_id = 76");
    source().exec("DELETE FROM catalog_product_entity WHERE entity_id = 76");
    auto all = gone;
    all.push_back({76, "7"});
    const auto removal = remove_gone(source(), destination(), "product", all);
    EXPECT_EQ(removal.counts(), "1 removed, 5 nothing to do");
    EXPECT_EQ(removal.told(74), "removed");
    EXPECT_EQ(product(destination(), "mug-print"), "");
    EXPECT_NE(product(destination(), "tea-box"), "") << "one that has come";
    EXPECT_NE(product(destination(), "tea, loose"), "") << "the source has that sku";
    EXPECT_NE(product(destination(), "7"), "") << "another source's";
    EXPECT_NE(product(destination(), "007"), "");
}

TEST_F(ProductRemovalDbTest, StaysWhereAnotherSourceHasItToo)
{
    sync_products();
    const auto id = target("product", 74);
    destination().exec(fmt::format("INSERT INTO datasync_entity_registry (source_system, "
                                   "entity_type, source_id, target_id, synced_at) VALUES "
                                   "('outlet', 'product', 5, {}, '2024-01-01')",
                                   id));
    lose(74);
    EXPECT_EQ(remove({74}).told(74), "kept: record 5 of the source outlet has become it too");
    EXPECT_EQ(product(destination(), "mug-print"), id);
    EXPECT_EQ(destination().column("SELECT source_system FROM datasync_entity_registry WHERE "
                                   "entity_type = 'product' AND target_id = " +
                                   id),
              Words{"outlet"});
}

TEST_F(ProductRemovalDbTest, WhatTheSourceHasIsNotGone)
{
    sync_products();
    const auto before = snapshot_of(destination(), false);
    const auto id = target("product", 74);
    EXPECT_EQ(remove({74}).told(74), "failed: the source has it: it is not gone");
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
    EXPECT_EQ(target("product", 74), id);
}

TEST_F(ProductRemovalDbTest, IsForgottenWhereTheDestinationHasDeletedItAlready)
{
    sync_products();
    destination().exec("DELETE FROM catalog_product_entity WHERE entity_id = " +
                       target("product", 74));
    lose(74);
    EXPECT_EQ(remove({74}).told(74), "nothing to do: the destination does not have it any more");
    EXPECT_EQ(target("product", 74), "");
}

TEST_F(ProductRemovalDbTest, OfStockThereIsNothingToDo)
{
    sync_products();
    lose(74);
    EXPECT_EQ(remove_ids(source(), destination(), "stock", {74}).counts(), "1 nothing to do");
    EXPECT_NE(product(destination(), "mug-print"), "");
}

TEST_F(ProductRemovalDbTest, WhatItWaitedForIsWaitedForNoLonger)
{
    prepare();
    // Its child does not come.
    report("product", {"-d", "update", "--entity-ids", "68"});
    ASSERT_NE(count("datasync_deferred_reference", "owner_source_id = 68"), "0");
    lose(68);
    EXPECT_EQ(remove({68}).told(68), "removed");
    EXPECT_EQ(count("datasync_deferred_reference", "owner_source_id = 68"), "0");
}

} // namespace

} // namespace datasync::test
