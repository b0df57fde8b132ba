// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A right that is missing ends the run before anything is written, names the GRANT that helps, and
// that GRANT does help.
#include "support/bad_days.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

class RightsTest : public BadDaysTest {
protected:
    void SetUp() override
    {
        BadDaysTest::SetUp();
        if (!HasFatalFailure() && !IsSkipped()) {
            // Without rights on the whole database, a table that is not there looks forbidden.
            for (auto* shop : {&source(), &destination()}) {
                shop->exec("CREATE TABLE catalog_category_entity (entity_id int PRIMARY KEY)");
            }
            m_reader = std::make_unique<TestUser>(source(), "reader");
            m_writer = std::make_unique<TestUser>(source(), "writer");
        }
    }

    void TearDown() override
    {
        m_reader.reset();
        m_writer.reset();
        BadDaysTest::TearDown();
    }

    SyncCommand by_users()
    {
        auto words = command();
        words.source.user = m_reader->name();
        words.destination.user = m_writer->name();
        return words;
    }

    void grant_each_table(TestUser& user, TestDatabase& database, const std::string& rights,
                          const std::string& except)
    {
        for (const auto& table : database.column("SHOW TABLES")) {
            if (table != except) {
                user.grant(fmt::format("{} ON {}.{}", rights, database.name(), table));
            }
        }
    }

    /// Expects a refusal, real or dry, that writes nothing; returns the GRANT it names.
    std::string expect_refused(const SyncCommand& words, const std::string& part)
    {
        std::string grant;
        for (const bool is_dry : {true, false}) {
            const auto sums = destination().checksums();
            const auto tables = destination().column("SHOW TABLES");
            auto command = words;
            if (is_dry) { command.options.emplace_back("--dry-run"); }
            const auto result = run("customer", command);
            SCOPED_TRACE(result.err);
            EXPECT_EQ(result.exit_code, 7) << is_dry;
            EXPECT_NE(result.err.find(part), std::string::npos) << part;
            EXPECT_EQ(destination().checksums(), sums);
            EXPECT_EQ(destination().column("SHOW TABLES"), tables);
            const auto begin = result.err.find("GRANT ");
            if (begin != std::string::npos) {
                grant = result.err.substr(begin, result.err.find_first_of(";\n", begin) - begin);
            }
        }
        EXPECT_NE(grant, "");
        return grant;
    }

    TestUser& reader() { return *m_reader; }
    TestUser& writer() { return *m_writer; }

private:
    std::unique_ptr<TestUser> m_reader;
    std::unique_ptr<TestUser> m_writer;
};

} // namespace

TEST_F(RightsTest, ToReadOneTableOfTheSource)
{
    writer().grant("ALL ON " + destination().name() + ".*");
    grant_each_table(reader(), source(), "SELECT", "customer_address_entity_int");
    const auto grant = expect_refused(by_users(), "customer_address_entity_int");
    source().exec(grant);
    EXPECT_EQ(run("customer_group", by_users()).exit_code, 0);
    EXPECT_EQ(run("customer", by_users()).exit_code, 0);
}

TEST_F(RightsTest, ToReadOneColumnOfTheSource)
{
    writer().grant("ALL ON " + destination().name() + ".*");
    grant_each_table(reader(), source(), "SELECT", "customer_entity");
    reader().grant(fmt::format("SELECT (entity_id, email) ON {}.customer_entity", source().name()));
    const auto result = run("customer", by_users());
    EXPECT_EQ(result.exit_code, 7) << result.err;
    EXPECT_NE(result.err.find("customer_entity"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("GRANT SELECT ON"), std::string::npos) << result.err;
    EXPECT_EQ(arrived(), 0U);
}

TEST_F(RightsTest, ToWriteOneTableOfTheDestination)
{
    reader().grant("SELECT ON " + source().name() + ".*");
    writer().grant(fmt::format("SELECT, CREATE ON {}.*", destination().name()));
    grant_each_table(writer(), destination(), "INSERT, UPDATE, DELETE",
                     "customer_address_entity_text");
    const auto grant = expect_refused(by_users(), "customer_address_entity_text");
    destination().exec(grant);
    EXPECT_EQ(run("customer_group", by_users()).exit_code, 0);
    const auto result = run("customer", by_users());
    EXPECT_EQ(result.exit_code, 0) << result.err;
}

TEST_F(RightsTest, ToReadTheDestination)
{
    reader().grant("SELECT ON " + source().name() + ".*");
    writer().grant(fmt::format("INSERT ON {}.*", destination().name()));
    const auto grant = expect_refused(by_users(), "SELECT");
    destination().exec(grant);
    EXPECT_EQ(run("customer_group", by_users()).exit_code, 0);
}

TEST_F(RightsTest, EachOfTheWritingOnesIsNeeded)
{
    reader().grant("SELECT ON " + source().name() + ".*");
    for (const auto* const rights : {"SELECT, INSERT, UPDATE, CREATE",
                                     "SELECT, INSERT, DELETE, "
                                     "CREATE",
                                     "SELECT, UPDATE, DELETE, CREATE"}) {
        TestUser user(source(), "partly");
        user.grant(fmt::format("{} ON {}.*", rights, destination().name()));
        auto words = by_users();
        words.destination.user = user.name();
        expect_refused(words, "may not write table customer_entity");
    }
}

TEST_F(RightsTest, ToCreateTheOwnTables)
{
    reader().grant("SELECT ON " + source().name() + ".*");
    writer().grant(fmt::format("SELECT, INSERT, UPDATE, DELETE ON {}.*", destination().name()));
    const auto tables = destination().column("SHOW TABLES");
    const auto result = run("customer_group", by_users());
    EXPECT_EQ(result.exit_code, 7) << result.err;
    EXPECT_NE(result.err.find("datasync_"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("CREATE"), std::string::npos) << result.err;
    const auto begin = result.err.find("GRANT ");
    ASSERT_NE(begin, std::string::npos) << result.err;
    EXPECT_EQ(destination().column("SHOW TABLES"), tables);
    destination().exec(result.err.substr(begin, result.err.find_first_of(";\n", begin) - begin));
    EXPECT_EQ(run("customer_group", by_users()).exit_code, 0);
    // Once the tables are there, the right to create is needed no more.
    destination().exec(fmt::format("REVOKE CREATE ON {}.* FROM '{}'@'localhost'",
                                   destination().name(), writer().name()));
    EXPECT_EQ(run("customer", by_users()).exit_code, 0);
}

TEST_F(RightsTest, AreEnoughAsTheManualNamesThem)
{
    reader().grant("SELECT ON " + source().name() + ".*");
    writer().grant(
        fmt::format("SELECT, INSERT, UPDATE, DELETE, CREATE ON {}.*", destination().name()));
    for (const auto* const entity :
         {"customer_group", "customer", "newsletter", "cms_block", "cms_page"}) {
        const auto result = run(entity, by_users());
        EXPECT_EQ(result.exit_code, 0) << entity << result.err;
    }
}

} // namespace datasync::test
