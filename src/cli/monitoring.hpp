// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is told to others after a run along a tracker: a file of metrics, a command of the user's.
#pragma once

#include "datasync/incremental.hpp"
#include "engine/incremental_run.hpp"
#include "report/incremental_report.hpp"
#include "report/metrics_file.hpp"

#include <CLI/CLI.hpp>

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::cli {

/// Who is told.
struct MonitoringOptions {
    std::string metrics_file;
    std::string on_finish;           ///< For /bin/sh.
    unsigned on_finish_limit_s = 60; ///< After that it is killed.
};

/// Declares --metrics-file, --on-finish and --on-finish-timeout.
void add_monitoring_options(CLI::App& app, MonitoringOptions& options);

/// Tells of runs. What goes wrong with that is a warning and changes no run's end.
class Monitoring {
public:
    /// The run, by its command ("incremental"), and where warnings go.
    struct Run {
        const IncrementalOptions& options;
        std::string_view command;
        std::function<void(const std::string&)> warn;
    };

    /// Throws UsageError when the metrics cannot be written. `options` outlives the object.
    Monitoring(const MonitoringOptions& options, Run run);

    /// Writes the metrics after a run that took `seconds`; `runner` is null where there is none.
    void write_metrics(const report::RunEnd& end, double seconds,
                       engine::IncrementalRunner* runner);

    /// Calls the user's command, killing it once `stop` gets set.
    void call(const report::RunEnd& end, const std::atomic<bool>& stop) const;

private:
    const MonitoringOptions& m_options;
    Run m_run;
    std::optional<report::MetricsFile> m_file;
    report::RunMetrics m_metrics;
};

} // namespace datasync::cli
