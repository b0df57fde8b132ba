// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The examples of orders and documents are what they say they are, and fit together.
#include "support/file_source.hpp"
#include "support/sales_test.hpp"

namespace datasync::test {

namespace {

class FileSalesExampleTest : public SalesTest {};

TEST_F(FileSalesExampleTest, Rules)
{
    expect_example_loads(destination(), "cart_price_rule", "cart_price_rules.csv", 4);
}

TEST_F(FileSalesExampleTest, OrdersAndTheirDocuments)
{
    expect_example_loads(destination(), "customer", "customers_with_addresses.csv", 3);
    expect_example_loads(destination(), "order", "orders_basic.csv", 3);
    expect_example_loads(destination(), "order", "orders_with_items.csv", 3);
    expect_example_loads(destination(), "invoice", "invoices.csv", 4);
    expect_example_loads(destination(), "shipment", "shipments.csv", 3);
    expect_example_loads(destination(), "creditmemo", "creditmemos.csv", 2);
    EXPECT_EQ(destination().column(
                  "SELECT CONCAT_WS(' ', o.increment_id, o.state, o.grand_total, "
                  "IFNULL(o.total_paid, 0), IFNULL(o.total_refunded, 0), IFNULL(c.email, 'guest')) "
                  "FROM sales_flat_order o LEFT JOIN customer_entity c ON c.entity_id = "
                  "o.customer_id WHERE o.increment_id LIKE 'W-%' ORDER BY o.increment_id"),
              Words({"W-10391 complete 84.9000 84.9000 0.0000 ines.kern@example.com",
                     "W-10392 canceled 31.5000 0.0000 0.0000 paul.roy@example.com",
                     "W-10393 new 19.0000 0.0000 0.0000 guest",
                     "W-10401 complete 58.9000 58.9000 45.5000 ines.kern@example.com",
                     "W-10402 complete 52.2000 0.0000 0.0000 paul.roy@example.com",
                     "W-10403 new 25.0000 0.0000 0.0000 guest"}));
}

} // namespace

} // namespace datasync::test
