// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/source_shape.hpp"

#include <algorithm>
#include <string_view>

namespace datasync::schema {

namespace {

constexpr std::string_view k_order_column = "order_id";

const SourceTable* find_table(const SourceShape& shape, std::string_view name)
{
    const auto found = std::find_if(shape.tables.begin(), shape.tables.end(),
                                    [&](const SourceTable& table) { return table.name == name; });
    return found == shape.tables.end() ? nullptr : &*found;
}

const SourceColumn* find_column(const SourceTable& table, std::string_view name)
{
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [&](const SourceColumn& column) { return column.name == name; });
    return found == table.columns.end() ? nullptr : &*found;
}

/// Whether a column says which row it is or belongs to.
bool is_structure(const TableSpec& spec, std::string_view column)
{
    return column == spec.key || column == spec.parent_column ||
           std::find(spec.row_key.begin(), spec.row_key.end(), column) != spec.row_key.end();
}

} // namespace

void narrow_tables(Shop& shop, const EntitySpec& spec, const SourceShape& shape)
{
    for (const auto& name : spec_tables(spec)) {
        const auto* kept = find_table(shape, name);
        const auto table =
            std::find_if(spec.tables.begin(), spec.tables.end(),
                         [&](const TableSpec& other) { return other.table == name; });
        const bool is_values = table == spec.tables.end();
        if (kept == nullptr) {
            shop.forget_table(name);
        } else if (!is_values) {
            shop.keep_columns(name, [&](std::string_view column) {
                return is_structure(*table, column) || find_column(*kept, column) != nullptr;
            });
        }
    }
}

void apply_shape(AggregatePlan& plan, const SourceShape& shape)
{
    plan.covered_values = shape.covered_values;
    for (auto& table : plan.tables) {
        const auto* said = find_table(shape, table.name);
        if (said == nullptr) { continue; }
        table.is_for_new = said->is_for_new;
        table.is_partial = said->is_partial;
        if (!said->covered_column.empty()) {
            table.covered_column = table.find(said->covered_column);
            table.covered = said->covered;
        }
        for (auto& column : table.columns) {
            const auto* named = find_column(*said, column.name);
            if (named != nullptr && named->is_for_new) { column.is_for_new = true; }
            // What somebody has typed fits, or looks the same, only once it has been looked at.
            column.must_check = true;
            column.same_type = false;
        }
    }
}

void narrow_key(NaturalTarget& key, const AggregatePlan& plan)
{
    const auto& root = plan.root();
    for (std::size_t i = key.columns.size(); i-- > 1;) {
        const int column = root.find(key.columns[i]);
        if (column >= 0 && !root.columns[static_cast<std::size_t>(column)].is_for_new) { continue; }
        key.columns.erase(key.columns.begin() + static_cast<std::ptrdiff_t>(i));
        key.settings.erase(key.settings.begin() + static_cast<std::ptrdiff_t>(i));
    }
    // A document is its order's, whatever its number is.
    if (key.first_is_unique && root.find(k_order_column) >= 0) {
        key.columns.emplace_back(k_order_column);
        key.settings.emplace_back();
    }
}

} // namespace datasync::schema
