// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One entity type from one source into the destination: read, map, decide, write, count.
#pragma once

#include "datasync/sync_options.hpp"
#include "datasync/sync_result.hpp"
#include "engine/run_connections.hpp"

#include <atomic>

namespace datasync::engine {

/// Runs one `sync`. Ends early, after whole batches, once `stop` is set. Throws UsageError or
/// FatalError when the run cannot begin or go on; the listener has then heard of every record
/// that was committed.
SyncResult run_sync(const SyncOptions& options, const RunConnections& connections,
                    RunListener& listener, const std::atomic<bool>& stop);

} // namespace datasync::engine
