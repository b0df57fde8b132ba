// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/filter_check.hpp"

#include "datasync/error.hpp"

namespace datasync::schema {

void check_filter(const Filter& filter, const EntitySpec& spec)
{
    if (!filter.increment_ids.empty() && spec.increment_column.empty()) {
        usage_error("--increment-ids: {} has no increment ids", spec.name);
    }
    const bool asks_for_days = !filter.date_from.empty() || !filter.date_to.empty();
    if (asks_for_days && spec.root().modified_column.empty()) {
        usage_error("--date-from/--date-to: {} has no modification date", spec.name);
    }
}

} // namespace datasync::schema
