// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where the conditions of a rule hold ids.
#pragma once

#include "texts/serialized_collector.hpp"

namespace datasync::texts {

/// Hands the ids of salesrule.conditions_serialized or actions_serialized to the collector.
void scan_rule_conditions(const SerializedLevel& level, const TextFacts& facts,
                          SerializedCollector& collector);

} // namespace datasync::texts
