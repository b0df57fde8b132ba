// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/order_items.hpp"

#include "exports/pieces/json_rows.hpp"
#include "formats/order_items.hpp"
#include "util/decimal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::exports {

namespace {

constexpr std::string_view k_column = "items";
constexpr std::string_view k_parent = "parent_item_id";
constexpr std::string_view k_base = "base_";

/// What the reader of a file works out where an item does not say it.
constexpr std::array<std::string_view, 10> k_worked_out = {
    "name",           "weight",         "row_weight",         "product_type", "is_virtual",
    "original_price", "price_incl_tax", "row_total_incl_tax", "tax_amount",   "discount_amount"};

bool is_worked_out(std::string_view name)
{
    return name.starts_with(k_base) ||
           std::find(k_worked_out.begin(), k_worked_out.end(), name) != k_worked_out.end();
}

} // namespace

std::vector<std::string_view> OrderItems::columns() const
{
    return {k_column};
}

void OrderItems::add_fields(formats::Shape& shape) const
{
    const auto table = shape.find_table(formats::k_order_item_table);
    if (table) { shape.add(*table, k_parent); }
}

void OrderItems::bind(const PieceTools& tools)
{
    m_rows.emplace(tools, formats::k_order_item_table);
    m_column = tools.column(k_column);
}

void OrderItems::write(OutRecord& record) const
{
    if (!m_column) { return; }
    std::string list;
    bool has_parts = false;
    for (const auto row : m_rows->rows(record.record)) {
        if (parse_id(m_rows->text(row, k_parent)) != 0) {
            has_parts = true;
            continue;
        }
        const auto object = object_of(row, record);
        if (!object.empty()) { list += fmt::format("{}{{{}}}", list.empty() ? "" : ",", object); }
    }
    if (has_parts) {
        record.remarks.emplace_back("what items are made of (of configurable products, bundles) "
                                    "is left out");
    }
    record.cells[*m_column] = record.keep("[" + list + "]");
}

std::string OrderItems::object_of(std::uint32_t row, OutRecord& record) const
{
    if (m_rows->cell(row, "sku").is_empty() ||
        util::Decimal::read(m_rows->text(row, "qty_ordered")) <= util::Decimal() ||
        m_rows->cell(row, "price").is_empty() || m_rows->text(row, "price").starts_with('-')) {
        record.remarks.emplace_back("an item without a sku, with a quantity or price that is not "
                                    "above 0, is left out");
        return {};
    }
    std::string object;
    for (const auto& field : formats::order_item_fields()) {
        if (!field.means.empty()) { continue; }
        auto cell = m_rows->cell(row, field.name);
        // A new row gets the column's own default, and then says that.
        if (cell.is_null()) { cell = m_rows->nothing(field.name); }
        if (cell.is_null()) {
            if (is_worked_out(field.name)) { append_null(object, field.name); }
            continue;
        }
        if (cell.is_empty()) { continue; }
        if (const auto fault = member_fault(field, cell.text())) {
            record.remarks.push_back(
                fmt::format("the {} of an item {} and is left out", field.name, *fault));
            continue;
        }
        append_member(object, field, cell.text());
    }
    return object;
}

} // namespace datasync::exports
