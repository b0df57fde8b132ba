// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Quoting of names and values.
#include "db/sql_text.hpp"

#include "datasync/error.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace datasync::db {
namespace {

using namespace std::string_view_literals;

TEST(QuotedTest, PutsBackticksAroundNamesAndDoublesThoseInside)
{
    EXPECT_EQ(quoted("sales_flat_order"), "`sales_flat_order`");
    EXPECT_EQ(quoted("a`; DROP TABLE x; --"), "`a``; DROP TABLE x; --`");
    EXPECT_EQ(quoted("o", "increment_id"), "`o`.`increment_id`");
}

TEST(QuotedTest, RefusesNamesThatNoServerTakes)
{
    EXPECT_THROW(quoted(""), UsageError);
    EXPECT_THROW(quoted("a\0b"sv), UsageError);
    EXPECT_THROW(quoted(std::string(65, 'a')), UsageError);
    EXPECT_NO_THROW(quoted(std::string(64, 'a')));
}

TEST(QuotedTest, CountsCharactersNotBytes)
{
    std::string name;
    for (int i = 0; i < 64; ++i) { name += "\xC3\xA4"; }
    EXPECT_NO_THROW(quoted(name));
    EXPECT_THROW(quoted(name + "a"), UsageError);
}

TEST(LiteralTest, EscapesWhatWouldEndOrChangeTheString)
{
    EXPECT_EQ(literal(""), "''");
    EXPECT_EQ(literal("O'Hara"), "'O\\'Hara'");
    EXPECT_EQ(literal("\\"), "'\\\\'");
    EXPECT_EQ(literal("\\'"), "'\\\\\\''");
    EXPECT_EQ(literal("a\nb\rc\0d\x1A"sv), "'a\\nb\\rc\\0d\\Z'");
    EXPECT_EQ(literal("gr\xC3\xBC\xC3\x9F \xF0\x9F\x98\x80 \"x\" `y` %_"),
              "'gr\xC3\xBC\xC3\x9F \xF0\x9F\x98\x80 \"x\" `y` %_'");
}

TEST(LiteralTest, TellsNullFromEmpty)
{
    std::string sql;
    append_literal(sql, Cell{});
    sql += ',';
    append_literal(sql, Cell("", 0));
    EXPECT_EQ(sql, "NULL,''");
}

TEST(LiteralTest, RefusesAnIdThatIsNotKnownYet)
{
    std::string sql;
    EXPECT_THROW(append_literal(sql, Cell::id_of_row(1, 2)), std::logic_error);
}

TEST(ListTest, JoinsIdsAndLiterals)
{
    EXPECT_EQ(id_list(std::vector<std::uint32_t>{1, 4294967295U, 3}), "1,4294967295,3");
    EXPECT_EQ(literal_list(std::vector<std::string>{"a", "b'c"}), "'a','b\\'c'");
    EXPECT_THROW(id_list({}), std::logic_error);
    EXPECT_THROW(literal_list({}), std::logic_error);
}

TEST(BindTest, ReplacesMarksInOrderAndNotInsideValues)
{
    EXPECT_EQ(bind("a=? AND b=?", {"x?", "y'"}), "a='x?' AND b='y\\''");
}

TEST(BindTest, LeavesMarksInsideQuotesAlone)
{
    EXPECT_EQ(bind("'?' \"?\" `?` 'it''s ?' 'a\\'?' ?", {"v"}),
              "'?' \"?\" `?` 'it''s ?' 'a\\'?' 'v'");
}

TEST(BindTest, WantsAsManyValuesAsMarks)
{
    EXPECT_THROW(bind("?", {}), std::logic_error);
    EXPECT_THROW(bind("?", {"a", "b"}), std::logic_error);
    EXPECT_THROW(bind("'?'", {"a"}), std::logic_error);
}

} // namespace
} // namespace datasync::db
