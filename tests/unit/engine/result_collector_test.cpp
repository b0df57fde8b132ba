// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Results of several writers come back in the order of the source, and do not pile up.
#include "engine/result_collector.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <vector>

namespace datasync::engine {

namespace {

/// Keeps the ids it hears of.
class Ids : public RunListener {
public:
    void started(const SyncResult& /*result*/, std::uint64_t /*expected*/) override {}
    void removal(std::string_view /*entity*/, const RemovalEvent& /*event*/) override {}
    void record(const RecordEvent& event) override { heard.push_back(event.source_id); }
    void batch_done(const SyncResult& /*so_far*/) override {}
    void warning(std::string_view /*text*/) override {}
    void finished(const SyncResult& /*result*/) override {}

    std::vector<std::uint32_t> heard;
};

BatchResult batch(std::uint64_t number)
{
    BatchResult result;
    result.number = number;
    RecordEvent event;
    event.source_id = static_cast<std::uint32_t>(number);
    result.events.push_back(event);
    return result;
}

class ResultCollectorTest : public ::testing::Test {
protected:
    static constexpr std::chrono::milliseconds k_moment{50};

    SyncResult m_result;
    Ids m_ids;
    ResultCollector m_collector{m_result, m_ids};
};

TEST_F(ResultCollectorTest, PassesOnInTheOrderOfTheSource)
{
    m_collector.add(batch(1));
    m_collector.add(batch(2));
    EXPECT_TRUE(m_ids.heard.empty());
    m_collector.add(batch(0));
    EXPECT_EQ(m_ids.heard, (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST_F(ResultCollectorTest, HoldsTheReaderBackWhileAnOldBatchIsUnderWay)
{
    m_collector.wait_for_room(10);
    auto waiting = std::async(std::launch::async, [&] { m_collector.wait_for_room(1000); });
    for (std::uint64_t number = 1; number < 1000; ++number) { m_collector.add(batch(number)); }
    EXPECT_EQ(waiting.wait_for(k_moment), std::future_status::timeout);
    m_collector.add(batch(0));
    waiting.get();
}

TEST_F(ResultCollectorTest, HoldsNobodyBackOnceTheRunEnds)
{
    auto waiting = std::async(std::launch::async, [&] { m_collector.wait_for_room(1000); });
    m_collector.release();
    waiting.get();
}

} // namespace

} // namespace datasync::engine
