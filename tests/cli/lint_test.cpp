// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// `datasync lint` needs no database and says all that is wrong with a file.
#include "support/program.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace datasync::test {

namespace {

class LintTest : public ::testing::Test {
protected:
    LintTest()
        : m_path(std::filesystem::temp_directory_path() /
                 ("datasync-lint-" + std::to_string(::getpid()) + ".csv"))
    {
    }
    ~LintTest() override
    {
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }

    ProgramResult lint(const std::string& entity, const std::string& content,
                       const std::vector<std::string>& more = {})
    {
        std::ofstream(m_path, std::ios::binary) << content;
        std::vector<std::string> words = {"lint", entity, "-f", m_path.string()};
        words.insert(words.end(), more.begin(), more.end());
        return run_datasync(words);
    }

    std::string name() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

TEST_F(LintTest, IsContentWithAGoodFile)
{
    const auto result = lint("stock", "sku,qty,is_in_stock\nA,1.5,yes\nB,-2,0\n");
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_EQ(result.out, name() + ": 2 records, 0 faults\n");
    EXPECT_EQ(result.err, "");
}

TEST_F(LintTest, SaysEverythingThatIsWrong)
{
    const auto result =
        lint("stock", "sku,qty,is_in_stock\nA,\"1,5\",maybe\nB\n,3,1\nC,4,1\nc,5,1\n");
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.out,
              name() +
                  ", line 2, column qty: \"1,5\" is not a number: write it with a point and "
                  "without thousands separators, 1234.50\n" +
                  name() +
                  ", line 2, column is_in_stock: \"maybe\" is neither 1 (yes, true) nor 0 "
                  "(no, false)\n" +
                  name() + ", line 3: 1 cell where the header has 3\n" + name() +
                  ", line 4, column sku: is empty, and every record needs it\n" + name() +
                  ", line 6: has the same sku as line 5: only one of them can arrive\n" + name() +
                  ": 5 records, 5 faults\n");
}

TEST_F(LintTest, RefusesHeadersAsTheLoaderDoes)
{
    const auto result = lint("stock", "skuu,qty\nA,1\n");
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_NE(result.out.find("column skuu: no such column (did you mean \"sku\"?)"),
              std::string::npos)
        << result.out;
    EXPECT_NE(result.out.find("the header lacks the column sku"), std::string::npos) << result.out;
}

TEST_F(LintTest, SpeaksJson)
{
    const auto result = lint("stock", "sku,qty\nA,x\nB,\"1\n", {"--format", "json"});
    EXPECT_EQ(result.exit_code, 3);
    const auto report = nlohmann::json::parse(result.out);
    EXPECT_EQ(report.at("command"), "lint");
    EXPECT_EQ(report.at("records"), 1);
    EXPECT_EQ(report.at("is_whole"), false);
    ASSERT_EQ(report.at("faults").size(), 2U);
    EXPECT_EQ(report.at("faults")[0].at("line"), 2);
    EXPECT_EQ(report.at("faults")[0].at("column_name"), "qty");
    EXPECT_EQ(report.at("faults")[0].at("value"), "x");
    EXPECT_NE(report.at("faults")[1].at("message").get<std::string>().find("line 3"),
              std::string::npos)
        << result.out;
}

TEST_F(LintTest, RefusesWhatIsNoFileOfAnEntityType)
{
    EXPECT_EQ(run_datasync({"lint", "stock"}).exit_code, 2);
    EXPECT_EQ(run_datasync({"lint", "stock", "-f", "/nowhere/x.csv"}).exit_code, 2);
    EXPECT_EQ(lint("stokc", "sku,qty\n").exit_code, 2);
}

} // namespace

} // namespace datasync::test
