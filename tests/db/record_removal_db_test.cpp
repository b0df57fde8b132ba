// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Gone records of the types without a tree or stock: customers, content, documents, reviews.
#include "support/removal.hpp"
#include "support/review_test.hpp"
#include "support/sales_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class RecordRemovalDbTest : public SyncTest {
protected:
    Removal remove(std::string_view entity, const std::vector<std::uint32_t>& ids,
                   const RemovalAsk& ask = {})
    {
        return remove_ids(source(), destination(), entity, ids, ask);
    }
    std::string count(const std::string& table, const std::string& where)
    {
        return destination()
            .value(fmt::format("SELECT COUNT(*) FROM {} WHERE {}", table, where))
            .value();
    }
};

class DocumentRemovalDbTest : public SalesTest {};

class ReviewRemovalDbTest : public ReviewTestBase {};

TEST_F(RecordRemovalDbTest, CustomersStayUnlessToldOtherwise)
{
    sync_customers();
    const auto id = target("customer", 3);
    source().exec("DELETE FROM customer_entity WHERE entity_id = 3");
    const auto before = snapshot_of(destination(), false);
    const auto removal = remove("customer", {3});
    EXPECT_EQ(removal.told(3), "kept: a record of type customer cannot be disabled");
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
    EXPECT_EQ(target("customer", 3), "");
    EXPECT_EQ(count("datasync_part_registry p",
                    "part_type = 1 AND EXISTS (SELECT 1 FROM customer_address_entity a WHERE "
                    "a.entity_id = p.target_id AND a.parent_id = " +
                        id + ")"),
              "0");
}

TEST_F(RecordRemovalDbTest, CustomersGoWithTheirAddresses)
{
    sync_customers();
    const auto id = target("customer", 3);
    ASSERT_NE(count("customer_address_entity", "parent_id = " + id), "0");
    drop_foreign_keys(destination());
    source().exec("DELETE FROM customer_entity WHERE entity_id = 3");
    EXPECT_EQ(remove("customer", {3}, with_policy(OnDelete::hard)).told(3), "removed");
    EXPECT_EQ(customer_lines(destination()), customer_lines(source()));
    EXPECT_EQ(count("customer_address_entity", "parent_id = " + id), "0");
}

TEST_F(RecordRemovalDbTest, ACustomerIsMadeAnewOnlyOnTheSameWebsite)
{
    sync_customers();
    const auto id = target("customer", 3);
    source().exec("UPDATE customer_entity SET email = CONCAT('x', email) WHERE email = (SELECT "
                  "email FROM (SELECT email FROM customer_entity WHERE entity_id = 3) e) AND "
                  "entity_id <> 3;\n"
                  "INSERT INTO customer_entity (entity_id, entity_type_id, attribute_set_id, "
                  "website_id, email, group_id, store_id, created_at, updated_at, is_active) "
                  "SELECT 903, entity_type_id, attribute_set_id, 4, email, group_id, 6, "
                  "created_at, updated_at, 1 FROM customer_entity WHERE entity_id = 3");
    RemovalAsk dry = with_policy(OnDelete::hard);
    dry.dry_run = true;
    source().exec("CREATE TABLE lost SELECT * FROM customer_entity WHERE entity_id = 3;\n"
                  "DELETE FROM customer_entity WHERE entity_id = 3");
    EXPECT_EQ(remove("customer", {3}, dry).told(3), "removed");
    source().exec("UPDATE customer_entity SET website_id = (SELECT website_id FROM lost) WHERE "
                  "entity_id = 903");
    EXPECT_EQ(remove("customer", {3}, with_policy(OnDelete::hard)).told(3),
              "replaced: the source has it again as 903");
    update("customer");
    EXPECT_EQ(target("customer", 903), id);
}

TEST_F(RecordRemovalDbTest, BlocksAreKnownByTheirStoresToo)
{
    sync("cms_block", {"-d", "update"});
    const auto id = target("cms_block", 8);
    ASSERT_NE(id, "");
    // One of that identifier for another store is another block.
    source().exec(
        "INSERT INTO cms_block (block_id, title, identifier, content, creation_time, update_time, "
        "is_active) SELECT 808, title, identifier, content, creation_time, update_time, 1 FROM "
        "cms_block WHERE block_id = 8;\n"
        "CREATE TABLE lost SELECT store_id FROM cms_block_store WHERE block_id = 8;\n"
        "DELETE FROM cms_block_store WHERE block_id = 8;\n"
        "DELETE FROM cms_block WHERE block_id = 8;\n"
        "INSERT INTO cms_block_store (block_id, store_id) SELECT 808, store_id FROM core_store "
        "WHERE store_id NOT IN (SELECT store_id FROM lost) ORDER BY store_id DESC LIMIT 1");
    RemovalAsk dry;
    dry.dry_run = true;
    EXPECT_EQ(remove("cms_block", {8}, dry).told(8), "removed");
    source().exec(
        "DELETE FROM cms_block_store WHERE block_id = 808;\n"
        "INSERT INTO cms_block_store (block_id, store_id) SELECT 808, store_id FROM lost");
    EXPECT_EQ(remove("cms_block", {8}).told(8), "replaced: the source has it again as 808");
    sync("cms_block", {"-d", "update"});
    EXPECT_EQ(target("cms_block", 808), id);
}

TEST_F(RecordRemovalDbTest, ContentIsDisabled)
{
    sync("cms_block", {"-d", "update"});
    const auto id = target("cms_block", 8);
    source().exec("DELETE FROM cms_block_store WHERE block_id = 8;\n"
                  "DELETE FROM cms_block WHERE block_id = 8");
    const auto stamp =
        destination().value("SELECT update_time FROM cms_block WHERE block_id = " + id);
    EXPECT_EQ(remove("cms_block", {8}, with_policy(OnDelete::soft)).told(8), "disabled");
    EXPECT_EQ(count("cms_block", "is_active = 0 AND block_id = " + id), "1");
    EXPECT_EQ(destination().value("SELECT update_time FROM cms_block WHERE block_id = " + id),
              stamp);
    EXPECT_EQ(target("cms_block", 8), "");
}

TEST_F(DocumentRemovalDbTest, StayWhateverIsSaid)
{
    sync_orders();
    ASSERT_NE(target("order", 1), "");
    source().exec("DELETE FROM sales_flat_order WHERE entity_id = 1");
    const auto before = snapshot_of(destination(), false);
    const auto removal = remove_gone(source(), destination(), "order",
                                     {{1, ""}, {999, "100000002"}}, with_policy(OnDelete::hard));
    EXPECT_EQ(removal.told(1), "kept: the books name it: sales documents are never deleted");
    EXPECT_EQ(removal.told(999), "nothing to do: it has never come to the destination");
    EXPECT_TRUE(snapshot_of(destination(), false) == before);
    EXPECT_EQ(target("order", 1), "");
    EXPECT_EQ(target_part(Part::order_item, 1), "");
}

TEST_F(DocumentRemovalDbTest, RulesGoWithTheirCoupons)
{
    sync_before_orders();
    const auto ids = source().column("SELECT rule_id FROM salesrule WHERE rule_id IN (SELECT "
                                     "rule_id FROM salesrule_coupon) ORDER BY 1 LIMIT 1");
    ASSERT_EQ(ids.size(), 1U);
    const auto rule = static_cast<unsigned>(std::stoul(ids[0]));
    const auto id = target("cart_price_rule", rule);
    const auto coupons = "SELECT COUNT(*) FROM salesrule_coupon WHERE rule_id = " + id;
    ASSERT_NE(destination().value(coupons), "0");
    drop_foreign_keys(destination());
    source().exec("SET foreign_key_checks = 0;\n"
                  "DELETE FROM salesrule WHERE rule_id = " +
                  ids[0]);
    EXPECT_EQ(remove_ids(source(), destination(), "cart_price_rule", {rule}).told(rule), "removed");
    EXPECT_EQ(destination().value(coupons), "0");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM salesrule WHERE rule_id = " + id), "0");
}

TEST_F(ReviewRemovalDbTest, TheSumsOfTheProductAreMadeAnew)
{
    sync_products();
    update("review");
    source().exec("SET foreign_key_checks = 0;\n"
                  "DELETE FROM rating_option_vote WHERE review_id = 1;\n"
                  "DELETE FROM review_store WHERE review_id = 1;\n"
                  "DELETE FROM review_detail WHERE review_id = 1;\n"
                  "DELETE FROM review WHERE review_id = 1");
    const auto product = destination().value(
        "SELECT entity_pk_value FROM review WHERE review_id = " + target("review", 1));
    const auto sums = [&] {
        return destination().column(
            "SELECT CONCAT_WS(' ', store_id, reviews_count, rating_summary) "
            "FROM review_entity_summary WHERE entity_pk_value = " +
            *product + " ORDER BY store_id");
    };
    const auto before = sums();
    EXPECT_EQ(remove_ids(source(), destination(), "review", {1}).told(1), "removed");
    EXPECT_NE(sums(), before);
    EXPECT_EQ(
        destination()
            .value(fmt::format(
                "SELECT reviews_count = (SELECT COUNT(*) FROM review WHERE status_id = 1 AND "
                "entity_pk_value = {0}) FROM review_entity_summary WHERE entity_pk_value = {0} "
                "AND store_id = 0",
                *product))
            .value_or("1"),
        "1");
}

TEST_F(ReviewRemovalDbTest, ARedirectThatHasBecomeTheShopsOwnStays)
{
    sync_catalog();
    const auto made = target("url_redirect", 11);
    const auto taken = target("url_redirect", 12);
    destination().exec("UPDATE core_url_rewrite SET is_system = 1 WHERE url_rewrite_id = " + taken);
    // One of them is gone, the other is the source shop's own now.
    source().exec("UPDATE core_url_rewrite SET is_system = 1 WHERE url_rewrite_id = 11;\n"
                  "DELETE FROM core_url_rewrite WHERE url_rewrite_id = 12");
    const auto removal = remove_ids(source(), destination(), "url_redirect", {11, 12});
    EXPECT_EQ(removal.told(11), "removed");
    EXPECT_EQ(removal.told(12), "nothing to do: the destination does not have it any more");
    EXPECT_EQ(destination().column(fmt::format("SELECT url_rewrite_id FROM core_url_rewrite WHERE "
                                               "url_rewrite_id IN ({}, {})",
                                               made, taken)),
              Words{taken});
}

} // namespace

} // namespace datasync::test
