// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The passes in which a file is read again: what its records say of each other can be written only
// once all of them have come.
#pragma once

#include "datasync/sync_options.hpp"
#include "datasync/sync_result.hpp"
#include "engine/shop_session.hpp"

#include <atomic>

namespace datasync::engine {

/// Runs an entity type from a file and then what is part of it (EntitySpec::part_of), as one run:
/// the listener hears of each record once, and of one result. Records that did not arrive, and
/// under `error` and `skip` those that were there, are left out of the later passes. Throws as
/// run_entity() does.
SyncResult run_from_file(ShopSession& session, const SyncOptions& options, RunListener& listener,
                         const std::atomic<bool>& stop);

} // namespace datasync::engine
