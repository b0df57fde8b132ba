// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reports of runs along a tracker: several entity types, one summary.
#pragma once

#include "datasync/incremental.hpp"
#include "report/console.hpp"
#include "report/run_report.hpp"
#include "report/text_report.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace datasync::report {

/// A report that also hears of the whole run's end.
class IncrementalReport : public RunReport {
public:
    /// The run is over, with all its entity types.
    virtual void ended(const IncrementalResult& result) = 0;
};

/// For people: nothing at all where nothing was to do, but for -v.
class IncrementalText : public IncrementalReport {
public:
    IncrementalText(Console& console, const ReportStyle& style);

    void started(const SyncResult& result, std::uint64_t expected) override;
    void record(const RecordEvent& event) override { m_text.record(event); }
    void removal(std::string_view entity, const RemovalEvent& event) override
    {
        m_text.removal(entity, event);
    }
    void batch_done(const SyncResult& /*so_far*/) override {}
    void warning(std::string_view text) override { m_text.warning(text); }
    void finished(const SyncResult& /*result*/) override {}
    void aborted(std::string_view message, ExitCode exit_code) override;
    void ended(const IncrementalResult& result) override;

private:
    void show_changes(const IncrementalResult& result);

    Console& m_console;
    ReportStyle m_style;
    TextReport m_text;
};

/// For machines, described in doc/json-report.md.
class IncrementalJson : public IncrementalReport {
public:
    IncrementalJson(Console& console, const IncrementalOptions& options);

    void started(const SyncResult& result, std::uint64_t expected) override;
    void record(const RecordEvent& event) override;
    void removal(std::string_view entity, const RemovalEvent& event) override;
    void batch_done(const SyncResult& /*so_far*/) override {}
    void warning(std::string_view /*text*/) override {}
    void finished(const SyncResult& /*result*/) override {}
    void aborted(std::string_view message, ExitCode exit_code) override;
    void ended(const IncrementalResult& result) override;

private:
    void begin();
    void add_record(std::string_view entity, const std::string& keys);
    void end(const IncrementalResult& result, ExitCode exit_code, std::string_view error);

    Console& m_console;
    std::string m_source_system;
    bool m_dry_run;
    bool m_has_begun = false;
    bool m_has_records = false;
};

/// The keys of the summary, as the document of --format json ends with them.
std::string incremental_summary(const IncrementalResult& result, ExitCode exit_code,
                                std::string_view error);

} // namespace datasync::report
