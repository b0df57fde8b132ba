// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A database that goes away in the middle ends the run with exit code 6; whole records only have
// arrived, and the same command brings the rest.
#include "support/bad_days.hpp"
#include "support/connections.hpp"
#include "support/proxy.hpp"

#include <chrono>
#include <thread>

namespace datasync::test {

namespace {

constexpr unsigned k_many = 400;

class LostConnectionTest : public BadDaysTest {
protected:
    void SetUp() override
    {
        BadDaysTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        add_customers(k_many);
        // What a run sets up once is not what these tests are about.
        ASSERT_EQ(run("customer_group", command()).exit_code, 0);
        ASSERT_EQ(run("customer", command({"--entity-ids", "3"})).exit_code, 0);
    }

    void expect_the_rest_comes()
    {
        const auto result = run("customer", command());
        EXPECT_EQ(result.exit_code, 0) << result.err;
        expect_customers(k_many);
        const auto again = run("customer", command({"-d", "update", "--format", "json"}));
        EXPECT_NE(again.out.find("\"unchanged\": 412,"), std::string::npos) << again.out;
    }

    void kill_connections_to(TestDatabase& database)
    {
        test::kill_connections_to(database, {&source(), &destination()});
    }
};

} // namespace

TEST_F(LostConnectionTest, SourceThatIsCutOffWhileItIsRead)
{
    // So near to each other that every statement of a batch is hit: a result that ends early must
    // never pass for one that is short.
    constexpr std::uint64_t k_step = 900;
    Proxy proxy(source().settings().socket);
    auto words = command({"-d", "update", "--batch-size", "20", "--limit", "72"});
    words.source.socket = proxy.socket();
    auto dry = words;
    dry.options.emplace_back("--dry-run");
    ASSERT_EQ(run("customer", dry).exit_code, 0);
    const auto whole = proxy.from_server();

    unsigned before = 0;
    unsigned losses = 0;
    for (auto bytes = whole / 2; bytes < whole; bytes += k_step) {
        proxy.after_bytes_from_server(bytes, Proxy::Trouble::cut);
        const auto result = run("customer", words);
        EXPECT_EQ(result.exit_code, 6) << bytes << result.err;
        EXPECT_NE(result.err.find("source"), std::string::npos) << result.err;
        expect_whole_customers();
        EXPECT_GE(arrived(), before);
        before = arrived();
        ++losses;
        if (HasFailure()) { break; }
    }
    EXPECT_GT(losses, 5U);
    EXPECT_GT(before, 0U);
    EXPECT_LT(before, 72U);
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_run WHERE exit_code = 6"),
              std::to_string(losses));
    expect_the_rest_comes();
}

TEST_F(LostConnectionTest, SourceWhoseConnectionIsKilled)
{
    // The destination makes the run wait, so the source is killed in the middle for sure.
    ASSERT_EQ(run("customer", command({"--entity-ids", "10200"})).exit_code, 0);
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id > 10000");
    TestDatabase other("other");
    hold_customer(other, "many10200@example.com");
    const auto program =
        start("customer", command({"-d", "update", "--batch-size", "20", "--jobs", "1"}));
    wait_for_lock_wait();
    kill_connections_to(source());
    other.exec("ROLLBACK");
    const auto result = program->wait();
    EXPECT_EQ(result.exit_code, 6) << result.err;
    EXPECT_NE(result.err.find("source"), std::string::npos) << result.err;
    expect_whole_customers();
    EXPECT_LT(arrived(), k_many);
    expect_the_rest_comes();
}

TEST_F(LostConnectionTest, DestinationThatIsCutOffWhileItIsWritten)
{
    Proxy proxy(destination().settings().socket);
    auto words = command({"-d", "update", "--batch-size", "20"});
    words.destination.socket = proxy.socket();
    unsigned losses = 0;
    unsigned before = 0;
    for (std::uint64_t bytes = 15000; bytes < 10'000'000; bytes += bytes / 4) {
        proxy.after_bytes_to_server(bytes, Proxy::Trouble::cut);
        const auto result = run("customer", words);
        expect_whole_customers();
        EXPECT_GE(arrived(), before);
        before = arrived();
        if (result.exit_code == 0) { break; }
        EXPECT_EQ(result.exit_code, 6) << bytes << result.err;
        EXPECT_NE(result.err.find("destination"), std::string::npos) << result.err;
        ++losses;
    }
    EXPECT_GE(losses, 3U);
    EXPECT_EQ(arrived(), k_many);
    expect_the_rest_comes();
}

TEST_F(LostConnectionTest, DestinationWhoseConnectionsAreKilled)
{
    // A row that others hold makes the run wait, in the middle of a transaction.
    ASSERT_EQ(run("customer", command({"--entity-ids", "10200"})).exit_code, 0);
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id > 10000");
    TestDatabase other("other");
    hold_customer(other, "many10200@example.com");
    const auto program = start("customer", command({"-d", "update", "--batch-size", "20"}));
    wait_for_lock_wait();
    kill_connections_to(destination());
    const auto result = program->wait();
    EXPECT_EQ(result.exit_code, 6) << result.err;
    other.exec("ROLLBACK");
    expect_whole_customers();
    expect_the_rest_comes();
}

TEST_F(LostConnectionTest, SideThatFallsSilent)
{
    for (const bool is_source : {true, false}) {
        auto words = command({"-d", "update", "--read-timeout", "1", "--batch-size", "50"});
        auto& side = is_source ? words.source : words.destination;
        Proxy proxy(side.socket);
        side.socket = proxy.socket();
        proxy.after_bytes_from_server(is_source ? 40000 : 20000, Proxy::Trouble::silence);
        const auto start = std::chrono::steady_clock::now();
        const auto result = run("customer", words);
        EXPECT_EQ(result.exit_code, 6) << result.err;
        EXPECT_NE(result.err.find(is_source ? "source" : "destination"), std::string::npos);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
        expect_whole_customers();
    }
    expect_the_rest_comes();
}

} // namespace datasync::test
