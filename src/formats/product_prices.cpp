// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "formats/product_prices.hpp"

#include "util/decimal.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace datasync::formats {

namespace {

enum TierField : std::size_t { k_group, k_price, k_website, k_qty };

constexpr std::array k_tier_fields = {
    ListField{"group", CellKind::word},
    ListField{"price", CellKind::decimal},
    ListField{"website", CellKind::word},
    ListField{"qty", CellKind::decimal},
};
constexpr std::array k_group_fields = {
    ListField{"group", CellKind::word},
    ListField{"price", CellKind::amount},
    ListField{"website", CellKind::word},
};
constexpr std::array<std::size_t, 3> k_short_tier = {k_group, k_qty, k_price};
constexpr std::array<std::size_t, 2> k_short_group = {k_group, k_price};

constexpr std::array<std::string_view, 3> k_words_for_all = {"all", "all groups", "*"};
constexpr std::string_view k_all_websites = "0";

bool means_all(std::string_view name)
{
    const auto folded = util::to_lower(name);
    return std::find(k_words_for_all.begin(), k_words_for_all.end(), folded) !=
           k_words_for_all.end();
}

/// A name, or an id of the destination.
Value named(std::string_view text)
{
    return util::parse_unsigned(text) ? Value::known_as(text) : Value::named(text);
}

} // namespace

GroupPriceRules::GroupPriceRules(Kind kind, const Header& header, Shape& shape)
    : m_kind(kind), m_column(header.find(kind == Kind::tier ? "tier_prices" : "group_prices"))
{
    if (!m_column) { return; }
    const auto* table = kind == Kind::tier ? "catalog_product_entity_tier_price"
                                           : "catalog_product_entity_group_price";
    m_rows.emplace(shape, ShapeTable{.name = table}, std::span<const MemberColumn>(), *m_column);
    const auto add = [&](std::string_view name) { return m_rows->add_field(shape, name); };
    m_all_groups = add("all_groups");
    m_group = add("customer_group_id");
    m_value = add("value");
    m_website = add("website_id");
    if (kind == Kind::tier) {
        m_quantity = add("qty");
    } else {
        m_is_percent = add("is_percent");
    }
}

void GroupPriceRules::read(const Cells& cells, FileRecord& record)
{
    if (!cells.has(m_column)) { return; }
    const bool is_tier = m_kind == Kind::tier;
    const auto list = is_tier ? read_list(cells, *m_column, k_tier_fields, k_short_tier)
                              : read_list(cells, *m_column, k_group_fields, k_short_group);
    if (!list) { return; }
    std::vector<std::string> seen;
    for (const auto& price : *list) {
        const auto* group = price.find(k_group);
        const auto* amount = price.find(k_price);
        const auto quantity =
            is_tier ? util::Decimal::read(price.text_or(k_qty, "0")) : util::Decimal::whole(1);
        if (group == nullptr || amount == nullptr || quantity <= util::Decimal()) {
            cells.refuse(*m_column, is_tier ? "has a price without a group, a quantity above 0 or "
                                              "the price itself"
                                            : "has a price without a group or the price itself");
            return;
        }
        if (amount->starts_with('-')) {
            cells.refuse(*m_column, "has a negative price");
            return;
        }
        auto key = fmt::format("{}/{}/{}", means_all(*group) ? "*" : util::to_lower(*group),
                               quantity.text(), util::to_lower(price.text_or(k_website, "0")));
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
            cells.refuse(*m_column, fmt::format("has two prices for \"{}\"", *group));
            return;
        }
        seen.push_back(std::move(key));
        add(cells, record, price);
    }
}

void GroupPriceRules::add(const Cells& cells, FileRecord& record, const ListMember& price) const
{
    const auto row = m_rows->add(record, 0, price);
    const auto group = *price.find(k_group);
    const bool is_for_all = means_all(group);
    record.set(row, m_all_groups, Value::of(is_for_all ? "1" : "0"));
    record.set(row, m_group, is_for_all ? Value::known_as("0") : named(group));
    const auto website = price.text_or(k_website, k_all_websites);
    record.set(row, m_website,
               means_all(website) ? Value::known_as(k_all_websites) : named(website));
    auto amount = *price.find(k_price);
    const bool is_percent = amount.ends_with('%');
    if (is_percent) { amount.remove_suffix(1); }
    record.set(row, m_value, Value::of(amount));
    if (m_kind == Kind::tier) {
        // Rows are told apart by it, as the database writes it.
        const auto quantity = util::Decimal::read(*price.find(k_qty)).text();
        record.set(row, m_quantity, Value::of(cells.keep(quantity)));
    } else {
        record.set(row, m_is_percent, Value::of(is_percent ? "1" : "0"));
    }
}

} // namespace datasync::formats
