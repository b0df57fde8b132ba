// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Answers, for one batch, what the records it refers to have become on the destination.
#pragma once

#include "datasync/entity_batch.hpp"
#include "schema/natural_keys.hpp"
#include "state/registry.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::engine {

/// What is known of a record that others refer to.
struct ReferencedRecord {
    std::uint32_t target_id = 0; ///< 0: has not come.
    bool exists = false;         ///< Whether the source still has it.
    std::string number;          ///< Of a document: its number on the destination.
    std::string name;            ///< What a file calls it, which gives it no id.
};

/// Turns key cells of the source into destination terms. Nothing when a setting in it has no
/// counterpart.
std::optional<schema::NaturalValue> natural_value(const schema::NaturalTarget& what,
                                                  const Cell* columns, const Cell* set,
                                                  const schema::Settings& settings);

/// References of one batch: registry first, then natural key.
class ReferenceTable {
public:
    ReferenceTable(const schema::Shop& target, const schema::Settings& settings,
                   const std::vector<schema::NaturalTarget>& referenced, state::Registry& registry,
                   bool reads_file);

    /// Looks up everything that `batch` refers to.
    void load(const EntityBatch& batch);

    /// Later batches find that record as if the registry knew it: in a dry run, and where it has no
    /// id that the registry could keep.
    void pretend(std::string_view type, std::uint32_t source_id, std::uint32_t target_id);

    /// The record of that type and source id.
    ReferencedRecord find(std::string_view type, std::uint32_t source_id) const;

private:
    void load_type(const EntityBatch& batch, std::size_t index);

    const schema::Shop& m_target;
    const schema::Settings& m_settings;
    const std::vector<schema::NaturalTarget>& m_referenced;
    state::Registry& m_registry;
    bool m_reads_file;
    std::map<std::string, std::unordered_map<std::uint32_t, ReferencedRecord>, std::less<>> m_types;
    /// By type: source id to target id.
    std::map<std::string, std::unordered_map<std::uint32_t, std::uint32_t>, std::less<>>
        m_pretended;
};

} // namespace datasync::engine
