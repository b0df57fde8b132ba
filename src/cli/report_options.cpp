// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The options that say what a run tells, and where.
#include "cli/report_options.hpp"

#include "cli/option_values.hpp"

namespace datasync::cli {

namespace {

constexpr std::array<std::pair<std::string_view, ReportFormat>, 2> k_formats = {{
    {"text", ReportFormat::text},
    {"json", ReportFormat::json},
}};

const std::string k_group = "Reports";

} // namespace

void add_format_option(CLI::App& app, ReportOptions& options)
{
    add_choice(app, "--format", options.format, k_formats,
               "text (default), or json: one document on standard output")
        ->group(k_group);
}

void add_log_options(CLI::App& app, ReportOptions& options)
{
    add_text(app, "--log-file", options.log_file, "add lines with time stamps to this file")
        ->type_name("FILE")
        ->group(k_group);
    app.add_flag("--log-sql", options.log_sql,
                 "log each SQL statement (to --log-file, else standard error)")
        ->group(k_group);
    app.add_flag("--log-sql-data", options.log_sql_data,
                 "log the statements with their values, which are data of customers")
        ->group(k_group);
}

void add_loudness_options(CLI::App& app, ReportOptions& options)
{
    CLI::Option* const quiet =
        app.add_flag("-q,--quiet", options.quiet, "say nothing when all is well")->group(k_group);
    app.add_flag("-v,--verbose", options.verbosity,
                 "more about progress; -vv: a line for every record")
        ->group(k_group)
        ->excludes(quiet);
}

void add_run_report_options(CLI::App& app, ReportOptions& options)
{
    add_format_option(app, options);
    add_text(app, "--rejects", options.rejects_file,
             "CSV file for every failed or held record and why")
        ->type_name("FILE")
        ->group(k_group);
    add_log_options(app, options);
    add_loudness_options(app, options);
}

std::unique_ptr<report::RunLog> open_log(const ReportOptions& options)
{
    const bool has_statements = options.log_sql || options.log_sql_data;
    if (options.log_file.empty() && !has_statements) { return nullptr; }
    auto log = std::make_unique<report::RunLog>(options.log_file);
    if (has_statements) { log->take_statements(options.log_sql_data); }
    return log;
}

} // namespace datasync::cli
