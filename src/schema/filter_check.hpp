// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which filters an entity type can have.
#pragma once

#include "datasync/entity_spec.hpp"
#include "datasync/sync_options.hpp"

namespace datasync::schema {

/// Throws UsageError for a filter by something that the entity type has no column for.
void check_filter(const Filter& filter, const EntitySpec& spec);

} // namespace datasync::schema
