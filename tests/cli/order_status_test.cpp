// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Order statuses: those of the shop's own come with the orders, the destination's stay as they are.
#include "support/sales_test.hpp"

namespace datasync::test {

namespace {

class OrderStatusTest : public SalesTest {
protected:
    std::vector<std::string> statuses()
    {
        return destination().column(
            "SELECT CONCAT_WS(' ', s.status, s.label, t.state, t.is_default, "
            "(SELECT GROUP_CONCAT(CONCAT(c.code, '=', l.label) ORDER BY c.code) FROM "
            "sales_order_status_label l JOIN core_store c USING (store_id) WHERE l.status = "
            "s.status)) FROM sales_order_status s LEFT JOIN sales_order_status_state t USING "
            "(status) ORDER BY s.status, t.state");
    }
};

TEST_F(OrderStatusTest, ComesWithItsStateAndLabels)
{
    const auto before = statuses();
    sync_orders();
    auto expected = before;
    expected.insert(expected.begin(), "awaiting_parts Awaiting parts processing 0 "
                                      "german=Warten auf Teile");
    EXPECT_EQ(statuses(), expected);
    EXPECT_EQ(order_cell(2, "status"), "awaiting_parts");
}

TEST_F(OrderStatusTest, OfTheDestinationStaysAsItIs)
{
    destination().exec(
        "INSERT INTO sales_order_status (status, label) VALUES ('awaiting_parts', 'Ours');\n"
        "INSERT INTO sales_order_status_label (status, store_id, label) VALUES "
        "('awaiting_parts', 11, 'Les nôtres')");
    const auto before = statuses();
    sync_orders();
    EXPECT_EQ(statuses(), before);
    EXPECT_EQ(order_cell(2, "status"), "awaiting_parts");
}

TEST_F(OrderStatusTest, GivesNoStateASecondDefault)
{
    source().exec("UPDATE sales_order_status_state SET is_default = 1 WHERE status = "
                  "'awaiting_parts'");
    sync_orders();
    EXPECT_EQ(destination().column("SELECT status FROM sales_order_status_state WHERE state = "
                                   "'processing' AND is_default = 1"),
              std::vector<std::string>{"processing"});
    EXPECT_TRUE(has(statuses().at(0), "awaiting_parts Awaiting parts processing 0"));
}

TEST_F(OrderStatusTest, ComesThoughNoOrderHasItNow)
{
    source().exec("UPDATE sales_flat_order SET status = 'processing' WHERE status = "
                  "'awaiting_parts'");
    sync_orders();
    EXPECT_TRUE(has(statuses().at(0), "awaiting_parts"));
}

TEST_F(OrderStatusTest, IsOnlyAnnouncedByADryRun)
{
    sync_before_orders();
    const auto before = statuses();
    const auto dry = report("order", {"-d", "update", "--dry-run"});
    EXPECT_EQ(counts(dry), "12 created");
    EXPECT_TRUE(has(dry.at("warnings").dump(), "awaiting_parts"));
    EXPECT_EQ(statuses(), before);
}

} // namespace

} // namespace datasync::test
