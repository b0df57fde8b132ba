// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Error numbers and what they call for; how settings are named.
#include "db/connection_settings.hpp"
#include "db/db_error.hpp"

#include <gtest/gtest.h>

namespace datasync::db {
namespace {

TEST(DbErrorTest, SortsNumbersByWhatCanBeDone)
{
    for (const unsigned code : {1205U, 1213U}) {
        EXPECT_EQ(classify_error(code), DbErrorKind::retry) << code;
    }
    for (const unsigned code : {1062U, 1406U, 1264U, 1366U, 1292U, 1048U, 1364U, 1452U, 1451U,
                                1461U, 1153U, 1300U, 3988U, 1265U, 1411U, 1690U, 4025U}) {
        EXPECT_EQ(classify_error(code), DbErrorKind::record) << code;
    }
    for (const unsigned code : {1142U, 1143U, 1044U, 1227U, 1370U, 1045U}) {
        EXPECT_EQ(classify_error(code), DbErrorKind::rights) << code;
    }
    for (const unsigned code : {2006U, 2013U, 2055U, 1927U, 1053U, 1317U, 4031U}) {
        EXPECT_EQ(classify_error(code), DbErrorKind::connection) << code;
    }
    for (const unsigned code : {0U, 1064U, 1054U, 1146U, 9999U}) {
        EXPECT_EQ(classify_error(code), DbErrorKind::other) << code;
    }
}

TEST(DbErrorTest, CarriesNumberAndKind)
{
    const DbError error(1213, "destination: Deadlock (error 1213)");
    EXPECT_EQ(error.code(), 1213U);
    EXPECT_EQ(error.kind(), DbErrorKind::retry);
    EXPECT_STREQ(error.what(), "destination: Deadlock (error 1213)");
}

TEST(ConnectionSettingsTest, DescribesThePlaceWithoutThePassword)
{
    ConnectionSettings settings;
    settings.user = "shop";
    settings.password = "secret";
    settings.database = "live";
    EXPECT_EQ(settings.describe(), "shop@localhost/live");
    settings.port = 3307;
    EXPECT_EQ(settings.describe(), "shop@localhost:3307/live");
    settings.port = 0;
    settings.host = "db.example";
    EXPECT_EQ(settings.describe(), "shop@db.example:3306/live");
    settings.host = "::1";
    EXPECT_EQ(settings.describe(), "shop@[::1]:3306/live");
    settings.socket = "/run/db.sock";
    EXPECT_EQ(settings.describe(), "shop@[/run/db.sock]/live");
}

} // namespace
} // namespace datasync::db
