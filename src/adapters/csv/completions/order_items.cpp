// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/order_items.hpp"

#include "formats/order_items.hpp"

#include <algorithm>
#include <array>

namespace datasync::adapters {

using formats::Value;
using util::Decimal;

namespace {

constexpr std::string_view k_simple = "simple";
constexpr std::string_view k_virtual = "virtual";
constexpr std::string_view k_downloadable = "downloadable";

/// What an item of that product is. Without the choices that a customer makes of one, of a
/// configurable product or a bundle there is no more to say than that it was bought.
std::string_view item_type(const schema::ProductFacts* product)
{
    const bool is_plain =
        product != nullptr && (product->type == k_virtual || product->type == k_downloadable);
    return is_plain ? std::string_view(product->type) : k_simple;
}

} // namespace

OrderItems::OrderItems(formats::Shape& shape, const schema::Shop& shop)
    : m_products(shop), m_table(shape.find_table(formats::k_order_item_table))
{
    if (!m_table) { return; }
    const auto field = [&](std::string_view name) {
        return field_of(shape, *m_table, name, DefaultFor::new_records);
    };
    m_sku = field("sku");
    m_quantity = field("qty_ordered");
    m_price = field("price");
    m_row_total = field("row_total");
    m_name = field("name");
    m_type = field("product_type");
    m_is_virtual = field("is_virtual");
    m_weight = field("weight");
    m_row_weight = field("row_weight");
    m_tax = field("tax_amount");
    m_discount = field("discount_amount");
    m_price_with_tax = field("price_incl_tax");
    m_total_with_tax = field("row_total_incl_tax");
    m_original_price = field("original_price");
    m_product = field("product_id");
    m_store = field("store_id");
    m_created_at = field("created_at");
    m_updated_at = field("updated_at");
}

void OrderItems::look_up(std::span<const formats::FileRecord> records)
{
    if (!m_table) { return; }
    std::vector<std::string> skus;
    for (const auto& record : records) {
        for (std::size_t row = 1; row < record.size(); ++row) {
            if (record[row].table == *m_table) { skus.emplace_back(text_of(record, row, m_sku)); }
        }
    }
    std::sort(skus.begin(), skus.end());
    skus.erase(std::unique(skus.begin(), skus.end()), skus.end());
    m_products.load(skus);
}

ItemSums OrderItems::complete(formats::FileRecord& record, std::uint32_t store,
                              std::string_view now, Arena& arena) const
{
    ItemSums sums;
    if (!m_table) { return sums; }
    for (std::size_t row = 1; row < record.size(); ++row) {
        if (record[row].table != *m_table) { continue; }
        fill(record, row, m_store, setting_id(store, arena));
        fill(record, row, m_created_at, Value::of(now));
        fill(record, row, m_updated_at, Value::of(now));
        complete_item(record, row, sums, arena);
    }
    return sums;
}

void OrderItems::complete_item(formats::FileRecord& record, std::size_t row, ItemSums& sums,
                               Arena& arena) const
{
    const auto sku = text_of(record, row, m_sku);
    const auto* product = m_products.find(sku);
    if (product != nullptr) {
        fill(record, row, m_product, target_id(product->id, arena));
        fill(record, row, m_name, value_of(product->name, arena));
        fill(record, row, m_weight, value_of(product->weight, arena));
    }
    fill(record, row, m_name, Value::of(sku));
    fill(record, row, m_type, value_of(item_type(product), arena));
    const auto type = text_of(record, row, m_type);
    fill(record, row, m_is_virtual,
         Value::of(type == k_virtual || type == k_downloadable ? "1" : "0"));

    const auto quantity = number_of(record, row, m_quantity);
    const auto price = number_of(record, row, m_price);
    const auto total = number_of(record, row, m_row_total);
    const auto tax = number_of(record, row, m_tax);
    fill(record, row, m_original_price, value_of(price, arena));
    fill(record, row, m_row_weight,
         value_of(number_of(record, row, m_weight).times(quantity), arena));
    fill(record, row, m_total_with_tax, value_of(total + tax, arena));
    fill(record, row, m_price_with_tax, value_of(price + tax.over(quantity), arena));
    for (const auto field : {m_tax, m_discount}) { fill(record, row, field, Value::of("0")); }

    sums.rows.push_back(row);
    if (text_of(record, row, m_is_virtual) == "1") { ++sums.virtual_items; }
    sums.quantity += quantity;
    sums.row_total += total;
    sums.tax += tax;
    sums.discount += number_of(record, row, m_discount);
    sums.weight += number_of(record, row, m_row_weight);
}

} // namespace datasync::adapters
