// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Where a run reads and writes, and what it does about another run of the same destination.
#pragma once

#include "db/connection_settings.hpp"
#include "state/run_lock.hpp"

namespace datasync::engine {

/// Both sides of a run.
struct RunConnections {
    db::ConnectionSettings source;
    db::ConnectionSettings destination;
    state::LockOptions lock;
};

} // namespace datasync::engine
