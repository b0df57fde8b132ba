// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Everything between an open session and the first record of an entity type.
#pragma once

#include "adapters/csv_source.hpp"
#include "datasync/source_adapter.hpp"
#include "engine/run_context.hpp"
#include "engine/shop_session.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::engine {

/// One entity type that is ready to be read. Throws UsageError or FatalError when it must not be.
class RunSetup {
public:
    /// `session` and `options` outlive the setup; the session's snapshot has begun.
    RunSetup(ShopSession& session, const SyncOptions& options);

    const RunContext& context() const { return m_context; }
    /// Opens the source for the records that the run wants, `batch_size` of them to a batch; of a
    /// file those that `takes_line` says, where it says any.
    std::unique_ptr<SourceAdapter> open_source(unsigned batch_size,
                                               const adapters::TakesLine& takes_line);
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
    /// What a database as a source has to say beside its settings.
    void look_at_source_records();
    /// Opens the file; what it has stands for the source's tables from then on.
    void open_file();
    /// What the registry knows of settings that are records to runs of their own.
    std::vector<std::uint32_t> known(std::string_view type, bool is_part,
                                     std::span<const std::uint32_t> source_ids);
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
    TakenTargets m_taken;
    std::unique_ptr<adapters::CsvSource> m_file; ///< Null: the source is a database.
};

} // namespace datasync::engine
