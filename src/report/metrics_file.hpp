// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A file for Prometheus: how the last run ended, what waits, what failed.
#pragma once

#include "datasync/incremental.hpp"
#include "state/rejected_counts.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace datasync::report {

/// What is known after a run. What the run could not find out is left out of the file.
struct RunMetrics {
    std::string source_system;
    std::int64_t ended_at = 0; ///< Seconds since 1970.
    ExitCode exit_code = ExitCode::done;
    double seconds = 0;
    /// Of every kind that may wait; unset: the run did not get so far.
    std::optional<std::vector<PendingChanges>> pending;
    std::optional<std::vector<state::RejectedCount>> rejected; ///< Likewise.
    std::optional<IncrementalResult> result; ///< Of the last run that came to its end.
};

/// Written anew after every run, in one piece.
class MetricsFile {
public:
    /// Throws UsageError when files cannot be made there.
    explicit MetricsFile(std::filesystem::path path);

    /// Writes the file; returns why that did not work, or "".
    std::string write(const RunMetrics& metrics);

private:
    std::filesystem::path m_path;
};

/// The text of the file; `succeeded_at`: 0 when no run ever ended with 0.
std::string metrics_text(const RunMetrics& metrics, std::int64_t succeeded_at);

} // namespace datasync::report
