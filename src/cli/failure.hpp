// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What an error means to the one who called the program.
#pragma once

#include "datasync/exit_code.hpp"

#include <exception>
#include <string>

namespace datasync::cli {

/// How the program ends because of an error.
struct Failure {
    ExitCode exit_code = ExitCode::internal_error;
    std::string message; ///< One line.
};

/// Exit code and message of an exception.
Failure failure_of(const std::exception_ptr& error);

} // namespace datasync::cli
