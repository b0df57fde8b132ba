// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Updates rows of a plan's tables, naming no more columns than these rows need.
#pragma once

#include "db/sql_text.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/row_inserter.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace datasync::schema {

/// Updates through one connection, inside the caller's transaction.
class RowUpdater {
public:
    /// The arguments outlive the object. `inserter` fills in ids of rows written meanwhile.
    RowUpdater(const Shop& target, const AggregatePlan& plan, RowInserter& inserter);

    /// Updates rows of one table, the cheapest of `ways`. Throws DbError; one of kind `record` also
    /// when a row of a set was removed by somebody else.
    void update(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                const TableWrites& writes, InsertWays ways);

private:
    void update_sets(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                     const TableWrites& writes);
    void update_keyed(std::size_t table, MappedBatch& batch, const AggregateRows& existing,
                      const TableWrites& writes, InsertWays ways);
    void update_arrays(std::size_t table, MappedBatch& batch, const TableWrites& writes,
                       const std::vector<db::BulkColumn>& columns);
    void update_one(std::size_t table, std::uint32_t row, MappedBatch& batch,
                    const std::vector<db::BulkColumn>& columns);
    /// The columns that `is_needed` asks for, that may stamp themselves, or in which one of the
    /// rows differs from what is there.
    template<typename IsNeeded>
    std::vector<db::BulkColumn>
    changed_columns(std::size_t table, const MappedBatch& batch, const AggregateRows& existing,
                    const TableWrites& writes, const IsNeeded& is_needed) const;

    const Shop& m_target;
    const AggregatePlan& m_plan;
    RowInserter& m_inserter;
};

} // namespace datasync::schema
