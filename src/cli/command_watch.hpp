// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync watch`: what the source's tracker announces, as soon as it does.
#pragma once

#include "cli/command.hpp"
#include "cli/incremental_options.hpp"

#include <string>

namespace datasync::cli {

/// Takes across what has changed, again and again.
class WatchCommand : public Command {
public:
    WatchCommand();

    std::string_view name() const override { return "watch"; }
    std::string_view summary() const override
    {
        return "Do what incremental does every few seconds, until it is stopped";
    }
    void setup(CLI::App& app) override;
    ExitCode run(const std::string& command_line) override;

private:
    IncrementalCommandOptions m_options;
    unsigned m_interval_s;
};

} // namespace datasync::cli
