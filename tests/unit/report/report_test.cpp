// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of the reports of a run.
#include "report/json_pieces.hpp"
#include "report/json_report.hpp"
#include "report/rejects_file.hpp"
#include "report/text_report.hpp"

#include "datasync/error.hpp"
#include "report/record_text.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <unistd.h>

namespace datasync::report {

namespace {

using nlohmann::json;

struct Output {
    std::ostringstream out;
    std::ostringstream err;
};

SyncResult result_of(bool dry_run)
{
    SyncResult result;
    result.entity = "customer";
    result.source_system = "legacy";
    result.dry_run = dry_run;
    return result;
}

/// Tells a report of as many records as asked for, all with one outcome.
SyncResult tell(RunReport& report, bool dry_run, Outcome outcome, std::uint32_t records,
                const std::string& detail = "")
{
    SyncResult result = result_of(dry_run);
    report.started(result, records);
    for (std::uint32_t id = 1; id <= records; ++id) {
        const bool has_target = outcome != Outcome::failed && outcome != Outcome::held;
        report.record({"customer", id, has_target ? id + 100 : 0, outcome, "a@b.c", detail});
        ++result.outcomes[static_cast<std::size_t>(outcome)];
        report.batch_done(result);
    }
    result.seconds = 0.5;
    report.finished(result);
    return result;
}

std::size_t lines_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

SyncOptions options_of(bool dry_run)
{
    SyncOptions options;
    options.entity = "customer";
    options.source_system = "legacy";
    options.dry_run = dry_run;
    return options;
}

} // namespace

TEST(TextReportTest, SummarizesARun)
{
    Output output;
    Console console(output.out, output.err, false, false);
    TextReport report(console, {});
    tell(report, false, Outcome::created, 1200);
    EXPECT_EQ(output.out.str(),
              "entity     read  created  updated  merged  unchanged  skipped  held  failed  seconds"
              "  records/s\n"
              "customer  1,200    1,200        0       0          0        0     0       0      0.5"
              "      2,400\n");
    EXPECT_EQ(output.err.str(), "");
}

TEST(TextReportTest, ADryRunSaysEveryRecord)
{
    Output output;
    Console console(output.out, output.err, false, false);
    TextReport report(console, {});
    tell(report, true, Outcome::created, 2, "with 1 address");
    EXPECT_NE(output.out.str().find("would create customer 2 (a@b.c): with 1 address\n"),
              std::string::npos);
    EXPECT_NE(output.out.str().find("Dry run: nothing was written.\n"), std::string::npos);
}

TEST(TextReportTest, QuietSaysNothingWhenAllIsWellAndEnoughWhenItIsNot)
{
    Output output;
    Console console(output.out, output.err, false, false);
    TextReport well(console, {true, 0, false});
    well.warning("advice");
    tell(well, false, Outcome::updated, 3);
    EXPECT_EQ(output.out.str() + output.err.str(), "");
    TextReport bad(console, {true, 0, false});
    tell(bad, false, Outcome::held, 1, "why");
    EXPECT_EQ(output.err.str(), "held customer 1 (a@b.c): why\n");
    EXPECT_EQ(lines_of(output.out.str()), 2U);
}

TEST(TextReportTest, ShowsTwentyRecordsLeftBehindAndCountsTheRest)
{
    Output output;
    Console console(output.out, output.err, false, false);
    TextReport report(console, {});
    tell(report, false, Outcome::failed, 25, "a\nb");
    EXPECT_EQ(lines_of(output.err.str()), 21U);
    EXPECT_NE(output.err.str().find("... 5 more, see --rejects or `datasync status`\n"),
              std::string::npos);
}

TEST(TextReportTest, SaysAWarningOnce)
{
    Output output;
    Console console(output.out, output.err, false, false);
    TextReport report(console, {});
    report.warning("x");
    SyncResult result = result_of(false);
    result.warnings = {"x", "y"};
    report.finished(result);
    EXPECT_EQ(output.err.str(), "warning: x\nwarning: y\n");
}

TEST(JsonReportTest, IsOneDocumentInAStableOrder)
{
    Output output;
    Console console(output.out, output.err, false, false);
    JsonReport report(console, {}, options_of(true));
    tell(report, true, Outcome::created, 2, "bad \xff byte, \"quoted\"");
    const auto document = nlohmann::ordered_json::parse(output.out.str());
    std::string keys;
    for (const auto& [key, value] : document.items()) { keys += key + " "; }
    EXPECT_EQ(keys, "format_version datasync_version command entity source dry_run records summary "
                    "references zero_dates files reindex warnings stopped_early error exit_code ");
    EXPECT_EQ(document["records"].size(), 2U);
    EXPECT_EQ(document["records"][1]["detail"], "bad \xef\xbf\xbd byte, \"quoted\"");
    EXPECT_EQ(document["summary"]["created"], 2);
    EXPECT_EQ(document["exit_code"], 0);
    EXPECT_TRUE(document["error"].is_null());
}

TEST(JsonReportTest, ARealRunListsOnlyWhatNeedsAReason)
{
    Output output;
    Console console(output.out, output.err, false, false);
    JsonReport created(console, {}, options_of(false));
    tell(created, false, Outcome::created, 2);
    EXPECT_TRUE(json::parse(output.out.str())["records"].empty());
    output.out.str("");
    JsonReport failed(console, {}, options_of(false));
    tell(failed, false, Outcome::failed, 2);
    const json document = json::parse(output.out.str());
    EXPECT_EQ(document["records"].size(), 2U);
    EXPECT_TRUE(document["records"][0]["target_id"].is_null());
    EXPECT_EQ(document["exit_code"], 3);
}

TEST(JsonReportTest, IsCompleteWhenTheRunIsNot)
{
    Output output;
    Console console(output.out, output.err, false, false);
    JsonReport never_begun(console, {}, options_of(false));
    never_begun.aborted("cannot connect", ExitCode::unreachable);
    EXPECT_EQ(json::parse(output.out.str())["exit_code"], 6);
    output.out.str("");
    JsonReport broken_off(console, {}, options_of(false));
    broken_off.started(result_of(false), 5);
    broken_off.record({"customer", 1, 0, Outcome::failed, "x", "y"});
    broken_off.aborted("lost", ExitCode::unreachable);
    const json document = json::parse(output.out.str());
    EXPECT_EQ(document["error"], "lost");
    EXPECT_EQ(document["summary"]["failed"], 1);
}

TEST(RejectsFileTest, HoldsWhatWasLeftBehindOrSetAside)
{
    const auto path =
        std::filesystem::temp_directory_path() / ("rejects-" + std::to_string(::getpid()) + ".csv");
    {
        RejectsFile rejects(path);
        rejects.started(result_of(false), 0);
        rejects.record({"customer", 1, 0, Outcome::failed, "a,b", "say \"no\""});
        rejects.record({"customer", 2, 9, Outcome::created, "fine", ""});
        rejects.record({"customer", 3, 0, Outcome::held, "c", "two\nlines"});
        rejects.record({"customer", 4, 0, Outcome::skipped, "d", "is there already"});
        rejects.record(
            {"customer", 5, 0, Outcome::skipped, "e", std::string(k_invalid_prefix) + "too long"});
        rejects.finished(result_of(false));
    }
    std::ifstream file(path);
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    EXPECT_EQ(text, "entity_type,source_id,label,outcome,reason\n"
                    "customer,1,\"a,b\",failed,\"say \"\"no\"\"\"\n"
                    "customer,3,c,held,\"two\nlines\"\n"
                    "customer,5,e,skipped,invalid: too long\n");
    std::filesystem::remove(path);
    EXPECT_THROW(RejectsFile("no/such/directory/x.csv"), UsageError);
}

TEST(ExitCodeTest, WhatIsLeftUndoneWeighsMost)
{
    SyncResult result = result_of(true);
    EXPECT_EQ(exit_code_for(result, true), ExitCode::done);
    result.open_references = 5;
    result.outcomes[static_cast<std::size_t>(Outcome::skipped)] = 1;
    EXPECT_EQ(exit_code_for(result, true), ExitCode::done);
    result.outcomes[static_cast<std::size_t>(Outcome::merged)] = 1;
    EXPECT_EQ(exit_code_for(result, true), ExitCode::differences);
    EXPECT_EQ(exit_code_for(result, false), ExitCode::done);
    result.outcomes[static_cast<std::size_t>(Outcome::held)] = 1;
    EXPECT_EQ(exit_code_for(result, true), ExitCode::records_left);
    result.stopped_early = true;
    EXPECT_EQ(exit_code_for(result, true), ExitCode::stopped_early);
}

} // namespace datasync::report
