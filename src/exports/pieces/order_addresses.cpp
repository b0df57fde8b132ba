// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/order_addresses.hpp"

namespace datasync::exports {

namespace {

constexpr std::string_view k_table = "sales_flat_order_address";
constexpr std::string_view k_billing = "billing";
constexpr std::string_view k_shipping = "shipping";

} // namespace

std::vector<std::string_view> OrderAddresses::columns() const
{
    auto columns = address_columns(k_billing);
    for (const auto name : address_columns(k_shipping)) { columns.push_back(name); }
    return columns;
}

void OrderAddresses::bind(const PieceTools& tools)
{
    m_rows.emplace(tools, k_table);
    m_billing.emplace(tools, k_billing, k_table, m_regions);
    m_shipping.emplace(tools, k_shipping, k_table, m_regions);
}

void OrderAddresses::write(OutRecord& record) const
{
    for (const auto row : m_rows->rows(record.record)) {
        const auto type = m_rows->text(row, "address_type");
        if (type == k_billing) { m_billing->write(*m_rows, row, record); }
        if (type == k_shipping) { m_shipping->write(*m_rows, row, record); }
    }
}

} // namespace datasync::exports
