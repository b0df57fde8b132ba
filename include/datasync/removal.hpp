// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What happens on the destination to records that are gone from the source.
#pragma once

#include "datasync/policy.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync {

/// How many records of a type may go within 24 hours.
struct DeleteLimit {
    std::uint64_t most = 0;
    bool is_percent = false; ///< Of the records that the destination has from this source.
};

/// What a run is asked to do about records that are gone.
struct RemovalOptions {
    std::optional<OnDelete> on_delete; ///< For all types that have nothing of their own below.
    std::map<std::string, OnDelete, std::less<>> on_delete_of; ///< By entity type.
    /// Unset: it is refused to let more than 100 records go that are more than 5 % as well.
    std::optional<DeleteLimit> max_delete;
};

/// A record that the source does not have any more.
struct GoneRecord {
    std::uint32_t source_id = 0;
    /// What it was called (sku, email, ...), as far as somebody knows; may be empty.
    std::string identifier;
};

/// How a gone record ended.
enum class RemovalOutcome : std::uint8_t {
    removed,       ///< Deleted, with everything below it.
    disabled,      ///< Still there, off display.
    kept,          ///< Still there, as it was.
    replaced,      ///< The source has it again under another id, which will take it over.
    nothing_to_do, ///< The destination does not have it.
    held,    ///< Waits until records of its type have been synced; then is the time to ask again.
    failed,  ///< Nothing has become of it.
    refused, ///< Likewise, as too many would have gone.
};

inline constexpr std::array<std::string_view, 8> k_removal_outcome_names = {
    "removed", "disabled", "kept", "replaced", "nothing to do", "held", "failed", "refused"};

/// The word for an outcome in reports.
constexpr std::string_view name_of(RemovalOutcome outcome)
{
    return k_removal_outcome_names[static_cast<std::size_t>(outcome)];
}

/// One gone record's end.
struct RemovalEvent {
    std::uint32_t source_id = 0;
    std::uint32_t target_id = 0; ///< 0: none.
    RemovalOutcome outcome = RemovalOutcome::nothing_to_do;
    std::string label;  ///< What a person knows it by.
    std::string detail; ///< Why.
};

/// Hears of every record once its end is certain, in transactions' order.
using RemovalListener = std::function<void(const RemovalEvent&)>;

/// What has become of the gone records of one entity type.
struct RemovalResult {
    std::string entity;
    std::array<std::uint64_t, k_removal_outcome_names.size()> outcomes{};
    bool refused_by_guard = false;    ///< Nothing has been changed; the run ends with exit code 7.
    std::string message;              ///< Why, with numbers and what to try.
    std::vector<std::string> reindex; ///< Indexers of the shop that the changes concern.

    std::uint64_t count(RemovalOutcome outcome) const
    {
        return outcomes[static_cast<std::size_t>(outcome)];
    }
};

} // namespace datasync
