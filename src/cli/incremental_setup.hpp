// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is open around runs along a tracker, for `incremental` and `watch` alike.
#pragma once

#include "cli/incremental_options.hpp"
#include "engine/run_connections.hpp"
#include "report/console.hpp"
#include "report/progress.hpp"
#include "report/rejects_file.hpp"
#include "report/run_log.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::cli {

/// Both sides as they are to be reached, and who hears of runs.
class IncrementalSetup {
public:
    /// Completes the options, which outlive the object, and opens files. From then on signals are
    /// a wish to stop. `command` is the command's name. Throws UsageError.
    IncrementalSetup(IncrementalCommandOptions& options, std::string_view command,
                     const std::string& command_line);
    IncrementalSetup(const IncrementalSetup&) = delete;
    IncrementalSetup& operator=(const IncrementalSetup&) = delete;

    /// Adds the command's own report, the last to hear of anything, and says to all of them what is
    /// worth saying before the first run.
    void begin(report::RunReport& summary);

    /// Sends on what has been said so far. Throws FatalError when standard output took not all.
    void flush();

    const engine::RunConnections& connections() const { return m_connections; }
    const std::atomic<bool>& stop() const { return m_stop; }
    const report::ReportStyle& style() const { return m_style; }
    report::Console& console() { return m_console; }
    report::ReportGroup& reports() { return m_reports; }
    Monitoring& monitoring() { return *m_monitoring; }

private:
    void warn(const std::string& text);

    const std::atomic<bool>& m_stop;
    report::ReportStyle m_style;
    std::string m_command_line;
    std::vector<std::string> m_warnings;
    engine::RunConnections m_connections;
    report::Console m_console = report::Console::standard();
    std::optional<report::RejectsFile> m_rejects;
    std::unique_ptr<report::RunLog> m_log;
    std::optional<report::Progress> m_progress;
    report::ReportGroup m_reports;
    std::optional<Monitoring> m_monitoring;
};

} // namespace datasync::cli
