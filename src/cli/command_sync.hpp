// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync sync`: one entity type from one source.
#pragma once

#include "cli/command.hpp"
#include "cli/connection_layers.hpp"
#include "cli/connection_options.hpp"
#include "cli/report_options.hpp"
#include "datasync/sync_options.hpp"
#include "state/run_lock.hpp"

#include <span>

namespace datasync::cli {

/// What the command line asks for.
struct SyncCommandOptions {
    SyncOptions sync;
    std::string adapter = "csv";
    FileOptions file;
    bool detailed_exitcode = false;
    ConnectionOptions connections;
    state::LockOptions lock;
    ReportOptions report;
};

/// Checks what no option can check alone, and fills in what follows from it. `built` are the
/// entity types that work. Throws UsageError.
void complete(SyncCommandOptions& options, std::span<const std::string> built);

/// Moves one entity type.
class SyncCommand : public Command {
public:
    std::string_view name() const override { return "sync"; }
    std::string_view summary() const override
    {
        return "Sync one entity type from a source into a shop";
    }
    void setup(CLI::App& app) override;
    ExitCode run(const std::string& command_line) override;

    /// What was read so far; for tests of the options.
    SyncCommandOptions& options() { return m_options; }

private:
    ExitCode run_reported(const ResolvedConnection& source, const ResolvedConnection& destination);

    SyncCommandOptions m_options;
};

} // namespace datasync::cli
