// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/command_watch.hpp"

#include "cli/failure.hpp"
#include "cli/incremental_setup.hpp"
#include "cli/option_values.hpp"
#include "cli/watch_loop.hpp"
#include "report/watch_report.hpp"

#include <chrono>
#include <exception>
#include <memory>

namespace datasync::cli {

namespace {

constexpr unsigned k_usual_interval_s = 5;
constexpr unsigned k_longest_interval_s = 86'400;

/// Another run may be a full one and take its time; a short one is not worth a word.
constexpr unsigned k_usual_lock_wait_s = 30;

} // namespace

WatchCommand::WatchCommand() : m_interval_s(k_usual_interval_s)
{
    m_options.lock.wait_s = k_usual_lock_wait_s;
    // Changes that nobody acknowledges would be taken again in every cycle.
    m_options.incremental.acknowledges = true;
}

void WatchCommand::setup(CLI::App& app)
{
    add_number(app, "--interval", m_interval_s, 1, k_longest_interval_s,
               "seconds between two looks at the tracker (default 5)");
    app.add_flag("--mark-synced", m_options.incremental.acknowledges,
                 "always so: changes that have arrived are acknowledged");
    add_incremental_options(app, m_options);
    app.get_option("--wait-lock")
        ->description("seconds to wait for another run of this destination, then say so and try "
                      "again (default 30)");
    app.get_option("--max-runtime")->description("seconds after which a cycle stops cleanly");
    app.footer("Example:\n  datasync watch --interval 10 --metrics-file "
               "/var/lib/prometheus/node-exporter/datasync.prom");
}

ExitCode WatchCommand::run(const std::string& command_line)
{
    IncrementalSetup setup(m_options, name(), command_line);
    std::unique_ptr<report::WatchReport> report;
    if (m_options.report.format == ReportFormat::json) {
        report = std::make_unique<report::WatchJson>(setup.console(), m_options.incremental);
    } else {
        report = std::make_unique<report::WatchText>(setup.console(), setup.style());
    }
    setup.begin(*report);
    WatchLoop loop(m_options.incremental, std::chrono::seconds(m_interval_s), setup, *report);
    loop.run();
    return ExitCode::done;
}

} // namespace datasync::cli
