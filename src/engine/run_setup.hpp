// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Everything between the command and the first record: both shops opened, checked and compared.
#pragma once

#include "engine/run_context.hpp"
#include "schema/shop.hpp"
#include "state/run_lock.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace datasync::engine {

/// A run that is ready to read. Throws UsageError or FatalError when it must not begin.
class RunSetup {
public:
    RunSetup(const SyncOptions& options, const db::ConnectionSettings& source,
             const db::ConnectionSettings& destination);

    const RunContext& context() const { return m_context; }
    /// Has the writers ask there for the files that records name.
    void bring_files(media::MediaTransfer& transfer) { m_context.media = &transfer; }
    const schema::Shop& source() const { return *m_source; }
    const schema::Shop& target() const { return *m_target; }
    /// What is worth saying before the first record.
    const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    void choose_handler();
    /// Refuses what the entity type has no column for.
    void check_filter() const;
    void check_identity();
    /// Describes all types of records, and which of them this entity type refers to.
    void describe_types();
    void load_tables();
    void check_rights() const;
    void map_settings();
    /// Maps attributes, their options and sets for entity types whose texts name them.
    void map_catalog_settings();
    /// Creates the settings that records name and the destination lacks, such as order statuses.
    void create_settings();
    void plan();
    void prepare_attributes();

    const SyncOptions& m_options;
    std::vector<std::unique_ptr<EntityHandler>> m_handlers;
    db::Connection m_source_connection;
    db::Connection m_target_connection;
    std::optional<schema::Shop> m_source;
    std::optional<schema::Shop> m_target;
    std::optional<state::RunLock> m_lock;
    std::optional<schema::Settings> m_settings;
    DestinationFacts m_facts;
    RunContext m_context;
    std::vector<std::string> m_warnings;
};

} // namespace datasync::engine
