// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reviews from CSV files: known by product, nickname, title and moment.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"
#include "support/lint.hpp"

#include <optional>

namespace datasync::test {

namespace {

class FileReviewTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    /// Status, moment, store, customer and detail of each review of that nickname.
    Words reviews(const std::string& nickname)
    {
        return destination().column(
            "SELECT CONCAT_WS(' ', s.status_code, r.created_at, w.code, IFNULL(c.email, 'guest'), "
            "d.detail) FROM review r JOIN review_status s USING (status_id) JOIN review_detail d "
            "USING (review_id) LEFT JOIN core_store w ON w.store_id = d.store_id LEFT JOIN "
            "customer_entity c ON c.entity_id = d.customer_id WHERE d.nickname = '" +
            nickname + "' ORDER BY review_id");
    }

    /// The stores that show the reviews of that nickname.
    Words stores(const std::string& nickname)
    {
        return destination().column(
            "SELECT w.code FROM review_detail d JOIN review_store USING (review_id) JOIN "
            "core_store w ON w.store_id = review_store.store_id WHERE d.nickname = '" +
            nickname + "' ORDER BY 1");
    }

    Words votes(const std::string& nickname)
    {
        return destination().column(
            "SELECT CONCAT_WS(' ', r.rating_code, o.value, v.value, v.percent, "
            "IFNULL(v.customer_id, '-')) FROM rating_option_vote v JOIN rating r USING (rating_id) "
            "JOIN rating_option o ON o.option_id = v.option_id JOIN review_detail d USING "
            "(review_id) WHERE d.nickname = '" +
            nickname + "' ORDER BY 1");
    }

private:
    std::optional<FileSource> m_files;
};

constexpr const char* k_reviews =
    "sku,title,detail,nickname,status,created_at,stores,customer_email,ratings\n"
    "KEEP-1,Good,Works well.,Eva,approved,2024-02-01 08:00:00,german|default,"
    "keep1@example.com,Quality:5|Price:4\n"
    "KEEP-1,Bad,Broke.,Jon,,2024-02-01,,nobody@example.com,quality:1\n"
    "KEEP-1,Fine,Still works.,Eva,Pending,2024-02-01,all,,\n";

TEST_F(FileReviewTest, ArrivesWithStoresVotesAndCustomer)
{
    EXPECT_EQ(files().update("review", k_reviews), "3 created");
    EXPECT_EQ(reviews("Jon"), Words({"Pending 2024-02-01 00:00:00 default guest Broke."}));
    EXPECT_EQ(reviews("Eva"),
              Words({"Approved 2024-02-01 08:00:00 german keep1@example.com Works well.",
                     "Pending 2024-02-01 00:00:00 default guest Still works."}));
    EXPECT_EQ(stores("Jon"), Words({"admin", "default", "french", "german", "outlet_en"}));
    EXPECT_EQ(votes("Eva"), Words({"Price 4 4 80 60001", "Quality 5 5 100 60001"}));
    EXPECT_EQ(votes("Jon"), Words({"Quality 1 1 20 -"}));
    // Jon's is not approved; that of the destination's own and Eva's first one are.
    EXPECT_EQ(destination().value("SELECT reviews_count FROM review_entity_summary WHERE store_id "
                                  "= 31 AND entity_pk_value = 90020"),
              "2");
    const auto before = snapshot_of(destination(), false);
    EXPECT_EQ(files().update("review", k_reviews), "3 unchanged");
    EXPECT_EQ(snapshot_of(destination(), false), before);
}

TEST_F(FileReviewTest, LeavesAloneWhatTheFileDoesNotSay)
{
    files().update("review", k_reviews);
    const auto eva_votes = votes("Eva");
    EXPECT_EQ(files().update("review", "sku,title,detail,nickname,status\n"
                                       "KEEP-1,bad,Broke at once.,jon,Approved\n"),
              "1 updated");
    EXPECT_EQ(reviews("jon"), Words({"Approved 2024-02-01 00:00:00 default guest Broke at once."}));
    EXPECT_EQ(votes("Jon"), Words({"Quality 1 1 20 -"}));
    EXPECT_EQ(stores("Jon").size(), 5U);
    const std::string head = "sku,title,detail,nickname,ratings\n";
    const auto merged =
        files().report("review", head + "KEEP-1,Good,Works well.,Eva,\n", {"-d", "merge"});
    EXPECT_EQ(counts(merged), "1 unchanged");
    EXPECT_EQ(votes("Eva"), eva_votes);
    EXPECT_EQ(files().update("review", head + "KEEP-1,Good,Works well.,Eva,\n"), "1 updated");
    EXPECT_EQ(votes("Eva"), Words());
}

TEST_F(FileReviewTest, SaysWhatIsWrongWithARecordAndTakesTheOthers)
{
    const std::string head = "sku,title,detail,nickname,status,stores,ratings\n";
    files().update("review", "sku,title,detail,nickname,created_at\n"
                             "KEEP-1,Twice,a,Amy,2024-01-01\nKEEP-1,Twice,b,Amy,2024-01-02\n");
    const auto report = files().report("review",
                                       head + "NOPE,Bad,x,Jon,,,\n"
                                              "KEEP-1,Odd,x,Ann,Aproved,,\n"
                                              "KEEP-1,Odd,x,Bob,,germn,\n"
                                              "KEEP-1,Odd,x,Cid,,,Quality:9\n"
                                              "KEEP-1,Odd,x,Dan,,,Qualty:4\n"
                                              "KEEP-1,Twice,x,Amy,,,\n"
                                              "KEEP-1,Good,x,Eva,,,Price:3\n"
                                              "KEEP-1,good,y,eva,,,\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 created, 1 held, 6 failed");
    EXPECT_TRUE(has(told_of_line(report, 2), "product \"NOPE\" has not come"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column status: \"Aproved\" is no review status"));
    EXPECT_TRUE(has(told_of_line(report, 4), "column stores: \"germn\" is no store"));
    EXPECT_TRUE(has(told_of_line(report, 5), "column ratings: \"Quality:9\" is no list"));
    EXPECT_TRUE(has(told_of_line(report, 6), "column ratings: \"product/Qualty\" is no rating"));
    EXPECT_TRUE(has(told_of_line(report, 7), "has 2 reviews of that nickname and title"));
    EXPECT_TRUE(has(told_of_line(report, 9), "line 8 has the same sku"));
}

TEST_F(FileReviewTest, LintRefusesTheSameWithoutADatabase)
{
    const auto found = lint("review", "sku,title,detail,nickname,created_at,ratings\n"
                                      "A,T,d,N,yesterday,\n"
                                      "A,T,d,,2024-01-01,\n"
                                      "A,T,d,N,2024-01-01,Quality\n"
                                      "A,T,d,N,2024-01-01,Quality:1|Quality:2\n");
    EXPECT_EQ(found.exit_code, 3);
    EXPECT_TRUE(has(found.out, "line 2, column created_at: \"yesterday\" is not a date"));
    EXPECT_TRUE(has(found.out, "line 3, column nickname: is empty"));
    EXPECT_TRUE(has(found.out, "line 4, column ratings: \"Quality\" is no list"));
    EXPECT_TRUE(has(found.out, "line 5, column ratings"));
    EXPECT_EQ(lint("review", k_reviews).exit_code, 0);
}

TEST_F(FileReviewTest, ADryRunSaysTheSameAndWritesNothing)
{
    const auto before = snapshot_of(destination(), true);
    EXPECT_EQ(counts(files().report("review", k_reviews, {"-d", "update", "--dry-run"})),
              "3 created");
    EXPECT_EQ(snapshot_of(destination(), true), before);
}

} // namespace

} // namespace datasync::test
