// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "report/watch_report.hpp"

#include "report/progress.hpp"
#include "util/text.hpp"

#include <fmt/chrono.h>
#include <fmt/ranges.h>

#include <ctime>
#include <iostream>

namespace datasync::report {

namespace {

std::string stamped(std::string_view text)
{
    return fmt::format("{:%Y-%m-%d %H:%M:%S} {}", fmt::localtime(std::time(nullptr)), text);
}

/// A document without its line breaks; texts in it have none, they are escaped.
std::string one_line(std::string_view document)
{
    std::string line;
    for (std::size_t at = 0; at < document.size();) {
        const auto end = std::min(document.find('\n', at), document.size());
        const auto text = util::trim(document.substr(at, end - at));
        if (line.ends_with(',')) { line += ' '; }
        line += text;
        at = end + 1;
    }
    return line;
}

std::vector<std::string> outcome_counts(const SyncResult& result)
{
    std::vector<std::string> counts;
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        if (result.outcomes[i] == 0) { continue; }
        counts.push_back(fmt::format("{} {}", count_text(result.outcomes[i]), k_outcome_names[i]));
    }
    return counts;
}

} // namespace

std::string cycle_line(const IncrementalResult& result)
{
    std::vector<std::string> parts;
    for (const auto& entity : result.entities) {
        const auto counts = outcome_counts(entity);
        if (!counts.empty()) {
            parts.push_back(fmt::format("{}: {}", entity.entity, fmt::join(counts, ", ")));
        }
    }
    for (const auto& removal : result.removals) {
        const auto counts = removal_counts(removal);
        if (!counts.empty()) {
            parts.push_back(fmt::format("gone {}: {}", removal.entity, fmt::join(counts, ", ")));
        }
    }
    parts.push_back(fmt::format("{} {} acknowledged", count_text(result.acknowledged),
                                result.acknowledged == 1 ? "change" : "changes"));
    std::uint64_t waiting = 0;
    for (const auto& kind : result.pending) { waiting += kind.count; }
    if (waiting > 0) { parts.push_back(fmt::format("{} waiting", count_text(waiting))); }
    return fmt::format("{}", fmt::join(parts, "; "));
}

WatchText::WatchText(Console& console, const ReportStyle& style)
    : m_console(console), m_style(style)
{
    begin();
}

void WatchText::postponed(std::string_view message)
{
    m_console.error_line(stamped(fmt::format("{}; trying again", util::printable(message))));
}

void WatchText::resumed()
{
    if (!m_style.quiet) { m_console.line(stamped("Works again.")); }
}

void WatchText::ended(const IncrementalResult& result, const CycleNews& news)
{
    if (news.has_work && m_style.verbosity > 0) {
        m_console.line(stamped("A cycle with changes:"));
        m_cycle->ended(result);
        return;
    }
    for (const auto& problem : news.problems) { m_console.error_line(stamped(problem)); }
    m_cycle->leave();
    if (news.has_work && !(m_style.quiet && exit_code_for(result) == ExitCode::done)) {
        m_console.line(stamped(cycle_line(result)));
    } else if (m_style.verbosity > 0) {
        m_console.line(stamped("Nothing to do."));
    }
}

WatchJson::WatchJson(Console& console, const IncrementalOptions& options)
    : m_console(console), m_options(options), m_buffer(m_text, std::cerr, false, false)
{
    begin();
}

void WatchJson::begin()
{
    m_text.str({});
    m_cycle.emplace(m_buffer, m_options, "watch");
}

void WatchJson::aborted(std::string_view message, ExitCode exit_code)
{
    m_cycle->aborted(message, exit_code);
    write_line();
}

void WatchJson::ended(const IncrementalResult& result, const CycleNews& news)
{
    if (!news.has_work && news.problems.empty()) { return; }
    m_cycle->ended(result);
    write_line();
}

void WatchJson::write_line()
{
    m_console.line(one_line(m_text.str()));
}

} // namespace datasync::report
