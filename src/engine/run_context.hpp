// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What all writers of one run share: read only once the run has begun.
#pragma once

#include "datasync/entity_batch.hpp"
#include "datasync/entity_handler.hpp"
#include "datasync/sync_options.hpp"
#include "engine/missing_records.hpp"
#include "engine/taken_targets.hpp"
#include "media/media_transfer.hpp"
#include "schema/aggregate_plan.hpp"
#include "schema/natural_keys.hpp"
#include "schema/reference_ids.hpp"
#include "schema/settings.hpp"
#include "schema/shop.hpp"
#include "state/own_tables.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace datasync::engine {

/// Everything that is decided before the first record.
struct RunContext {
    const SyncOptions* options = nullptr;
    const EntityHandler* handler = nullptr;
    db::ConnectionSettings destination;
    schema::AggregatePlan plan;
    const schema::Settings* settings = nullptr;
    std::map<std::string, schema::SettingMap> attribute_sets; ///< By table.
    schema::NaturalTarget natural;
    std::vector<schema::NaturalTarget> types;      ///< Every built entity type.
    std::vector<schema::NaturalTarget> referenced; ///< Types that records of the plan refer to.
    std::unordered_map<std::uint32_t, std::uint32_t> duplicates;
    /// Records that the shops' settings pair: source id to destination id.
    std::unordered_map<std::uint32_t, std::uint32_t> given_identity;
    media::MediaTransfer* media = nullptr; ///< Where files are asked for; null: they stay.
    std::vector<std::string> indexers; ///< Of the destination, to be marked with the first change.
    schema::AttributeCodes option_attributes; ///< For the scanner of serialized conditions.
    bool converts_json = false; ///< Whether the destination cannot read the source's JSON.
    const schema::Shop* target = nullptr; ///< Knows every table a writer may ask about.
    state::OwnTables own_tables{""};
    std::uint16_t source_number = 0;
    bool installed = false;    ///< Whether the own tables exist.
    bool has_rejected = false; ///< Whether earlier runs left rejected records of this type.
    bool has_open = false;     ///< Whether records of this type had open references before.
    /// In a dry run: what an earlier part of it has announced. Null: nothing.
    const PretendedRecords* pretended = nullptr;
    bool notes_missing = false; ///< Whether the run wants to know what its records lack.
    /// Of a run from a file: which records of the destination its records have become. Null: the
    /// source is a database.
    TakenTargets* taken = nullptr;

    bool reads_file() const { return taken != nullptr; }
    /// Whether a source id stands for a record or part that has none.
    bool is_made_up(std::uint32_t source_id) const
    {
        return reads_file() && source_id >= k_first_made_up_id;
    }

    /// Whether document numbers get a prefix or suffix on the way.
    bool changes_numbers() const
    {
        return !options->increment_prefix.empty() || !options->increment_suffix.empty();
    }
};

} // namespace datasync::engine
