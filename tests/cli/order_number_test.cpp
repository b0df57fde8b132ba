// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Numbers of orders and documents: they are kept, never given twice, and the destination's next
// checkout finds a free one.
#include "support/sales_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class OrderNumberTest : public SalesTest {
protected:
    /// The counters of an entity type, by store: prefix and last number.
    std::vector<std::string> counters(std::string_view type)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT_WS(' ', s.code, c.increment_prefix, c.increment_last_id) FROM "
            "eav_entity_store c JOIN eav_entity_type t USING (entity_type_id) JOIN core_store s "
            "USING (store_id) WHERE t.entity_type_code = '{}' ORDER BY s.code",
            type));
    }

    /// The numbers in a grid of documents and those of their orders, without the destination's own.
    std::vector<std::string> grid_numbers(std::string_view document)
    {
        return destination().column(
            fmt::format("SELECT CONCAT(d.increment_id, ' ', g.order_increment_id) FROM "
                        "sales_flat_{0} d JOIN sales_flat_{0}_grid g ON g.entity_id = d.entity_id "
                        "AND g.increment_id = d.increment_id WHERE d.increment_id NOT LIKE '35%' "
                        "ORDER BY 1",
                        document));
    }

    /// The number of the order that a source order has become, and the one in the order grid.
    std::string numbers(unsigned order)
    {
        return order_cell(order, "CONCAT(increment_id, ' ', (SELECT g.increment_id FROM "
                                 "sales_flat_order_grid g WHERE g.entity_id = "
                                 "sales_flat_order.entity_id))");
    }

    /// Gives one of the destination's own orders a number.
    void take(std::string_view number)
    {
        destination().exec(fmt::format(
            "UPDATE sales_flat_order SET increment_id = '{0}' WHERE entity_id = 43802;\n"
            "UPDATE sales_flat_order_grid SET increment_id = '{0}' WHERE entity_id = "
            "43802",
            number));
    }
};

TEST_F(OrderNumberTest, CollisionFailsThatOrderAlone)
{
    take("100000003");
    sync_before_orders();
    const auto done = report("order", {"-d", "update"});
    EXPECT_EQ(counts(done), "11 created, 1 failed");
    EXPECT_EQ(done.at("exit_code"), 3);
    EXPECT_TRUE(has(told(done, 8), "the destination's record 43802 has the same increment_id"));
    EXPECT_TRUE(has(told(done, 8), "--increment-prefix"));
    EXPECT_EQ(destination().value("SELECT customer_email FROM sales_flat_order WHERE increment_id "
                                  "= '100000003'"),
              "anna.gruber@example.com");
    EXPECT_EQ(target("order", 8), "");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM sales_flat_order_item WHERE sku = "
                                  "'mug-print'"),
              "0");
}

TEST_F(OrderNumberTest, CollisionIsNoMatchUnderAnyPolicy)
{
    take("100000003");
    sync_before_orders();
    for (const char* const policy : {"error", "skip", "update", "merge"}) {
        EXPECT_EQ(counts(report("order", {"-d", policy, "--entity-ids", "8"})), "1 failed")
            << policy;
    }
}

TEST_F(OrderNumberTest, PrefixAndSuffixMakeRoom)
{
    take("100000003");
    sync_before_orders();
    const Words marks = {"--increment-prefix", "L-", "--increment-suffix", "/1"};
    EXPECT_EQ(update("order", marks), "12 created");
    EXPECT_EQ(order_cell(8, "increment_id"), "L-100000003/1");
    EXPECT_EQ(order_cell(13, "CONCAT_WS(' ', increment_id, original_increment_id, "
                             "relation_parent_real_id)"),
              "L-200000003-1/1 L-200000003/1 L-200000003/1");
    EXPECT_EQ(order_cell(12, "relation_child_real_id"), "L-200000003-1/1");
    EXPECT_EQ(destination().value("SELECT increment_id FROM sales_flat_order_grid WHERE entity_id "
                                  "= " +
                                  target("order", 8)),
              "L-100000003/1");
    EXPECT_EQ(destination().value("SELECT order_increment_id FROM downloadable_link_purchased"),
              "L-100000002/1");
    EXPECT_EQ(update("order", marks), "12 unchanged");
    EXPECT_EQ(update("invoice", marks), "7 created");
    EXPECT_EQ(destination().value("SELECT CONCAT(increment_id, ' ', order_increment_id) FROM "
                                  "sales_flat_invoice_grid WHERE entity_id = " +
                                  target("invoice", 3)),
              "L-100000002/1 L-100000003/1");
}

TEST_F(OrderNumberTest, MarksStayWithOrdersThatCameWithThem)
{
    sync_before_orders();
    add_products();
    EXPECT_EQ(update("order", {"--increment-prefix", "A-", "--entity-ids", "6,8"}), "2 created");
    EXPECT_EQ(update("order", {"--increment-suffix", "-B", "--entity-ids", "12,13"}), "2 created");
    EXPECT_EQ(update("order"), "8 created, 4 unchanged");
    const auto before = all_but_runs();
    for (const char* const policy : {"error", "update", "merge"}) {
        SCOPED_TRACE(policy);
        EXPECT_EQ(counts(report("order", {"-d", policy, "--dry-run"})), "12 unchanged");
        EXPECT_EQ(counts(report("order", {"-d", policy})), "12 unchanged");
    }
    EXPECT_EQ(all_but_runs(), before);
    EXPECT_EQ(numbers(8), "A-100000003 A-100000003");
    EXPECT_EQ(destination().value("SELECT order_increment_id FROM downloadable_link_purchased"),
              "A-100000002");
    EXPECT_EQ(order_cell(13, "CONCAT_WS(' ', increment_id, original_increment_id, "
                             "relation_parent_real_id)"),
              "200000003-1-B 200000003-B 200000003-B");
    source().exec("UPDATE sales_flat_order SET status = 'closed' WHERE entity_id IN (8, 13)");
    EXPECT_EQ(update("order"), "2 updated, 10 unchanged");
    EXPECT_EQ(numbers(8), "A-100000003 A-100000003");
    EXPECT_EQ(numbers(13), "200000003-1-B 200000003-1-B");
}

TEST_F(OrderNumberTest, MarksThatAreGivenLaterRenameWhatHasCome)
{
    sync_orders();
    EXPECT_EQ(update("invoice"), "7 created");
    EXPECT_EQ(update("order", {"--increment-prefix", "LA-", "--entity-ids", "8"}), "1 updated");
    EXPECT_EQ(numbers(8), "LA-100000003 LA-100000003");
    const Words marked = {"--increment-prefix", "A-", "--entity-ids", "8"};
    EXPECT_EQ(update("order", marked), "1 updated");
    EXPECT_EQ(numbers(8), "A-100000003 A-100000003");
    EXPECT_EQ(update("order", marked), "1 unchanged");
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(update("invoice"), "2 updated, 5 unchanged");
    EXPECT_EQ(grid_numbers("invoice").at(1), "100000002 A-100000003");
}

TEST_F(OrderNumberTest, DocumentsShowTheNumberThatTheirOrderHas)
{
    sync_before_orders();
    EXPECT_EQ(update("order", {"--increment-prefix", "A-", "--entity-ids", "1,8"}), "2 created");
    EXPECT_EQ(update("order", {"--increment-suffix", "-B", "--entity-ids", "9"}), "1 created");
    EXPECT_EQ(update("order"), "9 created, 3 unchanged");
    EXPECT_EQ(update("invoice"), "7 created");
    EXPECT_EQ(update("shipment"), "3 created");
    EXPECT_EQ(update("creditmemo"), "2 created");
    EXPECT_EQ(grid_numbers("invoice"),
              (std::vector<std::string>{"100000001 A-100000001", "100000002 A-100000003",
                                        "100000003 A-100000003", "100000004 100000002",
                                        "100000005 100000004-B", "200000001 200000001",
                                        "600000001 600000001"}));
    EXPECT_EQ(grid_numbers("shipment"),
              (std::vector<std::string>{"100000001 A-100000001", "100000002 A-100000001",
                                        "100000003 100000004-B"}));
    EXPECT_EQ(grid_numbers("creditmemo"),
              (std::vector<std::string>{"100000001 A-100000003", "600000001 600000001"}));
    EXPECT_EQ(update("invoice"), "7 unchanged");
    EXPECT_EQ(update("shipment"), "3 unchanged");
    EXPECT_EQ(update("creditmemo"), "2 unchanged");
    // Marks of the invoices are none of their orders'.
    EXPECT_EQ(update("invoice", {"--increment-prefix", "I-"}), "7 updated");
    EXPECT_EQ(grid_numbers("invoice").at(1), "I-100000002 A-100000003");
    EXPECT_EQ(grid_numbers("invoice").at(3), "I-100000004 100000002");
}

TEST_F(OrderNumberTest, DestinationsCountersAreRaised)
{
    sync_orders();
    EXPECT_EQ(counters("order"),
              (std::vector<std::string>{"default 1 100000006", "french 11 1100000000",
                                        "german 2 200000003", "outlet_en 35 3500000002"}));
    EXPECT_EQ(update("invoice"), "7 created");
    EXPECT_EQ(update("shipment"), "3 created");
    EXPECT_EQ(update("creditmemo"), "2 created");
    EXPECT_EQ(counters("invoice"),
              (std::vector<std::string>{"default 1 100000005", "german 12 1200000000",
                                        "outlet_en 35 3500000001"}));
    EXPECT_EQ(counters("shipment"), (std::vector<std::string>{"default 31 3100000000"}));
    EXPECT_EQ(counters("creditmemo"),
              (std::vector<std::string>{"default 31 3100000000", "outlet_en 35 3500000000"}));
    const auto before = destination().checksums();
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(destination().checksums(), before);
}

TEST_F(OrderNumberTest, CountersAreNeverLowered)
{
    destination().exec("UPDATE eav_entity_store SET increment_last_id = '100000500' WHERE "
                       "entity_store_id = 401");
    sync_orders();
    EXPECT_EQ(counters("order").at(0), "default 1 100000500");
}

TEST_F(OrderNumberTest, CountersFollowThePadLengthOfTheShop)
{
    destination().exec("UPDATE eav_entity_type SET increment_pad_length = 5 WHERE "
                       "entity_type_code = 'order';\n"
                       "UPDATE eav_entity_store SET increment_last_id = '100002' WHERE "
                       "entity_store_id = 401");
    source().exec("UPDATE sales_flat_order SET increment_id = '100017' WHERE entity_id = 9");
    sync_orders();
    EXPECT_EQ(counters("order").at(0), "default 1 100017");
}

TEST_F(OrderNumberTest, NumbersWithMarksAreOfNoSeries)
{
    sync_before_orders();
    EXPECT_EQ(update("order", {"--increment-prefix", "L"}), "12 created");
    EXPECT_EQ(counters("order"),
              (std::vector<std::string>{"default 1 100000000", "french 11 1100000000",
                                        "german 2 200000002", "outlet_en 35 3500000002"}));
    // A prefix may make a number of another store's series.
    destination().exec("DELETE FROM eav_entity_store WHERE store_id = 11;\n"
                       "UPDATE eav_entity_store SET increment_prefix = '9', increment_last_id = "
                       "'900000000' WHERE entity_store_id = 402");
    source().exec("INSERT INTO sales_flat_order (entity_id, increment_id, store_id, state, status, "
                  "created_at, updated_at) VALUES (99, '00000042', 1, 'new', 'pending', "
                  "'2024-01-01 00:00:00', '2024-01-01 00:00:00')");
    EXPECT_EQ(update("order", {"--increment-prefix", "9", "--entity-ids", "99"}), "1 created");
    EXPECT_EQ(counters("order").at(1), "german 9 900000042");
}

} // namespace

} // namespace datasync::test
