// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Subscriptions and groups from CSV files.
#include "support/file_source.hpp"

namespace datasync::test {

namespace {

class FilePeopleTest : public SyncTest {
protected:
    void SetUp() override
    {
        SyncTest::SetUp();
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    std::string subscription(const std::string& email)
    {
        return destination()
            .value("SELECT CONCAT_WS(' ', s.code, n.subscriber_status, n.customer_id, "
                   "IFNULL(n.change_status_at, 'never')) FROM newsletter_subscriber n JOIN "
                   "core_store s USING (store_id) WHERE n.subscriber_email = '" +
                   email + "'")
            .value_or("");
    }

private:
    std::optional<FileSource> m_files;
};

TEST_F(FilePeopleTest, SubscriptionsGetTheDefaultsOfTheShop)
{
    const std::string file = "subscriber_email,store,change_status_at\n"
                             "eva@example.com,german,2024-02-11T07:30:00\n"
                             "jon@example.com,,\n";
    EXPECT_EQ(files().update("newsletter", file), "2 created");
    EXPECT_EQ(subscription("eva@example.com"), "german 1 0 2024-02-11 07:30:00");
    EXPECT_EQ(subscription("jon@example.com"), "default 1 0 never");
    EXPECT_EQ(
        destination().value("SELECT COUNT(DISTINCT subscriber_confirm_code) FROM "
                            "newsletter_subscriber WHERE LENGTH(subscriber_confirm_code) = 32"),
        "2");
    EXPECT_EQ(files().update("newsletter", file), "2 unchanged");
}

TEST_F(FilePeopleTest, ASubscriptionFindsItsCustomerByTheSourcesId)
{
    files().update("customer", "entity_id,email,firstname,lastname\n77,eva@example.com,Eva,Berg\n");
    const std::string head = "subscriber_email,customer_id\n";
    const auto report = files().report(
        "newsletter", head + "eva@example.com,77\njon@example.com,78\n", {"-d", "update"});
    EXPECT_EQ(counts(report), "2 created");
    EXPECT_EQ(report.at("references").at("lost"), 1);
    EXPECT_EQ(
        destination().value("SELECT c.email FROM newsletter_subscriber n JOIN customer_entity "
                            "c ON c.entity_id = n.customer_id WHERE n.subscriber_email = "
                            "'eva@example.com'"),
        "eva@example.com");
    // What had not come yet arrives when the file is loaded again.
    files().update("customer", "entity_id,email,firstname,lastname\n78,jon@example.com,Jon,Doe\n");
    EXPECT_EQ(files().update("newsletter", head + "eva@example.com,77\njon@example.com,78\n"),
              "1 updated, 1 unchanged");
}

TEST_F(FilePeopleTest, ManyRecordsOfOneFileAreNeverTheSameOne)
{
    std::string file = "subscriber_email\n";
    for (int i = 0; i < 3000; ++i) { file += "reader" + std::to_string(i) + "@example.com\n"; }
    file += "Reader17@example.com\n";
    const auto report = files().report("newsletter", file, {"-d", "update"});
    EXPECT_EQ(counts(report), "3000 created, 1 failed");
    EXPECT_TRUE(has(told_of_line(report, 3002), "line 19 has the same subscriber_email"));
}

TEST_F(FilePeopleTest, GroupsAreTaxedAsTheDefaultGroupUnlessTheySayMore)
{
    const std::string file = "code,tax_class\nVIP,\nTrade,Trade Customer\n";
    EXPECT_EQ(files().update("customer_group", "code\nPress\n"), "1 created");
    const auto report = files().report("customer_group",
                                       "code,tax_class\nTrade,Trade Customer\n"
                                       "Odd,Trade\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 created, 1 failed");
    EXPECT_TRUE(has(told_of_line(report, 3), "\"Trade\" is no tax class of the destination"));
    EXPECT_EQ(destination().column("SELECT CONCAT(customer_group_code, ' ', tax_class_id) FROM "
                                   "customer_group WHERE customer_group_code IN ('Press', 'Trade') "
                                   "ORDER BY 1"),
              Words({"Press 63", "Trade 66"}));
    EXPECT_EQ(files().update("customer_group", "code\nPress\n"), "1 unchanged");
}

TEST_F(FilePeopleTest, FilesMayBeSemicolonsInLatin1FromStandardInput)
{
    const auto path = files().write("list.csv", "code;tax_class\r\nH\xe4ndler;Trade Customer\r\n");
    const auto result = files().sync("customer_group", path,
                                     {"-d", "update", "--delimiter", ";", "--encoding", "latin1"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(destination().value("SELECT HEX(CONVERT(customer_group_code USING utf8mb4)) FROM "
                                  "customer_group WHERE tax_class_id = 66"),
              "48C3A46E646C6572");
    EXPECT_EQ(files().sync("customer_group", path, {"--delimiter", ";"}).exit_code, 3);
}

} // namespace

} // namespace datasync::test
