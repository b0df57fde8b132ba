// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Takes across what the source's tracker announces, and acknowledges what has arrived.
#pragma once

#include "datasync/incremental.hpp"
#include "engine/run_connections.hpp"
#include "engine/shop_session.hpp"
#include "state/rejected_counts.hpp"

#include <atomic>
#include <memory>
#include <vector>

namespace datasync::engine {

/// Runs along the tracker as often as it is asked to, over the same connections.
class IncrementalRunner {
public:
    /// Connects and takes the lock. Throws UsageError or FatalError when runs must not begin. The
    /// arguments outlive the object.
    IncrementalRunner(const IncrementalOptions& options, const RunConnections& connections);
    ~IncrementalRunner();
    IncrementalRunner(const IncrementalRunner&) = delete;
    IncrementalRunner& operator=(const IncrementalRunner&) = delete;

    /// Whether the tracker has rows that are not done; one query.
    bool has_changes();

    /// Takes all changes that wait now, with the lock held. The listener hears of records as they
    /// are final; ends early once `stop` is set. Throws when a side is lost; what was claimed waits
    /// again in the next run.
    IncrementalResult run(RunListener& listener, const std::atomic<bool>& stop);

    /// Frees the lock until the next run, so that others have their turn.
    void free_lock();

    /// How many records of this source are on the destination's list of rejected ones.
    std::vector<state::RejectedCount> rejected();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace datasync::engine
