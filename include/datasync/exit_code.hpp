// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The exit codes, the same for every command. Cron jobs and CI depend on them (doc/exit-codes.md).
#pragma once

namespace datasync {

/// What a process of ours says by ending.
enum class ExitCode {
    done = 0,           ///< Everything asked for is done, or there was nothing to do.
    internal_error = 1, ///< A defect in DataSync itself.
    usage = 2,          ///< The command or the configuration has to be corrected.
    records_left = 3,   ///< Finished, but some records failed or are held.
    differences = 4,    ///< A dry run with --detailed-exitcode found something to change.
    locked = 5,         ///< Another run writes into the same destination.
    unreachable = 6,    ///< A database cannot be reached, refuses the login, or was lost.
    refused = 7,        ///< A safety check said no; nothing was changed by what it guards.
    stopped_early = 8,  ///< A signal or time limit ended the run; the same command goes on.
};

} // namespace datasync
