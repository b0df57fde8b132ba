// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/late_rows.hpp"

#include <algorithm>

namespace datasync::engine {

LateRows::LateRows(const schema::AggregatePlan& plan) : m_is_late(plan.tables.size(), false)
{
    for (std::size_t t = 0; t < plan.tables.size(); ++t) {
        const auto& table = plan.tables[t];
        const bool waits =
            std::any_of(table.columns.begin(), table.columns.end(), [](const auto& column) {
                return column.reference != nullptr &&
                       column.reference->when_missing == WhenMissing::row_waits;
            });
        const bool is_below = table.parent >= 0 && m_is_late[static_cast<std::size_t>(table.parent)];
        m_is_late[t] = waits || is_below;
    }
}

bool LateRows::any() const
{
    return std::find(m_is_late.begin(), m_is_late.end(), true) != m_is_late.end();
}

void LateRows::keep_only(schema::WriteSet& work) const
{
    for (std::size_t t = 0; t < work.tables.size(); ++t) {
        auto& table = work.tables[t];
        if (!m_is_late[t]) { table.inserts.clear(); }
        table.updates.clear();
        table.deletes.clear();
    }
}

} // namespace datasync::engine
