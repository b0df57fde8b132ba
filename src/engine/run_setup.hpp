// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Everything between an open session and the first record of an entity type.
#pragma once

#include "engine/run_context.hpp"
#include "engine/shop_session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace datasync::engine {

/// One entity type that is ready to be read. Throws UsageError or FatalError when it must not be.
class RunSetup {
public:
    /// `session` and `options` outlive the setup; the session's snapshot has begun.
    RunSetup(ShopSession& session, const SyncOptions& options);

    const RunContext& context() const { return m_context; }
    /// Has the writers ask there for the files that records name.
    void bring_files(media::MediaTransfer& transfer) { m_context.media = &transfer; }
    /// Has the writers note what the destination lacks.
    void note_missing() { m_context.notes_missing = true; }
    /// Takes these as written already.
    void pretend(const PretendedRecords& written) { m_context.pretended = &written; }
    const schema::Shop& source() const { return m_source; }
    const schema::Shop& target() const { return m_target; }
    /// What is worth saying before the first record.
    const std::vector<std::string>& warnings() const { return m_warnings; }

private:
    /// Refuses what the entity type has no column for.
    void check_filter() const;
    /// Finds out which types of records this entity type refers to.
    void find_referenced();
    void load_tables();
    void check_rights() const;
    void map_settings();
    /// Maps attributes, their options and sets for entity types whose texts name them.
    void map_catalog_settings();
    /// Creates the settings that records name and the destination lacks, such as order statuses.
    void create_settings();
    void plan();
    void prepare_attributes();

    ShopSession& m_session;
    const SyncOptions& m_options;
    schema::Shop& m_source;
    schema::Shop& m_target;
    std::optional<schema::Settings> m_settings;
    RunContext m_context;
    std::vector<std::string> m_warnings;
};

} // namespace datasync::engine
