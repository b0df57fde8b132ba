// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The contract of a subcommand.
#pragma once

#include "datasync/exit_code.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::cli {

/// One subcommand. Used once: setup(), then parsing, then run().
class Command {
public:
    virtual ~Command() = default;

    /// The word on the command line.
    virtual std::string_view name() const = 0;
    /// What it does, in one line.
    virtual std::string_view summary() const = 0;
    /// Declares the options; opens nothing.
    virtual void setup(CLI::App& app) = 0;
    /// Does the work. `command_line` is what was typed, without secrets. Throws what main reports.
    virtual ExitCode run(const std::string& command_line) = 0;
};

/// Every subcommand, in the order of the help text.
std::vector<std::unique_ptr<Command>> make_commands();

} // namespace datasync::cli
