// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The end of a run: references whose targets have come, in this run or an earlier one, are
// delivered.
#pragma once

#include "engine/result_collector.hpp"
#include "engine/run_setup.hpp"
#include "schema/reference_delivery.hpp"
#include "state/deferred_references.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace datasync::engine {

/// Delivers through the connection of the run itself. Make it before the first record is written:
/// what is open by then counts as delivered, not what comes and is answered within the run.
class ReferenceSweep {
public:
    /// The arguments outlive the object.
    ReferenceSweep(const RunSetup& setup, const SyncOptions& options);

    /// References of the run's entity type that wait for something.
    std::uint64_t open() { return m_deferred.count(m_options.entity); }
    /// Hands ids of records that have come to the rows that wait for them; returns how many of
    /// earlier runs found their place. What a row cannot take is warned of and waits on.
    std::uint64_t deliver(ResultCollector& collector);
    /// Records of the run's entity type that lack rows whose target has come.
    std::vector<state::WaitingOwner> waiting_rows()
    {
        return m_deferred.waiting_rows(m_options.entity, m_newest_before);
    }

private:
    /// Those whose target is still there; the others go on waiting.
    std::vector<ArrivedReference> without_deleted(std::span<const ArrivedReference> arrived) const;
    /// One that the server refuses (its id makes a text too long) is looked for in halves, so that
    /// none of the others waits for it.
    std::uint64_t deliver_what_fits(std::span<const ArrivedReference> arrived,
                                    ResultCollector& collector);
    /// One transaction.
    std::uint64_t deliver_all(std::span<const ArrivedReference> arrived,
                              const ResultCollector& collector);

    const RunSetup& m_setup;
    const SyncOptions& m_options;
    state::DeferredReferences m_deferred;
    schema::ReferenceDelivery m_delivery;
    std::uint64_t m_newest_before; ///< Id of the newest reference of earlier runs.
};

} // namespace datasync::engine
