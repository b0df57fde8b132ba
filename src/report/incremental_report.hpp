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
    /// Ends without a summary.
    void leave() { m_text.leave(); }

private:
    void show_changes(const IncrementalResult& result);

    Console& m_console;
    ReportStyle m_style;
    TextReport m_text;
};

/// For machines, described in doc/json-report.md.
class IncrementalJson : public IncrementalReport {
public:
    IncrementalJson(Console& console, const IncrementalOptions& options, std::string_view command);

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
    std::string m_head;
    bool m_dry_run;
    bool m_has_begun = false;
    bool m_has_records = false;
};

/// How a run ended: what it did, and, unless it came to its end, why not.
struct RunEnd {
    IncrementalResult result;
    ExitCode exit_code = ExitCode::done;
    std::string error = {};
};

/// The document of --format json without `records`; `command` is the command's name.
std::string incremental_summary(const IncrementalOptions& options, std::string_view command,
                                const RunEnd& end);

/// What kept whole entity types, or the removal of their records, from being done, a line each.
std::vector<std::string> problem_lines(const IncrementalResult& result);

/// Whether a run did anything but find out that nothing can be done.
bool has_done_something(const IncrementalResult& result);

/// Numbers of gone records by what became of them, those with any: "2 removed".
std::vector<std::string> removal_counts(const RemovalResult& result);

} // namespace datasync::report
