// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// When a record that did not arrive is tried again, as long as nobody changes it.
#pragma once

#include "db/connection.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::state {

/// A record and what announced it: the same text means that nobody has changed it since.
struct SeenChange {
    std::uint32_t source_id = 0;
    std::string change;
};

/// Stands for what announced a record that nobody announced: others needed it.
inline constexpr std::string_view k_needed_by_others = "needed";

/// Rejected records of one source and entity type: the pauses between tries double, from one
/// minute up to six hours.
class Attempts {
public:
    /// `installed` says whether the own tables are there; without them nothing was ever tried.
    Attempts(db::Connection& destination, OwnTables tables, std::string source_system,
             std::string entity, bool installed);

    /// Those of these records whose next try is not due and that nobody has changed since the last.
    std::set<std::uint32_t> put_off(std::span<const SeenChange> records);
    /// Notes that these, which are on the list of rejected records, have been tried just now.
    void tried(std::span<const SeenChange> records);

private:
    db::Connection& m_destination;
    OwnTables m_tables;
    std::string m_source_system;
    std::string m_entity;
    bool m_installed;
};

/// Records of a source, by entity type, that others needed and whose next try is due.
std::map<std::string, std::vector<std::uint32_t>, std::less<>>
needed_and_due(db::Connection& destination, const OwnTables& tables,
               std::string_view source_system);

} // namespace datasync::state
