// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How many records of a source failed or are held; for monitoring.
#pragma once

#include "db/connection.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::state {

/// Records of one entity type on the list of rejected ones.
struct RejectedCount {
    std::string entity;
    std::string outcome; ///< "failed" or "held".
    std::uint64_t records = 0;
};

/// Counts them; the own tables are there.
std::vector<RejectedCount> count_rejected(db::Connection& destination, const OwnTables& tables,
                                          std::string_view source_system);

} // namespace datasync::state
