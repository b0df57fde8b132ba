// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Customers: what arrives, who is who, and what of the destination stays as it was.
#include "support/sync_test.hpp"

namespace datasync::test {

namespace {

class CustomerTest : public SyncTest {
protected:
    /// Every row of the destination's own customer and address.
    std::vector<Rows> own_customer()
    {
        std::vector<Rows> rows;
        for (const char* const table : {"customer_entity", "customer_address_entity"}) {
            const std::string id = table == std::string("customer_entity") ? "60001" : "81001";
            for (const char* const backend :
                 {"", "_varchar", "_int", "_text", "_datetime", "_decimal"}) {
                rows.push_back(destination().rows("SELECT * FROM " + std::string(table) + backend +
                                                  " WHERE entity_id = " + id));
            }
        }
        return rows;
    }
};

TEST_F(CustomerTest, ArrivesWithEveryValueThoughAllIdsDiffer)
{
    sync_customers();
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
}

TEST_F(CustomerTest, KeepsPasswordHashesByteForByte)
{
    source().exec("UPDATE customer_entity_varchar SET value = '2212294583:\\\\\"\\'; -- é ' "
                  "WHERE attribute_id = 4 AND entity_id = 53");
    sync_customers();
    const auto hashes = [](TestDatabase& shop) {
        return shop.column(
            "SELECT HEX(v.value) FROM customer_entity e JOIN customer_entity_varchar "
            "v USING (entity_id) JOIN eav_attribute a USING (attribute_id) WHERE "
            "a.attribute_code = 'password_hash' AND e.email NOT LIKE 'keep%' "
            "ORDER BY e.email, e.created_at");
    };
    EXPECT_EQ(hashes(source()).size(), 12U);
    EXPECT_EQ(hashes(destination()), hashes(source()));
}

TEST_F(CustomerTest, IsHeldUntilItsGroupHasCome)
{
    const auto first = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(first), "9 created, 3 held");
    EXPECT_EQ(first.at("exit_code"), 3);
    EXPECT_TRUE(has(told(first, 4), "held: customer_entity.group_id (entity_id 4)"));
    EXPECT_TRUE(has(told(first, 4), "\"Trade\" (5) has not come to the destination; sync "
                                    "customer_group first"));
    EXPECT_TRUE(has(told(first, 33), "VIP Österreich"));
    EXPECT_EQ(target("customer", 4), "");
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(update("customer"), "3 created, 9 unchanged");
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
}

TEST_F(CustomerTest, IsTwoWhenTwoWebsitesKnowTheSameEmail)
{
    sync_customers();
    EXPECT_EQ(destination().column("SELECT CONCAT(entity_id, ' ', website_id) FROM customer_entity "
                                   "WHERE email = 'anna.gruber@example.com' ORDER BY website_id"),
              (Words{target("customer", 3) + " 7", target("customer", 21) + " 9"}));
}

TEST_F(CustomerTest, IsKnownByEmailAndWebsite)
{
    destination().exec(R"(
INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, group_id, store_id)
VALUES (60100, 11, 9, 'Fiona@Example.org', 41, 35), (60101, 11, 9, 'dave.miller@example.com', 41, 35);
)");
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    EXPECT_EQ(update("customer"), "11 created, 1 updated");
    EXPECT_EQ(target("customer", 20), "60100");
    EXPECT_NE(target("customer", 12), "60101");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity"), "14");
}

TEST_F(CustomerTest, IsKnownByEmailAloneWhereAccountsAreShared)
{
    destination().exec(R"(
UPDATE core_config_data SET value = '0' WHERE path = 'customer/account_share/scope';
INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, group_id, store_id)
VALUES (60101, 11, 9, 'dave.miller@example.com', 41, 35);
)");
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto done = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(done), "10 created, 1 updated, 1 failed");
    EXPECT_EQ(target("customer", 12), "60101");
    EXPECT_EQ(told(done, 21), "failed: the source has the same email under id 3: only one of them "
                              "can arrive; change or remove the other");
    EXPECT_EQ(target("customer", 21), "");
}

TEST_F(CustomerTest, ArrivesOnceWhenTheSourceHasItTwice)
{
    source().exec(R"(
ALTER TABLE customer_entity DROP INDEX email;
INSERT INTO customer_entity (entity_id, entity_type_id, website_id, email, group_id, store_id)
VALUES (95, 1, 1, 'Dave.Miller@example.com', 1, 1);
)");
    EXPECT_EQ(update("customer_group"), "2 created, 4 unchanged");
    const auto done = report("customer", {"-d", "update"});
    EXPECT_EQ(counts(done), "12 created, 1 failed");
    EXPECT_EQ(told(done, 95), "failed: the source has the same email and website_id under id 12: "
                              "only one of them can arrive; change or remove the other");
    EXPECT_EQ(destination().column("SELECT email FROM customer_entity WHERE email LIKE 'dave%'"),
              Words{"dave.miller@example.com"});
    EXPECT_EQ(target("customer", 95), "");
}

TEST_F(CustomerTest, MapsLeftOverRowsOfStaticAttributes)
{
    // Shops that were upgraded have them, and read them.
    source().exec(
        "INSERT INTO customer_entity_int (entity_type_id, attribute_id, entity_id, value) "
        "VALUES (1, 532, 3, 2), (1, 700, 3, 1), (1, 478, 3, 2)");
    sync_customers();
    const auto values = values_of(destination(), "customer_entity", target("customer", 3));
    EXPECT_EQ(values.at("group_id"), "42");
    EXPECT_EQ(values.at("website_id"), "7");
    EXPECT_EQ(values.at("store_id"), "12");
    EXPECT_EQ(update("customer"), "12 unchanged");
}

TEST_F(CustomerTest, LeavesTheDestinationsOwnAlone)
{
    const auto before = own_customer();
    sync_customers();
    source().exec("UPDATE customer_entity SET group_id = 2");
    EXPECT_EQ(update("customer", {"--batch-size", "3"}), "11 updated, 1 unchanged");
    EXPECT_EQ(own_customer(), before);
}

TEST_F(CustomerTest, IsCreatedAgainWhenTheDestinationHasDeletedIt)
{
    sync_customers();
    const std::string gone = target("customer", 7);
    destination().exec("DELETE FROM customer_entity WHERE entity_id = " + gone);
    EXPECT_EQ(update("customer"), "1 created, 11 unchanged");
    EXPECT_NE(target("customer", 7), gone);
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
}

} // namespace

} // namespace datasync::test
