// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What happens to an order after it has arrived: a later run brings exactly that, and every row
// keeps its id.
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace datasync::test {

namespace {

/// Keys of all rows that orders consist of.
constexpr std::string_view k_keys =
    "SELECT CONCAT('order ', entity_id) FROM sales_flat_order"
    " UNION ALL SELECT CONCAT('address ', entity_id) FROM sales_flat_order_address"
    " UNION ALL SELECT CONCAT('item ', item_id) FROM sales_flat_order_item"
    " UNION ALL SELECT CONCAT('payment ', entity_id) FROM sales_flat_order_payment"
    " UNION ALL SELECT CONCAT('transaction ', transaction_id) FROM sales_payment_transaction"
    " UNION ALL SELECT CONCAT('history ', entity_id) FROM sales_flat_order_status_history"
    " UNION ALL SELECT CONCAT('tax ', tax_id) FROM sales_order_tax"
    " UNION ALL SELECT CONCAT('tax item ', tax_item_id) FROM sales_order_tax_item"
    " UNION ALL SELECT CONCAT('purchased ', purchased_id) FROM downloadable_link_purchased"
    " UNION ALL SELECT CONCAT('link ', item_id) FROM downloadable_link_purchased_item"
    " UNION ALL SELECT CONCAT('message ', gift_message_id) FROM gift_message"
    " UNION ALL SELECT CONCAT('grid ', entity_id) FROM sales_flat_order_grid ORDER BY 1";

/// A change in the source, and the outcome of the run that brings it.
struct Change {
    const char* sql;
    const char* outcome;
};

constexpr std::array k_changes = {
    Change{"UPDATE sales_flat_order SET status = 'processing', state = 'processing', updated_at = "
           "'2024-08-01 10:00:00' WHERE entity_id = 16;\n"
           "UPDATE sales_flat_order_grid SET status = 'processing', updated_at = '2024-08-01 "
           "10:00:00' WHERE entity_id = 16",
           "1 updated, 11 unchanged"},
    Change{"UPDATE sales_flat_order SET total_refunded = 3.5, base_total_refunded = 3.5, "
           "total_offline_refunded = 3.5, adjustment_negative = 0.0001 WHERE entity_id IN (9, 10)",
           "2 updated, 10 unchanged"},
    Change{"UPDATE sales_flat_order_item SET qty_refunded = 1, amount_refunded = 20, created_at = "
           "created_at WHERE item_id = 18",
           "1 updated, 11 unchanged"},
    Change{"UPDATE sales_flat_order_address SET street = 'Neue Gasse 1', region_id = 82, region = "
           "'Berlin' WHERE parent_id = 2 AND address_type = 'shipping'",
           "1 updated, 11 unchanged"},
    Change{"UPDATE sales_flat_order_payment SET amount_refunded = 1, last_trans_id = 'X' WHERE "
           "parent_id = 10",
           "1 updated, 11 unchanged"},
    Change{
        "UPDATE sales_flat_order_status_history SET is_customer_notified = 1 WHERE entity_id = 12",
        "1 updated, 11 unchanged"},
    Change{"UPDATE sales_payment_transaction SET is_closed = 1 WHERE transaction_id = 5",
           "1 updated, 11 unchanged"},
    Change{"UPDATE sales_order_tax SET amount = 5.0001 WHERE tax_id = 2",
           "1 updated, 11 unchanged"},
    Change{"UPDATE sales_order_tax_item SET tax_percent = 19 WHERE item_id = 3",
           "1 updated, 11 unchanged"},
    Change{"UPDATE downloadable_link_purchased_item SET number_of_downloads_used = 3, created_at = "
           "created_at WHERE item_id = 1",
           "1 updated, 11 unchanged"},
    Change{"UPDATE gift_message SET message = 'Happy birthday!' WHERE gift_message_id = 1",
           "1 updated, 11 unchanged"},
};

class OrderUpdateTest : public SalesTest {
protected:
    void SetUp() override
    {
        SalesTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        sync_before_orders();
        add_products();
        EXPECT_EQ(update("order"), "12 created");
    }
};

TEST_F(OrderUpdateTest, BringsEachChangeAlone)
{
    const auto keys = destination().column(k_keys);
    for (const auto& change : k_changes) {
        SCOPED_TRACE(change.sql);
        source().exec(change.sql);
        EXPECT_EQ(update("order"), change.outcome);
        EXPECT_TRUE(same_sales(source(), destination(), "order"));
        EXPECT_EQ(update("order"), "12 unchanged");
    }
    EXPECT_EQ(destination().column(k_keys), keys);
}

TEST_F(OrderUpdateTest, KeepsTimesThatWouldStampThemselves)
{
    destination().exec("ALTER TABLE sales_flat_order MODIFY updated_at TIMESTAMP NULL DEFAULT NULL "
                       "ON UPDATE CURRENT_TIMESTAMP");
    // One row goes by a statement of its own, many go together.
    for (const auto* const which : {"entity_id = 8", "entity_id > 0"}) {
        source().exec(fmt::format(
            "UPDATE sales_flat_order SET customer_note = CONCAT(IFNULL(customer_note, ''), "
            "'It\\'s \u00e4 ', entity_id), weight = NULLIF(weight, 1), updated_at = updated_at "
            "WHERE {}",
            which));
        const bool is_one = std::string_view(which) == "entity_id = 8";
        EXPECT_EQ(update("order"), is_one ? "1 updated, 11 unchanged" : "12 updated");
        EXPECT_TRUE(same_sales(source(), destination(), "order"));
    }
}

TEST_F(OrderUpdateTest, SaysOfChosenOrdersWhatStaysBehind)
{
    source().exec("ALTER TABLE sales_flat_order ADD module_note VARCHAR(9) NULL");
    source().exec("ALTER TABLE sales_order_tax_item ADD module_note VARCHAR(9) NULL");
    source().exec("UPDATE sales_flat_order SET module_note = 'x' WHERE entity_id IN (8, 9)");
    source().exec("UPDATE sales_order_tax_item SET module_note = 'x' WHERE item_id = 3");
    const auto with_tax = source().value("SELECT order_id FROM sales_flat_order_item WHERE item_id "
                                         "= 3");
    const auto warnings = [&](const Words& more) {
        return report("order", more).at("warnings").dump();
    };
    const auto* const root = "column sales_flat_order.module_note does not exist on the "
                             "destination: {} values are left behind";
    const auto* const part = "column sales_order_tax_item.module_note does not exist on the "
                             "destination: 1 values are left behind";
    const auto all = warnings({"-d", "update"});
    EXPECT_TRUE(has(all, fmt::format(fmt::runtime(root), 2))) << all;
    EXPECT_TRUE(has(all, part)) << all;
    const auto some = warnings({"-d", "update", "--entity-ids", "8,10"});
    EXPECT_TRUE(has(some, fmt::format(fmt::runtime(root), 1))) << some;
    EXPECT_FALSE(has(some, part)) << some;
    const auto other = warnings({"-d", "update", "--entity-ids", *with_tax});
    EXPECT_FALSE(has(other, "sales_flat_order.module_note")) << other;
    EXPECT_TRUE(has(other, part)) << other;
}

TEST_F(OrderUpdateTest, TouchesNoRowThatHasNotChanged)
{
    source().exec("UPDATE sales_flat_order SET status = 'closed' WHERE entity_id = 8");
    const auto before = destination().checksums({"sales_flat_order", "sales_flat_order_grid"});
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    EXPECT_EQ(destination().checksums({"sales_flat_order", "sales_flat_order_grid"}), before);
    EXPECT_EQ(destination().value("SELECT status FROM sales_flat_order_grid WHERE increment_id = "
                                  "'100000003'"),
              "closed");
}

TEST_F(OrderUpdateTest, BringsNewComments)
{
    const auto keys = destination().column(k_keys);
    source().exec("INSERT INTO sales_flat_order_status_history (entity_id, parent_id, comment, "
                  "status, created_at, entity_name) VALUES (30, 1, 'Neu – 花', 'complete', "
                  "'2024-08-02 10:00:00', 'order'), (31, 16, 'Same', 'pending', "
                  "'2024-08-02 10:00:00', 'order'), (32, 16, 'Same', 'pending', "
                  "'2024-08-02 10:00:00', 'order')");
    EXPECT_EQ(update("order"), "2 updated, 10 unchanged");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
    auto after = destination().column(k_keys);
    EXPECT_EQ(after.size(), keys.size() + 3);
    EXPECT_TRUE(std::includes(after.begin(), after.end(), keys.begin(), keys.end()));
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(OrderUpdateTest, BringsAnOrderWhoseCommentIsOfTheDays)
{
    source().exec("INSERT INTO sales_flat_order_status_history (entity_id, parent_id, comment, "
                  "status, created_at, entity_name) VALUES (30, 1, 'Late', 'complete', "
                  "'2026-08-02 10:00:00', 'order')");
    EXPECT_EQ(update("order", {"--date-from", "2026-08-02"}), "1 updated");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
}

TEST_F(OrderUpdateTest, RemovesUnderUpdateWhatTheSourceRemoved)
{
    source().exec("DELETE FROM sales_flat_order_status_history WHERE entity_id = 11;\n"
                  "DELETE FROM sales_order_tax_item WHERE tax_item_id = 2;\n"
                  "DELETE FROM sales_payment_transaction WHERE transaction_id = 5");
    EXPECT_EQ(counts(report("order", {"-d", "merge"})), "12 unchanged");
    EXPECT_EQ(update("order"), "3 updated, 9 unchanged");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(OrderUpdateTest, KeepsWhatTheDestinationAddedUnderMerge)
{
    destination().exec("INSERT INTO sales_flat_order_status_history (parent_id, comment, status, "
                       "created_at, entity_name) VALUES (" +
                       target("order", 16) +
                       ", 'Said here', 'pending', '2024-08-03 10:00:00', 'order')");
    source().exec("UPDATE sales_flat_order SET status = 'holded' WHERE entity_id = 16");
    EXPECT_EQ(counts(report("order", {"-d", "merge"})), "1 merged, 11 unchanged");
    EXPECT_EQ(order_cell(16, "status"), "holded");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM sales_flat_order_status_history WHERE "
                                  "comment = 'Said here'"),
              "1");
}

TEST_F(OrderUpdateTest, ComesAgainWhenTheDestinationLostIt)
{
    const auto order = target("order", 1);
    destination().exec("DELETE FROM sales_flat_order WHERE entity_id = " + order);
    EXPECT_EQ(update("order"), "1 created, 11 unchanged");
    EXPECT_NE(target("order", 1), order);
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM sales_flat_order WHERE increment_id = "
                                  "'100000001'"),
              "1");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
}

TEST_F(OrderUpdateTest, MendsAPartThatTheDestinationLost)
{
    destination().exec(
        "DELETE FROM sales_flat_order_item WHERE item_id = " + target_part(Part::order_item, 4) +
        ";\nDELETE FROM sales_flat_order_grid WHERE increment_id = '100000002'");
    EXPECT_EQ(update("order"), "2 updated, 10 unchanged");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
    EXPECT_EQ(update("order"), "12 unchanged");
}

} // namespace

} // namespace datasync::test
