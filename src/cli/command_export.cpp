// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/command_export.hpp"

#include "cli/connection_layers.hpp"
#include "cli/file_options.hpp"
#include "cli/filter_options.hpp"
#include "cli/not_built.hpp"
#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "engine/catalogue.hpp"
#include "exports/export_run.hpp"
#include "files/input_file.hpp"
#include "report/console.hpp"
#include "report/export_report.hpp"
#include "util/signals.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace datasync::cli {

void ExportCommand::setup(CLI::App& app)
{
    auto& file = m_options.file;
    const std::string group = "File";
    add_text(app, "entity", file.entity, "entity type: customer, stock, ...");
    add_text(app, "-o,--output", file.path,
             "CSV file to write, gz where it ends in .gz; - is standard output")
        ->type_name("FILE")
        ->group(group);
    app.add_flag("--force", file.replaces, "replace a file that is there already")->group(group);
    app.add_flag("--with-ids", file.with_ids,
                 "add entity_id, and name other records by their ids in this shop")
        ->group(group);
    add_delimiter_option(app, file.delimiter);
    add_filter_options(app, file.filter);
    add_log_options(app, m_options.report);
    add_loudness_options(app, m_options.report);
    add_side_options(app, k_source_side, m_options.connections.source);
    add_connection_options(app, m_options.connections);
    app.footer(
        fmt::format("Entity types: {}\n\n"
                    "Examples:\n"
                    "  datasync export customer -o customers.csv --db-name shop --db-user reader\n"
                    "  datasync export order -o - --date-from 2026-01-01 | gzip > orders.csv.gz\n"
                    "The password belongs into DATASYNC_LIVE_PASS or into .env.local.",
                    fmt::join(exports::exported_entities(), ", ")));
}

ExitCode ExportCommand::run(const std::string& command_line)
{
    auto& file = m_options.file;
    const auto entities = exports::exported_entities();
    if (file.entity.empty()) {
        usage_error("no entity type is given: datasync export <entity> -o FILE; there are: {}",
                    fmt::join(entities, ", "));
    }
    file.entity = check_entity(file.entity, engine::built_entities());
    if (file.path.empty()) {
        usage_error("say which file is to be written: datasync export {} -o FILE; - is standard "
                    "output",
                    file.entity);
    }
    const bool is_standard = file.path == files::k_standard_stream;
    if (is_standard && file.replaces) {
        usage_error("--force: standard output is no file that could be there already");
    }
    check_filter(file.filter);
    const ResolvedConnection source =
        resolve_source(m_options.connections, Surroundings::of_process());
    const auto log = open_log(m_options.report);
    if (log) { log->note(command_line); }
    report::Console console = report::Console::standard();
    report::ExportReport report(
        console, {m_options.report.quiet, m_options.report.verbosity, false}, is_standard);
    for (const auto& warning : source.warnings) { report.warning(warning); }
    const auto result = exports::run_export(
        file, source.settings, engine::make_entity_handlers(),
        [&](std::uint64_t read, std::uint64_t expected) { report.progress(read, expected); },
        util::install_stop_signals());
    report.finished(result);
    console.flush();
    if (log) {
        for (const auto& warning : result.warnings) { log->note(warning); }
    }
    if (result.stopped_early) { return ExitCode::stopped_early; }
    return result.left_out + result.alike == 0 ? ExitCode::done : ExitCode::records_left;
}

} // namespace datasync::cli
