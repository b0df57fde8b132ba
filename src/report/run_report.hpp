// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What every report of a run can do beyond listening, and how much it says.
#pragma once

#include "datasync/sync_result.hpp"

#include <string_view>
#include <vector>

namespace datasync::report {

/// How much a report says.
struct ReportStyle {
    bool quiet = false;             ///< Nothing when all is well.
    int verbosity = 0;              ///< 1: progress also in a pipe more often; 2: every record.
    bool detailed_exitcode = false; ///< For the exit code that the report names.
};

/// A listener that also hears of a run's failure.
class RunReport : public RunListener {
public:
    /// The run ended with an error, before or after it began to read.
    virtual void aborted(std::string_view message, ExitCode exit_code) = 0;
};

/// Passes everything on to several reports, in the order in which they were added.
class ReportGroup : public RunReport {
public:
    /// Adds a report, which must outlive the group.
    void add(RunReport& report) { m_reports.push_back(&report); }

    void started(const SyncResult& result, std::uint64_t expected) override
    {
        for (RunReport* const report : m_reports) { report->started(result, expected); }
    }
    void record(const RecordEvent& event) override
    {
        for (RunReport* const report : m_reports) { report->record(event); }
    }
    void batch_done(const SyncResult& so_far) override
    {
        for (RunReport* const report : m_reports) { report->batch_done(so_far); }
    }
    void warning(std::string_view text) override
    {
        for (RunReport* const report : m_reports) { report->warning(text); }
    }
    void removal(std::string_view entity, const RemovalEvent& event) override
    {
        for (RunReport* const report : m_reports) { report->removal(entity, event); }
    }
    void finished(const SyncResult& result) override
    {
        for (RunReport* const report : m_reports) { report->finished(result); }
    }
    void aborted(std::string_view message, ExitCode exit_code) override
    {
        for (RunReport* const report : m_reports) { report->aborted(message, exit_code); }
    }

private:
    std::vector<RunReport*> m_reports;
};

} // namespace datasync::report
