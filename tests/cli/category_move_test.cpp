// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Categories that have moved: what hangs below them goes along, the destination's own included.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::test {

namespace {

using Lines = std::vector<std::string>;

class CategoryMoveTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        EXPECT_EQ(update("category"), "7 created, 2 updated");
    }

    /// Moves a category of the source; what is below it has to be moved for itself.
    void move(unsigned id, unsigned parent, std::string_view path)
    {
        source().exec(fmt::format("UPDATE catalog_category_entity SET parent_id = {}, path = '{}', "
                                  "level = {} WHERE entity_id = {}",
                                  parent, path, std::count(path.begin(), path.end(), '/'), id));
    }

    /// Adds a category of the destination's own below one that came from the source.
    void add_own(unsigned id, unsigned source_parent)
    {
        destination().exec(fmt::format(
            "INSERT INTO catalog_category_entity (entity_id, entity_type_id, attribute_set_id, "
            "parent_id, created_at, updated_at, path, position, level, children_count) SELECT {0}, "
            "13, 43, entity_id, '2023-01-01 10:00:00', '2023-01-02 10:00:00', CONCAT(path, "
            "'/{0}'), "
            "7, level + 1, 0 FROM catalog_category_entity WHERE entity_id = {1};\n"
            "UPDATE catalog_category_entity a JOIN catalog_category_entity b ON b.entity_id = {0} "
            "SET a.children_count = a.children_count + 1 WHERE b.path LIKE CONCAT(a.path, '/%')",
            id, of(source_parent)));
        ASSERT_EQ(tree_faults(destination()), Lines{});
    }

    /// What a category of the source has become.
    std::string of(unsigned source_id) { return target("category", source_id); }

    /// Path, depth and number below of a category of the destination.
    std::string place(const std::string& id)
    {
        return destination()
            .value(fmt::format("SELECT CONCAT_WS(' ', path, level, children_count) FROM "
                               "catalog_category_entity WHERE entity_id = '{}'",
                               id))
            .value_or("none");
    }

    /// Runs it dry and for real, which have to say the same, and returns what they say.
    std::string announced_update(const Words& more = {})
    {
        Words dry = more;
        dry.emplace_back("--dry-run");
        const auto before = snapshot_of(destination(), true);
        const auto announced = update("category", dry);
        EXPECT_EQ(snapshot_of(destination(), true), before);
        const auto done = update("category", more);
        EXPECT_EQ(done, announced);
        EXPECT_EQ(tree_faults(destination()), Lines{});
        EXPECT_EQ(update("category"), "9 unchanged");
        return done;
    }
};

TEST_F(CategoryMoveTest, AboveOneThatHasComeToTheNewPlaceBefore)
{
    move(7, 14, "1/3/14/7");
    move(12, 7, "1/3/14/7/12");
    move(6, 12, "1/3/14/7/12/6");
    move(15, 12, "1/3/14/7/12/15");
    EXPECT_EQ(update("category", {"--entity-ids", "15"}), "1 updated");
    EXPECT_EQ(update("category", {"--entity-ids", "7"}), "1 updated");
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryMoveTest, TakesAlongWhatIsBelowIt)
{
    add_own(50000, 12);
    add_own(50001, 6);
    move(12, 5, "1/3/5/12");
    move(6, 12, "1/3/5/12/6");
    EXPECT_EQ(announced_update(), "1 updated, 8 unchanged");
    const auto above = fmt::format("1/2/{}/{}", of(5), of(12));
    EXPECT_EQ(place(of(12)), above + " 3 3");
    EXPECT_EQ(place(of(6)), fmt::format("{}/{} 4 1", above, of(6)));
    EXPECT_EQ(place("50000"), above + "/50000 4 0");
    EXPECT_EQ(place("50001"), fmt::format("{}/{}/50001 5 0", above, of(6)));
    EXPECT_EQ(place(of(7)), fmt::format("1/2/{} 2 0", of(7)));
    EXPECT_EQ(place(of(5)), fmt::format("1/2/{} 2 6", of(5)));
    EXPECT_EQ(destination().value("SELECT CONCAT_WS(' ', parent_id, position, updated_at) FROM "
                                  "catalog_category_entity WHERE entity_id = 50000"),
              of(12) + " 7 2023-01-02 10:00:00");
}

TEST_F(CategoryMoveTest, GoesDeeperAndHigher)
{
    add_own(50000, 6);
    move(7, 15, "1/3/5/15/7");
    move(12, 7, "1/3/5/15/7/12");
    move(6, 3, "1/3/6");
    EXPECT_EQ(announced_update(), "2 updated, 7 unchanged");
    EXPECT_EQ(place("50000"), fmt::format("1/2/{}/50000 3 0", of(6)));
    EXPECT_EQ(place(of(12)), fmt::format("1/2/{}/{}/{}/{} 5 0", of(5), of(15), of(7), of(12)));
}

TEST_F(CategoryMoveTest, BesideItsOldParentThatMovesAsWell)
{
    add_own(50000, 12);
    add_own(50001, 7);
    move(7, 5, "1/3/5/7");
    move(12, 5, "1/3/5/12");
    move(6, 12, "1/3/5/12/6");
    EXPECT_EQ(announced_update(), "2 updated, 7 unchanged");
    EXPECT_EQ(place("50000"), fmt::format("1/2/{}/{}/50000 4 0", of(5), of(12)));
    EXPECT_EQ(place("50001"), fmt::format("1/2/{}/{}/50001 4 0", of(5), of(7)));
}

TEST_F(CategoryMoveTest, ChangesPlacesWithItsParent)
{
    add_own(50000, 12);
    add_own(50001, 7);
    move(12, 3, "1/3/12");
    move(7, 12, "1/3/12/7");
    move(6, 12, "1/3/12/6");
    EXPECT_EQ(announced_update({"--batch-size", "1"}), "2 updated, 7 unchanged");
    EXPECT_EQ(place("50000"), fmt::format("1/2/{}/50000 3 0", of(12)));
    EXPECT_EQ(place("50001"), fmt::format("1/2/{}/{}/50001 4 0", of(12), of(7)));
    EXPECT_EQ(place(of(6)), fmt::format("1/2/{}/{} 3 0", of(12), of(6)));
}

TEST_F(CategoryMoveTest, GoesBelowOneThatComesWithIt)
{
    source().exec("INSERT INTO catalog_category_entity (entity_id, entity_type_id, "
                  "attribute_set_id, parent_id, path, position, level, children_count) VALUES "
                  "(96, 9, 12, 3, '1/3/96', 4, 2, 0)");
    move(12, 96, "1/3/96/12");
    move(6, 12, "1/3/96/12/6");
    const auto dry = update("category", {"--dry-run"});
    EXPECT_EQ(dry, "1 created, 1 updated, 8 unchanged");
    EXPECT_EQ(update("category"), dry);
    EXPECT_EQ(place(of(6)), fmt::format("1/2/{}/{}/{} 4 0", of(96), of(12), of(6)));
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryMoveTest, ComesBackFromWhereTheDestinationHasPutIt)
{
    add_own(50000, 12);
    destination().exec(fmt::format(
        "UPDATE catalog_category_entity SET path = REPLACE(path, '1/2/{0}/{1}', '1/2/40/{1}'), "
        "parent_id = IF(entity_id = {1}, 40, parent_id) WHERE path LIKE '1/2/{0}/{1}%';\n"
        "UPDATE catalog_category_entity SET children_count = children_count + 3 WHERE entity_id = "
        "40;\n"
        "UPDATE catalog_category_entity SET children_count = children_count - 3 WHERE entity_id = "
        "{0}",
        of(7), of(12)));
    ASSERT_EQ(tree_faults(destination()), Lines{});
    EXPECT_EQ(announced_update(), "1 updated, 8 unchanged");
    EXPECT_EQ(place("40"), "1/2/40 2 0");
    EXPECT_EQ(place("50000"), fmt::format("1/2/{}/{}/50000 4 0", of(7), of(12)));
}

TEST_F(CategoryMoveTest, ToAnotherRootToo)
{
    source().exec("INSERT INTO catalog_category_entity (entity_id, entity_type_id, "
                  "attribute_set_id, parent_id, path, position, level, children_count) VALUES "
                  "(97, 9, 12, 1, '1/97', 4, 1, 0)");
    add_own(50000, 7);
    move(7, 97, "1/97/7");
    move(12, 7, "1/97/7/12");
    move(6, 12, "1/97/7/12/6");
    EXPECT_EQ(update("category"), "1 created, 1 updated, 8 unchanged");
    EXPECT_EQ(place("50000"), fmt::format("1/{}/{}/50000 3 0", of(97), of(7)));
    EXPECT_EQ(place(of(97)), fmt::format("1/{} 1 4", of(97)));
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryMoveTest, StaysWhereItIsUntilItsNewParentComes)
{
    source().exec("INSERT INTO catalog_category_entity (entity_id, entity_type_id, "
                  "attribute_set_id, parent_id, path, position, level, children_count) VALUES "
                  "(96, 9, 12, 3, '1/3/96', 4, 2, 0)");
    move(6, 96, "1/3/96/6");
    const auto before = place(of(6));
    EXPECT_EQ(update("category", {"--entity-ids", "6"}), "1 held");
    EXPECT_EQ(place(of(6)), before);
    EXPECT_EQ(update("category", {"--entity-ids", "6,96"}), "1 created, 1 updated");
    EXPECT_EQ(place(of(6)), fmt::format("1/2/{}/{} 3 0", of(96), of(6)));
}

TEST_F(CategoryMoveTest, WhatTheSourceDeletedStays)
{
    source().exec("DELETE FROM catalog_category_entity WHERE entity_id IN (12, 6)");
    const auto before = place(of(6));
    EXPECT_EQ(update("category"), "7 unchanged");
    EXPECT_EQ(place(of(6)), before);
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

TEST_F(CategoryMoveTest, SkipAndErrorMoveNothing)
{
    move(12, 5, "1/3/5/12");
    move(6, 12, "1/3/5/12/6");
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(counts(report("category", {"-d", "skip"})), "9 skipped");
    EXPECT_EQ(counts(report("category", {"--dry-run"})), counts(report("category")));
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ(counts(report("category", {"-d", "merge"})), "1 merged, 8 unchanged");
    EXPECT_EQ(tree_faults(destination()), Lines{});
}

} // namespace

} // namespace datasync::test
