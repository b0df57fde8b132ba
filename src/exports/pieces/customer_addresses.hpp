// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The default addresses of a customer.
#pragma once

#include "exports/pieces/address_cells.hpp"

namespace datasync::exports {

/// Fills `billing_...`, `shipping_...` and `same_as_billing`.
class CustomerAddresses : public Piece {
public:
    explicit CustomerAddresses(const schema::Shop& shop) : m_regions(schema::regions_by_id(shop)) {}

    std::vector<std::string_view> columns() const override;
    void bind(const PieceTools& tools) override;
    void write(OutRecord& record) const override;

private:
    schema::RegionNames m_regions;
    std::optional<TableReader> m_root;
    std::optional<TableReader> m_rows;
    std::optional<AddressCells> m_billing;
    std::optional<AddressCells> m_shipping;
    std::optional<std::size_t> m_same;
};

} // namespace datasync::exports
