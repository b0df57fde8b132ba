// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads whole entities of a plan from either side, a few statements per batch.
#pragma once

#include "datasync/entity_batch.hpp"
#include "datasync/sync_options.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/natural_keys.hpp"
#include "schema/reference_ids.hpp"
#include "schema/shop.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace datasync::schema {

/// Rows of an aggregate on the destination.
struct AggregateRows {
    Arena arena;
    std::vector<RowSet> tables; ///< In the plan's order, PlannedTable::target_cells() wide.

    void clear()
    {
        arena.reset();
        for (auto& table : tables) { table.clear(); }
    }
};

/// Pages through the root rows of the source by key, a tree level by level, children with them.
class SourceReader {
public:
    /// `shop` and `plan` outlive the reader. Throws UsageError for a filter that this entity type
    /// cannot have. `referenced` are the types whose natural keys are read along with references;
    /// it and `option_attributes` outlive the reader too.
    SourceReader(const Shop& shop, const AggregatePlan& plan, Filter filter, unsigned batch_size,
                 const std::vector<NaturalTarget>& referenced,
                 const AttributeCodes& option_attributes);

    /// Records that match the filter.
    std::uint64_t count();
    /// Fills `batch`; false at the end.
    bool next(EntityBatch& batch);

private:
    std::string filter_sql() const;
    std::string date_sql() const;
    bool read_roots(EntityBatch& batch);
    void read_children(EntityBatch& batch);
    void read_reference_keys(EntityBatch& batch);

    const Shop& m_shop;
    const AggregatePlan& m_plan;
    Filter m_filter;
    unsigned m_batch_size;
    unsigned m_page_size; ///< Root rows asked for; fewer than a batch while rows are large.
    const std::vector<NaturalTarget>& m_referenced;
    ReferenceIds m_reference_ids;
    std::string m_where;              ///< Conditions of the filter, each beginning with AND.
    std::vector<bool> m_empty_tables; ///< Per table of the plan.
    std::uint32_t m_last_key = 0;
    std::uint32_t m_last_depth = 0; ///< Of a tree.
    std::size_t m_next_id = 0;      ///< Of the ids asked for.
    std::uint64_t m_read = 0;
    std::uint64_t m_batches = 0;
};

/// Reads the entities with these root ids from the destination; rows that do not exist are left
/// out. The record of each row is its root id's position in `root_ids`, where nothing is ignored.
void read_target(const Shop& shop, const AggregatePlan& plan,
                 std::span<const std::optional<std::uint32_t>> root_ids, AggregateRows& rows);

} // namespace datasync::schema
