// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What `datasync status` reads: everything, of one source, of nothing, with SELECT alone.
#include "db/own_tables_fixture.hpp"

#include "state/deferred_references.hpp"
#include "state/registry.hpp"
#include "state/run_log.hpp"
#include "state/source_register.hpp"
#include "state/status.hpp"

#include <gtest/gtest.h>

namespace datasync::state {
namespace {

class StatusDbTest : public OwnTablesFixture {
protected:
    /// What two sources leave behind.
    void fill()
    {
        install();
        for (const std::string source : {"legacy", "outlet"}) {
            const auto number = register_source(connection(), tables(), source, "s/" + source);
            Registry(connection(), tables(), source, number, true)
                .remember("customer", false, std::vector<IdPair>{{1, 101}, {2, 102}});
            SyncResult result;
            result.source_system = source;
            result.entity = "customer";
            result.outcomes = {2, 1, 0, 0, 0, 1, 3};
            RunLog log(connection(), tables());
            log.start(source, "customer", "datasync sync customer " + source);
            log.finish(result, ExitCode::records_left);
            RecordEvent event;
            event.source_id = 9;
            event.outcome = Outcome::failed;
            event.label = "x@example.org";
            event.detail = "has no website";
            RejectedRecords(connection(), tables(), source, "customer")
                .remember(std::vector<RecordEvent>{event});
            DeferredReference open;
            open.target_type = "customer";
            open.target_source_id = 9;
            open.owner_type = "newsletter";
            open.owner_source_id = 4;
            open.table = "newsletter_subscriber";
            open.key_column = "subscriber_id";
            open.column = "customer_id";
            DeferredReferences(connection(), tables(), source, number, true)
                .replace("newsletter", std::vector<std::uint32_t>{4},
                         std::vector<DeferredReference>{open});
        }
    }
};

TEST_F(StatusDbTest, OfADestinationThatWasNeverWrittenIsEmpty)
{
    const Status status = read_status(connection(), "");
    EXPECT_FALSE(status.installed);
    EXPECT_TRUE(status.sources.empty());
    EXPECT_TRUE(status.runs.empty());
}

TEST_F(StatusDbTest, ShowsAllThatSourcesHaveLeft)
{
    fill();
    const Status status = read_status(connection(), "");
    EXPECT_TRUE(status.installed);
    ASSERT_EQ(status.sources.size(), 2U);
    EXPECT_EQ(status.sources[0].source_system, "legacy");
    EXPECT_EQ(status.sources[0].identity, "s/legacy");
    ASSERT_EQ(status.registry.size(), 2U);
    EXPECT_EQ(status.registry[1].source_system, "outlet");
    EXPECT_EQ(status.registry[1].entity, "customer");
    EXPECT_EQ(status.registry[1].records, 2U);
    EXPECT_FALSE(status.registry[1].last_synced_at.empty());

    ASSERT_EQ(status.runs.size(), 2U);
    EXPECT_EQ(status.runs[0].source_system, "outlet");
    EXPECT_EQ(status.runs[0].exit_code, 3);
    EXPECT_EQ(status.runs[0].read, 7U);
    EXPECT_EQ(status.runs[0].changed, 3U);
    EXPECT_EQ(status.runs[0].failed, 3U);
    EXPECT_FALSE(status.runs[0].finished_at.empty());

    EXPECT_EQ(status.rejected_total, 2U);
    ASSERT_EQ(status.rejected.size(), 2U);
    EXPECT_EQ(status.rejected[0].source_id, 9U);
    EXPECT_EQ(status.rejected[0].reason, "has no website");
    EXPECT_EQ(status.rejected[0].attempts, 1U);
    EXPECT_EQ(status.rejected[0].first_reason, "has no website");

    ASSERT_EQ(status.open_references.size(), 2U);
    EXPECT_EQ(status.open_references[0].owner, "newsletter");
    EXPECT_EQ(status.open_references[0].column, "newsletter_subscriber.customer_id");
    EXPECT_EQ(status.open_references[0].target, "customer");
    EXPECT_EQ(status.open_references[0].count, 1U);
}

TEST_F(StatusDbTest, OfOneSourceShowsNoOther)
{
    fill();
    const Status status = read_status(connection(), "outlet");
    ASSERT_EQ(status.sources.size(), 1U);
    EXPECT_EQ(status.sources[0].source_system, "outlet");
    EXPECT_EQ(status.registry.size(), 1U);
    EXPECT_EQ(status.runs.size(), 1U);
    EXPECT_EQ(status.rejected_total, 1U);
    EXPECT_EQ(status.open_references.size(), 1U);
    EXPECT_TRUE(read_status(connection(), "nobody").sources.empty());
}

TEST_F(StatusDbTest, OfTablesBeforeFirstReasonsKnowsNone)
{
    fill();
    exec("ALTER TABLE shop_datasync_rejected_record DROP COLUMN first_reason");
    exec("UPDATE shop_datasync_schema_version SET version = 2");
    const Status status = read_status(connection(), "");
    ASSERT_EQ(status.rejected.size(), 2U);
    EXPECT_EQ(status.rejected[0].reason, "has no website");
    EXPECT_EQ(status.rejected[0].first_reason, "");
}

TEST_F(StatusDbTest, ARunThatDiedHasNoEnd)
{
    install();
    RunLog(connection(), tables()).start("legacy", "customer", "datasync");
    const Status status = read_status(connection(), "");
    ASSERT_EQ(status.runs.size(), 1U);
    EXPECT_EQ(status.runs[0].exit_code, -1);
    EXPECT_EQ(status.runs[0].finished_at, "");
}

TEST_F(StatusDbTest, LongListsAreCutAndCounted)
{
    install();
    std::vector<RecordEvent> events(150);
    for (std::uint32_t i = 0; i < 150; ++i) {
        events[i].source_id = i + 1;
        events[i].outcome = Outcome::held;
    }
    RejectedRecords(connection(), tables(), "legacy", "customer").remember(events);
    for (int i = 0; i < 25; ++i) { RunLog(connection(), tables()).start("legacy", "customer", ""); }
    const Status status = read_status(connection(), "");
    EXPECT_EQ(status.rejected.size(), 100U);
    EXPECT_EQ(status.rejected_total, 150U);
    EXPECT_EQ(status.runs.size(), 20U);
}

TEST_F(StatusDbTest, NeedsNoMoreThanSelect)
{
    const RestrictedUser user(*this, "SELECT");
    {
        db::Connection reader(user.settings(), "destination");
        EXPECT_FALSE(read_status(reader, "").installed);
    }
    fill();
    db::Connection reader(user.settings(), "destination");
    EXPECT_EQ(read_status(reader, "").sources.size(), 2U);
}

} // namespace
} // namespace datasync::state
