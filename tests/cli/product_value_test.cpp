// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Attribute values of products: each store says what the source's says, and no more.
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

class ProductValueTest : public ProductTest {
protected:
    /// Sets a value in the source; "" as SQL removes the row.
    void say(const std::string& type, const std::string& of, const std::string& sql)
    {
        const auto table = "catalog_product_entity_" + type;
        if (sql.empty()) {
            source().exec(fmt::format("DELETE FROM {} WHERE ({}) = ({})", table, k_of, of));
            return;
        }
        source().exec(fmt::format("INSERT INTO {} (entity_type_id, {}, value) VALUES (10, {}, {}) "
                                  "ON DUPLICATE KEY UPDATE value = VALUES(value)",
                                  table, k_of, of, sql));
    }

    std::string there(std::string_view sku, std::string_view code, std::string_view store = "admin")
    {
        return value(destination(), sku, code, store);
    }

    /// The labels of the options that a value of the destination names, in its order.
    std::string labels(std::string_view sku, std::string_view code)
    {
        return destination()
            .value(fmt::format("SELECT GROUP_CONCAT(v.value ORDER BY FIND_IN_SET(v.option_id, "
                               "'{0}')) FROM eav_attribute_option_value v JOIN "
                               "eav_attribute_option o ON o.option_id = v.option_id WHERE "
                               "v.store_id = 0 AND o.attribute_id = {1} AND "
                               "FIND_IN_SET(v.option_id, '{0}')",
                               there(sku, code), attribute(destination(), code)))
            .value_or("");
    }

private:
    static constexpr std::string_view k_of = "attribute_id, store_id, entity_id";
};

class MahoProductValueTest : public ProductValueTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(ProductValueTest, NameOfOneStoreAloneDoesNotBecomeTheDefault)
{
    say("varchar", "96, 0, 75", "");
    say("varchar", "96, 2, 75", "'Agent'");
    sync_products();
    EXPECT_EQ(there("007", "name"), "none");
    EXPECT_EQ(there("007", "name", "german"), "Agent");
    EXPECT_EQ(there("007", "name", "french"), "none");
    EXPECT_TRUE(same_products());
}

TEST_F(ProductValueTest, ThatTheSourceRemovedIsRemovedUnderUpdateAlone)
{
    sync_products();
    say("varchar", "96, 2, 16", "");
    say("int", "273, 6, 16", "");
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "20 unchanged");
    EXPECT_EQ(there("mug-blue", "name", "german"), "Becher, blau");
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_EQ(there("mug-blue", "name", "german"), "none");
    EXPECT_EQ(there("mug-blue", "status", "outlet_en"), "none");
    EXPECT_EQ(there("mug-blue", "name", "french"), "Tasse bleue");
}

TEST_F(ProductValueTest, NothingEmptyAndAbsentAreThreeThings)
{
    sync_products();
    EXPECT_EQ(there("mug-blue", "special_price"), "NULL");
    EXPECT_EQ(there("shirt", "url_path"), "");
    EXPECT_EQ(there("mug-red", "url_path"), "none");
    EXPECT_EQ(there("mug-red", "special_price", "outlet_en"), "NULL");

    say("varchar", "96, 2, 16", "NULL");
    say("varchar", "96, 3, 16", "''");
    say("decimal", "567, 0, 27", "NULL");
    EXPECT_EQ(counts(report("product", {"-d", "merge"})), "20 unchanged");
    EXPECT_EQ(there("mug-blue", "name", "german"), "Becher, blau");
    EXPECT_EQ(update("product"), "2 updated, 18 unchanged");
    EXPECT_EQ(there("mug-blue", "name", "german"), "NULL");
    EXPECT_EQ(there("mug-blue", "name", "french"), "");
    EXPECT_EQ(there("mug-red", "special_price"), "NULL");
    say("varchar", "96, 2, 16", "''");
    say("varchar", "96, 3, 16", "NULL");
    EXPECT_EQ(update("product"), "1 updated, 19 unchanged");
    EXPECT_TRUE(same_products());
}

TEST_F(ProductValueTest, ThatIsClearedStaysClearedThoughTheAttributeHasADefault)
{
    sync_products();
    EXPECT_EQ(labels("shirt-red-m", "material"), "Cotton,Cotton");
    EXPECT_EQ(there("shirt", "material"), "none");
    EXPECT_EQ(there("shirt-red-l", "material"), "");
    say("varchar", "107, 0, 61", "");
    say("int", "526, 0, 80", "");
    say("int", "271, 0, 16", "NULL");
    EXPECT_EQ(update("product"), "3 updated, 17 unchanged");
    EXPECT_EQ(there("shirt-red-m", "material"), "none");
    EXPECT_EQ(there("Grüße|card", "visibility"), "none");
    EXPECT_EQ(there("mug-blue", "grade"), "NULL");
}

TEST_F(ProductValueTest, NamesOptionsByTheirLabels)
{
    sync_products();
    EXPECT_EQ(there("mug-red", "color"), option(destination(), "color", "Red"));
    EXPECT_EQ(there("mug-blue", "color"), option(destination(), "color", "Blue"));
    EXPECT_EQ(there("mug-print", "color"), option(destination(), "color", "Ocean, dark"));
    EXPECT_EQ(there("shirt-red-m", "features"),
              fmt::format("{},{}", option(destination(), "features", "Washable"),
                          option(destination(), "features", "Hand made")));
    EXPECT_EQ(labels("tea-green", "features"), "Hand made,Washable");
    EXPECT_EQ(labels("shirt-blue-l", "material"), "Wool");
    // Both are called Cotton; which is which, their order says.
    const auto cotton = there("shirt-red-m", "material");
    EXPECT_EQ(destination().value(fmt::format(
                  "SELECT GROUP_CONCAT(sort_order ORDER BY FIND_IN_SET(option_id, '{0}')) FROM "
                  "eav_attribute_option WHERE FIND_IN_SET(option_id, '{0}')",
                  cotton)),
              "3,1");
}

TEST_F(ProductValueTest, ThatNamesAnOptionOfNoShopIsEmptiedAndCounted)
{
    sync_products();
    say("int", "501, 0, 16", "999");
    say("varchar", "107, 0, 61", "'641,999,,643'");
    say("text", "108, 0, 65", "'999'");
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "2 updated, 18 unchanged");
    EXPECT_EQ(done.at("references").at("lost"), 3);
    EXPECT_TRUE(warns(done, "values of attribute color that name an option without counterpart"));
    EXPECT_EQ(there("mug-blue", "color"), "none");
    EXPECT_EQ(labels("shirt-red-m", "material"), "Cotton,Cotton");
    EXPECT_EQ(there("tea-green", "features"), "");
    EXPECT_EQ(update("product"), "20 unchanged");
}

TEST_F(ProductValueTest, NamesTheTaxClassOfThatName)
{
    sync_products();
    EXPECT_EQ(there("mug-blue", "tax_class_id"), "62");
    EXPECT_EQ(there("mug-blue", "tax_class_id", "outlet_en"), "0");
    EXPECT_EQ(there("warranty", "tax_class_id"), "0");
    EXPECT_EQ(there("tea-tasting", "tax_class_id"), "none");
}

TEST_F(ProductValueTest, OfStoresThatBecomeOneTheFirstSpeaks)
{
    // Of all these, french was written first.
    say("varchar", "96, 2, 75", "''");
    source().exec("DELETE FROM catalog_product_entity_varchar WHERE attribute_id = 96 AND "
                  "store_id IN (2, 3) AND entity_id = 16;\n"
                  "DELETE FROM catalog_product_option_title WHERE option_id = 33;\n"
                  "DELETE FROM catalog_product_super_attribute_label WHERE "
                  "product_super_attribute_id = 41;\n"
                  "INSERT INTO catalog_product_option_title (option_id, store_id, title) VALUES "
                  "(33, 3, 'Image'), (33, 2, 'Bild'), (33, 0, 'Picture');\n"
                  "INSERT INTO catalog_product_super_attribute_label (product_super_attribute_id, "
                  "store_id, use_default, value) VALUES (41, 3, 0, 'Couleur'), (41, 2, 0, "
                  "'Farbton'), (41, 0, 0, 'Colour')");
    say("varchar", "96, 3, 16", "'Tasse'");
    say("varchar", "96, 2, 16", "'Becher'");
    say("varchar", "96, 3, 75", "'Agent'");
    say("varchar", "96, 3, 61", "'Chemise'");
    prepare();
    const Words become_one = {"--map-store", "german=german,french=german"};
    EXPECT_EQ(update("product", become_one), "18 created, 2 updated");
    EXPECT_EQ(there("mug-blue", "name", "german"), "Becher");
    EXPECT_EQ(there("007", "name", "german"), "");
    EXPECT_EQ(there("shirt-red-m", "name", "german"), "Chemise");
    EXPECT_EQ(there("mug-blue", "name", "french"), "none");
    EXPECT_EQ(destination().column("SELECT title FROM catalog_product_option_title WHERE title IN "
                                   "('Bild', 'Image')"),
              Words{"Bild"});
    EXPECT_EQ(destination().column("SELECT value FROM catalog_product_super_attribute_label WHERE "
                                   "value IN ('Farbton', 'Couleur')"),
              Words{"Farbton"});
    EXPECT_EQ(update("product", become_one), "20 unchanged");
}

TEST_F(ProductValueTest, OfAnotherTypeOnTheDestinationFailsTheProduct)
{
    prepare();
    destination().exec("UPDATE eav_attribute SET backend_type = 'int' WHERE attribute_id = " +
                       attribute(destination(), "fabric_weight"));
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "16 created, 2 updated, 2 failed");
    EXPECT_TRUE(has(told(done, 61), "attribute fabric_weight is decimal here and int on the"));
    EXPECT_EQ(product(destination(), "shirt-red-m"), "");
    EXPECT_NE(product(destination(), "shirt-red-l"), "");
}

TEST_F(ProductValueTest, GoesWhereTheDestinationKeepsTexts)
{
    prepare();
    destination().exec("UPDATE eav_attribute SET backend_type = 'varchar' WHERE attribute_id = " +
                       attribute(destination(), "care_notes"));
    say("text", "482, 0, 75", "REPEAT('long ', 51)");
    say("text", "482, 0, 76", "REPEAT('longer ', 51)");
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "17 created, 2 updated, 1 failed");
    EXPECT_TRUE(has(told(done, 76), "care_notes"));
    EXPECT_EQ(there("shirt-red-m", "care_notes", "german"), "Bei 30 °C waschen");
    EXPECT_EQ(there("007", "care_notes").size(), 255);
    EXPECT_EQ(update("product"), "19 unchanged, 1 failed");
}

TEST_F(ProductValueTest, OfAnAttributeThatOnlyTheDestinationHasStays)
{
    destination().exec("INSERT INTO catalog_product_entity_varchar (entity_type_id, attribute_id, "
                       "store_id, entity_id, value) VALUES (14, 1641, 0, 90016, 'W-9')");
    sync_products();
    EXPECT_EQ(there("mug-blue", "warehouse_code"), "W-9");
}

TEST_F(ProductValueTest, NamesTheRecordsInItsTexts)
{
    prepare();
    EXPECT_EQ(update("product", {"--entity-ids", "16"}), "1 updated");
    EXPECT_TRUE(has(there("mug-blue", "description"), "id_path=\"product/0\""));
    EXPECT_EQ(told_references({"--entity-ids", "74"}), "1 created; 0 open, 2 delivered, 0 lost");
    EXPECT_TRUE(has(there("mug-blue", "description"),
                    fmt::format("id_path=\"product/{}\"", product(destination(), "mug-print"))));
}

TEST_F(MahoProductValueTest, OfNoDateIsNoneTowardMaho)
{
    source().exec("SET SESSION sql_mode = '';\n"
                  "UPDATE catalog_product_entity_datetime SET value = '0000-00-00 00:00:00' WHERE "
                  "entity_id = 27 AND attribute_id = 568;\n"
                  "UPDATE catalog_product_entity SET updated_at = '0000-00-00 00:00:00' WHERE "
                  "entity_id = 80");
    prepare();
    const auto done = report("product", {"-d", "update"});
    EXPECT_EQ(counts(done), "18 created, 2 updated");
    // The third is the day on which shirt-blue-l ran low.
    EXPECT_EQ(done.at("zero_dates"), 3);
    EXPECT_EQ(there("mug-red", "special_from_date"), "NULL");
    EXPECT_EQ(there("mug-red", "special_to_date"), "2024-12-31 00:00:00");
    EXPECT_TRUE(same_products());
    EXPECT_EQ(update("product"), "20 unchanged");
}

TEST_F(ProductValueTest, OfNoDateStaysWhatItIsTowardOpenMage)
{
    source().exec("SET SESSION sql_mode = '';\n"
                  "UPDATE catalog_product_entity_datetime SET value = '0000-00-00 00:00:00' WHERE "
                  "entity_id = 27 AND attribute_id = 568");
    sync_products();
    EXPECT_EQ(there("mug-red", "special_from_date"), "0000-00-00 00:00:00");
}

} // namespace

} // namespace datasync::test
