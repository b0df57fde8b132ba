// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/monitoring.hpp"

#include "cli/failure.hpp"
#include "cli/option_values.hpp"
#include "engine/tracked_types.hpp"
#include "util/shell_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <exception>
#include <utility>

namespace datasync::cli {

namespace {

constexpr unsigned k_longest_command_s = 3600;

/// What waits, with those kinds too of which nothing does: a value that goes to 0 is seen to go.
std::vector<PendingChanges> with_idle_kinds(std::vector<PendingChanges> pending)
{
    for (const auto& type : engine::tracked_types()) {
        for (const auto& word : type.words) {
            const auto is_that = [&](const auto& kind) { return kind.entity_type == word.word; };
            if (std::none_of(pending.begin(), pending.end(), is_that)) {
                pending.push_back({std::string(word.word), 0, 0});
            }
        }
    }
    std::sort(pending.begin(), pending.end(),
              [](const auto& a, const auto& b) { return a.entity_type < b.entity_type; });
    return pending;
}

} // namespace

void add_monitoring_options(CLI::App& app, MonitoringOptions& options)
{
    const std::string group = "Monitoring";
    add_text(app, "--metrics-file", options.metrics_file,
             "file for Prometheus, written anew after each run")
        ->type_name("FILE")
        ->group(group);
    add_text(app, "--on-finish", options.on_finish,
             "shell command after each run, with the JSON summary on standard input")
        ->type_name("COMMAND")
        ->group(group);
    add_number(app, "--on-finish-timeout", options.on_finish_limit_s, 1, k_longest_command_s,
               "seconds after which that command is killed (default 60)")
        ->group(group);
}

Monitoring::Monitoring(const MonitoringOptions& options, Run run)
    : m_options(options), m_run(std::move(run))
{
    if (!m_options.metrics_file.empty()) { m_file.emplace(m_options.metrics_file); }
    m_metrics.source_system = m_run.options.sync.source_system;
}

void Monitoring::write_metrics(const report::RunEnd& end, double seconds,
                               engine::IncrementalRunner* runner)
{
    if (!m_file) { return; }
    m_metrics.ended_at = std::time(nullptr);
    m_metrics.exit_code = end.exit_code;
    m_metrics.seconds = seconds;
    m_metrics.pending.reset();
    m_metrics.rejected.reset();
    if (end.error.empty()) {
        m_metrics.pending = with_idle_kinds(end.result.pending);
        if (!m_metrics.result || report::has_done_something(end.result)) {
            m_metrics.result = end.result;
        }
    }
    try {
        if (runner != nullptr) { m_metrics.rejected = runner->rejected(); }
    } catch (...) {
        m_run.warn("--metrics-file: " + failure_of(std::current_exception()).message);
    }
    const auto trouble = m_file->write(m_metrics);
    if (!trouble.empty()) {
        m_run.warn(fmt::format("--metrics-file: cannot write {}: {}; it says what was true before",
                               m_options.metrics_file, trouble));
    }
}

void Monitoring::call(const report::RunEnd& end, const std::atomic<bool>& stop) const
{
    if (m_options.on_finish.empty()) { return; }
    const auto document = report::incremental_summary(m_run.options, m_run.command, end);
    util::ShellCommand command;
    command.command = m_options.on_finish;
    command.input = document;
    command.environment["DATASYNC_EXIT_CODE"] = std::to_string(static_cast<int>(end.exit_code));
    command.limit = std::chrono::seconds(m_options.on_finish_limit_s);
    command.stop = &stop;
    const auto trouble = util::run_shell_command(command);
    if (!trouble.empty()) {
        m_run.warn(fmt::format("--on-finish: {}; the run itself is not concerned", trouble));
    }
}

} // namespace datasync::cli
