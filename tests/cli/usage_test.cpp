// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The program refuses what it cannot do, in one line and with exit code 2; no server is needed.
#include "support/program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace datasync::test {

namespace {

using Words = std::vector<std::string>;

Words sync_with(const Words& more)
{
    Words words = {"sync", "customer", "legacy", "-a", "openmage"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// Expects exit code 2, nothing on standard output, and one line that holds `part`.
void expect_refused(const Words& words, const std::string& part,
                    const ProgramSurroundings& surroundings = {})
{
    const ProgramResult result = run_datasync(words, surroundings);
    SCOPED_TRACE(result.err);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err.substr(0, 10), "datasync: ");
    EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 1);
    EXPECT_NE(result.err.find(part), std::string::npos) << part;
}

} // namespace

TEST(UsageTest, RefusesCommands)
{
    expect_refused({}, "--help");
    expect_refused({"snyc"}, "did you mean \"sync\"?");
    expect_refused({"--verbose"}, "where a command is expected");
    for (const char* const word : {"verify", "migrate"}) {
        const std::string part = "\"" + std::string(word) + "\" is not built yet";
        expect_refused({word}, part);
        expect_refused({"datasync:" + std::string(word), "--dry-run"}, part);
    }
}

TEST(UsageTest, RefusesEntitiesAndAdapters)
{
    expect_refused({"sync"}, "no entity type is given");
    expect_refused({"sync", "customer"}, "the source has no name");
    expect_refused({"sync", "custmer", "legacy"}, "did you mean \"customer\"?");
    expect_refused({"sync", "customer", "legacy"}, "-a openmage");
    expect_refused({"sync", "customer", "legacy", "-a", "shopify"}, "\"shopify\" is not built yet");
    expect_refused({"datasync:sync", "customer", "legacy", "-a", "openmgae"}, "did you mean");
}

TEST(UsageTest, RefusesOptions)
{
    expect_refused(sync_with({"--dry-rnu"}), "did you mean \"--dry-run\"?");
    expect_refused(sync_with({"extra"}), "unexpected argument \"extra\"");
    expect_refused(sync_with({"--stock", "only"}), "--stock says what of products travels");
    expect_refused(sync_with({"--stock", "none"}), "include, exclude, only");
    expect_refused(sync_with({"--file=x.csv"}), "a file is read with -a csv");
    expect_refused({"sync", "customer", "erp", "-f", "x.csv", "--db-name", "shop"},
                   "records come from the file x.csv");
    expect_refused({"sync", "customer", "erp", "-f", "x.csv", "--encoding", "utf-9"}, "--encoding");
    expect_refused({"sync", "customer", "erp", "-f", "x.csv", "--delimiter", "ab"}, "--delimiter");
    expect_refused(sync_with({"-d", "updat"}), "did you mean \"update\"?");
    expect_refused(sync_with({"--limit", "many"}), "--limit");
    expect_refused(sync_with({"--date-to", "2024-02-30"}), "not a day of the calendar");
    expect_refused(sync_with({"--detailed-exitcode"}), "--dry-run");
    expect_refused(sync_with({"--db-host"}), "--db-host");
    expect_refused(sync_with({"-q", "-v"}), "--verbose");
}

TEST(UsageTest, RefusesIncompleteConnections)
{
    expect_refused(sync_with({}), "no source database is given");
    expect_refused(sync_with({"--db-name", "a"}), "no destination database is given");
    expect_refused(sync_with({"--db-host", "h"}), "--db-name");
    expect_refused({"status"}, "no destination database is given");
    const TempFolder folder;
    folder.write(".env", "DATASYNC_LIVE_DB=a\nnonsense\n");
    ProgramSurroundings surroundings;
    surroundings.directory = folder.path();
    expect_refused(sync_with({}), "line 2", surroundings);
}

TEST(UsageTest, RefusesFilesItCannotWriteBeforeAnythingElse)
{
    const Words databases = {"--db-name", "a", "--dest-name", "b"};
    for (const char* const option : {"--rejects", "--log-file"}) {
        Words more = databases;
        more.insert(more.end(), {option, "no/such/directory/file"});
        expect_refused(sync_with(more), option);
    }
}

TEST(UsageTest, HelpsEverywhereWithAnExample)
{
    for (const Words& words : {Words{"--help"}, Words{"help"}, Words{"sync", "--help"},
                               Words{"help", "sync"}, Words{"status", "-h"}}) {
        const ProgramResult result = run_datasync(words);
        EXPECT_EQ(result.exit_code, 0);
        EXPECT_EQ(result.err, "");
        EXPECT_NE(result.out.find("Example"), std::string::npos);
    }
    EXPECT_EQ(run_datasync({"--version"}).out.substr(0, 9), "datasync ");
}

} // namespace datasync::test
