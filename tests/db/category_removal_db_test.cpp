// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Categories that are gone from the source: whole subtrees, and what forbids it.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"
#include "support/removal.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

using Lines = std::vector<std::string>;

/// The source has 3 "Old Shop" (the root) > 5 "Mugs" > 15, 16 and > 7 > 12 > 6, and > 14.
class CategoryRemovalDbTest : public CatalogTest {
protected:
    void sync_categories()
    {
        sync_before_catalog();
        EXPECT_EQ(update("category"), "7 created, 2 updated");
        source().exec("DELETE FROM catalog_category_product WHERE product_id NOT IN (16, 27)");
    }

    /// What a category of the source has become.
    std::string of(unsigned source_id) { return target("category", source_id); }

    void lose(std::string_view ids)
    {
        source().exec(
            fmt::format("DELETE FROM catalog_category_entity WHERE entity_id IN ({})", ids));
        count_children(source());
    }

    static void count_children(TestDatabase& shop)
    {
        shop.exec("UPDATE catalog_category_entity c JOIN (SELECT a.entity_id, COUNT(d.entity_id) "
                  "AS below FROM catalog_category_entity a LEFT JOIN catalog_category_entity d ON "
                  "d.path LIKE CONCAT(a.path, '/%') GROUP BY a.entity_id) n ON n.entity_id = "
                  "c.entity_id SET c.children_count = n.below");
    }

    void add(TestDatabase& shop, unsigned id, std::string_view type_and_set, unsigned parent,
             std::string_view path, std::string_view name)
    {
        const auto name_id = shop.value("SELECT attribute_id FROM eav_attribute a JOIN "
                                        "eav_entity_type t USING (entity_type_id) WHERE "
                                        "attribute_code = 'name' AND entity_type_code = "
                                        "'catalog_category'");
        shop.exec(fmt::format(
            "INSERT INTO catalog_category_entity (entity_id, entity_type_id, attribute_set_id, "
            "parent_id, created_at, updated_at, path, position, level, children_count) VALUES "
            "({0}, {1}, {2}, '2022-01-01 08:00:00', '2022-01-01 08:00:00', '{3}', 1, {4}, 0);\n"
            "INSERT INTO catalog_category_entity_varchar (entity_type_id, attribute_id, store_id, "
            "entity_id, value) VALUES ({5}, {6}, 0, {0}, '{7}')",
            id, type_and_set, parent, path, std::count(path.begin(), path.end(), '/'),
            type_and_set.substr(0, type_and_set.find(',')), *name_id, name));
        count_children(shop);
    }

    Removal remove(const std::vector<std::uint32_t>& ids, const RemovalAsk& ask = {})
    {
        return remove_ids(source(), destination(), "category", ids, ask);
    }

    std::string active(const std::string& id)
    {
        return destination()
            .value(fmt::format("SELECT GROUP_CONCAT(v.value ORDER BY store_id) FROM "
                               "catalog_category_entity_int v JOIN eav_attribute a USING "
                               "(attribute_id) WHERE a.attribute_code = 'is_active' AND "
                               "v.entity_id = '{}'",
                               id))
            .value_or("none");
    }
};

TEST_F(CategoryRemovalDbTest, GoesWithWhatStoodBelowIt)
{
    sync_categories();
    const auto below = of(6);
    // The shop says nothing of 12 and 6.
    lose("7, 12, 6");
    const auto removal = remove({7});
    EXPECT_EQ(removal.counts(), "3 removed");
    EXPECT_EQ(removal.told(7), "removed");
    EXPECT_EQ(removal.told(6), "removed: it stood below 7");
    EXPECT_EQ(of(7) + of(12) + of(6), "");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_category_entity_varchar WHERE "
                                  "entity_id = " +
                                  below),
              "0");
    EXPECT_EQ(destination().column("SELECT source_id FROM datasync_removed_record ORDER BY 1"),
              (Lines{"6", "7", "12"}));
    EXPECT_EQ(update("category"), "6 unchanged");
}

TEST_F(CategoryRemovalDbTest, GoesWithWhatStoodBelowItWithoutForeignKeys)
{
    sync_categories();
    drop_foreign_keys(destination());
    lose("7, 12, 6");
    EXPECT_EQ(remove({6, 7, 12}).counts(), "3 removed");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
}

TEST_F(CategoryRemovalDbTest, StaysWhereOneOfTheDestinationsOwnStandsBelowIt)
{
    sync_categories();
    const auto path = destination().value("SELECT path FROM catalog_category_entity WHERE "
                                          "entity_id = " +
                                          of(12));
    add(destination(), 900, "13, 43", static_cast<unsigned>(std::stoul(of(12))), *path + "/900",
        "Own");
    const auto kept = of(12);
    lose("7, 12, 6");
    const auto removal = remove({7, 12, 6});
    EXPECT_EQ(removal.counts(), "1 removed, 2 failed");
    EXPECT_EQ(removal.told(7), "failed: the destination's own category 900 stands below it: move "
                               "or delete that first");
    EXPECT_EQ(removal.told(6), "removed");
    EXPECT_EQ(of(12), kept);
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryRemovalDbTest, WaitsForWhatTheSourceHasMovedAway)
{
    sync_categories();
    const auto moved = of(12);
    source().exec("UPDATE catalog_category_entity SET parent_id = 5, path = '1/3/5/12', level = 3 "
                  "WHERE entity_id = 12;\n"
                  "UPDATE catalog_category_entity SET path = '1/3/5/12/6', level = 4 WHERE "
                  "entity_id = 6");
    lose("7");
    const auto first = remove({7});
    EXPECT_EQ(first.told(7), fmt::format("held: category {} stands below it on the destination and "
                                         "elsewhere on the source: it goes when that has been "
                                         "moved",
                                         moved));
    EXPECT_NE(of(7), "");
    update("category");
    EXPECT_EQ(remove({7}).told(7), "removed");
    EXPECT_EQ(of(12), moved);
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
    EXPECT_EQ(update("category"), "8 unchanged");
}

TEST_F(CategoryRemovalDbTest, ThoseMadeAnewTakeTheOldOnesOverLevelByLevel)
{
    sync_categories();
    const std::vector<std::string> ids = {of(7), of(12), of(6)};
    std::vector<std::string> names;
    for (const auto* const id : {"7", "12", "6"}) {
        names.push_back(*source().value(
            fmt::format("SELECT value FROM catalog_category_entity_varchar WHERE attribute_id = "
                        "111 AND store_id = 0 AND entity_id = {}",
                        id)));
    }
    lose("7, 12, 6");
    add(source(), 70, "9, 12", 3, "1/3/70", names[0]);
    add(source(), 71, "9, 12", 70, "1/3/70/71", names[1]);
    add(source(), 72, "9, 12", 71, "1/3/70/71/72", names[2]);
    const auto removal = remove({7});
    EXPECT_EQ(removal.counts(), "3 replaced");
    EXPECT_EQ(removal.told(6), "replaced: the source has it again as 72");
    EXPECT_EQ(update("category"), "3 updated, 6 unchanged");
    EXPECT_EQ((std::vector<std::string>{of(70), of(71), of(72)}), ids);
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryRemovalDbTest, OneOfTheSameNameThatHasItsOwnCounterpartIsAnother)
{
    sync_before_catalog();
    add(source(), 80, "9, 12", 3, "1/3/80", "Twin");
    add(source(), 81, "9, 12", 3, "1/3/81", "Twin");
    update("category");
    const auto other = of(81);
    lose("80");
    EXPECT_EQ(remove({80}).told(80), "removed");
    EXPECT_EQ(of(81), other);
}

TEST_F(CategoryRemovalDbTest, IsDisabledWithWhatStoodBelowIt)
{
    sync_categories();
    const std::vector<std::string> ids = {of(7), of(12), of(6)};
    destination().exec(fmt::format("INSERT IGNORE INTO catalog_category_entity_int "
                                   "(entity_type_id, attribute_id, store_id, entity_id, value) "
                                   "SELECT 13, attribute_id, 12, {}, 1 FROM eav_attribute WHERE "
                                   "attribute_code = 'is_active' AND entity_type_id = 13",
                                   ids[0]));
    lose("7, 12, 6");
    EXPECT_EQ(remove({7}, with_policy(OnDelete::soft)).counts(), "3 disabled");
    EXPECT_EQ(active(ids[0]), "0,0");
    EXPECT_EQ(active(ids[2]), "0");
    EXPECT_NE(active(of(5)), "0");
    EXPECT_EQ(of(7) + of(12) + of(6), "");
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryRemovalDbTest, TheRootOfAStoreGroupStays)
{
    sync_categories();
    source().exec("UPDATE core_store_group SET root_category_id = 1 WHERE group_id > 0");
    lose("3, 5, 7, 12, 6, 14, 15, 16");
    for (const auto policy : {OnDelete::hard, OnDelete::soft}) {
        RemovalAsk ask = with_policy(policy);
        ask.dry_run = true;
        EXPECT_TRUE(has(remove({3}, ask).told(3), "failed: a store group of the destination"));
    }
    const auto removal = remove({3});
    EXPECT_EQ(removal.counts(), "7 removed, 1 failed");
    EXPECT_NE(of(3), "");
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryRemovalDbTest, ADryRunSaysTheSame)
{
    sync_categories();
    lose("7, 12, 6");
    RemovalAsk dry;
    dry.dry_run = true;
    const auto before = snapshot_of(destination(), true);
    const auto announced = remove({7}, dry);
    EXPECT_TRUE(snapshot_of(destination(), true) == before);
    const auto done = remove({7});
    EXPECT_EQ(announced.counts(), done.counts());
    EXPECT_EQ(announced.told(6), done.told(6));
}

} // namespace

} // namespace datasync::test
