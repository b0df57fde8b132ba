// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Does on the destination what follows from records that are gone from the source.
#pragma once

#include "datasync/removal.hpp"
#include "datasync/sync_options.hpp"
#include "engine/shop_session.hpp"

#include <span>

namespace datasync::engine {

/// Removes, disables or keeps the destination's records of one entity type whose source is gone, by
/// the policy for that type, and forgets what they had become; in a dry run says what it would do.
/// `gone` may be any number of ids, each once; the listener hears of each once, and of records
/// below them that the source has lost as well. To be called with the session's snapshot begun and
/// before the records of the type are synced, so that those made anew take over what is there.
/// Records that are `held` are to be given again once their type has been synced. Throws UsageError
/// or FatalError when it cannot begin or go on.
RemovalResult remove_gone(ShopSession& session, const SyncOptions& options,
                          const RemovalOptions& removal, std::span<const GoneRecord> gone,
                          const RemovalListener& listener);

} // namespace datasync::engine
