// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Orders from CSV files: with what a shop needs to go on with them.
#include "support/file_source.hpp"
#include "support/sales_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class FileOrderTest : public SalesTest {
protected:
    void SetUp() override
    {
        SalesTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    /// An expression over an order `o` of that number.
    std::string order(const std::string& number, const std::string& what)
    {
        return destination()
            .value(fmt::format("SELECT {} FROM sales_flat_order o WHERE o.increment_id = '{}'",
                               what, number))
            .value_or("NULL");
    }

    /// The same over each of its items `i`.
    Words items(const std::string& number, const std::string& what)
    {
        return destination().column(
            fmt::format("SELECT {} FROM sales_flat_order_item i JOIN sales_flat_order o ON "
                        "o.entity_id = i.order_id WHERE o.increment_id = '{}' ORDER BY i.item_id",
                        what, number));
    }

    Words addresses(const std::string& number)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT_WS(' ', a.address_type, a.firstname, a.lastname, a.city, IF(a.entity_id "
            "IN (o.billing_address_id, o.shipping_address_id), 'named', 'lost')) FROM "
            "sales_flat_order_address a JOIN sales_flat_order o ON o.entity_id = a.parent_id WHERE "
            "o.increment_id = '{}' ORDER BY a.address_type",
            number));
    }

private:
    std::optional<FileSource> m_files;
};

constexpr const char* k_two =
    "increment_id,grand_total,base_grand_total,customer_email,store,shipping_amount,"
    "billing_firstname,billing_lastname,billing_street,billing_city,billing_country_id,"
    "payment_method,items\n"
    "A-1,25,25,keep1@example.com,german,5,Eva,Berg,Weg 1,Bonn,DE,banktransfer,KEEP-1:2:10\n"
    "A-2,16,16,jon@example.com,,0,Jon,Doe,Way 1,Rome,IT,,\"[{\"\"sku\"\":\"\"KEEP-1\"\","
    "\"\"qty_ordered\"\":1,\"\"price\"\":10,\"\"tax_amount\"\":1},{\"\"sku\"\":\"\"x:y|z\"\","
    "\"\"qty\"\":2,\"\"price\"\":2.5,\"\"name\"\":\"\"Cup\"\",\"\"weight\"\":0.25}]\"\n";

TEST_F(FileOrderTest, ArrivesWithWhatTheShopNeeds)
{
    EXPECT_EQ(files().update("order", k_two), "2 created");
    EXPECT_EQ(order("A-1", "CONCAT_WS(' ', state, status, store_id, store_name, subtotal, "
                           "base_subtotal, shipping_amount, base_shipping_amount, tax_amount, "
                           "discount_amount, total_qty_ordered, total_item_count, is_virtual)"),
              "new pending 12 Main Website\nMain Store\nGerman 20.0000 20.0000 5.0000 5.0000 "
              "0.0000 0.0000 2.0000 1 0");
    EXPECT_EQ(order("A-1", "CONCAT_WS(' ', base_currency_code, order_currency_code, "
                           "store_currency_code, global_currency_code, base_to_order_rate, "
                           "LENGTH(protect_code), created_at = updated_at, quote_id)"),
              "USD USD USD USD 1.0000 6 1");
    EXPECT_EQ(items("A-1", "CONCAT_WS(' ', sku, product_id, product_type, qty_ordered, price, "
                           "base_price, row_total, base_row_total, i.store_id, i.is_virtual)"),
              Words({"KEEP-1 90020 simple 2.0000 10.0000 10.0000 20.0000 20.0000 12 0"}));
    EXPECT_EQ(items("A-2", "CONCAT_WS(' ', sku, IFNULL(product_id, 'no'), i.name, qty_ordered, "
                           "row_total, row_weight, i.tax_amount, row_total_incl_tax)"),
              Words({"KEEP-1 90020 KEEP-1 1.0000 10.0000 0.0000 1.0000 11.0000",
                     "x:y|z no Cup 2.0000 5.0000 0.5000 0.0000 5.0000"}));
    EXPECT_EQ(items("A-1", "CONCAT_WS(' ', qty_invoiced, qty_shipped, row_invoiced)"),
              Words({"0.0000 0.0000 0.0000"}));
    EXPECT_EQ(order("A-2", "CONCAT_WS(' ', subtotal, tax_amount, base_tax_amount, weight, "
                           "subtotal_incl_tax)"),
              "15.0000 1.0000 1.0000 0.5000 16.0000");
    EXPECT_EQ(addresses("A-2"),
              Words({"billing Jon Doe Rome named", "shipping Jon Doe Rome named"}));
    EXPECT_EQ(destination().column("SELECT CONCAT_WS(' ', p.method, p.amount_ordered, "
                                   "p.base_shipping_amount) FROM sales_flat_order_payment p JOIN "
                                   "sales_flat_order o ON o.entity_id = p.parent_id WHERE "
                                   "o.increment_id LIKE 'A-%' ORDER BY p.entity_id"),
              Words({"banktransfer 25.0000 5.0000", "checkmo 16.0000 0.0000"}));
    EXPECT_EQ(destination().column("SELECT CONCAT_WS(' ', status, store_id, billing_name, "
                                   "grand_total, IFNULL(customer_id, 'guest')) FROM "
                                   "sales_flat_order_grid WHERE increment_id LIKE 'A-%' ORDER BY "
                                   "entity_id"),
              Words({"pending 12 Eva Berg 25.0000 60001", "pending 31 Jon Doe 16.0000 guest"}));
}

TEST_F(FileOrderTest, ASecondLoadChangesNothing)
{
    files().update("order", k_two);
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(files().update("order", k_two), "2 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

TEST_F(FileOrderTest, ADryRunSaysTheSameAndWritesNothing)
{
    const auto before = snapshot_of(destination(), true);
    EXPECT_EQ(files().update("order", k_two, {"--dry-run"}), "2 created");
    EXPECT_EQ(snapshot_of(destination(), true), before);
}

TEST_F(FileOrderTest, FindsItsCustomerByIdElseByEmailElseItIsAGuests)
{
    files().update("customer", "entity_id,email,firstname,lastname,group\n"
                               "77,eva@example.com,Eva,Berg,Wholesale\n");
    const auto report = files().report("order",
                                       "increment_id,grand_total,base_grand_total,customer_id,"
                                       "customer_email\n"
                                       "A-1,1,1,77,old@example.com\n"
                                       "A-2,1,1,,EVA@example.com\n"
                                       "A-3,1,1,,jon@example.com\n"
                                       "A-4,1,1,78,jon@example.com\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "4 created");
    EXPECT_EQ(report.at("references").at("lost"), 1);
    const std::string who =
        "CONCAT_WS(' ', IFNULL((SELECT email FROM customer_entity c WHERE c.entity_id = "
        "o.customer_id), 'nobody'), customer_is_guest, (SELECT customer_group_code FROM "
        "customer_group g WHERE g.customer_group_id = o.customer_group_id), customer_firstname, "
        "customer_email)";
    EXPECT_EQ(order("A-1", who), "eva@example.com 0 Wholesale Eva old@example.com");
    EXPECT_EQ(order("A-2", who), "eva@example.com 0 Wholesale Eva EVA@example.com");
    EXPECT_EQ(order("A-3", who), "nobody 1 NOT LOGGED IN jon@example.com");
    EXPECT_EQ(order("A-4", who), "nobody 1 NOT LOGGED IN jon@example.com");
    // The shop shows no order without a billing address.
    EXPECT_EQ(addresses("A-1"), Words({"billing Eva Berg named", "shipping Eva Berg named"}));
}

TEST_F(FileOrderTest, StateAndStatusFollowFromEachOther)
{
    const std::string head = "increment_id,grand_total,base_grand_total,state,status\n";
    EXPECT_EQ(files().update("order", head + "A-1,1,1,complete,\nA-2,1,1,,processing\n"
                                             "A-3,1,1,processing,pending\nA-4,1,1,,\n"),
              "4 created");
    EXPECT_EQ(order("A-1", "CONCAT(state, ' ', status)"), "complete complete");
    EXPECT_EQ(order("A-2", "CONCAT(state, ' ', status)"), "processing processing");
    EXPECT_EQ(order("A-3", "CONCAT(state, ' ', status)"), "processing pending");
    EXPECT_EQ(order("A-4", "CONCAT(state, ' ', status)"), "new pending");
    // Where a record says nothing of it, an order stays where it is.
    EXPECT_EQ(files().update("order", head + "A-1,1,1,,\n"), "1 unchanged");
    const auto refused = files().report("order", head + "A-5,1,1,,no_such\n", {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(refused, 2),
                    "column status: \"no_such\" is no order status of the destination; it has: "
                    "canceled, closed, complete, pending, processing"));
}

TEST_F(FileOrderTest, AnOrderThatIsThereKeepsWhatTheFileDoesNotSay)
{
    files().update("order", k_two);
    destination().exec("UPDATE sales_flat_order SET state = 'processing', status = 'processing', "
                       "total_paid = 25 WHERE increment_id = 'A-1';\n"
                       "UPDATE sales_flat_order_item SET qty_invoiced = 1, name = 'Renamed' WHERE "
                       "sku = 'KEEP-1' AND order_id > 43900");
    const auto item = items("A-1", "i.item_id");
    EXPECT_EQ(files().update("order", "increment_id,grand_total,base_grand_total,coupon_code,"
                                      "billing_street,billing_city,billing_country_id,items\n"
                                      "A-1,35,35,SAVE,Weg 2,Bonn,DE,KEEP-1:3:10\n"),
              "1 updated");
    EXPECT_EQ(order("A-1", "CONCAT_WS(' ', state, total_paid, coupon_code, grand_total, subtotal, "
                           "shipping_amount)"),
              "processing 25.0000 SAVE 35.0000 20.0000 5.0000");
    EXPECT_EQ(items("A-1", "CONCAT_WS(' ', i.item_id, i.name, qty_ordered, qty_invoiced, "
                           "row_total, base_row_total)"),
              Words({item.front() + " Renamed 3.0000 1.0000 30.0000 30.0000"}));
    EXPECT_EQ(destination().column("SELECT street FROM sales_flat_order_address a JOIN "
                                   "sales_flat_order o ON o.entity_id = a.parent_id WHERE "
                                   "o.increment_id = 'A-1' ORDER BY address_type"),
              Words({"Weg 2", "Weg 1"}));
}

TEST_F(FileOrderTest, ANumberOfAnotherMomentIsAnotherShops)
{
    const auto report = files().report("order",
                                       "increment_id,grand_total,base_grand_total,created_at\n"
                                       "3500000001,8,8,2024-01-01 10:00:00\n"
                                       "3500000002,8,8,2020-01-01\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 unchanged, 1 failed");
    EXPECT_TRUE(has(told_of_line(report, 3), "is another one (created_at differ)"));
    // Nobody overwrites an order by mistake.
    const auto careful =
        files().report("order", "increment_id,grand_total,base_grand_total\n3500000002,8,8\n");
    EXPECT_EQ(counts(careful), "1 failed");
}

TEST_F(FileOrderTest, AmountsOfTheBooksAreNeededWhereTheyCannotBeWorkedOut)
{
    const std::string head = "increment_id,grand_total,base_grand_total,order_currency_code,"
                             "shipping_amount,items";
    const auto refused = files().report("order",
                                        head + "\nA-1,20,10,EUR,4,\nA-2,20,10,USD,,[]\n"
                                               "A-3,20,10,EUR,4,[]\n",
                                        {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(refused, 2), "column items: is empty: write [] for"));
    EXPECT_TRUE(has(told_of_line(refused, 3), "column base_grand_total: \"10\" differs from "
                                              "grand_total (20), and both are in USD"));
    EXPECT_TRUE(has(told_of_line(refused, 4), "column shipping_amount: \"4\" is in EUR while the "
                                              "shop's books are in USD"));
    EXPECT_EQ(files().update("order", head + ",base_to_order_rate\nA-3,20,10,EUR,4,K:2:8,2\n"),
              "1 created");
    EXPECT_EQ(order("A-3", "CONCAT_WS(' ', base_shipping_amount, subtotal, base_subtotal, "
                           "base_currency_code, order_currency_code)"),
              "2.0000 16.0000 8.0000 USD EUR");
    EXPECT_EQ(items("A-3", "CONCAT_WS(' ', base_price, base_row_total)"), Words({"4.0000 8.0000"}));
}

TEST_F(FileOrderTest, LintRefusesWhatNeedsNoDatabase)
{
    const auto path = files().write(
        "bad.csv",
        "increment_id,grand_total,base_grand_total,state,discount_amount,base_currency_code,"
        "billing_country_id,quote_id,items\n"
        "A-1,1,1,shipped,5,Euro,Germany,7,KEEP-1:2\n"
        "A-2,1,1,,,,,,\"[{\"\"sku\"\":\"\"A\"\",\"\"qty\"\":0,\"\"price\"\":1}]\"\n"
        "A-3,1,1,,,,,,\"[{\"\"sku\"\":\"\"A\"\",\"\"qty\"\":1,\"\"price\"\":\"\"1,5\"\"}]\"\n"
        "A-4,1,1,,,,,,\"[{\"\"sku\"\":\"\"A\"\",\"\"qty\"\":1,\"\"prise\"\":1}]\"\n"
        "A-5,1,1,,,,,,\"[{\"\"sku\"\":\"\"A\"\"\"\n"
        "A-6,x,1,,,,,,A:1:1\n"
        "A-7,1,1,,,,,,A:1:1\n"
        "a-7,1,1,,,,,,A:1:1\n");
    const auto lint = run_datasync({"lint", "order", "-f", path});
    EXPECT_EQ(lint.exit_code, 3);
    for (const auto* const words :
         {"line 2, column state: \"shipped\" is no state that orders have",
          "line 2, column discount_amount: \"5\" is above 0",
          "line 2, column base_currency_code: \"Euro\" is not a currency's code",
          "line 2, column billing_country_id: \"Germany\" is not a country's code",
          "line 2, column quote_id: \"7\" is an id of another shop",
          "line 2, column items: \"KEEP-1:2\" is neither a JSON array nor sku:qty_ordered:price",
          "has a 1. item that has no quantity above 0",
          "in its 1. member has \"1,5\" as price, which is not a number",
          "has the key \"prise\", which nobody knows (did you mean \"price\"?)",
          "line 6, column items", "line 7, column grand_total: \"x\" is not a number",
          "line 9: has the same increment_id as line 8"}) {
        EXPECT_TRUE(has(lint.out, words)) << words;
    }
}

TEST_F(FileOrderTest, NullInAnItemIsNoValueThatIsWorkedOut)
{
    EXPECT_EQ(files().update("order", "increment_id,grand_total,base_grand_total,items\n"
                                      "A-1,10,10,\"[{\"\"sku\"\":\"\"KEEP-1\"\",\"\"qty\"\":1,"
                                      "\"\"price\"\":10,\"\"price_incl_tax\"\":null,"
                                      "\"\"name\"\":null}]\"\n"),
              "1 created");
    EXPECT_EQ(items("A-1", "CONCAT_WS(' ', IFNULL(price_incl_tax, 'none'), "
                           "IFNULL(i.name, 'none'), row_total_incl_tax)"),
              Words({"none none 10.0000"}));
}

} // namespace

} // namespace datasync::test
