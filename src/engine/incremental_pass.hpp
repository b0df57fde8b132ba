// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One pass over everything that waits in a tracker.
#pragma once

#include "datasync/incremental.hpp"
#include "engine/run_connections.hpp"
#include "engine/shop_session.hpp"
#include "schema/change_tracker.hpp"

#include <atomic>

namespace datasync::engine {

/// Takes all changes that wait when it begins, type after type. `connections` are for messages.
IncrementalResult take_changes(const IncrementalOptions& options, const RunConnections& connections,
                               ShopSession& session, schema::ChangeTracker& tracker,
                               RunListener& listener, const std::atomic<bool>& stop);

} // namespace datasync::engine
