// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Orders of a shop, their items, and what documents have taken of these: what a document that comes
// from elsewhere has to fit into.
#pragma once

#include "schema/shop.hpp"
#include "util/decimal.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::schema {

/// Which records of a table with document numbers have one of these.
std::unordered_map<std::string, std::uint32_t>
ids_by_number(const Shop& shop, std::string_view table, std::span<const std::string> numbers);

/// Columns of a row by name; those that are NULL are not there.
class RowFacts {
public:
    std::string_view text(std::string_view column) const;
    util::Decimal number(std::string_view column) const;
    std::uint32_t id(std::string_view column) const { return parse_id(text(column)); }
    void set(std::string_view column, std::string_view text)
    {
        m_cells[std::string(column)] = text;
    }

private:
    std::map<std::string, std::string, std::less<>> m_cells;
};

/// What a document has of an item.
struct TakenItem {
    std::uint32_t item_id = 0; ///< The order's.
    util::Decimal quantity;
};

/// A document of an order.
struct OrderDocument {
    std::uint32_t id = 0;
    std::string number;
    bool counts = true; ///< Whether it has not been canceled.
    util::Decimal shipping;
    std::vector<TakenItem> items;
};

/// An order with its items in their order.
struct OrderFacts {
    RowFacts row;
    std::vector<RowFacts> items;
    std::vector<OrderDocument> documents; ///< Of the kind that was asked for.
    std::string billing_name;
    std::string shipping_name;
};

/// Looks orders up through one connection, many at a time.
class OrderLookup {
public:
    /// `document_table` is the documents' root. The shop's tables are loaded.
    OrderLookup(const Shop& shop, std::string_view document_table);

    /// Forgets what it knows, and reads the orders with these ids and numbers.
    void load(std::span<const std::uint32_t> ids, std::span<const std::string> numbers);

    /// Nothing for an order that the shop does not have.
    const OrderFacts* by_id(std::uint32_t id) const;
    const OrderFacts* by_number(std::string_view number) const;

private:
    void read_orders(const std::string& condition);
    void read_names();
    void read_items();
    void read_documents();
    std::string loaded_ids() const;

    const Shop& m_shop;
    std::string m_documents;
    std::vector<std::string> m_order_columns; ///< That the shop has.
    std::vector<std::string> m_item_columns;
    bool m_has_shipping = false; ///< Whether such documents charge for shipping.
    bool m_has_state = false;
    std::map<std::uint32_t, OrderFacts> m_orders;
    std::unordered_map<std::string, std::uint32_t> m_ids; ///< By number.
};

} // namespace datasync::schema
