// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Texts as large as a column takes arrive; one that the destination's max_allowed_packet keeps out
// fails alone and says so.
#include "support/bad_days.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class HugeTextTest : public BadDaysTest {
protected:
    void SetUp() override
    {
        // One of these at a time, because what they set is the whole server's; and before any
        // other connection, because each keeps the value it began with.
        if (test_server()) {
            m_turn = std::make_unique<TestDatabase>("turn");
            ASSERT_EQ(m_turn->value("SELECT GET_LOCK('datasync_test_packet', 120)"), "1");
        }
        BadDaysTest::SetUp();
    }

    void TearDown() override
    {
        if (m_packet) { destination().exec("SET GLOBAL max_allowed_packet = " + *m_packet); }
        BadDaysTest::TearDown();
    }

    /// For connections that begin from now on until the end of the test.
    void set_packet(unsigned mebibytes)
    {
        if (!m_packet) { m_packet = destination().value("SELECT @@global.max_allowed_packet"); }
        destination().exec(
            fmt::format("SET GLOBAL max_allowed_packet = {}", mebibytes * 1024 * 1024));
    }

    void add_block(const std::string& identifier, const std::string& content)
    {
        source().exec(fmt::format("INSERT INTO cms_block (title, identifier, content) VALUES ('', "
                                  "'{}', {});\nINSERT INTO cms_block_store VALUES "
                                  "(LAST_INSERT_ID(), 0)",
                                  identifier, content));
    }

    std::vector<std::string> blocks(TestDatabase& shop)
    {
        return lines(shop,
                     "SELECT identifier, LENGTH(content), SHA2(content, 256) FROM cms_block WHERE "
                     "identifier LIKE 'huge%' ORDER BY identifier");
    }

private:
    std::unique_ptr<TestDatabase> m_turn;
    std::optional<std::string> m_packet;
};

} // namespace

TEST_F(HugeTextTest, ArrivesAsLargeAsTheColumn)
{
    add_block("huge-1", "REPEAT('x', 16777215)");
    add_block("huge-2", "REPEAT('\\'\\n', 8000000)");
    add_block("huge-3", "'small'");
    for (int i = 0; i < 2; ++i) {
        const auto result = run("cms_block", command());
        EXPECT_EQ(result.exit_code, 0) << result.err << result.out;
        EXPECT_EQ(blocks(destination()), blocks(source()));
        destination().exec("UPDATE cms_block SET content = 'other' WHERE identifier LIKE 'huge%'");
    }
}

TEST_F(HugeTextTest, FailsAloneWhereThePacketIsSmaller)
{
    // Each character takes two bytes of a statement.
    add_block("huge-1", "'small'");
    add_block("huge-2", "REPEAT('\\'', 10000000)");
    add_block("huge-3", "REPEAT('x', 10000000)");
    set_packet(16);
    const auto result = run("cms_block", command({"-d", "update", "--format", "json"}));
    EXPECT_EQ(result.exit_code, 3) << result.err << result.out;
    EXPECT_NE(result.out.find("max_allowed_packet"), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("\"failed\": 1,"), std::string::npos) << result.out;
    const auto all = blocks(source());
    EXPECT_EQ(blocks(destination()), (std::vector<std::string>{all[0], all[2]}));
}

TEST_F(HugeTextTest, ThatTheSourceCannotSendEndsTheRunWithAReason)
{
    add_block("huge-1", "REPEAT('x', 10000000)");
    set_packet(4);
    const auto result = run("cms_block", command());
    EXPECT_NE(result.exit_code, 0);
    EXPECT_NE(result.err.find("max_allowed_packet"), std::string::npos) << result.err;
    EXPECT_EQ(blocks(destination()).size(), 0U);
}

TEST_F(HugeTextTest, ArrivesWhereManyFillMoreThanOneBatch)
{
    for (unsigned i = 0; i < 9; ++i) {
        add_block(fmt::format("huge-{}", i), fmt::format("REPEAT('{}', 1024 * 1024)", i));
        add_block(fmt::format("huge-small-{}", i), "'small'");
    }
    EXPECT_EQ(sync("cms_block", {"-d", "update"}).exit_code, 0);
    EXPECT_EQ(blocks(destination()), blocks(source()));
}

} // namespace datasync::test
