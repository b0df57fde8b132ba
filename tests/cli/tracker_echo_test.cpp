// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What datasync itself writes into a shop that announces its changes.
#include "support/tracker_test.hpp"

namespace datasync::test {

namespace {

class TrackerEchoTest : public TrackerTest {
protected:
    /// Customers, groups and blocks come into the destination.
    void bring()
    {
        sync_customers();
        EXPECT_EQ(sync("cms_block", {"-d", "update"}).exit_code, 0);
    }

    void install(const Words& more)
    {
        const auto result = TrackerTest::tracker(destination(), "install", more);
        EXPECT_EQ(result.exit_code, 0) << result.err;
    }
};

} // namespace

TEST_F(TrackerEchoTest, IsKeptOutWhereThatIsAskedFor)
{
    install({"--no-echo"});
    bring();
    EXPECT_EQ(pending(destination()), Words{});
    // What others change there is announced all the same.
    destination().exec("UPDATE cms_block SET content = 'x' ORDER BY block_id LIMIT 1");
    EXPECT_EQ(pending(destination()).size(), 1U);
}

TEST_F(TrackerEchoTest, IsAnnouncedElsewhere)
{
    install({});
    bring();
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_change_tracker WHERE entity_type "
                                  "= 'customer' AND action = 'create'"),
              "12");
    EXPECT_NE(destination().value("SELECT COUNT(*) FROM datasync_change_tracker WHERE entity_type "
                                  "= 'cms_block'"),
              "0");
}

} // namespace datasync::test
