// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "state/rejected_counts.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

namespace datasync::state {

std::vector<RejectedCount> count_rejected(db::Connection& destination, const OwnTables& tables,
                                          std::string_view source_system)
{
    std::vector<RejectedCount> counts;
    destination.query(
        db::bind(fmt::format("SELECT entity_type, outcome, COUNT(*) FROM {} WHERE source_system = "
                             "? GROUP BY entity_type, outcome ORDER BY entity_type, outcome",
                             db::quoted(tables.rejected)),
                 {source_system}),
        [&](const db::RowView& row) {
            counts.push_back({row.string(0), row.string(1), std::stoull(row.string(2))});
        });
    return counts;
}

} // namespace datasync::state
