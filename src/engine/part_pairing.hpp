// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Recognises parts (addresses) that the registry has lost by their content.
#pragma once

#include "datasync/row_set.hpp"
#include "schema/aggregate_plan.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync::engine {

/// Whether dates tell parts apart.
enum class PartDates : std::uint8_t { counted, ignored };

/// To which record each row of part table `table` belongs and what it says, ids aside: equal texts
/// mean equal parts. `tables` hold destination terms.
std::vector<std::string> part_contents(const schema::AggregatePlan& plan, std::size_t table,
                                       const std::vector<RowSet>& tables, PartDates dates);

} // namespace datasync::engine
