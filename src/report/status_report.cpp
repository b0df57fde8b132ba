// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What `datasync status` shows, for people and for machines.
#include "report/status_report.hpp"

#include "datasync/version.hpp"
#include "report/json_pieces.hpp"
#include "report/progress.hpp"
#include "report/text_table.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string_view>

namespace datasync::report {

namespace {

using nlohmann::ordered_json;

void append_section(std::string& text, std::string_view heading, const TextTable& table)
{
    if (table.empty()) { return; }
    text += fmt::format("\n{}\n{}", heading, table.text());
}

std::string run_end(const state::RunStatus& run)
{
    return run.finished_at.empty() ? "running or died" : fmt::format("exit {}", run.exit_code);
}

ordered_json run_json(const state::RunStatus& run)
{
    const bool has_ended = !run.finished_at.empty();
    return {{"run_id", run.run_id},
            {"source", run.source_system},
            {"entity", run.entity},
            {"command", run.command},
            {"started_at", run.started_at},
            {"finished_at", has_ended ? ordered_json(run.finished_at) : ordered_json()},
            {"exit_code", has_ended ? ordered_json(run.exit_code) : ordered_json()},
            {"read", run.read},
            {"changed", run.changed},
            {"failed", run.failed}};
}

ordered_json rejected_json(const state::RejectedStatus& rejected)
{
    return {{"source", rejected.source_system},
            {"entity", rejected.entity},
            {"source_id", rejected.source_id},
            {"label", rejected.label},
            {"outcome", rejected.outcome},
            {"reason", rejected.reason},
            {"first_seen_at", rejected.first_seen_at},
            {"last_seen_at", rejected.last_seen_at},
            {"attempts", rejected.attempts},
            {"first_reason",
             rejected.first_reason.empty() ? ordered_json() : ordered_json(rejected.first_reason)}};
}

TextTable runs_table(const state::Status& status)
{
    TextTable runs({">run", "source", "entity", "started", "end", ">read", ">changed", ">failed"});
    for (const auto& run : status.runs) {
        runs.add({fmt::format("{}", run.run_id), run.source_system, run.entity, run.started_at,
                  run_end(run), count_text(run.read), count_text(run.changed),
                  count_text(run.failed)});
    }
    return runs;
}

/// The last reason, and the first one where it was another.
std::string reason_text(const state::RejectedStatus& rejected)
{
    if (rejected.first_reason.empty() || rejected.first_reason == rejected.reason) {
        return rejected.reason;
    }
    return fmt::format("{} (at first: {})", rejected.reason, rejected.first_reason);
}

TextTable rejected_table(const state::Status& status)
{
    TextTable rejected(
        {"source", "entity", ">id", "label", "outcome", ">attempts", "last seen", "reason"});
    for (const auto& record : status.rejected) {
        rejected.add({record.source_system, record.entity, fmt::format("{}", record.source_id),
                      record.label, record.outcome, count_text(record.attempts),
                      record.last_seen_at, reason_text(record)});
    }
    return rejected;
}

} // namespace

std::string status_text(const state::Status& status, const std::string& destination)
{
    if (!status.installed) {
        return fmt::format("{}: nothing has been synced into this database yet\n",
                           util::printable(destination));
    }
    std::string text = fmt::format("{}\n", util::printable(destination));
    TextTable sources({"source", "database"});
    for (const auto& source : status.sources) {
        sources.add({source.source_system, source.identity});
    }
    append_section(text, "Sources", sources);

    TextTable registry({"source", "entity", ">records", "last synced"});
    for (const auto& entry : status.registry) {
        registry.add(
            {entry.source_system, entry.entity, count_text(entry.records), entry.last_synced_at});
    }
    append_section(text, "Registry", registry);
    append_section(text, "Last runs", runs_table(status));
    append_section(text, "Records that failed or are held", rejected_table(status));
    if (status.rejected_total > status.rejected.size()) {
        text += fmt::format("... {} more\n",
                            count_text(status.rejected_total - status.rejected.size()));
    }
    TextTable open({"source", "rows of", "column", "wait for", ">count"});
    for (const auto& reference : status.open_references) {
        open.add({reference.source_system, reference.owner, reference.column, reference.target,
                  count_text(reference.count)});
    }
    append_section(text, "Open references", open);
    return text;
}

std::string status_json(const state::Status& status, const std::string& destination)
{
    ordered_json document = {{"format_version", k_json_format_version},
                             {"datasync_version", std::string(version())},
                             {"command", "status"},
                             {"destination", destination},
                             {"installed", status.installed}};
    ordered_json& sources = document["sources"] = ordered_json::array();
    for (const auto& source : status.sources) {
        sources.push_back({{"source", source.source_system}, {"identity", source.identity}});
    }
    ordered_json& registry = document["registry"] = ordered_json::array();
    for (const auto& entry : status.registry) {
        registry.push_back({{"source", entry.source_system},
                            {"entity", entry.entity},
                            {"records", entry.records},
                            {"last_synced_at", entry.last_synced_at}});
    }
    ordered_json& runs = document["runs"] = ordered_json::array();
    for (const auto& run : status.runs) { runs.push_back(run_json(run)); }
    ordered_json& rejected = document["rejected"] = ordered_json::array();
    for (const auto& record : status.rejected) { rejected.push_back(rejected_json(record)); }
    document["rejected_total"] = status.rejected_total;
    ordered_json& open = document["open_references"] = ordered_json::array();
    for (const auto& reference : status.open_references) {
        open.push_back({{"source", reference.source_system},
                        {"owner", reference.owner},
                        {"column", reference.column},
                        {"target", reference.target},
                        {"count", reference.count}});
    }
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace datasync::report
