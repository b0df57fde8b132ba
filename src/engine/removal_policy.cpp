// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "engine/removal_policy.hpp"

#include "datasync/error.hpp"
#include "engine/catalogue.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace datasync::engine {

namespace {

/// Without --max-delete, what is more than both is refused.
constexpr std::uint64_t k_most_records = 100;
constexpr std::uint64_t k_most_percent = 5;

bool is_above_percent(std::uint64_t count, std::uint64_t percent, std::uint64_t of)
{
    return count * 100 > percent * of;
}

} // namespace

OnDelete removal_policy(const EntitySpec& spec, const RemovalOptions& options)
{
    if (!spec.removal.never_because.empty()) { return OnDelete::ignore; }
    const auto own = options.on_delete_of.find(spec.name);
    if (own != options.on_delete_of.end()) { return own->second; }
    return options.on_delete.value_or(spec.removal.policy);
}

void check_removal_options(const RemovalOptions& options)
{
    const auto handlers = make_entity_handlers();
    for (const auto& [entity, policy] : options.on_delete_of) {
        const auto found = std::find_if(handlers.begin(), handlers.end(), [&](const auto& handler) {
            return handler->spec().name == entity && handler->spec().part_of.empty();
        });
        if (found == handlers.end()) {
            usage_error("--on-delete: there is no entity type \"{}\"; there are {}", entity,
                        fmt::join(built_entities(), ", "));
        }
        const auto& spec = (*found)->spec();
        if (spec.root().is_given) {
            usage_error("--on-delete: {} goes with its {}; say what becomes of that", entity,
                        spec.root().type);
        }
        if (policy == OnDelete::ignore || spec.removal.never_because.empty()) { continue; }
        usage_error("--on-delete: {} is never deleted or disabled ({}); leave it out, or say "
                    "{}=ignore",
                    entity, spec.removal.never_because, entity);
    }
}

std::string refusal_of(const RemovalOptions& options, std::string_view entity, std::uint64_t going,
                       std::uint64_t gone_before, std::uint64_t known)
{
    if (going == 0) { return {}; }
    const auto total = gone_before + going;
    std::string limit;
    bool is_too_much = false;
    if (!options.max_delete) {
        limit = fmt::format("{} records and {} %, the limit without --max-delete", k_most_records,
                            k_most_percent);
        is_too_much = total > k_most_records && is_above_percent(total, k_most_percent, known);
    } else if (options.max_delete->is_percent) {
        limit = fmt::format("--max-delete {}%", options.max_delete->most);
        is_too_much = is_above_percent(total, options.max_delete->most, known);
    } else {
        limit = fmt::format("--max-delete {}", options.max_delete->most);
        is_too_much = total > options.max_delete->most;
    }
    if (!is_too_much) { return {}; }
    const auto before =
        gone_before == 0 ? std::string() : fmt::format(", {} of them before this run", gone_before);
    return fmt::format(
        "{}: {} of {} records would have been removed or disabled within 24 hours{}: "
        "more than {}. Nothing was done to them. Look whether the source has lost "
        "them by accident; if they are to go, run once with --max-delete {}",
        entity, total, known, before, limit, total);
}

} // namespace datasync::engine
