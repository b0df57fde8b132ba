// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which columns of an order are sums of its documents, and of what in them.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace datasync::schema {

/// A column of the order's tables and what it is a sum of: an expression of a document `d`, or of
/// its item `i`.
struct OrderSum {
    std::string_view column;
    std::string_view of;
};

inline constexpr std::array<OrderSum, 9> k_invoiced_items = {{
    {"qty_invoiced", "i.qty"},
    {"row_invoiced", "i.row_total"},
    {"base_row_invoiced", "i.base_row_total"},
    {"tax_invoiced", "i.tax_amount"},
    {"base_tax_invoiced", "i.base_tax_amount"},
    {"discount_invoiced", "i.discount_amount"},
    {"base_discount_invoiced", "i.base_discount_amount"},
    {"hidden_tax_invoiced", "i.hidden_tax_amount"},
    {"base_hidden_tax_invoiced", "i.base_hidden_tax_amount"},
}};
inline constexpr std::array<OrderSum, 14> k_invoiced_orders = {{
    {"total_invoiced", "d.grand_total"},
    {"base_total_invoiced", "d.base_grand_total"},
    {"subtotal_invoiced", "d.subtotal"},
    {"base_subtotal_invoiced", "d.base_subtotal"},
    {"tax_invoiced", "d.tax_amount"},
    {"base_tax_invoiced", "d.base_tax_amount"},
    {"shipping_invoiced", "d.shipping_amount"},
    {"base_shipping_invoiced", "d.base_shipping_amount"},
    {"discount_invoiced", "d.discount_amount"},
    {"base_discount_invoiced", "d.base_discount_amount"},
    {"hidden_tax_invoiced", "d.hidden_tax_amount"},
    {"base_hidden_tax_invoiced", "d.base_hidden_tax_amount"},
    {"total_paid", "IF(d.state = 2, d.grand_total, 0)"},
    {"base_total_paid", "IF(d.state = 2, d.base_grand_total, 0)"},
}};
inline constexpr std::array<OrderSum, 4> k_invoiced_payments = {{
    {"amount_paid", "IF(d.state = 2, d.grand_total, 0)"},
    {"base_amount_paid", "IF(d.state = 2, d.base_grand_total, 0)"},
    {"shipping_captured", "IF(d.state = 2, d.shipping_amount, 0)"},
    {"base_shipping_captured", "IF(d.state = 2, d.base_shipping_amount, 0)"},
}};
inline constexpr std::array<OrderSum, 1> k_shipped_items = {{{"qty_shipped", "i.qty"}}};
inline constexpr std::array<OrderSum, 9> k_refunded_items = {{
    {"qty_refunded", "i.qty"},
    {"amount_refunded", "i.row_total"},
    {"base_amount_refunded", "i.base_row_total"},
    {"tax_refunded", "i.tax_amount"},
    {"base_tax_refunded", "i.base_tax_amount"},
    {"discount_refunded", "i.discount_amount"},
    {"base_discount_refunded", "i.base_discount_amount"},
    {"hidden_tax_refunded", "i.hidden_tax_amount"},
    {"base_hidden_tax_refunded", "i.base_hidden_tax_amount"},
}};
inline constexpr std::array<OrderSum, 22> k_refunded_orders = {{
    {"total_refunded", "d.grand_total"},
    {"base_total_refunded", "d.base_grand_total"},
    {"subtotal_refunded", "d.subtotal"},
    {"base_subtotal_refunded", "d.base_subtotal"},
    {"tax_refunded", "d.tax_amount"},
    {"base_tax_refunded", "d.base_tax_amount"},
    {"shipping_refunded", "d.shipping_amount"},
    {"base_shipping_refunded", "d.base_shipping_amount"},
    {"shipping_tax_refunded", "d.shipping_tax_amount"},
    {"base_shipping_tax_refunded", "d.base_shipping_tax_amount"},
    {"discount_refunded", "d.discount_amount"},
    {"base_discount_refunded", "d.base_discount_amount"},
    {"hidden_tax_refunded", "d.hidden_tax_amount"},
    {"base_hidden_tax_refunded", "d.base_hidden_tax_amount"},
    {"adjustment_positive", "d.adjustment_positive"},
    {"base_adjustment_positive", "d.base_adjustment_positive"},
    {"adjustment_negative", "d.adjustment_negative"},
    {"base_adjustment_negative", "d.base_adjustment_negative"},
    // What the payment's provider has paid back has a transaction's number.
    {"total_offline_refunded", "IF(d.transaction_id IS NULL, d.grand_total, 0)"},
    {"base_total_offline_refunded", "IF(d.transaction_id IS NULL, d.base_grand_total, 0)"},
    {"total_online_refunded", "IF(d.transaction_id IS NULL, 0, d.grand_total)"},
    {"base_total_online_refunded", "IF(d.transaction_id IS NULL, 0, d.base_grand_total)"},
}};
inline constexpr std::array<OrderSum, 4> k_refunded_payments = {{
    {"amount_refunded", "d.grand_total"},
    {"base_amount_refunded", "d.base_grand_total"},
    {"shipping_refunded", "d.shipping_amount"},
    {"base_shipping_refunded", "d.base_shipping_amount"},
}};

/// What documents of one kind add up to.
struct OrderSumColumns {
    std::span<const OrderSum> items;
    std::span<const OrderSum> orders;
    std::span<const OrderSum> payments;
};

/// Those of the documents in that table.
constexpr OrderSumColumns order_sum_columns(std::string_view documents)
{
    if (documents == "sales_flat_invoice") {
        return {k_invoiced_items, k_invoiced_orders, k_invoiced_payments};
    }
    if (documents == "sales_flat_shipment") { return {k_shipped_items, {}, {}}; }
    return {k_refunded_items, k_refunded_orders, k_refunded_payments};
}

} // namespace datasync::schema
