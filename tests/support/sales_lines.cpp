// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/sales_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>

namespace datasync::test {

namespace {

/// A table of an entity type, how its rows (t) are joined to the record (r) they belong to.
struct SalesTable {
    std::string_view entity;
    std::string_view table;
    std::string_view record;
    std::string_view join;
};

constexpr std::array k_tables = {
    SalesTable{"order", "sales_flat_order", "sales_flat_order", "r.entity_id = t.entity_id"},
    SalesTable{"order", "sales_flat_order_address", "sales_flat_order",
               "r.entity_id = t.parent_id"},
    SalesTable{"order", "sales_flat_order_item", "sales_flat_order", "r.entity_id = t.order_id"},
    SalesTable{"order", "sales_flat_order_payment", "sales_flat_order",
               "r.entity_id = t.parent_id"},
    SalesTable{"order", "sales_flat_order_status_history", "sales_flat_order",
               "r.entity_id = t.parent_id"},
    SalesTable{"order", "sales_flat_order_grid", "sales_flat_order", "r.entity_id = t.entity_id"},
    SalesTable{"order", "sales_payment_transaction", "sales_flat_order",
               "r.entity_id = t.order_id"},
    SalesTable{"order", "sales_order_tax", "sales_flat_order", "r.entity_id = t.order_id"},
    SalesTable{
        "order", "sales_order_tax_item", "sales_flat_order",
        "r.entity_id = (SELECT x.order_id FROM sales_order_tax x WHERE x.tax_id = t.tax_id)"},
    SalesTable{"order", "downloadable_link_purchased", "sales_flat_order",
               "r.entity_id = t.order_id"},
    SalesTable{"order", "downloadable_link_purchased_item", "sales_flat_order",
               "r.entity_id = (SELECT x.order_id FROM downloadable_link_purchased x WHERE "
               "x.purchased_id = t.purchased_id)"},
    SalesTable{"order", "gift_message", "sales_flat_order",
               "r.entity_id IN (SELECT x.entity_id FROM sales_flat_order x WHERE "
               "x.gift_message_id = t.gift_message_id UNION SELECT x.order_id FROM "
               "sales_flat_order_item x WHERE x.gift_message_id = t.gift_message_id)"},
    SalesTable{"invoice", "sales_flat_invoice", "sales_flat_invoice", "r.entity_id = t.entity_id"},
    SalesTable{"invoice", "sales_flat_invoice_item", "sales_flat_invoice",
               "r.entity_id = t.parent_id"},
    SalesTable{"invoice", "sales_flat_invoice_comment", "sales_flat_invoice",
               "r.entity_id = t.parent_id"},
    SalesTable{"invoice", "sales_flat_invoice_grid", "sales_flat_invoice",
               "r.entity_id = t.entity_id"},
    SalesTable{"shipment", "sales_flat_shipment", "sales_flat_shipment",
               "r.entity_id = t.entity_id"},
    SalesTable{"shipment", "sales_flat_shipment_item", "sales_flat_shipment",
               "r.entity_id = t.parent_id"},
    SalesTable{"shipment", "sales_flat_shipment_comment", "sales_flat_shipment",
               "r.entity_id = t.parent_id"},
    SalesTable{"shipment", "sales_flat_shipment_track", "sales_flat_shipment",
               "r.entity_id = t.parent_id"},
    SalesTable{"shipment", "sales_flat_shipment_grid", "sales_flat_shipment",
               "r.entity_id = t.entity_id"},
    SalesTable{"creditmemo", "sales_flat_creditmemo", "sales_flat_creditmemo",
               "r.entity_id = t.entity_id"},
    SalesTable{"creditmemo", "sales_flat_creditmemo_item", "sales_flat_creditmemo",
               "r.entity_id = t.parent_id"},
    SalesTable{"creditmemo", "sales_flat_creditmemo_comment", "sales_flat_creditmemo",
               "r.entity_id = t.parent_id"},
    SalesTable{"creditmemo", "sales_flat_creditmemo_grid", "sales_flat_creditmemo",
               "r.entity_id = t.entity_id"},
    SalesTable{"cart_price_rule", "salesrule", "salesrule", "r.rule_id = t.rule_id"},
    SalesTable{"cart_price_rule", "salesrule_website", "salesrule", "r.rule_id = t.rule_id"},
    SalesTable{"cart_price_rule", "salesrule_customer_group", "salesrule", "r.rule_id = t.rule_id"},
    SalesTable{"cart_price_rule", "salesrule_label", "salesrule", "r.rule_id = t.rule_id"},
    SalesTable{"cart_price_rule", "salesrule_coupon", "salesrule", "r.rule_id = t.rule_id"},
    SalesTable{"cart_price_rule", "salesrule_coupon_usage", "salesrule",
               "r.rule_id = (SELECT x.rule_id FROM salesrule_coupon x WHERE x.coupon_id = "
               "t.coupon_id)"},
    SalesTable{"cart_price_rule", "salesrule_customer", "salesrule", "r.rule_id = t.rule_id"},
    SalesTable{"cart_price_rule", "salesrule_product_attribute", "salesrule",
               "r.rule_id = t.rule_id"},
};

/// What an id means; {} is the column. The n-th item of an order keeps its place in every shop.
constexpr std::string_view k_store = "(SELECT x.code FROM core_store x WHERE x.store_id = {})";
constexpr std::string_view k_website =
    "(SELECT x.code FROM core_website x WHERE x.website_id = {})";
constexpr std::string_view k_group =
    "(SELECT x.customer_group_code FROM customer_group x WHERE x.customer_group_id = {})";
constexpr std::string_view k_customer =
    "(SELECT CONCAT(x.email, '/', w.code) FROM customer_entity x JOIN core_website w ON "
    "w.website_id = x.website_id WHERE x.entity_id = {})";
constexpr std::string_view k_customer_address =
    "(SELECT CONCAT_WS('/', s.value, x.created_at) FROM customer_address_entity x JOIN "
    "customer_address_entity_text s ON s.entity_id = x.entity_id WHERE x.entity_id = {})";
constexpr std::string_view k_region =
    "(SELECT CONCAT(x.country_id, '/', x.code) FROM directory_country_region x WHERE "
    "x.region_id = {})";
constexpr std::string_view k_product =
    "(SELECT x.sku FROM catalog_product_entity x WHERE x.entity_id = {})";
constexpr std::string_view k_attribute =
    "(SELECT x.attribute_code FROM eav_attribute x WHERE x.attribute_id = {})";
constexpr std::string_view k_order =
    "(SELECT x.increment_id FROM sales_flat_order x WHERE x.entity_id = {})";
constexpr std::string_view k_order_address =
    "(SELECT CONCAT(o.increment_id, ' ', x.address_type) FROM sales_flat_order_address x JOIN "
    "sales_flat_order o ON o.entity_id = x.parent_id WHERE x.entity_id = {})";
constexpr std::string_view k_order_item =
    "(SELECT CONCAT(o.increment_id, ' item ', (SELECT COUNT(*) FROM sales_flat_order_item e WHERE "
    "e.order_id = x.order_id AND e.item_id <= x.item_id)) FROM sales_flat_order_item x JOIN "
    "sales_flat_order o ON o.entity_id = x.order_id WHERE x.item_id = {})";
constexpr std::string_view k_payment =
    "(SELECT o.increment_id FROM sales_flat_order_payment x JOIN sales_flat_order o ON "
    "o.entity_id = x.parent_id WHERE x.entity_id = {})";
constexpr std::string_view k_transaction =
    "(SELECT x.txn_id FROM sales_payment_transaction x WHERE x.transaction_id = {})";
constexpr std::string_view k_gift_message =
    "(SELECT CONCAT(x.sender, x.message) FROM gift_message x WHERE x.gift_message_id = {})";
constexpr std::string_view k_rule = "(SELECT x.name FROM salesrule x WHERE x.rule_id = {})";
constexpr std::string_view k_rules =
    "(SELECT GROUP_CONCAT(x.name ORDER BY FIND_IN_SET(x.rule_id, {0})) FROM salesrule x WHERE "
    "FIND_IN_SET(x.rule_id, {0}))";
constexpr std::string_view k_serialized = "REGEXP_REPLACE({}, '[0-9]+', '#')";
constexpr std::string_view k_left_out;

using Meanings = std::map<std::string, std::string_view, std::less<>>;

/// Columns that mean the same in every table that has them.
const Meanings& common_meanings()
{
    static const Meanings meanings = {
        {"store_id", k_store},
        {"website_id", k_website},
        {"customer_group_id", k_group},
        {"customer_id", k_customer},
        {"customer_address_id", k_customer_address},
        {"region_id", k_region},
        {"product_id", k_product},
        {"attribute_id", k_attribute},
        {"order_id", k_order},
        {"billing_address_id", k_order_address},
        {"shipping_address_id", k_order_address},
        {"parent_item_id", k_order_item},
        {"order_item_id", k_order_item},
        {"payment_id", k_payment},
        {"gift_message_id", k_gift_message},
        {"relation_parent_id", k_order},
        {"relation_child_id", k_order},
        {"invoice_id", "(SELECT x.increment_id FROM sales_flat_invoice x WHERE x.entity_id = {})"},
        {"rule_id", k_rule},
        {"coupon_id", "(SELECT x.code FROM salesrule_coupon x WHERE x.coupon_id = {})"},
        {"tax_id", "(SELECT x.code FROM sales_order_tax x WHERE x.tax_id = {})"},
        {"purchased_id", "(SELECT x.order_increment_id FROM downloadable_link_purchased x WHERE "
                         "x.purchased_id = {})"},
        {"applied_rule_ids", k_rules},
        {"product_options", k_serialized},
        {"packages", k_serialized},
        {"conditions_serialized", k_serialized},
        {"actions_serialized", k_serialized},
        {"product_ids", k_serialized},
        // Ids of what does not travel, and of what is known to the registry alone.
        {"quote_id", k_left_out},
        {"quote_address_id", k_left_out},
        {"quote_item_id", k_left_out},
        {"quote_payment_id", k_left_out},
        {"customer_payment_id", k_left_out},
        {"address_id", k_left_out},
        {"link_id", k_left_out},
    };
    return meanings;
}

/// What a column of a table stands for, `{}` for its own value.
std::string_view meaning_of(const SalesTable& table, std::string_view column)
{
    const bool is_part = table.table != table.record;
    if (column == "parent_id" && table.table == "sales_payment_transaction") {
        return k_transaction;
    }
    if (column == "item_id" && table.table == "sales_order_tax_item") { return k_order_item; }
    if (column == "parent_id" || (column == "entity_id" && is_part)) { return k_left_out; }
    const auto found = common_meanings().find(column);
    return found == common_meanings().end() ? "{}" : found->second;
}

/// Name, type and generation of a table's columns.
Rows columns_of(TestDatabase& shop, std::string_view table)
{
    return shop.rows(fmt::format("SELECT column_name, data_type, extra, "
                                 "character_maximum_length FROM information_schema.columns WHERE "
                                 "table_schema = DATABASE() AND table_name = '{}' ORDER BY "
                                 "column_name",
                                 table));
}

/// Maho shops take no zero dates.
bool takes_zero_dates(TestDatabase& shop)
{
    return shop.value("SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = "
                      "DATABASE() AND table_name = 'core_resource' AND column_name = "
                      "'maho_version'") == "0";
}

bool is_date(std::string_view type)
{
    return type == "timestamp" || type == "datetime";
}

/// What to select of a column; empty when it is left out.
std::string expression_of(const SalesTable& table, const Row& here, bool zero_dates)
{
    const auto& name = here[0].value();
    const auto meaning = meaning_of(table, name);
    if (meaning.empty() || here[2].value().find("auto_increment") != std::string::npos) {
        return {};
    }
    const auto column = "t." + name;
    if (is_date(here[1].value()) && !zero_dates) {
        return fmt::format("IF(CAST({0} AS CHAR) IN ('0000-00-00 00:00:00', "
                           "'1970-01-01 00:00:01'), NULL, {0})",
                           column);
    }
    if (here[1].value().ends_with("blob")) { return "HEX(" + column + ")"; }
    return fmt::format(fmt::runtime(meaning), column);
}

std::string is_own(const SalesTable& table, const OwnSales& own)
{
    return table.record == "salesrule" ? fmt::format("r.name LIKE '{}'", own.rules)
                                       : fmt::format("r.increment_id LIKE '{}'", own.orders);
}

/// A row: what it is of, then name and value of each column, apart by k_separator.
constexpr char k_separator = '\x1f';

void add_lines(TestDatabase& shop, TestDatabase& other, const SalesTable& table,
               const OwnSales& own, std::vector<std::string>& lines)
{
    std::string selected = table.record == "salesrule" ? "r.name" : "r.increment_id";
    std::vector<std::string> names;
    const bool zero_dates = takes_zero_dates(shop) && takes_zero_dates(other);
    const auto theirs = columns_of(other, table.table);
    for (const auto& column : columns_of(shop, table.table)) {
        if (std::none_of(theirs.begin(), theirs.end(),
                         [&](const Row& row) { return row[0] == column[0]; })) {
            continue;
        }
        const auto expression = expression_of(table, column, zero_dates);
        if (expression.empty()) { continue; }
        names.push_back(column[0].value());
        selected += ", " + expression;
    }
    for (const auto& row :
         shop.rows(fmt::format("SELECT {} FROM {} t JOIN {} r ON {} WHERE NOT ({})", selected,
                               table.table, table.record, table.join, is_own(table, own)))) {
        auto line = fmt::format("{} of {}", table.table, row[0].value_or("NULL"));
        for (std::size_t i = 0; i < names.size(); ++i) {
            line += fmt::format("{}{}={}", k_separator, names[i], row[i + 1].value_or("NULL"));
        }
        lines.push_back(std::move(line));
    }
}

std::vector<std::string> fields_of(const std::string& line)
{
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, k_separator);) { fields.push_back(field); }
    return fields;
}

/// A row that one shop lacks; beside the other's row of the same place only what differs.
std::string shown(const std::string& line, const std::string& beside)
{
    const auto fields = fields_of(line);
    const auto others = fields_of(beside);
    std::string text = fields.front();
    for (std::size_t i = 1; i < fields.size(); ++i) {
        const bool is_same_place = others.size() == fields.size() && others[0] == fields[0];
        if (!is_same_place) {
            text += " " + fields[i];
        } else if (others[i] != fields[i]) {
            text += fmt::format(" {} instead of {}", others[i], fields[i]);
        }
    }
    return text;
}

std::vector<std::string> missing(const std::vector<std::string>& from,
                                 const std::vector<std::string>& in)
{
    std::vector<std::string> lines;
    std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(lines));
    return lines;
}

/// A value of its own for a column: its place among the columns of the table.
std::string filler(const Row& column, std::size_t number)
{
    const auto& type = column[1].value();
    if (is_date(type)) { return fmt::format("'2011-03-04 05:06:{:02}'", number % 60); }
    if (type == "date") { return fmt::format("'2011-03-{:02}'", 1 + number % 28); }
    if (type == "decimal") { return fmt::format("{}.{:04}", number, number); }
    if (type.ends_with("int")) { return fmt::format("{}", number % 100); }
    const auto length = column[3] ? std::stoul(*column[3]) : 0;
    const auto text = fmt::format("{:02}{}", number % 100, column[0].value());
    return fmt::format("'{}'", text.substr(0, std::min<std::size_t>(length, text.size())));
}

} // namespace

std::vector<std::string> sales_lines(TestDatabase& shop, TestDatabase& other,
                                     std::string_view entity, const OwnSales& own)
{
    std::vector<std::string> lines;
    for (const auto& table : k_tables) {
        if (table.entity == entity) { add_lines(shop, other, table, own, lines); }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

::testing::AssertionResult same_sales(TestDatabase& source, TestDatabase& destination,
                                      std::string_view entity, const OwnSales& own)
{
    const auto from = sales_lines(source, destination, entity, own);
    const auto to = sales_lines(destination, source, entity, own);
    if (from.empty()) { return ::testing::AssertionFailure() << "the source has no " << entity; }
    const auto lacking = missing(from, to);
    const auto invented = missing(to, from);
    if (lacking.empty() && invented.empty()) { return ::testing::AssertionSuccess(); }
    std::string first;
    for (std::size_t i = 0; i < std::min<std::size_t>(lacking.size(), 3); ++i) {
        first += "\n" + shown(lacking[i], i < invented.size() ? invented[i] : "");
    }
    if (lacking.empty()) { first = "\n" + shown(invented.front(), ""); }
    return ::testing::AssertionFailure()
           << entity << ": " << lacking.size() << " rows of the source are not there, and "
           << invented.size() << " are that are not the source's:" << first;
}

std::vector<Rows> own_sales(TestDatabase& destination, const OwnSales& own)
{
    std::vector<Rows> rows;
    for (const auto& table : k_tables) {
        rows.push_back(destination.rows(fmt::format("SELECT t.* FROM {} t JOIN {} r ON {} WHERE {} "
                                                    "ORDER BY 1, 2",
                                                    table.table, table.record, table.join,
                                                    is_own(table, own))));
    }
    return rows;
}

void fill_empty_columns(TestDatabase& source, std::string_view entity)
{
    for (const auto& table : k_tables) {
        if (table.entity != entity) { continue; }
        const auto of_record = columns_of(source, table.record);
        const bool is_grid = table.table.ends_with("_grid");
        std::vector<std::string> assignments;
        std::size_t number = 0;
        for (const auto& column : columns_of(source, table.table)) {
            ++number;
            const auto& name = column[0].value();
            // Of the coupons of a rule one is the primary one; the others must not be.
            const bool is_left_out = meaning_of(table, name) != "{}" || name == "is_primary" ||
                                     column[1].value().ends_with("blob") ||
                                     column[2].value().find("auto_increment") != std::string::npos;
            if (is_left_out) { continue; }
            const bool is_shown =
                is_grid && std::any_of(of_record.begin(), of_record.end(),
                                       [&](const Row& row) { return row[0] == name; });
            assignments.push_back(is_shown ? fmt::format("t.{0} = r.{0}", name)
                                           : fmt::format("t.{0} = COALESCE(t.{0}, {1})", name,
                                                         filler(column, number)));
        }
        if (assignments.empty()) { continue; }
        source.exec(fmt::format("UPDATE {} t JOIN {} r ON {} SET {}", table.table, table.record,
                                table.join, fmt::join(assignments, ", ")));
    }
}

} // namespace datasync::test
