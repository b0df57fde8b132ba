// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds out which record of the destination a mapped record is: by registry, then by natural key.
#pragma once

#include "engine/record_mapper.hpp"
#include "schema/mapped_batch.hpp"
#include "schema/natural_keys.hpp"
#include "state/registry.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace datasync::engine {

/// How a record was recognised.
enum class KnownBy : std::uint8_t { nothing, registry, natural_key };

/// Recognises the records of one plan. One per writer thread.
class RecordIdentity {
public:
    /// `context` and the others outlive the object.
    RecordIdentity(const RunContext& context, const schema::Shop& target,
                   state::Registry& registry);

    /// Fills the target ids of roots and parts that are known, and notes records that cannot be
    /// told apart. Returns per record how it was recognised.
    std::vector<KnownBy> resolve(schema::MappedBatch& batch, MappingNotes& notes);

private:
    /// Those of the registered ids (0: none) that the destination still has.
    std::unordered_set<std::uint32_t>
    existing_of(const std::vector<std::uint32_t>& registered) const;
    /// Recognises records of which the shops' settings say what they are, and those that have been
    /// looked up.
    void resolve_given(schema::MappedBatch& batch, std::vector<KnownBy>& known);
    /// The destination's record that one is said to be; 0 for none.
    std::uint32_t given_target(const schema::MappedBatch& batch, std::size_t record) const;
    static bool is_looked_up(const schema::MappedBatch& batch, std::size_t record);
    void resolve_natural(schema::MappedBatch& batch, MappingNotes& notes,
                         std::vector<KnownBy>& known);
    /// Why a record that matches no single one of the destination cannot be written.
    RecordProblem no_match(const schema::NaturalMatch& match) const;
    void resolve_parts(schema::MappedBatch& batch);
    /// Of a file, no two records may be the same one of the destination.
    void refuse_taken(schema::MappedBatch& batch, MappingNotes& notes, std::vector<KnownBy>& known);
    schema::NaturalValue natural_value(const schema::MappedBatch& batch, std::size_t record) const;
    /// Per record the admin value of the attribute that belongs to the key.
    std::vector<std::string> key_attribute(const schema::MappedBatch& batch) const;
    std::string describe_key() const;

    const schema::AggregatePlan& m_plan;
    const schema::Shop& m_target;
    const schema::NaturalTarget& m_natural;
    const std::unordered_map<std::uint32_t, std::uint32_t>& m_duplicates;
    const std::unordered_map<std::uint32_t, std::uint32_t>& m_given;
    const RunContext& m_context;
    state::Registry& m_registry;
    std::vector<std::size_t> m_key_columns; ///< Of the root table.
    int m_set_table = -1;
    int m_set_column = -1;
    int m_attribute_table = -1;
    std::uint32_t m_attribute_id = 0; ///< On the destination.
};

} // namespace datasync::engine
