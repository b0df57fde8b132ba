// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A record's end in words, for people and logs.
#include "report/record_text.hpp"

#include "util/text.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::report {

namespace {

struct Verbs {
    std::string_view done;
    std::string_view announced;
};

/// In the order of Outcome.
constexpr std::array<Verbs, k_outcome_names.size()> k_verbs = {{
    {"created", "would create"},
    {"updated", "would update"},
    {"merged", "would merge"},
    {"unchanged", "would leave as it is"},
    {"skipped", "would skip"},
    {"held", "would hold"},
    {"failed", "would fail"},
}};

constexpr std::array<Verbs, k_removal_outcome_names.size()> k_removal_verbs = {{
    {"removed", "would remove"},
    {"disabled", "would disable"},
    {"kept", "would keep"},
    {"left to another", "would leave to another"},
    {"nothing to do for", "nothing to do for"},
    {"held the removal of", "would hold the removal of"},
    {"failed to remove", "would fail to remove"},
    {"refused to remove", "would refuse to remove"},
}};

std::string with_names(std::string text, std::string_view label, std::string_view detail)
{
    if (!label.empty()) { text += fmt::format(" ({})", util::printable(label)); }
    if (!detail.empty()) { text += fmt::format(": {}", util::printable(detail)); }
    return text;
}

} // namespace

std::string removal_text(std::string_view entity, const RemovalEvent& event, bool dry_run)
{
    const Verbs& verbs = k_removal_verbs[static_cast<std::size_t>(event.outcome)];
    return with_names(
        fmt::format("{} {} {}", dry_run ? verbs.announced : verbs.done, entity, event.source_id),
        event.label, event.detail);
}

bool is_left_behind(RemovalOutcome outcome)
{
    return outcome == RemovalOutcome::failed || outcome == RemovalOutcome::held ||
           outcome == RemovalOutcome::refused;
}

std::string record_text(const RecordEvent& event, bool dry_run)
{
    const Verbs& verbs = k_verbs[static_cast<std::size_t>(event.outcome)];
    const auto which = event.line == 0 ? fmt::format("{}", event.source_id)
                       : event.source_id == 0
                           ? fmt::format("of line {}", event.line)
                           : fmt::format("{} of line {}", event.source_id, event.line);
    return with_names(
        fmt::format("{} {} {}", dry_run ? verbs.announced : verbs.done, event.entity, which),
        event.label, event.detail);
}

bool is_left_behind(Outcome outcome)
{
    return outcome == Outcome::failed || outcome == Outcome::held;
}

} // namespace datasync::report
