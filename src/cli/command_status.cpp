// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync status`: what the tool's own tables on the destination say.
#include "cli/command_status.hpp"

#include "cli/connection_layers.hpp"
#include "cli/option_values.hpp"
#include "report/console.hpp"
#include "report/status_report.hpp"

#include <fmt/format.h>

namespace datasync::cli {

void StatusCommand::setup(CLI::App& app)
{
    add_text(app, "source", m_options.source_system, "only this source system (default: all)");
    add_format_option(app, m_options.report);
    add_log_options(app, m_options.report);
    add_side_options(app, k_destination_side, m_options.connections.destination);
    add_shop_root_option(app, m_options.connections);
    add_connection_options(app, m_options.connections);
    app.footer("Example:\n"
               "  cd /var/www/html && datasync status\n"
               "  datasync status legacy --dest-socket /run/mysqld/mysqld.sock --dest-name shop");
}

ExitCode StatusCommand::run(const std::string& command_line)
{
    const ResolvedConnection destination =
        resolve_destination(m_options.connections, Surroundings::of_process());
    const auto log = open_log(m_options.report);
    if (log) { log->note(command_line); }
    report::Console console = report::Console::standard();
    for (const std::string& text : destination.warnings) {
        console.error_line(fmt::format("warning: {}", text));
    }
    db::Connection connection(destination.settings, "destination");
    const state::Status status = state::read_status(connection, m_options.source_system);
    const std::string described = destination.settings.describe();
    console.write(m_options.report.format == ReportFormat::json
                      ? report::status_json(status, described)
                      : report::status_text(status, described));
    console.flush();
    return ExitCode::done;
}

} // namespace datasync::cli
