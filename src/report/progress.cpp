// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How far a run is, how fast, and how long it still takes.
#include "report/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace datasync::report {

namespace {

using std::chrono::milliseconds;

// A terminal is redrawn often enough to look alive; a log gets a line rarely enough to stay short.
constexpr milliseconds k_terminal_interval{100};
constexpr milliseconds k_pipe_interval{10'000};
constexpr milliseconds k_verbose_pipe_interval{2'000};
constexpr std::size_t k_bar_width = 24;

} // namespace

std::string duration_text(double seconds)
{
    const auto total = static_cast<std::uint64_t>(std::llround(seconds));
    if (total < 60) { return fmt::format("{} s", total); }
    if (total < 3600) { return fmt::format("{} min {} s", total / 60, total % 60); }
    return fmt::format("{} h {} min", total / 3600, total % 3600 / 60);
}

std::string count_text(std::uint64_t number)
{
    std::string text = fmt::format("{}", number);
    for (std::size_t at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, ",");
    }
    return text;
}

Progress::Progress(Console& console, const ReportStyle& style, Clock clock)
    : m_console(console), m_style(style), m_clock(std::move(clock))
{
}

void Progress::started(const SyncResult& result, std::uint64_t expected)
{
    m_expected = expected;
    m_begin = m_clock();
    m_last_shown = m_begin;
    if (m_console.err_is_terminal() && !m_style.quiet) { m_console.show_status(bar(result, 0)); }
}

void Progress::batch_done(const SyncResult& so_far)
{
    if (m_style.quiet) { return; }
    const auto now = m_clock();
    const bool is_terminal = m_console.err_is_terminal();
    const milliseconds interval = is_terminal             ? k_terminal_interval
                                  : m_style.verbosity > 0 ? k_verbose_pipe_interval
                                                          : k_pipe_interval;
    if (now - m_last_shown < interval) { return; }
    m_last_shown = now;
    const double seconds = std::chrono::duration<double>(now - m_begin).count();
    if (is_terminal) {
        m_console.show_status(bar(so_far, seconds));
    } else {
        m_console.error_line(plain_line(so_far, seconds));
    }
}

std::string Progress::pace(std::uint64_t read, double seconds) const
{
    if (seconds <= 0 || read == 0) { return {}; }
    const double rate = static_cast<double>(read) / seconds;
    std::string text = fmt::format(", {}/s", count_text(static_cast<std::uint64_t>(rate)));
    if (m_expected > read) {
        const double left = static_cast<double>(m_expected - read) / rate;
        text += fmt::format(", {} left", duration_text(left));
    }
    return text;
}

std::string Progress::plain_line(const SyncResult& so_far, double seconds) const
{
    const std::uint64_t read = so_far.read();
    const std::string of =
        m_expected > 0 ? fmt::format(" of {}", count_text(m_expected)) : std::string();
    return fmt::format("{}: {}{}{}", so_far.entity, count_text(read), of, pace(read, seconds));
}

std::string Progress::bar(const SyncResult& so_far, double seconds) const
{
    std::string text = plain_line(so_far, seconds);
    if (m_expected > 0) {
        // A source may grow while it is read: the bar is full then, and no more.
        const double share =
            std::min(1.0, static_cast<double>(so_far.read()) / static_cast<double>(m_expected));
        const auto filled = static_cast<std::size_t>(share * static_cast<double>(k_bar_width));
        text = fmt::format("[{}{}] {:3}%  {}", std::string(filled, '#'),
                           std::string(k_bar_width - filled, '.'), static_cast<int>(share * 100),
                           text);
    }
    // A line that wraps could not be wiped any more.
    const std::size_t room = std::max<std::size_t>(m_console.width(), 2) - 1;
    if (text.size() > room) { text.resize(room); }
    return text;
}

} // namespace datasync::report
