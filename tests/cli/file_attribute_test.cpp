// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Product attributes from CSV files: new ones as the back office makes them, with options, labels
// and places in sets.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"
#include "support/lint.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <optional>

namespace datasync::test {

namespace {

class FileAttributeTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    /// An expression over an attribute and its settings.
    std::string cell(std::string_view code, std::string_view expression)
    {
        return destination()
            .value(fmt::format("SELECT IFNULL({}, 'NULL') FROM eav_attribute a JOIN "
                               "catalog_eav_attribute c USING (attribute_id) WHERE a.attribute_id "
                               "= '{}'",
                               expression, attribute(destination(), code)))
            .value_or("none");
    }

    /// Type, models and whether people made it.
    std::string kind(std::string_view code)
    {
        return cell(code, "CONCAT_WS(' ', backend_type, IFNULL(backend_model, '-'), "
                          "IFNULL(source_model, '-'), IFNULL(frontend_model, '-'), "
                          "is_user_defined)");
    }

    /// The options in their order, with the labels of store views: "Red german=Rot".
    Words options(std::string_view code)
    {
        return destination().column(
            fmt::format("SELECT CONCAT_WS(' ', v.value, (SELECT GROUP_CONCAT(s.code, '=', w.value "
                        "ORDER BY s.code) FROM eav_attribute_option_value w JOIN core_store s "
                        "USING (store_id) WHERE w.option_id = o.option_id AND w.store_id <> 0)) "
                        "FROM eav_attribute_option o JOIN eav_attribute_option_value v ON "
                        "v.option_id = o.option_id AND v.store_id = 0 WHERE o.attribute_id = '{}' "
                        "ORDER BY o.sort_order, o.option_id",
                        attribute(destination(), code)));
    }

    Words labels(std::string_view code)
    {
        return destination().column(
            fmt::format("SELECT CONCAT(s.code, ' ', l.value) FROM eav_attribute_label l JOIN "
                        "core_store s USING (store_id) WHERE l.attribute_id = '{}' ORDER BY 1",
                        attribute(destination(), code)));
    }

    /// Set, group and order of each of its places.
    Words places(std::string_view code)
    {
        return destination().column(
            fmt::format("SELECT CONCAT_WS('/', s.attribute_set_name, g.attribute_group_name, "
                        "p.sort_order) FROM eav_entity_attribute p JOIN eav_attribute_set s USING "
                        "(attribute_set_id) JOIN eav_attribute_group g USING (attribute_group_id) "
                        "WHERE p.attribute_id = '{}' AND p.entity_type_id = 14 ORDER BY 1",
                        attribute(destination(), code)));
    }

    void expect_no_change(const std::string& file, const Words& more, const std::string& outcome)
    {
        const auto before = snapshot_of(destination(), false);
        EXPECT_EQ(counts(files().report("productattribute", file, more)), outcome);
        EXPECT_TRUE(snapshot_of(destination(), false) == before);
    }

private:
    std::optional<FileSource> m_files;
};

class MahoFileAttributeTest : public FileAttributeTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

constexpr const char* k_attributes =
    "attribute_code,frontend_input,frontend_label,frontend_label@german,options,attribute_sets,"
    "group,is_required,is_filterable,default_value,note\n"
    "fabric,select,Fabric,Stoff,Cotton|Wool|Silk,Default|Keep,,1,2,Wool,What it is made of\n"
    "care,multiselect,Care,,\"[{\"\"label\"\": \"\"Cold\"\", \"\"label@german\"\": \"\"Kalt\"\", "
    "\"\"sort_order\"\": 5}, \"\"Warm\"\", {\"\"label\"\": \"\"Hot\"\", \"\"order\"\": 1}]\","
    "Default,Washing,no,1,,\n"
    "lining,text,Lining,,,,,0,0,plain,\n";

TEST_F(FileAttributeTest, ArriveWithOptionsLabelsAndPlaces)
{
    const auto first = files().report("productattribute", k_attributes, {"-d", "update"});
    EXPECT_EQ(counts(first), "3 created");
    EXPECT_TRUE(has(first.at("warnings").dump(), "the destination got Washing in the set Default"));
    EXPECT_EQ(kind("fabric"), "int - - - 1");
    EXPECT_EQ(kind("care"), "varchar eav/entity_attribute_backend_array - - 1");
    EXPECT_EQ(cell("fabric", "CONCAT_WS('/', a.frontend_label, is_required, is_filterable, note, "
                             "is_global, is_visible, is_configurable, is_html_allowed_on_front)"),
              "Fabric/1/2/What it is made of/1/1/1/1");
    EXPECT_EQ(labels("fabric"), Words({"german Stoff"}));
    EXPECT_EQ(options("fabric"), Words({"Cotton", "Wool", "Silk"}));
    EXPECT_EQ(cell("fabric", "default_value"), option(destination(), "fabric", "Wool"));
    EXPECT_EQ(options("care"), Words({"Hot", "Cold german=Kalt", "Warm"}));
    EXPECT_EQ(cell("lining", "default_value"), "plain");
    EXPECT_EQ(places("fabric"), Words({"Default/General/22", "Keep/General/10"}));
    EXPECT_EQ(places("care"), Words({"Default/Washing/1"}));
    EXPECT_EQ(destination().value("SELECT sort_order FROM eav_attribute_group WHERE "
                                  "attribute_group_name = 'Washing'"),
              "7");
    EXPECT_EQ(places("lining"), Words());
    expect_no_change(k_attributes, {"-d", "update"}, "3 unchanged");
}

TEST_F(MahoFileAttributeTest, Arrive)
{
    EXPECT_EQ(files().update("productattribute", k_attributes), "3 created");
    EXPECT_EQ(options("care"), Words({"Hot", "Cold german=Kalt", "Warm"}));
    EXPECT_EQ(cell("fabric", "default_value"), option(destination(), "fabric", "Wool"));
    expect_no_change(k_attributes, {"-d", "update"}, "3 unchanged");
}

TEST_F(FileAttributeTest, ValuesAreKeptAsTheBackOfficeWould)
{
    struct Kind {
        std::string_view input;
        std::string_view kept;
    };
    constexpr std::array kinds = {
        Kind{"text", "varchar - - - 1"},
        Kind{"textarea", "text - - - 1"},
        Kind{"date", "datetime eav/entity_attribute_backend_datetime - "
                     "eav/entity_attribute_frontend_datetime 1"},
        Kind{"boolean", "int - eav/entity_attribute_source_boolean - 1"},
        Kind{"select", "int - - - 1"},
        Kind{"multiselect", "varchar eav/entity_attribute_backend_array - - 1"},
        Kind{"price", "decimal catalog/product_attribute_backend_price - - 1"},
        Kind{"media_image", "varchar - - catalog/product_attribute_frontend_image 1"},
        Kind{"weee", "static weee/attribute_backend_weee_tax - - 1"},
    };
    std::string file = "attribute_code,frontend_input,frontend_label\n";
    for (const auto& [input, kept] : kinds) { file += fmt::format("new_{0},{0},New\n", input); }
    EXPECT_EQ(files().update("productattribute", file), fmt::format("{} created", kinds.size()));
    for (const auto& [input, kept] : kinds) {
        EXPECT_EQ(kind(fmt::format("new_{}", input)), kept) << input;
    }
    EXPECT_TRUE(has(cell("new_weee", "apply_to"), "simple,"));
    EXPECT_EQ(cell("new_text", "apply_to"), "NULL");
    // A type of a module's.
    EXPECT_EQ(files().update("productattribute", "attribute_code,frontend_input,frontend_label,"
                                                 "backend_type,backend_model\n"
                                                 "manual,file,Manual,varchar,docs/file\n"),
              "1 created");
    EXPECT_EQ(kind("manual"), "varchar docs/file - - 1");
}

TEST_F(FileAttributeTest, LeavesAloneWhatTheFileDoesNotSay)
{
    files().update("productattribute", k_attributes);
    const auto violet = option(destination(), "color", "Violet");
    const auto values = options("color");
    // An option in another case is the same one; those that are in use stay.
    const std::string head = "attribute_code,frontend_input,frontend_label,options\n";
    EXPECT_EQ(files().update("productattribute", head + "color,select,Color,violet|Pink\n"),
              "1 updated");
    EXPECT_EQ(option(destination(), "color", "Violet"), violet);
    auto expected = values;
    expected.emplace_back("Pink");
    EXPECT_EQ(options("color"), expected);
    EXPECT_TRUE(has(fmt::format("{}", fmt::join(options("color"), "|")), "Violet german=Lila"));
    expect_no_change(head + "color,select,Color,violet|Pink\n", {"-d", "update"}, "1 unchanged");
    // One store's label, one option's order and label, one more set.
    EXPECT_EQ(files().update("productattribute",
                             "attribute_code,frontend_input,frontend_label,frontend_label@french,"
                             "options,attribute_sets\n"
                             "fabric,select,Fabric,Tissu,\"[{\"\"label\"\":\"\"Wool\"\",\"\"sort_"
                             "order\"\":9,\"\"label@french\"\":\"\"Laine\"\"}]\",Keep\n"),
              "1 updated");
    EXPECT_EQ(labels("fabric"), Words({"french Tissu", "german Stoff"}));
    EXPECT_EQ(options("fabric"), Words({"Cotton", "Silk", "Wool french=Laine"}));
    EXPECT_EQ(places("fabric"), Words({"Default/General/22", "Keep/General/10"}));
    EXPECT_EQ(cell("fabric", "CONCAT_WS('/', is_required, is_filterable, note)"),
              "1/2/What it is made of");
    EXPECT_EQ(labels("warehouse_code"), Words({"german Lager"}));
}

TEST_F(FileAttributeTest, EmptyCellsEmptyUnderUpdateAndLeaveAloneUnderMerge)
{
    files().update("productattribute", k_attributes);
    const std::string empty =
        "attribute_code,frontend_input,frontend_label,frontend_label@german,options,"
        "attribute_sets,group,is_required,is_filterable,note,default_value\n"
        "fabric,select,Fabric,,,,,,,,\n";
    expect_no_change(empty, {"-d", "merge"}, "1 unchanged");
    expect_no_change(empty, {"-d", "skip"}, "1 skipped");
    EXPECT_EQ(files().update("productattribute", empty), "1 updated");
    EXPECT_EQ(labels("fabric"), Words());
    EXPECT_EQ(cell("fabric", "CONCAT_WS('/', is_required, is_filterable, IFNULL(note, '-'), "
                             "IFNULL(default_value, '-'))"),
              "0/0/-/-");
    // What products use stays.
    EXPECT_EQ(options("fabric"), Words({"Cotton", "Wool", "Silk"}));
    EXPECT_EQ(places("fabric").size(), 2U);
    expect_no_change(empty, {"-d", "update"}, "1 unchanged");
    EXPECT_EQ(counts(files().report("productattribute", k_attributes, {"-d", "merge"})),
              "1 merged, 2 unchanged");
    EXPECT_EQ(cell("fabric", "is_filterable"), "2");
}

TEST_F(FileAttributeTest, ADefaultIsAnOptionOrSeveral)
{
    const std::string file = "attribute_code,frontend_input,frontend_label,options,default_value\n"
                             "rooms,multiselect,Rooms,Kitchen|Office|Hall,kitchen|Hall\n"
                             "color,select,Color,,Blue\n"
                             "size_range,select,Size,S|M,M\n";
    const auto first = files().report("productattribute", file, {"-d", "update"});
    EXPECT_EQ(counts(first), "2 created, 1 updated");
    EXPECT_TRUE(has(first.at("warnings").dump(), "it comes when the file is loaded again"));
    EXPECT_EQ(cell("color", "default_value"), "7101");
    EXPECT_EQ(cell("size_range", "default_value"), option(destination(), "size_range", "M"));
    EXPECT_EQ(files().update("productattribute", file), "1 updated, 2 unchanged");
    EXPECT_EQ(cell("rooms", "default_value"),
              fmt::format("{},{}", option(destination(), "rooms", "Kitchen"),
                          option(destination(), "rooms", "Hall")));
    expect_no_change(file, {"-d", "update"}, "3 unchanged");
}

TEST_F(FileAttributeTest, ADefaultMayBeAnEmptyText)
{
    const std::string file = "attribute_code,frontend_input,frontend_label,default_value\n"
                             "color,select,Color,\\E\nseen,date,Seen,\\E\n";
    EXPECT_EQ(files().update("productattribute", file), "1 created, 1 updated");
    EXPECT_EQ(cell("color", "CONCAT('-', default_value)"), "-");
    EXPECT_EQ(cell("seen", "CONCAT('-', default_value)"), "-");
    expect_no_change(file, {"-d", "update"}, "2 unchanged");
}

TEST_F(FileAttributeTest, EqualLabelsAreToldApartByTheirOrder)
{
    const std::string head = "attribute_code,frontend_input,frontend_label,options\n";
    const std::string file =
        head + "tone,select,Tone,\"[\"\"Dark\"\", \"\"Dark\"\", \"\"dark\"\"]\"\n";
    EXPECT_EQ(files().update("productattribute", file), "1 created");
    EXPECT_EQ(options("tone"), Words({"Dark", "Dark", "dark"}));
    expect_no_change(file, {"-d", "update"}, "1 unchanged");
}

TEST_F(FileAttributeTest, MovesToTheGroupThatTheFileNames)
{
    const std::string head = "attribute_code,frontend_input,frontend_label,attribute_sets,group\n";
    const auto there = places("color");
    EXPECT_EQ(files().update("productattribute", head + "color,select,Color,Default,\n"),
              "1 unchanged");
    const auto file = head + "color,select,Color,default,looks\nfit,text,Fit,Default,Looks\n";
    EXPECT_EQ(counts(files().report("productattribute", file, {"-d", "update", "--dry-run"})),
              "1 created, 1 updated");
    EXPECT_EQ(places("color"), there);
    // Nothing is changed, so that no group is needed.
    EXPECT_EQ(counts(files().report("productattribute", head + "color,select,Color,Default,Odd\n",
                                    {"-d", "skip"})),
              "1 skipped");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM eav_attribute_group WHERE "
                                  "attribute_group_name IN ('Looks', 'Odd')"),
              "0");
    EXPECT_EQ(files().update("productattribute", file), "1 created, 1 updated");
    EXPECT_EQ(places("color"), Words({"Default/looks/1"}));
    EXPECT_EQ(places("fit"), Words({"Default/looks/2"}));
    expect_no_change(file, {"-d", "update"}, "2 unchanged");
}

TEST_F(FileAttributeTest, SaysWhatIsWrongWithARecordAndTakesTheOthers)
{
    const std::string head = "attribute_code,frontend_input,frontend_label,options,attribute_sets,"
                             "default_value,backend_type\n";
    const auto report = files().report(
        "productattribute",
        head + "color,text,Color,,,,\n"
               "a,select,A,One,Nowhere,,\n"
               "b,select,B,One,,Two,\n"
               "c,select,C,\"[{\"\"label\"\":\"\"x\"\",\"\"label@germn\"\":\"\"y\"\"}]\",,,\n"
               "warehouse_code,text,Warehouse,,,,int\n"
               "d,select,D,One,Keep,One,\n",
        {"-d", "update"});
    EXPECT_EQ(counts(report), "1 created, 5 failed");
    EXPECT_TRUE(has(told_of_line(report, 2), "column frontend_input: \"text\" is another type than "
                                             "that of the destination's attribute color, which is "
                                             "select"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column attribute_sets: \"Nowhere\" is no attribute "
                                             "set of the destination; it has: Default, Keep"));
    EXPECT_TRUE(has(told_of_line(report, 4), "column default_value: \"Two\" names \"Two\", which "
                                             "is no option of the attribute"));
    EXPECT_TRUE(has(told_of_line(report, 5), "column options: \"germn\" is no store"));
    EXPECT_TRUE(has(told_of_line(report, 6), "backend type int"));
    EXPECT_EQ(places("d"), Words({"Keep/General/10"}));
    EXPECT_TRUE(
        has(files().refusal("productattribute",
                            head.substr(0, head.size() - 1) + ",is_filtrable\nx,text,X,,,,,1\n", 3),
            "is_filtrable"));
}

TEST_F(FileAttributeTest, TakesColumnsThatModulesAdded)
{
    destination().exec("ALTER TABLE catalog_eav_attribute ADD swatch_size INT NOT NULL DEFAULT 3");
    const std::string file = "attribute_code,frontend_input,frontend_label,swatch_size\n"
                             "color,select,Color,24\nhem,text,Hem,\n";
    EXPECT_EQ(files().update("productattribute", file), "1 created, 1 updated");
    EXPECT_EQ(cell("color", "swatch_size"), "24");
    EXPECT_EQ(cell("hem", "swatch_size"), "3");
    expect_no_change(file, {"-d", "update"}, "2 unchanged");
}

TEST_F(FileAttributeTest, IsKnownByTheIdOfTheSource)
{
    const std::string head = "entity_id,attribute_code,frontend_input,frontend_label\n";
    EXPECT_EQ(files().update("productattribute", head + "71,hem,text,Hem\n"), "1 created");
    const auto id = attribute(destination(), "hem");
    EXPECT_EQ(files().update("productattribute", head + "71,hemline,text,Hem\n"), "1 updated");
    EXPECT_EQ(attribute(destination(), "hemline"), id);
}

TEST_F(FileAttributeTest, LintRefusesTheSameWithoutADatabase)
{
    const auto found =
        lint("productattribute",
             "attribute_code,frontend_input,frontend_label,options,attribute_sets,group,is_global,"
             "is_required,default_value,backend_type\n"
             "Bad Code,text,A,,,,,,,\n"
             "b,swatch,B,,,,,,,\n"
             "c,text,C,One|Two,,,,,,\n"
             "d,select,,One,,,,,,\n"
             "e,select,E,one|One,,,,,,\n"
             "f,select,F,\"[{\"\"lable\"\":\"\"x\"\"}]\",,,,,,\n"
             "g,select,G,[broken,,,,,,\n"
             "h,text,H,,,Looks,,,,\n"
             "i,text,I,,,,3,,,\n"
             "j,text,J,,,,,perhaps,,\n"
             "k,boolean,K,,,,,,maybe,\n"
             "l,text,L,,,,,,,blob\n"
             "m,text,M,,,,,,,\n"
             "m,text,M,,,,,,,\n");
    EXPECT_EQ(found.exit_code, 3);
    constexpr std::array expected = {
        "line 2, column attribute_code: \"Bad Code\" is no attribute code",
        "line 3, column frontend_input: \"swatch\" is none of text",
        "line 4, column options: \"One|Two\" has options, which an attribute of type text",
        "line 5, column frontend_label: is empty",
        "line 6, column options: \"one|One\" names \"One\" twice",
        "has an option without a label",
        "line 8, column options: \"[broken\"",
        "line 9, column group: \"Looks\" names a group",
        "line 10, column is_global: \"3\" is none of 0, 1, 2",
        "line 11, column is_required: \"perhaps\" is neither",
        "line 12, column default_value: \"maybe\" is neither",
        "line 13, column backend_type: \"blob\" is none of",
        "line 15",
    };
    for (const auto* const words : expected) { EXPECT_TRUE(has(found.out, words)) << words; }
    EXPECT_EQ(lint("productattribute", k_attributes).exit_code, 0);
}

TEST_F(FileAttributeTest, ADryRunSaysTheSameAndWritesNothing)
{
    const auto before = snapshot_of(destination(), true);
    EXPECT_EQ(
        counts(files().report("productattribute", k_attributes, {"-d", "update", "--dry-run"})),
        "3 created");
    EXPECT_TRUE(snapshot_of(destination(), true) == before);
}

} // namespace

} // namespace datasync::test
