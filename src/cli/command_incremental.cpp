// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/command_incremental.hpp"

#include "cli/failure.hpp"
#include "cli/media_options.hpp"
#include "cli/not_built.hpp"
#include "cli/option_values.hpp"
#include "cli/removal_options.hpp"
#include "cli/run_options.hpp"
#include "datasync/error.hpp"
#include "engine/catalogue.hpp"
#include "engine/incremental_run.hpp"
#include "engine/removal_policy.hpp"
#include "report/incremental_report.hpp"
#include "report/progress.hpp"
#include "report/rejects_file.hpp"
#include "util/signals.hpp"

#include <fmt/ranges.h>

#include <exception>
#include <limits>
#include <memory>
#include <optional>

namespace datasync::cli {

namespace {

constexpr std::string_view k_default_source = "live";

/// Fills in what follows from the options, and checks them together.
void complete(IncrementalCommandOptions& options, const Surroundings& around)
{
    auto& sync = options.incremental.sync;
    sync.on_duplicate = OnDuplicate::update;
    sync.unmapped_scope_fails_record = true;
    if (sync.source_system.empty()) {
        sync.source_system = configured_source_name(options.connections, around)
                                 .value_or(std::string(k_default_source));
    }
    check_source_name(sync.source_system);
    auto& entity = options.incremental.only_entity;
    if (!entity.empty()) { entity = check_entity(entity, engine::built_entities()); }
    if (sync.stock == StockMode::exclude && entity == "stock") {
        usage_error("--entity stock and --stock exclude leave nothing to do");
    }
    if (sync.stock == StockMode::only && !entity.empty() && entity != "stock") {
        usage_error("--stock only and --entity {} leave nothing to do", entity);
    }
    engine::check_removal_options(options.incremental.removal);
    sync.media.dry_run = sync.dry_run;
    complete_media(sync.media, options.connections.shop_root, around);
}

} // namespace

void IncrementalCommand::setup(CLI::App& app)
{
    auto& sync = m_options.incremental.sync;
    add_text(app, "-e,--entity", m_options.incremental.only_entity, "only this entity type");
    app.add_flag("--mark-synced", m_options.incremental.acknowledges,
                 "acknowledge the changes that have arrived");
    add_number(app, "-l,--limit", m_options.incremental.limit, 1,
               std::numeric_limits<std::uint64_t>::max(),
               "at most so many records per entity type");
    app.add_flag("--dry-run", sync.dry_run, "say per record what would happen; write nothing");
    add_removal_options(app, m_options.incremental.removal);
    app.add_flag("--pull-dependencies,!--no-pull-dependencies", m_options.incremental.pulls,
                 "bring what changed records need and has never come (default), or hold them");
    add_text(app, "--source", sync.source_system,
             "name of the source system (default: DATASYNC_LIVE_NAME, else live)");
    app.add_flag("--no-lock", m_options.lock.is_skipped,
                 "do not keep other runs of this destination away (not recommended)");
    add_product_options(app, sync);
    add_mapping_options(app, sync);
    add_pace_options(app, sync);
    add_lock_options(app, m_options.lock);
    add_media_options(app, sync.media);
    add_format_option(app, m_options.report);
    add_text(app, "--rejects", m_options.rejects_file,
             "CSV file for every failed or held record and why")
        ->type_name("FILE")
        ->group("Reports");
    add_log_options(app, m_options.report);
    add_loudness_options(app, m_options.report);
    add_side_options(app, k_source_side, m_options.connections.source);
    add_side_options(app, k_destination_side, m_options.connections.destination);
    add_connection_options(app, m_options.connections);
    app.footer("Example, every five minutes:\n"
               "  */5 * * * * cd /var/www/html && datasync incremental --mark-synced >> "
               "var/log/datasync.log 2>&1");
}

ExitCode IncrementalCommand::run(const std::string& command_line)
{
    m_options.incremental.sync.command_line = command_line;
    const Surroundings around = Surroundings::of_process();
    complete(m_options, around);
    const ResolvedConnection source = resolve_source(m_options.connections, around);
    const ResolvedConnection destination = resolve_destination(m_options.connections, around);

    const ReportOptions& wanted = m_options.report;
    const report::ReportStyle style{wanted.quiet, wanted.verbosity, false};
    std::optional<report::RejectsFile> rejects;
    if (!m_options.rejects_file.empty()) { rejects.emplace(m_options.rejects_file); }
    const auto log = open_log(wanted);
    report::Console console = report::Console::standard();
    report::Progress progress(console, style);
    std::unique_ptr<report::IncrementalReport> summary;
    if (wanted.format == ReportFormat::json) {
        summary = std::make_unique<report::IncrementalJson>(console, m_options.incremental);
    } else {
        summary = std::make_unique<report::IncrementalText>(console, style);
    }
    report::ReportGroup reports;
    if (rejects) { reports.add(*rejects); }
    if (log) { reports.add(*log); }
    reports.add(progress);
    reports.add(*summary);

    if (log) { log->note(command_line); }
    for (const ResolvedConnection* const side : {&source, &destination}) {
        for (const std::string& warning : side->warnings) { reports.warning(warning); }
    }
    try {
        const auto& stop = util::install_stop_signals();
        m_options.lock.stop = &stop;
        const engine::RunConnections connections{source.settings, destination.settings,
                                                 m_options.lock};
        engine::IncrementalRunner runner(m_options.incremental, connections);
        const IncrementalResult result = runner.run(reports, stop);
        summary->ended(result);
        console.flush();
        return exit_code_for(result);
    } catch (...) {
        const Failure failure = failure_of(std::current_exception());
        reports.aborted(failure.message, failure.exit_code);
        console.flush();
        throw;
    }
}

} // namespace datasync::cli
