// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Calls the command line and turns errors into one line and an exit code.
#include "cli/app.hpp"
#include "cli/failure.hpp"
#include "report/console.hpp"

#include <exception>
#include <string>
#include <vector>

int main(int argc, char** argv)
{
    try {
        // Copied first, because the originals are wiped of what process lists must not show.
        const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
        datasync::cli::hide_secrets(argc, argv);
        return static_cast<int>(datasync::cli::run_app(arguments));
    } catch (...) {
        const auto failure = datasync::cli::failure_of(std::current_exception());
        datasync::report::Console::standard().error_line("datasync: " + failure.message);
        return static_cast<int>(failure.exit_code);
    }
}
