// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Dates are the strings that the shop application wrote: they stay the same whatever time zones the
// sessions have.
#include "support/bad_days.hpp"

namespace datasync::test {

namespace {

class TimeZoneTest : public BadDaysTest {
protected:
    /// The source as the environment names it, its application living at +10:00.
    SyncCommand from_sydney()
    {
        auto words = command();
        const auto settings = source().settings();
        words.environment = {{"DATASYNC_LIVE_SOCKET", settings.socket},
                             {"DATASYNC_LIVE_USER", settings.user},
                             {"DATASYNC_LIVE_DB", settings.database},
                             {"DATASYNC_LIVE_TIME_ZONE", "+10:00"}};
        words.source = {};
        return words;
    }

    void SetUp() override
    {
        BadDaysTest::SetUp();
        if (!HasFatalFailure() && !IsSkipped()) { source().exec("SET time_zone = '+10:00'"); }
    }

    /// Dates as each application would see them.
    void expect_same_strings(const std::string& destination_zone)
    {
        source().exec("UPDATE customer_entity SET created_at = '2024-01-15 12:34:56', updated_at = "
                      "'2024-07-01 00:00:00' WHERE entity_id = 3;\n"
                      "UPDATE cms_block SET update_time = '2024-10-27 02:30:00'");
        for (const auto* const entity :
             {"customer_group", "customer", "newsletter", "cms_block", "cms_page"}) {
            const auto result = run(entity, from_sydney());
            EXPECT_EQ(result.exit_code, 0) << entity << result.err;
        }
        destination().exec("SET time_zone = '" + destination_zone + "'");
        for (const std::string sql :
             {"SELECT email, created_at, updated_at FROM customer_entity WHERE email NOT LIKE "
              "'keep%' ORDER BY email, created_at",
              "SELECT v.value FROM customer_entity_datetime v ORDER BY 1",
              "SELECT subscriber_email, change_status_at FROM newsletter_subscriber WHERE "
              "subscriber_email NOT LIKE 'keep%' ORDER BY 1, 2",
              "SELECT identifier, creation_time, update_time FROM cms_block WHERE title <> "
              "'Returns' ORDER BY 1, 2, 3"}) {
            EXPECT_EQ(lines(destination(), sql), lines(source(), sql)) << sql;
        }
        const auto again = run("customer", from_sydney());
        EXPECT_NE(again.out.find("customer    12        0        0       0         12"),
                  std::string::npos)
            << again.out;
    }
};

class MahoTimeZoneTest : public TimeZoneTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

} // namespace

TEST_F(TimeZoneTest, StringsStayTheSameInAnOpenMageShop)
{
    // OpenMage sets no zone and lives with the server's.
    expect_same_strings(destination().value("SELECT @@global.time_zone").value_or(""));
}

TEST_F(TimeZoneTest, MomentThatTheDestinationCannotStoreFailsItsRecordAlone)
{
    // The last second of all TIMESTAMPs at +10:00 is none at UTC.
    source().exec("UPDATE customer_entity SET created_at = '2038-01-19 13:14:07' WHERE "
                  "entity_id = 12");
    auto words = from_sydney();
    words.environment.insert({{"DATASYNC_DEST_SOCKET", words.destination.socket},
                              {"DATASYNC_DEST_USER", words.destination.user},
                              {"DATASYNC_DEST_DB", words.destination.database},
                              {"DATASYNC_DEST_TIME_ZONE", "+00:00"}});
    words.destination = {};
    const auto result = run("customer", words);
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_NE(result.err.find("failed customer 12"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("created_at"), std::string::npos) << result.err;
    EXPECT_EQ(destination().value("SELECT COUNT(*) FROM customer_entity WHERE email LIKE 'anna%'"),
              "2");
}

TEST_F(MahoTimeZoneTest, StringsStayTheSameInAMahoShop)
{
    source().exec("UPDATE customer_entity SET created_at = '1970-01-01 10:00:01', updated_at = "
                  "'2038-01-19 13:14:07' WHERE entity_id = 12");
    expect_same_strings("+00:00");
    EXPECT_EQ(destination().value("SELECT updated_at FROM customer_entity WHERE email = "
                                  "'dave.miller@example.com'"),
              "2038-01-19 13:14:07");
}

} // namespace datasync::test
