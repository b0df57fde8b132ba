// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reviews of products: they arrive with their stores, votes and customers, and with the moment they
// were written at.
#include "support/review_test.hpp"
#include "support/catalog_lines.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

using ReviewTest = ReviewTestBase;

TEST_F(ReviewTest, ArrivesWhole)
{
    sync_products();
    const auto own = own_catalog(destination());
    const auto first = report("review", {"-d", "update"});
    EXPECT_EQ(counts(first), "6 created");
    EXPECT_TRUE(first.at("warnings").empty()) << first.at("warnings");
    EXPECT_TRUE(same_catalog(source(), destination(), "review"));
    EXPECT_EQ(votes(1), (Words{"Price 2 40 2 anna.gruber@example.com",
                               "Quality 5 100 5 anna.gruber@example.com",
                               "Value 4 80 4 anna.gruber@example.com"}));
    EXPECT_EQ(own_catalog(destination()), own);
    const auto after = all_but_runs();
    EXPECT_EQ(update("review"), "6 unchanged");
    EXPECT_EQ(all_but_runs(), after);
}

TEST_F(ReviewTest, IsOfAGuestOrOfACustomer)
{
    sync_products();
    update("review");
    EXPECT_EQ(detail(1, "customer_id"), target("customer", 3));
    EXPECT_EQ(detail(2, "customer_id"), "NULL");
    EXPECT_EQ(detail(1, "store_id"), "12");
    EXPECT_EQ(detail(7, "store_id"), "NULL");
    EXPECT_EQ(votes(2), Words{"Quality 1 20 1 NULL"});
    EXPECT_EQ(votes(7), (Words{"Quality 5 100 5 " + email(12), "Value 5 100 5 0"}));
}

TEST_F(ReviewTest, GetsItsCustomerLater)
{
    sync_products(false);
    const auto first = report("review", {"-d", "update"});
    EXPECT_EQ(counts(first), "6 created");
    EXPECT_EQ(detail(1, "customer_id"), "NULL");
    EXPECT_EQ(votes(7), (Words{"Quality 5 100 5 NULL", "Value 5 100 5 0"}));
    EXPECT_EQ(update("review"), "6 unchanged");
    const auto moments = created_at(destination());
    EXPECT_EQ(moments, created_at(source()));
    update("customer");
    EXPECT_EQ(detail(1, "customer_id"), target("customer", 3));
    EXPECT_EQ(detail(2, "customer_id"), "NULL");
    EXPECT_EQ(votes(7), (Words{"Quality 5 100 5 " + email(12), "Value 5 100 5 0"}));
    EXPECT_EQ(created_at(destination()), moments);
    EXPECT_EQ(update("review"), "6 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "review"));
}

TEST_F(ReviewTest, LosesACustomerThatIsGone)
{
    sync_products();
    source().exec("UPDATE rating_option_vote SET customer_id = 999 WHERE review_id = 2");
    const auto first = report("review", {"-d", "update", "--entity-ids", "2"});
    EXPECT_EQ(counts(first), "1 created");
    EXPECT_EQ(first.at("references").at("lost"), 1);
    EXPECT_EQ(votes(2), Words{"Quality 1 20 1 NULL"});
}

TEST_F(ReviewTest, FollowsTheSource)
{
    sync_products();
    update("review");
    const auto id = target("review", 1);
    const auto vote_id = [&] {
        return destination()
            .value("SELECT vote_id FROM rating_option_vote WHERE rating_id = 33 AND review_id = " +
                   id)
            .value_or("");
    };
    const auto vote = vote_id();
    source().exec(R"(
UPDATE review SET status_id = 3, created_at = created_at WHERE review_id = 1;
UPDATE review_detail SET title = 'Schön', customer_id = NULL WHERE review_id = 1;
DELETE FROM review_store WHERE review_id = 1 AND store_id = 1;
INSERT INTO review_store (review_id, store_id) VALUES (1, 3);
UPDATE rating_option_vote SET option_id = 6, percent = 20, value = 1 WHERE review_id = 1 AND
rating_id = 2;
DELETE FROM rating_option_vote WHERE review_id = 1 AND rating_id = 3;
)");
    EXPECT_EQ(update("review"), "1 updated, 5 unchanged");
    EXPECT_EQ(target("review", 1), id);
    EXPECT_EQ(vote_id(), vote);
    EXPECT_TRUE(same_catalog(source(), destination(), "review"));
    EXPECT_EQ(update("review"), "6 unchanged");
}

TEST_F(ReviewTest, RemovesNothingUnderMerge)
{
    sync_products();
    update("review");
    source().exec("DELETE FROM review_store WHERE review_id = 1 AND store_id = 1;\n"
                  "DELETE FROM rating_option_vote WHERE review_id = 1 AND rating_id = 3;\n"
                  "UPDATE review_detail SET title = 'Schön', detail = '' WHERE review_id = 1");
    EXPECT_EQ(counts(report("review", {"-d", "merge"})), "1 merged, 5 unchanged");
    EXPECT_EQ(detail(1, "title"), "Schön");
    EXPECT_TRUE(has(detail(1, "detail"), "Kaffee"));
    EXPECT_EQ(votes(1).size(), 3U);
    EXPECT_EQ(stores(1), "admin,default,german");
}

TEST_F(ReviewTest, WaitsForItsProduct)
{
    const auto first = report("review", {"-d", "update"});
    EXPECT_EQ(counts(first), "3 created, 3 held");
    EXPECT_TRUE(has(told(first, 7), "held: review.entity_pk_value (review_id 7): product 79"));
    EXPECT_TRUE(has(told(first, 7), "sync product first"));
    sync_products();
    EXPECT_EQ(update("review"), "3 created, 3 unchanged");
    EXPECT_TRUE(same_catalog(source(), destination(), "review"));
}

TEST_F(ReviewTest, OfOneMomentIsToldFromTheOtherByItsPlace)
{
    sync_products();
    update("review");
    destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = 'review'");
    const auto before = destination().rows("SELECT * FROM review ORDER BY review_id");
    EXPECT_EQ(counts(report("review", {"-d", "error"})), "6 failed");
    for (const auto* const size : {"1", "500"}) {
        destination().exec("DELETE FROM datasync_entity_registry WHERE entity_type = 'review'");
        EXPECT_EQ(update("review", {"--batch-size", size}), "6 unchanged");
    }
    EXPECT_EQ(destination().rows("SELECT * FROM review ORDER BY review_id"), before);
    EXPECT_LT(std::stoul(target("review", 7)), std::stoul(target("review", 8)));
}

TEST_F(ReviewTest, OfSomethingElseStaysBehind)
{
    sync_products();
    source().exec("UPDATE review SET entity_id = 2, created_at = created_at WHERE review_id = 3");
    const auto first = report("review", {"-d", "update"});
    EXPECT_EQ(counts(first), "5 created");
    EXPECT_TRUE(has(first.at("warnings").dump(),
                    "1 rows whose entity_id is not \\\"product\\\" are not carried over"));
    // A run about others says nothing of it.
    const auto others = report("review", {"-d", "update", "--entity-ids", "1,2"});
    EXPECT_EQ(counts(others), "2 unchanged");
    EXPECT_FALSE(has(others.at("warnings").dump(), "are not carried over"));
}

TEST_F(ReviewTest, WithTwoTextsBringsOneAndSaysSo)
{
    sync_products();
    source().exec("INSERT INTO review_detail (review_id, store_id, title, detail, nickname) VALUES "
                  "(1, 1, 'Again', 'Again', 'Anna')");
    const auto first = report("review", {"-d", "update"});
    EXPECT_TRUE(has(first.at("warnings").dump(), "review_detail: rows that say again"));
    EXPECT_EQ(counts(report("review", {"-d", "update"})), "6 unchanged");
}

TEST_F(ReviewTest, IsWhatADryRunAnnounces)
{
    sync_products();
    source().exec("INSERT INTO rating (rating_id, entity_id, rating_code) VALUES (9, 1, "
                  "'Comfort');\n"
                  "INSERT INTO rating_option (option_id, rating_id, code, value, position) VALUES "
                  "(95, 9, '5', 5, 5);\n"
                  "INSERT INTO rating_option_vote (option_id, customer_id, entity_pk_value, "
                  "rating_id, review_id, percent, value) VALUES (95, NULL, 60, 9, 3, 100, 5)");
    update("review", {"--entity-ids", "1,2"});
    destination().exec("DELETE FROM rating WHERE rating_code = 'Comfort'");
    source().exec("DELETE FROM rating_option_vote WHERE review_id = 1 AND rating_id = 3");
    const auto before = snapshot_of(destination(), true);
    const auto dry = report("review", {"-d", "update", "--dry-run"});
    EXPECT_EQ(snapshot_of(destination(), true), before);
    const auto real = report("review", {"-d", "update"});
    EXPECT_EQ(counts(dry), "4 created, 1 updated, 1 unchanged");
    EXPECT_EQ(counts(real), counts(dry));
    EXPECT_EQ(told(dry, 1), "updated: -rating_option_vote");
    EXPECT_EQ(real.at("references"), dry.at("references"));
    EXPECT_TRUE(
        has(dry.at("warnings").dump(), "rating: the destination would get product/Comfort"));
    EXPECT_TRUE(has(real.at("warnings").dump(), "rating: the destination got product/Comfort"));
}

} // namespace

} // namespace datasync::test
