// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync sync`: one entity type from one source.
#include "cli/command_sync.hpp"

#include "cli/failure.hpp"
#include "cli/filter_options.hpp"
#include "cli/media_options.hpp"
#include "cli/not_built.hpp"
#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "engine/catalogue.hpp"
#include "engine/sync_run.hpp"
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
constexpr std::array<std::pair<std::string_view, StockMode>, 3> k_stock_modes = {{
    {"include", StockMode::include},
    {"exclude", StockMode::exclude},
    {"only", StockMode::only},
}};

constexpr std::array<std::pair<std::string_view, OptionsMode>, 3> k_options_modes = {{
    {"replace", OptionsMode::replace},
    {"merge", OptionsMode::merge},
    {"append", OptionsMode::append},
}};

constexpr unsigned k_largest_batch = 10'000;
constexpr unsigned k_most_jobs = 16;
constexpr unsigned k_longest_runtime_s = 31'536'000;
/// Together with a shop's own numbers, two of them fit the columns.
constexpr std::size_t k_longest_mark = 20;
/// The registry's column for the name of a source.
constexpr std::size_t k_longest_source_name = 50;

/// Declares an option for a piece of document numbers.
void add_number_mark(CLI::App& app, const std::string& name, std::string& target,
                     const std::string& help)
{
    const auto read_mark = [&target, name](const std::string& text) {
        const bool is_mark = !text.empty() && text.size() <= k_longest_mark &&
                             text.find(' ') == std::string::npos && util::printable(text) == text;
        if (!is_mark) {
            usage_error("{}: \"{}\" is not a text of 1 to {} bytes without blanks", name,
                        util::printable(text), k_longest_mark);
        }
        target = text;
    };
    app.add_option_function<std::string>(name, read_mark, help)->type_name("TEXT");
}

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
    app.add_flag("--no-create-attributes", options.no_create_attributes,
                 "report attributes that the destination lacks instead of creating them");
    add_choice(app, "--stock", options.sync.stock, k_stock_modes,
               "of products: include (default), exclude, only");
    add_choice(app, "--options-mode", options.sync.options_mode, k_options_modes,
               "custom options of products: replace (default), merge, append");
    add_code_map(app, "--map-store", options.sync.store_map,
                 "store code of the source=store code of the destination");
    add_code_map(app, "--map-website", options.sync.website_map, "the same for websites");
    add_number_mark(app, "--increment-prefix", options.sync.increment_prefix,
                    "put before the number of every order or document");
    add_number_mark(app, "--increment-suffix", options.sync.increment_suffix, "put after it");
}

void add_pace_options(CLI::App& app, SyncCommandOptions& options)
{
    const std::string group = "Pace";
    add_number(app, "--batch-size", options.sync.batch_size, 1, k_largest_batch,
               "records per transaction (default: by entity type)")
        ->group(group);
    add_number(app, "--jobs", options.sync.jobs, 1, k_most_jobs,
               "writers side by side, 1 to 16 (default 2)")
        ->group(group);
    add_number(app, "--max-runtime", options.sync.max_runtime_s, 1, k_longest_runtime_s,
               "seconds after which the run stops cleanly (exit 8)")
        ->group(group);
    app.add_flag("--no-load-data", options.no_load_data,
                 "never use LOAD DATA LOCAL, even where the server allows it")
        ->group(group);
}

void check_source_name(const std::string& name)
{
    const std::optional<std::size_t> length = util::utf8_length(name);
    if (!length || *length > k_longest_source_name || util::printable(name) != name) {
        usage_error("the source's name \"{}\" must be text of at most {} characters",
                    util::printable(name), k_longest_source_name);
    }
}

} // namespace

void SyncCommand::setup(CLI::App& app)
{
    add_text(app, "entity", m_options.sync.entity, "entity type: customer, cms_block, ...");
    add_text(app, "source", m_options.sync.source_system,
             "name of the source system; mappings are kept under it");
    app.add_option_function<std::string>(
        "-a,--adapter",
        [this](const std::string& word) {
            m_options.adapter = word;
            m_options.is_adapter_given = true;
        },
        "kind of source: openmage (the default, csv, is not built yet)");
    add_policy_options(app, m_options);
    add_filter_options(app, m_options.sync.filter);
    add_pace_options(app, m_options);
    add_media_options(app, m_options.sync.media);
    add_format_option(app, m_options.report);
    add_text(app, "--rejects", m_options.rejects_file,
             "CSV file for every failed or held record and why")
        ->type_name("FILE")
        ->group("Reports");
    add_log_options(app, m_options.report);
    add_loudness_options(app, m_options.report);
    add_side_options(app, k_source_side, m_options.connections.source);
    add_side_options(app, k_destination_side, m_options.connections.destination);
    add_shop_root_option(app, m_options.connections);
    add_connection_options(app, m_options.connections);
    add_not_built_options(app);
    app.footer(fmt::format(
        "Entity types: {}\n\n"
        "Example:\n"
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
    check_adapter(options.adapter, options.is_adapter_given);
    check_filter(options.sync.filter);
    if (options.detailed_exitcode && !options.sync.dry_run) {
        usage_error("--detailed-exitcode works only together with --dry-run");
    }
    options.sync.create_attributes = !options.no_create_attributes;
    options.sync.use_load_data = !options.no_load_data;
}

ExitCode SyncCommand::run(const std::string& command_line)
{
    complete(m_options, engine::built_entities());
    m_options.sync.command_line = command_line;
    const Surroundings around = Surroundings::of_process();
    m_options.sync.media.dry_run = m_options.sync.dry_run;
    complete_media(m_options.sync.media, m_options.connections.shop_root, around);
    const ResolvedConnection source = resolve_source(m_options.connections, around);
    const ResolvedConnection destination = resolve_destination(m_options.connections, around);
    return run_reported(source, destination);
}

ExitCode SyncCommand::run_reported(const ResolvedConnection& source,
                                   const ResolvedConnection& destination)
{
    const ReportOptions& wanted = m_options.report;
    const report::ReportStyle style{wanted.quiet, wanted.verbosity, m_options.detailed_exitcode};
    std::optional<report::RejectsFile> rejects;
    if (!m_options.rejects_file.empty()) { rejects.emplace(m_options.rejects_file); }
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
        const SyncResult result =
            engine::run_sync(m_options.sync, source.settings, destination.settings, reports,
                             util::install_stop_signals());
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
