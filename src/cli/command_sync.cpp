// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync sync`: one entity type from one source.
#include "cli/command_sync.hpp"

#include "cli/failure.hpp"
#include "cli/file_options.hpp"
#include "cli/filter_options.hpp"
#include "cli/media_options.hpp"
#include "cli/not_built.hpp"
#include "cli/option_values.hpp"
#include "cli/run_options.hpp"
#include "datasync/error.hpp"
#include "engine/catalogue.hpp"
#include "engine/sync_run.hpp"
#include "formats/open_format.hpp"
#include "report/console.hpp"
#include "report/json_report.hpp"
#include "report/progress.hpp"
#include "report/rejects_file.hpp"
#include "report/text_report.hpp"
#include "util/signals.hpp"
#include "util/text.hpp"

#include <exception>
#include <optional>

namespace datasync::cli {

namespace {

constexpr std::array<std::pair<std::string_view, OnDuplicate>, 4> k_policies = {{
    {"error", OnDuplicate::error},
    {"skip", OnDuplicate::skip},
    {"update", OnDuplicate::update},
    {"merge", OnDuplicate::merge},
}};

constexpr std::string_view k_products = "product";

void add_policy_options(CLI::App& app, SyncCommandOptions& options)
{
    add_choice(app, "-d,--on-duplicate", options.sync.on_duplicate, k_policies,
               "record is there already: error (default), skip, update, merge");
    app.add_flag("--dry-run", options.sync.dry_run,
                 "say per record what would happen; write nothing");
    app.add_flag("--detailed-exitcode", options.detailed_exitcode,
                 "with --dry-run: exit 4 when the real run would change something");
    app.add_flag("--skip-invalid", options.sync.skip_invalid,
                 "set invalid records aside instead of failing them");
    add_product_options(app, options.sync);
    add_mapping_options(app, options.sync);
}

/// Checks that what is said of the source belongs to its adapter.
void complete_file(SyncCommandOptions& options)
{
    const bool reads_file = options.adapter == k_file_adapter;
    if (reads_file && options.file.path.empty()) {
        usage_error("-a {} (the default) reads a file: say which with -f FILE; the database of a "
                    "shop is read with -a {}",
                    k_file_adapter, k_database_adapter);
    }
    if (!reads_file && !options.file.path.empty()) {
        usage_error("-f: a file is read with -a {}, not with -a {}", k_file_adapter,
                    options.adapter);
    }
    if (!reads_file && options.file.links_configurables) {
        usage_error("--auto-link-configurables: only files need it; a database says which products "
                    "belong together");
    }
    if (!reads_file) { return; }
    if (options.sync.stock == StockMode::exclude) {
        usage_error("--stock exclude: a file says nothing of stock where it has no such columns; "
                    "leave out qty and the others");
    }
    if (options.connections.source.is_present()) {
        usage_error("--db-...: records come from the file {}; the database that they go to is said "
                    "with --dest-... or --shop-root",
                    options.file.path);
    }
    const auto readable = formats::entities_from_files();
    if (std::find(readable.begin(), readable.end(), options.sync.entity) == readable.end()) {
        usage_error("-f: {} is not read from files; there are: {}", options.sync.entity,
                    fmt::join(readable, ", "));
    }
    options.sync.file = options.file;
    if (options.file.links_configurables && options.sync.entity != k_products) {
        usage_error("--auto-link-configurables says which products of a file belong together; {} "
                    "has none",
                    options.sync.entity);
    }
}

} // namespace

void SyncCommand::setup(CLI::App& app)
{
    add_text(app, "entity", m_options.sync.entity, "entity type: customer, cms_block, ...");
    add_text(app, "source", m_options.sync.source_system,
             "name of the source system; mappings are kept under it");
    add_text(app, "-a,--adapter", m_options.adapter,
             "kind of source: csv (default), a file; openmage, the database of a shop")
        ->type_name("NAME");
    add_file_options(app, m_options.file);
    app.add_flag("--auto-link-configurables", m_options.file.links_configurables,
                 "of products: simple ones belong to the configurable one above them in the file "
                 "that has their attribute set")
        ->group("File");
    add_policy_options(app, m_options);
    add_filter_options(app, m_options.sync.filter);
    add_pace_options(app, m_options.sync);
    add_lock_options(app, m_options.lock);
    add_media_options(app, m_options.sync.media);
    add_run_report_options(app, m_options.report);
    add_both_sides(app, m_options.connections);
    add_not_built_options(app);
    app.footer(fmt::format(
        "Entity types: {}\n\n"
        "Examples:\n"
        "  datasync sync customer erp -f customers.csv -d update --shop-root /var/www/html\n"
        "  datasync sync customer legacy -a openmage -d update \\\n"
        "      --db-host old.example.com --db-name shop --db-user reader \\\n"
        "      --shop-root /var/www/html --dry-run\n"
        "Passwords belong into DATASYNC_LIVE_PASS and DATASYNC_DEST_PASS or into .env.local.",
        fmt::join(engine::built_entities(), ", ")));
}

void complete(SyncCommandOptions& options, std::span<const std::string> built)
{
    if (options.sync.entity.empty()) {
        usage_error("no entity type is given: datasync sync <entity> <source>; there are: {}",
                    fmt::join(built, ", "));
    }
    options.sync.entity = check_entity(options.sync.entity, built);
    if (options.sync.source_system.empty()) {
        usage_error("the source has no name: datasync sync {} <source>, for example `legacy`",
                    options.sync.entity);
    }
    if (options.sync.stock != StockMode::include && options.sync.entity != k_products) {
        usage_error("--stock says what of products travels; {} has none", options.sync.entity);
    }
    if (options.sync.options_mode != OptionsMode::replace &&
        (options.sync.entity != k_products || options.sync.stock == StockMode::only)) {
        usage_error("--options-mode says what becomes of the custom options of products, which do "
                    "not travel here");
    }
    // Stock alone is an entity type of its own, which is known by its product.
    if (options.sync.stock == StockMode::only) { options.sync.entity = "stock"; }
    check_source_name(options.sync.source_system);
    check_adapter(options.adapter);
    complete_file(options);
    check_filter(options.sync.filter);
    if (options.detailed_exitcode && !options.sync.dry_run) {
        usage_error("--detailed-exitcode works only together with --dry-run");
    }
}

ExitCode SyncCommand::run(const std::string& command_line)
{
    complete(m_options, engine::built_entities());
    m_options.sync.command_line = command_line;
    const Surroundings around = Surroundings::of_process();
    m_options.sync.media.dry_run = m_options.sync.dry_run;
    complete_media(m_options.sync.media, m_options.connections.shop_root, around);
    ResolvedConnection source;
    if (!m_options.sync.file) { source = resolve_source(m_options.connections, around); }
    const ResolvedConnection destination = resolve_destination(m_options.connections, around);
    // What a file names is looked up on the destination.
    if (m_options.sync.file) { source.settings = destination.settings; }
    return run_reported(source, destination);
}

ExitCode SyncCommand::run_reported(const ResolvedConnection& source,
                                   const ResolvedConnection& destination)
{
    const ReportOptions& wanted = m_options.report;
    const report::ReportStyle style{wanted.quiet, wanted.verbosity, m_options.detailed_exitcode};
    std::optional<report::RejectsFile> rejects;
    if (!wanted.rejects_file.empty()) { rejects.emplace(wanted.rejects_file); }
    const auto log = open_log(wanted);

    report::Console console = report::Console::standard();
    report::TextReport text(console, style);
    report::JsonReport json(console, style, m_options.sync);
    report::Progress progress(console, style);
    report::ReportGroup reports;
    // Files come first: when one of them is full, the summary must not say that all went well.
    if (rejects) { reports.add(*rejects); }
    if (log) { reports.add(*log); }
    reports.add(progress);
    if (wanted.format == ReportFormat::json) {
        reports.add(json);
    } else {
        reports.add(text);
    }

    if (log) { log->note(m_options.sync.command_line); }
    for (const ResolvedConnection* const side : {&source, &destination}) {
        for (const std::string& warning : side->warnings) { reports.warning(warning); }
    }
    try {
        const auto& stop = util::install_stop_signals();
        m_options.lock.stop = &stop;
        const SyncResult result = engine::run_sync(
            m_options.sync, {source.settings, destination.settings, m_options.lock}, reports, stop);
        console.flush();
        return exit_code_for(result, m_options.detailed_exitcode);
    } catch (...) {
        const Failure failure = failure_of(std::current_exception());
        reports.aborted(failure.message, failure.exit_code);
        console.flush();
        throw;
    }
}

} // namespace datasync::cli
