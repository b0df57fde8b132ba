// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/reading_order.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace datasync::engine {

namespace {

constexpr std::string_view k_store = "store";
constexpr std::string_view k_website = "website";

bool merges(const schema::SettingMap& scopes)
{
    std::unordered_set<std::uint32_t> targets;
    const auto ids = scopes.source_ids();
    return std::any_of(ids.begin(), ids.end(), [&](std::uint32_t id) {
        const auto target = scopes.target(id);
        return target && !targets.insert(*target).second;
    });
}

} // namespace

ReadingOrder::ReadingOrder(const schema::Settings& settings)
    : m_merges_stores(merges(settings.get(k_store))),
      m_merges_websites(merges(settings.get(k_website)))
{
}

std::vector<std::size_t> ReadingOrder::of(const schema::PlannedTable& table,
                                          const RowSet& rows) const
{
    std::vector<std::size_t> order(rows.rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const int scope = merged_scope(table);
    if (scope < 0) { return order; }
    const auto place = [&](std::size_t row) {
        return std::tuple(rows.parent_row(row),
                          parse_id(rows.cell(row, static_cast<std::size_t>(scope)).text()));
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    return order;
}

int ReadingOrder::merged_scope(const schema::PlannedTable& table) const
{
    if (table.kind == schema::TableKind::values) { return m_merges_stores ? table.store : -1; }
    // Rows of parts are told apart by their ids.
    if (!table.is_set()) { return -1; }
    const auto found = std::find_if(table.row_key.begin(), table.row_key.end(), [&](int column) {
        const auto* reference = table.columns[static_cast<std::size_t>(column)].reference;
        return reference != nullptr && ((m_merges_stores && reference->to == k_store) ||
                                        (m_merges_websites && reference->to == k_website));
    });
    return found == table.row_key.end() ? -1 : *found;
}

} // namespace datasync::engine
