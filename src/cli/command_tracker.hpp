// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync tracker`: the change tracker on the source, fed by triggers.
#pragma once

#include "cli/command.hpp"
#include "cli/connection_options.hpp"
#include "cli/report_options.hpp"
#include "report/console.hpp"
#include "schema/tracker_installation.hpp"

namespace datasync::cli {

/// What to do with the tracker.
enum class TrackerAction { install, status, uninstall };

/// What the command line asks for.
struct TrackerCommandOptions {
    TrackerAction action = TrackerAction::status;
    std::string mode = "triggers";
    bool dry_run = false;
    bool no_echo = false;
    bool keep_table = false;
    bool force = false;
    ConnectionOptions connections;
    ReportOptions report;
};

/// Makes the source announce its changes, says whether it does, or ends that.
class TrackerCommand : public Command {
public:
    std::string_view name() const override { return "tracker"; }
    std::string_view summary() const override
    {
        return "Let triggers on a source shop note what changes there";
    }
    void setup(CLI::App& app) override;
    ExitCode run(const std::string& command_line) override;

private:
    void check_options() const;
    void install(schema::TrackerInstallation& tracker, report::Console& console) const;
    void uninstall(schema::TrackerInstallation& tracker, report::Console& console) const;

    TrackerCommandOptions m_options;
};

} // namespace datasync::cli
