// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The sums of reviews and votes that the shop shows: added up for every product whose reviews have
// changed, the destination's own reviews included.
#include "support/catalog_lines.hpp"
#include "support/review_test.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class ReviewSummaryTest : public ReviewTestBase {
protected:
    /// The sums of a product: store, number of reviews, rating.
    Words sums(std::string_view sku)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT_WS(' ', c.code, s.reviews_count, s.rating_summary) FROM "
            "review_entity_summary s JOIN core_store c ON c.store_id = s.store_id WHERE "
            "s.entity_type = 21 AND s.entity_pk_value = '{}' ORDER BY c.code, s.primary_id",
            product(destination(), sku)));
    }

    /// The votes for a product: rating, store, number, sum, percent, percent of the approved ones.
    Words votes_for(std::string_view sku, std::string_view rating)
    {
        return destination().column(fmt::format(
            "SELECT CONCAT_WS(' ', c.code, a.vote_count, a.vote_value_sum, a.percent, "
            "a.percent_approved) FROM rating_option_vote_aggregated a JOIN core_store c ON "
            "c.store_id = a.store_id JOIN rating r ON r.rating_id = a.rating_id WHERE "
            "a.entity_pk_value = '{}' AND r.rating_code = '{}' ORDER BY c.code",
            product(destination(), sku), rating));
    }

    /// All sums as they lie in the tables.
    Rows rows()
    {
        auto all = destination().rows("SELECT * FROM review_entity_summary ORDER BY primary_id");
        const auto votes =
            destination().rows("SELECT * FROM rating_option_vote_aggregated ORDER BY primary_id");
        all.insert(all.end(), votes.begin(), votes.end());
        return all;
    }
};

TEST_F(ReviewSummaryTest, IsWhatTheSourcesShopHasAddedUp)
{
    sync_products();
    update("review");
    EXPECT_TRUE(same_catalog(source(), destination(), "review_summary"));
    EXPECT_EQ(sums("mug-blue"),
              (Words{"admin 2 70", "default 1 73", "french 0 0", "german 1 73", "outlet_en 1 60"}));
    EXPECT_EQ(votes_for("mug-blue", "Quality"),
              (Words{"admin 3 9 60 80", "default 2 6 60 100", "german 1 5 100 100",
                     "outlet_en 1 3 60 60"}));
    // Of reviews that are not approved there is nothing to show.
    EXPECT_EQ(sums("shirt"), (Words{"default 0 0", "french 0 0", "german 0 0", "outlet_en 0 0"}));
    const auto before = rows();
    EXPECT_EQ(update("review"), "6 unchanged");
    EXPECT_EQ(rows(), before);
}

TEST_F(ReviewSummaryTest, CountsTheDestinationsOwnReviews)
{
    destination().exec(R"(
INSERT INTO review (review_id, created_at, entity_id, entity_pk_value, status_id) VALUES
(40900, '2023-03-01 10:00:00', 21, 90016, 1), (40901, '2023-03-02 10:00:00', 22, 90016, 1);
INSERT INTO review_store (review_id, store_id) VALUES (40900, 11), (40901, 11), (40900, 31);
INSERT INTO rating_option_vote (option_id, entity_pk_value, rating_id, review_id, percent, value)
VALUES (311, 90016, 32, 40900, 20, 1), (315, 90016, 32, 40901, 100, 5);
INSERT INTO review_entity_summary (primary_id, entity_pk_value, entity_type, reviews_count,
rating_summary, store_id) VALUES (901, 90016, 21, 1, 20, 11), (902, 90016, 22, 1, 100, 11),
(903, 90016, 21, 9, 99, 11), (904, 90016, 21, 0, 0, 12);
)");
    sync_products();
    update("review");
    // The approved votes of store default are 100, 80, 40 and 20. Reviews of customers do not
    // count.
    EXPECT_EQ(sums("mug-blue"), (Words{"admin 3 70", "default 2 60", "french 1 20", "german 1 73",
                                       "outlet_en 1 60"}));
    EXPECT_EQ(votes_for("mug-blue", "Quality").at(1), "default 3 7 47 60");
    EXPECT_EQ(destination().value("SELECT primary_id FROM review_entity_summary WHERE "
                                  "entity_pk_value = 90016 AND entity_type = 21 AND store_id = 11"),
              "901");
    EXPECT_EQ(destination().value("SELECT rating_summary FROM review_entity_summary WHERE "
                                  "primary_id = 902"),
              "100");
    EXPECT_EQ(destination().value("SELECT reviews_count FROM review_entity_summary WHERE "
                                  "primary_id = 904"),
              "1");
}

TEST_F(ReviewSummaryTest, FollowsEveryChange)
{
    sync_products();
    update("review");
    source().exec("UPDATE review SET status_id = 1, created_at = created_at WHERE review_id = 2");
    EXPECT_EQ(update("review"), "1 updated, 5 unchanged");
    EXPECT_EQ(sums("mug-blue").at(1), "default 2 60");
    EXPECT_EQ(votes_for("mug-blue", "Quality").at(1), "default 2 6 60 60");

    source().exec("DELETE FROM rating_option_vote WHERE review_id = 4");
    EXPECT_EQ(update("review"), "1 updated, 5 unchanged");
    EXPECT_EQ(sums("mug-blue").at(4), "outlet_en 1 0");
    EXPECT_EQ(votes_for("mug-blue", "Quality").size(), 3U);

    source().exec("DELETE FROM review_store WHERE review_id = 8 AND store_id = 3");
    EXPECT_EQ(update("review"), "1 updated, 5 unchanged");
    EXPECT_EQ(sums("book-paper"),
              (Words{"admin 2 100", "default 2 100", "french 0 0", "german 0 0", "outlet_en 0 0"}));
}

TEST_F(ReviewSummaryTest, ConcernsBothProductsOfAReviewThatMoves)
{
    sync_products();
    update("review");
    source().exec("UPDATE review SET entity_pk_value = 60, created_at = created_at WHERE review_id "
                  "IN (7, 8);\n"
                  "UPDATE rating_option_vote SET entity_pk_value = 60 WHERE review_id = 7");
    EXPECT_EQ(update("review"), "2 updated, 4 unchanged");
    EXPECT_EQ(sums("shirt"),
              (Words{"admin 2 100", "default 2 100", "french 1 0", "german 0 0", "outlet_en 0 0"}));
    EXPECT_EQ(sums("book-paper"),
              (Words{"default 0 0", "french 0 0", "german 0 0", "outlet_en 0 0"}));
    EXPECT_EQ(votes_for("book-paper", "Quality"), Words{});
}

TEST_F(ReviewSummaryTest, IsRoundedHalfUp)
{
    sync_products();
    source().exec("UPDATE rating_option_vote SET percent = 41 WHERE review_id = 1 AND rating_id = "
                  "3;\n"
                  "DELETE FROM rating_option_vote WHERE review_id = 1 AND rating_id = 1;\n"
                  "INSERT INTO rating_option_vote (option_id, entity_pk_value, rating_id, "
                  "review_id, percent, value) VALUES (1, 60, 1, 3, 0, 0), (1, 60, 1, 3, 0, 0), "
                  "(1, 60, 1, 3, 0, 0), (1, 60, 1, 3, 0, 0), (1, 60, 1, 3, 0, 0), (1, 60, 1, 3, 0, "
                  "0), (1, 60, 1, 3, 0, 0), (1, 60, 1, 3, 0, 1)");
    update("review");
    EXPECT_EQ(sums("mug-blue").at(1), "default 1 61");
    EXPECT_EQ(votes_for("shirt", "Quality"), Words{"admin 8 1 3 0"});
    EXPECT_EQ(update("review"), "6 unchanged");
}

TEST_F(ReviewSummaryTest, LeavesOutRatingsThatAStoreDoesNotShow)
{
    destination().exec("DELETE FROM rating_store WHERE rating_id = 32 AND store_id IN (31, 35)");
    sync_products();
    update("review");
    EXPECT_EQ(sums("mug-blue"),
              (Words{"admin 2 70", "default 1 60", "french 0 0", "german 1 73", "outlet_en 1 0"}));
    EXPECT_EQ(votes_for("mug-blue", "Quality"), (Words{"admin 3 9 60 80", "german 1 5 100 100"}));
}

TEST_F(ReviewSummaryTest, OfOtherProductsStaysAsItIs)
{
    sync_products();
    destination().exec(
        "UPDATE review_entity_summary SET rating_summary = 1 WHERE entity_pk_value = "
        "90020");
    update("review");
    EXPECT_EQ(sums("KEEP-1"), (Words{"admin 1 1", "default 1 1"}));
}

} // namespace

} // namespace datasync::test
