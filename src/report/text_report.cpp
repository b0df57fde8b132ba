// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A run's report for people.
#include "report/text_report.hpp"

#include "report/progress.hpp"
#include "report/record_text.hpp"
#include "report/text_table.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace datasync::report {

namespace {

constexpr double k_megabyte = 1e6;

/// More lines than this say nothing more to a person; the rejects file and `status` have them all.
constexpr std::uint64_t k_most_left_behind_lines = 20;

std::string counted(std::uint64_t number, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count_text(number), number == 1 ? one : many);
}

std::string rate_text(const SyncResult& result)
{
    if (result.seconds <= 0) { return "-"; }
    const double rate = static_cast<double>(result.read()) / result.seconds;
    return count_text(static_cast<std::uint64_t>(std::llround(rate)));
}

/// What several entity types have in common: references, indexes, how they ended.
SyncResult summed_up(const std::vector<SyncResult>& results)
{
    SyncResult sum;
    for (const auto& result : results) {
        sum.dry_run = sum.dry_run || result.dry_run;
        sum.stopped_early = sum.stopped_early || result.stopped_early;
        sum.open_references += result.open_references;
        sum.delivered_references += result.delivered_references;
        sum.lost_references += result.lost_references;
        sum.zero_dates += result.zero_dates;
        for (const auto& indexer : result.reindex) {
            const auto end = sum.reindex.end();
            if (std::find(sum.reindex.begin(), end, indexer) == end) {
                sum.reindex.push_back(indexer);
            }
        }
    }
    return sum;
}

} // namespace

std::string summary_table(const std::vector<SyncResult>& results)
{
    TextTable table({"entity", ">read", ">created", ">updated", ">merged", ">unchanged", ">skipped",
                     ">held", ">failed", ">seconds", ">records/s"});
    for (const SyncResult& result : results) {
        std::vector<std::string> cells = {result.entity, count_text(result.read())};
        for (const std::uint64_t count : result.outcomes) { cells.push_back(count_text(count)); }
        cells.push_back(fmt::format("{:.1f}", result.seconds));
        cells.push_back(rate_text(result));
        table.add(std::move(cells));
    }
    return table.text();
}

TextReport::TextReport(Console& console, const ReportStyle& style)
    : m_console(console), m_style(style)
{
}

void TextReport::started(const SyncResult& result, std::uint64_t expected)
{
    m_dry_run = result.dry_run;
    if (m_style.verbosity == 0 || m_style.quiet) { return; }
    const std::string amount =
        expected > 0 ? fmt::format(", up to {}", counted(expected, "record", "records"))
                     : std::string();
    m_console.error_line(fmt::format("{} from {}{}{}", result.entity,
                                     util::printable(result.source_system), amount,
                                     result.dry_run ? " (dry run)" : ""));
}

void TextReport::record(const RecordEvent& event)
{
    const bool is_problem = is_left_behind(event.outcome);
    if (is_listed() || is_problem) { show_line(record_text(event, m_dry_run), is_problem); }
}

void TextReport::removal(std::string_view entity, const RemovalEvent& event)
{
    const bool is_problem = is_left_behind(event.outcome);
    if (is_listed() || is_problem) {
        show_line(removal_text(entity, event, m_dry_run), is_problem);
    }
}

bool TextReport::is_listed() const
{
    return !m_style.quiet && (m_dry_run || m_style.verbosity >= 2);
}

void TextReport::show_line(const std::string& line, bool is_problem)
{
    if (is_listed()) { m_console.line(line); }
    // A person in front of one terminal for both streams need not read the same line twice.
    const bool is_shown = is_listed() && m_console.out_is_terminal() && m_console.err_is_terminal();
    if (is_problem && !is_shown) { show_left_behind(line); }
}

void TextReport::show_left_behind(const std::string& line)
{
    ++m_left_behind;
    if (m_left_behind <= k_most_left_behind_lines) { m_console.error_line(line); }
}

void TextReport::mention_hidden_records()
{
    if (m_left_behind <= k_most_left_behind_lines) { return; }
    m_console.error_line(fmt::format("... {} more, see --rejects{}",
                                     count_text(m_left_behind - k_most_left_behind_lines),
                                     m_dry_run ? "" : " or `datasync status`"));
    m_left_behind = 0;
}

void TextReport::warning(std::string_view text)
{
    if (!m_warnings.emplace(text).second || m_style.quiet) { return; }
    m_console.error_line(fmt::format("warning: {}", util::printable(text)));
}

void TextReport::show_references(const SyncResult& result)
{
    if (result.open_references > 0) {
        m_console.line(
            fmt::format("{} for records that have not come yet{}",
                        counted(result.open_references, "reference waits", "references wait"),
                        result.dry_run ? "" : "; `datasync status` lists them"));
    }
    if (result.delivered_references > 0) {
        m_console.line(fmt::format("{} of earlier runs {} delivered",
                                   counted(result.delivered_references, "reference", "references"),
                                   result.dry_run ? "would be" : "now"));
    }
    if (result.lost_references > 0) {
        m_console.line(
            fmt::format("{} at nothing on the source and {} empty on the destination",
                        counted(result.lost_references, "reference points", "references point"),
                        result.lost_references == 1 ? "is" : "are"));
    }
    if (result.zero_dates > 0) {
        m_console.line(fmt::format("{} converted, because the destination takes none",
                                   counted(result.zero_dates, "zero date was", "zero dates were")));
    }
}

void TextReport::finished(const SyncResult& result)
{
    const bool is_well = exit_code_for(result, false) == ExitCode::done;
    if (m_style.quiet && is_well) {
        leave();
        return;
    }
    show({result});
}

void TextReport::show(const std::vector<SyncResult>& results)
{
    for (const auto& result : results) {
        for (const std::string& text : result.warnings) { warning(text); }
    }
    mention_hidden_records();
    if (results.empty()) { return; }
    m_console.write(summary_table(results));
    const auto sum = summed_up(results);
    show_references(sum);
    for (const auto& result : results) { show_files(result); }
    if (!sum.reindex.empty()) {
        m_console.line(fmt::format("Indexes {} rebuilt in the shop: {}",
                                   sum.dry_run ? "that would have to be" : "to be",
                                   fmt::join(sum.reindex, ", ")));
    }
    if (sum.dry_run) { m_console.line("Dry run: nothing was written."); }
    if (sum.stopped_early) {
        m_console.line("Stopped early, after whole batches; the same command goes on from there.");
    }
}

void TextReport::show_files(const SyncResult& result)
{
    if (!result.media) { return; }
    const auto& files = *result.media;
    m_console.line(
        fmt::format("Files: {} {} ({:.1f} MB), {} there already, {} missing, {} failed",
                    count_text(files.copied), result.dry_run ? "would be brought" : "brought",
                    static_cast<double>(files.bytes) / k_megabyte, count_text(files.unchanged),
                    count_text(files.missing), count_text(files.failed)));
}

void TextReport::aborted(std::string_view /*message*/, ExitCode /*exit_code*/)
{
    // The message itself is the last line of the program, whatever the report.
    mention_hidden_records();
}

} // namespace datasync::report
