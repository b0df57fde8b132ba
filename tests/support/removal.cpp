// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/removal.hpp"

#include "engine/record_removal.hpp"
#include "engine/shop_session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::test {

std::string Removal::told(std::uint32_t source_id) const
{
    const auto found = std::find_if(events.begin(), events.end(), [&](const RemovalEvent& event) {
        return event.source_id == source_id;
    });
    if (found == events.end()) { return {}; }
    const auto outcome = std::string(name_of(found->outcome));
    return found->detail.empty() ? outcome : outcome + ": " + found->detail;
}

std::string Removal::counts() const
{
    std::string text;
    for (std::size_t i = 0; i < result.outcomes.size(); ++i) {
        if (result.outcomes[i] == 0) { continue; }
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", result.outcomes[i],
                            k_removal_outcome_names[i]);
    }
    return text;
}

Removal remove_gone(TestDatabase& source, TestDatabase& destination, std::string_view entity,
                    const std::vector<GoneRecord>& gone, const RemovalAsk& ask)
{
    engine::SessionOptions session_options;
    session_options.source_system = "legacy";
    session_options.dry_run = ask.dry_run;
    session_options.lock.is_skipped = true;
    engine::ShopSession session(session_options, source.settings(), destination.settings());
    session.begin_snapshot();
    SyncOptions options;
    options.entity = entity;
    options.source_system = session_options.source_system;
    options.dry_run = ask.dry_run;
    Removal removal;
    removal.result =
        engine::remove_gone(session, options, ask.options, gone,
                            [&](const RemovalEvent& event) { removal.events.push_back(event); });
    return removal;
}

Removal remove_ids(TestDatabase& source, TestDatabase& destination, std::string_view entity,
                   const std::vector<std::uint32_t>& ids, const RemovalAsk& ask)
{
    std::vector<GoneRecord> gone;
    for (const auto id : ids) { gone.push_back({id, ""}); }
    return remove_gone(source, destination, entity, gone, ask);
}

RemovalAsk with_policy(OnDelete policy)
{
    RemovalAsk ask;
    ask.options.on_delete = policy;
    return ask;
}

void drop_foreign_keys(TestDatabase& shop)
{
    for (const auto& key :
         shop.rows("SELECT table_name, constraint_name FROM information_schema.table_constraints "
                   "WHERE table_schema = DATABASE() AND constraint_type = 'FOREIGN KEY'")) {
        shop.exec(fmt::format("ALTER TABLE {} DROP FOREIGN KEY {}", *key[0], *key[1]));
    }
}

} // namespace datasync::test
