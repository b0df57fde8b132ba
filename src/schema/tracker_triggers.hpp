// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The triggers that announce every change of a record in the change tracker: which a shop should
// have, worked out of the specs, and which it has.
#pragma once

#include "datasync/entity_spec.hpp"
#include "schema/shop.hpp"
#include "schema/tracker_table.hpp"

#include <span>
#include <string>
#include <vector>

namespace datasync::schema {

/// A trigger, wanted or there.
struct Trigger {
    std::string name;
    std::string table; ///< With prefix.
    std::string event; ///< "INSERT", "UPDATE" or "DELETE".
    std::string body;
    std::string definer = {}; ///< Of one that is there: with whose rights it runs.

    /// The statement that makes it.
    std::string create_sql() const;
};

/// The statement that removes a trigger.
std::string drop_sql(const Trigger& trigger);

/// The triggers that `tracker` is fed by. With `no_echo`, sessions that set @datasync_writes
/// announce nothing. The tables of the specs must be loaded.
std::vector<Trigger> wanted_triggers(const Shop& shop, const TrackerTable& tracker,
                                     std::span<const EntitySpec* const> specs, bool no_echo);

/// Those that feed `tracker` now, made by this program in any version. The server shows none to
/// whom it does not grant TRIGGER.
std::vector<Trigger> installed_triggers(const Shop& shop, const TrackerTable& tracker);

/// Whether a trigger keeps out what DataSync itself writes.
bool keeps_echo_out(const Trigger& trigger);

} // namespace datasync::schema
