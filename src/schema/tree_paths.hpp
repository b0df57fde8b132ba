// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Keeps a tree of records right: paths that end in ids the destination gave, what hangs below a
// record that was moved, and how many records hang below each.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/aggregate_reader.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/shop.hpp"
#include "schema/subtrees.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace datasync::schema {

/// The tree of one plan, through one connection, inside the caller's transactions.
class TreePaths {
public:
    /// The arguments outlive the object; the plan's spec has a tree.
    TreePaths(const Shop& target, const AggregatePlan& plan);

    /// Gives records of which only the record above is known the paths, but for their own ids, and
    /// the depths that follow from it.
    void place(MappedBatch& batch) const;

    /// Called when the rows of `work` have been written.
    void settle(const MappedBatch& batch, const AggregateRows& existing, const WriteSet& work);

    /// Called when records with these paths have been removed.
    void removed(const std::vector<std::string>& paths);

    /// Instead of settle() in a dry run: keeps in mind what would be moved.
    void pretend(const MappedBatch& batch, const AggregateRows& existing, const WriteSet& work);

    /// In a dry run: a new record would get that id.
    void pretend_new(const MappedBatch& batch, std::size_t record, std::uint32_t id);

    /// Puts rows of a later batch where they would be by then.
    void show_pretended(AggregateRows& existing) const;

private:
    /// A record that gets another path.
    struct Move {
        std::string from;
        std::string to;

        /// By how much all below it becomes deeper.
        std::int64_t steps() const;
    };

    /// Where that record would be by then.
    std::string moved(std::string path) const;
    std::vector<Move> moves_of(const MappedBatch& batch, const AggregateRows& existing,
                               const TableWrites& roots) const;
    /// Completes the paths of new records with their ids.
    void complete(const MappedBatch& batch, const TableWrites& roots);
    /// Moves what hangs below a record along with it.
    void move_below(const Move& move);
    /// Adds the records below a path.
    void add_below(const std::string& path, std::set<std::uint32_t>& ids) const;
    /// Counts anew what hangs below each of these records.
    void count_below(const std::set<std::uint32_t>& ids);

    const Shop& m_target;
    const AggregatePlan& m_plan;
    std::size_t m_path;  ///< Column of the root.
    int m_parent;        ///< Likewise; -1 for none.
    int m_depth;         ///< Likewise; -1 for none.
    std::string m_table; ///< Quoted, as are the columns below.
    std::string m_key;
    std::string m_path_name;
    std::string m_untouched; ///< Assignments that keep dates of changes.
    std::vector<Move> m_pretended;
    TreePlaces m_pretended_new; ///< Paths of records that are not there yet.
};

} // namespace datasync::schema
