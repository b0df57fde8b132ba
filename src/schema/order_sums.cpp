// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/order_sums.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace datasync::schema {

namespace {

constexpr std::string_view k_orders = "sales_flat_order";
constexpr std::string_view k_items = "sales_flat_order_item";
constexpr std::string_view k_payments = "sales_flat_order_payment";
constexpr std::string_view k_grid = "sales_flat_order_grid";
constexpr std::string_view k_statuses = "sales_order_status_state";
constexpr std::string_view k_shipments = "sales_flat_shipment";

/// Below the least amount that there is.
constexpr std::string_view k_nothing = "0.00005";

} // namespace

OrderSums::OrderSums(const Shop& target, const AggregatePlan& plan)
    : m_target(target),
      m_documents(plan.root().name),
      m_order(static_cast<std::size_t>(plan.root().find("order_id"))),
      m_columns(order_sum_columns(plan.root().name))
{
    for (const auto table : k_order_sum_tables) {
        m_stamps.emplace(table, target.untouched_stamps(table, "t"));
    }
    // Those that have been taken back do not.
    if (m_documents != k_shipments) { m_counts = " AND IFNULL(d.state, 0) <> 3"; }
}

std::string OrderSums::lock_orders(const MappedBatch& batch,
                                   const std::set<std::uint32_t>& records) const
{
    std::set<std::uint32_t> named;
    for (const auto record : records) {
        named.insert(parse_id(batch.tables.front().cell(record, m_order).text()));
    }
    named.erase(0);
    if (named.empty()) { return {}; }
    auto ids = db::id_list(std::vector<std::uint32_t>(named.begin(), named.end()));
    // Customers and clerks of the shop may be at work on the same orders.
    m_target.connection().query(fmt::format("SELECT entity_id FROM {} WHERE entity_id IN ({}) "
                                            "ORDER BY entity_id FOR UPDATE",
                                            m_target.quoted_table(k_orders), ids),
                                [](const db::RowView&) {});
    return ids;
}

void OrderSums::release(const MappedBatch& batch, const AggregateRows& existing,
                        const WriteSet& work) const
{
    std::set<std::uint32_t> records;
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        for (const auto& update : work.tables[t].updates) {
            records.insert(batch.tables[t].record(update.first));
        }
        for (const auto row : work.tables[t].deletes) {
            records.insert(existing.tables[t].record(row));
        }
    }
    const auto orders = lock_orders(batch, records);
    if (!orders.empty()) { update_sums(orders, Step::release); }
}

void OrderSums::settle(const MappedBatch& batch, const WriteSet& work) const
{
    std::set<std::uint32_t> records;
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        for (const auto row : work.tables[t].inserts) {
            records.insert(batch.tables[t].record(row));
        }
        for (const auto& update : work.tables[t].updates) {
            records.insert(batch.tables[t].record(update.first));
        }
    }
    const auto orders = lock_orders(batch, records);
    if (orders.empty()) { return; }
    update_sums(orders, Step::raise);
    advance(orders);
    update_grid(orders);
}

void OrderSums::update_sums(const std::string& orders, Step step) const
{
    const auto name = m_target.quoted_table(m_documents);
    const auto update = [&](std::string_view table, std::span<const OrderSum> sums,
                            std::string_view key, std::string_view of, const std::string& from) {
        std::string selected;
        const auto set = assignments(table, sums, step, selected);
        if (selected.empty()) { return; }
        m_target.connection().execute(
            fmt::format("UPDATE {0} t JOIN (SELECT {1} AS id{2} FROM {3} WHERE d.order_id IN "
                        "({4}){5} GROUP BY {1}) s ON s.id = t.{6} SET {7}",
                        m_target.quoted_table(table), of, selected, from, orders, m_counts,
                        db::quoted(key), set));
    };
    update(k_items, m_columns.items, "item_id", "i.order_item_id",
           fmt::format("{} d JOIN {} i ON i.parent_id = d.entity_id", name,
                       m_target.quoted_table(m_documents + "_item")));
    update(k_orders, m_columns.orders, "entity_id", "d.order_id", name + " d");
    update(k_payments, m_columns.payments, "parent_id", "d.order_id", name + " d");
}

std::string OrderSums::assignments(std::string_view table, std::span<const OrderSum> sums,
                                   Step step, std::string& selected) const
{
    const auto& info = m_target.require_table(table);
    // Discounts are negative in orders and positive in their items. Where there is nothing to add
    // the shop has said what it says.
    const std::string_view change =
        step == Step::release
            ? "t.{0} = CASE WHEN ABS(t.{0}) <= ABS(s.{0}) THEN 0 ELSE t.{0} END"
            : "t.{0} = CASE WHEN IFNULL(s.{0}, 0) = 0 THEN t.{0} WHEN s.{0} < 0 THEN "
              "LEAST(IFNULL(t.{0}, 0), s.{0}) ELSE GREATEST(IFNULL(t.{0}, 0), s.{0}) END";
    std::vector<std::string> parts;
    for (const auto& [column, of] : sums) {
        if (info.find(column) == nullptr) { continue; }
        const auto name = db::quoted(column);
        selected += fmt::format(", SUM({}) AS {}", of, name);
        parts.push_back(fmt::format(fmt::runtime(change), name));
    }
    return fmt::format("{}{}", m_stamps.find(table)->second, fmt::join(parts, ", "));
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
