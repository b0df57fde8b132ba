// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids for the records that a file refers to, by name or by the source's own id.
#pragma once

#include "adapters/csv/made_up_ids.hpp"
#include "datasync/entity_batch.hpp"
#include "schema/natural_keys.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::adapters {

/// Collects, batch by batch, what the engine has to look up.
class NamedRecords {
public:
    /// `referenced` are the types in the order of the batch's reference keys. The arguments outlive
    /// the object.
    NamedRecords(const std::vector<schema::NaturalTarget>& referenced, MadeUpIds& made_up);

    /// Begins a batch; shapes its reference keys.
    void begin(EntityBatch& batch);
    /// The id that stands for the record of that type with this one column as natural key.
    std::uint32_t by_name(std::string_view type, std::string_view name);
    /// The same for one that has this id on the destination.
    std::uint32_t by_target(std::string_view type, std::uint32_t target_id);
    /// Notes a source id.
    void by_id(std::string_view type, std::uint32_t id);
    /// Notes source ids per type, in the order of the types.
    void add_ids(const std::vector<std::vector<std::uint32_t>>& ids);
    /// Puts everything in the order that the engine expects.
    void finish();
    /// Whether records of that type can be referred to.
    bool knows(std::string_view type) const { return index_of(type) >= 0; }

private:
    int index_of(std::string_view type) const;
    std::uint32_t make_up(std::size_t index);

    const std::vector<schema::NaturalTarget>& m_referenced;
    EntityBatch* m_batch = nullptr;
    MadeUpIds& m_made_up;
    /// Per type, of this batch.
    std::vector<std::unordered_map<std::string, std::uint32_t>> m_names;
    std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> m_targets;
};

} // namespace datasync::adapters
