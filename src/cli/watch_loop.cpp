// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "cli/watch_loop.hpp"

#include "util/signals.hpp"

#include <algorithm>
#include <exception>

namespace datasync::cli {

namespace {

using std::chrono::milliseconds;

/// Between tries while something is not there, doubled each time.
constexpr milliseconds k_first_pause = std::chrono::seconds(1);
constexpr milliseconds k_longest_pause = std::chrono::minutes(1);

/// A session knows the columns and settings of both shops as they were when it began; and servers
/// hang up on those who say nothing for long.
constexpr auto k_longest_session = std::chrono::minutes(10);

} // namespace

void NewsFilter::begin()
{
    m_before.swap(m_now);
    m_now.clear();
}

void NewsFilter::warning(std::string_view text)
{
    const bool is_new = !m_before.contains(text);
    m_now.emplace(text);
    if (is_new) { m_listener.warning(text); }
}

void NewsFilter::removal(std::string_view entity, const RemovalEvent& event)
{
    // Refused they all are, every time; the number stands in the message of the guard.
    if (event.outcome != RemovalOutcome::refused) { m_listener.removal(entity, event); }
}

WatchLoop::WatchLoop(const IncrementalOptions& options, std::chrono::seconds interval,
                     IncrementalSetup& setup, report::WatchReport& report)
    : m_options(options),
      m_interval(interval),
      m_setup(setup),
      m_report(report),
      m_filter(setup.reports())
{
}

void WatchLoop::run()
{
    const auto start = Clock::now();
    report::RunEnd end;
    try {
        open();
        take_changes(end);
    } catch (...) {
        const Failure failure = failure_of(std::current_exception());
        // Another run ends some day, and a server that was there comes back; nothing else is sure
        // to get better by itself.
        const bool goes_on = failure.exit_code == ExitCode::locked ||
                             (m_runner && failure.exit_code == ExitCode::unreachable);
        m_runner.reset();
        if (goes_on && m_setup.stop()) { return; }
        tell_failure(failure, start, goes_on);
        if (!goes_on) { throw; }
    }
    if (m_runner) { tell(end, start); }
    for (;;) {
        util::sleep_unless(m_setup.stop(), pause());
        if (m_setup.stop()) { return; }
        cycle();
    }
}

void WatchLoop::open()
{
    m_runner.reset();
    m_runner = std::make_unique<engine::IncrementalRunner>(m_options, m_setup.connections());
    m_opened = Clock::now();
    m_is_new = true;
}

void WatchLoop::cycle()
{
    const auto start = Clock::now();
    m_filter.begin();
    m_report.begin();
    report::RunEnd end;
    try {
        if (!m_runner || start - m_opened >= k_longest_session) { open(); }
        take_changes(end);
    } catch (...) {
        const Failure failure = failure_of(std::current_exception());
        m_runner.reset();
        // Who is told to stop while it waits for the lock has no need to hear of the lock.
        if (failure.exit_code == ExitCode::locked && m_setup.stop()) { return; }
        tell_failure(failure, start, true);
        return;
    }
    tell(end, start);
}

void WatchLoop::take_changes(report::RunEnd& end)
{
    // The first run says also what would be in the way of a later one.
    if (m_is_new || m_runner->has_changes()) {
        end.result = m_runner->run(m_filter, m_setup.stop());
        end.exit_code = exit_code_for(end.result);
    }
    m_runner->free_lock();
    m_is_new = false;
}

void WatchLoop::tell(const report::RunEnd& end, Clock::time_point start)
{
    if (m_failures > 0) { m_report.resumed(); }
    m_failures = 0;
    report::CycleNews news;
    news.has_work = report::has_done_something(end.result);
    auto problems = report::problem_lines(end.result);
    for (const auto& problem : problems) {
        if (std::find(m_problems.begin(), m_problems.end(), problem) == m_problems.end()) {
            news.problems.push_back(problem);
        }
    }
    m_problems = std::move(problems);
    m_report.ended(end.result, news);
    finish(end, start, news.has_work || !news.problems.empty());
}

void WatchLoop::tell_failure(const Failure& failure, Clock::time_point start, bool goes_on)
{
    ++m_failures;
    report::RunEnd end;
    end.exit_code = failure.exit_code;
    end.error = failure.message;
    const bool is_news = m_problems != std::vector{failure.message};
    if (is_news) {
        m_setup.reports().aborted(failure.message, failure.exit_code);
        if (goes_on) { m_report.postponed(failure.message); }
    }
    m_problems = {failure.message};
    finish(end, start, is_news);
}

void WatchLoop::finish(const report::RunEnd& end, Clock::time_point start, bool is_news)
{
    m_setup.flush();
    const std::chrono::duration<double> length = Clock::now() - start;
    m_setup.monitoring().write_metrics(end, length.count(), m_runner.get());
    if (is_news) { m_setup.monitoring().call(end, m_setup.stop()); }
}

milliseconds WatchLoop::pause() const
{
    if (m_failures == 0) { return m_interval; }
    constexpr unsigned k_most_doublings = 6;
    return std::min(k_longest_pause,
                    k_first_pause * (1 << std::min(m_failures - 1, k_most_doublings)));
}

} // namespace datasync::cli
