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

} // namespace

std::string record_text(const RecordEvent& event, bool dry_run)
{
    const Verbs& verbs = k_verbs[static_cast<std::size_t>(event.outcome)];
    std::string text = fmt::format("{} {} {}", dry_run ? verbs.announced : verbs.done, event.entity,
                                   event.source_id);
    if (!event.label.empty()) { text += fmt::format(" ({})", util::printable(event.label)); }
    if (!event.detail.empty()) { text += fmt::format(": {}", util::printable(event.detail)); }
    return text;
}

bool is_left_behind(Outcome outcome)
{
    return outcome == Outcome::failed || outcome == Outcome::held;
}

} // namespace datasync::report
