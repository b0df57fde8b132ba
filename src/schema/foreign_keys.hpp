// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The foreign keys of a plan's tables, and whether we can answer for them in the server's place.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/shop.hpp"

#include <cstddef>
#include <vector>

namespace datasync::schema {

/// Foreign keys as the destination has them, those that modules added included.
class ForeignKeys {
public:
    ForeignKeys(const Shop& target, const AggregatePlan& plan);

    /// Whether every row that `work` inserts points at rows of its own record, which the same
    /// transaction writes, or at rows that are there. Those are locked, so that nobody deletes
    /// them until the transaction ends. Records of which all is new are the only ones asked about.
    bool answer_for(const MappedBatch& batch, const WriteSet& work) const;

    /// Whether a column is one that names the record's own parts under a foreign key.
    bool has(std::size_t table, std::size_t column) const;

private:
    /// A column with the ids of records of another type, or of settings that are not locked as a
    /// whole.
    struct RecordKey {
        std::size_t table;
        std::size_t column;
        ForeignKey names;
    };
    /// A column with ids of the record's own parts.
    struct OwnKey {
        std::size_t table;
        std::size_t column;
    };

    void add(std::size_t table, std::size_t column, const ForeignKey& key);
    bool lock_records(const RecordKey& key, const MappedBatch& batch, const WriteSet& work) const;
    void lock_settings() const;

    const Shop& m_target;
    const AggregatePlan& m_plan;
    std::vector<RecordKey> m_records;
    std::vector<OwnKey> m_own;
};

} // namespace datasync::schema
