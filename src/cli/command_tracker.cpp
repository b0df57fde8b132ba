// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync tracker`: the change tracker on the source, fed by triggers.
#include "cli/command_tracker.hpp"

#include "cli/connection_layers.hpp"
#include "cli/option_values.hpp"
#include "datasync/error.hpp"
#include "engine/catalogue.hpp"
#include "report/tracker_report.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::cli {

namespace {

constexpr std::array<std::pair<std::string_view, TrackerAction>, 3> k_actions = {{
    {"install", TrackerAction::install},
    {"status", TrackerAction::status},
    {"uninstall", TrackerAction::uninstall},
}};

constexpr std::string_view k_triggers = "triggers";

void refuse_flag(bool is_given, std::string_view flag, std::string_view action)
{
    if (is_given) { usage_error("{} goes with `datasync tracker {}` alone", flag, action); }
}

} // namespace

void TrackerCommand::setup(CLI::App& app)
{
    add_choice(app, "action", m_options.action, k_actions, "install, status or uninstall")
        ->required();
    add_text(app, "--mode", m_options.mode, "triggers (default)")->type_name("MODE");
    app.add_flag("--no-echo", m_options.no_echo,
                 "install: leave out what datasync itself writes into this shop");
    app.add_flag("--keep-table", m_options.keep_table, "uninstall: leave the table and its rows");
    app.add_flag("--force", m_options.force, "uninstall: even if changes are pending");
    app.add_flag("--dry-run", m_options.dry_run,
                 "install, uninstall: print the statements; change nothing");
    add_format_option(app, m_options.report);
    add_log_options(app, m_options.report);
    add_side_options(app, k_source_side, m_options.connections.source);
    add_connection_options(app, m_options.connections);
    app.footer("Example:\n"
               "  datasync tracker install --db-host shop.example.com --db-name shop --db-user "
               "admin\n"
               "  datasync tracker status --format json");
}

void TrackerCommand::check_options() const
{
    if (m_options.mode != k_triggers) {
        usage_error("--mode: \"{}\" is not a mode; there is: {}. Observers in PHP instead of "
                    "triggers are the module in source-module/, which is installed like any other",
                    util::printable(m_options.mode), k_triggers);
    }
    const bool is_install = m_options.action == TrackerAction::install;
    const bool is_uninstall = m_options.action == TrackerAction::uninstall;
    refuse_flag(m_options.no_echo && !is_install, "--no-echo", "install");
    refuse_flag(m_options.keep_table && !is_uninstall, "--keep-table", "uninstall");
    refuse_flag(m_options.force && !is_uninstall, "--force", "uninstall");
    refuse_flag(m_options.dry_run && !is_install && !is_uninstall, "--dry-run",
                "install or uninstall");
    if (m_options.report.format == ReportFormat::json) {
        refuse_flag(is_install || is_uninstall, "--format json", "status");
    }
}

ExitCode TrackerCommand::run(const std::string& command_line)
{
    check_options();
    const ResolvedConnection source =
        resolve_source(m_options.connections, Surroundings::of_process());
    const auto log = open_log(m_options.report);
    if (log) { log->note(command_line); }
    report::Console console = report::Console::standard();
    for (const std::string& text : source.warnings) {
        console.error_line(fmt::format("warning: {}", text));
    }
    db::Connection connection(source.settings, "source");
    schema::Shop shop(connection);
    const auto handlers = engine::make_entity_handlers();
    std::vector<const EntitySpec*> specs;
    for (const auto& handler : handlers) {
        if (handler->spec().part_of.empty()) { specs.push_back(&handler->spec()); }
    }
    schema::TrackerInstallation tracker(shop, specs);
    const std::string described = source.settings.describe();
    switch (m_options.action) {
    case TrackerAction::install:
        install(tracker, console);
        break;
    case TrackerAction::uninstall:
        uninstall(tracker, console);
        break;
    case TrackerAction::status:
        console.write(m_options.report.format == ReportFormat::json
                          ? report::tracker_json(tracker.status(), described)
                          : report::tracker_text(tracker.status(), described));
        break;
    }
    console.flush();
    return ExitCode::done;
}

void TrackerCommand::install(schema::TrackerInstallation& tracker, report::Console& console) const
{
    const auto change = tracker.installation(m_options.no_echo);
    if (!change.is_empty()) { tracker.check_rights(change); }
    if (m_options.dry_run) {
        console.write(report::script_text(tracker.statements(change)));
        return;
    }
    tracker.apply(change);
    console.write(report::installed_text(change, tracker.table()));
}

void TrackerCommand::uninstall(schema::TrackerInstallation& tracker, report::Console& console) const
{
    const auto change = tracker.removal(m_options.keep_table);
    const auto pending = change.drops_table ? tracker.pending() : 0;
    if (pending > 0 && !m_options.force) {
        fatal(ExitCode::refused,
              "{} changes in {} have not been synced and would be lost: run `datasync incremental "
              "--mark-synced` first, leave the table with --keep-table, or give --force",
              pending, tracker.table().name);
    }
    tracker.check_rights(change);
    if (m_options.dry_run) {
        console.write(report::script_text(tracker.statements(change)));
        return;
    }
    tracker.apply(change);
    console.write(report::uninstalled_text(change, tracker.table()));
}

} // namespace datasync::cli
