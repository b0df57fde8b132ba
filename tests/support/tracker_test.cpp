// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/tracker_test.hpp"

#include <algorithm>

namespace datasync::test {

void TrackerTest::SetUp()
{
    CatalogTest::SetUp();
    if (HasFatalFailure() || IsSkipped()) { return; }
    add_sales();
}

ProgramResult TrackerTest::tracker(TestDatabase& shop, const std::string& action, const Words& more)
{
    const auto settings = shop.settings();
    Words words = {"tracker",       action,      "--db-socket",
                   settings.socket, "--db-name", settings.database};
    if (std::find(more.begin(), more.end(), "--db-user") == more.end()) {
        words.insert(words.end(), {"--db-user", settings.user});
    }
    words.insert(words.end(), more.begin(), more.end());
    return run_datasync(words);
}

std::string TrackerTest::tracker(const std::string& action, const Words& more)
{
    const auto result = tracker(source(), action, more);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return result.out;
}

Json TrackerTest::status()
{
    return Json::parse(tracker("status", {"--format", "json"}));
}

std::vector<std::string> TrackerTest::pending(TestDatabase& shop)
{
    return shop.column("SELECT CONCAT_WS(' ', entity_type, entity_id, action, source_identifier) "
                       "FROM datasync_change_tracker WHERE sync_completed = 0 ORDER BY 1");
}

std::vector<std::string> TrackerTest::after(const std::string& statements)
{
    source().exec("DELETE FROM datasync_change_tracker");
    source().exec(statements);
    return pending(source());
}

Snapshot TrackerTest::all_of(TestDatabase& shop)
{
    auto all = snapshot_of(shop, true);
    for (const auto& row :
         shop.rows("SELECT trigger_name, event_manipulation, event_object_table, action_statement "
                   "FROM information_schema.triggers WHERE trigger_schema = DATABASE()")) {
        all["trigger " + row.at(0).value()] =
            row.at(1).value() + row.at(2).value() + row.at(3).value();
    }
    return all;
}

} // namespace datasync::test
