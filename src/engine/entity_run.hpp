// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One entity type through an open session: read, map, decide, write, count.
#pragma once

#include "datasync/sync_options.hpp"
#include "datasync/sync_result.hpp"
#include "engine/missing_records.hpp"
#include "engine/shop_session.hpp"

#include <atomic>
#include <cstdint>
#include <functional>

namespace datasync::engine {

/// What ties one of several runs to the others.
struct RunLinks {
    MissingRecords* missing = nullptr;           ///< Gets what the records lack.
    const PretendedRecords* pretended = nullptr; ///< Of a dry run: what the others announced.
    /// Of a file that is read again: which lines count; empty: all.
    std::function<bool(std::uint64_t line)> takes_line = {};
};

/// Takes the records of one entity type across, as the session's snapshot has them. Ends early,
/// after whole batches, once `stop` is set. Throws UsageError or FatalError when it cannot begin or
/// go on; the listener has then heard of every record that was committed.
SyncResult run_entity(ShopSession& session, const SyncOptions& options, RunListener& listener,
                      const std::atomic<bool>& stop, const RunLinks& links = {});

} // namespace datasync::engine
