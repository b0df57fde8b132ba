// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Newsletter subscriptions: nobody is subscribed again who has unsubscribed.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class NewsletterTest : public SyncTest {
protected:
    /// Every subscription but the destination's own, with ids replaced by what they mean.
    static Words subscriptions(TestDatabase& shop)
    {
        return shop.column("SELECT CONCAT_WS(' ', n.subscriber_email, s.code, n.subscriber_status, "
                           "n.subscriber_confirm_code, IFNULL(n.change_status_at, 'never'), "
                           "IFNULL(c.email, n.customer_id)) FROM newsletter_subscriber n "
                           "JOIN core_store s USING (store_id) "
                           "LEFT JOIN customer_entity c ON c.entity_id = n.customer_id "
                           "WHERE n.subscriber_email NOT LIKE 'keep%' ORDER BY 1");
    }

    /// Puts a subscription of anna.gruber@example.com in store german on the destination.
    void subscribe(const std::string& status, const std::string& changed_at)
    {
        destination().exec(
            "INSERT INTO newsletter_subscriber (subscriber_id, store_id, "
            "subscriber_email, subscriber_confirm_code, subscriber_status, "
            "change_status_at) VALUES (76100, 12, 'Anna.Gruber@example.com', 'own', " +
            status + ", " + changed_at + ")");
    }

    std::string status() { return value("subscriber_status"); }

    std::string value(const std::string& column)
    {
        return destination()
            .value("SELECT " + column + " FROM newsletter_subscriber WHERE subscriber_id = 76100")
            .value_or("NULL");
    }
};

TEST_F(NewsletterTest, ArrivesWithStoreAndCustomer)
{
    sync_customers();
    const auto own = destination().rows("SELECT * FROM newsletter_subscriber");
    EXPECT_EQ(update("newsletter"), "6 created");
    EXPECT_EQ(subscriptions(destination()), subscriptions(source()));
    EXPECT_EQ(destination().rows("SELECT * FROM newsletter_subscriber WHERE subscriber_id = 76001"),
              own);
    EXPECT_EQ(update("newsletter"), "6 unchanged");
}

TEST_F(NewsletterTest, LearnsItsCustomerWhenThatOneComesLater)
{
    const auto first = report("newsletter", {"-d", "update"});
    EXPECT_EQ(counts(first), "6 created");
    EXPECT_EQ(first.at("exit_code"), 0);
    EXPECT_EQ(first.at("references").at("open"), 4);
    EXPECT_EQ(destination().value("SELECT SUM(customer_id) FROM newsletter_subscriber WHERE "
                                  "subscriber_id <> 76001"),
              "0");

    // Customer 90 waits for its group, so its subscription goes on waiting for customer 90.
    const auto second = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(second), "9 created, 3 held");
    EXPECT_EQ(second.at("references").at("delivered"), 3);
    const auto third = report("newsletter", {"-d", "update"});
    EXPECT_EQ(counts(third), "6 unchanged");
    EXPECT_EQ(third.at("references").at("open"), 1);

    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(report("customer", {"-d", "update"}).at("references").at("delivered"), 1);
    EXPECT_EQ(subscriptions(destination()), subscriptions(source()));
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_deferred_reference"), "0");
}

TEST_F(NewsletterTest, OfACustomerThatIsGoneKeepsNoId)
{
    source().exec("UPDATE newsletter_subscriber SET customer_id = 60001 WHERE subscriber_id = 3");
    const auto done = report("newsletter", {"-d", "update", "--entity-ids", "3"});
    EXPECT_EQ(counts(done), "1 created");
    EXPECT_EQ(done.at("references").at("lost"), 1);
    EXPECT_EQ(destination().value("SELECT customer_id FROM newsletter_subscriber WHERE "
                                  "subscriber_id = " +
                                  target("newsletter", 3)),
              "0");
}

TEST_F(NewsletterTest, MayBeInTwoStores)
{
    source().exec("INSERT INTO newsletter_subscriber (subscriber_id, store_id, subscriber_email, "
                  "subscriber_status) VALUES (15, 1, 'anna.gruber@example.com', 3)");
    EXPECT_EQ(update("newsletter"), "7 created");
    EXPECT_EQ(destination().column("SELECT CONCAT_WS(' ', store_id, subscriber_status) FROM "
                                   "newsletter_subscriber WHERE subscriber_email = "
                                   "'anna.gruber@example.com' ORDER BY 1"),
              (Words{"12 1", "31 3"}));
}

TEST_F(NewsletterTest, StaysUnsubscribedWhenThatWasLater)
{
    subscribe("3", "'2024-01-01 00:00:00'");
    for (const char* const policy : {"update", "merge"}) {
        const auto done = report("newsletter", {"-d", policy, "--entity-ids", "2"});
        EXPECT_EQ(told(done, 2), "skipped: the destination's subscription changed later "
                                 "(change_status_at)");
        EXPECT_EQ(done.at("exit_code"), 0);
    }
    EXPECT_EQ(status(), "3");
    EXPECT_EQ(value("subscriber_confirm_code"), "own");
}

TEST_F(NewsletterTest, TakesTheLaterChangeOfTheSource)
{
    subscribe("3", "'2012-04-03 09:12:59'");
    EXPECT_EQ(update("newsletter", {"--entity-ids", "2"}), "1 updated");
    EXPECT_EQ(target("newsletter", 2), "76100");
    EXPECT_EQ(status(), "1");
    EXPECT_EQ(value("subscriber_confirm_code"), "k3v0w1n8q2r7t5y9");
    EXPECT_EQ(value("change_status_at"), "2012-04-03 09:13:00");
    source().exec("UPDATE newsletter_subscriber SET subscriber_status = 3, change_status_at = "
                  "'2024-09-01 00:00:00' WHERE subscriber_id = 2");
    EXPECT_EQ(update("newsletter", {"--entity-ids", "2"}), "1 updated");
    EXPECT_EQ(status(), "3");
}

TEST_F(NewsletterTest, IsNotResubscribedWithoutADate)
{
    source().exec("UPDATE newsletter_subscriber SET change_status_at = NULL");
    subscribe("3", "NULL");
    const auto undated = report("newsletter", {"-d", "update", "--entity-ids", "2"});
    EXPECT_EQ(counts(undated), "1 skipped");
    EXPECT_TRUE(has(told(undated, 2), "unsubscribed on the destination"));
    destination().exec("UPDATE newsletter_subscriber SET change_status_at = '2020-01-01 00:00:00' "
                       "WHERE subscriber_id = 76100");
    EXPECT_EQ(update("newsletter", {"--entity-ids", "2"}), "1 skipped");
    EXPECT_EQ(status(), "3");
}

TEST_F(NewsletterTest, IsNotResubscribedByMergingAnUndatedOne)
{
    source().exec("UPDATE newsletter_subscriber SET change_status_at = NULL");
    subscribe("3", "'2020-01-01 00:00:00'");
    EXPECT_EQ(counts(report("newsletter", {"-d", "merge", "--entity-ids", "2"})), "1 skipped");
    EXPECT_EQ(status(), "3");
}

TEST_F(NewsletterTest, ThatWasMadeAnewOnTheDestinationIsNotDoubled)
{
    EXPECT_EQ(update("newsletter", {"--entity-ids", "2"}), "1 created");
    destination().exec("UPDATE newsletter_subscriber SET subscriber_id = 76200 WHERE "
                       "subscriber_id = " +
                       target("newsletter", 2));
    EXPECT_EQ(update("newsletter", {"--entity-ids", "2"}), "1 unchanged");
    EXPECT_EQ(target("newsletter", 2), "76200");
}

TEST_F(NewsletterTest, LearnsItsCustomerFromOneThatIsLeftAlone)
{
    EXPECT_EQ(update("newsletter", {"--entity-ids", "2"}), "1 created");
    destination().exec("INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, "
                       "group_id, store_id) VALUES (61900, 1, 7, 'anna.gruber@example.com', 41, "
                       "31)");
    const Words skipping = {"-d", "skip", "--entity-ids", "3"};
    auto trying = skipping;
    trying.emplace_back("--dry-run");
    const auto announced = report("customer", trying);
    const auto done = report("customer", skipping);
    EXPECT_EQ(counts(done), "1 skipped");
    EXPECT_EQ(done.at("references").at("delivered"), 1);
    EXPECT_EQ(announced.at("references").at("delivered"), 1);
    EXPECT_EQ(destination().value("SELECT customer_id FROM newsletter_subscriber WHERE "
                                  "subscriber_id = " +
                                  target("newsletter", 2)),
              "61900");
}

} // namespace

} // namespace datasync::test
