// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a run says: to a person, to a machine, into the rejects file, and to nobody.
#include "support/sync_test.hpp"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

namespace datasync::test {

namespace {

class RunReportTest : public SyncTest {
protected:
    static std::string content(const std::filesystem::path& path)
    {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// With nothing left behind, the file has its header alone.
    void sync_customers_again(const std::filesystem::path& rejects) const
    {
        EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
        EXPECT_EQ(update("customer", {"--rejects", rejects.string()}), "3 created, 9 unchanged");
        EXPECT_EQ(content(rejects), "entity_type,source_id,label,outcome,reason\n");
    }

    static Words keys(const Json& object)
    {
        Words keys;
        for (const auto& [key, value] : object.items()) { keys.push_back(key); }
        return keys;
    }
};

TEST_F(RunReportTest, RejectsFileNamesEveryRecordThatWasLeftBehind)
{
    source().exec("UPDATE customer_group SET customer_group_code = 'Tra\"de, B2B' WHERE "
                  "customer_group_id = 5");
    const TempFolder folder;
    const auto file = folder.path() / "rejects.csv";
    EXPECT_EQ(sync("customer", {"-d", "update", "--rejects", file.string()}).exit_code, 3);
    EXPECT_EQ(
        content(file),
        "entity_type,source_id,label,outcome,reason\n"
        "customer,4,bjoern.straesser@example.com,held,"
        "\"customer_entity.group_id (entity_id 4): customer_group \"\"Tra\"\"de, B2B\"\" (5) "
        "has not come to the destination; sync customer_group first\"\n"
        "customer,33,georg.huber@example.com,held,"
        "\"customer_entity.group_id (entity_id 33): customer_group \"\"VIP Österreich\"\" (6) "
        "has not come to the destination; sync customer_group first\"\n"
        "customer,90,karin.weiss@example.com,held,"
        "\"customer_entity.group_id (entity_id 90): customer_group \"\"Tra\"\"de, B2B\"\" (5) "
        "has not come to the destination; sync customer_group first\"\n");
    struct stat info = {};
    ASSERT_EQ(::stat(file.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
    // A file of an earlier run does not stay behind.
    sync_customers_again(file);
}

TEST_F(RunReportTest, JsonHasTheDocumentedShape)
{
    const Json done = report("customer", {"-d", "update"});
    EXPECT_EQ(keys(done), (Words{"format_version", "datasync_version", "command", "entity",
                                 "source", "dry_run", "records", "summary", "references",
                                 "zero_dates", "reindex", "warnings", "stopped_early", "error", "exit_code"}));
    EXPECT_EQ(done.at("format_version"), 1);
    EXPECT_EQ(done.at("command"), "sync");
    EXPECT_EQ(done.at("entity"), "customer");
    EXPECT_EQ(done.at("source"), "legacy");
    EXPECT_EQ(done.at("dry_run"), false);
    EXPECT_EQ(done.at("error"), nullptr);
    EXPECT_EQ(done.at("stopped_early"), false);
    ASSERT_EQ(done.at("records").size(), 3U);
    const auto& record = done.at("records").at(0);
    EXPECT_EQ(keys(record), (Words{"source_id", "target_id", "outcome", "label", "detail"}));
    EXPECT_EQ(record.at("source_id"), 4);
    EXPECT_EQ(record.at("target_id"), nullptr);
    EXPECT_EQ(keys(done.at("summary")),
              (Words{"read", "created", "updated", "merged", "unchanged", "skipped", "held",
                     "failed", "seconds", "records_per_second"}));
    EXPECT_EQ(done.at("summary").at("read"), 12);
    EXPECT_EQ(keys(done.at("references")), (Words{"open", "delivered", "lost"}));
}

TEST_F(RunReportTest, JsonSaysWhyARunCouldNotGoOn)
{
    destination().exec("UPDATE core_store SET code = 'de' WHERE code = 'german'");
    const Json done = report("cms_block");
    EXPECT_EQ(done.at("exit_code"), 7);
    EXPECT_TRUE(has(done.at("error").get<std::string>(), "german"));
}

TEST_F(RunReportTest, QuietRunSaysNothingWhenAllIsWell)
{
    const auto result = sync("customer_group", {"-d", "update", "-q"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err, "");
}

TEST_F(RunReportTest, QuietRunStillNamesWhatWasLeftBehind)
{
    const auto result = sync("customer", {"-d", "update", "-q"});
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_TRUE(has(result.err, "held customer 4 (bjoern.straesser@example.com): "));
    EXPECT_TRUE(has(result.out, "customer"));
}

TEST_F(RunReportTest, VeryVerboseRunHasALineForEveryRecord)
{
    const auto result = sync("customer_group", {"-d", "update", "-vv"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_TRUE(has(result.err, "customer_group from legacy, up to 6 records\n"));
    EXPECT_TRUE(result.out.starts_with("unchanged customer_group 0 (NOT LOGGED IN)\n"
                                       "unchanged customer_group 1 (General)\n"
                                       "unchanged customer_group 2 (Wholesale)\n"
                                       "unchanged customer_group 3 (Retailer)\n"
                                       "created customer_group 5 (Trade)\n"
                                       "created customer_group 6 (VIP Österreich)\n"))
        << result.out;
    EXPECT_FALSE(has(sync("customer_group", {"-d", "update", "-v"}).out, "unchanged customer"));
}

TEST_F(RunReportTest, DryRunHasALineForEveryRecord)
{
    const auto result = sync("customer_group", {"-d", "update", "--dry-run"});
    EXPECT_TRUE(has(result.out, "would leave as it is customer_group 1 (General)\n"));
    EXPECT_TRUE(has(result.out, "would create customer_group 5 (Trade)\n"));
    EXPECT_TRUE(has(result.out, "Dry run: nothing was written.\n"));
}

TEST_F(RunReportTest, SummaryIsATableOfAllOutcomes)
{
    const auto result = sync("customer", {"-d", "update"});
    EXPECT_TRUE(result.out.starts_with("entity")) << result.out;
    for (const char* const word : {"read", "created", "updated", "merged", "unchanged", "skipped",
                                   "held", "failed", "seconds", "records/s"}) {
        EXPECT_TRUE(has(result.out, word));
    }
    EXPECT_TRUE(has(result.err, "held customer 4 (bjoern.straesser@example.com): "));
    EXPECT_FALSE(has(result.out, "bjoern.straesser"));
}

} // namespace

} // namespace datasync::test
