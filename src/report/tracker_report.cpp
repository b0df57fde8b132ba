// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "report/tracker_report.hpp"

#include "datasync/version.hpp"
#include "report/json_pieces.hpp"
#include "report/progress.hpp"
#include "report/text_table.hpp"
#include "util/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <string_view>

namespace datasync::report {

namespace {

using nlohmann::ordered_json;

/// Whose table it is, as far as one can know.
std::string_view maker(const schema::TrackerTable& table)
{
    if (!table.exists) { return "none"; }
    if (!table.module.empty()) { return "module"; }
    return table.is_made_here ? "datasync" : "unknown";
}

std::string table_line(const schema::TrackerTable& table)
{
    if (!table.exists) { return fmt::format("table: {} is not there\n", table.name); }
    const auto module = util::printable(table.module);
    std::string text = fmt::format("table: {}, {}{}\n", table.name,
                                   !module.empty()      ? "of the PHP module " + module
                                   : table.is_made_here ? "made by datasync tracker install"
                                                        : "made by somebody else",
                                   table.has_identifier ? "" : ", without source_identifier");
    if (!module.empty()) {
        text += "       the module's observers may feed it as well: both make one pending row\n";
    }
    return text;
}

/// One word for all triggers.
std::string_view state_of(const schema::TrackerStatus& status)
{
    if (status.complete == 0 && status.outdated.empty()) { return "missing"; }
    if (!status.missing.empty()) { return "incomplete"; }
    return status.outdated.empty() && status.left_over == 0 ? "complete" : "outdated";
}

void append_places(std::string& text, std::string_view what, const std::vector<std::string>& places)
{
    constexpr std::size_t k_shown = 5;
    if (places.empty()) { return; }
    const auto shown = std::min(places.size(), k_shown);
    text += fmt::format("  {}: {}{}\n", what,
                        fmt::join(places.begin(), places.begin() + static_cast<long>(shown), ", "),
                        places.size() > shown ? fmt::format(" and {} more", places.size() - shown)
                                              : "");
}

std::string triggers_text(const schema::TrackerStatus& status)
{
    const auto state = state_of(status);
    if (state == "missing") {
        return "triggers: none that this user sees (who may not make triggers sees none)\n";
    }
    std::string text =
        fmt::format("triggers: {}, {} of {}{}\n", state, status.complete, status.wanted,
                    status.keeps_echo_out ? ", without what datasync itself writes" : "");
    append_places(text, "missing", status.missing);
    append_places(text, "outdated", status.outdated);
    if (status.left_over > 0) {
        text += fmt::format("  left over from another version: {}\n", status.left_over);
    }
    if (state != "complete") {
        text += fmt::format("  `datasync tracker install{}` completes them\n",
                            status.keeps_echo_out ? " --no-echo" : "");
    }
    return text + fmt::format("  they run with the rights of {}\n",
                              util::printable(fmt::format("{}", fmt::join(status.definers, ", "))));
}

/// From here on somebody should know.
constexpr unsigned k_many_ids_percent = 50;

/// With whose rights triggers run, where it matters to know.
constexpr std::string_view k_definer_note =
    "note: the triggers run with the rights of this database user; without it, or without its "
    "right TRIGGER, the shop could not write any more: uninstall before you remove it\n";

} // namespace

std::string tracker_text(const schema::TrackerStatus& status, const std::string& source)
{
    std::string text = fmt::format("{}\n{}{}", util::printable(source), table_line(status.table),
                                   triggers_text(status));
    TextTable rows({"entity", ">pending", "oldest pending", ">claimed", ">synced"});
    for (const auto& row : status.rows) {
        rows.add({row.entity_type, count_text(row.pending), row.oldest_pending,
                  count_text(row.claimed), count_text(row.synced)});
    }
    if (!rows.empty()) { text += "\n" + rows.text(); }
    if (status.ids_used_percent >= k_many_ids_percent) {
        text += fmt::format("\nwarning: {} % of the ids of {} are used up, and without ids nothing "
                            "is announced: empty it with TRUNCATE TABLE when nothing is pending\n",
                            status.ids_used_percent, status.table.name);
    }
    return text;
}

std::string tracker_json(const schema::TrackerStatus& status, const std::string& source)
{
    ordered_json document = {{"format_version", k_json_format_version},
                             {"datasync_version", std::string(version())},
                             {"command", "tracker"},
                             {"source", source},
                             {"table", std::string(maker(status.table))},
                             {"source_identifier", status.table.has_identifier},
                             {"module", status.table.module.empty()
                                            ? ordered_json()
                                            : ordered_json(status.table.module)},
                             {"state", std::string(state_of(status))},
                             {"triggers", status.complete},
                             {"wanted", status.wanted},
                             {"missing", status.missing},
                             {"outdated", status.outdated},
                             {"left_over", status.left_over},
                             {"no_echo", status.keeps_echo_out},
                             {"definers", status.definers},
                             {"ids_used_percent", status.ids_used_percent}};
    ordered_json& rows = document["rows"] = ordered_json::array();
    for (const auto& row : status.rows) {
        rows.push_back(
            {{"entity", row.entity_type},
             {"pending", row.pending},
             {"oldest_pending",
              row.oldest_pending.empty() ? ordered_json() : ordered_json(row.oldest_pending)},
             {"claimed", row.claimed},
             {"synced", row.synced}});
    }
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string installed_text(const schema::TrackerChange& change, const schema::TrackerTable& table)
{
    if (change.is_empty()) { return "everything is there already\n"; }
    std::string text;
    if (change.creates_table) { text += fmt::format("created table {}\n", table.name); }
    return text + fmt::format("created {} triggers, removed {} of earlier ones\n{}",
                              change.created.size(), change.dropped.size(), k_definer_note);
}

std::string uninstalled_text(const schema::TrackerChange& change, const schema::TrackerTable& table)
{
    std::string text = fmt::format("removed {} triggers\n", change.dropped.size());
    if (change.drops_table) { return text + fmt::format("removed table {}\n", table.name); }
    if (!table.exists) { return text; }
    const auto* const reason = table.is_made_here && table.module.empty() ? "as you wish"
                               : table.module.empty() ? "datasync has not made it"
                                                      : "the PHP module needs it";
    return text + fmt::format("table {} stays: {}\n", table.name, reason);
}

std::string script_text(const std::vector<std::string>& statements)
{
    std::string text = "DELIMITER $$\n";
    for (const auto& sql : statements) { text += sql + "$$\n"; }
    return text + "DELIMITER ;\n";
}

} // namespace datasync::report
