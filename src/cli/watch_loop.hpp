// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs `incremental` again and again, whatever becomes of the servers meanwhile.
#pragma once

#include "cli/failure.hpp"
#include "cli/incremental_setup.hpp"
#include "engine/incremental_run.hpp"
#include "report/watch_report.hpp"

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::cli {

/// Passes on what is new: what every cycle would say again is said once.
class NewsFilter : public RunListener {
public:
    explicit NewsFilter(RunListener& listener) : m_listener(listener) {}

    /// A cycle begins: what the one before did not say may be said.
    void begin();

    void started(const SyncResult& result, std::uint64_t expected) override
    {
        m_listener.started(result, expected);
    }
    void record(const RecordEvent& event) override { m_listener.record(event); }
    void batch_done(const SyncResult& so_far) override { m_listener.batch_done(so_far); }
    void warning(std::string_view text) override;
    void removal(std::string_view entity, const RemovalEvent& event) override;
    void finished(const SyncResult& result) override { m_listener.finished(result); }

private:
    RunListener& m_listener;
    std::set<std::string, std::less<>> m_before;
    std::set<std::string, std::less<>> m_now;
};

/// The cycles of one `watch`, until a signal ends them.
class WatchLoop {
public:
    /// All arguments outlive the object.
    WatchLoop(const IncrementalOptions& options, std::chrono::seconds interval,
              IncrementalSetup& setup, report::WatchReport& report);

    /// Returns once the process is told to stop. Throws what the first cycle fails for, unless that
    /// is another run or a lost connection: a wrong password or a missing right would else be tried
    /// for ever.
    void run();

private:
    using Clock = std::chrono::steady_clock;

    void open();
    void cycle();
    void take_changes(report::RunEnd& end);
    void tell(const report::RunEnd& end, Clock::time_point start);
    void tell_failure(const Failure& failure, Clock::time_point start, bool goes_on);
    void finish(const report::RunEnd& end, Clock::time_point start, bool is_news);
    std::chrono::milliseconds pause() const;

    const IncrementalOptions& m_options;
    std::chrono::seconds m_interval;
    IncrementalSetup& m_setup;
    report::WatchReport& m_report;
    NewsFilter m_filter;
    std::unique_ptr<engine::IncrementalRunner> m_runner;
    Clock::time_point m_opened;
    bool m_is_new = false;               ///< Whether this connection has not had a run yet.
    unsigned m_failures = 0;             ///< Cycles in a row that did not come to their end.
    std::vector<std::string> m_problems; ///< Of the last cycle.
};

} // namespace datasync::cli
