// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/stock_columns.hpp"

#include <string>
#include <utility>

namespace datasync::formats {

namespace {

constexpr std::string_view k_table = "cataloginventory_stock_item";
/// The stock that the shop's code knows by its id.
constexpr std::string_view k_default_stock = "1";
constexpr std::string_view k_quantity = "qty";
constexpr std::string_view k_in_stock = "is_in_stock";

/// The flag that makes the shop use its configuration instead of the value.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> k_switches = {{
    {"manage_stock", "use_config_manage_stock"},
    {"min_qty", "use_config_min_qty"},
    {"min_sale_qty", "use_config_min_sale_qty"},
    {"max_sale_qty", "use_config_max_sale_qty"},
    {"backorders", "use_config_backorders"},
    {"notify_stock_qty", "use_config_notify_stock_qty"},
    {"qty_increments", "use_config_qty_increments"},
    {"enable_qty_increments", "use_config_enable_qty_inc"},
}};

bool is_zero(std::string_view number)
{
    return number.starts_with('-') || number.find_first_not_of("0.") == std::string_view::npos;
}

} // namespace

StockRules::StockRules(const Header& header, Shape& shape)
{
    const auto add = [&](std::string_view name, CellKind kind) {
        const auto column = header.find(name);
        if (!column) { return; }
        if (m_given.empty()) {
            m_table = shape.add_table({.name = std::string(k_table), .is_partial = true});
            m_stock_id = shape.add(m_table, "stock_id");
        }
        Given given{*column, kind, 0, std::nullopt};
        given.field = shape.add(
            {.table = m_table, .name = std::string(name), .store = {}, .column = *column + 1});
        for (const auto& [value, config] : k_switches) {
            // A value that the shop would not look at has not arrived.
            if (value == name && !header.has(config)) {
                given.switch_off = shape.add(m_table, config);
            }
        }
        m_given.push_back(given);
    };
    m_qty = header.find(k_quantity);
    add(k_quantity, CellKind::decimal);
    for (const auto& column : k_stock_columns) { add(column.name, column.kind); }
    if (m_qty && !header.has(k_in_stock)) {
        m_in_stock_if_new = shape.add(
            {.table = m_table, .name = std::string(k_in_stock), .store = {}, .is_for_new = true});
    }
}

void StockRules::read(const Cells& cells, FileRecord& record)
{
    if (m_given.empty()) { return; }
    const auto row = record.add_row(m_table);
    record.set(row, m_stock_id, Value::known_as(k_default_stock));
    for (const auto& given : m_given) {
        const auto value = cells.value(given.column, given.kind);
        record.set(row, given.field, value);
        if (given.switch_off) {
            record.set(row, *given.switch_off, Value::of(value.says == Says::text ? "0" : "1"));
        }
    }
    if (m_in_stock_if_new) {
        record.set(row, *m_in_stock_if_new, Value::of(is_zero(cells[*m_qty].text) ? "0" : "1"));
    }
}

} // namespace datasync::formats
