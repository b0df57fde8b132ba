// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Attribute sets: groups, which attribute stands where, and what the destination has in them
// itself.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view k_loses_registry = "DELETE FROM datasync_entity_registry;\n"
                                              "DELETE FROM datasync_part_registry";

class CatalogSetTest : public CatalogTest {
protected:
    /// Runs attributes and sets, and returns what became of each type.
    std::string update_both() const
    {
        const auto attributes = update("productattribute");
        return attributes + "; " + update("attribute_set");
    }

    /// Where an attribute of the destination stands: group and place in it, by set.
    Lines places(std::string_view code)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT(s.attribute_set_name, '/', g.attribute_group_name, ' ', p.sort_order) "
            "FROM eav_entity_attribute p JOIN eav_attribute_group g ON g.attribute_group_id = "
            "p.attribute_group_id AND g.attribute_set_id = p.attribute_set_id JOIN "
            "eav_attribute_set s ON s.attribute_set_id = p.attribute_set_id WHERE p.attribute_id = "
            "'{}' ORDER BY s.attribute_set_name",
            attribute(destination(), code)));
    }

    /// The ids of the rows that say so.
    Lines rows(std::string_view code)
    {
        return destination().column(fmt::format("SELECT entity_attribute_id FROM "
                                                "eav_entity_attribute WHERE attribute_id = '{}' "
                                                "ORDER BY 1",
                                                attribute(destination(), code)));
    }

    /// The groups of a set on the destination, in their order.
    Lines groups(std::string_view set)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT(g.sort_order, ' ', g.attribute_group_name) FROM eav_attribute_group g "
            "JOIN eav_attribute_set s ON s.attribute_set_id = g.attribute_set_id WHERE "
            "s.entity_type_id = 14 AND s.attribute_set_name = '{}' ORDER BY g.sort_order",
            set));
    }

    /// Puts the attribute that only the destination has into a group there.
    void add_own_attribute(std::string_view set, std::string_view group)
    {
        destination().exec(fmt::format(
            "INSERT INTO eav_entity_attribute (entity_type_id, attribute_set_id, "
            "attribute_group_id, attribute_id, sort_order) SELECT 14, g.attribute_set_id, "
            "g.attribute_group_id, 1641, 77 FROM eav_attribute_group g JOIN eav_attribute_set s "
            "ON s.attribute_set_id = g.attribute_set_id WHERE s.attribute_set_name = '{}' AND "
            "g.attribute_group_name = '{}'",
            set, group));
    }
};

class MahoCatalogSetTest : public CatalogSetTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(CatalogSetTest, ArrivesWithGroupsAndPlaces)
{
    const auto own = own_catalog(destination());
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_EQ(update("attribute_set"), "2 created, 1 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "attribute_set"));
    EXPECT_EQ(groups("Apparel"),
              (Lines{"1 General", "2 Fabric", "3 Prices", "4 Images", "9 Empty"}));
    EXPECT_EQ(places("weight"),
              (Lines{"Apparel/Fabric 1", "Books & more/General 5", "Default/General 5"}));
    EXPECT_EQ(places("warehouse_code"), (Lines{"Default/Recurring Profile 1", "Keep/General 9"}));
    EXPECT_EQ(own_catalog(destination()), own);
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(MahoCatalogSetTest, ArrivesWithGroupsAndPlaces)
{
    const auto own = own_catalog(destination());
    EXPECT_EQ(update("attribute_set"), "2 created, 1 updated");
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "attribute_set"));
    EXPECT_EQ(own_catalog(destination()), own);
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(CatalogSetTest, ComesToTheSameBeforeAttributesAndBehindThem)
{
    EXPECT_EQ(update("attribute_set"), "2 created, 1 updated");
    EXPECT_EQ(places("size"), Lines{});
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_EQ(places("size"), Lines{"Apparel/General 21"});
    EXPECT_TRUE(same_catalog(source(), destination(), "attribute_set"));
    EXPECT_TRUE(same_catalog(source(), destination(), "productattribute"));
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(CatalogSetTest, SecondRunWritesNothing)
{
    update_both();
    const auto before = all_but_runs();
    for (const char* const policy : {"update", "merge", "error"}) {
        EXPECT_EQ(counts(report("attribute_set", {"-d", policy})), "3 unchanged");
    }
    EXPECT_EQ(all_but_runs(), before);
}

TEST_F(CatalogSetTest, FollowsThePolicies)
{
    EXPECT_EQ(counts(report("attribute_set")), "2 created, 1 failed");
    EXPECT_EQ(counts(report("attribute_set", {"-d", "skip"})), "3 skipped");
    EXPECT_EQ(places("color"), (Lines{"Apparel/General 20", "Default/General 20"}));
    EXPECT_EQ(counts(report("attribute_set", {"-d", "merge"})), "1 merged, 2 unchanged");
    EXPECT_EQ(places("color"), (Lines{"Apparel/General 20", "Default/General 31"}));
}

TEST_F(CatalogSetTest, KeepsTheRowOfAnAttributeThatMovesToAnotherGroup)
{
    update_both();
    const auto before = rows("material");
    source().exec("UPDATE eav_entity_attribute SET attribute_group_id = 211, sort_order = 50 WHERE "
                  "attribute_id = 107 AND attribute_set_id = 61");
    EXPECT_EQ(update("attribute_set"), "1 updated, 2 unchanged");
    EXPECT_EQ(places("material"), Lines{"Apparel/General 50"});
    EXPECT_EQ(rows("material"), before);
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(CatalogSetTest, AnAttributeStaysWhereItIsUntilItsNewGroupComes)
{
    source().exec("INSERT INTO eav_attribute_group (attribute_group_id, attribute_set_id, "
                  "attribute_group_name, sort_order) VALUES (299, 9, 'Look', 7);\n"
                  "UPDATE eav_entity_attribute SET attribute_group_id = 299, sort_order = 4 WHERE "
                  "attribute_set_id = 9 AND attribute_id = 501");
    const auto before = rows("color");
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_EQ(rows("color"), before);
    EXPECT_EQ(places("color"), Lines{"Default/General 20"});
    EXPECT_EQ(update("productattribute"), "50 unchanged");
    EXPECT_EQ(update("attribute_set"), "2 created, 1 updated");
    EXPECT_EQ(places("color"), (Lines{"Apparel/General 20", "Default/Look 4"}));
    EXPECT_EQ(rows("color").front(), before.front());
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "attribute_set"));
}

TEST_F(CatalogSetTest, AttributesOfAGroupThatIsTakenAwayStandWhereTheyStandNow)
{
    update_both();
    source().exec("UPDATE eav_entity_attribute SET attribute_group_id = 213, sort_order = "
                  "sort_order + 50 WHERE attribute_group_id = 212;\n"
                  "DELETE FROM eav_attribute_group WHERE attribute_group_id = 212");
    EXPECT_EQ(update("attribute_set"), "1 updated, 2 unchanged");
    EXPECT_EQ(groups("Apparel"), (Lines{"1 General", "3 Prices", "4 Images", "9 Empty"}));
    EXPECT_EQ(places("material"), Lines{"Apparel/Prices 52"});
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "attribute_set"));
}

TEST_F(CatalogSetTest, AGroupMayTakeTheNameOfOneThatIsGone)
{
    update_both();
    source().exec("UPDATE eav_entity_attribute SET attribute_group_id = 213, sort_order = "
                  "sort_order + 50 WHERE attribute_group_id = 212;\n"
                  "DELETE FROM eav_attribute_group WHERE attribute_group_id = 212;\n"
                  "UPDATE eav_attribute_group SET attribute_group_name = 'Fabric' WHERE "
                  "attribute_group_id = 213");
    EXPECT_EQ(update("attribute_set"), "1 updated, 2 unchanged");
    EXPECT_EQ(groups("Apparel"), (Lines{"1 General", "3 Fabric", "4 Images", "9 Empty"}));
    EXPECT_TRUE(same_catalog(source(), destination(), "attribute_set"));
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(CatalogSetTest, AnAttributeLeavesTheSetUnderUpdateAlone)
{
    update_both();
    source().exec("DELETE FROM eav_entity_attribute WHERE attribute_id IN (101, 108) AND "
                  "attribute_set_id = 61");
    EXPECT_EQ(counts(report("attribute_set", {"-d", "merge"})), "3 unchanged");
    EXPECT_EQ(places("features"), Lines{"Apparel/Fabric 4"});
    EXPECT_EQ(update("attribute_set"), "1 updated, 2 unchanged");
    EXPECT_EQ(places("features"), Lines{});
    EXPECT_EQ(places("weight"), (Lines{"Books & more/General 5", "Default/General 5"}));
    EXPECT_NE(attribute(destination(), "features"), "");
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(CatalogSetTest, AnAttributeLeavesTheSetWithItsOwnRunToo)
{
    update_both();
    source().exec("DELETE FROM eav_entity_attribute WHERE attribute_id = 108");
    EXPECT_EQ(update("productattribute"), "1 updated, 49 unchanged");
    EXPECT_EQ(places("features"), Lines{});
    EXPECT_EQ(update("attribute_set"), "3 unchanged");
}

TEST_F(CatalogSetTest, GroupsFollowTheSourceAndOwnOnesStay)
{
    update_both();
    destination().exec("INSERT INTO eav_attribute_group (attribute_set_id, attribute_group_name, "
                       "sort_order) SELECT attribute_set_id, 'Depot', 8 FROM eav_attribute_set "
                       "WHERE attribute_set_name = 'Apparel'");
    add_own_attribute("Apparel", "Depot");
    source().exec("UPDATE eav_attribute_group SET attribute_group_name = 'Cloth', sort_order = 5 "
                  "WHERE attribute_group_id = 212;\n"
                  "DELETE FROM eav_attribute_group WHERE attribute_group_id = 215");
    EXPECT_EQ(update_both(), "50 unchanged; 1 updated, 2 unchanged");
    EXPECT_EQ(groups("Apparel"),
              (Lines{"1 General", "3 Prices", "4 Images", "5 Cloth", "8 Depot"}));
    EXPECT_EQ(places("material"), Lines{"Apparel/Cloth 2"});
    EXPECT_EQ(places("warehouse_code"),
              (Lines{"Apparel/Depot 77", "Default/Recurring Profile 1", "Keep/General 9"}));
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(CatalogSetTest, AGroupThatIsGoneStaysAsLongAsOwnAttributesAreInIt)
{
    update_both();
    add_own_attribute("Apparel", "Fabric");
    source().exec("UPDATE eav_entity_attribute SET attribute_group_id = 213 WHERE "
                  "attribute_group_id = 212 AND attribute_id = 101;\n"
                  "DELETE FROM eav_entity_attribute WHERE attribute_group_id = 212;\n"
                  "DELETE FROM eav_attribute_group WHERE attribute_group_id IN (212, 215)");
    EXPECT_EQ(update("attribute_set"), "1 updated, 2 unchanged");
    EXPECT_EQ(groups("Apparel"), (Lines{"1 General", "2 Fabric", "3 Prices", "4 Images"}));
    EXPECT_EQ(places("warehouse_code").front(), "Apparel/Fabric 77");
    EXPECT_EQ(places("weight").front(), "Apparel/Prices 1");
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
    destination().exec("DELETE FROM eav_entity_attribute WHERE attribute_id = 1641 AND sort_order "
                       "= 77");
    EXPECT_EQ(update("attribute_set"), "1 updated, 2 unchanged");
    EXPECT_EQ(groups("Apparel"), (Lines{"1 General", "3 Prices", "4 Images"}));
}

TEST_F(CatalogSetTest, ARenamedOneIsStillKnown)
{
    sync_before_catalog();
    update_both();
    destination().exec("UPDATE eav_attribute_set SET attribute_set_name = 'Kleidung' WHERE "
                       "attribute_set_name = 'Apparel'");
    const auto set = target("attribute_set", 61);
    EXPECT_EQ(sync("product", {"-d", "update", "--entity-ids", "61"}).exit_code, 0);
    EXPECT_EQ(destination().value("SELECT attribute_set_id FROM catalog_product_entity WHERE sku = "
                                  "'shirt-red-m'"),
              set);
    // Attributes know their places in it all the same.
    EXPECT_EQ(update("productattribute"), "50 unchanged");
    EXPECT_EQ(update("attribute_set"), "1 updated, 2 unchanged");
    EXPECT_EQ(destination().value("SELECT attribute_set_name FROM eav_attribute_set WHERE "
                                  "attribute_set_id = " +
                                  set),
              "Apparel");
}

TEST_F(CatalogSetTest, IsKnownByItsNamesWhenTheRegistryIsLost)
{
    update_both();
    const auto before = snapshot_of(destination(), false);
    destination().exec(k_loses_registry);
    EXPECT_EQ(update("attribute_set"), "3 unchanged");
    EXPECT_EQ(update("productattribute"), "50 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ(update_both(), "50 unchanged; 3 unchanged");
}

TEST_F(CatalogSetTest, OfOtherKindsStaysBehind)
{
    EXPECT_EQ(update("attribute_set", {"--entity-ids", "12"}), "");
    EXPECT_EQ(target("attribute_set", 12), "");
}

} // namespace

} // namespace datasync::test
