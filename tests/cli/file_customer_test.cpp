// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Customers from CSV files: known by email and website, with their addresses.
#include "support/file_source.hpp"

#include <fstream>
#include <iterator>

namespace datasync::test {

namespace {

class FileCustomerTest : public SyncTest {
protected:
    void SetUp() override
    {
        SyncTest::SetUp();
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }

    std::string id_of(const std::string& email)
    {
        return destination()
            .value("SELECT entity_id FROM customer_entity WHERE email = '" + email + "'")
            .value_or("");
    }

    std::map<std::string, std::string> values(const std::string& email)
    {
        return values_of(destination(), "customer_entity", id_of(email));
    }

    std::map<std::string, std::string> default_address(const std::string& email,
                                                       const std::string& role)
    {
        return values_of(destination(), "customer_address_entity",
                         values(email)["default_" + role]);
    }

    std::string row(const std::string& email)
    {
        return destination()
            .value("SELECT CONCAT_WS(' ', w.code, s.code, g.customer_group_code, c.is_active) FROM "
                   "customer_entity c JOIN core_website w USING (website_id) JOIN core_store s ON "
                   "s.store_id = c.store_id JOIN customer_group g ON g.customer_group_id = "
                   "c.group_id WHERE c.email = '" +
                   email + "'")
            .value_or("");
    }

private:
    std::optional<FileSource> m_files;
};

constexpr const char* k_two = "email,firstname,lastname,group,store,gender,dob,password_hash\n"
                              "eva@example.com,Eva,Berg,Wholesale,german,2,1980-05-01,abc:xy\n"
                              "jon@example.com,Jon,Doe,,,,,\n";

TEST_F(FileCustomerTest, ArrivesWithTheShopsDefaults)
{
    EXPECT_EQ(files().update("customer", k_two), "2 created");
    EXPECT_EQ(row("eva@example.com"), "base german Wholesale 1");
    EXPECT_EQ(row("jon@example.com"), "base default General 1");
    auto eva = values("eva@example.com");
    EXPECT_EQ(eva["firstname"], "Eva");
    EXPECT_EQ(eva["password_hash"], "abc:xy");
    EXPECT_EQ(eva["dob"], "1980-05-01 00:00:00");
    EXPECT_EQ(eva["created_in"], "German");
    EXPECT_FALSE(values("jon@example.com").contains("password_hash"));
    EXPECT_EQ(files().update("customer", k_two), "2 unchanged");
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM datasync_entity_registry"), "0");
}

TEST_F(FileCustomerTest, LeavesAloneWhatTheFileDoesNotSay)
{
    files().update("customer", k_two);
    const auto before = values("eva@example.com");
    EXPECT_EQ(files().update("customer", "email,firstname,lastname\neva@example.com,Evi,Berg\n"),
              "1 updated");
    auto after = values("eva@example.com");
    EXPECT_EQ(after["firstname"], "Evi");
    after["firstname"] = "Eva";
    EXPECT_EQ(after, before);
    EXPECT_EQ(row("eva@example.com"), "base german Wholesale 1");
}

TEST_F(FileCustomerTest, EmptiesUnderUpdateAndKeepsUnderMerge)
{
    const std::string head = "email,firstname,lastname,taxvat,prefix\n";
    files().update("customer", head + "eva@example.com,Eva,Berg,DE123,Dr.\n");
    const auto merged =
        files().report("customer", head + "eva@example.com,Eva,Berg,,\n", {"-d", "merge"});
    EXPECT_EQ(counts(merged), "1 unchanged");
    EXPECT_EQ(files().update("customer", head + "eva@example.com,Eva,Berg,,\\N\n"), "1 updated");
    const auto values = this->values("eva@example.com");
    EXPECT_FALSE(values.contains("taxvat"));
    EXPECT_EQ(values.at("prefix"), "NULL");
}

TEST_F(FileCustomerTest, AddressesKeepTheirIdsAndOtherAddressesStay)
{
    const std::string head = "email,firstname,lastname,billing_street,billing_city,"
                             "billing_country_id,billing_region,same_as_billing\n";
    EXPECT_EQ(
        files().update("customer", head + "eva@example.com,Eva,Berg,Weg 1,Bonn,DE,Bayern,1\n"),
        "1 created");
    auto address = default_address("eva@example.com", "billing");
    EXPECT_EQ(address["street"], "Weg 1");
    EXPECT_EQ(address["firstname"], "Eva");
    EXPECT_EQ(address["region_id"], "981");
    const auto billing = values("eva@example.com")["default_billing"];
    EXPECT_EQ(values("eva@example.com")["default_shipping"], billing);

    destination().exec("INSERT INTO customer_address_entity (parent_id, entity_type_id) SELECT "
                       "parent_id, entity_type_id FROM customer_address_entity WHERE entity_id = " +
                       billing);
    EXPECT_EQ(files().update("customer", head + "eva@example.com,Eva,Berg,Weg 2,Bonn,DE,BAY,1\n"),
              "1 updated");
    EXPECT_EQ(values("eva@example.com")["default_billing"], billing);
    EXPECT_EQ(default_address("eva@example.com", "billing")["street"], "Weg 2");
    EXPECT_EQ(
        destination().value("SELECT COUNT(*) FROM customer_address_entity WHERE parent_id = " +
                            id_of("eva@example.com")),
        "2");
    // No address in the record is no word about addresses.
    EXPECT_EQ(files().update("customer", head + "eva@example.com,Eva,Berg,,,,,0\n"), "1 unchanged");
    EXPECT_EQ(values("eva@example.com")["default_billing"], billing);
}

TEST_F(FileCustomerTest, IdsOfTheSourceAreRememberedAndLineNumbersAreNot)
{
    EXPECT_EQ(files().update("customer", "entity_id,email,firstname,lastname\n"
                                         "77,eva@example.com,Eva,Berg\n"
                                         ",jon@example.com,Jon,Doe\n"),
              "2 created");
    EXPECT_EQ(destination().column("SELECT CONCAT(source_id, '=', target_id) FROM "
                                   "datasync_entity_registry"),
              Words({"77=" + id_of("eva@example.com")}));
    EXPECT_EQ(files().update("customer", "entity_id,email,firstname,lastname\n"
                                         "77,eva.neu@example.com,Eva,Berg\n"),
              "1 updated");
    EXPECT_EQ(id_of("eva@example.com"), "");
}

TEST_F(FileCustomerTest, SaysWhatIsWrongWithARecordAndTakesTheOthers)
{
    const auto report = files().report("customer",
                                       "email,firstname,lastname,group,billing_street\n"
                                       "eva@example.com,Eva,Berg,Wholsale,\n"
                                       "eva.example.com,Eva,,General,\n"
                                       "jon@example.com,Jon,Doe,general,\n"
                                       "JON@example.com,Jon,Doe,General,\n"
                                       "amy@example.com,Amy\n"
                                       "ann@example.com,Ann,Lee,,Weg 1\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 created, 5 failed");
    EXPECT_EQ(report.at("exit_code"), 3);
    EXPECT_TRUE(has(told_of_line(report, 2),
                    "column group: \"Wholsale\" is no customer group of the "
                    "destination; it has: General"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column email: \"eva.example.com\" is not an email"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column lastname: is empty"));
    EXPECT_TRUE(has(told_of_line(report, 5), "line 4 has the same email"));
    EXPECT_TRUE(has(told_of_line(report, 6), "2 cells"));
    EXPECT_TRUE(has(told_of_line(report, 7), "part of an address without"));
}

TEST_F(FileCustomerTest, RefusesFilesItDoesNotUnderstand)
{
    const auto refused = [&](std::string_view content) {
        return files().refusal("customer", content, 3);
    };
    EXPECT_TRUE(has(refused("email,firstname,lastnme\na@b.c,A,B\n"), "lacks the column lastname"));
    EXPECT_TRUE(has(refused("email,firstname,lastname,birthdya\na@b.c,A,B,\n"),
                    "column birthdya: is neither a column nor an attribute"));
    EXPECT_TRUE(
        has(refused("email,firstname,lastname,tax_vat\na@b.c,A,B,\n"), "did you mean \"taxvat\"?"));
    EXPECT_TRUE(has(refused("email,firstname,lastname,group,group_id\na@b.c,A,B,,\n"),
                    "says the same as group_id"));
    EXPECT_TRUE(has(refused("email,firstname,lastname\na@b.c,\"A,B\n"), "line 2"));
    EXPECT_EQ(files().update("customer", "email,firstname,lastname,birthdya\na@b.cc,A,B,x\n",
                             {"--ignore-unknown-columns"}),
              "1 created");
    const auto usage = run_datasync({"sync", "customer", "erp"});
    EXPECT_EQ(usage.exit_code, 2);
    EXPECT_TRUE(has(usage.err, "say which with -f FILE"));
}

TEST_F(FileCustomerTest, RejectsNameTheLine)
{
    const auto rejects = files().write("rejects.csv", "");
    const auto path = files().write("bad.csv", "entity_id,email,firstname,lastname\n"
                                               ",eva.example.com,Eva,Berg\n"
                                               "7,jon.example.com,Jon,Doe\n");
    EXPECT_EQ(files().sync("customer", path, {"--rejects", rejects}).exit_code, 3);
    std::ifstream stream(rejects);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    EXPECT_TRUE(has(text, "customer,,eva.example.com,failed,\"line 2: column email: "));
    EXPECT_TRUE(has(text, "customer,7,jon.example.com,failed,\"line 3: column email: "));
}

TEST_F(FileCustomerTest, ADryRunSaysTheSameAndWritesNothing)
{
    const auto before = snapshot_of(destination(), true);
    const auto dry = files().report("customer", k_two, {"-d", "update", "--dry-run"});
    EXPECT_EQ(counts(dry), "2 created");
    EXPECT_EQ(snapshot_of(destination(), true), before);
}

} // namespace

} // namespace datasync::test
