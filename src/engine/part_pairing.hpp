// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Recognises parts (addresses, items) that the registry has lost by their content.
#pragma once

#include "datasync/row_set.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/mapped_batch.hpp"

#include <cstdint>
#include <vector>

namespace datasync::engine {

/// Pairs rows of part table `table` that have no match yet (-1) with existing rows of the same
/// record that no other row has and that say the same, ids aside, or have at least the same row
/// key. Fills in their ids.
void pair_parts(const schema::AggregatePlan& plan, std::size_t table, schema::MappedBatch& batch,
                const std::vector<RowSet>& existing, std::vector<std::int64_t>& matches);

} // namespace datasync::engine
