// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/order_items.hpp"

#include "formats/list_cell.hpp"
#include "util/decimal.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace datasync::formats {

namespace {

/// What an item may say. The first three make the short form.
constexpr std::array k_item_fields = {
    ListField{"sku", CellKind::word},
    ListField{"qty_ordered", CellKind::decimal},
    ListField{"price", CellKind::decimal},
    ListField{"row_total", CellKind::decimal},
    ListField{"base_price", CellKind::decimal},
    ListField{"base_row_total", CellKind::decimal},
    ListField{"qty", CellKind::decimal, "qty_ordered"},
    ListField{"name"},
    ListField{"product_type", CellKind::word},
    ListField{"is_virtual", CellKind::flag},
    ListField{"weight", CellKind::decimal},
    ListField{"row_weight", CellKind::decimal},
    ListField{"original_price", CellKind::decimal},
    ListField{"base_original_price", CellKind::decimal},
    ListField{"base_cost", CellKind::decimal},
    ListField{"tax_percent", CellKind::decimal},
    ListField{"tax_amount", CellKind::decimal},
    ListField{"base_tax_amount", CellKind::decimal},
    ListField{"discount_percent", CellKind::decimal},
    ListField{"discount_amount", CellKind::decimal},
    ListField{"base_discount_amount", CellKind::decimal},
    ListField{"price_incl_tax", CellKind::decimal},
    ListField{"base_price_incl_tax", CellKind::decimal},
    ListField{"row_total_incl_tax", CellKind::decimal},
    ListField{"base_row_total_incl_tax", CellKind::decimal},
    ListField{"hidden_tax_amount", CellKind::decimal},
    ListField{"base_hidden_tax_amount", CellKind::decimal},
    ListField{"qty_canceled", CellKind::decimal},
    ListField{"qty_invoiced", CellKind::decimal},
    ListField{"qty_shipped", CellKind::decimal},
    ListField{"qty_refunded", CellKind::decimal},
    ListField{"qty_backordered", CellKind::decimal},
    ListField{"row_invoiced", CellKind::decimal},
    ListField{"base_row_invoiced", CellKind::decimal},
    ListField{"tax_invoiced", CellKind::decimal},
    ListField{"base_tax_invoiced", CellKind::decimal},
    ListField{"discount_invoiced", CellKind::decimal},
    ListField{"base_discount_invoiced", CellKind::decimal},
    ListField{"amount_refunded", CellKind::decimal},
    ListField{"base_amount_refunded", CellKind::decimal},
    ListField{"free_shipping", CellKind::flag},
    ListField{"is_qty_decimal", CellKind::flag},
    ListField{"no_discount", CellKind::flag},
    ListField{"description"},
    ListField{"additional_data"},
    ListField{"ext_order_item_id", CellKind::word},
    ListField{"created_at", CellKind::moment},
    ListField{"updated_at", CellKind::moment},
};

constexpr std::size_t k_sku = 0;
constexpr std::size_t k_quantity = 1;
constexpr std::size_t k_price = 2;
constexpr std::size_t k_row_total = 3;
constexpr std::array<std::size_t, 3> k_short_form = {k_sku, k_quantity, k_price};
/// The first so many are brought up to date.
constexpr std::size_t k_kept_current = 6;

/// What every item needs, with what is wrong where it is not so.
std::optional<std::string> fault_of(const ListMember& item)
{
    for (const auto field : k_short_form) {
        if (item.find(field) == nullptr) {
            return fmt::format("says no {}", k_item_fields[field].name);
        }
    }
    const auto quantity = util::Decimal::parse(*item.find(k_quantity));
    if (!quantity || *quantity <= util::Decimal()) { return "has no quantity above 0"; }
    if (util::Decimal::read(*item.find(k_price)).is_negative()) { return "has a negative price"; }
    return std::nullopt;
}

} // namespace

std::span<const ListField> order_item_fields()
{
    return k_item_fields;
}

OrderItemRules::OrderItemRules(const Header& header, Shape& shape) : m_column(header.find("items"))
{
    if (!m_column) { return; }
    m_table = shape.add_table(k_order_item_table);
    for (std::size_t i = 0; i < k_item_fields.size(); ++i) {
        const auto& field = k_item_fields[i];
        m_fields.push_back(field.means.empty() ? shape.add({.table = m_table,
                                                            .name = std::string(field.name),
                                                            .store = {},
                                                            .is_for_new = i >= k_kept_current,
                                                            .column = *m_column + 1})
                                               : 0);
    }
    // Nobody but the shop knows what a customer has chosen of a product.
    shape.add({.table = m_table, .name = "product_options", .store = {}, .is_for_new = true});
}

void OrderItemRules::read(const Cells& cells, FileRecord& record) const
{
    if (!m_column) { return; }
    if (!cells.has(*m_column)) {
        cells.refuse(*m_column, "is empty: write [] for an order without items");
        return;
    }
    const auto list = read_list(cells, *m_column, k_item_fields, k_short_form, JsonNull::is_null);
    if (!list) { return; }
    const auto& items = *list;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const auto fault = fault_of(items[i])) {
            cells.refuse(*m_column, fmt::format("has a {}. item that {}", i + 1, *fault));
            continue;
        }
        const auto row = record.add_row(m_table);
        for (const auto& entry : items[i].entries) {
            record.set(row, m_fields[entry.field], entry.value());
        }
        if (items[i].find(k_row_total) == nullptr) {
            const auto total = util::Decimal::read(*items[i].find(k_price))
                                   .times(util::Decimal::read(*items[i].find(k_quantity)));
            record.set(row, m_fields[k_row_total], Value::of(cells.keep(total.text())));
        }
    }
}

} // namespace datasync::formats
