// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/document_money.hpp"

#include <algorithm>

namespace datasync::adapters {

using formats::Value;
using util::Decimal;

namespace {

/// An invoice that has been paid, a credit memo that has been paid back.
constexpr std::string_view k_done = "2";

} // namespace

DocumentMoney::DocumentMoney(formats::Shape& shape, const schema::Shop& shop,
                             const DocumentKind& kind)
{
    const auto field = [&](std::string_view name) {
        return field_of(shape, 0, name, DefaultFor::new_records);
    };
    m_state = field("state");
    m_grand_total = field("grand_total");
    m_subtotal = field("subtotal");
    m_subtotal_with_tax = field("subtotal_incl_tax");
    m_tax = field("tax_amount");
    m_discount = field("discount_amount");
    m_shipping = field("shipping_amount");
    m_shipping_with_tax = field("shipping_incl_tax");
    m_shipping_tax = field("shipping_tax_amount");
    for (const auto name : {"hidden_tax_amount", "shipping_hidden_tax_amount"}) {
        m_zeros.push_back(field(name));
    }
    m_adjustment_up = find_field(shape, 0, "adjustment_positive");
    m_adjustment_down = find_field(shape, 0, "adjustment_negative");
    const bool is_adjusted = m_adjustment_up || m_adjustment_down;
    m_adjustment = field_of(shape, 0, "adjustment",
                            is_adjusted ? DefaultFor::all_records : DefaultFor::new_records);
    m_amounts = amounts_of(shape, shop, 0, kind.table);
}

DocumentMoney::Shipping DocumentMoney::shipping_of(const formats::FileRecord& record,
                                                   const DocumentOf& document,
                                                   const DocumentSums& sums) const
{
    auto left = document.order.row.number("shipping_amount");
    bool is_first = true;
    for (const auto& other : document.order.documents) {
        if (&other == document.existing || !other.counts) { continue; }
        left = left - other.shipping;
        is_first = false;
    }
    left = std::max(left, Decimal());
    const auto subtotal =
        says(record, 0, m_subtotal) ? number_of(record, 0, m_subtotal) : sums.row_total;
    const auto tax = says(record, 0, m_tax) ? number_of(record, 0, m_tax) : sums.tax;
    const auto discount =
        says(record, 0, m_discount) ? number_of(record, 0, m_discount) : -sums.discount;
    // What the goods do not account for, as far as the order charges for shipping.
    auto rest = number_of(record, 0, m_grand_total) - subtotal - tax - discount -
                number_of(record, 0, m_adjustment);
    Shipping shipping;
    shipping.amount = says(record, 0, m_shipping) ? number_of(record, 0, m_shipping)
                                                  : std::clamp(rest, Decimal(), left);
    rest = rest - shipping.amount;
    const auto most = document.order.row.number("shipping_tax_amount");
    if (is_first && !says(record, 0, m_tax) && most > Decimal()) {
        shipping.tax = std::clamp(rest, Decimal(), most);
    }
    return shipping;
}

void DocumentMoney::complete(formats::FileRecord& record, const DocumentOf& document,
                             const DocumentSums& sums, Arena& arena) const
{
    Decimal adjustment;
    if (m_adjustment_up) { adjustment += number_of(record, 0, *m_adjustment_up); }
    if (m_adjustment_down) { adjustment += -number_of(record, 0, *m_adjustment_down); }
    record.set(0, m_adjustment, value_of(adjustment, arena));
    const auto shipping = shipping_of(record, document, sums);
    fill(record, 0, m_state, Value::of(k_done));
    // Of an order without items nobody knows what the goods cost.
    const auto goods = document.order.items.empty()
                           ? number_of(record, 0, m_grand_total) - adjustment - shipping.amount
                           : sums.row_total;
    fill(record, 0, m_subtotal, value_of(goods, arena));
    fill(record, 0, m_subtotal_with_tax,
         value_of(document.order.items.empty() ? goods : sums.row_total_with_tax, arena));
    fill(record, 0, m_tax, value_of(sums.tax + shipping.tax, arena));
    fill(record, 0, m_discount, value_of(-sums.discount, arena));
    fill(record, 0, m_shipping, value_of(shipping.amount, arena));
    fill(record, 0, m_shipping_tax, value_of(shipping.tax, arena));
    fill(record, 0, m_shipping_with_tax, value_of(shipping.amount + shipping.tax, arena));
    for (const auto field : m_zeros) { fill(record, 0, field, Value::of("0")); }

    const auto said_rate = document.order.row.number("base_to_order_rate");
    const auto rate = said_rate.is_zero() ? Decimal::whole(1) : said_rate;
    for (const auto& [shown, base] : m_amounts) {
        if (says(record, 0, base) || !says(record, 0, shown)) { continue; }
        record.set(0, base, value_of(number_of(record, 0, shown).over(rate), arena));
    }
}

} // namespace datasync::adapters
