// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/document_items.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::adapters {

using formats::Value;
using util::Decimal;

namespace {

/// What a document's item has from the order's as it is.
constexpr std::array<std::string_view, 8> k_copied_columns = {
    "name",      "price",  "base_price",      "price_incl_tax", "base_price_incl_tax",
    "base_cost", "weight", "weee_tax_applied"};
/// What it has its share of.
constexpr std::array<std::string_view, 10> k_shared_columns = {
    "row_total",         "base_row_total",        "tax_amount",         "base_tax_amount",
    "discount_amount",   "base_discount_amount",  "row_total_incl_tax", "base_row_total_incl_tax",
    "hidden_tax_amount", "base_hidden_tax_amount"};

bool is_child(const schema::RowFacts& item)
{
    return item.id("parent_item_id") != 0;
}

} // namespace

DocumentItems::DocumentItems(formats::Shape& shape, const schema::Shop& shop,
                             const DocumentKind& kind)
    : m_kind(kind),
      m_table(shape.add_table(fmt::format("{}_item", kind.table))),
      m_is_in_file(!shape.tables()[m_table].is_for_new),
      m_order(*find_field(shape, 0, "order_id")),
      m_order_item(field_of(shape, m_table, "order_item_id", DefaultFor::all_records)),
      m_product(field_of(shape, m_table, "product_id", DefaultFor::new_records)),
      m_sku(*find_field(shape, m_table, "sku")),
      m_quantity(*find_field(shape, m_table, "qty"))
{
    const auto* info = shop.find_table(fmt::format("{}_item", kind.table));
    const auto add = [&](std::string_view name, std::vector<std::size_t>& fields,
                         std::vector<std::string>& names) {
        if (info == nullptr || info->find(name) == nullptr) { return; }
        fields.push_back(field_of(shape, m_table, name, DefaultFor::new_records));
        names.emplace_back(name);
    };
    for (const auto name : k_copied_columns) { add(name, m_copied, m_copied_names); }
    for (const auto name : k_shared_columns) { add(name, m_shared, m_shared_names); }
}

DocumentSums DocumentItems::complete(formats::FileRecord& record, const DocumentOf& document,
                                     Arena& arena)
{
    DocumentSums sums;
    m_parts.clear();
    std::vector<std::size_t> rows;
    for (std::size_t row = 1; row < record.size(); ++row) {
        if (record[row].table == m_table) { rows.push_back(row); }
    }
    // Where nothing is said of them, a document keeps the items that it has.
    if (rows.empty() && document.existing != nullptr && !m_is_in_file) { return sums; }
    find_left(document);
    if (!rows.empty()) {
        take_named(record, document, rows);
    } else {
        take_rest(record, document);
    }
    if (!record.refusals.empty()) { return sums; }
    if (m_kind.has_children) { add_children(document.order); }
    TakenItems::Document taken{std::string(document.number), {}};
    for (const auto& part : m_parts) {
        taken.items.push_back({part.item->id("item_id"), part.quantity});
        complete_row(record, part, sums, arena);
    }
    m_taken.add(document.order.row.id("entity_id"), std::move(taken));
    return sums;
}

void DocumentItems::find_left(const DocumentOf& document)
{
    m_left.clear();
    for (const auto& item : document.order.items) {
        m_left.emplace_back(item.id("item_id"),
                            item.number(m_kind.available) - (m_kind.available == "qty_ordered"
                                                                 ? item.number("qty_canceled")
                                                                 : Decimal()));
    }
    const auto take = [&](const std::vector<schema::TakenItem>& items) {
        for (const auto& taken : items) {
            for (auto& [id, left] : m_left) {
                if (id == taken.item_id) { left = left - taken.quantity; }
            }
        }
    };
    std::vector<std::string_view> counted = {document.number};
    for (const auto& other : document.order.documents) {
        if (&other == document.existing) { continue; }
        counted.push_back(other.number);
        if (other.counts) { take(other.items); }
    }
    for (const auto& other : m_taken.of(document.order.row.id("entity_id"))) {
        if (std::find(counted.begin(), counted.end(), other.number) == counted.end()) {
            take(other.items);
        }
    }
}

Decimal DocumentItems::left_of(const schema::RowFacts& item) const
{
    const auto id = item.id("item_id");
    const auto found = std::find_if(m_left.begin(), m_left.end(),
                                    [&](const auto& entry) { return entry.first == id; });
    return found == m_left.end() ? Decimal() : std::max(found->second, Decimal());
}

void DocumentItems::take_named(formats::FileRecord& record, const DocumentOf& document,
                               const std::vector<std::size_t>& rows)
{
    for (const auto named : rows) {
        const auto sku = text_of(record, named, m_sku);
        const auto wanted = number_of(record, named, m_quantity);
        std::vector<const schema::RowFacts*> items;
        // What an item is made of has the same sku, or is sold as a part of it.
        for (const bool wants_child : {false, true}) {
            for (const auto& item : document.order.items) {
                if (is_child(item) == wants_child &&
                    util::to_lower(item.text("sku")) == util::to_lower(sku)) {
                    items.push_back(&item);
                }
            }
            if (!items.empty()) { break; }
        }
        const auto order = document.order.row.text("increment_id");
        if (items.empty()) {
            record.refusals.push_back(
                {m_sku, std::string(sku), fmt::format("is no sku of order {}", order)});
            continue;
        }
        Decimal available;
        for (const auto* item : items) { available += left_of(*item); }
        if (wanted > available) {
            Decimal ordered;
            for (const auto* item : items) { ordered += item->number("qty_ordered"); }
            record.refusals.push_back(
                {m_sku, std::string(sku),
                 fmt::format("of order {} cannot be {} {} times: {} of {} ordered are left", order,
                             m_kind.verb, wanted.short_text(), available.short_text(),
                             ordered.short_text())});
            continue;
        }
        auto open = wanted;
        std::optional<std::size_t> row = named;
        for (const auto* item : items) {
            const auto quantity = std::min(open, left_of(*item));
            if (quantity <= Decimal()) { continue; }
            m_parts.push_back({item, quantity, row});
            row.reset();
            open = open - quantity;
        }
    }
}

void DocumentItems::take_rest(formats::FileRecord& record, const DocumentOf& document)
{
    for (const auto& item : document.order.items) {
        auto quantity = left_of(item);
        if (document.existing != nullptr) {
            quantity = Decimal();
            for (const auto& own : document.existing->items) {
                if (own.item_id == item.id("item_id")) { quantity += own.quantity; }
            }
        }
        const bool is_left_out = m_kind.leaves_virtual && item.text("is_virtual") == "1";
        if (is_child(item) || is_left_out || quantity <= Decimal()) { continue; }
        m_parts.push_back({&item, quantity, {}});
    }
    // An order may have come without items: then its documents have none either.
    if (m_parts.empty() && !document.order.items.empty() && document.existing == nullptr) {
        const auto order = document.order.row.text("increment_id");
        record.refusals.push_back(
            {m_order, std::string(order), fmt::format("has nothing left to be {}", m_kind.verb)});
    }
}

void DocumentItems::add_children(const schema::OrderFacts& order)
{
    const auto count = m_parts.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto whole = m_parts[i];
        for (const auto& item : order.items) {
            if (item.id("parent_item_id") != whole.item->id("item_id")) { continue; }
            m_parts.push_back({&item,
                               item.number("qty_ordered")
                                   .share(whole.quantity, whole.item->number("qty_ordered")),
                               {}});
        }
    }
}

void DocumentItems::complete_row(formats::FileRecord& record, const Part& part, DocumentSums& sums,
                                 Arena& arena) const
{
    const auto row = part.row ? *part.row : record.add_row(m_table);
    const auto& item = *part.item;
    record.set(row, m_order_item, target_id(item.id("item_id"), arena));
    record.set(row, m_sku, value_of(item.text("sku"), arena));
    record.set(row, m_quantity, value_of(part.quantity, arena));
    if (item.id("product_id") != 0) {
        record.set(row, m_product, target_id(item.id("product_id"), arena));
    }
    for (std::size_t i = 0; i < m_copied.size(); ++i) {
        record.set(row, m_copied[i], value_of(item.text(m_copied_names[i]), arena));
    }
    const auto share = [&](std::string_view name) {
        return item.number(name).share(part.quantity, item.number("qty_ordered"));
    };
    for (std::size_t i = 0; i < m_shared.size(); ++i) {
        if (item.text(m_shared_names[i]).empty()) { continue; }
        record.set(row, m_shared[i], value_of(share(m_shared_names[i]), arena));
    }
    if (!is_child(item)) { sums.quantity += part.quantity; }
    sums.row_total += share("row_total");
    sums.row_total_with_tax += share("row_total_incl_tax");
    sums.tax += share("tax_amount");
    sums.discount += share("discount_amount");
}

} // namespace datasync::adapters
