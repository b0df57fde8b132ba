// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Categories: the tree arrives as it is, below the right roots, and is known again.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

using Lines = std::vector<std::string>;

class CategoryTest : public CatalogTest {
protected:
    /// A column of a category of the destination.
    std::string cell(const std::string& id, std::string_view column)
    {
        return destination()
            .value(fmt::format("SELECT {} FROM catalog_category_entity WHERE entity_id = '{}'",
                               column, id))
            .value_or("none");
    }

    /// What a category of the source has become.
    std::string of(unsigned source_id) { return target("category", source_id); }

    /// How many categories the destination has.
    std::string number()
    {
        return destination().value("SELECT COUNT(*) FROM catalog_category_entity").value();
    }

    /// Gives the source another category, active and with a name.
    void add(unsigned id, unsigned parent, std::string_view path, std::string_view name)
    {
        source().exec(fmt::format(
            "INSERT INTO catalog_category_entity (entity_id, entity_type_id, attribute_set_id, "
            "parent_id, created_at, updated_at, path, position, level, children_count) VALUES "
            "({0}, 9, 12, {1}, '2022-01-01 08:00:00', '2022-01-01 08:00:00', '{2}', 1, 1, 0);\n"
            "INSERT INTO catalog_category_entity_varchar (entity_type_id, attribute_id, store_id, "
            "entity_id, value) VALUES (9, 111, 0, {0}, '{3}')",
            id, parent, path, name));
    }

    void lose_registry()
    {
        destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = 'category'");
    }
};

class MahoCategoryTest : public CategoryTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(CategoryTest, ArrivesWithEveryColumnThoughAllIdsDiffer)
{
    sync_before_catalog();
    const auto own = own_catalog(destination());
    EXPECT_EQ(update("category"), "7 created, 2 updated");
    // Of their products, these two are on the destination.
    source().exec("DELETE FROM catalog_category_product WHERE product_id NOT IN (16, 27)");
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(own_catalog(destination()), own);
}

TEST_F(MahoCategoryTest, ArrivesWithEveryColumnThatBothShopsHave)
{
    sync_before_catalog();
    const auto own = own_catalog(destination());
    EXPECT_EQ(update("category", {"--batch-size", "1"}), "7 created, 2 updated");
    source().exec("DELETE FROM catalog_category_product WHERE product_id NOT IN (16, 27)");
    EXPECT_TRUE(same_catalog(source(), destination(), "category"));
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(own_catalog(destination()), own);
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryTest, StandsWhereItStoodWhateverItsId)
{
    EXPECT_EQ(update("category", {"--no-load-data"}), "7 created, 2 updated");
    EXPECT_EQ(of(3), "2");
    // 6 is older than what it stands below.
    EXPECT_EQ(cell(of(6), "path"), fmt::format("1/2/{}/{}/{}", of(7), of(12), of(6)));
    EXPECT_EQ(cell(of(6), "CONCAT_WS(' ', parent_id, level, position, children_count)"),
              of(12) + " 4 1 0");
    EXPECT_EQ(cell("1", "children_count"), "9");
    EXPECT_EQ(cell("2", "children_count"), "8");
    EXPECT_EQ(cell(of(7), "children_count"), "2");
    EXPECT_EQ(cell(of(12), "children_count"), "1");
    EXPECT_EQ(category(destination(), "Shirts/Printed/Sale"), of(6));
    EXPECT_EQ(category(destination(), "Mugs/Sale"), of(16));
    EXPECT_NE(of(6), of(16));
}

TEST_F(CategoryTest, SecondRunWritesNothing)
{
    update("category");
    const auto before = all_but_runs();
    for (const char* const policy : {"update", "merge", "error"}) {
        EXPECT_EQ(counts(report("category", {"-d", policy})), "9 unchanged");
    }
    EXPECT_EQ(all_but_runs(), before);
}

TEST_F(CategoryTest, StandsBelowWhatItsPathSaysWhenItsParentSaysOtherwise)
{
    source().exec("UPDATE catalog_category_entity SET parent_id = 16, level = 9, children_count = "
                  "-3 WHERE entity_id = 12");
    EXPECT_EQ(update("category"), "7 created, 2 updated");
    EXPECT_EQ(cell(of(14), "CONCAT_WS(' ', parent_id, path)"), "2 1/2/" + of(14));
    EXPECT_EQ(cell(of(12), "CONCAT_WS(' ', parent_id, level, children_count)"), of(7) + " 3 1");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryTest, IsKnownByItsPlaceAndNameWhenTheRegistryIsLost)
{
    // Of a leftover list, what comes later is delivered later.
    source().exec("DELETE FROM catalog_category_entity_text WHERE attribute_id = 121");
    update("category");
    const auto before = snapshot_of(destination(), false);
    lose_registry();
    EXPECT_EQ(update("category"), "9 unchanged");
    lose_registry();
    EXPECT_EQ(update("category", {"--batch-size", "1"}), "9 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryTest, SiblingsOfOneNameBothArrive)
{
    source().exec("UPDATE catalog_category_entity_varchar SET value = 'Sale' WHERE entity_id = 15 "
                  "AND attribute_id = 111 AND store_id = 0");
    EXPECT_EQ(update("category"), "7 created, 2 updated");
    EXPECT_NE(of(15), of(16));
    EXPECT_EQ(cell(of(15), "parent_id"), cell(of(16), "parent_id"));
    EXPECT_EQ(update("category"), "9 unchanged");
    EXPECT_EQ(number(), "10");
}

TEST_F(CategoryTest, OfTheDestinationIsRecognisedOnceOnly)
{
    source().exec("UPDATE catalog_category_entity_varchar SET value = 'Keep' WHERE entity_id IN "
                  "(5, 7) AND attribute_id = 111 AND store_id = 0");
    EXPECT_EQ(update("category"), "6 created, 3 updated");
    EXPECT_EQ(of(5), "40");
    EXPECT_NE(of(7), "40");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryTest, FollowsThePolicies)
{
    const auto failing = report("category", {"--entity-ids", "3,5"});
    EXPECT_EQ(counts(failing), "1 held, 1 failed");
    EXPECT_TRUE(told(failing, 5).ends_with("category 3 above it has not come to the destination"));
    EXPECT_EQ(counts(report("category", {"-d", "skip"})), "7 created, 2 skipped");
    EXPECT_EQ(destination().value("SELECT value FROM catalog_category_entity_varchar WHERE "
                                  "entity_id = 2 AND attribute_id = 1719 AND store_id = 0"),
              "New Shop");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    source().exec("UPDATE catalog_category_entity SET position = 8 WHERE entity_id = 5");
    EXPECT_EQ(counts(report("category", {"--entity-ids", "5"})), "1 failed");
    EXPECT_EQ(counts(report("category", {"-d", "merge", "--entity-ids", "5"})), "1 merged");
    EXPECT_EQ(cell(of(5), "position"), "8");
}

TEST_F(CategoryTest, WaitsForWhatIsAboveIt)
{
    const auto held = report("category", {"-d", "update", "--entity-ids", "6"});
    EXPECT_EQ(told(held, 6), "held: catalog_category_entity.path (entity_id 6): category 3 above "
                             "it has not come to the destination");
    EXPECT_EQ(held.at("exit_code"), 3);
    EXPECT_EQ(number(), "3");
    EXPECT_EQ(update("category", {"--entity-ids", "12,6,7,3"}), "3 created, 1 updated");
    EXPECT_EQ(cell("2", "children_count"), "4");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(update("category"), "4 created, 1 updated, 4 unchanged");
}

TEST_F(CategoryTest, FailsBelowWhatTheSourceDoesNotHave)
{
    add(95, 94, "1/3/94/95", "Lost");
    const auto done = report("category", {"-d", "update"});
    EXPECT_EQ(counts(done), "7 created, 2 updated, 1 failed");
    EXPECT_EQ(told(done, 95), "failed: catalog_category_entity.path (entity_id 95): category 94 "
                              "above it does not exist on the source either");
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryTest, ComesFromTheTopWhereItIsLimited)
{
    EXPECT_EQ(update("category", {"--limit", "4"}), "2 created, 2 updated");
    EXPECT_EQ(category(destination(), "Mugs"), of(5));
    EXPECT_EQ(of(14), "");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(update("category", {"--date-from", "2021-01-01"}), "3 created");
    EXPECT_EQ(update("category", {"--date-to", "2020-02-01"}), "2 created, 4 unchanged");
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryTest, ThatTheDestinationDeletedComesAgainWithAllBelowIt)
{
    update("category");
    destination().exec(fmt::format("DELETE FROM catalog_category_entity WHERE entity_id IN ({}, "
                                   "{}, {})",
                                   of(7), of(12), of(6)));
    EXPECT_EQ(update("category"), "3 created, 6 unchanged");
    EXPECT_EQ(category(destination(), "Shirts/Printed/Sale"), of(6));
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(update("category"), "9 unchanged");
}

TEST_F(CategoryTest, RootOfTheSameStoresIsTheSameRoot)
{
    destination().exec("INSERT INTO catalog_category_entity (entity_id, entity_type_id, "
                       "attribute_set_id, parent_id, path, position, level, children_count) VALUES "
                       "(50, 13, 43, 1, '1/50', 2, 1, 0);\n"
                       "UPDATE core_store_group SET root_category_id = 50 WHERE group_id = 12");
    add(90, 1, "1/90", "Old Outlet");
    source().exec("UPDATE core_store_group SET root_category_id = 90 WHERE group_id = 5");
    const auto done = report("category", {"-d", "update"});
    EXPECT_EQ(counts(done), "7 created, 3 updated");
    EXPECT_FALSE(has(done.at("warnings").dump(), "root categor"));
    EXPECT_EQ(of(3), "2");
    EXPECT_EQ(of(90), "50");
}

TEST_F(CategoryTest, RootsThatStoresUseDifferentlyAreWarnedOf)
{
    constexpr std::string_view k_differently =
        "the store groups of the two shops use their root categories differently: root category ";
    add(90, 1, "1/90", "Old Outlet");
    source().exec("UPDATE core_store_group SET root_category_id = 90 WHERE group_id = 5");
    auto done = report("category", {"-d", "update"});
    EXPECT_TRUE(
        has(done.at("warnings").dump(),
            fmt::format(R"({}2 of the destination goes with 3, although store \"outlet_en\" )"
                        "(6) has 90 on the source",
                        k_differently)));
    EXPECT_EQ(of(3), "2");
    EXPECT_EQ(category(destination(), "Mugs"), of(5));
    EXPECT_EQ(cell(of(90), "path"), "1/" + of(90));

    source().exec("UPDATE core_store_group SET root_category_id = 3 WHERE group_id = 5");
    destination().exec("UPDATE core_store_group SET root_category_id = 40 WHERE group_id = 12");
    done = report("category", {"-d", "update"});
    EXPECT_TRUE(has(done.at("warnings").dump(),
                    fmt::format(R"({}3 of the source goes with 2, although store \"outlet_en\" )"
                                "(6) has 40 on the destination",
                                k_differently)));
    EXPECT_EQ(counts(done), "10 unchanged");
}

TEST_F(CategoryTest, RootThatNoStoreTellsIsKnownByNameOrCreated)
{
    destination().exec("UPDATE core_store_group SET root_category_id = 0;\n"
                       "UPDATE catalog_category_entity_varchar SET value = 'Old Shop' WHERE "
                       "entity_id = 2 AND attribute_id = 1719 AND store_id = 0");
    add(90, 1, "1/90", "Old Outlet");
    EXPECT_EQ(update("category"), "8 created, 2 updated");
    EXPECT_EQ(of(3), "2");
    EXPECT_EQ(cell(of(90), "CONCAT_WS(' ', path, level, parent_id)"), "1/" + of(90) + " 1 1");
    EXPECT_EQ(cell("1", "children_count"), "10");
    EXPECT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(update("category"), "10 unchanged");
}

} // namespace

} // namespace datasync::test
