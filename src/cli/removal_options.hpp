// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say what becomes of records that are gone from the source.
#pragma once

#include "datasync/removal.hpp"

#include <CLI/CLI.hpp>

namespace datasync::cli {

/// Declares them. Reading them throws UsageError for words that mean nothing.
void add_removal_options(CLI::App& app, RemovalOptions& options);

} // namespace datasync::cli
