// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A run's report for machines, described in doc/json-report.md.
#include "report/json_report.hpp"

#include "datasync/version.hpp"
#include "report/json_pieces.hpp"
#include "report/record_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::report {

JsonReport::JsonReport(Console& console, const ReportStyle& style, const SyncOptions& options)
    : m_console(console),
      m_style(style),
      m_entity(options.entity),
      m_source_system(options.source_system),
      m_dry_run(options.dry_run)
{
}

void JsonReport::begin()
{
    if (m_has_begun) { return; }
    m_has_begun = true;
    m_console.write(fmt::format("{{\n"
                                "  \"format_version\": {},\n"
                                "  \"datasync_version\": {},\n"
                                "  \"command\": \"sync\",\n"
                                "  \"entity\": {},\n"
                                "  \"source\": {},\n"
                                "  \"dry_run\": {},\n"
                                "  \"records\": [",
                                k_json_format_version, json_string(version()),
                                json_string(m_entity), json_string(m_source_system), m_dry_run));
}

void JsonReport::started(const SyncResult& /*result*/, std::uint64_t /*expected*/)
{
    begin();
}

void JsonReport::record(const RecordEvent& event)
{
    ++m_so_far.outcomes[static_cast<std::size_t>(event.outcome)];
    const bool is_reason_owed = is_left_behind(event.outcome) || event.outcome == Outcome::skipped;
    if (!m_dry_run && !is_reason_owed) { return; }
    begin();
    m_console.write(m_has_records ? ",\n    " : "\n    ");
    m_console.write("{" + record_keys(event) + "}");
    m_has_records = true;
}

void JsonReport::warning(std::string_view text)
{
    if (std::find(m_warnings.begin(), m_warnings.end(), text) == m_warnings.end()) {
        m_warnings.emplace_back(text);
    }
}

void JsonReport::finished(const SyncResult& result)
{
    for (const std::string& text : result.warnings) { warning(text); }
    end(result, exit_code_for(result, m_style.detailed_exitcode), {});
}

void JsonReport::aborted(std::string_view message, ExitCode exit_code)
{
    end(m_so_far, exit_code, message);
}

void JsonReport::end(const SyncResult& result, ExitCode exit_code, std::string_view error)
{
    begin();
    m_console.write(fmt::format(
        "{}],\n"
        "  \"summary\": {},\n"
        "  \"references\": {},\n"
        "  \"zero_dates\": {},\n"
        "  \"files\": {},\n"
        "  \"reindex\": {},\n"
        "  \"warnings\": {},\n"
        "  \"stopped_early\": {},\n"
        "  \"error\": {},\n"
        "  \"exit_code\": {}\n"
        "}}\n",
        m_has_records ? "\n  " : "", summary_json(result), references_json(result),
        result.zero_dates, files_json(result.media), list_json(result.reindex),
        list_json(m_warnings), result.stopped_early,
        error.empty() ? std::string("null") : json_string(error), static_cast<int>(exit_code)));
}

} // namespace datasync::report
