// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A run's report for machines, described in doc/json-report.md.
#pragma once

#include "datasync/sync_options.hpp"
#include "report/console.hpp"
#include "report/run_report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace datasync::report {

/// One document on standard output, written while the run goes on, so that it may grow without end.
class JsonReport : public RunReport {
public:
    JsonReport(Console& console, const ReportStyle& style, const SyncOptions& options);

    void started(const SyncResult& result, std::uint64_t expected) override;
    void record(const RecordEvent& event) override;
    void batch_done(const SyncResult& /*so_far*/) override {}
    void removal(std::string_view /*entity*/, const RemovalEvent& /*event*/) override {}
    void warning(std::string_view text) override;
    void finished(const SyncResult& result) override;
    void aborted(std::string_view message, ExitCode exit_code) override;

private:
    void begin();
    void end(const SyncResult& result, ExitCode exit_code, std::string_view error);

    Console& m_console;
    ReportStyle m_style;
    std::string m_entity;
    std::string m_source_system;
    bool m_dry_run;
    bool m_has_begun = false;
    bool m_has_records = false;
    SyncResult m_so_far; ///< Counted here, for a run that throws.
    std::vector<std::string> m_warnings;
};

} // namespace datasync::report
