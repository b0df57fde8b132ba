// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A batch of entities on their way: one row set per table of the plan, bytes in one arena.
#pragma once

#include "datasync/row_set.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync {

/// Records of one type that the batch refers to.
struct ReferenceKeys {
    std::string type;
    std::vector<std::uint32_t> ids; ///< Source ids: ascending, each once, no 0.
    /// Those that exist on the source: per row the id, then the columns of the natural key. A
    /// reference to a record without a row here leads nowhere.
    RowSet rows;
};

/// Some hundred whole entities as an adapter read them, with source ids.
struct EntityBatch {
    std::uint64_t number = 0; ///< Counted from 0 in reading order.
    Arena arena;
    std::vector<RowSet> tables; ///< In the plan's order; the first is the root.
    std::vector<ReferenceKeys> reference_keys;

    std::size_t records() const { return tables.empty() ? 0 : tables.front().rows(); }

    /// Makes the batch empty and keeps its memory.
    void clear()
    {
        arena.reset();
        for (auto& table : tables) { table.clear(); }
        for (auto& keys : reference_keys) {
            keys.ids.clear();
            keys.rows.clear();
        }
    }
};

} // namespace datasync
