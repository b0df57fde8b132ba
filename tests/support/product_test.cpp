// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::test {

namespace {

/// Tables that are copied with their product, parents first.
constexpr std::string_view k_copied_tables =
    "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND "
    "table_name REGEXP '^(catalog_product_(entity|website|relation|option|bundle|super|link$|"
    "link_attribute_)|catalog_category_product$|downloadable_|weee_tax$|"
    "cataloginventory_stock_(item|status)$)'";

/// Columns with ids of what is copied too. All of them are below 100.
constexpr std::array<std::string_view, 12> k_copied_ids = {
    "entity_id",         "product_id",     "parent_id",    "child_id",
    "linked_product_id", "link_id",        "option_id",    "product_super_attribute_id",
    "parent_product_id", "option_type_id", "selection_id", "sample_id"};

/// What a column of the copy `k.n` holds; nothing for an id that the shop gives.
std::string copied(const std::string& table, const std::string& column, bool is_given_by_shop)
{
    const bool is_image = table.find("gallery") != std::string::npos && column == "value_id";
    if (is_image ||
        std::find(k_copied_ids.begin(), k_copied_ids.end(), column) != k_copied_ids.end()) {
        return fmt::format("t.{} + 100 * k.n", column);
    }
    if (column == "sku" && table == "catalog_product_entity") { return "CONCAT(t.sku, '-C', k.n)"; }
    return is_given_by_shop ? std::string() : "t." + column;
}

} // namespace

void ProductTest::prepare() const
{
    sync_before_catalog();
    for (const auto* const entity : {"productattribute", "attribute_set", "category"}) {
        EXPECT_EQ(report(entity, {"-d", "update"}).at("exit_code"), 0) << entity;
    }
}

void ProductTest::sync_products() const
{
    prepare();
    EXPECT_EQ(update("product"), "18 created, 2 updated");
}

void ProductTest::add_copies(unsigned copies)
{
    // Rows of one statement come in any order, parents and children.
    source().exec("SET foreign_key_checks = 0;\n"
                  "CREATE TABLE copies (n INT)");
    for (unsigned n = 1; n <= copies; ++n) {
        source().exec(fmt::format("INSERT INTO copies VALUES ({})", n));
    }
    for (const auto& table : source().column(k_copied_tables)) {
        std::vector<std::string> columns;
        std::vector<std::string> values;
        for (const auto& row : source().rows(
                 fmt::format("SELECT column_name, extra FROM information_schema.columns WHERE "
                             "table_schema = DATABASE() AND table_name = '{}'",
                             table))) {
            auto value = copied(table, row[0].value(), row[1] == "auto_increment");
            if (value.empty()) { continue; }
            columns.push_back(row[0].value());
            values.push_back(std::move(value));
        }
        source().exec(fmt::format("INSERT INTO {0} ({1}) SELECT {2} FROM {0} t JOIN copies k",
                                  table, fmt::join(columns, ", "), fmt::join(values, ", ")));
    }
    source().exec("DROP TABLE copies;\n"
                  "SET foreign_key_checks = 1");
}

std::string ProductTest::told_references(const Words& more) const
{
    Words words = more;
    words.insert(words.end(), {"-d", "update"});
    const auto done = report("product", words);
    const auto& references = done.at("references");
    return fmt::format(
        "{}; {} open, {} delivered, {} lost", counts(done), references.at("open").get<unsigned>(),
        references.at("delivered").get<unsigned>(), references.at("lost").get<unsigned>());
}

::testing::AssertionResult ProductTest::same_products()
{
    for (const auto* const entity : {"product", "stock", "weee_tax"}) {
        auto same = same_catalog(source(), destination(), entity);
        if (!same) { return same; }
    }
    return ::testing::AssertionSuccess();
}

bool warns(const Json& report, std::string_view part)
{
    const auto& warnings = report.at("warnings");
    return std::any_of(warnings.begin(), warnings.end(), [&](const Json& warning) {
        return warning.get<std::string>().find(part) != std::string::npos;
    });
}

} // namespace datasync::test
