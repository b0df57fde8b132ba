// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A record's end in words, for people and logs.
#pragma once

#include "datasync/sync_result.hpp"

#include <string>
#include <string_view>

namespace datasync::report {

/// "would create customer 12 (a@b.c): detail"; one line, safe for a terminal.
std::string record_text(const RecordEvent& event, bool dry_run);

/// The same for a record that is gone from the source: "removed product 12 (sku)".
std::string removal_text(std::string_view entity, const RemovalEvent& event, bool dry_run);

/// Whether a gone record waits for another run.
bool is_left_behind(RemovalOutcome outcome);

/// True for the outcomes that leave a record behind (failed and held).
bool is_left_behind(Outcome outcome);

/// How the detail of a record begins that --skip-invalid set aside, as against one that the
/// duplicate policy left alone.
inline constexpr std::string_view k_invalid_prefix = "invalid: ";

/// Whether --skip-invalid set that record aside.
inline bool is_set_aside(const RecordEvent& event)
{
    return event.outcome == Outcome::skipped && event.detail.starts_with(k_invalid_prefix);
}

} // namespace datasync::report
