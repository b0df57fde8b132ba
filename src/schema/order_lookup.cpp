// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/order_lookup.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace datasync::schema {

namespace {

constexpr std::string_view k_orders = "sales_flat_order";
constexpr std::string_view k_items = "sales_flat_order_item";
constexpr std::string_view k_addresses = "sales_flat_order_address";
/// The state of invoices and credit memos that have been taken back.
constexpr std::string_view k_canceled = "3";

/// "`a`, `b`" of the columns of a table.
std::vector<std::string> column_names(const Shop& shop, std::string_view table)
{
    std::vector<std::string> names;
    for (const auto& column : shop.require_table(table).columns) { names.push_back(column.name); }
    return names;
}

std::string select_list(const std::vector<std::string>& columns)
{
    std::vector<std::string> quoted;
    for (const auto& column : columns) { quoted.push_back(db::quoted(column)); }
    return fmt::format("{}", fmt::join(quoted, ", "));
}

RowFacts facts_of(const db::RowView& row, const std::vector<std::string>& columns)
{
    RowFacts facts;
    for (unsigned c = 0; c < columns.size(); ++c) {
        if (!row.is_null(c)) { facts.set(columns[c], row.text(c)); }
    }
    return facts;
}

} // namespace

std::unordered_map<std::string, std::uint32_t>
ids_by_number(const Shop& shop, std::string_view table, std::span<const std::string> numbers)
{
    std::unordered_map<std::string, std::uint32_t> ids;
    if (numbers.empty()) { return ids; }
    shop.connection().query(
        fmt::format("SELECT increment_id, entity_id FROM {} WHERE increment_id IN ({})",
                    shop.quoted_table(table), db::literal_list(numbers)),
        [&](const db::RowView& row) { ids.emplace(row.string(0), row.id(1)); });
    return ids;
}

std::string_view RowFacts::text(std::string_view column) const
{
    const auto found = m_cells.find(column);
    return found == m_cells.end() ? std::string_view() : std::string_view(found->second);
}

util::Decimal RowFacts::number(std::string_view column) const
{
    return util::Decimal::read(text(column));
}

OrderLookup::OrderLookup(const Shop& shop, std::string_view document_table)
    : m_shop(shop),
      m_documents(document_table),
      m_order_columns(column_names(shop, k_orders)),
      m_item_columns(column_names(shop, k_items)),
      m_has_shipping(shop.require_table(document_table).find("shipping_amount") != nullptr),
      m_has_state(shop.require_table(document_table).find("state") != nullptr)
{
}

void OrderLookup::load(std::span<const std::uint32_t> ids, std::span<const std::string> numbers)
{
    m_orders.clear();
    m_ids.clear();
    if (!ids.empty()) { read_orders(fmt::format("entity_id IN ({})", db::id_list(ids))); }
    if (!numbers.empty()) {
        read_orders(fmt::format("increment_id IN ({})", db::literal_list(numbers)));
    }
    if (m_orders.empty()) { return; }
    read_names();
    read_items();
    read_documents();
}

std::string OrderLookup::loaded_ids() const
{
    std::vector<std::uint32_t> ids;
    for (const auto& [id, order] : m_orders) { ids.push_back(id); }
    return db::id_list(ids);
}

void OrderLookup::read_orders(const std::string& condition)
{
    m_shop.connection().query(fmt::format("SELECT {} FROM {} WHERE {}",
                                          select_list(m_order_columns),
                                          m_shop.quoted_table(k_orders), condition),
                              [&](const db::RowView& row) {
                                  auto facts = facts_of(row, m_order_columns);
                                  const auto id = facts.id("entity_id");
                                  m_ids.emplace(facts.text("increment_id"), id);
                                  m_orders[id].row = std::move(facts);
                              });
}

void OrderLookup::read_names()
{
    m_shop.connection().query(
        fmt::format("SELECT parent_id, address_type, CONCAT_WS(' ', NULLIF(firstname, ''), "
                    "NULLIF(lastname, '')) FROM {} WHERE parent_id IN ({})",
                    m_shop.quoted_table(k_addresses), loaded_ids()),
        [&](const db::RowView& row) {
            auto& order = m_orders.at(row.id(0));
            (row.text(1) == "shipping" ? order.shipping_name : order.billing_name) = row.string(2);
        });
}

void OrderLookup::read_items()
{
    m_shop.connection().query(
        fmt::format("SELECT {} FROM {} WHERE order_id IN ({}) ORDER BY item_id",
                    select_list(m_item_columns), m_shop.quoted_table(k_items), loaded_ids()),
        [&](const db::RowView& row) {
            auto facts = facts_of(row, m_item_columns);
            m_orders.at(facts.id("order_id")).items.push_back(std::move(facts));
        });
}

void OrderLookup::read_documents()
{
    m_shop.connection().query(
        fmt::format("SELECT d.order_id, d.entity_id, d.increment_id, {}, {}, i.order_item_id, "
                    "i.qty FROM {} d LEFT JOIN {} i ON i.parent_id = d.entity_id WHERE d.order_id "
                    "IN ({}) ORDER BY d.entity_id",
                    m_has_state ? "d.state" : "NULL", m_has_shipping ? "d.shipping_amount" : "NULL",
                    m_shop.quoted_table(m_documents), m_shop.quoted_table(m_documents + "_item"),
                    loaded_ids()),
        [&](const db::RowView& row) {
            auto& documents = m_orders.at(row.id(0)).documents;
            if (documents.empty() || documents.back().id != row.id(1)) {
                documents.push_back({row.id(1),
                                     row.string(2),
                                     row.text(3) != k_canceled,
                                     util::Decimal::read(row.text(4)),
                                     {}});
            }
            if (row.is_null(5)) { return; }
            documents.back().items.push_back({row.id(5), util::Decimal::read(row.text(6))});
        });
}

const OrderFacts* OrderLookup::by_id(std::uint32_t id) const
{
    const auto found = m_orders.find(id);
    return found == m_orders.end() ? nullptr : &found->second;
}

const OrderFacts* OrderLookup::by_number(std::string_view number) const
{
    const auto found = m_ids.find(std::string(number));
    return found == m_ids.end() ? nullptr : by_id(found->second);
}

} // namespace datasync::schema
