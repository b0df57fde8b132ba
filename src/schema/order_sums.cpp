// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/order_sums.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

namespace datasync::schema {

namespace {

constexpr std::string_view k_orders = "sales_flat_order";
constexpr std::string_view k_items = "sales_flat_order_item";
constexpr std::string_view k_payments = "sales_flat_order_payment";
constexpr std::string_view k_grid = "sales_flat_order_grid";
constexpr std::string_view k_statuses = "sales_order_status_state";
constexpr std::string_view k_invoices = "sales_flat_invoice";
constexpr std::string_view k_shipments = "sales_flat_shipment";

/// Below the least amount that there is.
constexpr std::string_view k_nothing = "0.00005";

} // namespace

OrderSums::OrderSums(const Shop& target, const AggregatePlan& plan)
    : m_target(target),
      m_documents(plan.root().name),
      m_order(static_cast<std::size_t>(plan.root().find("order_id")))
{
    for (const auto table : k_order_sum_tables) {
        m_stamps.emplace(table, target.untouched_stamps(table, "t"));
    }
    // Those that have been taken back do not.
    if (m_documents != k_shipments) { m_counts = " AND IFNULL(d.state, 0) <> 3"; }
}

void OrderSums::settle(const MappedBatch& batch, const WriteSet& work) const
{
    static constexpr std::array<Sum, 9> invoiced_items = {{
        {"qty_invoiced", "i.qty"},
        {"row_invoiced", "i.row_total"},
        {"base_row_invoiced", "i.base_row_total"},
        {"tax_invoiced", "i.tax_amount"},
        {"base_tax_invoiced", "i.base_tax_amount"},
        {"discount_invoiced", "i.discount_amount"},
        {"base_discount_invoiced", "i.base_discount_amount"},
        {"hidden_tax_invoiced", "i.hidden_tax_amount"},
        {"base_hidden_tax_invoiced", "i.base_hidden_tax_amount"},
    }};
    static constexpr std::array<Sum, 14> invoiced_orders = {{
        {"total_invoiced", "d.grand_total"},
        {"base_total_invoiced", "d.base_grand_total"},
        {"subtotal_invoiced", "d.subtotal"},
        {"base_subtotal_invoiced", "d.base_subtotal"},
        {"tax_invoiced", "d.tax_amount"},
        {"base_tax_invoiced", "d.base_tax_amount"},
        {"shipping_invoiced", "d.shipping_amount"},
        {"base_shipping_invoiced", "d.base_shipping_amount"},
        {"discount_invoiced", "d.discount_amount"},
        {"base_discount_invoiced", "d.base_discount_amount"},
        {"hidden_tax_invoiced", "d.hidden_tax_amount"},
        {"base_hidden_tax_invoiced", "d.base_hidden_tax_amount"},
        {"total_paid", "IF(d.state = 2, d.grand_total, 0)"},
        {"base_total_paid", "IF(d.state = 2, d.base_grand_total, 0)"},
    }};
    static constexpr std::array<Sum, 4> invoiced_payments = {{
        {"amount_paid", "IF(d.state = 2, d.grand_total, 0)"},
        {"base_amount_paid", "IF(d.state = 2, d.base_grand_total, 0)"},
        {"shipping_captured", "IF(d.state = 2, d.shipping_amount, 0)"},
        {"base_shipping_captured", "IF(d.state = 2, d.base_shipping_amount, 0)"},
    }};
    static constexpr std::array<Sum, 1> shipped_items = {{{"qty_shipped", "i.qty"}}};
    static constexpr std::array<Sum, 9> refunded_items = {{
        {"qty_refunded", "i.qty"},
        {"amount_refunded", "i.row_total"},
        {"base_amount_refunded", "i.base_row_total"},
        {"tax_refunded", "i.tax_amount"},
        {"base_tax_refunded", "i.base_tax_amount"},
        {"discount_refunded", "i.discount_amount"},
        {"base_discount_refunded", "i.base_discount_amount"},
        {"hidden_tax_refunded", "i.hidden_tax_amount"},
        {"base_hidden_tax_refunded", "i.base_hidden_tax_amount"},
    }};
    static constexpr std::array<Sum, 22> refunded_orders = {{
        {"total_refunded", "d.grand_total"},
        {"base_total_refunded", "d.base_grand_total"},
        {"subtotal_refunded", "d.subtotal"},
        {"base_subtotal_refunded", "d.base_subtotal"},
        {"tax_refunded", "d.tax_amount"},
        {"base_tax_refunded", "d.base_tax_amount"},
        {"shipping_refunded", "d.shipping_amount"},
        {"base_shipping_refunded", "d.base_shipping_amount"},
        {"shipping_tax_refunded", "d.shipping_tax_amount"},
        {"base_shipping_tax_refunded", "d.base_shipping_tax_amount"},
        {"discount_refunded", "d.discount_amount"},
        {"base_discount_refunded", "d.base_discount_amount"},
        {"hidden_tax_refunded", "d.hidden_tax_amount"},
        {"base_hidden_tax_refunded", "d.base_hidden_tax_amount"},
        {"adjustment_positive", "d.adjustment_positive"},
        {"base_adjustment_positive", "d.base_adjustment_positive"},
        {"adjustment_negative", "d.adjustment_negative"},
        {"base_adjustment_negative", "d.base_adjustment_negative"},
        // What the payment's provider has paid back has a transaction's number.
        {"total_offline_refunded", "IF(d.transaction_id IS NULL, d.grand_total, 0)"},
        {"base_total_offline_refunded", "IF(d.transaction_id IS NULL, d.base_grand_total, 0)"},
        {"total_online_refunded", "IF(d.transaction_id IS NULL, 0, d.grand_total)"},
        {"base_total_online_refunded", "IF(d.transaction_id IS NULL, 0, d.base_grand_total)"},
    }};
    static constexpr std::array<Sum, 4> refunded_payments = {{
        {"amount_refunded", "d.grand_total"},
        {"base_amount_refunded", "d.base_grand_total"},
        {"shipping_refunded", "d.shipping_amount"},
        {"base_shipping_refunded", "d.base_shipping_amount"},
    }};

    std::set<std::uint32_t> records;
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        for (const auto row : work.tables[t].inserts) {
            records.insert(batch.tables[t].record(row));
        }
        for (const auto& update : work.tables[t].updates) {
            records.insert(batch.tables[t].record(update.first));
        }
    }
    std::set<std::uint32_t> named;
    for (const auto record : records) {
        named.insert(parse_id(batch.tables.front().cell(record, m_order).text()));
    }
    named.erase(0);
    if (named.empty()) { return; }
    const auto ids = db::id_list(std::vector<std::uint32_t>(named.begin(), named.end()));
    // Customers and clerks of the shop may be at work on the same orders.
    m_target.connection().query(fmt::format("SELECT entity_id FROM {} WHERE entity_id IN ({}) "
                                            "ORDER BY entity_id FOR UPDATE",
                                            m_target.quoted_table(k_orders), ids),
                                [](const db::RowView&) {});
    if (m_documents == k_invoices) {
        raise_items(ids, invoiced_items);
        raise_orders(ids, k_orders, "entity_id", invoiced_orders);
        raise_orders(ids, k_payments, "parent_id", invoiced_payments);
    } else if (m_documents == k_shipments) {
        raise_items(ids, shipped_items);
    } else {
        raise_items(ids, refunded_items);
        raise_orders(ids, k_orders, "entity_id", refunded_orders);
        raise_orders(ids, k_payments, "parent_id", refunded_payments);
    }
    advance(ids);
    update_grid(ids);
}

std::string OrderSums::assignments(std::string_view table, std::span<const Sum> sums,
                                   std::string& selected) const
{
    const auto& info = m_target.require_table(table);
    std::vector<std::string> parts;
    for (const auto& [column, of] : sums) {
        if (info.find(column) == nullptr) { continue; }
        const auto name = db::quoted(column);
        selected += fmt::format(", SUM({}) AS {}", of, name);
        // Discounts are negative in orders and positive in their items. Where there is nothing to
        // add the shop has said what it says.
        parts.push_back(fmt::format("t.{0} = CASE WHEN IFNULL(s.{0}, 0) = 0 THEN t.{0} WHEN s.{0} "
                                    "< 0 THEN LEAST(IFNULL(t.{0}, 0), s.{0}) ELSE "
                                    "GREATEST(IFNULL(t.{0}, 0), s.{0}) END",
                                    name));
    }
    return fmt::format("{}{}", m_stamps.find(table)->second, fmt::join(parts, ", "));
}

void OrderSums::raise_items(const std::string& orders, std::span<const Sum> sums) const
{
    std::string selected;
    const auto set = assignments(k_items, sums, selected);
    m_target.connection().execute(fmt::format(
        "UPDATE {} t JOIN (SELECT i.order_item_id{} FROM {} d JOIN {} i ON i.parent_id = "
        "d.entity_id WHERE d.order_id IN ({}){} GROUP BY i.order_item_id) s ON s.order_item_id = "
        "t.item_id SET {}",
        m_target.quoted_table(k_items), selected, m_target.quoted_table(m_documents),
        m_target.quoted_table(m_documents + "_item"), orders, m_counts, set));
}

void OrderSums::raise_orders(const std::string& orders, std::string_view table,
                             std::string_view key, std::span<const Sum> sums) const
{
    std::string selected;
    const auto set = assignments(table, sums, selected);
    m_target.connection().execute(fmt::format(
        "UPDATE {} t JOIN (SELECT d.order_id{} FROM {} d WHERE d.order_id IN ({}){} GROUP BY "
        "d.order_id) s ON s.order_id = t.{} SET {}",
        m_target.quoted_table(table), selected, m_target.quoted_table(m_documents), orders,
        m_counts, db::quoted(key), set));
}

void OrderSums::advance(const std::string& orders) const
{
    // What an item is made of goes with it: the shop asks for the item alone.
    const auto open = [&](std::string_view done, std::string_view also) {
        return fmt::format("EXISTS (SELECT 1 FROM {} i WHERE i.order_id = o.entity_id AND "
                           "i.parent_item_id IS NULL AND IFNULL(i.qty_ordered, 0) - "
                           "IFNULL(i.qty_canceled, 0) - {} > {}{})",
                           m_target.quoted_table(k_items), done, k_nothing, also);
    };
    const auto to_invoice = open("IFNULL(i.qty_invoiced, 0)", "");
    const auto to_ship = open("IFNULL(i.qty_shipped, 0) - IFNULL(i.qty_refunded, 0)",
                              " AND IFNULL(i.is_virtual, 0) = 0");
    const auto state = fmt::format(
        "CASE WHEN {} OR {} THEN IF(o.state = 'complete', o.state, 'processing') WHEN "
        "IFNULL(o.total_refunded, 0) > {} AND IFNULL(o.total_paid, 0) - IFNULL(o.total_refunded, "
        "0) < {} THEN 'closed' WHEN EXISTS (SELECT 1 FROM {} i WHERE i.order_id = o.entity_id) "
        "THEN 'complete' ELSE IF(o.state = 'complete', o.state, 'processing') END",
        to_invoice, to_ship, k_nothing, k_nothing, m_target.quoted_table(k_items));
    // A status of the owner's own stays as long as the state does.
    m_target.connection().execute(fmt::format(
        "UPDATE {0} t JOIN (SELECT o.entity_id, {1} AS state FROM {0} o WHERE o.entity_id IN ({2}) "
        "AND o.state IN ('new', 'pending_payment', 'processing', 'complete')) n ON n.entity_id = "
        "t.entity_id AND n.state <> t.state LEFT JOIN (SELECT state, MIN(status) AS status FROM "
        "{3} WHERE is_default = 1 GROUP BY state) d ON d.state = n.state SET {4}t.status = "
        "IFNULL(d.status, n.state), t.state = n.state",
        m_target.quoted_table(k_orders), state, orders, m_target.quoted_table(k_statuses),
        m_stamps.find(k_orders)->second));
}

void OrderSums::update_grid(const std::string& orders) const
{
    const auto* grid = m_target.find_table(k_grid);
    if (grid == nullptr) { return; }
    std::vector<std::string> parts;
    for (const std::string_view column : {"status", "total_paid", "base_total_paid"}) {
        if (grid->find(column) != nullptr) {
            parts.push_back(fmt::format("t.{0} = o.{0}", db::quoted(column)));
        }
    }
    if (parts.empty()) { return; }
    m_target.connection().execute(
        fmt::format("UPDATE {} t JOIN {} o ON o.entity_id = t.entity_id SET {}{} WHERE "
                    "o.entity_id IN ({})",
                    m_target.quoted_table(k_grid), m_target.quoted_table(k_orders),
                    m_stamps.find(k_grid)->second, fmt::join(parts, ", "), orders));
}

} // namespace datasync::schema
