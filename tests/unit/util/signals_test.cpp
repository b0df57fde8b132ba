// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of the wish to stop.
#include "util/signals.hpp"

#include <gtest/gtest.h>

#include <csignal>

namespace datasync::util {

TEST(SignalsTest, FirstSignalSetsTheFlagAndGivesTheSecondBack)
{
    const std::atomic<bool>& stop = install_stop_signals();
    EXPECT_FALSE(stop);
    ASSERT_EQ(std::raise(SIGTERM), 0);
    EXPECT_TRUE(stop);
    EXPECT_EQ(std::signal(SIGINT, SIG_DFL), SIG_DFL);
    EXPECT_EQ(std::signal(SIGTERM, SIG_DFL), SIG_DFL);
}

} // namespace datasync::util
