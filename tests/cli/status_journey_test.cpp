// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What `datasync status` says after runs, and who may call a source by which name.
#include "support/sync_test.hpp"

#include <algorithm>

namespace datasync::test {

namespace {

class StatusJourneyTest : public SyncTest {
protected:
    ProgramResult status_run(const Words& more) const
    {
        const auto all = connection_options();
        Words words = {"status"};
        const auto first = std::find(all.begin(), all.end(), "--dest-socket");
        words.insert(words.end(), first, all.end());
        words.insert(words.end(), more.begin(), more.end());
        return run_datasync(words);
    }

    Json status() const
    {
        const auto result = status_run({"--format", "json"});
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return Json::parse(result.out);
    }

    static Words registry(const Json& status)
    {
        Words lines;
        for (const auto& entry : status.at("registry")) {
            lines.push_back(entry.at("source").get<std::string>() + ' ' +
                            entry.at("entity").get<std::string>() + ' ' +
                            std::to_string(entry.at("records").get<int>()));
        }
        return lines;
    }

    /// A sync under another name, or of other databases.
    ProgramResult sync_as(const std::string& name, const Words& connections) const
    {
        Words words = {"sync", "customer_group", name, "-a", "openmage", "-d", "update"};
        words.insert(words.end(), connections.begin(), connections.end());
        return run_datasync(words);
    }
};

TEST_F(StatusJourneyTest, KnowsNothingBeforeTheFirstRun)
{
    EXPECT_EQ(status().at("installed"), false);
    EXPECT_TRUE(has(status_run({}).out, "nothing has been synced"));
    EXPECT_EQ(destination().column("SHOW TABLES LIKE 'datasync%'"), Words{});
}

TEST_F(StatusJourneyTest, CountsRecordsRunsAndFailures)
{
    EXPECT_EQ(update("customer"), "9 created, 3 held");
    EXPECT_EQ(update("customer"), "9 unchanged, 3 held");
    auto now = status();
    EXPECT_EQ(registry(now), Words{"legacy customer 9"});
    ASSERT_EQ(now.at("runs").size(), 2U);
    const auto& newest = now.at("runs").at(0);
    EXPECT_EQ(newest.at("entity"), "customer");
    EXPECT_EQ(newest.at("exit_code"), 3);
    EXPECT_EQ(newest.at("read"), 12);
    EXPECT_EQ(newest.at("changed"), 0);
    EXPECT_EQ(now.at("runs").at(1).at("changed"), 9);
    EXPECT_EQ(now.at("rejected_total"), 3);
    ASSERT_EQ(now.at("rejected").size(), 3U);
    const auto& rejected = now.at("rejected").at(0);
    EXPECT_EQ(rejected.at("attempts"), 2);
    EXPECT_EQ(rejected.at("outcome"), "held");
    EXPECT_TRUE(has(rejected.at("reason").get<std::string>(), "customer_group"));
    const auto text = status_run({});
    EXPECT_TRUE(has(text.out, "bjoern.straesser@example.com"));
    EXPECT_TRUE(has(text.out, "exit 3"));

    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(update("customer"), "3 created, 9 unchanged");
    now = status();
    EXPECT_EQ(now.at("rejected_total"), 0);
    EXPECT_EQ(registry(now), (Words{"legacy customer 12", "legacy customer_group 5"}));
}

TEST_F(StatusJourneyTest, DryRunsAreNoRuns)
{
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto before = status();
    EXPECT_EQ(sync("customer", {"--dry-run"}).exit_code, 0);
    EXPECT_EQ(status(), before);
}

TEST_F(StatusJourneyTest, ListsWhatWaitsForWhat)
{
    EXPECT_EQ(update("newsletter"), "6 created");
    const auto open = status().at("open_references");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.at(0).at("owner"), "newsletter");
    EXPECT_EQ(open.at(0).at("column"), "newsletter_subscriber.customer_id");
    EXPECT_EQ(open.at(0).at("target"), "customer");
    EXPECT_EQ(open.at(0).at("count"), 4);
    sync_customers();
    EXPECT_EQ(status().at("open_references").size(), 0U);
}

TEST_F(StatusJourneyTest, SourceHasOneName)
{
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto before = snapshot_of(destination(), true);
    const auto result = sync_as("oldshop", connection_options());
    EXPECT_EQ(result.exit_code, 7);
    EXPECT_TRUE(has(result.err, "\"oldshop\""));
    EXPECT_TRUE(has(result.err, "\"legacy\""));
    EXPECT_EQ(snapshot_of(destination(), true), before);
    EXPECT_EQ(sync_as("LEGACY", connection_options()).exit_code, 0);
}

TEST_F(StatusJourneyTest, SourceIsNotTheDestination)
{
    const auto to = destination().settings();
    const auto before = snapshot_of(destination(), true);
    const auto result = sync_as("legacy", {"--db-socket", to.socket, "--db-user", to.user,
                                           "--db-name", to.database, "--dest-socket", to.socket,
                                           "--dest-user", to.user, "--dest-name", to.database});
    EXPECT_EQ(result.exit_code, 7);
    EXPECT_TRUE(has(result.err, "is the destination itself"));
    EXPECT_EQ(snapshot_of(destination(), true), before);
}

TEST_F(StatusJourneyTest, TwoSourcesKeepTheirRecordsApart)
{
    const TestDatabase second("source", {"schema_openmage.sql", "base_source.sql"});
    const auto from = second.settings();
    auto words = connection_options();
    *std::find(words.begin(), words.end(), source().name()) = from.database;
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(sync_as("second", words).exit_code, 0);
    EXPECT_EQ(sync_as("third", words).exit_code, 7);
    EXPECT_EQ(registry(status()), (Words{"legacy customer_group 5", "second customer_group 3"}));
}

} // namespace

} // namespace datasync::test
