// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/round_trip.hpp"

#include "support/file_source.hpp"
#include "support/lint.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace datasync::test {

namespace {

constexpr std::array<std::string_view, 13> k_records = {"customer_entity",
                                                        "customer_address_entity",
                                                        "newsletter_subscriber",
                                                        "cms_block",
                                                        "cms_page",
                                                        "review",
                                                        "rating_option_vote",
                                                        "sales_flat_",
                                                        "sales_order_tax",
                                                        "sales_payment_transaction",
                                                        "downloadable_link_purchased",
                                                        "cataloginventory_stock_item",
                                                        "datasync_"};

/// Settings that have other ids in the copy, so that only their names can lead to them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_renumbered = {
    {{"eav_attribute_option", "option_id"},
     {"eav_attribute_option_value", "option_id"},
     {"directory_country_region", "region_id"}}};

bool holds_records(const std::string& table)
{
    return table != "review_status" && table != "review_entity" &&
           std::any_of(k_records.begin(), k_records.end(),
                       [&](std::string_view name) { return table.starts_with(name); });
}

bool holds_products(const std::string& table)
{
    constexpr std::array<std::string_view, 9> names = {
        "catalog_product_entity", "catalog_product_website",         "catalog_product_relation",
        "catalog_product_super_", "catalog_product_option",          "catalog_product_bundle_",
        "downloadable_",          "catalog_product_link_attribute_", "weee_tax"};
    return table == "catalog_product_link" ||
           std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return table.starts_with(name); });
}

/// What of a table comes into the emptied copy.
std::string kept_rows(const std::string& table, bool with_products)
{
    if (holds_records(table) || (!with_products && holds_products(table))) {
        return " WHERE FALSE";
    }
    // The root of all trees, and the groups that configuration names.
    if (table.starts_with("catalog_category_entity")) { return " WHERE entity_id = 1"; }
    if (table == "catalog_category_product") { return " WHERE FALSE"; }
    return table == "customer_group" ? " WHERE customer_group_id < 2" : "";
}

} // namespace

ProgramResult export_to(TestDatabase& shop, std::string_view entity, const std::string& file,
                        const Words& more)
{
    const auto from = shop.settings();
    Words words = {"export",    std::string(entity), "-o",      file,        "--db-socket",
                   from.socket, "--db-user",         from.user, "--db-name", from.database};
    words.insert(words.end(), more.begin(), more.end());
    return run_datasync(words);
}

std::string exported(TestDatabase& shop, std::string_view entity, const Words& more)
{
    const auto result = export_to(shop, entity, "-", more);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
}

std::unique_ptr<TestDatabase> emptied_copy(TestDatabase& shop, bool with_products)
{
    auto copy = std::make_unique<TestDatabase>("emptied");
    copy->exec("SET foreign_key_checks = 0");
    for (const auto& table :
         shop.column("SELECT table_name FROM information_schema.tables WHERE table_schema = "
                     "DATABASE() AND table_name NOT LIKE 'datasync%'")) {
        copy->exec(shop.rows("SHOW CREATE TABLE " + table).at(0).at(1).value());
        copy->exec(fmt::format("INSERT INTO {0} SELECT * FROM {1}.{0}{2}", table, shop.name(),
                               kept_rows(table, with_products)));
    }
    for (const auto& [table, id] : k_renumbered) {
        copy->exec(fmt::format("UPDATE {0} SET {1} = {1} + 5000 ORDER BY {1} DESC", table, id));
    }
    return copy;
}

void expect_round_trip(TestDatabase& shop, TestDatabase& emptied, std::string_view entity,
                       int records)
{
    SCOPED_TRACE(entity);
    const auto first = exported(shop, entity);
    const auto checked = lint(entity, first);
    EXPECT_EQ(checked.exit_code, 0) << checked.out;
    EXPECT_NE(checked.out.find(fmt::format(" {} records", records)), std::string::npos)
        << checked.out;
    const FileSource files(emptied);
    // Several writers would give the records other ids, and so another order.
    const auto loaded =
        files.sync(entity, files.write("data.csv", first), {"-d", "update", "--jobs", "1"});
    EXPECT_EQ(loaded.exit_code, 0) << loaded.out << loaded.err;
    const auto lines = util::split(first, '\n');
    const auto again = util::split(exported(emptied, entity), '\n');
    for (std::size_t i = 0; i < std::max(lines.size(), again.size()); ++i) {
        ASSERT_EQ(i < again.size() ? again[i] : "", i < lines.size() ? lines[i] : "") << i;
    }
}

} // namespace datasync::test
