// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/document_columns.hpp"

#include "formats/list_cell.hpp"
#include "formats/sales_columns.hpp"
#include "util/decimal.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>
#include <string>
#include <vector>

namespace datasync::formats {

namespace {

constexpr std::array k_item_fields = {
    ListField{"sku", CellKind::word},
    ListField{"qty", CellKind::decimal},
};
constexpr std::array<std::size_t, 2> k_short_form = {0, 1};

constexpr std::array<std::string_view, 2> k_refused = {"billing_address_id", "shipping_address_id"};

} // namespace

DocumentRules::DocumentRules(const Header& header, Shape& shape, std::string_view item_table,
                             States states)
    : m_header(header),
      m_states(states),
      m_number(header.find("increment_id")),
      m_order_number(header.find("order_increment_id")),
      m_order_id(header.find("order_id")),
      m_items(header.find("items")),
      m_state(header.find("state"))
{
    const auto column = m_order_id ? *m_order_id : *m_order_number;
    m_order = shape.add({.table = 0, .name = "order_id", .store = {}, .column = column + 1});
    if (m_state) {
        m_state_field =
            shape.add({.table = 0, .name = "state", .store = {}, .column = *m_state + 1});
    }
    // Where nothing is said of items, a document that is there keeps its own.
    m_table = shape.add_table({.name = std::string(item_table), .is_for_new = !m_items});
    const auto of_items = m_items ? *m_items + 1 : 0;
    m_sku = shape.add({.table = m_table, .name = "sku", .store = {}, .column = of_items});
    m_quantity = shape.add({.table = m_table, .name = "qty", .store = {}, .column = of_items});
}

void DocumentRules::read(const Cells& cells, FileRecord& record)
{
    if (m_number && !cells.has(m_number)) {
        cells.refuse(*m_number, "is empty: leave the column out to have documents numbered after "
                                "their orders");
    }
    if (m_order_id && cells.has(m_order_id)) {
        record.set(0, m_order, cells.value(*m_order_id, CellKind::id, Says::source_id));
    } else if (m_order_number) {
        record.set(0, m_order, cells.value(*m_order_number, CellKind::word, Says::name));
    } else {
        cells.refuse(*m_order_id, "is empty, and every record needs it");
    }
    read_items(cells, record);
    read_state(cells, record);
    check_discount(cells, m_header.find("discount_amount"));
    for (const auto name : k_refused) {
        if (const auto column = m_header.find(name); cells.has(column)) {
            cells.refuse(*column, "is an id of another shop: leave the column out");
        }
    }
}

void DocumentRules::read_items(const Cells& cells, FileRecord& record) const
{
    if (!cells.has(m_items)) { return; }
    const auto list = read_list(cells, *m_items, k_item_fields, k_short_form);
    if (!list) { return; }
    const auto& items = *list;
    if (items.empty()) { cells.refuse(*m_items, "names no item"); }
    std::set<std::string> named;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto* sku = items[i].find(0);
        const auto* quantity = items[i].find(1);
        if (sku == nullptr || quantity == nullptr ||
            util::Decimal::read(*quantity) <= util::Decimal()) {
            cells.refuse(*m_items,
                         fmt::format("has a {}. item without {}", i + 1,
                                     sku == nullptr ? "sku" : "a quantity above 0 as qty"));
            continue;
        }
        if (!named.insert(util::to_lower(*sku)).second) {
            cells.refuse(*m_items, fmt::format("names the sku {} twice", util::printable(*sku)));
            continue;
        }
        const auto row = record.add_row(m_table);
        record.set(row, m_sku, Value::of(*sku));
        record.set(row, m_quantity, Value::of(*quantity));
    }
}

void DocumentRules::read_state(const Cells& cells, FileRecord& record) const
{
    if (!m_state) { return; }
    const auto value = cells.value(*m_state, CellKind::word);
    if (value.says != Says::text) { return; }
    const auto word = util::to_lower(value.text);
    std::vector<std::string> known;
    for (const auto& [name, number] : m_states) {
        if (word == name || word == number) {
            record.set(0, m_state_field, Value::of(number));
            return;
        }
        known.push_back(fmt::format("{} ({})", name, number));
    }
    cells.refuse(*m_state,
                 fmt::format("is no state of such documents: {}", fmt::join(known, ", ")));
}

} // namespace datasync::formats
