// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A batch of entities on their way: one row set per table of the plan, bytes in one arena.
#pragma once

#include "datasync/row_set.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace datasync {

/// Ids from here on are made up where the source is a file: its records and what they name need
/// no ids of their own. They tell rows of one run apart and are remembered nowhere.
inline constexpr std::uint32_t k_first_made_up_id = 0x80000000U;

/// A record that the adapter has looked up on the destination itself.
struct KnownTarget {
    std::uint32_t source_id = 0;
    std::uint32_t target_id = 0;
};

/// Records of one type that the batch refers to.
struct ReferenceKeys {
    std::string type;
    std::vector<std::uint32_t> ids; ///< Source ids: ascending, each once, no 0.
    /// Those that exist on the source: per row the id, then the columns of the natural key. A
    /// reference to a record without a row here leads nowhere.
    RowSet rows;
    std::vector<KnownTarget> targets; ///< Of `ids`, those that need no looking up.
};

/// Where a record stands in a file, and what is wrong with it there.
struct FilePlace {
    std::uint64_t line = 0;
    std::string fault; ///< Empty: nothing. Else the record fails, and this says why.
    /// The destination's record that it is, where the adapter has looked for it; 0: none. Nothing:
    /// the natural key says it.
    std::optional<std::uint32_t> target;
};

/// Some hundred whole entities as an adapter read them, with source ids.
struct EntityBatch {
    std::uint64_t number = 0; ///< Counted from 0 in reading order.
    Arena arena;
    std::vector<RowSet> tables; ///< In the plan's order; the first is the root.
    std::vector<ReferenceKeys> reference_keys;
    /// Cells of root rows, by record and column, that are only for new records.
    std::set<std::pair<std::uint32_t, std::size_t>> for_new;
    /// Cells of root rows, by record and column, that are empty in the file; what stands in them is
    /// what a column without NULL holds then.
    std::set<std::pair<std::uint32_t, std::size_t>> unsaid;
    /// Tables, by record, of which the destination's rows stay as they are; rows that it lacks are
    /// added.
    std::set<std::pair<std::uint32_t, std::size_t>> left;
    /// Rows of value tables, by table, in whose place the destination keeps what it has.
    std::set<std::pair<std::size_t, std::size_t>> kept;
    std::vector<FilePlace> places; ///< Per record of a file; empty for a database.

    std::size_t records() const { return tables.empty() ? 0 : tables.front().rows(); }

    /// Makes the batch empty and keeps its memory.
    void clear()
    {
        arena.reset();
        for (auto& table : tables) { table.clear(); }
        for (auto& keys : reference_keys) {
            keys.ids.clear();
            keys.rows.clear();
            keys.targets.clear();
        }
        for_new.clear();
        unsaid.clear();
        left.clear();
        kept.clear();
        places.clear();
    }
};

} // namespace datasync
