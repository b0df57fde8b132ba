// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds rows of a set by what tells them apart.
#pragma once

#include "datasync/row_set.hpp"
#include "schema/aggregate_plan.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace datasync::engine {

/// Finds existing rows of a set by parent and row key. Filled once per table and batch.
class SetIndex {
public:
    SetIndex(const schema::PlannedTable& table, const RowSet& rows) : m_rows(rows)
    {
        m_columns.push_back(static_cast<std::size_t>(table.parent_column));
        for (const auto column : table.row_key) {
            m_columns.push_back(static_cast<std::size_t>(column));
        }
        m_slots.assign(std::bit_ceil(rows.rows() * 2 + 1), k_free);
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            auto slot = start(rows.row(row));
            while (m_slots[slot] != k_free) { slot = next(slot); }
            m_slots[slot] = static_cast<std::uint32_t>(row);
        }
    }

    /// The existing row with the same key as `cells`, -1 for none.
    std::int64_t find(const Cell* cells) const
    {
        for (auto slot = start(cells); m_slots[slot] != k_free; slot = next(slot)) {
            const auto* candidate = m_rows.row(m_slots[slot]);
            const bool same = std::all_of(m_columns.begin(), m_columns.end(),
                                          [&](std::size_t c) { return candidate[c] == cells[c]; });
            if (same) { return m_slots[slot]; }
        }
        return -1;
    }

private:
    static constexpr std::uint32_t k_free = 0xFFFFFFFFU;

    std::size_t start(const Cell* cells) const
    {
        std::size_t hash = 0;
        for (const auto column : m_columns) {
            hash =
                hash * 0x9E3779B97F4A7C15ULL + std::hash<std::string_view>{}(cells[column].text());
        }
        return (hash ^ (hash >> 29U)) & (m_slots.size() - 1);
    }
    std::size_t next(std::size_t slot) const { return (slot + 1) & (m_slots.size() - 1); }

    const RowSet& m_rows;
    std::vector<std::size_t> m_columns;
    std::vector<std::uint32_t> m_slots;
};

} // namespace datasync::engine
