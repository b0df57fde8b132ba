// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/incremental_setup.hpp"

#include "util/signals.hpp"
#include "util/text.hpp"

namespace datasync::cli {

IncrementalSetup::IncrementalSetup(IncrementalCommandOptions& options, std::string_view command,
                                   const std::string& command_line)
    : m_stop(util::install_stop_signals()),
      m_style{options.report.quiet, options.report.verbosity, false},
      m_command_line(command_line)
{
    options.incremental.sync.command_line = command_line;
    const Surroundings around = Surroundings::of_process();
    complete_incremental(options, around);
    const ResolvedConnection source = resolve_source(options.connections, around);
    const ResolvedConnection destination = resolve_destination(options.connections, around);
    for (const ResolvedConnection* const side : {&source, &destination}) {
        m_warnings.insert(m_warnings.end(), side->warnings.begin(), side->warnings.end());
    }
    options.lock.stop = &m_stop;
    m_connections = {source.settings, destination.settings, options.lock};
    const auto& rejects_file = options.report.rejects_file;
    if (!rejects_file.empty()) { m_rejects.emplace(rejects_file); }
    m_log = open_log(options.report);
    m_progress.emplace(m_console, m_style);
    m_monitoring.emplace(options.monitoring,
                         Monitoring::Run{options.incremental, command,
                                         [this](const std::string& text) { warn(text); }});
}

void IncrementalSetup::begin(report::RunReport& summary)
{
    if (m_rejects) { m_reports.add(*m_rejects); }
    if (m_log) { m_reports.add(*m_log); }
    m_reports.add(*m_progress);
    m_reports.add(summary);
    if (m_log) { m_log->note(m_command_line); }
    for (const auto& text : m_warnings) { m_reports.warning(text); }
}

void IncrementalSetup::flush()
{
    if (m_log) { m_log->flush(); }
    m_console.flush();
}

void IncrementalSetup::warn(const std::string& text)
{
    // The reports of the run are complete already.
    m_console.error_line("warning: " + util::printable(text));
    if (m_log) { m_log->warning(text); }
}

} // namespace datasync::cli
