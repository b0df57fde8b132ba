// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/order_addresses.hpp"

#include "adapters/csv/grid_row.hpp"

namespace datasync::adapters {

using formats::Value;

namespace {

constexpr std::string_view k_table = "sales_flat_order_address";
constexpr std::string_view k_billing = "billing";
constexpr std::string_view k_shipping = "shipping";

/// The table, which a file without addresses has for new orders alone.
std::size_t table_in(formats::Shape& shape)
{
    return shape.add_table({.name = std::string(k_table), .is_for_new = true, .is_partial = true});
}

} // namespace

OrderAddresses::OrderAddresses(formats::Shape& shape)
    : m_table(table_in(shape)),
      m_type(field_of(shape, m_table, "address_type", DefaultFor::all_records)),
      m_firstname(field_of(shape, m_table, "firstname", DefaultFor::all_records)),
      m_lastname(field_of(shape, m_table, "lastname", DefaultFor::all_records)),
      m_billing_id(field_of(shape, 0, "billing_address_id", DefaultFor::new_records)),
      m_shipping_id(field_of(shape, 0, "shipping_address_id", DefaultFor::new_records))
{
}

std::optional<std::size_t> OrderAddresses::find(const formats::FileRecord& record,
                                                std::string_view role) const
{
    for (std::size_t row = 1; row < record.size(); ++row) {
        if (record[row].table == m_table && text_of(record, row, m_type) == role) { return row; }
    }
    return std::nullopt;
}

PersonName OrderAddresses::names_of(const formats::FileRecord& record,
                                    std::optional<std::size_t> row) const
{
    if (!row) { return {}; }
    return {text_of(record, *row, m_firstname), text_of(record, *row, m_lastname)};
}

std::size_t OrderAddresses::add(formats::FileRecord& record, std::string_view role) const
{
    const auto row = record.add_row(m_table);
    record.set(row, m_type, Value::of(role));
    record.set(0, role == k_billing ? m_billing_id : m_shipping_id, Value::of_row(row));
    return row;
}

void OrderAddresses::complete(formats::FileRecord& record, const AddressNeeds& needs,
                              const PersonName& whose, Arena& arena)
{
    auto billing = find(record, k_billing);
    auto shipping = find(record, k_shipping);
    if (!needs.is_there && !billing) { billing = add(record, k_billing); }
    for (const auto& row : {billing, shipping}) {
        const auto names = names_of(record, row);
        if (!row || !names.first.empty() || !names.last.empty()) { continue; }
        record.set(*row, m_firstname, value_of(whose.first, arena));
        record.set(*row, m_lastname, value_of(whose.last, arena));
    }
    if (!needs.is_there && !needs.is_virtual && !shipping) {
        shipping = add(record, k_shipping);
        const auto copied = record[*billing].entries;
        for (const auto& entry : copied) {
            if (entry.field != m_type) { record.set(*shipping, entry.field, entry.value); }
        }
    }
    m_billing = names_of(record, billing);
    m_shipping = names_of(record, shipping);
}

PersonName OrderAddresses::billing_names() const
{
    return m_billing;
}

std::string OrderAddresses::name_of(std::string_view role) const
{
    const auto& name = role == k_billing ? m_billing : m_shipping;
    return whole_name(name.first, name.last);
}

} // namespace datasync::adapters
