// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/document_items.hpp"

#include "exports/pieces/json_rows.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::exports {

namespace {

constexpr std::string_view k_column = "items";
constexpr std::string_view k_order = "order_id";
constexpr std::string_view k_order_item = "order_item_id";
constexpr formats::ListField k_sku = {"sku", formats::CellKind::word};
constexpr formats::ListField k_quantity = {"qty", formats::CellKind::decimal};

/// A sku of the document and how much of it.
struct Named {
    std::string sku;
    util::Decimal quantity;
};

} // namespace

DocumentItems::DocumentItems(const schema::Shop& shop, std::string_view table)
    : m_table(table), m_item_table(fmt::format("{}_item", table)), m_orders(shop, table)
{
}

std::vector<std::string_view> DocumentItems::columns() const
{
    return {k_column};
}

void DocumentItems::add_fields(formats::Shape& shape) const
{
    if (const auto table = shape.find_table(m_item_table)) { shape.add(*table, k_order_item); }
}

void DocumentItems::bind(const PieceTools& tools)
{
    m_tools = &tools;
    m_root.emplace(tools, m_table);
    m_rows.emplace(tools, m_item_table);
    m_column = tools.column(k_column);
}

void DocumentItems::look_up()
{
    std::vector<std::uint32_t> ids;
    for (std::uint32_t record = 0; record < m_tools->view.records(); ++record) {
        ids.push_back(parse_id(m_root->text(m_root->rows(record).front(), k_order)));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    m_orders.load(ids, {});
}

void DocumentItems::write(OutRecord& record) const
{
    if (!m_column) { return; }
    const auto* order =
        m_orders.by_id(parse_id(m_root->text(m_root->rows(record.record).front(), k_order)));
    // Parts of items follow their item, in a file as in a shop.
    const auto is_part = [&](std::uint32_t item_id) {
        return order != nullptr &&
               std::any_of(order->items.begin(), order->items.end(), [&](const auto& item) {
                   return item.id("item_id") == item_id && item.id("parent_item_id") != 0;
               });
    };
    std::vector<Named> items;
    for (const auto row : m_rows->rows(record.record)) {
        const auto sku = std::string(m_rows->text(row, "sku"));
        const auto quantity = util::Decimal::read(m_rows->text(row, "qty"));
        if (quantity <= util::Decimal() || is_part(parse_id(m_rows->text(row, k_order_item)))) {
            continue;
        }
        if (sku.empty() || member_fault(k_sku, sku)) {
            record.remarks.emplace_back("an item without a sku that a file can hold is left out");
            continue;
        }
        const auto same = std::find_if(items.begin(), items.end(), [&](const Named& item) {
            return util::to_lower(item.sku) == util::to_lower(sku);
        });
        if (same == items.end()) {
            items.push_back({sku, quantity});
        } else {
            same->quantity += quantity;
        }
    }
    // An order may have come without items: then its documents have none either.
    if (items.empty() && order != nullptr && order->items.empty()) { return; }
    if (items.empty()) {
        record.fault = "has no items, which in a file would mean all that its order has left";
        return;
    }
    std::string list;
    for (const auto& item : items) {
        std::string object;
        append_member(object, k_sku, item.sku);
        append_member(object, k_quantity, item.quantity.text());
        list += fmt::format("{}{{{}}}", list.empty() ? "" : ",", object);
    }
    record.cells[*m_column] = record.keep("[" + list + "]");
}

} // namespace datasync::exports
