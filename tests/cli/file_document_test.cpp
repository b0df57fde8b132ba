// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Invoices, shipments and credit memos from CSV files: they fit into their orders, and the orders
// know of them.
#include "support/file_source.hpp"
#include "support/sales_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class FileDocumentTest : public SalesTest {
protected:
    void SetUp() override
    {
        SalesTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
        EXPECT_EQ(
            files().update("order",
                           "entity_id,increment_id,grand_total,base_grand_total,customer_email,"
                           "store,shipping_amount,tax_amount,discount_amount,billing_firstname,"
                           "billing_lastname,billing_street,billing_city,billing_country_id,items\n"
                           "71,A-1,43,43,keep1@example.com,german,5,4,-6,Eva,Berg,Weg 1,Bonn,DE,"
                           "\"[{\"\"sku\"\":\"\"KEEP-1\"\",\"\"qty\"\":3,\"\"price\"\":10,"
                           "\"\"tax_amount\"\":3,\"\"discount_amount\"\":6},{\"\"sku\"\":"
                           "\"\"warranty\"\",\"\"qty\"\":1,\"\"price\"\":10,"
                           "\"\"tax_amount\"\":1}]\"\n"
                           ",A-2,20,20,jon@example.com,,0,0,0,Jon,Doe,Way 1,Rome,IT,KEEP-1:2:10\n"),
            "2 created");
    }

    const FileSource& files() { return *m_files; }

    /// An expression over an order of that number.
    std::string order(const std::string& number, const std::string& what)
    {
        return destination()
            .value(fmt::format("SELECT {} FROM sales_flat_order WHERE increment_id = '{}'", what,
                               number))
            .value_or("NULL");
    }

    /// The same over each of its items.
    Words items(const std::string& number, const std::string& what)
    {
        return destination().column(fmt::format(
            "SELECT {} FROM sales_flat_order_item WHERE order_id = (SELECT entity_id FROM "
            "sales_flat_order WHERE increment_id = '{}') ORDER BY item_id",
            what, number));
    }

    /// An expression over a document `d` of that number and its order `o`.
    std::string document(const std::string& kind, const std::string& number,
                         const std::string& what)
    {
        return destination()
            .value(fmt::format("SELECT {} FROM sales_flat_{} d JOIN sales_flat_order o ON "
                               "o.entity_id = d.order_id WHERE d.increment_id = '{}'",
                               what, kind, number))
            .value_or("NULL");
    }

    /// An expression over each of its items `i`, of which the order's is `oi`.
    Words document_items(const std::string& kind, const std::string& number,
                         const std::string& what)
    {
        return destination().column(fmt::format(
            "SELECT {0} FROM sales_flat_{1}_item i JOIN sales_flat_{1} d ON d.entity_id = "
            "i.parent_id JOIN sales_flat_order_item oi ON oi.item_id = i.order_item_id AND "
            "oi.order_id = d.order_id WHERE d.increment_id = '{2}' ORDER BY i.entity_id",
            what, kind, number));
    }

private:
    std::optional<FileSource> m_files;
};

constexpr const char* k_invoices = "order_increment_id,increment_id,grand_total,items\n"
                                   "A-1,I-1,14,KEEP-1:1\n"
                                   "A-1,I-2,29,\n";

TEST_F(FileDocumentTest, AnInvoiceOfAPartThenOneOfTheRest)
{
    EXPECT_EQ(files().update("invoice", k_invoices), "2 created");
    EXPECT_EQ(document("invoice", "I-1",
                       "CONCAT_WS(' ', d.state, d.store_id, d.base_grand_total, d.subtotal, "
                       "d.tax_amount, d.discount_amount, d.shipping_amount, d.total_qty, "
                       "d.billing_address_id = o.billing_address_id, d.order_currency_code)"),
              "2 12 14.0000 10.0000 1.0000 -2.0000 5.0000 1.0000 1 USD");
    EXPECT_EQ(document_items("invoice", "I-1",
                             "CONCAT_WS(' ', i.sku, i.product_id, i.qty, i.price, i.row_total, "
                             "i.tax_amount, i.base_discount_amount)"),
              Words({"KEEP-1 90020 1.0000 10.0000 10.0000 1.0000 2.0000"}));
    EXPECT_EQ(document_items("invoice", "I-2", "CONCAT_WS(' ', i.sku, i.qty, i.row_total)"),
              Words({"KEEP-1 2.0000 20.0000", "warranty 1.0000 10.0000"}));
    EXPECT_EQ(destination().value("SELECT CONCAT_WS(' ', order_increment_id, billing_name, state, "
                                  "order_created_at IS NOT NULL, grand_total) FROM "
                                  "sales_flat_invoice_grid WHERE increment_id = 'I-2'"),
              "A-1 Eva Berg 2 1 29.0000");
    // The order knows of them, so that the shop does not invoice it again.
    EXPECT_EQ(order("A-1", "CONCAT_WS(' ', total_invoiced, total_paid, subtotal_invoiced, "
                           "discount_invoiced, shipping_invoiced, state, status)"),
              "43.0000 43.0000 40.0000 -6.0000 5.0000 processing processing");
    EXPECT_EQ(items("A-1", "CONCAT_WS(' ', qty_invoiced, row_invoiced, tax_invoiced)"),
              Words({"3.0000 30.0000 3.0000", "1.0000 10.0000 1.0000"}));
    EXPECT_EQ(destination().value("SELECT CONCAT(status, ' ', total_paid) FROM "
                                  "sales_flat_order_grid WHERE increment_id = 'A-1'"),
              "processing 43.0000");
    EXPECT_EQ(order("A-2", "CONCAT_WS(' ', state, IFNULL(total_paid, 'unpaid'))"), "new unpaid");

    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(files().update("invoice", k_invoices), "2 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

TEST_F(FileDocumentTest, WhatTheOrderHasNotLeftIsRefused)
{
    const std::string file = "order_increment_id,increment_id,grand_total,items\n"
                             "A-1,I-1,20,KEEP-1:2\n"
                             "A-1,I-2,20,KEEP-1:2\n"
                             "A-1,I-3,10,KEEP-2:1\n"
                             "A-2,I-4,20,\n"
                             "A-2,I-5,20,\n"
                             "A-9,I-6,20,\n";
    const auto dry = files().report("invoice", file, {"-d", "update", "--dry-run"});
    const auto report = files().report("invoice", file, {"-d", "update"});
    EXPECT_EQ(counts(report), "2 created, 1 held, 3 failed");
    EXPECT_EQ(counts(dry), counts(report));
    EXPECT_EQ(told_of_line(report, 3), "failed: column items: \"KEEP-1\" of order A-1 cannot be "
                                       "invoiced 2 times: 1 of 3 ordered are left");
    EXPECT_EQ(told_of_line(report, 4), "failed: column items: \"KEEP-2\" is no sku of order A-1");
    EXPECT_EQ(told_of_line(report, 6),
              "failed: column order_increment_id: \"A-2\" has nothing left to be invoiced");
    EXPECT_TRUE(has(told_of_line(report, 7), "order \"A-9\" has not come to the destination"));
    for (const auto line : {3U, 4U, 6U, 7U}) {
        EXPECT_EQ(told_of_line(dry, line), told_of_line(report, line));
    }
    // What came before counts as well as what stands in the same file.
    const auto later = files().report("invoice",
                                      "order_increment_id,increment_id,grand_total,items\n"
                                      "A-1,I-7,20,KEEP-1:2\n",
                                      {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(later, 2), "1 of 3 ordered are left"));
}

TEST_F(FileDocumentTest, AnOrderThatSaysMoreKeepsIt)
{
    files().update("order", "increment_id,grand_total,base_grand_total,state,total_invoiced,"
                            "total_paid,items\n"
                            "A-3,20,20,holded,20,20,\"[{\"\"sku\"\":\"\"KEEP-1\"\",\"\"qty\"\":2,"
                            "\"\"price\"\":10,\"\"qty_invoiced\"\":2}]\"\n");
    EXPECT_EQ(files().update("invoice", "order_increment_id,increment_id,grand_total,items\n"
                                        "A-3,I-1,10,KEEP-1:1\n"),
              "1 created");
    EXPECT_EQ(order("A-3", "CONCAT_WS(' ', total_invoiced, total_paid, state)"),
              "20.0000 20.0000 holded");
    EXPECT_EQ(items("A-3", "qty_invoiced"), Words({"2.0000"}));
    EXPECT_EQ(files().update("invoice", "order_increment_id,increment_id,grand_total,items\n"
                                        "A-3,I-2,10,KEEP-1:1\n"),
              "1 created");
    EXPECT_EQ(items("A-3", "qty_invoiced"), Words({"2.0000"}));
}

TEST_F(FileDocumentTest, AShipmentWithTracksSendsGoodsOnly)
{
    const std::string file = "order_id,tracks\n71,ups:1Z 9|dhl:77\n";
    EXPECT_EQ(files().update("shipment", file), "1 created");
    // Without a number of its own it is called after its order.
    EXPECT_EQ(document_items("shipment", "A-1-1", "CONCAT_WS(' ', i.sku, i.qty, i.price, i.name)"),
              Words({"KEEP-1 3.0000 10.0000 KEEP-1"}));
    EXPECT_EQ(document("shipment", "A-1-1",
                       "CONCAT_WS(' ', d.total_qty, d.customer_id, d.shipping_address_id = "
                       "o.shipping_address_id)"),
              "3.0000 60001 1");
    EXPECT_EQ(destination().column("SELECT CONCAT_WS(' ', t.carrier_code, t.title, "
                                   "t.track_number, t.order_id = d.order_id) FROM "
                                   "sales_flat_shipment_track t JOIN sales_flat_shipment d ON "
                                   "d.entity_id = t.parent_id ORDER BY t.entity_id"),
              Words({"ups ups 1Z 9 1", "dhl dhl 77 1"}));
    EXPECT_EQ(destination().value("SELECT CONCAT_WS(' ', order_increment_id, shipping_name, "
                                  "total_qty) FROM sales_flat_shipment_grid"),
              "A-1 Eva Berg 3.0000");
    EXPECT_EQ(items("A-1", "IFNULL(qty_shipped, 0)"), Words({"3.0000", "0.0000"}));
    EXPECT_EQ(order("A-1", "state"), "processing");
    EXPECT_EQ(files().update("shipment", file), "1 unchanged");
    EXPECT_EQ(files().update("shipment", "order_id,tracks\n71,\"[{\"\"carrier_code\"\":\"\"ups\"\","
                                         "\"\"title\"\":\"\"UPS\"\",\"\"number\"\":\"\"1Z\"\"}]\""
                                         "\n"),
              "1 updated");
    EXPECT_EQ(destination().column("SELECT CONCAT_WS(' ', title, track_number) FROM "
                                   "sales_flat_shipment_track"),
              Words({"UPS 1Z"}));
    files().update("invoice", "order_id,grand_total\n71,43\n");
    EXPECT_EQ(order("A-1", "CONCAT(state, ' ', status)"), "complete complete");
}

TEST_F(FileDocumentTest, ACreditMemoGivesBackWhatWasInvoiced)
{
    const std::string head = "order_increment_id,increment_id,grand_total,adjustment_positive,"
                             "adjustment_negative,offline_requested,transaction_id,items\n";
    auto report = files().report("creditmemo", head + "A-1,C-1,9,,,,,KEEP-1:1\n", {"-d", "update"});
    EXPECT_TRUE(
        has(told_of_line(report, 2), "cannot be refunded 1 times: 0 of 3 ordered are left"));
    files().update("invoice", "order_increment_id,increment_id,grand_total\nA-1,I-1,43\n");
    files().update("shipment", "order_increment_id,increment_id\nA-1,S-1\n");
    EXPECT_EQ(files().update("creditmemo", head + "A-1,C-1,10,1.5,0.5,yes,,KEEP-1:1\n"),
              "1 created");
    EXPECT_EQ(document("creditmemo", "C-1",
                       "CONCAT_WS(' ', d.state, d.subtotal, d.tax_amount, d.discount_amount, "
                       "d.adjustment, d.base_adjustment_positive, d.shipping_amount)"),
              "2 10.0000 1.0000 -2.0000 1.0000 1.5000 0.0000");
    EXPECT_EQ(order("A-1", "CONCAT_WS(' ', total_refunded, total_offline_refunded, "
                           "adjustment_negative, IFNULL(total_online_refunded, 0), state)"),
              "10.0000 10.0000 0.5000 0.0000 complete");
    EXPECT_EQ(items("A-1", "IFNULL(qty_refunded, 0)"), Words({"1.0000", "0.0000"}));
    EXPECT_EQ(files().update("creditmemo", head + "A-1,C-2,33,,,no,tx9,\n"), "1 created");
    EXPECT_EQ(order("A-1", "CONCAT_WS(' ', total_refunded, total_offline_refunded, "
                           "total_online_refunded, state, status)"),
              "43.0000 10.0000 33.0000 closed closed");
    EXPECT_EQ(items("A-1", "qty_refunded"), Words({"3.0000", "1.0000"}));
    report = files().report("creditmemo", head + "A-1,C-3,1,,,,,\n", {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(report, 2), "has nothing left to be refunded"));
}

TEST_F(FileDocumentTest, ANumberOfAnotherOrderIsAnotherDocument)
{
    const auto report = files().report("invoice",
                                       "order_increment_id,increment_id,grand_total\n"
                                       "A-2,3500000001,20\n",
                                       {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(report, 2), "is another one (order_id differ)"));
}

TEST_F(FileDocumentTest, ADocumentThatIsThereKeepsWhatTheFileDoesNotSay)
{
    files().update("invoice", k_invoices);
    EXPECT_EQ(files().update("invoice", "order_increment_id,increment_id,grand_total,state\n"
                                        "A-1,I-1,14,canceled\n"),
              "1 updated");
    EXPECT_EQ(document("invoice", "I-1", "CONCAT_WS(' ', d.state, d.subtotal)"), "3 10.0000");
    EXPECT_EQ(document_items("invoice", "I-1", "i.qty"), Words({"1.0000"}));
    // What has been taken back is there to be invoiced again.
    EXPECT_EQ(items("A-1", "CONCAT_WS(' ', qty_invoiced, row_invoiced)"),
              Words({"2.0000 20.0000", "1.0000 10.0000"}));
    EXPECT_EQ(order("A-1", "CONCAT_WS(' ', total_invoiced, total_paid)"), "29.0000 29.0000");
    EXPECT_EQ(files().update("invoice", "order_increment_id,increment_id,grand_total,items\n"
                                        "A-1,I-3,14,KEEP-1:1\n"),
              "1 created");
}

TEST_F(FileDocumentTest, LintRefusesWhatNeedsNoDatabase)
{
    const auto lint = [&](const std::string& entity, const std::string& content) {
        return run_datasync({"lint", entity, "-f", files().write("bad.csv", content)}).out;
    };
    EXPECT_TRUE(has(lint("invoice", "increment_id,grand_total\n1,1\n"),
                    "the header lacks the column order_increment_id"));
    const auto invoices =
        lint("invoice", "order_increment_id,increment_id,grand_total,state,items\n"
                        ",1,1,,\n"
                        "A,,1,done,\"[{\"\"sku\"\":\"\"X\"\"}]\"\n"
                        "A,2,1,paid,X:1|x:2\n"
                        "A,3,1,2,X\n"
                        "A,4,1,,\nB,4,1,,\n");
    for (const auto* const words :
         {"line 2, column order_increment_id: is empty", "line 3, column increment_id: is empty",
          "\"done\" is no state of such documents: open (1), paid (2), canceled (3)",
          "has a 1. item without a quantity above 0", "names the sku x twice",
          "is neither a JSON array nor sku:qty", "line 7: has the same increment_id as line 6"}) {
        EXPECT_TRUE(has(invoices, words)) << words;
    }
    EXPECT_TRUE(has(lint("shipment", "order_id,tracks\n1,\"[{\"\"carrier\"\":\"\"ups\"\"}]\"\n"),
                    "has a 1. track without track_number"));
    const auto memos = lint("creditmemo", "order_id,grand_total,adjustment_negative,"
                                          "offline_requested\n1,1,-2,0\n1,1,,\n");
    EXPECT_TRUE(has(memos, "column adjustment_negative: \"-2\" is below 0"));
    EXPECT_TRUE(has(memos, "that needs a transaction_id"));
    EXPECT_TRUE(has(lint("creditmemo", "order_id,grand_total\n1,1\n1,1\n"),
                    "has the same order_id as line 2"));
}

} // namespace

} // namespace datasync::test
