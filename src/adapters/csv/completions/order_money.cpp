// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/order_money.hpp"

#include "formats/order_items.hpp"

#include <fmt/format.h>

namespace datasync::adapters {

using formats::Value;
using util::Decimal;

namespace {

constexpr std::string_view k_orders = "sales_flat_order";
constexpr std::string_view k_payments = "sales_flat_order_payment";
/// Nothing to pay, and a payment that is made outside the shop: every shop knows these two.
constexpr std::string_view k_free = "free";
constexpr std::string_view k_by_hand = "checkmo";

} // namespace

OrderMoney::OrderMoney(formats::Shape& shape, const schema::Shop& shop) : m_currencies(shop)
{
    m_is_in_file.assign(shape.fields().size(), false);
    for (std::size_t i = 0; i < shape.fields().size(); ++i) {
        m_is_in_file[i] = shape.fields()[i].column != 0;
    }
    const auto field = [&](std::string_view name) {
        return field_of(shape, 0, name, DefaultFor::new_records);
    };
    m_base_code = field("base_currency_code");
    m_order_code = field("order_currency_code");
    m_store_code = field("store_currency_code");
    m_global_code = field("global_currency_code");
    m_rate = field("base_to_order_rate");
    for (const auto name : {"base_to_global_rate", "store_to_base_rate"}) {
        m_other_rates.push_back(field(name));
    }
    m_other_rates.push_back(field("store_to_order_rate"));
    m_grand_total = field("grand_total");
    m_base_grand_total = field("base_grand_total");
    m_subtotal = field("subtotal");
    m_tax = field("tax_amount");
    m_shipping = field("shipping_amount");
    m_discount = field("discount_amount");
    m_subtotal_with_tax = field("subtotal_incl_tax");
    m_shipping_with_tax = field("shipping_incl_tax");
    m_shipping_tax = field("shipping_tax_amount");
    for (const auto name :
         {"shipping_discount_amount", "hidden_tax_amount", "shipping_hidden_tax_amount"}) {
        m_zeros.push_back(field(name));
    }
    m_quantity = field("total_qty_ordered");
    m_item_count = field("total_item_count");
    m_weight = field("weight");
    m_is_virtual = field("is_virtual");
    m_amounts = amounts_of(shape, shop, 0, k_orders);
    m_base_shipping = field("base_shipping_amount");
    if (const auto items = shape.find_table(formats::k_order_item_table)) {
        m_item_amounts = amounts_of(shape, shop, *items, formats::k_order_item_table);
    }
    m_payment_table = shape.add_table({.name = std::string(k_payments), .is_for_new = true});
    const auto of_payment = [&](std::string_view name) {
        return field_of(shape, m_payment_table, name, DefaultFor::new_records);
    };
    m_method = of_payment("method");
    m_ordered = {of_payment("amount_ordered"), of_payment("base_amount_ordered")};
    m_sent = {of_payment("shipping_amount"), of_payment("base_shipping_amount")};
    m_is_in_file.resize(shape.fields().size(), false);
}

void OrderMoney::complete(formats::FileRecord& record, const ItemSums& sums,
                          const schema::StoreView* view, Arena& arena) const
{
    const auto rate = complete_currencies(record, view, arena);
    complete_sums(record, sums, arena);
    complete_base(record, 0, m_amounts, rate, arena);
    for (const auto row : sums.rows) { complete_base(record, row, m_item_amounts, rate, arena); }
    complete_payment(record, arena);
}

OrderMoney::Rate OrderMoney::complete_currencies(formats::FileRecord& record,
                                                 const schema::StoreView* view, Arena& arena) const
{
    const auto grand_total = number_of(record, 0, m_grand_total);
    const auto base_grand_total = number_of(record, 0, m_base_grand_total);
    const auto base = view == nullptr ? m_currencies.global() : m_currencies.base(view->website_id);
    fill(record, 0, m_base_code, value_of(base, arena));
    const auto books = text_of(record, 0, m_base_code);
    const auto shown = view == nullptr || grand_total == base_grand_total
                           ? std::string(books)
                           : m_currencies.shown(*view);
    fill(record, 0, m_order_code, value_of(shown, arena));
    fill(record, 0, m_store_code, value_of(books, arena));
    fill(record, 0, m_global_code, value_of(m_currencies.global(), arena));

    Rate rate{Decimal::whole(1), true};
    if (text_of(record, 0, m_order_code) == books) {
        if (grand_total != base_grand_total) {
            record.refusals.push_back(
                {m_base_grand_total, base_grand_total.short_text(),
                 fmt::format("differs from grand_total ({}), and both are in {}: the file needs "
                             "order_currency_code",
                             grand_total.short_text(), books)});
        }
    } else if (says(record, 0, m_rate)) {
        rate.base_to_order = number_of(record, 0, m_rate);
    } else {
        rate = {grand_total.over(base_grand_total), false};
    }
    fill(record, 0, m_rate, value_of(rate.base_to_order, arena));
    for (const auto field : m_other_rates) {
        const bool is_to_order = field == m_other_rates.back();
        fill(record, 0, field, is_to_order ? value_of(rate.base_to_order, arena) : Value::of("1"));
    }
    return rate;
}

void OrderMoney::complete_sums(formats::FileRecord& record, const ItemSums& sums,
                               Arena& arena) const
{
    const auto shipping = number_of(record, 0, m_shipping);
    fill(record, 0, m_tax, value_of(sums.tax, arena));
    fill(record, 0, m_shipping, value_of(shipping, arena));
    fill(record, 0, m_discount, value_of(-sums.discount, arena));
    const auto tax = number_of(record, 0, m_tax);
    // Without items, what is left of the whole is what the goods cost.
    const auto goods = sums.rows.empty() ? number_of(record, 0, m_grand_total) - tax - shipping -
                                               number_of(record, 0, m_discount)
                                         : sums.row_total;
    fill(record, 0, m_subtotal, value_of(goods, arena));
    fill(record, 0, m_shipping_tax, Value::of("0"));
    const auto shipping_tax = number_of(record, 0, m_shipping_tax);
    fill(record, 0, m_shipping_with_tax, value_of(shipping + shipping_tax, arena));
    fill(record, 0, m_subtotal_with_tax,
         value_of(number_of(record, 0, m_subtotal) + tax - shipping_tax, arena));
    for (const auto field : m_zeros) { fill(record, 0, field, Value::of("0")); }
    fill(record, 0, m_quantity, value_of(sums.quantity, arena));
    fill(record, 0, m_weight, value_of(sums.weight, arena));
    fill(record, 0, m_is_virtual, Value::of(sums.is_virtual() ? "1" : "0"));
    fill(record, 0, m_item_count, value_of(std::to_string(sums.rows.size()), arena));
}

void OrderMoney::complete_base(formats::FileRecord& record, std::size_t row,
                               const std::vector<AmountFields>& amounts, const Rate& rate,
                               Arena& arena) const
{
    for (const auto& [shown, base] : amounts) {
        if (says(record, row, base) || !says(record, row, shown)) { continue; }
        if (!rate.is_said && m_is_in_file[shown]) {
            record.refusals.push_back(
                {shown, std::string(text_of(record, row, shown)),
                 fmt::format("is in {} while the shop's books are in {}: the file needs the same "
                             "amount in these, or base_to_order_rate",
                             text_of(record, 0, m_order_code), text_of(record, 0, m_base_code))});
            return;
        }
        record.set(row, base,
                   value_of(number_of(record, row, shown).over(rate.base_to_order), arena));
    }
}

void OrderMoney::complete_payment(formats::FileRecord& record, Arena& arena) const
{
    const auto grand_total = number_of(record, 0, m_grand_total);
    for (std::size_t row = 1; row < record.size(); ++row) {
        if (record[row].table != m_payment_table) { continue; }
        fill(record, row, m_method, Value::of(grand_total.is_zero() ? k_free : k_by_hand));
        record.set(row, m_ordered.shown, value_of(grand_total, arena));
        record.set(row, m_ordered.base, value_of(number_of(record, 0, m_base_grand_total), arena));
        record.set(row, m_sent.shown, value_of(number_of(record, 0, m_shipping), arena));
        record.set(row, m_sent.base, value_of(number_of(record, 0, m_base_shipping), arena));
    }
}

} // namespace datasync::adapters
