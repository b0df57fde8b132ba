// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids that rows were written without, because what they name was written after them: an order is
// there before its addresses, an item before the item below which it hangs.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace datasync::schema {

/// Collects such cells while a batch is written, and completes their rows at its end.
class PromisedIds {
public:
    PromisedIds(const Shop& target, const AggregatePlan& plan) : m_target(target), m_plan(plan) {}

    void add(std::size_t table, std::uint32_t row, std::size_t column)
    {
        m_cells.push_back({table, row, column});
    }
    void forget() { m_cells.clear(); }
    /// Writes the ids, a few statements per table. Every row of the batch has its id by now.
    void write(const MappedBatch& batch);

private:
    struct Place {
        std::size_t table;
        std::uint32_t row;
        std::size_t column;
    };

    /// Completes rows of one table whose ids are close together, ascending.
    void write_range(std::span<const Place> cells, const MappedBatch& batch);

    const Shop& m_target;
    const AggregatePlan& m_plan;
    std::vector<Place> m_cells;
};

} // namespace datasync::schema
