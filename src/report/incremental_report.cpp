// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "report/incremental_report.hpp"

#include "datasync/version.hpp"
#include "report/json_pieces.hpp"
#include "report/progress.hpp"
#include "report/record_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace datasync::report {

namespace {

std::uint64_t count_of(const std::vector<PendingChanges>& kinds)
{
    std::uint64_t sum = 0;
    for (const auto& kind : kinds) { sum += kind.count; }
    return sum;
}

std::string entity_json(const SyncResult& result)
{
    return fmt::format("{{\"entity\": {}, \"summary\": {}, \"references\": {}, \"zero_dates\": {}, "
                       "\"files\": {}, \"reindex\": {}, \"warnings\": {}}}",
                       json_string(result.entity), summary_json(result), references_json(result),
                       result.zero_dates, files_json(result.media), list_json(result.reindex),
                       list_json(result.warnings));
}

std::string removal_json(const RemovalResult& result)
{
    std::string text = fmt::format("{{\"entity\": {}", json_string(result.entity));
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        std::string key(k_removal_outcome_names[i]);
        std::replace(key.begin(), key.end(), ' ', '_');
        text += fmt::format(", \"{}\": {}", key, result.outcomes[i]);
    }
    return text + fmt::format(", \"refused_by_guard\": {}, \"message\": {}, \"reindex\": {}}}",
                              result.refused_by_guard,
                              result.message.empty() ? "null" : json_string(result.message),
                              list_json(result.reindex));
}

/// A list whose items stand on lines of their own.
template<typename Items, typename Text>
std::string lines_json(const Items& items, const Text& text_of)
{
    std::string list = "[";
    for (const auto& item : items) {
        list += list.size() > 1 ? ",\n    " : "\n    ";
        list += text_of(item);
    }
    return list + (items.empty() ? "]" : "\n  ]");
}

/// The keys that every document begins with.
std::string head_json(const IncrementalOptions& options, std::string_view command)
{
    return fmt::format("{{\n"
                       "  \"format_version\": {},\n"
                       "  \"datasync_version\": {},\n"
                       "  \"command\": {},\n"
                       "  \"source\": {},\n"
                       "  \"dry_run\": {},\n",
                       k_json_format_version, json_string(version()), json_string(command),
                       json_string(options.sync.source_system), options.sync.dry_run);
}

/// The keys that every document ends with.
std::string summary_keys(const IncrementalResult& result, ExitCode exit_code,
                         std::string_view error)
{
    const auto pending = [](const PendingChanges& kind) {
        return fmt::format("{{\"entity_type\": {}, \"count\": {}, \"oldest_age_seconds\": {}}}",
                           json_string(kind.entity_type), kind.count, kind.oldest_age_s);
    };
    const auto failure = [](const TypeFailure& type) {
        return fmt::format("{{\"entity\": {}, \"message\": {}, \"exit_code\": {}}}",
                           json_string(type.entity), json_string(type.message),
                           static_cast<int>(type.exit_code));
    };
    return fmt::format(
        "  \"entities\": {},\n"
        "  \"removals\": {},\n"
        "  \"failures\": {},\n"
        "  \"acknowledged\": {},\n"
        "  \"taken_back\": {},\n"
        "  \"pulled\": {},\n"
        "  \"put_off\": {},\n"
        "  \"pending\": {},\n"
        "  \"warnings\": {},\n"
        "  \"seconds\": {:.3f},\n"
        "  \"stopped_early\": {},\n"
        "  \"error\": {},\n"
        "  \"exit_code\": {}\n",
        lines_json(result.entities, entity_json), lines_json(result.removals, removal_json),
        lines_json(result.failures, failure), result.acknowledged, result.taken_back, result.pulled,
        result.put_off, lines_json(result.pending, pending), list_json(result.warnings),
        result.seconds, result.stopped_early,
        error.empty() ? std::string("null") : json_string(error), static_cast<int>(exit_code));
}

} // namespace

IncrementalText::IncrementalText(Console& console, const ReportStyle& style)
    : m_console(console), m_style(style), m_text(console, style)
{
}

void IncrementalText::started(const SyncResult& result, std::uint64_t expected)
{
    m_text.started(result, expected);
}

void IncrementalText::aborted(std::string_view message, ExitCode exit_code)
{
    m_text.aborted(message, exit_code);
}

void IncrementalText::ended(const IncrementalResult& result)
{
    for (const auto& line : problem_lines(result)) { m_console.error_line(line); }
    const bool is_well = exit_code_for(result) == ExitCode::done;
    if (m_style.quiet && is_well) {
        m_text.leave();
        return;
    }
    m_text.show(result.entities);
    show_changes(result);
}

void IncrementalText::show_changes(const IncrementalResult& result)
{
    const auto say = [&](std::uint64_t count, std::string_view text) {
        if (count > 0) { m_console.line(fmt::format("{}: {}", text, count_text(count))); }
    };
    for (const auto& removal : result.removals) {
        m_console.line(fmt::format("Gone from the source, {}: {}", removal.entity,
                                   fmt::join(removal_counts(removal), ", ")));
        if (!removal.reindex.empty()) {
            m_console.line(fmt::format("Indexes {} rebuilt for that: {}",
                                       result.dry_run ? "that would have to be" : "to be",
                                       fmt::join(removal.reindex, ", ")));
        }
    }
    say(result.acknowledged, "Changes acknowledged");
    say(result.pulled, "Records brought because others need them");
    say(result.put_off, "Records that failed before, to be tried again later");
    say(count_of(result.pending), "Changes that wait on the source");
    if (result.entities.empty() && result.failures.empty() && result.removals.empty() &&
        m_style.verbosity > 0) {
        m_console.line("Nothing to do.");
    }
}

IncrementalJson::IncrementalJson(Console& console, const IncrementalOptions& options,
                                 std::string_view command)
    : m_console(console), m_head(head_json(options, command)), m_dry_run(options.sync.dry_run)
{
}

void IncrementalJson::begin()
{
    if (m_has_begun) { return; }
    m_has_begun = true;
    m_console.write(m_head + "  \"records\": [");
}

void IncrementalJson::started(const SyncResult& /*result*/, std::uint64_t /*expected*/)
{
    begin();
}

void IncrementalJson::record(const RecordEvent& event)
{
    const bool is_reason_owed = is_left_behind(event.outcome) || event.outcome == Outcome::skipped;
    if (m_dry_run || is_reason_owed) { add_record(event.entity, record_keys(event)); }
}

void IncrementalJson::removal(std::string_view entity, const RemovalEvent& event)
{
    add_record(entity, record_keys(event));
}

void IncrementalJson::add_record(std::string_view entity, const std::string& keys)
{
    begin();
    m_console.write(m_has_records ? ",\n    " : "\n    ");
    m_console.write(fmt::format("{{\"entity\": {}, {}}}", json_string(entity), keys));
    m_has_records = true;
}

void IncrementalJson::aborted(std::string_view message, ExitCode exit_code)
{
    end({}, exit_code, message);
}

void IncrementalJson::ended(const IncrementalResult& result)
{
    end(result, exit_code_for(result), {});
}

void IncrementalJson::end(const IncrementalResult& result, ExitCode exit_code,
                          std::string_view error)
{
    begin();
    m_console.write(fmt::format("{}],\n{}}}\n", m_has_records ? "\n  " : "",
                                summary_keys(result, exit_code, error)));
}

std::string incremental_summary(const IncrementalOptions& options, std::string_view command,
                                const RunEnd& end)
{
    return head_json(options, command) + summary_keys(end.result, end.exit_code, end.error) + "}\n";
}

std::vector<std::string> problem_lines(const IncrementalResult& result)
{
    std::vector<std::string> lines;
    for (const auto& failure : result.failures) {
        lines.push_back(fmt::format("{} could not be taken: {}", failure.entity,
                                    util::printable(failure.message)));
    }
    for (const auto& removal : result.removals) {
        if (removal.refused_by_guard) { lines.push_back(util::printable(removal.message)); }
    }
    return lines;
}

bool has_done_something(const IncrementalResult& result)
{
    const auto has_read = [](const SyncResult& entity) { return entity.read() > 0; };
    const auto is_more_than_refused = [](const RemovalResult& removal) {
        std::uint64_t sum = 0;
        for (const auto count : removal.outcomes) { sum += count; }
        return sum > removal.count(RemovalOutcome::refused);
    };
    return result.acknowledged + result.taken_back > 0 ||
           std::any_of(result.entities.begin(), result.entities.end(), has_read) ||
           std::any_of(result.removals.begin(), result.removals.end(), is_more_than_refused);
}

std::vector<std::string> removal_counts(const RemovalResult& result)
{
    std::vector<std::string> counts;
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        if (result.outcomes[i] == 0) { continue; }
        counts.push_back(
            fmt::format("{} {}", count_text(result.outcomes[i]), k_removal_outcome_names[i]));
    }
    return counts;
}

} // namespace datasync::report
