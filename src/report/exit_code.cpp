// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The exit code of a run that came to its end.
#include "datasync/incremental.hpp"

namespace datasync {

ExitCode exit_code_for(const SyncResult& result, bool detailed_exitcode)
{
    // What is left undone weighs most: a run that stopped early has not seen all its failures yet.
    if (result.stopped_early) { return ExitCode::stopped_early; }
    const auto failed_files = result.media ? result.media->failed : 0;
    if (result.count(Outcome::failed) + result.count(Outcome::held) + result.set_aside +
            result.incomplete + failed_files >
        0) {
        return ExitCode::records_left;
    }
    const auto files = result.media ? result.media->copied : 0;
    const bool would_change = result.changed() + result.delivered_references + files > 0;
    if (detailed_exitcode && result.dry_run && would_change) { return ExitCode::differences; }
    return ExitCode::done;
}

ExitCode exit_code_for(const IncrementalResult& result)
{
    if (!result.failures.empty()) { return result.failures.front().exit_code; }
    for (const auto& removal : result.removals) {
        if (removal.refused_by_guard) { return ExitCode::refused; }
    }
    if (result.stopped_early) { return ExitCode::stopped_early; }
    for (const auto& removal : result.removals) {
        if (removal.count(RemovalOutcome::failed) + removal.count(RemovalOutcome::held) > 0) {
            return ExitCode::records_left;
        }
    }
    for (const auto& entity : result.entities) {
        const auto code = exit_code_for(entity, false);
        if (code != ExitCode::done) { return code; }
    }
    return ExitCode::done;
}

} // namespace datasync
