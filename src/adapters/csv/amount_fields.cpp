// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/amount_fields.hpp"

#include "adapters/csv/record_fields.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

namespace datasync::adapters {

namespace {

/// Columns whose names are too long to begin with "base_" and end as the others.
constexpr std::array<std::pair<std::string_view, std::string_view>, 1> k_short_names = {{
    {"shipping_hidden_tax_amount", "base_shipping_hidden_tax_amnt"},
}};

std::string base_name(std::string_view name)
{
    for (const auto& [whole, base] : k_short_names) {
        if (whole == name) { return std::string(base); }
    }
    return fmt::format("base_{}", name);
}

} // namespace

std::vector<AmountFields> amounts_of(formats::Shape& shape, const schema::Shop& shop,
                                     std::size_t table, std::string_view name)
{
    std::vector<AmountFields> amounts;
    const auto* info = shop.find_table(name);
    if (info == nullptr) { return amounts; }
    const auto count = shape.fields().size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto field = shape.fields()[i];
        const auto base = base_name(field.name);
        if (field.table != table || info->find(base) == nullptr) { continue; }
        amounts.push_back(
            {i, field_of(shape, table, base,
                         field.is_for_new ? DefaultFor::new_records : DefaultFor::all_records)});
    }
    return amounts;
}

} // namespace datasync::adapters
