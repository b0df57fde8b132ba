// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync incremental`: what the source's tracker announces.
#pragma once

#include "cli/command.hpp"
#include "cli/incremental_options.hpp"

#include <string>

namespace datasync::cli {

/// Takes across what has changed.
class IncrementalCommand : public Command {
public:
    std::string_view name() const override { return "incremental"; }
    std::string_view summary() const override
    {
        return "Sync what has changed since, along the source's change tracker";
    }
    void setup(CLI::App& app) override;
    ExitCode run(const std::string& command_line) override;

private:
    IncrementalCommandOptions m_options;
};

} // namespace datasync::cli
