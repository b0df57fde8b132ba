// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Currencies and amounts of an order: sums of its items, and the same in the currency of the books.
#pragma once

#include "adapters/csv/amount_fields.hpp"
#include "adapters/csv/completions/order_items.hpp"
#include "adapters/csv/record_fields.hpp"
#include "schema/currencies.hpp"
#include "schema/scope_tree.hpp"
#include "util/decimal.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::adapters {

/// Completes the amounts of orders.
class OrderMoney {
public:
    /// Everything that the file has is in the shape, and the shop's tables are loaded.
    OrderMoney(formats::Shape& shape, const schema::Shop& shop);

    /// Refuses amounts that the file has in one of two currencies alone. `view` is the order's
    /// store, or nothing.
    void complete(formats::FileRecord& record, const ItemSums& sums, const schema::StoreView* view,
                  Arena& arena) const;

private:
    /// How amounts become amounts of the books.
    struct Rate {
        util::Decimal base_to_order;
        bool is_said = false; ///< Else it is only what the grand totals come to.
    };

    Rate complete_currencies(formats::FileRecord& record, const schema::StoreView* view,
                             Arena& arena) const;
    void complete_sums(formats::FileRecord& record, const ItemSums& sums, Arena& arena) const;
    void complete_base(formats::FileRecord& record, std::size_t row,
                       const std::vector<AmountFields>& amounts, const Rate& rate,
                       Arena& arena) const;
    void complete_payment(formats::FileRecord& record, Arena& arena) const;

    schema::Currencies m_currencies;
    std::size_t m_base_code; ///< Fields of the order.
    std::size_t m_order_code;
    std::size_t m_store_code;
    std::size_t m_global_code;
    std::size_t m_rate;
    std::vector<std::size_t> m_other_rates;
    std::size_t m_grand_total;
    std::size_t m_base_grand_total;
    std::size_t m_subtotal;
    std::size_t m_tax;
    std::size_t m_shipping;
    std::size_t m_base_shipping;
    std::size_t m_discount;
    std::size_t m_subtotal_with_tax;
    std::size_t m_shipping_with_tax;
    std::size_t m_shipping_tax;
    std::vector<std::size_t> m_zeros;
    std::size_t m_quantity;
    std::size_t m_item_count;
    std::size_t m_weight;
    std::size_t m_is_virtual;
    std::vector<AmountFields> m_amounts;
    std::vector<AmountFields> m_item_amounts;
    std::vector<bool> m_is_in_file; ///< By field: what the file has a column or a word for.
    std::size_t m_payment_table;
    std::size_t m_method; ///< Fields of the payment.
    AmountFields m_ordered{};
    AmountFields m_sent{};
};

} // namespace datasync::adapters
