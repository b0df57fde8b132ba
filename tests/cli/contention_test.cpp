// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A destination that is in use meanwhile: rows that others hold, deadlocks, and others who insert
// into the same tables.
#include "support/bad_days.hpp"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace datasync::test {

namespace {

constexpr unsigned k_many = 200;

class ContentionTest : public BadDaysTest {
protected:
    void SetUp() override
    {
        BadDaysTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        add_customers(k_many);
        ASSERT_EQ(run("customer_group", command()).exit_code, 0);
    }

    std::string id_of(std::string_view email)
    {
        return destination()
            .value(fmt::format("SELECT entity_id FROM customer_entity WHERE email = '{}'", email))
            .value_or("0");
    }

    void expect_all_inactive()
    {
        EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity WHERE email LIKE "
                                      "'many%' AND is_active = 0"),
                  std::to_string(k_many));
        expect_customers(k_many);
    }
};

} // namespace

TEST_F(ContentionTest, RowThatIsHeldForAWhileIsWaitedFor)
{
    ASSERT_EQ(run("customer", command()).exit_code, 0);
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id > 10000");
    TestDatabase other("other");
    hold_customer(other, "many10100@example.com");
    const auto program = start("customer", command({"-d", "update", "--lock-wait-timeout", "1"}));
    wait_for_lock_wait();
    // Longer than one wait: the run has to try again.
    std::this_thread::sleep_for(std::chrono::milliseconds(1300));
    other.exec("ROLLBACK");
    const auto result = program->wait();
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find("customer   212        0      200"), std::string::npos) << result.out;
    expect_all_inactive();
}

TEST_F(ContentionTest, RowThatIsNeverFreedEndsTheRun)
{
    ASSERT_EQ(run("customer", command({"--entity-ids", "10001"})).exit_code, 0);
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id > 10000");
    TestDatabase other("other");
    hold_customer(other, "many10001@example.com");
    const auto result = run(
        "customer", command({"-d", "update", "--lock-wait-timeout", "1", "--entity-ids", "10001"}));
    EXPECT_EQ(result.exit_code, 6) << result.err;
    EXPECT_NE(result.err.find("ock wait timeout"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("another session holds rows"), std::string::npos) << result.err;
    other.exec("ROLLBACK");
    EXPECT_EQ(run("customer", command()).exit_code, 0);
    expect_all_inactive();
}

TEST_F(ContentionTest, DeadlockIsTriedAgain)
{
    ASSERT_EQ(run("customer", command()).exit_code, 0);
    source().exec("UPDATE customer_entity SET is_active = 0 WHERE entity_id > 10000");
    TestDatabase other("other");
    // The server sacrifices the transaction that has changed less: not this one.
    other.exec("CREATE TABLE bulk (id int PRIMARY KEY AUTO_INCREMENT, v int) ENGINE=InnoDB;\n"
               "INSERT INTO bulk (v) VALUES (1), (2), (3), (4), (5), (6), (7), (8)");
    const auto first = id_of("many10001@example.com");
    hold_customer(other, "many10150@example.com");
    for (int i = 0; i < 8; ++i) { other.exec("INSERT INTO bulk (v) SELECT v FROM bulk"); }
    const auto program = start("customer", command({"-d", "update", "--jobs", "1"}));
    wait_for_lock_wait();
    // The run holds the first customer and waits for the 150th: now the other way round.
    other.exec(fmt::format("UPDATE {}.customer_entity SET is_active = 5 WHERE entity_id = {}",
                           destination().name(), first));
    other.exec("ROLLBACK");
    const auto result = program->wait();
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_NE(result.out.find("customer   212        0      200"), std::string::npos) << result.out;
    expect_all_inactive();
}

TEST_F(ContentionTest, OthersInsertMeanwhileAndIdsAdvanceByThree)
{
    // Who logs in without all rights gets ids in steps of three; the others go on in steps of one.
    TestUser writer(destination(), "third");
    writer.grant("ALL ON " + destination().name() + ".*");
    const bool in_steps = !test_server()->is_mysql; // There it takes a right of its own.
    if (in_steps) {
        destination().exec("SET GLOBAL init_connect = 'SET auto_increment_increment = "
                           "IF(CURRENT_USER() LIKE \"x\\_third%\", 3, 1)'");
    }
    std::atomic<bool> stop{false};
    std::atomic<unsigned> others{0};
    std::thread shop([&] {
        db::Connection connection(destination().settings(), "shop");
        while (!stop) {
            connection.execute(fmt::format(
                "INSERT INTO customer_entity (entity_type_id, website_id, email, created_at, "
                "updated_at) VALUES (11, 7, 'shop{}@example.com', NOW(), NOW())",
                ++others));
            connection.execute("INSERT INTO customer_address_entity (entity_type_id, parent_id, "
                               "created_at, updated_at) VALUES (12, LAST_INSERT_ID(), NOW(), "
                               "NOW())");
        }
    });
    auto words = command({"-d", "update", "--batch-size", "20"});
    words.destination.user = writer.name();
    const auto result = run("customer", words);
    stop = true;
    shop.join();
    if (in_steps) { destination().exec("SET GLOBAL init_connect = ''"); }
    EXPECT_EQ(result.exit_code, 0) << result.err;
    expect_customers(k_many);
    EXPECT_GT(others, 10U);
    if (in_steps) {
        EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity WHERE email LIKE "
                                      "'many%' AND entity_id % 3 <> @@auto_increment_offset % 3"),
                  "0");
    }
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity c WHERE email LIKE 'shop%' "
                                  "AND (SELECT COUNT(*) FROM customer_address_entity a WHERE "
                                  "a.parent_id = c.entity_id) <> 1"),
              "0");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity c JOIN "
                                  "customer_entity_varchar v USING (entity_id) WHERE email LIKE "
                                  "'shop%'"),
              "0");
    // Each customer has names that belong to its email.
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity c JOIN "
                                  "customer_entity_varchar v USING (entity_id) WHERE v.value = "
                                  "CONCAT('Last ', SUBSTRING(c.email, 5, 5))"),
              std::to_string(k_many));
}

} // namespace datasync::test
