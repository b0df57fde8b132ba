// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What runs along a tracker tell others: the metrics file and the command of --on-finish.
#include "support/tracked_shop.hpp"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace datasync::test {

namespace {

namespace fs = std::filesystem;

class IncrementalMonitoringTest : public TrackedShopTest {
protected:
    std::string file(const std::string& name) const { return (m_folder.path() / name).string(); }
    std::string content(const std::string& name) const
    {
        std::ifstream in(file(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// A value of the metrics file; "" when it is not there.
    std::string metric(const std::string& name, const std::string& labels = {}) const
    {
        const auto start = "datasync_" + name + "{source=\"live\"" + labels + "} ";
        std::istringstream in(content("x.prom"));
        for (std::string line; std::getline(in, line);) {
            if (line.starts_with(start)) { return line.substr(start.size()); }
        }
        return "";
    }

    /// Runs `incremental --metrics-file`.
    ProgramResult with_metrics(const Words& more = {}) const
    {
        Words options = {"--metrics-file", file("x.prom")};
        options.insert(options.end(), more.begin(), more.end());
        return incremental(options);
    }

    TempFolder m_folder;
};

} // namespace

TEST_F(IncrementalMonitoringTest, MetricsSayWhatTheRunDidAndWhatWaits)
{
    change_block(3, "new");
    hold_customer(3);
    announce("nonsense", 1);
    source().exec("UPDATE datasync_change_tracker SET created_at = NOW() - INTERVAL 1 HOUR WHERE "
                  "entity_type = 'nonsense'");
    EXPECT_EQ(with_metrics({"--no-pull-dependencies"}).exit_code, 3);
    EXPECT_EQ(metric("last_run_exit_code"), "3");
    EXPECT_EQ(metric("last_success_timestamp_seconds"), "0");
    EXPECT_NE(metric("last_run_timestamp_seconds"), "");
    EXPECT_NE(metric("last_run_duration_seconds"), "");
    EXPECT_EQ(metric("last_run_records", ",entity=\"cms_block\",outcome=\"updated\""), "1");
    EXPECT_EQ(metric("last_run_records", ",entity=\"cms_block\",outcome=\"failed\""), "0");
    EXPECT_EQ(metric("last_run_records", ",entity=\"customer\",outcome=\"held\""), "1");
    EXPECT_EQ(metric("rejected_records", ",entity=\"customer\",outcome=\"held\""), "1");
    EXPECT_EQ(metric("pending_changes", ",entity_type=\"customer\""), "1");
    EXPECT_EQ(metric("pending_changes", ",entity_type=\"cms_block\""), "0");
    EXPECT_EQ(metric("pending_changes", ",entity_type=\"nonsense\""), "1");
    EXPECT_EQ(metric("pending_oldest_age_seconds", ",entity_type=\"nonsense\"").substr(0, 2), "36");
    EXPECT_EQ(metric("last_run_acknowledged_changes"), "1");
    EXPECT_EQ(metric("last_run_put_off_records"), "0");
    EXPECT_TRUE(has(content("x.prom"), "# HELP datasync_pending_changes Changes"));
    EXPECT_TRUE(has(content("x.prom"), "# TYPE datasync_pending_changes gauge\n"));

    // For another user's collector, which finds no half file beside it.
    EXPECT_EQ(fs::status(file("x.prom")).permissions(), static_cast<fs::perms>(0644));
    EXPECT_EQ(std::distance(fs::directory_iterator(m_folder.path()), {}), 1);

    EXPECT_EQ(with_metrics({"--no-pull-dependencies"}).exit_code, 0);
    EXPECT_EQ(metric("last_run_put_off_records"), "1");
    EXPECT_EQ(metric("last_success_timestamp_seconds"), metric("last_run_timestamp_seconds"));
    EXPECT_EQ(metric("rejected_records", ",entity=\"customer\",outcome=\"held\""), "1");
}

TEST_F(IncrementalMonitoringTest, MetricsOfARunThatFailedKeepTheLastSuccess)
{
    ASSERT_EQ(with_metrics().exit_code, 0);
    const auto success = metric("last_success_timestamp_seconds");
    EXPECT_NE(success, "0");
    EXPECT_EQ(with_metrics({"--db-name", "no_such_shop"}).exit_code, 6);
    EXPECT_EQ(metric("last_run_exit_code"), "6");
    EXPECT_EQ(metric("last_success_timestamp_seconds"), success);
    EXPECT_EQ(metric("pending_changes", ",entity_type=\"customer\""), "");
}

TEST_F(IncrementalMonitoringTest, MetricsEscapeTheNameOfTheSource)
{
    ASSERT_EQ(with_metrics({"--source", "a\"b\\c"}).exit_code, 0);
    EXPECT_TRUE(has(content("x.prom"), "{source=\"a\\\"b\\\\c\"} "));
}

TEST_F(IncrementalMonitoringTest, MetricsFileIsCheckedBeforeTheRun)
{
    change_block(3, "new");
    EXPECT_EQ(incremental({"--metrics-file", file("no/such.prom")}).exit_code, 2);
    EXPECT_EQ(incremental({"--metrics-file", m_folder.path().string()}).exit_code, 2);
    EXPECT_EQ(with_metrics({"--dry-run"}).exit_code, 2);
    EXPECT_EQ(waiting(), 1U);
}

TEST_F(IncrementalMonitoringTest, CommandReadsTheSummary)
{
    change_block(3, "new");
    const auto result =
        incremental({"--format", "json", "--on-finish",
                     "cat >" + file("summary") + "; echo \"code $DATASYNC_EXIT_CODE\""});
    EXPECT_EQ(result.exit_code, 0);
    // Its words do not get into the report.
    EXPECT_EQ(result.err, "code 0\n");
    auto report = Json::parse(result.out);
    report.erase("records");
    EXPECT_EQ(Json::parse(content("summary")), report);
    EXPECT_EQ(report.at("acknowledged"), 1);
}

TEST_F(IncrementalMonitoringTest, CommandHearsOfARunThatFailed)
{
    const auto result =
        incremental({"--db-name", "no_such_shop", "--on-finish",
                     "cat >" + file("summary") + "; echo $DATASYNC_EXIT_CODE >" + file("code")});
    EXPECT_EQ(result.exit_code, 6);
    EXPECT_EQ(content("code"), "6\n");
    const auto summary = Json::parse(content("summary"));
    EXPECT_EQ(summary.at("exit_code"), 6);
    EXPECT_TRUE(has(summary.at("error").get<std::string>(), "no_such_shop"));
}

TEST_F(IncrementalMonitoringTest, CommandThatFailsOrHangsIsAWarning)
{
    auto result = incremental({"--on-finish", "exit 3"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_TRUE(has(result.err, "warning: --on-finish: it ended with 3"));
    result = incremental({"--on-finish", "sleep 1000 & sleep 1000", "--on-finish-timeout", "1"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_TRUE(has(result.err, "did not end within 1 s"));
}

TEST_F(IncrementalMonitoringTest, WatchTellsOfCyclesWithNews)
{
    const auto program = watch({"--metrics-file", file("x.prom"), "--on-finish",
                                "echo $DATASYNC_EXIT_CODE >>" + file("codes")});
    EXPECT_TRUE(becomes_true([&] { return content("codes") == "0\n"; }));
    // The metrics go on through cycles without changes.
    const auto first = metric("last_run_timestamp_seconds");
    EXPECT_TRUE(becomes_true([&] { return metric("last_run_timestamp_seconds") != first; }));
    EXPECT_EQ(metric("last_run_records", ",entity=\"cms_block\",outcome=\"updated\""), "1");
    change_block(3, "later");
    EXPECT_TRUE(becomes_true([&] { return content("codes") == "0\n0\n"; }));
    EXPECT_EQ(stop(*program).exit_code, 0);
    EXPECT_EQ(content("codes"), "0\n0\n");
}

} // namespace datasync::test
