// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::test {

namespace {

/// Products that the destination lacks, the size L, and what the options of products have become.
constexpr std::string_view k_products = R"(
INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at)
VALUES
    (91051, 14, 44, 'configurable', 'mug-set', '2019-04-01 08:00:00', '2024-05-01 08:00:00'),
    (91062, 14, 44, 'simple', 'shirt-blue-l', '2019-04-01 08:00:00', '2024-05-01 08:00:00'),
    (91068, 14, 44, 'grouped', 'tea-tasting', '2019-04-01 08:00:00', '2024-05-01 08:00:00');
INSERT INTO eav_attribute_option (option_id, attribute_id, sort_order) VALUES (7112, 1601, 1);
INSERT INTO eav_attribute_option_value (option_id, store_id, value) VALUES (7112, 0, 'L');
INSERT INTO catalog_product_option (option_id, product_id, type, sort_order) VALUES
    (92031, 91074, 'field', 0), (92032, 91074, 'drop_down', 1), (92033, 91074, 'file', 2),
    (92034, 91074, 'checkbox', 3);
INSERT INTO catalog_product_option_type_value (option_type_id, option_id, sort_order) VALUES
    (92051, 92032, 0), (92052, 92032, 1), (92055, 92034, 0), (92056, 92034, 1);
INSERT INTO catalog_product_bundle_option (option_id, parent_id, position) VALUES
    (92004, 91064, 0), (92005, 91064, 1);
INSERT INTO catalog_product_bundle_selection
    (selection_id, option_id, parent_product_id, product_id)
VALUES (92011, 92004, 91064, 91065), (92012, 92004, 91064, 91066), (92013, 92005, 91064, 90016);
INSERT INTO downloadable_link (link_id, product_id) VALUES (92021, 91070), (92022, 91070);
INSERT INTO datasync_part_registry (source_no, part_type, source_id, target_id)
SELECT (SELECT MIN(source_no) FROM datasync_source), part_type, source_id, target_id
FROM (SELECT 20 AS part_type, 31 AS source_id, 92031 AS target_id UNION ALL SELECT 20, 32, 92032
      UNION ALL SELECT 20, 33, 92033 UNION ALL SELECT 20, 34, 92034
      UNION ALL SELECT 21, 51, 92051 UNION ALL SELECT 21, 52, 92052
      UNION ALL SELECT 21, 55, 92055 UNION ALL SELECT 21, 56, 92056
      UNION ALL SELECT 22, 4, 92004 UNION ALL SELECT 22, 5, 92005
      UNION ALL SELECT 23, 11, 92011 UNION ALL SELECT 23, 12, 92012 UNION ALL SELECT 23, 13, 92013
      UNION ALL SELECT 24, 21, 92021 UNION ALL SELECT 24, 22, 92022) p;
)";

constexpr std::array k_copied_tables = {"gift_message",
                                        "sales_flat_order",
                                        "sales_flat_order_address",
                                        "sales_flat_order_item",
                                        "sales_flat_order_payment",
                                        "sales_payment_transaction",
                                        "sales_flat_order_status_history",
                                        "sales_order_tax",
                                        "sales_order_tax_item",
                                        "downloadable_link_purchased",
                                        "downloadable_link_purchased_item",
                                        "sales_flat_order_grid",
                                        "sales_flat_invoice",
                                        "sales_flat_invoice_item",
                                        "sales_flat_invoice_comment",
                                        "sales_flat_invoice_grid"};

/// Columns with ids of what is copied too. All of them are below 100.
constexpr std::array<std::string_view, 14> k_copied_ids = {
    "entity_id",          "parent_id",          "item_id",
    "order_id",           "order_item_id",      "parent_item_id",
    "payment_id",         "transaction_id",     "tax_id",
    "tax_item_id",        "purchased_id",       "gift_message_id",
    "billing_address_id", "shipping_address_id"};

/// What a column holds in the copy `k.n`.
std::string copied(std::string_view table, std::string_view column)
{
    // An invoice names a transaction by the text that the payment method knows it by.
    const bool is_text = table == "sales_flat_invoice" && column == "transaction_id";
    if (!is_text &&
        std::find(k_copied_ids.begin(), k_copied_ids.end(), column) != k_copied_ids.end()) {
        return fmt::format("t.{} + 100 * k.n", column);
    }
    if (column == "increment_id" || column == "order_increment_id") {
        return fmt::format("CONCAT(t.{}, '-C', k.n)", column);
    }
    return fmt::format("t.{}", column);
}

} // namespace

void SalesTest::SetUp()
{
    SyncTest::SetUp();
    if (HasFatalFailure() || IsSkipped()) { return; }
    for (const auto* const part : {"goods", "sales"}) {
        source().load(schema_of(part, source_schema()));
        destination().load(schema_of(part, destination_schema()));
    }
    for (const auto* const file :
         {"goods_source.sql", "sales_base_source.sql", "sales_source.sql"}) {
        source().load(file);
    }
    destination().load("goods_destination.sql");
    destination().load("sales_base_destination.sql");
    destination().load("sales_destination.sql");
}

void SalesTest::sync_before_orders() const
{
    sync_customers();
    EXPECT_EQ(update("cart_price_rule"), "3 created");
}

void SalesTest::sync_orders() const
{
    sync_before_orders();
    EXPECT_EQ(update("order"), "12 created");
}

void SalesTest::add_products()
{
    destination().exec(k_products);
}

void SalesTest::add_copies(unsigned copies)
{
    // Rows of one statement come in any order, parents and children.
    source().exec("SET foreign_key_checks = 0;\n"
                  "CREATE TABLE copies (n INT)");
    for (unsigned n = 1; n <= copies; ++n) {
        source().exec(fmt::format("INSERT INTO copies VALUES ({})", n));
    }
    for (const char* const table : k_copied_tables) {
        const auto columns = source().column(
            fmt::format("SELECT column_name FROM information_schema.columns WHERE table_schema = "
                        "DATABASE() AND table_name = '{}'",
                        table));
        std::vector<std::string> values;
        for (const auto& column : columns) { values.push_back(copied(table, column)); }
        source().exec(fmt::format("INSERT INTO {0} ({1}) SELECT {2} FROM {0} t JOIN copies k",
                                  table, fmt::join(columns, ", "), fmt::join(values, ", ")));
    }
    source().exec("DROP TABLE copies;\n"
                  "SET foreign_key_checks = 1");
}

std::string SalesTest::target_part(Part part, unsigned source_id)
{
    return destination()
        .value(fmt::format("SELECT target_id FROM datasync_part_registry WHERE part_type = {} AND "
                           "source_id = {}",
                           static_cast<int>(part), source_id))
        .value_or("");
}

std::string SalesTest::order_cell(unsigned source_id, const std::string& column)
{
    return destination()
        .value(fmt::format("SELECT {} FROM sales_flat_order WHERE entity_id = {}", column,
                           target("order", source_id)))
        .value_or("NULL");
}

std::string SalesTest::item_cell(unsigned source_id, const std::string& column)
{
    return destination()
        .value(fmt::format("SELECT {} FROM sales_flat_order_item WHERE item_id = {}", column,
                           target_part(Part::order_item, source_id)))
        .value_or("NULL");
}

} // namespace datasync::test
