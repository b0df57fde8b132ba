// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/late_rows.hpp"

#include <algorithm>
#include <unordered_set>

namespace datasync::engine {

LateRows::LateRows(const schema::AggregatePlan& plan)
    : m_plan(plan), m_is_late(plan.tables.size(), false)
{
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& table = plan.tables[t];
        const bool waits =
            std::any_of(table.columns.begin(), table.columns.end(), [](const auto& column) {
                return column.reference != nullptr &&
                       column.reference->when_missing == WhenMissing::row_waits;
            });
        const bool is_below =
            table.parent >= 0 && m_is_late[static_cast<std::size_t>(table.parent)];
        m_is_late[t] = waits || is_below;
    }
}

bool LateRows::any() const
{
    return std::find(m_is_late.begin(), m_is_late.end(), true) != m_is_late.end();
}

void LateRows::keep_only(const schema::MappedBatch& batch, schema::WriteSet& work) const
{
    std::vector<std::unordered_set<std::uint32_t>> kept(work.tables.size());
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        auto& table = work.tables[t];
        if (!m_is_late[t]) { table.inserts.clear(); }
        table.updates.clear();
        table.deletes.clear();
        if (table.inserts.empty()) { continue; }
        const auto parent = static_cast<std::size_t>(m_plan.tables[t].parent);
        std::erase_if(table.inserts, [&](std::uint32_t row) {
            const auto above = batch.tables[t].parent_row(row);
            return batch.target_ids[parent][above] == schema::k_not_there &&
                   !kept[parent].contains(above);
        });
        kept[t].insert(table.inserts.begin(), table.inserts.end());
    }
}

} // namespace datasync::engine
