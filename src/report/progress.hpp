// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How far a run is, how fast, and how long it still takes.
#pragma once

#include "report/console.hpp"
#include "report/run_report.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace datasync::report {

/// Where progress takes the time from; tests give their own.
using Clock = std::function<std::chrono::steady_clock::time_point()>;

/// A bar on a terminal, in a pipe a plain line now and then; on standard error.
class Progress : public RunReport {
public:
    Progress(Console& console, const ReportStyle& style,
             Clock clock = std::chrono::steady_clock::now);

    void started(const SyncResult& result, std::uint64_t expected) override;
    void record(const RecordEvent& /*event*/) override {}
    void batch_done(const SyncResult& so_far) override;
    void removal(std::string_view /*entity*/, const RemovalEvent& /*event*/) override {}
    void warning(std::string_view /*text*/) override {}
    void finished(const SyncResult& /*result*/) override { m_console.clear_status(); }
    void aborted(std::string_view /*message*/, ExitCode /*exit_code*/) override
    {
        m_console.clear_status();
    }

private:
    std::string bar(const SyncResult& so_far, double seconds) const;
    std::string plain_line(const SyncResult& so_far, double seconds) const;
    std::string pace(std::uint64_t read, double seconds) const;

    Console& m_console;
    ReportStyle m_style;
    Clock m_clock;
    std::uint64_t m_expected = 0;
    std::chrono::steady_clock::time_point m_begin;
    std::chrono::steady_clock::time_point m_last_shown;
};

/// A span of time as a person reads it: "45 s", "3 min 20 s", "2 h 5 min".
std::string duration_text(double seconds);

/// A number with commas between thousands: "1,234,567".
std::string count_text(std::uint64_t number);

} // namespace datasync::report
