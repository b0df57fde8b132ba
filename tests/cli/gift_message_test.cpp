// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Gift messages: they come with the order or the item that names them, and with nothing else.
#include "support/sales_test.hpp"

namespace datasync::test {

namespace {

class GiftMessageTest : public SalesTest {
protected:
    std::vector<std::string> messages()
    {
        return destination().column("SELECT CONCAT_WS('/', gift_message_id, customer_id, sender, "
                                    "recipient, message) FROM gift_message ORDER BY 1");
    }

    /// Two orders name one message: each has a copy, and later runs know them.
    void expect_copies(const Words& way)
    {
        source().exec("UPDATE sales_flat_order SET gift_message_id = 1 WHERE entity_id = 3");
        sync_before_orders();
        add_products();
        Words words = way;
        words.insert(words.end(), {"-d", "update"});
        Words dry = words;
        dry.emplace_back("--dry-run");
        const auto announced = report("order", dry);
        const auto done = report("order", words);
        EXPECT_EQ(counts(done), "12 created");
        EXPECT_EQ(counts(announced), counts(done));
        EXPECT_EQ(announced.at("references"), done.at("references"));
        const auto copies = this->copies();
        EXPECT_NE(copies.at(0), copies.at(1));
        EXPECT_EQ(content(copies.at(0)), k_content);
        EXPECT_EQ(content(copies.at(1)), k_content);
        EXPECT_EQ(messages().size(), 4U);

        const auto before = all_but_runs();
        EXPECT_EQ(counts(report("order", dry)), "12 unchanged");
        EXPECT_EQ(counts(report("order", words)), "12 unchanged");
        EXPECT_EQ(all_but_runs(), before);
        EXPECT_EQ(update("order"), "12 unchanged");
        EXPECT_EQ(all_but_runs(), before);
    }

    /// The messages that orders 1 and 3 name.
    std::vector<std::string> copies()
    {
        return {order_cell(1, "gift_message_id"), order_cell(3, "gift_message_id")};
    }

    std::string content(const std::string& id)
    {
        return destination()
            .value("SELECT CONCAT_WS('/', sender, recipient, message) FROM gift_message WHERE "
                   "gift_message_id = " +
                   id)
            .value_or("");
    }

    static constexpr const char* k_content = "Dave/Ann/Happy birthday,\nAnn!";

    std::string message(unsigned source_id) { return target_part(Part::gift_message, source_id); }
};

TEST_F(GiftMessageTest, ComesWithItsOrderAndItsItem)
{
    sync_orders();
    EXPECT_EQ(messages().size(), 3U);
    EXPECT_EQ(order_cell(1, "gift_message_id"), message(1));
    EXPECT_EQ(item_cell(1, "gift_message_id"), message(2));
    EXPECT_EQ(order_cell(2, "gift_message_id"), message(7));
    EXPECT_EQ(destination().value("SELECT CONCAT_WS('/', customer_id, sender, recipient, message) "
                                  "FROM gift_message WHERE gift_message_id = " +
                                  message(1)),
              target("customer", 12) + "/Dave/Ann/Happy birthday,\nAnn!");
}

TEST_F(GiftMessageTest, OfACartStaysBehind)
{
    source().exec("INSERT INTO gift_message (gift_message_id, sender, recipient, message) VALUES "
                  "(50, 'Somebody', 'Nobody', 'In a cart')");
    sync_orders();
    EXPECT_EQ(messages().size(), 3U);
}

TEST_F(GiftMessageTest, IsChangedWhereItIs)
{
    sync_orders();
    const auto id = message(2);
    source().exec("UPDATE gift_message SET message = 'Für die zweite' WHERE gift_message_id = 2");
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    EXPECT_EQ(message(2), id);
    EXPECT_EQ(destination().value("SELECT message FROM gift_message WHERE gift_message_id = " + id),
              "Für die zweite");
    EXPECT_EQ(messages().size(), 3U);
}

TEST_F(GiftMessageTest, ComesWhenItIsWrittenLater)
{
    sync_orders();
    source().exec("INSERT INTO gift_message (gift_message_id, customer_id, sender, recipient, "
                  "message) VALUES (9, 0, 'Zoë', 'Me', 'Later');\n"
                  "UPDATE sales_flat_order SET gift_message_id = 9 WHERE entity_id = 8");
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    EXPECT_EQ(messages().size(), 4U);
    EXPECT_EQ(order_cell(8, "gift_message_id"), message(9));
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(GiftMessageTest, GoesWhenTheSourceRemovedIt)
{
    sync_orders();
    source().exec("UPDATE sales_flat_order SET gift_message_id = NULL WHERE entity_id = 2;\n"
                  "DELETE FROM gift_message WHERE gift_message_id = 7");
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    EXPECT_EQ(order_cell(2, "IFNULL(gift_message_id, 'none')"), "none");
    EXPECT_EQ(messages().size(), 2U);
    EXPECT_EQ(update("order"), "12 unchanged");
}

TEST_F(GiftMessageTest, ThatIsGoneIsNamedByNothing)
{
    source().exec("DELETE FROM gift_message WHERE gift_message_id = 1");
    sync_before_orders();
    const auto done = report("order", {"-d", "update", "--entity-ids", "1"});
    EXPECT_EQ(counts(done), "1 created");
    EXPECT_EQ(order_cell(1, "IFNULL(gift_message_id, 'none')"), "none");
    EXPECT_EQ(done.at("references").at("lost"), 1);
}

TEST_F(GiftMessageTest, OfTwoOrdersIsCopiedForEach)
{
    expect_copies({});
}

TEST_F(GiftMessageTest, OfTwoOrdersInBatchesOfTheirOwnIsCopiedForEach)
{
    expect_copies({"--batch-size", "1"});
}

TEST_F(GiftMessageTest, OfTwoOrdersIsChangedAndRemovedOrderByOrder)
{
    expect_copies({});
    source().exec("UPDATE gift_message SET message = 'Later' WHERE gift_message_id = 1");
    EXPECT_EQ(update("order"), "2 updated, 10 unchanged");
    EXPECT_EQ(content(copies().at(0)), "Dave/Ann/Later");
    EXPECT_EQ(content(copies().at(1)), "Dave/Ann/Later");
    EXPECT_EQ(messages().size(), 4U);
    const auto copy = copies().at(1);
    source().exec("UPDATE sales_flat_order SET gift_message_id = NULL WHERE entity_id = 1");
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    EXPECT_EQ(order_cell(3, "gift_message_id"), copy);
    EXPECT_EQ(messages().size(), 3U);
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(message(1), copy);
}

TEST_F(GiftMessageTest, OfTheDestinationStaysWithItsOrder)
{
    destination().exec("INSERT INTO gift_message (gift_message_id, sender, recipient, message) "
                       "VALUES (43201, 'Keep', 'Me', 'Mine');\n"
                       "UPDATE sales_flat_order SET gift_message_id = 43201 WHERE entity_id = "
                       "43801");
    const auto own = own_sales(destination());
    sync_orders();
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(own_sales(destination()), own);
}

} // namespace

} // namespace datasync::test
