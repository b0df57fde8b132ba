// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs a command of the user's through the shell, with a text for it to read and a limit of time.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace datasync::util {

/// What a command gets.
struct ShellCommand {
    std::string command;                            ///< For /bin/sh.
    std::string_view input;                         ///< Its standard input.
    std::map<std::string, std::string> environment; ///< Beside that of this process.
    std::chrono::seconds limit{60};                 ///< After that it is killed.
    const std::atomic<bool>* stop = nullptr;        ///< Set while it runs, it is killed, too.
};

/// Runs it and waits for its end; what it writes goes to standard error. Returns what went wrong
/// ("it ended with 3"), or "". What it leaves in the background with its streams goes on, unless it
/// is killed.
std::string run_shell_command(const ShellCommand& wanted);

} // namespace datasync::util
