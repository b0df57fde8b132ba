// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A run that is killed, or asked to stop, leaves whole records; the same command completes it.
#include "support/bad_days.hpp"
#include "support/proxy.hpp"

#include <chrono>
#include <csignal>
#include <thread>

namespace datasync::test {

namespace {

constexpr unsigned k_many = 300;

class KilledRunTest : public BadDaysTest {
protected:
    void SetUp() override
    {
        BadDaysTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        add_customers(k_many);
        ASSERT_EQ(run("customer_group", command()).exit_code, 0);
    }

    void expect_the_rest_comes()
    {
        const auto result = run("customer", command());
        EXPECT_EQ(result.exit_code, 0) << result.err;
        expect_customers(k_many);
        EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity"), "313");
        EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_entity_registry WHERE "
                                      "entity_type = 'customer'"),
                  "312");
        EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_part_registry p JOIN "
                                      "customer_address_entity a ON a.entity_id = p.target_id"),
                  destination().value("SELECT COUNT(*) - 1 FROM customer_address_entity"));
        const auto again = run("customer", command({"-d", "update", "--format", "json"}));
        EXPECT_NE(again.out.find("\"unchanged\": 312,"), std::string::npos) << again.out;
    }

    /// Starts a run that comes to a halt in the middle of writing: another one holds a row of its
    /// 8th batch of 20. `release()` lets it go on.
    std::unique_ptr<Program> start_halted(const std::vector<std::string>& more = {})
    {
        const auto first = run("customer", command({"-d", "update", "--entity-ids", "10150"}));
        EXPECT_EQ(first.exit_code, 0) << first.err;
        source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id = 10150");
        m_other = std::make_unique<TestDatabase>("other");
        hold_customer(*m_other, "many10150@example.com");
        auto words = command({"-d", "update", "--batch-size", "20", "--jobs", "1"});
        words.options.insert(words.options.end(), more.begin(), more.end());
        auto program = start("customer", words);
        wait_for_lock_wait();
        return program;
    }

    void release() { m_other->exec("ROLLBACK"); }

private:
    std::unique_ptr<TestDatabase> m_other;
};

} // namespace

TEST_F(KilledRunTest, AtSeveralMoments)
{
    unsigned kills = 0;
    for (std::uint64_t bytes = 3000; bytes < 10'000'000; bytes += bytes / 2) {
        Proxy proxy(destination().settings().socket);
        auto words = command({"-d", "update", "--batch-size", "20"});
        words.destination.socket = proxy.socket();
        proxy.after_bytes_to_server(bytes, Proxy::Trouble::silence);
        const auto program = start("customer", words);
        while (proxy.to_server() < bytes && program->out().empty()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        const bool is_over = proxy.to_server() < bytes;
        program->send_signal(is_over ? 0 : SIGKILL);
        const auto result = program->wait();
        EXPECT_EQ(result.exit_code, is_over ? 0 : 128 + SIGKILL) << result.err;
        expect_whole_customers();
        if (is_over) { break; }
        ++kills;
    }
    EXPECT_GE(kills, 5U);
    expect_the_rest_comes();
}

TEST_F(KilledRunTest, FreesTheLock)
{
    const auto program = start_halted();
    const auto second =
        run("customer", command({"-d", "update", "--lock-wait-timeout", "1", "--limit", "1"}));
    EXPECT_EQ(second.exit_code, 5) << second.err;
    EXPECT_NE(second.err.find("pid "), std::string::npos) << second.err;
    EXPECT_NE(second.err.find("sync customer legacy"), std::string::npos) << second.err;
    // A dry run writes nothing and needs no lock.
    EXPECT_EQ(run("customer", command({"--dry-run"})).exit_code, 3);
    program->send_signal(SIGKILL);
    EXPECT_EQ(program->wait().exit_code, 128 + SIGKILL);
    release();
    expect_the_rest_comes();
}

TEST_F(KilledRunTest, StopsCleanlyAtASignal)
{
    for (const int signal : {SIGINT, SIGTERM}) {
        const auto program = start_halted();
        const auto before = arrived();
        program->send_signal(signal);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        release();
        const auto result = program->wait();
        EXPECT_EQ(result.exit_code, 8) << result.err;
        expect_whole_customers();
        EXPECT_GT(arrived(), before); // The batch in work was committed ...
        EXPECT_LT(arrived(), k_many); // ... and not much after it.
        EXPECT_EQ(destination().value("SELECT is_active FROM customer_entity WHERE email = "
                                      "'many10150@example.com'"),
                  "0");
        source().exec("UPDATE customer_entity SET is_active = 1");
        destination().exec("DELETE FROM customer_entity WHERE email LIKE 'many%' AND email <> "
                           "'many10150@example.com'");
    }
    expect_the_rest_comes();
}

TEST_F(KilledRunTest, StopsCleanlyAfterItsTime)
{
    const auto program = start_halted({"--max-runtime", "1"});
    std::this_thread::sleep_for(std::chrono::milliseconds(1050));
    release();
    const auto result = program->wait();
    EXPECT_EQ(result.exit_code, 8) << result.err;
    EXPECT_LT(arrived(), k_many);
    EXPECT_EQ(
        destination().value("SELECT exit_code FROM datasync_run ORDER BY run_id DESC LIMIT 1"),
        "8");
    expect_the_rest_comes();
}

} // namespace datasync::test
