// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/command_incremental.hpp"

#include "cli/failure.hpp"
#include "cli/incremental_setup.hpp"
#include "cli/option_values.hpp"
#include "engine/incremental_run.hpp"
#include "report/incremental_report.hpp"

#include <chrono>
#include <exception>
#include <limits>
#include <memory>
#include <optional>

namespace datasync::cli {

void IncrementalCommand::setup(CLI::App& app)
{
    auto& incremental = m_options.incremental;
    app.add_flag("--mark-synced", incremental.acknowledges,
                 "acknowledge the changes that have arrived");
    add_number(app, "-l,--limit", incremental.limit, 1, std::numeric_limits<std::uint64_t>::max(),
               "at most so many records per entity type");
    app.add_flag("--dry-run", incremental.sync.dry_run,
                 "say per record what would happen; write nothing");
    add_incremental_options(app, m_options);
    app.footer("Example, every five minutes:\n"
               "  */5 * * * * cd /var/www/html && datasync incremental --mark-synced >> "
               "var/log/datasync.log 2>&1");
}

ExitCode IncrementalCommand::run(const std::string& command_line)
{
    using Clock = std::chrono::steady_clock;
    IncrementalSetup setup(m_options, name(), command_line);
    auto& console = setup.console();
    std::unique_ptr<report::IncrementalReport> summary;
    if (m_options.report.format == ReportFormat::json) {
        summary = std::make_unique<report::IncrementalJson>(console, m_options.incremental, name());
    } else {
        summary = std::make_unique<report::IncrementalText>(console, setup.style());
    }
    setup.begin(*summary);

    const auto start = Clock::now();
    const auto seconds = [start] {
        return std::chrono::duration<double>(Clock::now() - start).count();
    };
    report::RunEnd end;
    std::optional<engine::IncrementalRunner> runner;
    try {
        runner.emplace(m_options.incremental, setup.connections());
        end.result = runner->run(setup.reports(), setup.stop());
        end.exit_code = exit_code_for(end.result);
        summary->ended(end.result);
        console.flush();
    } catch (...) {
        const Failure failure = failure_of(std::current_exception());
        runner.reset();
        setup.reports().aborted(failure.message, failure.exit_code);
        console.flush();
        end.exit_code = failure.exit_code;
        end.error = failure.message;
        setup.monitoring().write_metrics(end, seconds(), nullptr);
        setup.monitoring().call(end, setup.stop());
        throw;
    }
    setup.monitoring().write_metrics(end, seconds(), &*runner);
    // Nobody waits for what the user's command does.
    runner.reset();
    setup.monitoring().call(end, setup.stop());
    return end.exit_code;
}

} // namespace datasync::cli
