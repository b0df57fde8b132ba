// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Writes whole entities: parents before children, ids from the server, the cheapest way per table.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/foreign_keys.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/row_inserter.hpp"
#include "schema/row_updater.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync::schema {

/// In which order a writer goes through the value tables. Servers let one LOAD DATA at a time into
/// a table with generated ids, and writers by other ways wait for each other's pages; those that go
/// opposite ways seldom meet.
enum class WriteOrder : std::uint8_t { forward, backward };

/// Writes batches of one plan through one connection, inside the caller's transaction.
class AggregateWriter {
public:
    AggregateWriter(const Shop& target, const AggregatePlan& plan, WriteOrder order);

    /// Writes the work and fills in the target ids of created rows; new rows go as `ways` and
    /// RowInserter permit. Throws DbError, as RowInserter does.
    void write(MappedBatch& batch, const AggregateRows& existing, const WriteSet& work,
               InsertWays ways);

private:
    void write_table(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                     const TableWrites& writes);
    template<typename Work>
    void naming_table(std::size_t table, const Work& work);
    bool has_new_parents_only(const MappedBatch& batch, const WriteSet& work) const;
    void remove(std::size_t table, const AggregateRows& existing, const TableWrites& writes);

    const Shop& m_target;
    const AggregatePlan& m_plan;
    WriteOrder m_order;
    ForeignKeys m_keys;
    RowInserter m_inserter;
    RowUpdater m_updater;
    InsertWays m_ways = InsertWays::all;
};

} // namespace datasync::schema
