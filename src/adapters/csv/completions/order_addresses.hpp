// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The addresses of an order: the shop shows none without a billing address, nor one with goods
// without a shipping address.
#pragma once

#include "adapters/csv/completions/order_buyer.hpp"
#include "adapters/csv/record_fields.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::adapters {

/// What decides which addresses an order needs.
struct AddressNeeds {
    bool is_there = false;   ///< The destination has the order already, and its addresses.
    bool is_virtual = false; ///< Nothing of it is sent.
};

/// Completes the addresses of orders, one after the other.
class OrderAddresses {
public:
    explicit OrderAddresses(formats::Shape& shape);

    /// Fills in names, and adds to a new order what it lacks: a billing address with nothing but a
    /// name, a shipping address that is the billing one.
    void complete(formats::FileRecord& record, const AddressNeeds& needs, const PersonName& whose,
                  Arena& arena);

    /// Of the last order.
    PersonName billing_names() const;
    std::string name_of(std::string_view role) const;

private:
    std::optional<std::size_t> find(const formats::FileRecord& record, std::string_view role) const;
    PersonName names_of(const formats::FileRecord& record, std::optional<std::size_t> row) const;
    std::size_t add(formats::FileRecord& record, std::string_view role) const;

    std::size_t m_table;
    std::size_t m_type; ///< Fields.
    std::size_t m_firstname;
    std::size_t m_lastname;
    std::size_t m_billing_id;
    std::size_t m_shipping_id;
    PersonName m_billing;
    PersonName m_shipping;
};

} // namespace datasync::adapters
