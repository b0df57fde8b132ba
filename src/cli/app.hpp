// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The program as a whole: picks the subcommand, reads its options, runs it.
#pragma once

#include "datasync/exit_code.hpp"

#include <string>
#include <vector>

namespace datasync::cli {

/// Runs the program with its arguments (without the program's name). Throws what main reports.
ExitCode run_app(const std::vector<std::string>& arguments);

/// The command line as it may be written down: values of options that hold secrets are `***`.
std::string without_secrets(const std::vector<std::string>& arguments);

/// Overwrites secrets where process lists read them.
void hide_secrets(int count, char** arguments);

} // namespace datasync::cli
