// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace datasync::adapters {

using formats::Says;
using formats::Value;

namespace {

/// Behind the number of its order, for a document that has none.
constexpr std::string_view k_number_end = "-1";

/// What documents copy from their order, and what such a value says.
constexpr std::array<std::pair<std::string_view, Says>, 13> k_copied = {{
    {"store_id", Says::source_id},
    {"customer_id", Says::target_id},
    {"billing_address_id", Says::target_id},
    {"shipping_address_id", Says::target_id},
    {"base_currency_code", Says::text},
    {"order_currency_code", Says::text},
    {"store_currency_code", Says::text},
    {"global_currency_code", Says::text},
    {"base_to_global_rate", Says::text},
    {"base_to_order_rate", Says::text},
    {"store_to_base_rate", Says::text},
    {"store_to_order_rate", Says::text},
    {"discount_description", Says::text},
}};

} // namespace

DocumentCompletion::DocumentCompletion(formats::Shape& shape, const CompletionTools& tools,
                                       const DocumentKind& kind)
    : m_kind(kind),
      m_options(tools.options),
      m_known(tools.known),
      m_orders(tools.shop, kind.table),
      m_order(*find_field(shape, 0, "order_id")),
      m_number(field_of(shape, 0, "increment_id", DefaultFor::all_records)),
      m_created_at(field_of(shape, 0, "created_at", DefaultFor::new_records)),
      m_updated_at(field_of(shape, 0, "updated_at", DefaultFor::new_records)),
      m_quantity(field_of(shape, 0, "total_qty", DefaultFor::new_records)),
      m_track_table(shape.find_table(fmt::format("{}_track", kind.table))),
      m_items(shape, tools.shop, kind),
      m_now(utc_now())
{
    if (m_track_table) {
        m_track_order = field_of(shape, *m_track_table, "order_id", DefaultFor::all_records);
    }
    for (const auto& [column, says] : k_copied) {
        if (shape.has(0, column)) { continue; }
        m_copies.push_back(
            {field_of(shape, 0, column, DefaultFor::new_records), std::string(column), says});
    }
    if (kind.has_money) { m_money.emplace(shape, tools.shop, kind); }
    m_grid = std::make_unique<GridRow>(shape, tools.shop, fmt::format("{}_grid", kind.table),
                                       kind.table);
}

void DocumentCompletion::complete(std::span<formats::FileRecord> records, Arena& arena)
{
    look_up(records);
    for (auto& record : records) {
        if (!record.is_sound) { continue; }
        // An order that has not come the run speaks of.
        if (const auto* order = order_of(record)) { complete(record, *order, arena); }
    }
}

std::string DocumentCompletion::marked(std::string_view number) const
{
    return fmt::format("{}{}{}", m_options.increment_prefix, number, m_options.increment_suffix);
}

void DocumentCompletion::look_up(std::span<const formats::FileRecord> records)
{
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> own;
    std::vector<std::string> numbers;
    for (const auto& record : records) {
        const auto* order = record.find(0, m_order);
        if (!record.is_sound || order == nullptr) { continue; }
        if (order->says == Says::source_id) {
            sources.push_back(parse_id(order->text));
        } else {
            numbers.push_back(marked(order->text));
        }
        if (!record.id.empty()) { own.push_back(parse_id(record.id)); }
    }
    const auto remember = [&](std::string_view type, const std::vector<std::uint32_t>& ids,
                              std::unordered_map<std::uint32_t, std::uint32_t>& known) {
        known.clear();
        const auto targets = m_known(type, ids);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (targets[i] != 0) { known.emplace(ids[i], targets[i]); }
        }
    };
    remember("order", sources, m_order_ids);
    remember(m_kind.entity, own, m_ids);
    std::vector<std::uint32_t> ids;
    for (const auto& [source, target] : m_order_ids) { ids.push_back(target); }
    m_orders.load(ids, numbers);
}

const schema::OrderFacts* DocumentCompletion::order_of(const formats::FileRecord& record) const
{
    const auto* order = record.find(0, m_order);
    if (order == nullptr) { return nullptr; }
    if (order->says != Says::source_id) { return m_orders.by_number(marked(order->text)); }
    const auto known = m_order_ids.find(parse_id(order->text));
    return known == m_order_ids.end() ? nullptr : m_orders.by_id(known->second);
}

const schema::OrderDocument* DocumentCompletion::existing_of(const formats::FileRecord& record,
                                                             const schema::OrderFacts& order,
                                                             std::string_view number) const
{
    const auto known = m_ids.find(parse_id(record.id));
    const auto found =
        std::find_if(order.documents.begin(), order.documents.end(), [&](const auto& document) {
            return known == m_ids.end() ? document.number == number : document.id == known->second;
        });
    return found == order.documents.end() ? nullptr : &*found;
}

void DocumentCompletion::complete(formats::FileRecord& record, const schema::OrderFacts& order,
                                  Arena& arena)
{
    const auto id = target_id(order.row.id("entity_id"), arena);
    if (!says(record, 0, m_number)) {
        const auto* named = record.find(0, m_order);
        const auto of_order =
            named->says == Says::name ? named->text : order.row.text("increment_id");
        record.set(0, m_number, value_of(fmt::format("{}{}", of_order, k_number_end), arena));
    }
    const auto number = marked(text_of(record, 0, m_number));
    const DocumentOf document{order, existing_of(record, order, number), number};
    const auto sums = m_items.complete(record, document, arena);
    record.set(0, m_order, id);
    fill(record, 0, m_created_at, Value::of(m_now));
    fill(record, 0, m_updated_at, Value::of(m_now));
    for (const auto& [field, column, says] : m_copies) {
        const auto text = order.row.text(column);
        if (!text.empty()) { record.set(0, field, {says, stored(text, arena)}); }
    }
    fill(record, 0, m_quantity, value_of(sums.quantity, arena));
    if (m_money) { m_money->complete(record, document, sums, arena); }
    for (std::size_t row = 1; row < record.size(); ++row) {
        if (m_track_table && record[row].table == *m_track_table) {
            record.set(row, m_track_order, id);
        }
    }
    const auto row = m_grid->add(record);
    m_grid->set(record, row, "billing_name", value_of(order.billing_name, arena));
    m_grid->set(record, row, "shipping_name", value_of(order.shipping_name, arena));
    m_grid->set(record, row, "order_increment_id", value_of(order.row.text("increment_id"), arena));
    m_grid->set(record, row, "order_created_at", value_of(order.row.text("created_at"), arena));
}

} // namespace datasync::adapters
