// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Does a transaction again that lost a deadlock or waited too long for a lock.
#pragma once

#include "datasync/error.hpp"
#include "db/db_error.hpp"

#include <chrono>
#include <thread>

namespace datasync::engine {

/// A transaction is tried so often, with growing pauses.
inline constexpr unsigned k_most_attempts = 6;

/// Calls `work`, a whole transaction, until it is not in the way of another session any longer.
/// Throws FatalError (unreachable) when it stays so; passes on every other error.
template<typename Work>
void retrying(const Work& work)
{
    auto pause = std::chrono::milliseconds{20};
    for (unsigned attempt = 1;; ++attempt) {
        try {
            work();
            return;
        } catch (const db::DbError& error) {
            if (error.kind() != db::DbErrorKind::retry) { throw; }
            if (attempt == k_most_attempts) {
                fatal(ExitCode::unreachable,
                      "{}; tried {} times: another session holds rows that this run needs, run it "
                      "again when that one is done",
                      error.what(), k_most_attempts);
            }
        }
        std::this_thread::sleep_for(pause);
        pause *= 2;
    }
}

} // namespace datasync::engine
