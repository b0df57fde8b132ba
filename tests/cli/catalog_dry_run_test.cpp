// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a dry run of attributes, sets and categories announces is what the real run does.
#include "support/catalog_test.hpp"

#include <array>

namespace datasync::test {

namespace {

constexpr std::array k_entities = {"productattribute", "attribute_set", "category"};

class CatalogDryRunTest : public CatalogTest {
protected:
    /// Runs an entity type dry, then for real: the first writes nothing and says what the second
    /// does.
    void expect_announced(const char* entity, const Words& more = {"-d", "update"})
    {
        SCOPED_TRACE(entity);
        Words dry = more;
        dry.emplace_back("--dry-run");
        const auto before = snapshot_of(destination(), true);
        const auto announced = report(entity, dry);
        EXPECT_EQ(snapshot_of(destination(), true), before);
        const auto done = report(entity, more);
        EXPECT_EQ(counts(announced), counts(done));
        for (const char* const said : {"references", "warnings", "reindex", "exit_code"}) {
            EXPECT_EQ(announced.at(said), done.at(said)) << said;
        }
    }
};

class MahoCatalogDryRunTest : public CatalogDryRunTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(CatalogDryRunTest, AnnouncesWhatTheRealRunDoes)
{
    for (const char* const entity : k_entities) { expect_announced(entity); }
    for (const char* const entity : k_entities) { expect_announced(entity); }
}

TEST_F(MahoCatalogDryRunTest, AnnouncesWhatTheRealRunDoes)
{
    for (const char* const entity : k_entities) { expect_announced(entity); }
    for (const char* const entity : k_entities) { expect_announced(entity); }
}

TEST_F(CatalogDryRunTest, AnnouncesItUnderEachPolicy)
{
    for (const char* const policy : {"error", "skip", "merge"}) {
        for (const char* const entity : k_entities) { expect_announced(entity, {"-d", policy}); }
    }
}

TEST_F(CatalogDryRunTest, AnnouncesItForPartsOfThem)
{
    expect_announced("category", {"-d", "update", "--entity-ids", "5,6,16"});
    expect_announced("category", {"-d", "update", "--limit", "5", "--batch-size", "1"});
    expect_announced("category", {"-d", "skip", "--batch-size", "2"});
    expect_announced("attribute_set", {"-d", "update", "--entity-ids", "61"});
    expect_announced("productattribute", {"-d", "update", "--entity-ids", "107,501"});
}

TEST_F(CatalogDryRunTest, AnnouncesChanges)
{
    for (const char* const entity : k_entities) { report(entity, {"-d", "update"}); }
    source().exec(
        "INSERT INTO eav_attribute_group (attribute_group_id, attribute_set_id, "
        "attribute_group_name, sort_order) VALUES (299, 61, 'New', 7);\n"
        "UPDATE eav_entity_attribute SET attribute_group_id = 299 WHERE attribute_id = 107;\n"
        "DELETE FROM eav_entity_attribute WHERE attribute_id = 108;\n"
        "DELETE FROM eav_attribute_group WHERE attribute_group_id = 215;\n"
        "INSERT INTO eav_attribute_option (option_id, attribute_id) VALUES (670, 271);\n"
        "UPDATE eav_attribute SET default_value = '670' WHERE attribute_id = 271;\n"
        "DELETE FROM eav_attribute_option WHERE option_id IN (604, 643);\n"
        "DELETE FROM eav_attribute_label WHERE store_id = 3;\n"
        "UPDATE catalog_category_entity SET path = '1/3/5/12', parent_id = 5 WHERE entity_id = "
        "12;\n"
        "UPDATE catalog_category_entity SET path = '1/3/5/12/6' WHERE entity_id = 6;\n"
        "DELETE FROM catalog_category_product WHERE category_id = 5;\n"
        "DELETE FROM catalog_category_entity_varchar WHERE store_id = 2");
    destination().exec("UPDATE eav_attribute SET backend_type = 'varchar' WHERE attribute_code = "
                       "'deposit'");
    for (const char* const entity : k_entities) { expect_announced(entity); }
    for (const char* const entity : k_entities) { expect_announced(entity); }
}

TEST_F(CatalogDryRunTest, AnnouncesWhatBecomesOfThemWithoutTheRegistry)
{
    for (const char* const entity : k_entities) { report(entity, {"-d", "update"}); }
    destination().exec("DELETE FROM datasync_entity_registry;\n"
                       "DELETE FROM datasync_part_registry");
    for (const char* const entity : k_entities) { expect_announced(entity); }
}

} // namespace

} // namespace datasync::test
