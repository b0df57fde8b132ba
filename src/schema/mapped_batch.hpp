// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A batch in destination terms, and what has to be written of it.
#pragma once

#include "datasync/deferred_reference.hpp"
#include "datasync/row_set.hpp"
#include "schema/aggregate_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace datasync::schema {

/// Stands where a destination id will be once the row is created. 0 is no such mark: a group with
/// the id 0 is in every shop.
inline constexpr std::uint32_t k_not_there = 0xFFFFFFFFU;

/// A reference left open in a mapped row; `reference` lacks the row's id until it is written.
struct OpenReference {
    std::size_t table = 0;
    std::size_t row = 0;
    DeferredReference reference;
};

/// Rows in destination shape. Keyed tables keep their rows' order, so that row n is row n of the
/// source; ids that the destination gives are pending cells.
struct MappedBatch {
    Arena arena;
    std::vector<RowSet> tables;
    std::vector<std::vector<std::uint32_t>> source_ids; ///< Per keyed table and row.
    std::vector<std::vector<std::uint32_t>> target_ids; ///< k_not_there: to be created.
    std::vector<OpenReference> open_references;
    /// Rows of sets, by table, that are not written because what they name has not come yet. What
    /// the destination has in their place stays as it is.
    std::set<std::pair<std::size_t, std::size_t>> placeholders;
    /// Cells of root rows, by record and column, that are only for new records.
    std::set<std::pair<std::uint32_t, std::size_t>> for_new;
    /// Likewise, that the source leaves empty, whatever stands in them: see EntityBatch::unsaid.
    std::set<std::pair<std::uint32_t, std::size_t>> unsaid;
    /// See EntityBatch::left.
    std::set<std::pair<std::uint32_t, std::size_t>> left;
    /// Per record: the destination's record that it is, see FilePlace::target. Empty: none has been
    /// looked up.
    std::vector<std::optional<std::uint32_t>> looked_up;

    std::uint32_t root_source_id(std::size_t record) const { return source_ids.front()[record]; }

    /// Empties the batch and shapes it for `plan`; memory is kept.
    void reset(const AggregatePlan& plan);

    /// An id as a cell, its digits in the arena.
    Cell id_cell(std::uint32_t id);
};

/// Row keys of a set below one parent. A rule may have a row per customer of the shop.
class SetMembers {
public:
    /// Whether the last row of the set has the row key of one before it below the same parent, as
    /// when two stores of the source become one. Rows of one parent stand together.
    bool repeat(const PlannedTable& set, const RowSet& rows);

private:
    std::optional<std::uint32_t> m_parent;
    std::unordered_set<std::string> m_keys;
};

/// A row of a batch.
struct RowPlace {
    std::size_t table;
    std::size_t row;
};

/// Whether an attribute's value in some value table is also in that of the attribute's own backend
/// type ("static" has none): the remains of an attribute that once was of another type.
bool is_left_over(const AggregatePlan& plan, const std::vector<RowSet>& tables,
                  std::string_view own_backend, RowPlace value);

/// What has to be written of one table.
struct TableWrites {
    std::vector<std::uint32_t> inserts;                           ///< Rows of the mapped batch.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> updates; ///< Mapped row, existing row.
    std::vector<std::uint32_t> deletes;                           ///< Existing rows.

    bool empty() const { return inserts.empty() && updates.empty() && deletes.empty(); }
    void clear()
    {
        inserts.clear();
        updates.clear();
        deletes.clear();
    }
};

/// The work of one batch: per table of the plan what to insert, update and delete.
struct WriteSet {
    std::vector<TableWrites> tables;

    bool empty() const;
    void reset(std::size_t table_count);
    /// The part of the work that concerns records for which `included` is true.
    WriteSet only(const std::vector<bool>& included, const MappedBatch& batch,
                  const AggregateRows& existing) const;
};

} // namespace datasync::schema
