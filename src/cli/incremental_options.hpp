// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What `incremental` and `watch` are told, and how it is completed.
#pragma once

#include "cli/connection_layers.hpp"
#include "cli/connection_options.hpp"
#include "cli/monitoring.hpp"
#include "cli/report_options.hpp"
#include "datasync/incremental.hpp"
#include "state/run_lock.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace datasync::cli {

/// What the command line asks for.
struct IncrementalCommandOptions {
    IncrementalOptions incremental;
    ConnectionOptions connections;
    state::LockOptions lock;
    ReportOptions report;
    MonitoringOptions monitoring;
};

/// Declares what both commands take.
void add_incremental_options(CLI::App& app, IncrementalCommandOptions& options);

/// Fills in what follows from the options, and checks them together. Throws UsageError.
void complete_incremental(IncrementalCommandOptions& options, const Surroundings& around);

} // namespace datasync::cli
