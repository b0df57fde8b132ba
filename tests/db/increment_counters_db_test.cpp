// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The shop's next document numbers: raised in every series they concern, never lowered, never
// doubled, whatever other writers and checkouts do.
#include "schema/increment_counters.hpp"

#include "support/test_server.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <thread>

namespace datasync::schema {
namespace {

using Numbers = std::vector<std::string_view>;
using Stores = std::vector<std::uint32_t>;
using Lines = std::vector<std::string>;

class IncrementCountersDbTest : public test::DbTest {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(test::DbTest::SetUp());
        if (IsSkipped()) { GTEST_SKIP(); }
        using Files = std::initializer_list<std::string_view>;
        m_database = std::make_unique<test::TestDatabase>("counters", Files{"schema_openmage.sql"});
        m_database->exec(
            "SET foreign_key_checks = 0;\n"
            "INSERT INTO core_store (store_id, code, name) VALUES (0, 'admin', ''), (1, 'default', "
            "''), (2, 'german', ''), (12, 'french', '');\n"
            "INSERT INTO eav_entity_type (entity_type_id, entity_type_code, entity_model, "
            "increment_model, increment_per_store) VALUES "
            "(5, 'order', '', 'eav/entity_increment_numeric', 1), "
            "(6, 'invoice', '', 'eav/entity_increment_numeric', 1), "
            "(7, 'customer', '', 'eav/entity_increment_numeric', 0), "
            "(8, 'shipment', '', 'eav/entity_increment_alphanum', 1);\n"
            "CREATE TABLE IF NOT EXISTS eav_entity_store ("
            "entity_store_id int unsigned NOT NULL AUTO_INCREMENT, "
            "entity_type_id smallint unsigned NOT NULL DEFAULT 0, "
            "store_id smallint unsigned NOT NULL DEFAULT 0, "
            "increment_prefix varchar(20) DEFAULT NULL, "
            "increment_last_id varchar(50) DEFAULT NULL, PRIMARY KEY (entity_store_id), "
            "KEY (entity_type_id), KEY (store_id), "
            "FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE, "
            "FOREIGN KEY (entity_type_id) REFERENCES eav_entity_type (entity_type_id) "
            "ON DELETE CASCADE) ENGINE=InnoDB CHARSET=utf8mb3");
    }

    test::TestDatabase& shop() { return *m_database; }

    void have(std::string_view rows)
    {
        shop().exec(fmt::format("INSERT INTO eav_entity_store (entity_type_id, store_id, "
                                "increment_prefix, increment_last_id) VALUES {}",
                                rows));
    }

    /// All counters as "type store prefix last".
    Lines counters()
    {
        return shop().column("SELECT CONCAT_WS(' ', entity_type_id, store_id, IFNULL("
                             "increment_prefix, 'NULL'), IFNULL(increment_last_id, 'NULL')) "
                             "FROM eav_entity_store ORDER BY entity_type_id, store_id");
    }

    std::unique_ptr<test::TestDatabase> m_database;
};

/// A writer with a connection of its own.
class Writer {
public:
    explicit Writer(test::TestDatabase& shop, std::string_view type = "order")
        : m_connection(shop.settings(), "destination"),
          m_shop(m_connection),
          m_counters(m_shop, type)
    {
    }

    /// Raises in a transaction of its own.
    void raise(const Numbers& numbers, const Stores& stores)
    {
        db::Transaction transaction(m_connection);
        m_counters.raise(numbers, stores);
        transaction.commit();
    }

    std::uint64_t statements()
    {
        std::uint64_t count = 0;
        m_connection.query("SHOW SESSION STATUS LIKE 'Questions'",
                           [&](const db::RowView& row) { count = std::stoull(row.string(1)); });
        return count;
    }

    db::Connection& connection() { return m_connection; }
    IncrementCounters& counters() { return m_counters; }

private:
    db::Connection m_connection;
    Shop m_shop;
    IncrementCounters m_counters;
};

/// The number a checkout of the shop takes, done the way the shop does it.
std::string take_number(db::Connection& checkout, unsigned type, unsigned store)
{
    const std::string where = fmt::format(
        " FROM eav_entity_store WHERE entity_type_id = {} AND store_id = {}", type, store);
    checkout.execute("START TRANSACTION");
    if (!checkout.value("SELECT entity_store_id" + where + " FOR UPDATE")) {
        checkout.execute(fmt::format("INSERT INTO eav_entity_store (entity_type_id, store_id, "
                                     "increment_prefix) VALUES ({}, {}, {})",
                                     type, store, store));
    }
    const auto prefix = checkout.value("SELECT increment_prefix" + where).value_or("");
    auto last = checkout.value("SELECT increment_last_id" + where).value_or("0");
    if (last.starts_with(prefix)) { last.erase(0, prefix.size()); }
    auto next = fmt::format("{}{:0>8}", prefix, std::stoull(last) + 1);
    checkout.execute(fmt::format("UPDATE eav_entity_store SET increment_last_id = '{}' WHERE "
                                 "entity_type_id = {} AND store_id = {}",
                                 next, type, store));
    checkout.execute("COMMIT");
    return next;
}

TEST_F(IncrementCountersDbTest, RaisesToTheHighestNumberOfEachSeriesAndNeverLowers)
{
    have("(5, 1, '1', '100000007'), (5, 2, '2', '200000900'), (6, 1, '1', '100000001')");
    Writer writer(shop());
    writer.raise({"100000120", "100000119", "200000130", "100000003"}, {1, 2});
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000120", "5 2 2 200000900", "6 1 1 100000001"}));
    db::Connection checkout(shop().settings(), "checkout");
    EXPECT_EQ(take_number(checkout, 5, 1), "100000121");
    EXPECT_EQ(take_number(checkout, 5, 2), "200000901");
}

TEST_F(IncrementCountersDbTest, ANumberCountsInTheSeriesItFallsIntoWhoeverHasIt)
{
    have("(5, 1, '1', '100000007'), (5, 2, '2', NULL)");
    Writer(shop()).raise({"200000130"}, {1});
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000007", "5 2 2 200000130"}));
    Writer(shop()).raise({"1200000005"}, {1});
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000007", "5 2 2 200000130", "5 12 12 1200000005"}));
}

TEST_F(IncrementCountersDbTest, CreatesWhatStoresWithDocumentsLack)
{
    Writer writer(shop());
    writer.raise({"100000120", "WEB-17"}, {1, 2});
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000120", "5 2 2 200000000"}));
    db::Connection checkout(shop().settings(), "checkout");
    EXPECT_EQ(take_number(checkout, 5, 2), "200000001");
}

TEST_F(IncrementCountersDbTest, WhatTheShopWouldNotWriteIsNoNumberOfTheSeries)
{
    have("(5, 1, '1', '100000007'), (5, 2, '', '17')");
    const Lines before = counters();
    Writer(shop()).raise({"1", "", "1120", "10000012x", "1-0000012", "x100000120", "1 0000120",
                          "1999999999999999999999", "118446744073709551615", "1100000120"},
                         {1});
    EXPECT_EQ(counters(), before);
}

TEST_F(IncrementCountersDbTest, CountersOfTheirOwnKindGoOnAsTheyAre)
{
    shop().exec("UPDATE eav_entity_type SET increment_pad_length = 1");
    // Short numbers; one started high by hand; one whose prefix was changed since.
    have("(5, 1, '', '17'), (5, 2, '2', '220231105000001'), (5, 12, 'F', '5000')");
    Writer(shop()).raise({"120", "220231105000400", "F5001", "F4000"}, {1});
    EXPECT_EQ(counters(), (Lines{"5 1  120", "5 2 2 220231105000400", "5 12 F F5001"}));
}

TEST_F(IncrementCountersDbTest, OneCounterForAllStoresIsThatOfStoreZero)
{
    Writer(shop(), "customer").raise({"000000120", "100000500"}, {2});
    EXPECT_EQ(counters(), (Lines{"7 0 0 000000120"}));
}

TEST_F(IncrementCountersDbTest, TypesThatAreNotCountedAreLeftAlone)
{
    Writer(shop(), "shipment").raise({"100000120"}, {1});
    Writer(shop(), "creditmemo").raise({"100000120"}, {1});
    EXPECT_EQ(counters(), Lines{});
}

TEST_F(IncrementCountersDbTest, SendsNothingWhenTheCountersAreKnownToBeHighEnough)
{
    have("(5, 1, '1', '100000900'), (5, 2, '2', '200000900')");
    Writer writer(shop());
    const auto before = writer.statements();
    writer.counters().raise(Numbers{"100000120", "200000900", "A-7"}, Stores{1, 2});
    EXPECT_EQ(writer.statements() - before, 1U); // The question itself.
    writer.raise({"100000901"}, {1});
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000901", "5 2 2 200000900"}));
}

TEST_F(IncrementCountersDbTest, WhatWasRolledBackIsRaisedAgain)
{
    have("(5, 1, '1', '100000007')");
    Writer writer(shop());
    {
        const db::Transaction transaction(writer.connection());
        writer.counters().raise(Numbers{"100000120", "200000010"}, Stores{1, 2});
    }
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000007"}));
    writer.raise({"100000120", "200000010"}, {1, 2});
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000120", "5 2 2 200000010"}));
}

TEST_F(IncrementCountersDbTest, ACheckoutInBetweenIsNeverTakenBack)
{
    have("(5, 1, '1', '100000007')");
    Writer writer(shop());
    db::Connection checkout(shop().settings(), "checkout");
    shop().exec("UPDATE eav_entity_store SET increment_last_id = '100000500'");
    writer.raise({"100000120"}, {1});
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000500"}));

    // One that holds the row while the writer wants it.
    checkout.execute("START TRANSACTION");
    checkout.execute("UPDATE eav_entity_store SET increment_last_id = '100000700'");
    std::thread thread([&] { writer.raise({"100000600", "200000001"}, {1}); });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    checkout.execute("COMMIT");
    thread.join();
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000700", "5 2 2 200000001"}));
}

TEST_F(IncrementCountersDbTest, ACheckoutThatCreatesTheCounterMeanwhileKeepsIt)
{
    Writer writer(shop());
    db::Connection checkout(shop().settings(), "checkout");
    checkout.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    checkout.execute("START TRANSACTION");
    checkout.value("SELECT entity_store_id FROM eav_entity_store WHERE entity_type_id = 5 AND "
                   "store_id = 1 FOR UPDATE");
    std::thread thread([&] { writer.raise({"100000120"}, {1}); });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    checkout.execute("INSERT INTO eav_entity_store (entity_type_id, store_id, increment_prefix, "
                     "increment_last_id) VALUES (5, 1, '1', '100000001')");
    checkout.execute("COMMIT");
    thread.join();
    EXPECT_EQ(counters(), (Lines{"5 1 1 100000120"}));
}

TEST_F(IncrementCountersDbTest, WritersAndCheckoutsAtTheSameTimeLoseAndDoubleNothing)
{
    constexpr unsigned k_rounds = 60;
    const auto write = [&](unsigned odd) {
        Writer writer(shop());
        for (unsigned i = 1; i <= k_rounds; ++i) {
            const auto first = fmt::format("1{:0>8}", 100 * i + odd);
            const auto second = fmt::format("2{:0>8}", 100 * i + odd);
            for (bool is_done = false; !is_done;) {
                try {
                    writer.raise({first, second}, {1, 2});
                    is_done = true;
                } catch (const db::DbError& error) {
                    ASSERT_EQ(error.kind(), db::DbErrorKind::retry) << error.what();
                }
                const auto last =
                    std::stoull(writer.connection()
                                    .value("SELECT MAX(increment_last_id) FROM eav_entity_store "
                                           "WHERE store_id = 1")
                                    .value_or("0"));
                if (is_done) { EXPECT_GE(last, std::stoull(first)); }
            }
        }
    };
    std::vector<std::string> taken;
    const auto buy = [&] {
        db::Connection checkout(shop().settings(), "checkout");
        checkout.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        for (unsigned i = 0; i < k_rounds; ++i) {
            try {
                taken.push_back(take_number(checkout, 5, 1));
            } catch (const db::DbError& error) {
                ASSERT_EQ(error.kind(), db::DbErrorKind::retry) << error.what();
                checkout.execute("ROLLBACK");
            }
        }
    };
    std::thread first(write, 1);
    std::thread second(write, 2);
    std::thread shopper(buy);
    first.join();
    second.join();
    shopper.join();
    const auto rows = shop().column("SELECT CONCAT(store_id, ' ', COUNT(*)) FROM eav_entity_store "
                                    "GROUP BY store_id ORDER BY store_id");
    EXPECT_EQ(rows, (Lines{"1 1", "2 1"}));
    EXPECT_EQ(counters().at(1), "5 2 2 200006002");
    auto distinct = taken;
    std::sort(distinct.begin(), distinct.end());
    EXPECT_EQ(std::adjacent_find(distinct.begin(), distinct.end()), distinct.end());
    EXPECT_TRUE(std::is_sorted(taken.begin(), taken.end()));
}

} // namespace
} // namespace datasync::schema
