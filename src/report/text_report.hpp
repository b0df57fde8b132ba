// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A run's report for people.
#pragma once

#include "report/console.hpp"
#include "report/run_report.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace datasync::report {

/// Warnings and records left behind as they come on standard error, the rest on standard output.
class TextReport : public RunReport {
public:
    TextReport(Console& console, const ReportStyle& style);

    void started(const SyncResult& result, std::uint64_t expected) override;
    void record(const RecordEvent& event) override;
    void batch_done(const SyncResult& /*so_far*/) override {}
    void removal(std::string_view entity, const RemovalEvent& event) override;
    void warning(std::string_view text) override;
    void finished(const SyncResult& result) override;
    void aborted(std::string_view message, ExitCode exit_code) override;

    /// The table of several entity types, and what else is worth saying of each.
    void show(const std::vector<SyncResult>& results);
    /// Ends without a word but for records that found no room.
    void leave() { mention_hidden_records(); }

private:
    /// Whether every record gets a line.
    bool is_listed() const;
    void show_line(const std::string& line, bool is_problem);
    void show_left_behind(const std::string& line);
    void mention_hidden_records();
    void show_references(const SyncResult& result);
    void show_files(const SyncResult& result);

    Console& m_console;
    ReportStyle m_style;
    bool m_dry_run = false;
    std::uint64_t m_left_behind = 0;
    std::set<std::string, std::less<>> m_warnings; ///< Said already.
};

/// The table of what became of the records of one or more entity types.
std::string summary_table(const std::vector<SyncResult>& results);

} // namespace datasync::report
