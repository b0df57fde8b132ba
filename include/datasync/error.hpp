// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The three kinds of errors, told apart by what one can do about them.
#pragma once

#include "datasync/exit_code.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace datasync {

/// The command or its configuration is wrong; the user corrects it and runs again (exit 2).
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// This run is over; the exit code says of which kind the reason is.
class FatalError : public std::runtime_error {
public:
    FatalError(ExitCode exit_code, const std::string& message)
        : std::runtime_error(message), m_exit_code(exit_code)
    {
    }

    /// The code the process ends with.
    ExitCode exit_code() const noexcept { return m_exit_code; }

private:
    ExitCode m_exit_code;
};

/// Ends the run with a formatted message.
template<typename... Args>
[[noreturn]] void fatal(ExitCode exit_code, fmt::format_string<Args...> format, Args&&... args)
{
    throw FatalError(exit_code, fmt::format(format, std::forward<Args>(args)...));
}

/// Refuses the command with a formatted message.
template<typename... Args>
[[noreturn]] void usage_error(fmt::format_string<Args...> format, Args&&... args)
{
    throw UsageError(fmt::format(format, std::forward<Args>(args)...));
}

} // namespace datasync
