// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/incremental_test.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace datasync::test {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 16> k_roots = {{
    {"customer", "SELECT entity_id FROM customer_entity"},
    {"customer_group", "SELECT customer_group_id FROM customer_group"},
    {"newsletter", "SELECT subscriber_id FROM newsletter_subscriber"},
    {"cms_block", "SELECT block_id FROM cms_block"},
    {"cms_page", "SELECT page_id FROM cms_page"},
    {"productattribute", "SELECT attribute_id FROM catalog_eav_attribute"},
    {"attribute_set", "SELECT attribute_set_id FROM eav_attribute_set"},
    {"category", "SELECT entity_id FROM catalog_category_entity"},
    {"product", "SELECT entity_id FROM catalog_product_entity"},
    {"stock", "SELECT product_id FROM cataloginventory_stock_item"},
    {"order", "SELECT entity_id FROM sales_flat_order"},
    {"invoice", "SELECT entity_id FROM sales_flat_invoice"},
    {"shipment", "SELECT entity_id FROM sales_flat_shipment"},
    {"creditmemo", "SELECT entity_id FROM sales_flat_creditmemo"},
    {"cart_price_rule", "SELECT rule_id FROM salesrule"},
    {"review", "SELECT review_id FROM review"},
}};

std::string numbers(const Json& counts)
{
    std::string text;
    for (const auto& [name, number] : counts.items()) {
        const bool is_outcome = number.is_number_unsigned() && name != "read";
        if (!is_outcome || number == 0) { continue; }
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", number.get<unsigned>(), name);
    }
    return text;
}

} // namespace

void IncrementalTest::SetUp()
{
    TrackerTest::SetUp();
    if (HasFatalFailure() || IsSkipped()) { return; }
    tracker("install");
}

Words IncrementalTest::incremental_words(const Words& more) const
{
    Words words = {"incremental"};
    const auto connections = connection_options();
    words.insert(words.end(), connections.begin(), connections.end());
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

ProgramResult IncrementalTest::run_incremental(const Words& more) const
{
    return run_datasync(incremental_words(more));
}

Json IncrementalTest::incremental(const Words& more, int exit_code) const
{
    Words words = {"--mark-synced", "--source", "legacy", "--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    const auto result = run_incremental(words);
    EXPECT_EQ(result.exit_code, exit_code) << result.out << result.err;
    return Json::parse(result.out);
}

void IncrementalTest::announce_all()
{
    for (const auto& [word, ids] : k_roots) {
        source().exec(fmt::format("INSERT INTO datasync_change_tracker (entity_type, entity_id, "
                                  "action, created_at) SELECT '{}', ids.*, 'update', NOW() FROM "
                                  "({}) AS ids",
                                  word, ids));
    }
}

std::vector<std::string> IncrementalTest::tracked()
{
    return source().column("SELECT CONCAT_WS(' ', entity_type, entity_id, action, sync_completed) "
                           "FROM datasync_change_tracker ORDER BY 1");
}

std::string IncrementalTest::done(const Json& report, std::string_view entity)
{
    for (const auto& result : report.at("entities")) {
        if (result.at("entity") == entity) { return numbers(result.at("summary")); }
    }
    return "";
}

std::string IncrementalTest::gone(const Json& report, std::string_view entity)
{
    for (const auto& result : report.at("removals")) {
        if (result.at("entity") == entity) { return numbers(result); }
    }
    return "";
}

} // namespace datasync::test
