// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What items of orders have from the products of the shop, and what they add up to.
#pragma once

#include "adapters/csv/record_fields.hpp"
#include "schema/product_lookup.hpp"
#include "util/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// The items of one order.
struct ItemSums {
    std::vector<std::size_t> rows; ///< Of the record.
    std::size_t virtual_items = 0;
    util::Decimal quantity;
    util::Decimal row_total;
    util::Decimal tax;
    util::Decimal discount;
    util::Decimal weight;

    bool is_virtual() const { return !rows.empty() && virtual_items == rows.size(); }
};

/// Completes the items of orders.
class OrderItems {
public:
    OrderItems(formats::Shape& shape, const schema::Shop& shop);

    /// Reads the products that a batch names.
    void look_up(std::span<const formats::FileRecord> records);
    ItemSums complete(formats::FileRecord& record, std::uint32_t store, std::string_view now,
                      Arena& arena) const;

private:
    void complete_item(formats::FileRecord& record, std::size_t row, ItemSums& sums,
                       Arena& arena) const;

    schema::ProductLookup m_products;
    std::optional<std::size_t> m_table; ///< Nothing: the file has no items.
    std::size_t m_sku = 0;              ///< Fields.
    std::size_t m_quantity = 0;
    std::size_t m_price = 0;
    std::size_t m_row_total = 0;
    std::size_t m_name = 0;
    std::size_t m_type = 0;
    std::size_t m_is_virtual = 0;
    std::size_t m_weight = 0;
    std::size_t m_row_weight = 0;
    std::size_t m_tax = 0;
    std::size_t m_discount = 0;
    std::size_t m_price_with_tax = 0;
    std::size_t m_total_with_tax = 0;
    std::size_t m_original_price = 0;
    std::size_t m_product = 0;
    std::size_t m_store = 0;
    std::size_t m_created_at = 0;
    std::size_t m_updated_at = 0;
};

} // namespace datasync::adapters
