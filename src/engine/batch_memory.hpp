// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a batch leaves in the own tables: which rows have become which, what still waits for what,
// and which records could not be written.
#pragma once

#include "datasync/sync_result.hpp"
#include "engine/record_identity.hpp"
#include "engine/run_context.hpp"
#include "schema/mapped_batch.hpp"
#include "state/deferred_references.hpp"
#include "state/registry.hpp"
#include "state/run_log.hpp"

#include <cstdint>
#include <vector>

namespace datasync::engine {

/// Writes into the own tables through a writer's connection, inside its transactions.
class BatchMemory {
public:
    /// The arguments outlive the object.
    BatchMemory(const RunContext& context, const schema::Shop& target, state::Registry& registry);

    /// Registers the rows of included records whose ids are news. `registered` are the ids that the
    /// registry had, in the shape of MappedBatch::target_ids; `allow_load` permits LOAD DATA.
    void remember_ids(const schema::MappedBatch& batch,
                      const std::vector<std::vector<std::uint32_t>>& registered,
                      const std::vector<bool>& included, const std::vector<KnownBy>& known,
                      bool allow_load);
    /// Forgets the parts that the work removes.
    void forget_removed(const schema::WriteSet& work, const schema::AggregateRows& existing);
    /// Makes the batch's open references those of the included records; `had_open` says that they
    /// have some already.
    void remember_open_references(const schema::MappedBatch& batch,
                                  const std::vector<bool>& included, bool had_open);
    /// Strikes written records off the list of rejected ones.
    void forget_rejected(const schema::MappedBatch& batch, const std::vector<std::size_t>& records);
    /// Lists those that failed, are held or set aside; strikes off what the policy left alone.
    void remember_rejected(const std::vector<RecordEvent>& events);

    /// Open references that the records of these source ids hold, and those that wait for them or
    /// for a part of an included record.
    std::vector<state::OpenReference> touching(const std::vector<std::uint32_t>& source_ids,
                                               const schema::MappedBatch& batch,
                                               const std::vector<bool>& included);

private:
    /// Drops pairs of copies: the registry goes on naming the row that it names, while that is
    /// there.
    void drop_copies(const schema::PlannedTable& table, std::vector<state::IdPair>& pairs);

    const RunContext& m_context;
    const schema::Shop& m_target;
    state::Registry& m_registry;
    state::DeferredReferences m_deferred;
    state::RejectedRecords m_rejected;
};

} // namespace datasync::engine
