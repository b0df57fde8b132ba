// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Both shops opened and checked, for as many entity types as a run takes.
#pragma once

#include "datasync/entity_handler.hpp"
#include "db/connection.hpp"
#include "schema/natural_keys.hpp"
#include "schema/shop.hpp"
#include "state/own_tables.hpp"
#include "state/registry.hpp"
#include "state/run_lock.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::engine {

/// What a session has to know of the run that it is for.
struct SessionOptions {
    std::string source_system;
    std::string command_line; ///< For the lock file; secrets already removed.
    bool dry_run = false;     ///< Writes nothing, and takes no lock.
    /// Whether records come from a file. What it names are settings of the destination, which
    /// stands in for the source.
    bool reads_file = false;
    state::LockOptions lock;
};

/// Holds both connections and, unless nothing is written, the lock of the destination.
class ShopSession {
public:
    /// Connects, recognises both shops, refuses a source that is the destination or known under
    /// another name, takes the lock. Throws UsageError or FatalError when the run must not begin.
    ShopSession(SessionOptions options, const db::ConnectionSettings& source,
                const db::ConnectionSettings& destination);

    /// Takes the lock of the destination, unless it is held or none is wanted. Throws FatalError
    /// (locked).
    void take_lock();
    /// Lets other runs of the destination have their turn until the lock is taken again.
    void free_lock() { m_lock.reset(); }

    /// What is read from now on is the source as it is now.
    void begin_snapshot();
    /// Reads nothing more until the next one begins.
    void end_snapshot();
    /// Creates the own tables, or brings them up to date, and registers the source; once.
    void install();

    /// Throws FatalError (refused) naming the GRANT when the user may not write one of these
    /// tables; each is asked about once.
    void check_write_rights(const std::vector<std::string>& tables);

    const SessionOptions& options() const { return m_options; }
    schema::Shop& source() { return *m_source; }
    schema::Shop& target() { return *m_target; }
    const schema::Shop& source() const { return *m_source; }
    const schema::Shop& target() const { return *m_target; }
    const db::ConnectionSettings& destination() const { return m_destination; }

    /// The rules of an entity type; throws UsageError for one that is not built.
    const EntityHandler& handler(std::string_view entity) const;
    const DestinationFacts& facts() const { return m_facts; }
    /// Every entity type, and every kind of part, as others refer to it.
    const std::vector<schema::NaturalTarget>& types() const { return m_types; }

    const state::OwnTables& own_tables() const { return m_own_tables; }
    std::uint16_t source_number() const { return m_source_number; }
    bool installed() const { return m_installed; }
    /// The registry of this source, through the session's own connection.
    state::Registry registry() const;

    /// What is worth saying before the first record.
    const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    void check_identity();
    /// What the own tables know the source by.
    std::string source_identity() const;
    void describe_types();

    SessionOptions m_options;
    db::ConnectionSettings m_destination;
    mutable db::Connection m_source_connection;
    mutable db::Connection m_target_connection;
    std::vector<std::unique_ptr<EntityHandler>> m_handlers;
    std::optional<schema::Shop> m_source;
    std::optional<schema::Shop> m_target;
    std::optional<state::RunLock> m_lock;
    DestinationFacts m_facts;
    std::vector<schema::NaturalTarget> m_types;
    state::OwnTables m_own_tables;
    bool m_has_snapshot = false;
    std::uint16_t m_source_number = 0;
    bool m_installed = false;         ///< Whether the own tables exist.
    bool m_is_current = false;        ///< Whether this session has made sure of them.
    std::set<std::string> m_writable; ///< Tables of the destination.
    std::vector<std::string> m_warnings;
};

} // namespace datasync::engine
