// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Categories from CSV files: known by their name and the category above them.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"
#include "support/lint.hpp"

#include <fmt/format.h>

#include <optional>

namespace datasync::test {

namespace {

class FileCategoryTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    /// What the tree says of a category of the destination: names from the root category, level,
    /// position, children.
    std::string place(const std::string& names)
    {
        return destination()
            .value(fmt::format(
                "SELECT CONCAT_WS(' ', level, position, children_count, path = CONCAT((SELECT "
                "p.path FROM catalog_category_entity p WHERE p.entity_id = c.parent_id), '/', "
                "c.entity_id)) FROM catalog_category_entity c WHERE entity_id = '{}'",
                category(destination(), names)))
            .value_or("");
    }

    std::map<std::string, std::string> values(const std::string& names)
    {
        return values_of(destination(), "catalog_category_entity", category(destination(), names));
    }

    std::string children_of_root()
    {
        return destination()
            .value("SELECT children_count FROM catalog_category_entity WHERE entity_id = 2")
            .value_or("");
    }

private:
    std::optional<FileSource> m_files;
};

constexpr const char* k_tree = "name,path,description,is_active,name@german,url_key\n"
                               "Furniture,Furniture,All of it,1,,furniture\n"
                               "Chairs,Furniture/Chairs,,yes,Stühle,\n"
                               "Wood,Furniture/Chairs/Wood,,no,,wood\n"
                               "TV/Audio,Furniture/TV/Audio,,1,,\n"
                               "Small,Keep/Small,,1,,\n";

TEST_F(FileCategoryTest, ATreeArrivesWithNamesForPlaces)
{
    const auto bad = files().report("category", k_tree, {"-d", "update"});
    EXPECT_EQ(counts(bad), "4 created, 1 failed");
    EXPECT_TRUE(has(told_of_line(bad, 5), "column path: \"Furniture/TV/Audio\" does not end with "
                                          "the name of the category itself"));
    EXPECT_EQ(place("Furniture"), "2 2 2 1");
    EXPECT_EQ(place("Furniture/Chairs"), "3 1 1 1");
    EXPECT_EQ(place("Furniture/Chairs/Wood"), "4 1 0 1");
    EXPECT_EQ(place("Keep/Small"), "3 1 0 1");
    EXPECT_EQ(children_of_root(), "5");
    const auto furniture = values("Furniture");
    EXPECT_EQ(furniture.at("description"), "All of it");
    EXPECT_EQ(furniture.at("include_in_menu"), "1");
    EXPECT_EQ(values("Furniture/Chairs/Wood").at("is_active"), "0");
    EXPECT_EQ(destination().value("SELECT v.value FROM catalog_category_entity_varchar v WHERE "
                                  "store_id = 12 AND value = 'Stühle'"),
              "Stühle");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM catalog_category_entity WHERE "
                                  "attribute_set_id <> 43 OR created_at IS NULL"),
              "0");
    EXPECT_EQ(files().update("category", k_tree), "4 unchanged, 1 failed");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_entity_registry"), "0");
}

TEST_F(FileCategoryTest, SourceIdsNameParentsOfTheFileAndOfEarlierFiles)
{
    EXPECT_EQ(files().update("category", "entity_id,name,parent_id\n"
                                         "10,Garden,\n"
                                         "11,Tools,10\n"
                                         "12,Spades,11\n"
                                         "13,Roots,1\n"),
              "4 created");
    EXPECT_EQ(place("Garden/Tools/Spades"), "4 1 0 1");
    EXPECT_EQ(destination().value("SELECT level FROM catalog_category_entity WHERE parent_id = 1 "
                                  "AND entity_id <> 2"),
              "1");
    EXPECT_EQ(files().update("category", "entity_id,name,parent_id\n14,Rakes,11\n15,Lost,99\n"),
              "1 created, 1 held");
    EXPECT_EQ(place("Garden/Tools/Rakes"), "4 1 0 1");
    EXPECT_EQ(place("Garden/Tools"), "3 1 2 1");
    // Renamed and moved: the id tells which one it is.
    EXPECT_EQ(files().update("category", "entity_id,name,parent_id\n11,Garden tools,2\n"),
              "1 held");
    EXPECT_EQ(files().update("category", "entity_id,name,path\n11,Garden tools,Garden tools\n"),
              "1 updated");
    EXPECT_EQ(place("Garden tools/Spades"), "3 1 0 1");
    EXPECT_EQ(place("Garden"), "2 2 0 1");
    EXPECT_EQ(counts(files().report("category",
                                    "entity_id,name,path,position\n"
                                    "12,Spades,Garden/Spades,\n",
                                    {"-d", "merge"})),
              "1 merged");
    EXPECT_EQ(place("Garden/Spades"), "3 1 0 1");
    EXPECT_EQ(place("Garden tools"), "2 1 1 1");
    // Where it stands is not said: it stays.
    EXPECT_EQ(files().update("category", "entity_id,name\n12,Spades\n"), "1 unchanged");
}

TEST_F(FileCategoryTest, LeavesAloneWhatTheFileDoesNotSay)
{
    const auto keep = [&] {
        auto lines =
            destination().column("SELECT CONCAT_WS(' ', attribute_id, store_id, value) FROM "
                                 "catalog_category_entity_varchar WHERE entity_id = 40 ORDER BY 1");
        const auto row = destination().column("SELECT CONCAT_WS(' ', path, position, level, "
                                              "children_count, created_at) FROM "
                                              "catalog_category_entity WHERE entity_id = 40");
        lines.insert(lines.end(), row.begin(), row.end());
        return lines;
    };
    const auto before = keep();
    EXPECT_EQ(files().update("category", "name,path\nKeep,Keep\n"), "1 unchanged");
    EXPECT_EQ(files().update("category", "name\nKeep\n"), "1 unchanged");
    EXPECT_EQ(files().update("category", "name,description\nKeep,Here\n"), "1 updated");
    EXPECT_EQ(keep(), before);
    const auto merged =
        files().report("category", "name,path,description\nKeep,Keep,\n", {"-d", "merge"});
    EXPECT_EQ(counts(merged), "1 unchanged");
    EXPECT_EQ(values("Keep").at("description"), "Here");
    EXPECT_EQ(files().update("category", "name,path,description\nKeep,Keep,\n"), "1 updated");
    EXPECT_FALSE(values("Keep").contains("description"));
}

TEST_F(FileCategoryTest, ManyLevelsInTheOrderOfATreeComeInAFewBatches)
{
    std::string lines = "name,path\n";
    for (int a = 0; a < 12; ++a) {
        lines += fmt::format("A{0},A{0}\n", a);
        for (int b = 0; b < 5; ++b) {
            lines += fmt::format("B{1},A{0}/B{1}\n", a, b);
            for (int c = 0; c < 3; ++c) { lines += fmt::format("C{2},A{0}/B{1}/C{2}\n", a, b, c); }
        }
    }
    EXPECT_EQ(files().update("category", lines, {"--batch-size", "7"}), "252 created");
    EXPECT_EQ(place("A11"), "2 13 20 1");
    EXPECT_EQ(place("A11/B4/C2"), "4 3 0 1");
    EXPECT_EQ(files().update("category", lines), "252 unchanged");
    EXPECT_EQ(children_of_root(), "253");
}

TEST_F(FileCategoryTest, SaysWhatIsWrongWithARecordAndTakesTheOthers)
{
    const auto report = files().report("category",
                                       "entity_id,name,path,is_active,landing_page\n"
                                       ",Wood,Furniture/Wood,1,\n"
                                       ",Chairs,Chairs,perhaps,\n"
                                       "1,Root,Root,1,\n"
                                       ",Oak,/Nowhere/Oak,1,\n"
                                       ",Below,Chairs/Below,1,\n"
                                       ",Fine,Fine,1,\n"
                                       ",fine,fine,1,\n"
                                       ",Page,Page,1,start\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 created, 1 held, 6 failed");
    EXPECT_TRUE(has(told_of_line(report, 2), "column path: \"Furniture/Wood\" names "
                                             "\"Furniture\", which neither"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column is_active: \"perhaps\""));
    EXPECT_TRUE(has(told_of_line(report, 4), "column name: \"Root\" stands for category 1"));
    EXPECT_TRUE(has(told_of_line(report, 5), "names \"Nowhere\""));
    EXPECT_TRUE(has(told_of_line(report, 6), "held: the category above it has not come"));
    EXPECT_TRUE(has(told_of_line(report, 8), "line 7 has the same path"));
    EXPECT_TRUE(has(told_of_line(report, 9), "column landing_page: \"start\" is not the id of a"));
    EXPECT_TRUE(has(files().refusal("category", "name,name@germn\na,b\n", 3), "column name@germn"));
    EXPECT_TRUE(
        has(files().refusal("category", "name,parent_id,path\na,,a\n", 3), "says the same as"));
}

TEST_F(FileCategoryTest, LintRefusesTheSameWithoutADatabase)
{
    const auto found = lint("category", "entity_id,name,path,position,level\n"
                                        ",Chairs,Furniture/Chair,1,\n"
                                        "1,Root,Root,1,\n"
                                        ",Oak,//Oak,first,\n"
                                        ",Ash,Ash,1,3\n");
    EXPECT_EQ(found.exit_code, 3);
    EXPECT_TRUE(has(found.out, "line 2, column path: \"Furniture/Chair\" does not end"));
    EXPECT_TRUE(has(found.out, "line 3, column name: \"Root\" stands for"));
    EXPECT_TRUE(has(found.out, "line 4, column position: \"first\" is not a whole number"));
    EXPECT_TRUE(has(found.out, "line 4, column path: \"//Oak\" has an empty name"));
    EXPECT_TRUE(has(found.out, "line 5, column level: \"3\" is worked out by the shop"));
}

TEST_F(FileCategoryTest, ADryRunSaysTheSameAndWritesNothing)
{
    const auto before = snapshot_of(destination(), true);
    EXPECT_EQ(counts(files().report("category", k_tree, {"-d", "update", "--dry-run"})),
              "4 created, 1 failed");
    EXPECT_EQ(snapshot_of(destination(), true), before);
    files().update("category", k_tree);
    // Chairs move, and what is below them goes with them.
    const std::string moved = "entity_id,name,path\n"
                              "7,Seats,Seats\n"
                              "8,Stools,Seats/Stools\n"
                              ",Wood,Furniture/Chairs/Wood\n";
    const auto dry = files().report("category", moved, {"-d", "update", "--dry-run"});
    EXPECT_EQ(counts(dry), "2 created, 1 unchanged");
    EXPECT_EQ(files().update("category", moved), counts(dry));
}

TEST_F(FileCategoryTest, TheExampleArrives)
{
    const auto path = example("categories.csv");
    EXPECT_EQ(run_datasync({"lint", "category", "-f", path}).exit_code, 0);
    const auto result = files().sync("category", path, {"-d", "update"});
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    EXPECT_EQ(place("Furniture/Chairs/Office chairs"), "4 1 0 1");
    // What came with ids is found by its names as well.
    EXPECT_EQ(files().update("category", "name,path\nTables,Furniture/Tables\n"
                                         "TV/Audio,TV\\/Audio\nTiny,Furniture/Tables/Tiny\n"),
              "1 created, 2 unchanged");
}

} // namespace

} // namespace datasync::test
