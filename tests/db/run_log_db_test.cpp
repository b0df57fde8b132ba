// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The run log, the delta state and the rejected records.
#include "db/own_tables_fixture.hpp"

#include "state/run_log.hpp"

#include <gtest/gtest.h>

namespace datasync::state {
namespace {

class RunLogDbTest : public OwnTablesFixture {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(OwnTablesFixture::SetUp());
        if (!IsSkipped()) { install(); }
    }
    static SyncResult result()
    {
        SyncResult result;
        result.entity = "customer";
        result.source_system = "legacy";
        result.outcomes = {1, 2, 3, 4, 5, 6, 7};
        return result;
    }
    static RecordEvent event(std::uint32_t id, Outcome outcome, std::string detail)
    {
        RecordEvent event;
        event.source_id = id;
        event.outcome = outcome;
        event.label = fmt::format("c{}@example.org", id);
        event.detail = std::move(detail);
        return event;
    }
    RejectedRecords rejected(const std::string& entity = "customer")
    {
        return {connection(), tables(), "legacy", entity};
    }
};

using RejectedRecordsDbTest = RunLogDbTest;

TEST_F(RunLogDbTest, AFinishedRunLeavesItsCountersAndMovesTheDeltaState)
{
    RunLog log(connection(), tables());
    log.start("legacy", "customer", "datasync sync customer legacy");
    EXPECT_EQ(rows("SELECT command, finished_at, exit_code FROM shop_datasync_run"),
              (Rows{{"datasync sync customer legacy", "NULL", "NULL"}}));
    log.finish(result(), ExitCode::records_left);
    EXPECT_EQ(
        rows("SELECT source_system, entity_type, finished_at >= started_at, exit_code, "
             "records_read, created, updated, merged, unchanged, skipped, held, failed, "
             "message FROM shop_datasync_run"),
        (Rows{{"legacy", "customer", "1", "3", "28", "1", "2", "3", "4", "5", "6", "7", "NULL"}}));
    EXPECT_EQ(rows("SELECT d.source_system, d.entity_type, d.last_finished_at IS NOT NULL "
                   "FROM shop_datasync_delta_state d JOIN shop_datasync_run r "
                   "ON r.run_id = d.last_run_id"),
              (Rows{{"legacy", "customer", "1"}}));
}

TEST_F(RunLogDbTest, TheDeltaStateFollowsTheLastRun)
{
    RunLog first(connection(), tables());
    first.start("legacy", "customer", "one");
    first.finish(result(), ExitCode::done);
    RunLog second(connection(), tables());
    second.start("legacy", "customer", "two");
    second.finish(result(), ExitCode::done);
    EXPECT_EQ(rows("SELECT command FROM shop_datasync_delta_state JOIN shop_datasync_run "
                   "ON run_id = last_run_id"),
              (Rows{{"two"}}));
}

TEST_F(RunLogDbTest, AStoppedRunDoesNotMoveTheDeltaState)
{
    RunLog log(connection(), tables());
    log.start("legacy", "customer", "datasync");
    SyncResult stopped = result();
    stopped.stopped_early = true;
    log.finish(stopped, ExitCode::stopped_early);
    EXPECT_EQ(value("SELECT exit_code FROM shop_datasync_run"), "8");
    EXPECT_EQ(value("SELECT COUNT(*) FROM shop_datasync_delta_state"), "0");
}

TEST_F(RunLogDbTest, AFailedRunLeavesItsMessage)
{
    RunLog log(connection(), tables());
    log.start("legacy", "customer", "datasync");
    log.fail(result(), ExitCode::unreachable, "the server's gone \\ \xff");
    EXPECT_EQ(rows("SELECT exit_code, records_read, message FROM shop_datasync_run"),
              (Rows{{"6", "28", "the server's gone \\ ?"}}));
    EXPECT_EQ(value("SELECT COUNT(*) FROM shop_datasync_delta_state"), "0");
}

TEST_F(RunLogDbTest, ALongCommandIsCutBetweenCharacters)
{
    std::string command;
    for (int i = 0; i < 1100; ++i) { command += "ü"; }
    RunLog(connection(), tables()).start("legacy", "customer", command);
    EXPECT_EQ(value("SELECT CHAR_LENGTH(command) FROM shop_datasync_run"), "1024");
}

TEST_F(RunLogDbTest, KeepsTheNewestThousandRuns)
{
    std::string insert = "INSERT INTO shop_datasync_run (source_system, entity_type, command, "
                         "started_at) VALUES ('a', 'b', 'c', '2020-01-01')";
    for (int i = 1; i < 1100; ++i) { insert += ",('a', 'b', 'c', '2020-01-01')"; }
    exec(insert);
    RunLog(connection(), tables()).start("legacy", "customer", "datasync");
    EXPECT_EQ(value("SELECT COUNT(*) FROM shop_datasync_run"), "1000");
    EXPECT_EQ(value("SELECT command FROM shop_datasync_run ORDER BY run_id DESC LIMIT 1"),
              "datasync");
}

TEST_F(RejectedRecordsDbTest, AreRememberedWithOutcomeAndReason)
{
    RejectedRecords list = rejected();
    EXPECT_FALSE(list.any());
    list.remember(std::vector<RecordEvent>{event(3, Outcome::failed, "no email"),
                                           event(4, Outcome::held, "waits for website it")});
    EXPECT_TRUE(list.any());
    EXPECT_FALSE(rejected("product").any());
    EXPECT_EQ(
        rows("SELECT source_system, entity_type, source_id, label, outcome, reason, attempts "
             "FROM shop_datasync_rejected_record ORDER BY source_id"),
        (Rows{{"legacy", "customer", "3", "c3@example.org", "failed", "no email", "1"},
              {"legacy", "customer", "4", "c4@example.org", "held", "waits for website it", "1"}}));
}

TEST_F(RejectedRecordsDbTest, AnotherAttemptKeepsTheFirstTimeAndBothReasons)
{
    RejectedRecords list = rejected();
    list.remember(std::vector<RecordEvent>{event(3, Outcome::held, "first")});
    exec("UPDATE shop_datasync_rejected_record SET first_seen_at = '2020-01-01', "
         "last_seen_at = '2020-01-01'");
    list.remember(std::vector<RecordEvent>{event(3, Outcome::failed, "second")});
    EXPECT_EQ(rows("SELECT outcome, reason, first_seen_at, last_seen_at > '2021-01-01', attempts "
                   "FROM shop_datasync_rejected_record"),
              (Rows{{"failed", "second", "2020-01-01 00:00:00", "1", "2"}}));
    list.remember(std::vector<RecordEvent>{event(3, Outcome::failed, "third")});
    EXPECT_EQ(rows("SELECT first_reason, reason FROM shop_datasync_rejected_record"),
              (Rows{{"first", "third"}}));
}

TEST_F(RejectedRecordsDbTest, TheEarliestKnownReasonIsTheFirst)
{
    RejectedRecords list = rejected();
    list.remember(std::vector<RecordEvent>{event(3, Outcome::held, "before the upgrade")});
    exec("UPDATE shop_datasync_rejected_record SET first_reason = NULL");
    list.remember(std::vector<RecordEvent>{event(3, Outcome::failed, "after it")});
    EXPECT_EQ(rows("SELECT first_reason, reason FROM shop_datasync_rejected_record"),
              (Rows{{"before the upgrade", "after it"}}));
}

TEST_F(RejectedRecordsDbTest, ArrivedOnesAreForgotten)
{
    RejectedRecords list = rejected();
    list.remember(
        std::vector<RecordEvent>{event(3, Outcome::failed, "a"), event(4, Outcome::failed, "b")});
    list.forget(std::vector<std::uint32_t>{3, 99});
    list.forget({});
    EXPECT_EQ(value("SELECT GROUP_CONCAT(source_id) FROM shop_datasync_rejected_record"), "4");
}

TEST_F(RejectedRecordsDbTest, LabelsAndReasonsOfAnyBytesAndLengthAreTaken)
{
    RecordEvent hostile = event(3, Outcome::failed, "it's \\ \"\xc3\x28\" \xf0\x9f\x98\x80");
    hostile.label = std::string(300, 'x');
    hostile.detail += std::string(100000, 'y');
    rejected().remember(std::vector<RecordEvent>{hostile});
    EXPECT_EQ(rows("SELECT CHAR_LENGTH(label), LEFT(reason, 13), CHAR_LENGTH(reason) FROM "
                   "shop_datasync_rejected_record"),
              (Rows{{"255", "it's \\ \"?(\" \xf0\x9f\x98\x80", "4000"}}));
}

} // namespace
} // namespace datasync::state
