// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say what a run tells, and where.
#pragma once

#include "report/run_log.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace datasync::cli {

/// How results are written.
enum class ReportFormat { text, json };

/// What a command tells, and where.
struct ReportOptions {
    ReportFormat format = ReportFormat::text;
    std::string rejects_file; ///< Of commands that write records.
    std::string log_file;
    bool log_sql = false;
    bool log_sql_data = false;
    bool quiet = false;
    int verbosity = 0;
};

/// Declares --format.
void add_format_option(CLI::App& app, ReportOptions& options);

/// Declares --log-file, --log-sql and --log-sql-data.
void add_log_options(CLI::App& app, ReportOptions& options);

/// Declares -q and -v.
void add_loudness_options(CLI::App& app, ReportOptions& options);

/// Declares all of them, and --rejects, for commands that write records.
void add_run_report_options(CLI::App& app, ReportOptions& options);

/// Opens the log that the options ask for, if any, and sends it the statements. Throws UsageError.
std::unique_ptr<report::RunLog> open_log(const ReportOptions& options);

} // namespace datasync::cli
