// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a run did: an outcome per record, counters, and the interface that hears of both.
#pragma once

#include "datasync/exit_code.hpp"
#include "datasync/media.hpp"
#include "datasync/removal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync {

/// How a record ended. Every record read ends as exactly one of these.
enum class Outcome : std::uint8_t { created, updated, merged, unchanged, skipped, held, failed };

inline constexpr std::array<std::string_view, 7> k_outcome_names = {
    "created", "updated", "merged", "unchanged", "skipped", "held", "failed"};

/// The word for an outcome in summaries, JSON and rejects files.
constexpr std::string_view name_of(Outcome outcome)
{
    return k_outcome_names[static_cast<std::size_t>(outcome)];
}

/// One record's end, in the words of a report.
struct RecordEvent {
    std::string_view entity;     ///< Its type; the text outlives the run.
    std::uint32_t source_id = 0; ///< 0: a record of a file that has none.
    std::uint32_t target_id = 0; ///< 0: none (yet).
    Outcome outcome = Outcome::unchanged;
    std::string label;  ///< What a person knows it by: an email, an identifier.
    std::string detail; ///< Why (skipped, held, failed) or what changes (created, updated, merged).
    std::uint64_t line = 0; ///< Where it stands in the file; 0: it comes from a database.
};

/// Counters of one entity type's run.
struct SyncResult {
    std::string entity;
    std::string source_system;
    bool dry_run = false;
    std::array<std::uint64_t, k_outcome_names.size()> outcomes{};
    std::uint64_t set_aside = 0;  ///< Of the skipped records, those with values that do not fit.
    std::uint64_t incomplete = 0; ///< Records that lack rows because the destination refused them.
    std::uint64_t open_references = 0;      ///< Waiting for their target after this run's records.
    std::uint64_t delivered_references = 0; ///< Earlier ones that this run's records answered.
    std::uint64_t lost_references = 0;      ///< Pointed at nothing on the source; NULL or 0 now.
    std::uint64_t zero_dates = 0;           ///< Converted for a shop that does not take them.
    std::optional<MediaReport> media;       ///< Of a run that brings files.
    std::vector<std::string> reindex;  ///< Indexers of the shop that this run's changes concern.
    std::vector<std::string> warnings; ///< Once per run, in a stable order.
    double seconds = 0;
    bool stopped_early = false;

    std::uint64_t read() const
    {
        std::uint64_t sum = 0;
        for (const auto count : outcomes) { sum += count; }
        return sum;
    }
    std::uint64_t count(Outcome outcome) const
    {
        return outcomes[static_cast<std::size_t>(outcome)];
    }
    /// Records that a run changed (or, in a dry run, would change).
    std::uint64_t changed() const
    {
        return count(Outcome::created) + count(Outcome::updated) + count(Outcome::merged);
    }
};

/// Hears what a run does, always from one thread at a time and in the order of the source.
class RunListener {
public:
    virtual ~RunListener() = default;

    /// The run is about to read; `expected` records at most, 0 when unknown.
    virtual void started(const SyncResult& result, std::uint64_t expected) = 0;
    /// One record's end.
    virtual void record(const RecordEvent& event) = 0;
    /// A batch is done; for progress.
    virtual void batch_done(const SyncResult& so_far) = 0;
    /// Something worth saying once.
    virtual void warning(std::string_view text) = 0;
    /// What became of a record that is gone from the source.
    virtual void removal(std::string_view entity, const RemovalEvent& event) = 0;
    /// The run is over (also when it ends early; not when it throws).
    virtual void finished(const SyncResult& result) = 0;
};

/// The code a finished run ends with.
ExitCode exit_code_for(const SyncResult& result, bool detailed_exitcode);

} // namespace datasync
