// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A batch as an export looks at it: rows by record, values by row, names by id.
#pragma once

#include "datasync/entity_batch.hpp"
#include "schema/aggregate_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::exports {

/// What a batch holds, found by what it belongs to.
class BatchView {
public:
    /// `plan` outlives the view.
    explicit BatchView(const schema::AggregatePlan& plan) : m_plan(plan) {}

    /// Looks at that batch from now on, which stays as it is meanwhile.
    void show(const EntityBatch& batch);

    std::size_t records() const { return m_batch->records(); }
    /// The rows of a table that belong to a record, in the order in which they were read.
    std::span<const std::uint32_t> rows(std::size_t table, std::uint32_t record) const;
    /// The row of the table above that a row hangs below.
    std::uint32_t parent_row(std::size_t table, std::uint32_t row) const
    {
        return m_batch->tables[table].parent_row(row);
    }
    const Cell& cell(std::size_t table, std::uint32_t row, std::size_t column) const
    {
        return m_batch->tables[table].cell(row, column);
    }
    /// The value that a row of table `owner` has of an attribute; nullptr where it has none.
    const Cell* value(std::size_t owner, std::uint32_t row, std::uint32_t attribute,
                      std::uint32_t store) const;
    /// The first column of the natural key of a record that the batch refers to; nothing where
    /// there is no such record.
    std::optional<std::string_view> name(std::string_view type, std::uint32_t id) const;

private:
    /// Rows of one table by record: those of record r stand from first[r] on.
    struct Rows {
        std::vector<std::uint32_t> first;
        std::vector<std::uint32_t> order;
    };
    static std::uint64_t value_key(std::uint32_t row, std::uint32_t attribute, std::uint32_t store)
    {
        return (std::uint64_t{row} << 40U) | (std::uint64_t{attribute} << 16U) | store;
    }
    void sort_rows(std::size_t table);
    void find_values(std::size_t table);

    const schema::AggregatePlan& m_plan;
    const EntityBatch* m_batch = nullptr;
    std::vector<Rows> m_rows;                                                 ///< By table.
    std::vector<std::unordered_map<std::uint64_t, const Cell*>> m_values;     ///< By owner.
    std::vector<std::unordered_map<std::uint32_t, std::string_view>> m_names; ///< By type.
};

} // namespace datasync::exports
