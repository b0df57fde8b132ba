// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Options of product attributes: known by the registry, then by label, and of equal ones by order.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

using Lines = std::vector<std::string>;

class CatalogOptionTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    }

    /// All options of an attribute on the destination, with ids and labels.
    Lines options(std::string_view code) { return told(code, "o.option_id, ' ', "); }

    /// The same without their ids.
    Lines labels(std::string_view code) { return told(code, ""); }

    /// What an option has become.
    std::string target_option(unsigned source_id)
    {
        constexpr int k_option_part = 2; // Numbers of parts are for ever.
        return destination()
            .value(fmt::format("SELECT target_id FROM datasync_part_registry WHERE part_type = {} "
                               "AND source_id = {}",
                               k_option_part, source_id))
            .value_or("");
    }

    /// Takes from the destination all that it knows of where attributes and options came from.
    void lose_registry()
    {
        destination().exec("DELETE FROM datasync_entity_registry;\n"
                           "DELETE FROM datasync_part_registry");
    }

    /// Gives the source another option of an attribute.
    void add_option(unsigned id, unsigned attribute, std::string_view label, int sort_order = 0)
    {
        source().exec(
            fmt::format("INSERT INTO eav_attribute_option (option_id, attribute_id, sort_order) "
                        "VALUES ({0}, {1}, {2});\nINSERT INTO eav_attribute_option_value "
                        "(option_id, store_id, value) VALUES ({0}, 0, '{3}')",
                        id, attribute, sort_order, label));
    }

private:
    Lines told(std::string_view code, std::string_view id)
    {
        return destination().column(
            fmt::format("SELECT CONCAT({}o.sort_order, ' ', GROUP_CONCAT(s.code, '=', v.value "
                        "ORDER BY s.code SEPARATOR '|')) FROM eav_attribute_option o LEFT JOIN "
                        "eav_attribute_option_value v ON v.option_id = o.option_id LEFT JOIN "
                        "core_store s ON s.store_id = v.store_id WHERE o.attribute_id = '{}' GROUP "
                        "BY o.option_id, o.sort_order ORDER BY o.option_id",
                        id, attribute(destination(), code)));
    }
};

TEST_F(CatalogOptionTest, ArriveWithLabelsAndOrder)
{
    EXPECT_EQ(labels("material"), (Lines{"3 admin=Cotton", "2 admin=Linen|german=Leinen",
                                         "1 admin=Cotton|german=Baumwolle", "4 admin=Wool"}));
    EXPECT_EQ(labels("size"), (Lines{"0 admin=M|german=M", "1 admin=L|french=Grand"}));
    // Blue and Red were there, and Violet is the destination's own.
    EXPECT_EQ(
        labels("color"),
        (Lines{"1 admin=Blue|german=Blau", "0 admin=Red|german=Rot", "2 admin=Violet|german=Lila",
               "2 admin=Green|french=Vert|german=Grün", "2 admin=Ocean, dark"}));
    EXPECT_EQ(target_option(601), "7102");
    EXPECT_EQ(target_option(602), "7101");
}

TEST_F(CatalogOptionTest, KeepTheirIdsWhenTheRegistryIsLost)
{
    const auto before = snapshot_of(destination(), false);
    const Lines ids = {target_option(641), target_option(643), target_option(663)};
    lose_registry();
    EXPECT_EQ(update("productattribute"), "50 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ((Lines{target_option(641), target_option(643), target_option(663)}), ids);
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogOptionTest, FollowTheSource)
{
    const auto red = target_option(601);
    source().exec("UPDATE eav_attribute_option_value SET value = 'Crimson' WHERE option_id = 601 "
                  "AND store_id = 0;\n"
                  "DELETE FROM eav_attribute_option_value WHERE option_id = 601 AND store_id = 2;\n"
                  "UPDATE eav_attribute_option SET sort_order = 9 WHERE option_id = 602;\n"
                  "DELETE FROM eav_attribute_option WHERE option_id = 604");
    add_option(670, 501, "Black", 4);
    EXPECT_EQ(counts(report("productattribute", {"-d", "merge"})), "1 merged, 49 unchanged");
    EXPECT_EQ(labels("color"),
              (Lines{"9 admin=Blue|german=Blau", "0 admin=Crimson|german=Rot",
                     "2 admin=Violet|german=Lila", "2 admin=Green|french=Vert|german=Grün",
                     "2 admin=Ocean, dark", "4 admin=Black"}));
    EXPECT_EQ(update("productattribute"), "1 updated, 49 unchanged");
    EXPECT_EQ(labels("color"),
              (Lines{"9 admin=Blue|german=Blau", "0 admin=Crimson", "2 admin=Violet|german=Lila",
                     "2 admin=Green|french=Vert|german=Grün", "4 admin=Black"}));
    EXPECT_EQ(option(destination(), "color", "Crimson"), red);
    EXPECT_EQ(target_option(604), "");
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogOptionTest, OfTheDestinationBecomeOnesOfTheSourceByTheirLabel)
{
    add_option(671, 501, "Violet", 5);
    EXPECT_EQ(update("productattribute"), "1 updated, 49 unchanged");
    EXPECT_EQ(target_option(671), "7103");
    EXPECT_EQ(destination().value("SELECT sort_order FROM eav_attribute_option WHERE option_id = "
                                  "7103"),
              "5");
    source().exec("DELETE FROM eav_attribute_option WHERE option_id = 671");
    EXPECT_EQ(update("productattribute"), "1 updated, 49 unchanged");
    EXPECT_EQ(option(destination(), "color", "Violet"), "");
    EXPECT_EQ(option(destination(), "manufacturer", "Own brand"), "7122");
}

TEST_F(CatalogOptionTest, ThatTheDestinationTookAwayComeAgain)
{
    destination().exec("DELETE FROM eav_attribute_option WHERE option_id = " + target_option(604));
    EXPECT_EQ(update("productattribute"), "1 updated, 49 unchanged");
    EXPECT_EQ(option(destination(), "color", "Ocean, dark"), target_option(604));
    EXPECT_NE(target_option(604), "");
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogOptionTest, ComeAgainWithTheirAttribute)
{
    destination().exec("DELETE FROM eav_attribute WHERE attribute_id = " +
                       attribute(destination(), "grade"));
    EXPECT_EQ(update("productattribute"), "1 created, 49 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "productattribute"));
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogOptionTest, WithoutAnyLabelArriveOnceOnly)
{
    source().exec("INSERT INTO eav_attribute_option (option_id, attribute_id, sort_order) VALUES "
                  "(672, 108, 3), (673, 108, 1)");
    EXPECT_EQ(update("productattribute"), "1 updated, 49 unchanged");
    const auto ids = options("features");
    EXPECT_EQ(destination().value(fmt::format("SELECT COUNT(*) FROM eav_attribute_option WHERE "
                                              "attribute_id = '{}'",
                                              attribute(destination(), "features"))),
              "5");
    lose_registry();
    EXPECT_EQ(update("productattribute"), "50 unchanged");
    EXPECT_EQ(options("features"), ids);
}

/// An attribute of equal options is in both shops already, in another order there.
class EqualOptionsTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        source().exec("UPDATE eav_attribute_option SET sort_order = 2 WHERE option_id = 661;\n"
                      "UPDATE eav_attribute_option SET sort_order = 1 WHERE option_id = 662;\n"
                      "UPDATE eav_attribute_option_value SET value = 'A' WHERE option_id = 662");
        destination().exec(
            "INSERT INTO eav_attribute (attribute_id, entity_type_id, attribute_code, "
            "backend_type, frontend_input, source_model, is_user_defined) VALUES (1799, 14, "
            "'grade', 'int', 'select', 'eav/entity_attribute_source_table', 1);\n"
            "INSERT INTO eav_attribute_option (option_id, attribute_id, sort_order) VALUES (7301, "
            "1799, 1), (7302, 1799, 2), (7303, 1799, 3);\n"
            "INSERT INTO eav_attribute_option_value (option_id, store_id, value) VALUES (7301, 0, "
            "'A'), (7302, 0, 'A'), (7303, 0, 'A')");
    }
};

TEST_F(EqualOptionsTest, AreToldApartByTheOrderOfTheirIds)
{
    EXPECT_EQ(update("productattribute"), "11 created, 4 updated, 35 unchanged");
    EXPECT_EQ(destination().column(
                  "SELECT CONCAT(option_id, ' ', sort_order) FROM eav_attribute_option WHERE "
                  "attribute_id = 1799 AND option_id < 8000 ORDER BY option_id"),
              (Lines{"7301 2", "7302 1", "7303 3"}));
    EXPECT_EQ(destination().value("SELECT default_value FROM eav_attribute WHERE attribute_id = "
                                  "1799"),
              "7301");
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(EqualOptionsTest, AreTheSameForProductsWhateverComesFirst)
{
    sync_before_catalog();
    source().exec("INSERT INTO catalog_product_entity_int (entity_type_id, attribute_id, store_id, "
                  "entity_id, value) VALUES (10, 271, 0, 27, 662) ON DUPLICATE KEY UPDATE value = "
                  "662");
    EXPECT_EQ(sync("product", {"-d", "update", "--entity-ids", "27"}).exit_code, 0);
    EXPECT_EQ(value(destination(), "mug-red", "grade"), "7302");
    EXPECT_EQ(sync("productattribute", {"-d", "update"}).exit_code, 0);
    EXPECT_EQ(sync("product", {"-d", "update", "--entity-ids", "27"}).exit_code, 0);
    EXPECT_EQ(value(destination(), "mug-red", "grade"), "7302");
}

} // namespace

} // namespace datasync::test
