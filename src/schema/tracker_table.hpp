// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The table on the source in which its changes are announced: by the PHP module's observers, or by
// triggers.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::schema {

/// Its name without prefix.
inline constexpr std::string_view k_tracker_table = "datasync_change_tracker";

/// What sync_completed says of a row.
enum class TrackerMark : std::uint8_t {
    pending = 0,
    synced = 1,
    claimed = 2, ///< A run is at it; what changes meanwhile gets a row at 0 beside it.
};

/// What a shop has of it.
struct TrackerTable {
    std::string name; ///< With prefix, unquoted.
    bool exists = false;
    bool has_identifier = false; ///< Whether the column source_identifier is there.
    bool is_made_here = false;   ///< Whether create_tracker_sql() made it.
    std::string module;          ///< "datasync_tracker_setup 1.2.0"; empty: no module registered.
};

/// Looks for it. Throws FatalError (refused) when a table of that name is no change tracker.
TrackerTable find_tracker(Shop& shop);

/// The statement that makes it.
std::string create_tracker_sql(const TrackerTable& tracker);

/// The rows of one entity type.
struct TrackerRows {
    std::string entity_type;
    std::uint64_t pending = 0;
    std::uint64_t claimed = 0;
    std::uint64_t synced = 0;
    std::string oldest_pending; ///< When the oldest change that is pending was made; "" for none.
};

/// Counts its rows, by entity type.
std::vector<TrackerRows> count_tracker_rows(const Shop& shop, const TrackerTable& tracker);

/// How many of a hundred of its ids are used up.
unsigned used_ids_percent(const Shop& shop, const TrackerTable& tracker);

} // namespace datasync::schema
