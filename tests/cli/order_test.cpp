// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Orders: every column of every row arrives, again and again the same, and nothing else changes.
#include "support/sales_test.hpp"

#include <array>

namespace datasync::test {

namespace {

class OrderTest : public SalesTest {
protected:
    /// All that can come before orders has come.
    void prepare()
    {
        sync_before_orders();
        add_products();
    }

    /// The outcomes of a run of order 9 under a policy.
    std::string done(const std::string& policy) const
    {
        return counts(report("order", {"-d", policy, "--entity-ids", "9"}));
    }
};

class MahoOrderTest : public OrderTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(OrderTest, ArrivesWithEveryColumnThoughAllIdsDiffer)
{
    fill_empty_columns(source(), "order");
    prepare();
    EXPECT_EQ(update("order"), "12 created");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
}

TEST_F(MahoOrderTest, ArrivesWithEveryColumnThatBothShopsHave)
{
    fill_empty_columns(source(), "order");
    prepare();
    EXPECT_EQ(update("order"), "12 created");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
    EXPECT_EQ(order_cell(15, "created_at"), "NULL");
    EXPECT_EQ(item_cell(25, "created_at"), "1970-01-01 00:00:01");
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(OrderTest, ArrivesTheSameHoweverItIsWritten)
{
    fill_empty_columns(source(), "order");
    prepare();
    const std::array ways = {Words{"--no-load-data"}, Words{"--batch-size", "1", "--jobs", "1"},
                             Words{"--batch-size", "3", "--jobs", "2"}};
    for (const auto& way : ways) {
        SCOPED_TRACE(way.at(0) + way.at(way.size() - 1));
        EXPECT_EQ(report("order", way).at("summary").at("failed"), 0);
        EXPECT_TRUE(same_sales(source(), destination(), "order"));
        EXPECT_EQ(update("order"), "12 unchanged");
        // Transactions first: with their chains, the cascade is too long for MySQL.
        destination().exec("DELETE FROM gift_message;\n"
                           "DELETE FROM sales_payment_transaction;\n"
                           "DELETE FROM sales_flat_order_grid WHERE increment_id NOT LIKE '35%';\n"
                           "DELETE FROM sales_flat_order WHERE increment_id NOT LIKE '35%'");
    }
}

TEST_F(OrderTest, SecondRunWritesNothing)
{
    prepare();
    EXPECT_EQ(update("order"), "12 created");
    const auto before = snapshot_of(destination(), false);
    for (const char* const policy : {"update", "merge", "error"}) {
        EXPECT_EQ(counts(report("order", {"-d", policy})), "12 unchanged");
    }
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

TEST_F(OrderTest, FindsEveryPartAgainWhenTheRegistryIsLost)
{
    prepare();
    EXPECT_EQ(update("order"), "12 created");
    const auto before = snapshot_of(destination(), false);
    const auto item = target_part(Part::order_item, 16);
    const auto history = target_part(Part::order_status_history, 11);
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = 'order';\n"
                       "DELETE FROM datasync_part_registry WHERE part_type BETWEEN 4 AND 12");
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
    EXPECT_EQ(target_part(Part::order_item, 16), item);
    EXPECT_EQ(target_part(Part::order_status_history, 11), history);
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(OrderTest, LeavesTheDestinationsOwnOrdersAlone)
{
    const auto own = own_sales(destination());
    sync_orders();
    EXPECT_EQ(own_sales(destination()), own);
    source().exec("UPDATE sales_flat_order SET status = 'holded'");
    EXPECT_EQ(update("order"), "12 updated");
    EXPECT_EQ(own_sales(destination()), own);
}

TEST_F(OrderTest, GuestStaysAGuest)
{
    sync_orders();
    EXPECT_EQ(order_cell(3,
                         "CONCAT(customer_is_guest, ' ', customer_email, ' ', customer_group_id, "
                         "' ', IFNULL(customer_id, 'nobody'))"),
              "1 anna.gruber@example.com 0 nobody");
    EXPECT_EQ(order_cell(2, "CONCAT(customer_is_guest, ' ', customer_id)"),
              "0 " + target("customer", 3));
    EXPECT_EQ(destination().value("SELECT IFNULL(customer_id, 'nobody') FROM sales_flat_order_grid "
                                  "WHERE increment_id = '200000002'"),
              "nobody");
}

TEST_F(OrderTest, NamesNoQuoteOfTheSource)
{
    source().exec("UPDATE sales_flat_order SET quote_address_id = 5");
    sync_orders();
    constexpr std::array k_quotes = {
        "SELECT COUNT(*) FROM sales_flat_order WHERE quote_id > 0 OR quote_address_id > 0",
        "SELECT COUNT(*) FROM sales_flat_order_item WHERE quote_item_id > 0",
        "SELECT COUNT(*) FROM sales_flat_order_address WHERE quote_address_id > 0",
        "SELECT COUNT(*) FROM sales_flat_order_payment WHERE quote_payment_id > 0"};
    for (const char* const quotes : k_quotes) {
        EXPECT_EQ(destination().value(quotes), "0") << quotes;
        EXPECT_NE(source().value(quotes), "0") << quotes;
    }
}

TEST_F(OrderTest, KeepsWhatPaymentMethodsWroteByteForByte)
{
    source().exec("UPDATE sales_flat_order_payment SET additional_information = "
                  "'{\"a\": \"\\\\u00fc\",  \"b\":1.50}\\\\' WHERE entity_id = 9");
    sync_orders();
    constexpr std::string_view k_written =
        "SELECT CONCAT_WS(' ', o.increment_id, p.method, HEX(p.additional_information), "
        "HEX(p.cc_number_enc), p.last_trans_id) FROM sales_flat_order_payment p JOIN "
        "sales_flat_order o ON o.entity_id = p.parent_id WHERE o.increment_id NOT LIKE '35%' "
        "ORDER BY o.increment_id";
    EXPECT_EQ(destination().column(k_written), source().column(k_written));
}

TEST_F(OrderTest, KeepsTheChainOfTransactions)
{
    sync_orders();
    EXPECT_EQ(destination().column(
                  "SELECT CONCAT_WS(' ', t.txn_id, t.txn_type, p.txn_id, g.txn_id, y.method) FROM "
                  "sales_payment_transaction t LEFT JOIN sales_payment_transaction p ON "
                  "p.transaction_id = t.parent_id LEFT JOIN sales_payment_transaction g ON "
                  "g.transaction_id = p.parent_id JOIN sales_flat_order_payment y ON y.entity_id = "
                  "t.payment_id AND y.parent_id = t.order_id ORDER BY t.txn_id"),
              (std::vector<std::string>{"T-9 capture banktransfer", "W-1 authorization acme_wallet",
                                        "W-1-capture capture W-1 acme_wallet",
                                        "W-1-refund refund W-1-capture W-1 acme_wallet"}));
}

TEST_F(OrderTest, NamesTheOrdersItWasMadeOfAndInto)
{
    sync_orders();
    EXPECT_EQ(order_cell(12, "relation_child_id"), target("order", 13));
    EXPECT_EQ(order_cell(12, "relation_child_real_id"), "200000003-1");
    EXPECT_EQ(order_cell(13, "relation_parent_id"), target("order", 12));
    EXPECT_EQ(order_cell(13, "CONCAT_WS(' ', relation_parent_real_id, original_increment_id)"),
              "200000003 200000003");
}

TEST_F(OrderTest, NamesTheRulesInTheirOrder)
{
    source().exec("UPDATE sales_flat_order SET applied_rule_ids = '2,1' WHERE entity_id = 1");
    sync_orders();
    const auto first = target("cart_price_rule", 1);
    const auto second = target("cart_price_rule", 2);
    EXPECT_EQ(order_cell(9, "applied_rule_ids"), first + "," + second);
    EXPECT_EQ(item_cell(18, "applied_rule_ids"), first + "," + second);
    EXPECT_EQ(order_cell(1, "applied_rule_ids"), second + "," + first);
}

TEST_F(OrderTest, IsNamedByAnEarlierOneAsSoonAsItCame)
{
    prepare();
    EXPECT_EQ(update("order", {"--entity-ids", "13"}), "1 created");
    EXPECT_EQ(order_cell(13, "IFNULL(relation_parent_id, 'none')"), "none");
    EXPECT_EQ(update("order", {"--entity-ids", "12"}), "1 created");
    EXPECT_EQ(order_cell(13, "relation_parent_id"), target("order", 12));
    EXPECT_EQ(update("order"), "10 created, 2 unchanged");
    EXPECT_TRUE(same_sales(source(), destination(), "order"));
}

TEST_F(OrderTest, IsChosenByNumberIdAndDate)
{
    prepare();
    EXPECT_EQ(update("order", {"--increment-ids", "200000003-1,100000001"}), "2 created");
    EXPECT_EQ(update("order", {"--entity-ids", "3"}), "1 created");
    EXPECT_EQ(update("order", {"--date-from", "2024-01-01"}), "1 created");
    EXPECT_EQ(destination().column("SELECT increment_id FROM sales_flat_order WHERE increment_id "
                                   "NOT LIKE '35%' ORDER BY increment_id"),
              (std::vector<std::string>{"100000001", "100000006", "200000002", "200000003-1"}));
}

TEST_F(OrderTest, FollowsThePolicies)
{
    sync_orders();
    EXPECT_EQ(done("error"), "1 unchanged");
    source().exec("UPDATE sales_flat_order SET status = 'closed' WHERE entity_id = 9");
    EXPECT_EQ(done("error"), "1 failed");
    EXPECT_EQ(done("skip"), "1 skipped");
    EXPECT_EQ(order_cell(9, "status"), "complete");
    EXPECT_EQ(done("merge"), "1 merged");
    EXPECT_EQ(order_cell(9, "status"), "closed");
    source().exec("UPDATE sales_flat_order SET status = 'complete' WHERE entity_id = 9");
    EXPECT_EQ(done("update"), "1 updated");
    EXPECT_EQ(order_cell(9, "status"), "complete");
}

} // namespace

} // namespace datasync::test
