// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The subcommands: a table of contents.
#include "cli/command.hpp"
#include "cli/command_export.hpp"
#include "cli/command_incremental.hpp"
#include "cli/command_lint.hpp"
#include "cli/command_status.hpp"
#include "cli/command_sync.hpp"
#include "cli/command_tracker.hpp"
#include "cli/command_watch.hpp"

namespace datasync::cli {

std::vector<std::unique_ptr<Command>> make_commands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<SyncCommand>());
    commands.push_back(std::make_unique<IncrementalCommand>());
    commands.push_back(std::make_unique<WatchCommand>());
    commands.push_back(std::make_unique<LintCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<StatusCommand>());
    commands.push_back(std::make_unique<TrackerCommand>());
    return commands;
}

} // namespace datasync::cli
