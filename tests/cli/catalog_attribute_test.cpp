// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Product attributes: definitions, labels and defaults arrive; what is the destination's stays.
#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

using Codes = std::vector<std::string>;

class CatalogAttributeTest : public CatalogTest {
protected:
    /// A column, or an expression, of an attribute and its settings on the destination.
    std::string cell(std::string_view code, std::string_view column)
    {
        return destination()
            .value(fmt::format("SELECT IFNULL({}, 'NULL') FROM eav_attribute a JOIN "
                               "catalog_eav_attribute c ON c.attribute_id = a.attribute_id WHERE "
                               "a.attribute_id = '{}'",
                               column, attribute(destination(), code)))
            .value_or("none");
    }

    /// The name of an attribute in each store of the destination that has one.
    Codes labels(std::string_view code)
    {
        return destination().column(
            fmt::format("SELECT CONCAT(s.code, ' ', l.value) FROM eav_attribute_label l JOIN "
                        "core_store s ON s.store_id = l.store_id WHERE l.attribute_id = '{}' "
                        "ORDER BY s.code",
                        attribute(destination(), code)));
    }

    /// Gives each column of the source's own attributes a value that is nobody's default.
    void fill_columns()
    {
        source().exec(
            "UPDATE eav_attribute SET attribute_model = 'old/attribute', frontend_model = "
            "'old/frontend', frontend_class = 'validate-alpha', backend_table = NULL, note = "
            "CONCAT('Note ', attribute_id), is_required = 1 - is_required, is_unique = 1 - "
            "is_unique, frontend_label = CONCAT('Label ', attribute_code) WHERE is_user_defined = "
            "1 AND entity_type_id = 10;\n"
            "UPDATE catalog_eav_attribute SET is_global = (is_global + 1) % 3, is_visible = 0, "
            "is_searchable = 1 - is_searchable, is_filterable = 2 - is_filterable, is_comparable = "
            "1 - is_comparable, is_visible_on_front = 1 - is_visible_on_front, "
            "is_html_allowed_on_front = 1 - is_html_allowed_on_front, is_used_for_price_rules = 1 "
            "- is_used_for_price_rules, is_filterable_in_search = 1 - is_filterable_in_search, "
            "used_in_product_listing = 1 - used_in_product_listing, used_for_sort_by = 1 - "
            "used_for_sort_by, is_configurable = 1 - is_configurable, apply_to = 'simple,grouped', "
            "is_visible_in_advanced_search = 1 - is_visible_in_advanced_search, position = "
            "attribute_id, is_wysiwyg_enabled = 1 - is_wysiwyg_enabled, is_used_for_promo_rules = "
            "1 - is_used_for_promo_rules, frontend_input_renderer = 'old/renderer' WHERE "
            "attribute_id IN (SELECT attribute_id FROM eav_attribute WHERE is_user_defined = 1 AND "
            "entity_type_id = 10)");
    }

    /// The attributes of another backend type on the destination: color is a text there.
    void make_color_a_text()
    {
        destination().exec("UPDATE eav_attribute SET backend_type = 'varchar' WHERE "
                           "attribute_code = 'color'");
    }
};

class MahoCatalogAttributeTest : public CatalogAttributeTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(CatalogAttributeTest, ArrivesWithEveryColumnThoughAllIdsDiffer)
{
    fill_columns();
    const auto own = own_catalog(destination());
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "productattribute"));
    EXPECT_TRUE(same_catalog(source(), destination(), "system_attribute"));
    EXPECT_EQ(own_catalog(destination()), own);
}

TEST_F(MahoCatalogAttributeTest, ArrivesWithEveryColumnThatBothShopsHave)
{
    fill_columns();
    const auto own = own_catalog(destination());
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "productattribute"));
    EXPECT_TRUE(same_catalog(source(), destination(), "system_attribute"));
    EXPECT_EQ(own_catalog(destination()), own);
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogAttributeTest, ArrivesTheSameHoweverItIsWritten)
{
    EXPECT_EQ(update("productattribute", {"--batch-size", "1", "--jobs", "2", "--no-load-data"}),
              "12 created, 3 updated, 35 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "productattribute"));
    EXPECT_EQ(update("productattribute", {"--batch-size", "7", "--jobs", "1"}), "50 unchanged");
}

TEST_F(CatalogAttributeTest, SecondRunWritesNothing)
{
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    const auto before = all_but_runs();
    for (const char* const policy : {"update", "merge", "error", "skip"}) {
        const auto again = report("productattribute", {"-d", policy});
        EXPECT_EQ(counts(again), policy == std::string("skip") ? "50 skipped" : "50 unchanged");
        EXPECT_TRUE(again.at("reindex").empty()) << policy;
    }
    EXPECT_EQ(all_but_runs(), before);
}

TEST_F(CatalogAttributeTest, FollowsThePolicies)
{
    const auto failing = report("productattribute");
    EXPECT_EQ(counts(failing), "12 created, 38 failed");
    EXPECT_EQ(told(failing, 501)
                  .find("failed: the destination already has a record with the same "
                        "attribute_code"),
              0U);
    EXPECT_EQ(option(destination(), "color", "Green"), "");

    EXPECT_EQ(counts(report("productattribute", {"-d", "skip"})), "50 skipped");
    EXPECT_EQ(labels("color"), Codes{});
    EXPECT_EQ(target("productattribute", 501), "1602");

    EXPECT_EQ(counts(report("productattribute", {"--entity-ids", "501"})), "1 failed");
    source().exec("UPDATE eav_attribute SET frontend_label = NULL, note = 'Pick one' WHERE "
                  "attribute_id = 501");
    EXPECT_EQ(counts(report("productattribute", {"-d", "merge", "--entity-ids", "501"})),
              "1 merged");
    EXPECT_EQ(cell("color", "CONCAT(a.frontend_label, '/', a.note)"), "Color/Pick one");
    EXPECT_EQ(update("productattribute", {"--entity-ids", "501"}), "1 updated");
    EXPECT_EQ(cell("color", "a.frontend_label"), "NULL");
}

TEST_F(CatalogAttributeTest, LabelsFollowTheSource)
{
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_EQ(labels("color"), (Codes{"french Couleur", "german Farbe"}));
    EXPECT_EQ(labels("grade"), (Codes{"german Güte", "outlet_en Class"}));
    EXPECT_EQ(labels("name"), Codes{"german Bezeichnung"});

    source().exec("DELETE FROM eav_attribute_label WHERE attribute_id = 501 AND store_id = 3;\n"
                  "UPDATE eav_attribute_label SET value = 'Farbton' WHERE attribute_id = 501;\n"
                  "INSERT INTO eav_attribute_label (attribute_id, store_id, value) VALUES "
                  "(501, 6, 'Shade')");
    EXPECT_EQ(counts(report("productattribute", {"-d", "merge"})), "1 merged, 49 unchanged");
    EXPECT_EQ(labels("color"), (Codes{"french Couleur", "german Farbton", "outlet_en Shade"}));
    EXPECT_EQ(update("productattribute"), "1 updated, 49 unchanged");
    EXPECT_EQ(labels("color"), (Codes{"german Farbton", "outlet_en Shade"}));
}

TEST_F(CatalogAttributeTest, KeepsWhatItIsCalledInAStoreThatOnlyTheDestinationHas)
{
    destination().exec(
        "INSERT INTO core_store (store_id, code, website_id, group_id, name) VALUES (77, "
        "'italian', 7, 8, 'Italian');\n"
        "INSERT INTO eav_attribute_label (attribute_id, store_id, value) VALUES (1602, 77, "
        "'Colore');\n"
        "INSERT INTO eav_attribute_option_value (option_id, store_id, value) VALUES (7102, 77, "
        "'Rosso')");
    EXPECT_EQ(update("productattribute"), "12 created, 3 updated, 35 unchanged");
    EXPECT_EQ(labels("color"), (Codes{"french Couleur", "german Farbe", "italian Colore"}));
    EXPECT_EQ(destination().value("SELECT value FROM eav_attribute_option_value WHERE option_id = "
                                  "7102 AND store_id = 77"),
              "Rosso");
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogAttributeTest, StoresAreMappedByOption)
{
    destination().exec("UPDATE core_store SET code = 'de' WHERE code = 'german'");
    EXPECT_EQ(sync("productattribute", {"-d", "update"}).exit_code, 7);
    // Two stores become one: the first speaks for both.
    const Words map = {"--map-store", "german=de,french=de"};
    EXPECT_EQ(update("productattribute", map), "12 created, 3 updated, 35 unchanged");
    EXPECT_EQ(labels("color"), Codes{"de Farbe"});
    EXPECT_EQ(labels("care_notes"), Codes{"de Entretien"});
    EXPECT_EQ(update("productattribute", map), "50 unchanged");
}

TEST_F(CatalogAttributeTest, DefaultsNameTheOptionsOfTheDestination)
{
    source().exec("UPDATE eav_attribute SET default_value = '604' WHERE attribute_id = 501;\n"
                  "UPDATE eav_attribute SET default_value = '2019-01-01' WHERE attribute_id = 476");
    const auto done = report("productattribute", {"-d", "update"});
    EXPECT_EQ(done.at("references").dump(), R"({"open":0,"delivered":0,"lost":0})");
    const auto cotton = destination().column(
        fmt::format("SELECT o.option_id FROM eav_attribute_option o JOIN "
                    "eav_attribute_option_value v ON v.option_id = o.option_id WHERE v.value = "
                    "'Cotton' AND o.attribute_id = '{}' ORDER BY o.sort_order DESC",
                    attribute(destination(), "material")));
    ASSERT_EQ(cotton.size(), 2U);
    EXPECT_EQ(cell("material", "a.default_value"), cotton[0] + "," + cotton[1]);
    EXPECT_EQ(cell("grade", "a.default_value"), option(destination(), "grade", "A"));
    EXPECT_EQ(cell("color", "a.default_value"), option(destination(), "color", "Ocean, dark"));
    // No ids: a number, a yes or no, a day, and what a source model of the shop's knows.
    EXPECT_EQ(cell("fabric_weight", "a.default_value"), "0");
    EXPECT_EQ(cell("is_organic", "a.default_value"), "0");
    EXPECT_EQ(cell("release_date", "a.default_value"), "2019-01-01");
    EXPECT_EQ(cell("visibility", "a.default_value"), "4");

    source().exec(
        "INSERT INTO eav_attribute_option (option_id, attribute_id) VALUES (670, 271);\n"
        "INSERT INTO eav_attribute_option_value (option_id, store_id, value) VALUES (670, 0, "
        "'D');\n"
        "UPDATE eav_attribute SET default_value = '670' WHERE attribute_id = 271;\n"
        "UPDATE eav_attribute SET default_value = '642,' WHERE attribute_id = 107");
    EXPECT_EQ(update("productattribute"), "2 updated, 48 unchanged");
    EXPECT_EQ(cell("grade", "a.default_value"), option(destination(), "grade", "D"));
    EXPECT_EQ(cell("material", "a.default_value"), option(destination(), "material", "Linen"));
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogAttributeTest, SystemAttributesKeepTheirCode)
{
    source().exec(
        "UPDATE eav_attribute SET attribute_model = 'old/a', backend_model = 'old/b', "
        "frontend_model = 'old/c', source_model = 'old/d', frontend_input = 'text', "
        "frontend_class = 'old', is_user_defined = 1, frontend_label = 'Cost', is_required = 0, "
        "note = 'Net', default_value = '7', is_unique = 1 WHERE attribute_id = 99;\n"
        "UPDATE catalog_eav_attribute SET is_searchable = 1 - is_searchable, position = 77 WHERE "
        "attribute_id = 99");
    constexpr std::string_view k_code =
        "CONCAT_WS('/', a.attribute_model, a.backend_model, a.backend_type, a.backend_table, "
        "a.frontend_model, a.frontend_input, a.frontend_class, a.source_model, a.is_user_defined)";
    constexpr std::string_view k_rest =
        "CONCAT_WS('/', a.frontend_label, a.is_required, a.note, a.default_value, a.is_unique, "
        "c.position)";
    const auto code = cell("price", k_code);
    EXPECT_EQ(code, "catalog/product_attribute_backend_price/decimal/price/0");
    EXPECT_EQ(update("productattribute"), "12 created, 4 updated, 34 unchanged");
    EXPECT_EQ(cell("price", k_code), code);
    EXPECT_EQ(cell("price", k_rest), "Cost/0/Net/7/1/77");
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

TEST_F(CatalogAttributeTest, FailsWhenItsValuesWouldLieInAnotherTable)
{
    make_color_a_text();
    const auto before = snapshot_of(destination(), false);
    const Words color = {"-d", "update", "--entity-ids", "501"};
    const auto done = report("productattribute", color);
    EXPECT_EQ(told(done, 501),
              "failed: the attribute has backend type int on the source and varchar on the "
              "destination: rename one of them, or change the destination's");
    EXPECT_EQ(done.at("exit_code"), 3);
    EXPECT_EQ(snapshot_of(destination(), false), before);
    for (const char* const policy : {"error", "skip", "merge"}) {
        EXPECT_EQ(counts(report("productattribute", {"-d", policy, "--entity-ids", "501"})),
                  "1 failed");
    }
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ(target("productattribute", 501), "");
}

TEST_F(CatalogAttributeTest, MayBeALongTextHereAndAShortOneThere)
{
    destination().exec(
        "INSERT INTO eav_attribute (attribute_id, entity_type_id, attribute_code, backend_type, "
        "frontend_input, is_user_defined) VALUES (1798, 14, 'care_notes', 'varchar', 'text', 1)");
    EXPECT_EQ(update("productattribute"), "11 created, 4 updated, 35 unchanged");
    EXPECT_EQ(attribute(destination(), "care_notes"), "1798");
    EXPECT_EQ(cell("care_notes", "CONCAT(a.backend_type, ' ', a.frontend_input)"),
              "varchar textarea");
    EXPECT_EQ(update("productattribute"), "50 unchanged");
}

} // namespace

} // namespace datasync::test
