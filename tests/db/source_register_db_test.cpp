// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Sources by name and identity: which are refused, which draw a warning, how they are numbered.
#include "db/own_tables_fixture.hpp"

#include "datasync/error.hpp"
#include "state/source_register.hpp"

#include <gtest/gtest.h>

namespace datasync::state {
namespace {

class SourceRegisterDbTest : public OwnTablesFixture {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(OwnTablesFixture::SetUp());
        if (!IsSkipped()) { install(); }
    }
    std::string warning(std::string_view name, std::string_view identity)
    {
        return check_source(connection(), tables(), true, name, identity);
    }
    std::uint16_t enter(std::string_view name, std::string_view identity)
    {
        return register_source(connection(), tables(), name, identity);
    }
    std::string refusal(std::string_view name, std::string_view identity)
    {
        try {
            warning(name, identity);
        } catch (const FatalError& error) {
            EXPECT_EQ(error.exit_code(), ExitCode::refused);
            return error.what();
        }
        return {};
    }
};

TEST_F(SourceRegisterDbTest, IdentityIsServerAndSchema)
{
    db::Connection other(settings(), "other");
    other.execute(fmt::format("USE `{}`", database()));
    EXPECT_EQ(database_identity(connection()), database_identity(other));
    other.execute("USE information_schema");
    EXPECT_NE(database_identity(connection()), database_identity(other));
}

TEST_F(SourceRegisterDbTest, NumbersSourcesAndKeepsTheNumbers)
{
    EXPECT_EQ(source_number(connection(), tables(), "legacy"), 0);
    EXPECT_EQ(enter("legacy", "s1/a"), 1);
    EXPECT_EQ(enter("outlet", "s1/b"), 2);
    EXPECT_EQ(enter("legacy", "s1/a"), 1);
    EXPECT_EQ(enter("Legacy", "s2/a"), 1);
    EXPECT_EQ(source_number(connection(), tables(), "LEGACY"), 1);
    EXPECT_EQ(source_number(connection(), tables(), "outlet"), 2);
}

TEST_F(SourceRegisterDbTest, RefusesTheDestinationItself)
{
    const std::string message = refusal("legacy", database_identity(connection()));
    EXPECT_NE(message.find("is the destination itself"), std::string::npos) << message;
    EXPECT_THROW(
        check_source(connection(), tables(), false, "legacy", database_identity(connection())),
        FatalError);
}

TEST_F(SourceRegisterDbTest, RefusesTheSameSourceUnderAnotherNameNamingBoth)
{
    enter("legacy", "s1/a");
    const std::string message = refusal("archive", "s1/a");
    EXPECT_NE(message.find("\"archive\""), std::string::npos) << message;
    EXPECT_NE(message.find("\"legacy\""), std::string::npos) << message;
    EXPECT_NE(message.find("s1/a"), std::string::npos) << message;
    EXPECT_THROW(enter("archive", "s1/a"), FatalError);
    EXPECT_EQ(refusal("LEGACY", "s1/a"), "");
}

TEST_F(SourceRegisterDbTest, WarnsOnceWhenASourceHasMovedAndStillKnowsItsOldPlace)
{
    EXPECT_EQ(warning("legacy", "s1/a"), "");
    enter("legacy", "s1/a");
    EXPECT_EQ(warning("legacy", "s1/a"), "");
    const std::string moved = warning("legacy", "s2/a");
    EXPECT_NE(moved.find("s1/a"), std::string::npos) << moved;
    EXPECT_NE(moved.find("s2/a"), std::string::npos) << moved;
    enter("legacy", "s2/a");
    EXPECT_EQ(warning("legacy", "s2/a"), "");
    EXPECT_NE(warning("legacy", "s1/a"), "");
    EXPECT_NE(refusal("staging", "s1/a"), "");
}

TEST_F(SourceRegisterDbTest, IdentitiesCompareByteForByte)
{
    enter("legacy", "s1/a");
    EXPECT_EQ(refusal("upper", "S1/A"), "");
}

TEST_F(SourceRegisterDbTest, NamesThatDoNotFitAreUsageErrors)
{
    EXPECT_THROW(warning("", "s1/a"), UsageError);
    EXPECT_THROW(warning(std::string(51, 'x'), "s1/a"), UsageError);
    EXPECT_THROW(warning("\xff\xfe", "s1/a"), UsageError);
    const std::string longest = "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü";
    EXPECT_EQ(warning(longest, "s1/a"), "");
    EXPECT_EQ(enter(longest, "s1/a"), 1);
}

TEST_F(SourceRegisterDbTest, WithoutOwnTablesNothingOfThemIsAsked)
{
    exec("DROP TABLE shop_datasync_source");
    EXPECT_EQ(check_source(connection(), tables(), false, "legacy", "s1/a"), "");
}

} // namespace
} // namespace datasync::state
