// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows of the tracker while the records that they announce are taken.
#pragma once

#include "engine/announced_records.hpp"
#include "schema/change_tracker.hpp"

#include <cstdint>
#include <set>

namespace datasync::engine {

/// Claims, acknowledges and releases by record.
class TrackerClaims {
public:
    /// `writes` false: no row is touched. `tracker` outlives the object.
    TrackerClaims(schema::ChangeTracker& tracker, bool writes);

    /// Claims what announces these records, before a snapshot opens: what comes later is a row of
    /// its own. Records of which the shop holds a row are left.
    void claim(AnnouncedRecords& announced);
    /// Acknowledges all but the rows of `waiting` records, which wait again; returns how many.
    std::uint64_t settle(const AnnouncedRecords& announced, const std::set<std::uint32_t>& waiting);
    /// Lets all of it wait again.
    void release(const AnnouncedRecords& announced);

private:
    schema::ChangeTracker& m_tracker;
    bool m_writes;
};

} // namespace datasync::engine
