// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Invoices, shipments and credit memos: they wait for their order, name its items and keep their
// totals.
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <array>

namespace datasync::test {

namespace {

constexpr std::array k_documents = {"invoice", "shipment", "creditmemo"};

/// What the runs of all three say.
struct Outcomes {
    const char* invoice;
    const char* shipment;
    const char* creditmemo;
};

class DocumentTest : public SalesTest {
protected:
    /// Orders of which nothing is left open.
    void sync_complete_orders()
    {
        sync_before_orders();
        add_products();
        EXPECT_EQ(update("order"), "12 created");
    }

    void expect_documents(const Outcomes& expected) const
    {
        EXPECT_EQ(update("invoice"), expected.invoice);
        EXPECT_EQ(update("shipment"), expected.shipment);
        EXPECT_EQ(update("creditmemo"), expected.creditmemo);
    }

    void expect_same_documents()
    {
        for (const char* const entity : k_documents) {
            EXPECT_TRUE(same_sales(source(), destination(), entity));
        }
    }

    /// Ids of all items of invoices on the destination.
    std::string items_of_invoices()
    {
        return destination()
            .value("SELECT GROUP_CONCAT(entity_id ORDER BY entity_id) FROM sales_flat_invoice_item")
            .value_or("");
    }

    /// The order item that an item of a document names.
    std::string order_item_of(std::string_view document, std::string_view number)
    {
        return destination()
            .value(fmt::format("SELECT GROUP_CONCAT(i.order_item_id ORDER BY i.entity_id) FROM "
                               "sales_flat_{0}_item i JOIN sales_flat_{0} d ON d.entity_id = "
                               "i.parent_id WHERE d.increment_id = '{1}'",
                               document, number))
            .value_or("");
    }
};

class MahoDocumentTest : public DocumentTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(DocumentTest, ArrivesWithEveryColumnThoughAllIdsDiffer)
{
    for (const char* const entity : k_documents) { fill_empty_columns(source(), entity); }
    source().exec("UPDATE sales_flat_shipment SET shipping_label = X'00FF5C0A271A'");
    const auto own = own_sales(destination());
    sync_complete_orders();
    expect_documents({"7 created", "3 created", "2 created"});
    expect_same_documents();
    EXPECT_EQ(own_sales(destination()), own);
    expect_documents({"7 unchanged", "3 unchanged", "2 unchanged"});
}

TEST_F(MahoDocumentTest, ArrivesWithEveryColumnThatBothShopsHave)
{
    for (const char* const entity : k_documents) { fill_empty_columns(source(), entity); }
    sync_complete_orders();
    expect_documents({"7 created", "3 created", "2 created"});
    expect_same_documents();
    expect_documents({"7 unchanged", "3 unchanged", "2 unchanged"});
}

TEST_F(DocumentTest, IsHeldUntilItsOrderHasCome)
{
    sync_before_orders();
    const auto first = report("invoice", {"-d", "update"});
    EXPECT_EQ(counts(first), "7 held");
    EXPECT_EQ(first.at("exit_code"), 3);
    EXPECT_TRUE(has(told(first, 1), "sales_flat_invoice.order_id"));
    EXPECT_TRUE(has(told(first, 1), "sync order first"));
    EXPECT_EQ(update("shipment"), "3 held");
    EXPECT_EQ(update("creditmemo"), "2 held");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM sales_flat_invoice"), "1");
    EXPECT_EQ(update("order", {"--entity-ids", "1,8"}), "2 created");
    expect_documents({"3 created, 4 held", "2 created, 1 held", "1 created, 1 held"});
    EXPECT_EQ(update("order"), "10 created, 2 unchanged");
    add_products();
    expect_documents(
        {"4 created, 3 unchanged", "1 created, 2 unchanged", "1 created, 1 unchanged"});
    expect_same_documents();
}

TEST_F(DocumentTest, IsHeldUntilTheItemThatItNamesHasCome)
{
    sync_orders();
    source().exec("INSERT INTO sales_flat_order_item (item_id, order_id, store_id, created_at, "
                  "updated_at, sku, qty_ordered) VALUES (80, 13, 2, '2024-08-01 10:00:00', "
                  "'2024-08-01 10:00:00', 'mug-blue', 1);\n"
                  "INSERT INTO sales_flat_invoice (entity_id, order_id, store_id, increment_id, "
                  "created_at, updated_at) VALUES (20, 13, 2, '200000009', '2024-08-01 10:00:00', "
                  "'2024-08-01 10:00:00');\n"
                  "INSERT INTO sales_flat_invoice_item (entity_id, parent_id, order_item_id, sku, "
                  "qty) VALUES (40, 20, 80, 'mug-blue', 1)");
    const auto first = report("invoice", {"-d", "update"});
    EXPECT_EQ(counts(first), "7 created, 1 held");
    EXPECT_TRUE(has(told(first, 20), "sales_flat_invoice_item.order_item_id"));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM sales_flat_invoice WHERE increment_id = "
                                  "'200000009'"),
              "0");
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    EXPECT_EQ(update("invoice"), "1 created, 7 unchanged");
    EXPECT_EQ(order_item_of("invoice", "200000009"), target_part(Part::order_item, 80));
}

TEST_F(DocumentTest, FailsWhenTheItemThatItNamesIsGoneFromTheSource)
{
    source().exec("DELETE FROM sales_flat_order_item WHERE item_id = 18");
    sync_orders();
    const auto invoices = report("invoice", {"-d", "update"});
    EXPECT_EQ(counts(invoices), "6 created, 1 failed");
    EXPECT_EQ(invoices.at("exit_code"), 3);
    EXPECT_TRUE(has(told(invoices, 7), "sales_flat_invoice_item.order_item_id"));
    EXPECT_TRUE(has(told(invoices, 7), "order_item 18 (which the source does not have either)"));
    EXPECT_EQ(update("shipment"), "2 created, 1 failed");
    // Sooner or later is all the same to it.
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(update("invoice"), "6 unchanged, 1 failed");
}

TEST_F(DocumentTest, NamesTheRightOneOfTwoItemsWithOneSku)
{
    sync_orders();
    expect_documents({"7 created", "3 created", "2 created"});
    EXPECT_EQ(order_item_of("invoice", "100000002"), target_part(Part::order_item, 15));
    EXPECT_EQ(order_item_of("invoice", "100000003"), target_part(Part::order_item, 16));
    EXPECT_EQ(order_item_of("creditmemo", "100000001"), target_part(Part::order_item, 15));
    // The parent of a configurable product carries its child's sku.
    EXPECT_EQ(order_item_of("invoice", "200000001"),
              target_part(Part::order_item, 3) + "," + target_part(Part::order_item, 4));
}

TEST_F(DocumentTest, CopiesTotalsAndNeverAddsThemUp)
{
    source().exec("UPDATE sales_flat_invoice SET grand_total = 999.9999, total_qty = 77 WHERE "
                  "entity_id = 1;\n"
                  "UPDATE sales_flat_order SET total_invoiced = 12.34, total_paid = NULL WHERE "
                  "entity_id = 1;\n"
                  "UPDATE sales_flat_order_item SET qty_invoiced = 5, created_at = created_at "
                  "WHERE item_id = 1");
    sync_orders();
    const auto order = [this] {
        return order_cell(1, "CONCAT_WS(' ', total_invoiced, IFNULL(total_paid, 'none'))") +
               item_cell(1, "CONCAT_WS(' ', qty_invoiced, qty_shipped, qty_refunded)");
    };
    const auto before = order();
    EXPECT_EQ(before, "12.3400 none5.0000 2.0000 0.0000");
    expect_documents({"7 created", "3 created", "2 created"});
    EXPECT_EQ(order(), before);
    EXPECT_EQ(destination().value("SELECT CONCAT_WS(' ', grand_total, total_qty) FROM "
                                  "sales_flat_invoice WHERE entity_id = " +
                                  target("invoice", 1)),
              "999.9999 77.0000");
}

TEST_F(DocumentTest, CreditMemoKnowsItsInvoiceWheneverItComes)
{
    sync_orders();
    EXPECT_EQ(update("creditmemo"), "2 created");
    const auto invoice = [this](unsigned id) {
        return destination()
            .value("SELECT CONCAT(IFNULL(m.invoice_id, 'none'), ' ', IFNULL(g.invoice_id, 'none')) "
                   "FROM sales_flat_creditmemo m JOIN sales_flat_creditmemo_grid g USING "
                   "(entity_id) WHERE m.entity_id = " +
                   target("creditmemo", id))
            .value_or("");
    };
    EXPECT_EQ(invoice(1), "none none");
    EXPECT_EQ(update("invoice"), "7 created");
    const auto id = target("invoice", 3);
    EXPECT_EQ(invoice(1), id + " " + id);
    EXPECT_EQ(invoice(2), "none none");
    EXPECT_EQ(update("creditmemo"), "2 unchanged");
}

TEST_F(DocumentTest, LaterCommentsAndTracksComeAlone)
{
    sync_complete_orders();
    expect_documents({"7 created", "3 created", "2 created"});
    const auto track = target_part(Part::shipment_track, 1);
    const auto item = items_of_invoices();
    source().exec(
        "INSERT INTO sales_flat_shipment_track (entity_id, parent_id, order_id, track_number, "
        "title, carrier_code, created_at, updated_at) VALUES (9, 4, 9, 'NEW-1', 'DHL', 'dhl', "
        "'2024-08-01 10:00:00', '2024-08-01 10:00:00');\n"
        "INSERT INTO sales_flat_invoice_comment (entity_id, parent_id, comment, created_at) VALUES "
        "(9, 4, 'Later', '2024-08-01 10:00:00');\n"
        "UPDATE sales_flat_creditmemo SET state = 3 WHERE entity_id = 2;\n"
        "UPDATE sales_flat_creditmemo_grid SET state = 3 WHERE entity_id = 2;\n"
        "DELETE FROM sales_flat_shipment_track WHERE entity_id = 2");
    expect_documents(
        {"1 updated, 6 unchanged", "2 updated, 1 unchanged", "1 updated, 1 unchanged"});
    expect_same_documents();
    EXPECT_EQ(target_part(Part::shipment_track, 1), track);
    EXPECT_EQ(items_of_invoices(), item);
    expect_documents({"7 unchanged", "3 unchanged", "2 unchanged"});
}

TEST_F(DocumentTest, NewDocumentOfAKnownOrderComes)
{
    sync_complete_orders();
    expect_documents({"7 created", "3 created", "2 created"});
    source().exec("INSERT INTO sales_flat_invoice (entity_id, order_id, store_id, increment_id, "
                  "state, grand_total, billing_address_id, created_at, updated_at) VALUES (20, 16, "
                  "1, '100000009', 2, 79, 31, '2024-08-01 10:00:00', '2024-08-01 10:00:00');\n"
                  "INSERT INTO sales_flat_invoice_item (entity_id, parent_id, order_item_id, "
                  "product_id, sku, qty) VALUES (40, 20, 29, 51, 'mug-set', 1);\n"
                  "INSERT INTO sales_flat_invoice_grid (entity_id, order_id, store_id, state, "
                  "grand_total, increment_id, order_increment_id, created_at, order_created_at, "
                  "billing_name) VALUES (20, 16, 1, 2, 79, '100000009', '100000006', "
                  "'2024-08-01 10:00:00', '2024-07-01 10:00:00', 'Karin Weiß');\n"
                  "UPDATE sales_flat_order SET total_invoiced = 79, state = 'processing' WHERE "
                  "entity_id = 16");
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    expect_documents({"1 created, 7 unchanged", "3 unchanged", "2 unchanged"});
    expect_same_documents();
}

TEST_F(DocumentTest, NumberOfAnotherInvoiceIsACollision)
{
    destination().exec("UPDATE sales_flat_invoice SET increment_id = '100000005' WHERE entity_id = "
                       "53801");
    sync_orders();
    const auto done = report("invoice", {"-d", "update"});
    EXPECT_EQ(counts(done), "6 created, 1 failed");
    EXPECT_TRUE(has(told(done, 7), "the destination's record 53801 has the same increment_id"));
}

TEST_F(DocumentTest, IsRecognisedWhenTheRegistryIsLost)
{
    sync_complete_orders();
    expect_documents({"7 created", "3 created", "2 created"});
    const auto before = snapshot_of(destination(), false);
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type IN ('order', "
                       "'invoice', 'shipment', 'creditmemo');\n"
                       "DELETE FROM datasync_part_registry WHERE part_type BETWEEN 4 AND 19");
    EXPECT_EQ(update("order"), "12 unchanged");
    expect_documents({"7 unchanged", "3 unchanged", "2 unchanged"});
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

TEST_F(DocumentTest, PackagesNameTheDestinationsItems)
{
    sync_orders();
    EXPECT_EQ(update("shipment"), "3 created");
    const auto packages = destination().value("SELECT packages FROM sales_flat_shipment WHERE "
                                              "entity_id = " +
                                              target("shipment", 1));
    const auto item = target_part(Part::order_item, 1);
    EXPECT_TRUE(has(packages.value_or(""), "s:10:\"product_id\";s:5:\"90016\";"));
    EXPECT_TRUE(has(packages.value_or(""), "s:13:\"order_item_id\";s:5:\"" + item + "\";"));
    EXPECT_TRUE(has(packages.value_or(""), "s:5:\"items\";a:1:{i:" + item + ";"));
}

} // namespace

} // namespace datasync::test
