// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync lint`: checks a file without any database.
#pragma once

#include "cli/command.hpp"
#include "cli/report_options.hpp"
#include "datasync/sync_options.hpp"

#include <string>

namespace datasync::cli {

/// Says all that is wrong with a file before it is loaded.
class LintCommand : public Command {
public:
    std::string_view name() const override { return "lint"; }
    std::string_view summary() const override { return "Check a file without any database"; }
    void setup(CLI::App& app) override;
    ExitCode run(const std::string& command_line) override;

private:
    std::string m_entity;
    FileOptions m_file;
    ReportOptions m_report;
};

} // namespace datasync::cli
