// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a run does about gone records of a type: its own default, or what the user says.
#pragma once

#include "datasync/entity_spec.hpp"
#include "datasync/removal.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace datasync::engine {

/// The policy for gone records of a type; `ignore` for a type that is never deleted.
OnDelete removal_policy(const EntitySpec& spec, const RemovalOptions& options);

/// Throws UsageError for a policy of a type that is not there or is never deleted.
void check_removal_options(const RemovalOptions& options);

/// What the limit says when `going` more records of a type are to go, of which `gone_before` went
/// within 24 hours, and `known` are known: why not, with numbers and what to try; or "".
std::string refusal_of(const RemovalOptions& options, std::string_view entity, std::uint64_t going,
                       std::uint64_t gone_before, std::uint64_t known);

} // namespace datasync::engine
