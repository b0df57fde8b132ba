// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Orders that the destination has had before the tool came: under `-d skip` they stay as they are,
// and documents find them and their items all the same.
#include "support/sales_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

/// Turns the orders that have come into a clone of them: items under ids of their own, in the
/// opposite order, and nothing that says where they are from.
constexpr std::string_view k_clone = R"(
SET foreign_key_checks = 0;
UPDATE sales_flat_order_item
SET item_id = 95000 - item_id, parent_item_id = 95000 - parent_item_id, created_at = created_at
WHERE item_id >= 46000;
UPDATE sales_order_tax_item SET item_id = 95000 - item_id;
UPDATE downloadable_link_purchased
SET order_item_id = 95000 - order_item_id, created_at = created_at;
UPDATE downloadable_link_purchased_item
SET order_item_id = 95000 - order_item_id, created_at = created_at;
SET foreign_key_checks = 1;
DELETE FROM datasync_entity_registry WHERE entity_type = 'order';
DELETE FROM datasync_part_registry WHERE part_type BETWEEN 4 AND 12;
)";

/// What became of the clone since.
constexpr std::string_view k_later = R"(
UPDATE sales_flat_order SET status = 'holded' WHERE increment_id LIKE '10000000_';
UPDATE sales_flat_order_item SET qty_shipped = qty_shipped + 1, created_at = created_at;
DELETE FROM sales_flat_order_status_history WHERE comment = 'I pay soon';
INSERT INTO sales_flat_order_status_history (parent_id, comment, created_at, entity_name)
SELECT entity_id, 'Said here', '2024-08-03 10:00:00', 'order' FROM sales_flat_order;
)";

class SkippedOrderTest : public SalesTest {
protected:
    void SetUp() override
    {
        SalesTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        sync_before_orders();
        add_products();
        EXPECT_EQ(update("order"), "12 created");
        for (const unsigned id : {3U, 4U, 15U, 16U, 18U}) {
            m_items[id] = std::to_string(95000 - std::stoi(target_part(Part::order_item, id)));
        }
        m_order = target("order", 8);
        destination().exec(k_clone);
    }

    /// The items of orders that the items of an invoice name.
    std::string items_of_invoice(std::string_view number)
    {
        return destination()
            .value(fmt::format("SELECT GROUP_CONCAT(i.order_item_id ORDER BY i.entity_id) FROM "
                               "sales_flat_invoice_item i JOIN sales_flat_invoice d ON "
                               "d.entity_id = i.parent_id WHERE d.increment_id = '{}'",
                               number))
            .value_or("");
    }

    std::string skip(const Words& more = {}) const
    {
        Words words = more;
        words.insert(words.end(), {"-d", "skip"});
        return counts(report("order", words));
    }

    std::map<unsigned, std::string> m_items; ///< Items of the clone by those of the source.
    std::string m_order;                     ///< What source order 8 is on the destination.
};

TEST_F(SkippedOrderTest, StaysAsItIsAndIsKnown)
{
    destination().exec(k_later);
    const auto shop = snapshot_of(destination(), false);
    const auto all = all_but_runs();
    EXPECT_EQ(skip({"--dry-run"}), "12 skipped");
    EXPECT_EQ(all_but_runs(), all);
    EXPECT_EQ(skip(), "12 skipped");
    EXPECT_EQ(snapshot_of(destination(), false), shop);
    EXPECT_EQ(target("order", 8), m_order);
    for (const auto& [source_id, id] : m_items) {
        EXPECT_EQ(target_part(Part::order_item, source_id), id) << source_id;
    }
    const auto known = all_but_runs();
    EXPECT_EQ(skip(), "12 skipped");
    EXPECT_EQ(all_but_runs(), known);
    EXPECT_EQ(skip({"--batch-size", "1"}), "12 skipped");
    EXPECT_EQ(all_but_runs(), known);
}

TEST_F(SkippedOrderTest, HasDocumentsThatNameItAndItsItems)
{
    destination().exec(k_later);
    const auto orders = destination().checksums();
    EXPECT_EQ(update("invoice"), "7 held");
    EXPECT_EQ(skip(), "12 skipped");
    EXPECT_EQ(update("invoice"), "7 created");
    EXPECT_EQ(update("shipment"), "3 created");
    EXPECT_EQ(update("creditmemo"), "2 created");
    EXPECT_EQ(destination().value("SELECT order_id FROM sales_flat_invoice WHERE increment_id = "
                                  "'100000002'"),
              m_order);
    EXPECT_EQ(items_of_invoice("100000002"), m_items[15]);
    EXPECT_EQ(items_of_invoice("100000003"), m_items[16]);
    EXPECT_EQ(items_of_invoice("100000005"), m_items[18]);
    EXPECT_EQ(items_of_invoice("200000001"), m_items[3] + "," + m_items[4]);
    auto after = destination().checksums();
    for (const auto& [table, checksum] : orders) {
        const bool is_order = table.starts_with("sales_flat_order") || table == "gift_message";
        if (is_order) { EXPECT_EQ(after[table], checksum) << table; }
    }
    EXPECT_EQ(update("invoice"), "7 unchanged");
}

} // namespace

} // namespace datasync::test
