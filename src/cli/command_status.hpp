// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync status`: what the tool's own tables on the destination say.
#pragma once

#include "cli/command.hpp"
#include "cli/connection_options.hpp"
#include "cli/report_options.hpp"

namespace datasync::cli {

/// What the command line asks for.
struct StatusCommandOptions {
    std::string source_system; ///< Empty: all.
    ConnectionOptions connections;
    ReportOptions report;
};

/// Shows registry, last runs, failures and open references; writes nothing.
class StatusCommand : public Command {
public:
    std::string_view name() const override { return "status"; }
    std::string_view summary() const override
    {
        return "Show what has been synced into a shop, and what is left";
    }
    void setup(CLI::App& app) override;
    ExitCode run(const std::string& command_line) override;

private:
    StatusCommandOptions m_options;
};

} // namespace datasync::cli
