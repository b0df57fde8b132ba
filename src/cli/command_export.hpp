// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync export`: the records of a shop as a CSV file.
#pragma once

#include "cli/command.hpp"
#include "cli/connection_options.hpp"
#include "cli/report_options.hpp"
#include "datasync/export.hpp"

namespace datasync::cli {

/// What its command line says.
struct ExportCommandOptions {
    ExportOptions file;
    ConnectionOptions connections;
    ReportOptions report;
};

/// Writes what `sync` reads from files. Only looks at the shop.
class ExportCommand : public Command {
public:
    std::string_view name() const override { return "export"; }
    std::string_view summary() const override { return "Write the records of a shop into a file"; }
    void setup(CLI::App& app) override;
    ExitCode run(const std::string& command_line) override;

private:
    ExportCommandOptions m_options;
};

} // namespace datasync::cli
