// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds out what records that are gone from the source are on the destination, and what is to
// become of them there.
#pragma once

#include "datasync/removal.hpp"
#include "engine/shop_session.hpp"
#include "schema/keyed_records.hpp"
#include "schema/record_rows.hpp"
#include "schema/settings.hpp"
#include "state/registry.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace datasync::engine {

/// A gone record and what is to become of it.
struct Finding {
    RemovalEvent event;
    bool is_known = false; ///< Whether the registry has it.
};

/// Gone records of one entity type. Reads both shops, writes nothing.
class GoneRecords {
public:
    /// The arguments outlive the object.
    GoneRecords(const ShopSession& session, const EntityHandler& handler, OnDelete policy,
                const schema::RecordRows& rows, const schema::Settings& settings,
                state::Registry& registry);

    /// What is to become of some gone records. Of a tree, those that stand higher come in an
    /// earlier call, or in the same.
    std::vector<Finding> examine(std::span<const GoneRecord> gone);

    /// Which of these ids the source has.
    std::unordered_set<std::uint32_t> present(std::span<const std::uint32_t> source_ids) const;

private:
    using Ids = std::vector<std::uint32_t>;
    /// Records of the destination by id.
    using Records = std::unordered_map<std::uint32_t, schema::KeyedRecord>;
    /// What has become the same record of the destination, in words, by its id.
    using Notes = std::unordered_map<std::uint32_t, std::string>;

    /// Looks for records that the registry does not know by what they were called.
    void find_by_identifier(std::span<const GoneRecord> gone,
                            const std::unordered_set<std::uint32_t>& present, Ids& targets);
    Records read_records(const Ids& targets) const;
    /// Records of the destination that other records than the gone ones have become too.
    Notes shared(const Ids& gone, const Ids& targets);
    /// New records of the source that share the key of a gone one: by the destination's id.
    std::unordered_map<std::uint32_t, std::uint32_t> find_twins(const Ids& targets,
                                                                const Records& records);
    /// The beginning of a key as the source has it; nothing for a record that has none.
    std::optional<std::string> first_on_source(const schema::KeyedRecord& record);
    /// Whether the rest of a key of the source is that of a record of the destination.
    bool is_same(const schema::NaturalValue& source, const schema::NaturalValue& target) const;
    void decide(RemovalEvent& event) const;

    const schema::Shop& m_source;
    const schema::Shop& m_target;
    const EntitySpec& m_spec;
    OnDelete m_policy;
    bool m_can_disable;
    const schema::Settings& m_settings;
    state::Registry& m_registry;
    schema::NaturalTarget m_of_source;
    schema::NaturalTarget m_of_target;
    /// New records of the source that will take a record of the destination over.
    std::unordered_map<std::uint32_t, std::uint32_t> m_successors;
    std::set<std::uint32_t> m_taken; ///< The same ones.
};

} // namespace datasync::engine
