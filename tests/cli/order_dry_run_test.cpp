// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a dry run of orders, documents and rules announces is what the real run does.
#include "support/sales_test.hpp"

#include <array>

namespace datasync::test {

namespace {

constexpr std::array k_entities = {"cart_price_rule", "order", "invoice", "shipment", "creditmemo"};

class OrderDryRunTest : public SalesTest {
protected:
    /// Runs an entity type dry, then for real: the first writes nothing and says what the second
    /// does.
    void expect_announced(const char* entity, const Words& more = {})
    {
        SCOPED_TRACE(entity);
        Words words = more;
        words.insert(words.end(), {"-d", "update"});
        Words dry = words;
        dry.emplace_back("--dry-run");
        const auto before = snapshot_of(destination(), true);
        const auto announced = report(entity, dry);
        EXPECT_EQ(snapshot_of(destination(), true), before);
        const auto done = report(entity, words);
        EXPECT_EQ(counts(announced), counts(done));
        EXPECT_EQ(announced.at("references"), done.at("references"));
        EXPECT_EQ(announced.at("zero_dates"), done.at("zero_dates"));
        EXPECT_EQ(announced.at("exit_code"), done.at("exit_code"));
    }
};

class MahoOrderDryRunTest : public OrderDryRunTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(OrderDryRunTest, AnnouncesWhatTheRealRunDoes)
{
    sync_customers();
    for (const char* const entity : k_entities) { expect_announced(entity); }
    for (const char* const entity : k_entities) { expect_announced(entity); }
}

TEST_F(MahoOrderDryRunTest, AnnouncesWhatTheRealRunDoes)
{
    sync_customers();
    for (const char* const entity : k_entities) { expect_announced(entity); }
}

TEST_F(OrderDryRunTest, AnnouncesItInAnyOrder)
{
    for (const char* const entity :
         {"creditmemo", "shipment", "invoice", "order", "creditmemo", "customer_group",
          "cart_price_rule", "customer", "invoice", "shipment", "order", "creditmemo"}) {
        expect_announced(entity);
    }
}

TEST_F(OrderDryRunTest, AnnouncesItForPartsOfTheOrders)
{
    sync_customers();
    expect_announced("order", {"--entity-ids", "12"});
    expect_announced("order", {"--entity-ids", "1,8,13"});
    expect_announced("invoice", {"--date-to", "2023-03-01"});
    expect_announced("order", {"--batch-size", "2"});
}

TEST_F(OrderDryRunTest, AnnouncesChangesAndCollisions)
{
    sync_orders();
    source().exec("UPDATE sales_flat_order SET status = 'holded' WHERE entity_id = 1;\n"
                  "UPDATE sales_flat_order_item SET name = REPEAT('x', 255) WHERE item_id = 2;\n"
                  "DELETE FROM sales_flat_order_status_history WHERE entity_id = 6;\n"
                  "INSERT INTO sales_flat_order (entity_id, increment_id, store_id, created_at, "
                  "updated_at) VALUES (40, '3500000001', 1, '2024-08-01 10:00:00', "
                  "'2024-08-01 10:00:00'), (41, '100000007', 1, '2024-08-01 10:00:00', "
                  "'2024-08-01 10:00:00')");
    expect_announced("order");
    expect_announced("order");
}

TEST_F(OrderDryRunTest, OfOrdersNamesWhatDiffers)
{
    sync_orders();
    source().exec("UPDATE sales_flat_order_payment SET method = 'cashondelivery' WHERE parent_id = "
                  "3;\n"
                  "UPDATE sales_flat_order SET grand_total = 1 WHERE entity_id = 3");
    const auto dry = report("order", {"-d", "update", "--dry-run", "--entity-ids", "3"});
    EXPECT_TRUE(has(told(dry, 3), "updated: "));
    EXPECT_TRUE(has(told(dry, 3), "grand_total"));
    EXPECT_TRUE(has(told(dry, 3), "sales_flat_order_payment.method"));
}

} // namespace

} // namespace datasync::test
