// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which records of one type a batch refers to, in columns and inside texts.
#pragma once

#include "datasync/row_set.hpp"
#include "schema/aggregate_plan.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// Source ids of type `type` that rows of a plan's tables refer to: ascending, each once, no 0.
std::vector<std::uint32_t> reference_ids(const AggregatePlan& plan,
                                         const std::vector<RowSet>& tables, std::string_view type);

} // namespace datasync::schema
