// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a dry run says about references: what the real run would leave open and what it delivers.
#pragma once

#include "engine/id_set.hpp"
#include "state/deferred_references.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace datasync::engine {

/// What a batch does to references; of a real run only which records have come.
struct BatchReferences {
    std::vector<std::uint32_t> written;        ///< Source ids of records that are there afterwards.
    std::vector<std::uint32_t> to_own_type;    ///< Targets of new references to the run's own type.
    std::uint64_t to_other_types = 0;          ///< New references to records of other types.
    std::vector<state::OpenReference> earlier; ///< Of earlier runs, from or to written records.
};

/// Adds batches up. What a record waits for may come in any later batch, so that references
/// within one entity type are counted at the end.
class ReferenceForecast {
public:
    ReferenceForecast(std::string entity, std::uint64_t open_before);

    /// Takes a batch's references, in any order of the batches.
    void add(const BatchReferences& batch);

    std::uint64_t open() const;
    std::uint64_t delivered() const;

private:
    bool comes(std::uint32_t source_id) const { return m_written.contains(source_id); }
    /// Earlier references within the type that the run delivers: their owner is not written anew.
    std::uint64_t delivered_within() const;

    std::string m_entity;
    std::uint64_t m_open;          ///< Without references within the type that this run touches.
    std::uint64_t m_delivered = 0; ///< To records of other types' owners.
    IdSet m_written;               ///< Filled only where a type refers to itself.
    std::vector<std::uint32_t> m_to_own_type;
    std::map<std::uint64_t, state::OpenReference>
        m_earlier_within; ///< By id: batches may share one.
};

} // namespace datasync::engine
