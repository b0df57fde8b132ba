// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What waits, where it waits, and what is known already.
#include "media/path_queue.hpp"

#include "media/path_set.hpp"
#include "support/program.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace datasync::media {

namespace {

std::string path_number(int number)
{
    return "catalog/product/a/b/image-" + std::to_string(number) + ".jpg";
}

/// Sets a variable of the environment while it lives.
class Variable {
public:
    Variable(const char* name, const std::string& value) : m_name(name)
    {
        if (const char* const before = std::getenv(name)) { m_before = before; }
        setenv(name, value.c_str(), 1);
    }
    ~Variable()
    {
        if (m_before) {
            setenv(m_name, m_before->c_str(), 1);
        } else {
            unsetenv(m_name);
        }
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

} // namespace

class PathQueueTest : public testing::Test {
protected:
    /// Pushes so many paths, takes each out again, and says the most that lay in memory.
    static std::size_t pass_through(PathQueue& queue, int paths)
    {
        std::size_t most = 0;
        for (int i = 0; i < paths; ++i) {
            queue.push(path_number(i));
            most = std::max(most, queue.in_memory());
        }
        EXPECT_EQ(queue.size(), static_cast<std::uint64_t>(paths));
        queue.finish();
        std::set<std::string> seen;
        while (const auto path = queue.pop()) {
            EXPECT_TRUE(seen.insert(*path).second) << *path;
            most = std::max(most, queue.in_memory());
        }
        EXPECT_EQ(seen.size(), static_cast<std::size_t>(paths));
        EXPECT_TRUE(seen.contains(path_number(paths - 1)));
        EXPECT_EQ(queue.size(), 0U);
        return most;
    }

    std::atomic<bool> m_asked{false};
    StopSign m_stop{m_asked};
};

TEST_F(PathQueueTest, TakesAnyNumberAndKeepsFewInMemory)
{
    PathQueue queue(m_stop, 100);
    // A block of the file holds some 1800 of these paths.
    EXPECT_LT(pass_through(queue, 200'000), 2500U);
}

TEST_F(PathQueueTest, LeavesNoFileBehind)
{
    const test::TempFolder folder;
    const Variable variable("TMPDIR", folder.path().string());
    PathQueue queue(m_stop, 1);
    for (int i = 0; i < 10'000; ++i) { queue.push(path_number(i)); }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(PathQueueTest, LosesNothingWhereTheDiskTakesNothing)
{
    const Variable variable("TMPDIR", "/proc/no-such-folder");
    PathQueue queue(m_stop, 100);
    pass_through(queue, 10'000);
}

TEST_F(PathQueueTest, CanBeFilledAgainAfterItWasEmpty)
{
    PathQueue queue(m_stop, 2);
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 5000; ++i) { queue.push(path_number(i)); }
        for (int i = 0; i < 5000; ++i) { EXPECT_TRUE(queue.try_pop()); }
        EXPECT_FALSE(queue.try_pop());
    }
}

TEST_F(PathQueueTest, PassesEachPathToOneOfMany)
{
    PathQueue queue(m_stop, 10);
    constexpr int k_paths = 20'000;
    std::atomic<int> taken{0};
    std::vector<std::thread> takers;
    for (int i = 0; i < 4; ++i) {
        takers.emplace_back([&] {
            while (queue.pop()) { ++taken; }
        });
    }
    std::vector<std::thread> givers;
    for (int giver = 0; giver < 2; ++giver) {
        givers.emplace_back([&] {
            for (int i = 0; i < k_paths / 2; ++i) { queue.push(path_number(i)); }
        });
    }
    for (auto& thread : givers) { thread.join(); }
    queue.finish();
    for (auto& thread : takers) { thread.join(); }
    EXPECT_EQ(taken, k_paths);
}

TEST_F(PathQueueTest, EndsAtTheStop)
{
    PathQueue queue(m_stop);
    std::thread waiting([&] { EXPECT_FALSE(queue.pop()); });
    m_asked = true;
    waiting.join();
    queue.push("a");
    EXPECT_FALSE(queue.pop());
    EXPECT_EQ(queue.size(), 1U);
}

TEST(PathSetTest, KnowsWhatItHasSeen)
{
    PathSet set;
    for (int i = 0; i < 100'000; ++i) { EXPECT_TRUE(set.add(path_number(i))); }
    for (int i = 0; i < 100'000; ++i) { EXPECT_FALSE(set.add(path_number(i))); }
    EXPECT_TRUE(set.add(""));
    EXPECT_FALSE(set.add(""));
}

} // namespace datasync::media
