// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One entity type through an open session: read, map, decide, write, count.
#pragma once

#include "datasync/sync_options.hpp"
#include "datasync/sync_result.hpp"
#include "engine/missing_records.hpp"
#include "engine/shop_session.hpp"

#include <atomic>

namespace datasync::engine {

/// Takes the records of one entity type across, as the session's snapshot has them. Ends early,
/// after whole batches, once `stop` is set. Throws UsageError or FatalError when it cannot begin or
/// go on; the listener has then heard of every record that was committed. `missing`, where given,
/// gets what these records name and the destination lacks.
SyncResult run_entity(ShopSession& session, const SyncOptions& options, RunListener& listener,
                      const std::atomic<bool>& stop, MissingRecords* missing = nullptr);

} // namespace datasync::engine
