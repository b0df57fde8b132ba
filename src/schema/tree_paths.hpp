// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Keeps a tree of records right: paths that end in ids the destination gave, what hangs below a record
// that was moved, and how many records hang below each.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/aggregate_reader.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace datasync::schema {

/// The tree of one plan, through one connection, inside the caller's transactions.
class TreePaths {
public:
    /// The arguments outlive the object; the plan's spec has a tree.
    TreePaths(const Shop& target, const AggregatePlan& plan);

    /// Called when the rows of `work` have been written.
    void settle(const MappedBatch& batch, const AggregateRows& existing, const WriteSet& work);

private:
    /// Completes the paths of new records with their ids.
    void complete(const MappedBatch& batch, const TableWrites& roots);
    /// Moves what hangs below a record along with it.
    void move_below(std::string_view from, std::string_view to);
    /// Counts anew what hangs below each of these records.
    void count_below(const std::set<std::uint32_t>& ids);

    const Shop& m_target;
    const AggregatePlan& m_plan;
    std::size_t m_path;      ///< Column of the root.
    std::string m_table;     ///< Quoted, as are the columns below.
    std::string m_key;
    std::string m_path_name;
    std::string m_untouched; ///< Assignments that keep dates of changes.
};

} // namespace datasync::schema
