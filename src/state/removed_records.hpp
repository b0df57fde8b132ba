// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The journal of records that went because the source's are gone (datasync_removed_record).
#pragma once

#include "datasync/removal.hpp"
#include "db/connection.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace datasync::state {

/// Records of one source and entity type, inside the caller's transactions.
class RemovedRecords {
public:
    /// With `installed` false nothing is known.
    RemovedRecords(db::Connection& destination, OwnTables tables, std::string source_system,
                   std::string entity, bool installed);

    /// How many were removed or disabled within 24 hours, by the destination's clock.
    std::uint64_t within_a_day();

    /// Writes down those of the events whose records were removed or disabled.
    void add(std::span<const RemovalEvent> events);

    /// Drops what is older than 90 days.
    void prune();

private:
    db::Connection& m_destination;
    OwnTables m_tables;
    std::string m_source_system;
    std::string m_entity;
    bool m_installed;
};

} // namespace datasync::state
