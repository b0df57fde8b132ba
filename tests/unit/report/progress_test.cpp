// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of progress.
#include "report/progress.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace datasync::report {

namespace {

struct Output {
    std::ostringstream out;
    std::ostringstream err;
};

SyncResult customers()
{
    SyncResult result;
    result.entity = "customer";
    return result;
}

} // namespace

TEST(ProgressTest, InAPipeWritesPlainLinesRarely)
{
    Output output;
    Console console(output.out, output.err, false, false);
    std::chrono::steady_clock::time_point now;
    Progress progress(console, {}, [&] { return now; });
    SyncResult result = customers();
    progress.started(result, 4000);
    for (int second = 1; second <= 20; ++second) {
        now += std::chrono::seconds(1);
        result.outcomes[0] += 100;
        progress.batch_done(result);
    }
    EXPECT_EQ(output.err.str(), "customer: 1,000 of 4,000, 100/s, 30 s left\n"
                                "customer: 2,000 of 4,000, 100/s, 20 s left\n");
}

TEST(ProgressTest, OnATerminalDrawsABarAndWipesIt)
{
    Output output;
    Console console(output.out, output.err, false, true);
    std::chrono::steady_clock::time_point now;
    Progress progress(console, {}, [&] { return now; });
    SyncResult result = customers();
    progress.started(result, 100);
    now += std::chrono::seconds(1);
    result.outcomes[0] = 50;
    progress.batch_done(result);
    progress.finished(result);
    const std::string text = output.err.str();
    EXPECT_NE(text.find("[############............]  50%"), std::string::npos);
    EXPECT_EQ(text.substr(text.size() - 4), "\r\033[K");
}

TEST(ProgressTest, WritesSpansAndNumbersForPeople)
{
    EXPECT_EQ(duration_text(59.4), "59 s");
    EXPECT_EQ(duration_text(200), "3 min 20 s");
    EXPECT_EQ(duration_text(7500), "2 h 5 min");
    EXPECT_EQ(count_text(999), "999");
    EXPECT_EQ(count_text(1234567), "1,234,567");
}

} // namespace datasync::report
