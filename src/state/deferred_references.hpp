// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The memory of references that wait for their target (datasync_deferred_reference).
#pragma once

#include "datasync/deferred_reference.hpp"
#include "db/connection.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::state {

/// From which record to which an open reference leads.
struct OpenReference {
    std::uint64_t id = 0;
    std::string owner_type;
    std::uint32_t owner_source_id = 0;
    std::string target_type;
    std::uint32_t target_source_id = 0;
};

/// A record that lacks rows which could come by now.
struct WaitingOwner {
    std::uint32_t source_id = 0;
    std::uint32_t since_before = 0; ///< Rows that have waited since before this run.
};

/// Deferred references of one source, through one connection, inside the caller's transactions.
class DeferredReferences {
public:
    DeferredReferences(db::Connection& destination, OwnTables tables, std::string source_system,
                       std::uint16_t source_number, bool installed);

    /// Whether any record of this owner type has open references.
    bool owner_has_any(std::string_view owner_type);

    /// Makes `references` the open ones of these owners: others they had are dropped.
    void replace(std::string_view owner_type, std::span<const std::uint32_t> owner_source_ids,
                 std::span<const DeferredReference> references);

    /// Drops what these owners wait for: everything where their rows are gone, else the rows alone
    /// that the source's record would have to bring.
    void forget(std::string_view owner_type, std::span<const std::uint32_t> owner_source_ids,
                bool rows_are_gone);

    /// References whose target the registry knows by now, the oldest first, at most `most`, with
    /// deferred ids above `after`. Pages begin with 0, which decides what types may arrive.
    std::vector<ArrivedReference> arrived(std::uint64_t after, unsigned most);

    /// Records of that type that lack rows whose target has come, in the order of their ids; what
    /// has the deferred id `newest_before` or a lower one has waited since before this run.
    std::vector<WaitingOwner> waiting_rows(std::string_view owner_type,
                                           std::uint64_t newest_before);

    /// Open references that the records of this type hold, and those that wait for them.
    std::vector<OpenReference> touching(std::string_view type,
                                        std::span<const std::uint32_t> source_ids);

    /// The id of the newest one, 0 for none: what comes later has a higher one.
    std::uint64_t newest();

    /// Drops delivered ones by id.
    void remove(std::span<const std::uint64_t> ids);

    /// How many references of an owner type are open.
    std::uint64_t count(std::string_view owner_type);

private:
    /// What open references wait for and the registry knows at least one of.
    std::vector<std::string> arriving_types();
    /// What the open references of these owners say.
    std::set<std::string> stored_contents(std::string_view owner_type,
                                          std::span<const std::uint32_t> owners);

    db::Connection& m_destination;
    OwnTables m_tables;
    std::string m_source_system;
    std::uint16_t m_source_number;
    bool m_installed;
    std::vector<std::string> m_arriving; ///< As the pages of arrived() found them at the first.
};

} // namespace datasync::state
