// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of text, calendar and word distance.
#include "util/calendar.hpp"
#include "util/edit_distance.hpp"
#include "util/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace datasync::util {

TEST(TextTest, SplitsAndTrims)
{
    EXPECT_EQ(split("a, b ,,c", ','), (std::vector<std::string>{"a", "b", "", "c"}));
    EXPECT_EQ(split("", ','), std::vector<std::string>{""});
    EXPECT_EQ(trim(" \t x y\r\n"), "x y");
}

TEST(TextTest, ReadsNumbersOnlyWhenTheyAreNothingElse)
{
    EXPECT_EQ(parse_unsigned("18446744073709551615"), 18446744073709551615ULL);
    for (const char* const text : {"", "-1", "+1", "1 ", "0x10", "1.5", "18446744073709551616"}) {
        EXPECT_FALSE(parse_unsigned(text)) << text;
    }
}

TEST(TextTest, PrintableEscapesWhatATerminalWouldObey)
{
    EXPECT_EQ(printable("M\u00fcller \U0001F600"), "M\u00fcller \U0001F600");
    EXPECT_EQ(printable("a\nb\x1b[31m\x7f"), "a\\nb\\x1b[31m\\x7f");
    EXPECT_EQ(printable(std::string_view("\0", 1)), "\\x00");
    EXPECT_EQ(printable("\xc2\x9b"), "\\xc2\\x9b");
    EXPECT_EQ(printable("caf\xe9"), "caf\\xe9");
    EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80");
    EXPECT_EQ(printable("\xe2\x82"), "\\xe2\\x82");
}

TEST(TextTest, CountsCharactersOfUtf8)
{
    EXPECT_EQ(utf8_length("\u00e4\U0001F600x"), 3U);
    EXPECT_FALSE(utf8_length("\xff"));
    EXPECT_FALSE(utf8_length("\xc0\x80"));
}

TEST(CalendarTest, KnowsTheDaysThatExist)
{
    for (const char* const day : {"2024-02-29", "2000-02-29", "1999-12-31"}) {
        EXPECT_TRUE(is_real_date(day)) << day;
    }
    for (const char* const day :
         {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "0000-01-01", "2024-1-1",
          "2024-01-01 ", "20240101", "2024-01-0x", ""}) {
        EXPECT_FALSE(is_real_date(day)) << day;
    }
}

TEST(EditDistanceTest, CountsASwapAsOne)
{
    EXPECT_EQ(edit_distance("snyc", "sync"), 1U);
    EXPECT_EQ(edit_distance("Sync", "sync"), 0U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistanceTest, SuggestsOnlyWhatIsNear)
{
    const std::vector<std::string> words = {"customer", "customer_group", "newsletter"};
    EXPECT_EQ(closest_word("custmer", words), "customer");
    EXPECT_EQ(closest_word("news", words), "newsletter");
    EXPECT_FALSE(closest_word("elephant", words));
    EXPECT_EQ(did_you_mean("custommer", words), " (did you mean \"customer\"?)");
    EXPECT_EQ(did_you_mean("xyzzy", words), "");
}

} // namespace datasync::util
