// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Recognises parts (addresses) that the registry has lost by their content.
#pragma once

#include "datasync/row_set.hpp"
#include "schema/aggregate_plan.hpp"

#include <string>
#include <vector>

namespace datasync::engine {

/// What each row of part table `table` says, ids and dates aside: equal texts mean equal parts.
/// `tables` hold destination terms.
std::vector<std::string> part_contents(const schema::AggregatePlan& plan, std::size_t table,
                                       const std::vector<RowSet>& tables);

} // namespace datasync::engine
