// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which rows of a record may come after the record itself.
#pragma once

#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"

#include <vector>

namespace datasync::engine {

/// Rows that wait for a record they name (WhenMissing::row_waits), and what hangs below them.
class LateRows {
public:
    explicit LateRows(const schema::AggregatePlan& plan);

    /// Whether a record of this plan can lack any.
    bool any() const;
    /// Leaves of `work` only the rows that had to wait and whose rows above are there: what else
    /// has changed since comes with the record.
    void keep_only(const schema::MappedBatch& batch, schema::WriteSet& work) const;

private:
    const schema::AggregatePlan& m_plan;
    std::vector<bool> m_is_late; ///< Per table.
};

} // namespace datasync::engine
