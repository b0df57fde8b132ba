// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "exports/pieces/customer_addresses.hpp"

namespace datasync::exports {

namespace {

constexpr std::string_view k_customers = "customer_entity";
constexpr std::string_view k_addresses = "customer_address_entity";
constexpr std::string_view k_same_as_billing = "same_as_billing";

} // namespace

std::vector<std::string_view> CustomerAddresses::columns() const
{
    auto columns = address_columns("billing");
    for (const auto name : address_columns("shipping")) { columns.push_back(name); }
    columns.push_back(k_same_as_billing);
    return columns;
}

void CustomerAddresses::bind(const PieceTools& tools)
{
    m_root.emplace(tools, k_customers);
    m_rows.emplace(tools, k_addresses);
    m_billing.emplace(tools, "billing", k_addresses, m_regions);
    m_shipping.emplace(tools, "shipping", k_addresses, m_regions);
    m_same = tools.column(k_same_as_billing);
}

void CustomerAddresses::write(OutRecord& record) const
{
    const auto root = m_root->rows(record.record).front();
    const auto billing = parse_id(m_root->text(root, "default_billing"));
    const auto shipping = parse_id(m_root->text(root, "default_shipping"));
    bool has_others = false;
    for (const auto row : m_rows->rows(record.record)) {
        const auto id = m_rows->id(row);
        if (id == billing) { m_billing->write(*m_rows, row, record); }
        if (id == billing && id == shipping) {
            record.cells[*m_same] = "1";
        } else if (id == shipping) {
            m_shipping->write(*m_rows, row, record);
        }
        has_others = has_others || (id != billing && id != shipping);
    }
    if (has_others) {
        record.remarks.emplace_back("has addresses beside the default ones, which are left out");
    }
}

} // namespace datasync::exports
