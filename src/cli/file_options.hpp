// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say which file is read and how.
#pragma once

#include "datasync/sync_options.hpp"

#include <CLI/CLI.hpp>

namespace datasync::cli {

/// Declares -f, --delimiter, --encoding and --ignore-unknown-columns; their values are checked
/// while they are read.
void add_file_options(CLI::App& app, FileOptions& options);

/// `--delimiter`, of files that are read and of those that are written.
void add_delimiter_option(CLI::App& app, char& delimiter);

} // namespace datasync::cli
