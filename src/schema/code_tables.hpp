// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Creates settings that the destination lacks and that shops know by a code: order statuses.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"

#include <span>
#include <string>
#include <vector>

namespace datasync::schema {

/// Creates the codes that the first of `tables`, loaded on both sides, has on the source alone,
/// with their rows in all of them; rows of stores without counterpart are left out, and no second
/// default is added to a state. Runs inside the caller's transaction. With `pretend` (dry run)
/// nothing is written. Returns the codes.
std::vector<std::string> create_missing_codes(const Shop& source, const Shop& target,
                                              std::span<const CodeTable> tables,
                                              const Settings& settings, bool pretend);

} // namespace datasync::schema
