// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Each rule of the column types at both of its edges.
#include "schema/value_check.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace datasync::schema {
namespace {

ColumnType text_column(std::string data_type, std::uint64_t max_chars, std::string charset)
{
    ColumnType type;
    type.column_type = data_type + "(" + std::to_string(max_chars) + ")";
    type.data_type = std::move(data_type);
    type.max_chars = max_chars;
    type.charset = std::move(charset);
    return type;
}

ColumnType varchar(std::uint64_t max_chars, std::string charset = "utf8mb4")
{
    return text_column("varchar", max_chars, std::move(charset));
}

ColumnType column(std::string data_type, std::string column_type = "")
{
    ColumnType type;
    type.column_type = column_type.empty() ? data_type : std::move(column_type);
    type.data_type = std::move(data_type);
    type.is_unsigned = type.column_type.find("unsigned") != std::string::npos;
    return type;
}

ColumnType large_text(std::string data_type, std::uint64_t max_bytes, std::string charset)
{
    ColumnType type = column(std::move(data_type));
    type.max_chars = max_bytes;
    type.max_bytes = max_bytes;
    type.charset = std::move(charset);
    return type;
}

ColumnType decimal(unsigned precision, unsigned scale, bool is_unsigned = false)
{
    ColumnType type = column("decimal");
    type.column_type = "decimal(" + std::to_string(precision) + "," + std::to_string(scale) + ")";
    type.precision = precision;
    type.scale = scale;
    type.is_unsigned = is_unsigned;
    return type;
}

ColumnType bytes(std::string data_type, std::uint64_t max_bytes)
{
    ColumnType type = column(std::move(data_type));
    type.max_chars = max_bytes;
    type.max_bytes = max_bytes;
    return type;
}

/// What is wrong with the value, or "" when it fits.
std::string wrong(std::string_view value, const ColumnType& to)
{
    return misfit(value, to).value_or("");
}

bool fits(std::string_view value, const ColumnType& to)
{
    return !misfit(value, to).has_value();
}

const std::string k_euro = "\xE2\x82\xAC";
const std::string k_smiley = "\xF0\x9F\x98\x80";
const std::string k_e_acute = "\xC3\xA9";
const std::string k_c1_control = "\xC2\x80";

TEST(MisfitTest, CountsCharactersNotBytes)
{
    EXPECT_TRUE(fits("", varchar(3)));
    EXPECT_TRUE(fits("abc", varchar(3)));
    EXPECT_TRUE(fits("a" + k_euro + k_smiley, varchar(3)));
    EXPECT_EQ(wrong("abcd", varchar(3)), "has 4 characters, the column takes 3");
    EXPECT_EQ(wrong(k_euro + k_euro + k_euro + k_euro, varchar(3)),
              "has 4 characters, the column takes 3");
    EXPECT_EQ(wrong(std::string(300, 'x'), varchar(255)),
              "has 300 characters, the column takes 255");
    EXPECT_TRUE(fits(std::string(300, 'x'), varchar(0))); // Not known: not counted.
}

TEST(MisfitTest, TakesTrailingSpaces)
{
    EXPECT_TRUE(fits("a  ", varchar(3)));
    EXPECT_FALSE(fits("a   ", varchar(3)));
    EXPECT_TRUE(fits("a   ", text_column("char", 3, "utf8mb4")));
    EXPECT_FALSE(fits("a  b", text_column("char", 3, "utf8mb4")));
}

TEST(MisfitTest, RefusesInvalidUtf8)
{
    EXPECT_EQ(wrong("ab\xFF", varchar(9)), "is not valid UTF-8 (byte 3)");
    EXPECT_FALSE(fits("\xC0\x80", varchar(9)));
    EXPECT_FALSE(fits("\xE2\x82", varchar(9)));
    EXPECT_FALSE(fits("\xED\xA0\x80", varchar(9)));
    EXPECT_FALSE(fits("\x80", varchar(9, "latin1")));
    EXPECT_FALSE(fits("\xFF", column("text")));
}

TEST(MisfitTest, RefusesCharactersTheCharsetLacks)
{
    EXPECT_TRUE(fits(k_smiley, varchar(9, "utf8mb4")));
    EXPECT_TRUE(fits(k_euro, varchar(9, "utf8mb3")));
    EXPECT_EQ(wrong("a" + k_smiley, varchar(9, "utf8mb3")),
              "has the character U+1F600, which utf8mb3 columns cannot hold");
    EXPECT_FALSE(fits(k_smiley, varchar(9, "utf8")));
    EXPECT_FALSE(fits(k_smiley, large_text("text", 65535, "utf8")));
    EXPECT_TRUE(fits("\x7F", varchar(9, "ascii")));
    EXPECT_EQ(wrong(k_e_acute, varchar(9, "ascii")),
              "has the character U+00E9, which ascii columns cannot hold");
    EXPECT_TRUE(fits(k_smiley, varchar(9, "gb18030"))); // Sets not known here are not judged.
}

TEST(MisfitTest, KnowsTheRepertoireOfLatin1)
{
    const ColumnType latin1 = varchar(9, "latin1");
    EXPECT_TRUE(fits("\x7F" + k_e_acute + k_euro, latin1));
    EXPECT_TRUE(fits("\xC2\xA0\xC3\xBF", latin1));     // U+00A0, U+00FF
    EXPECT_TRUE(fits("\xC2\x81\xC2\x9D", latin1));     // Unused in Windows-1252.
    EXPECT_TRUE(fits("\xE2\x84\xA2\xC5\xB8", latin1)); // U+2122, U+0178
    EXPECT_FALSE(fits(k_c1_control, latin1));
    EXPECT_FALSE(fits("\xC2\x9F", latin1));
    EXPECT_FALSE(fits("\xC4\x80", latin1)); // U+0100
    EXPECT_FALSE(fits(k_smiley, latin1));
}

TEST(MisfitTest, CountsBytesOfLargeTexts)
{
    EXPECT_TRUE(fits(std::string(255, 'x'), column("tinytext")));
    EXPECT_FALSE(fits(std::string(256, 'x'), column("tinytext")));
    const ColumnType text = large_text("text", 65535, "utf8mb3");
    EXPECT_TRUE(fits(std::string(65535, 'x'), text));
    EXPECT_EQ(wrong(std::string(65536, 'x'), text), "has 65536 bytes, the column takes 65535");
    EXPECT_TRUE(fits(std::string(65533, 'x') + k_e_acute, text));
    EXPECT_FALSE(fits(std::string(65534, 'x') + k_e_acute, text));
    EXPECT_TRUE(fits(std::string(65534, 'x') + k_e_acute, large_text("text", 65535, "latin1")));
    EXPECT_FALSE(fits(std::string(65535, 'x') + k_e_acute, large_text("text", 65535, "latin1")));
    EXPECT_TRUE(fits(std::string(16777215, 'x'), column("mediumtext")));
    EXPECT_FALSE(fits(std::string(16777216, 'x'), column("mediumtext")));
    EXPECT_TRUE(fits(std::string(16777216, 'x'), column("longtext")));
}

TEST(MisfitTest, CountsBytesOfBinaryColumns)
{
    EXPECT_TRUE(fits("\xFF\xFE", bytes("varbinary", 2)));
    EXPECT_TRUE(fits("", bytes("varbinary", 2)));
    EXPECT_FALSE(fits("\xFF\xFE\xFD", bytes("varbinary", 2)));
    EXPECT_TRUE(fits("ab", bytes("binary", 2)));
    EXPECT_EQ(wrong("ab", bytes("binary", 3)), "has 2 bytes, the column always holds 3");
    EXPECT_FALSE(fits("abc", bytes("binary", 2)));
    EXPECT_TRUE(fits(std::string(65535, '\0'), column("blob")));
    EXPECT_FALSE(fits(std::string(65536, '\0'), column("blob")));
    EXPECT_TRUE(fits(std::string(255, 'x'), column("tinyblob")));
    EXPECT_FALSE(fits(std::string(256, 'x'), column("tinyblob")));
}

TEST(MisfitTest, KnowsTheRangesOfIntegers)
{
    struct Range {
        const char* column_type;
        const char* below;
        const char* least;
        const char* most;
        const char* above;
    };
    const Range ranges[] = {
        {"tinyint(4)", "-129", "-128", "127", "128"},
        {"tinyint(3) unsigned", "-1", "0", "255", "256"},
        {"smallint(6)", "-32769", "-32768", "32767", "32768"},
        {"smallint(5) unsigned", "-1", "0", "65535", "65536"},
        {"mediumint(9)", "-8388609", "-8388608", "8388607", "8388608"},
        {"mediumint(8) unsigned", "-1", "0", "16777215", "16777216"},
        {"int(11)", "-2147483649", "-2147483648", "2147483647", "2147483648"},
        {"int(10) unsigned", "-1", "0", "4294967295", "4294967296"},
        {"bigint(20)", "-9223372036854775809", "-9223372036854775808", "9223372036854775807",
         "9223372036854775808"},
        {"bigint(20) unsigned", "-1", "0", "18446744073709551615", "18446744073709551616"},
    };
    for (const Range& range : ranges) {
        const std::string column_type = range.column_type;
        const ColumnType type = column(column_type.substr(0, column_type.find('(')), column_type);
        EXPECT_FALSE(fits(range.below, type)) << column_type;
        EXPECT_TRUE(fits(range.least, type)) << column_type;
        EXPECT_TRUE(fits(range.most, type)) << column_type;
        EXPECT_FALSE(fits(range.above, type)) << column_type;
        EXPECT_TRUE(fits("-0", type)) << column_type;
    }
    EXPECT_EQ(wrong("70000", column("smallint", "smallint(5) unsigned")),
              "is '70000', the column takes 0 to 65535");
    EXPECT_EQ(wrong("-129", column("tinyint")), "is '-129', the column takes -128 to 127");
}

TEST(MisfitTest, TakesOnlyWholeNumbersForIntegers)
{
    const ColumnType type = column("int");
    for (const char* value : {"7", "+7", "007", "7.", "7.0000", "1e3", "12.5e1", "70e-1"}) {
        EXPECT_TRUE(fits(value, type)) << value;
    }
    for (const char* value : {"7.5", "1e-1", "7.0001", ".5"}) {
        EXPECT_FALSE(fits(value, type)) << value;
    }
    for (const char* value : {"", " ", "abc", "7a", "7 ", " 7", "--7", "-", ".", "e3", "1e", "1e+",
                              "1e1.5", "1.2.3", "0x10", "1e999999999999", "1,5", "NaN"}) {
        EXPECT_EQ(wrong(value, type), "is no number: '" + std::string(value) + "'");
    }
}

TEST(MisfitTest, CountsDigitsOfDecimals)
{
    const ColumnType type = decimal(6, 2);
    for (const char* value : {"0", "9999.99", "-9999.99", "0001.50000", "1", ".5", "15e-1"}) {
        EXPECT_TRUE(fits(value, type)) << value;
    }
    EXPECT_EQ(wrong("10000", type), "has 5 digits before the point, the column takes 4");
    EXPECT_EQ(wrong("-10000.00", type), "has 5 digits before the point, the column takes 4");
    EXPECT_EQ(wrong("1.555", type), "has 3 digits behind the point, the column keeps 2");
    EXPECT_EQ(wrong("0.001", type), "has 3 digits behind the point, the column keeps 2");
    EXPECT_FALSE(fits("", type));
    EXPECT_FALSE(fits("12,50", type));
    EXPECT_TRUE(fits("0.12", decimal(2, 2)));
    EXPECT_FALSE(fits("1.12", decimal(2, 2)));
    EXPECT_TRUE(fits("-0.00", decimal(6, 2, true)));
    EXPECT_EQ(wrong("-0.01", decimal(6, 2, true)),
              "is '-0.01', the column takes no negative numbers");
    EXPECT_TRUE(
        fits("123456789.123", column("decimal"))); // Without a precision nothing is counted.
}

TEST(MisfitTest, KnowsWhatApproximateNumbersKeep)
{
    for (const char* value : {"0", "-1.5", "123456", "0.000123456", "1234560000", "3.40282e38"}) {
        EXPECT_TRUE(fits(value, column("float"))) << value;
    }
    EXPECT_EQ(wrong("1234567", column("float")), "has 7 digits, the column keeps 6");
    EXPECT_EQ(wrong("3.40283e38", column("float")), "is out of the range of the column");
    EXPECT_TRUE(fits("1.2345678901234567", column("double")));
    EXPECT_FALSE(fits("1.23456789012345678", column("double")));
    EXPECT_TRUE(fits("1.79769e308", column("double")));
    EXPECT_FALSE(fits("1.79770e308", column("double")));
    EXPECT_FALSE(fits("x", column("double")));
    EXPECT_FALSE(fits("-1", column("float", "float unsigned")));
    EXPECT_TRUE(fits("999.99", column("float", "float(5,2)")));
    EXPECT_FALSE(fits("1000", column("float", "float(5,2)")));
    EXPECT_FALSE(fits("0.001", column("float", "float(5,2)")));
}

TEST(MisfitTest, RefusesDatesThatDoNotExist)
{
    const ColumnType type = column("datetime");
    for (const char* value : {"2020-02-29 23:59:59", "2020-12-31", "2000-02-29", "0001-01-01",
                              "0000-05-05", "9999-12-31 00:00:00", "2020-01-01T10:00:00",
                              "0000-00-00 00:00:00", "2010-00-00", "2020-01-01 00:00:00.000"}) {
        EXPECT_TRUE(fits(value, type)) << value;
    }
    for (const char* value :
         {"2021-02-29", "1900-02-29", "0000-02-29", "2020-04-31", "2020-13-01", "2020-13-00",
          "2020-00-32", "2020-01-01 24:00:00", "2020-01-01 00:60:00", "2020-01-01 00:00:60"}) {
        EXPECT_EQ(wrong(value, type),
                  "is a date that does not exist: '" + std::string(value) + "'");
    }
    for (const char* value : {"", "today", "2020-1-1", "01.02.2020", "2020-01-01 ", "2020-01-01 10",
                              "2020-01-01 10:00", "2020-01-01x10:00:00", "2020-01-01 10:00:00Z",
                              "2020-01-01 10:00:00.1234567", "20200101", "2020-01-0a"}) {
        EXPECT_EQ(wrong(value, type), "is no date: '" + std::string(value) + "'");
    }
}

TEST(MisfitTest, KeepsOnlyTheDayInDateColumns)
{
    EXPECT_TRUE(fits("2020-01-01", column("date")));
    EXPECT_TRUE(fits("2020-01-01 00:00:00", column("date")));
    EXPECT_TRUE(fits("0000-00-00", column("date")));
    EXPECT_EQ(wrong("2020-01-01 00:00:01", column("date")),
              "has a time of day, the column keeps the day: '2020-01-01 00:00:01'");
    EXPECT_FALSE(fits("2020-01-01 00:00:00.5", column("date")));
}

TEST(MisfitTest, KeepsFractionsOfSecondsAsDeclared)
{
    EXPECT_FALSE(fits("2020-01-01 00:00:00.5", column("datetime")));
    EXPECT_TRUE(fits("2020-01-01 00:00:00.5", column("datetime", "datetime(1)")));
    EXPECT_EQ(wrong("2020-01-01 00:00:00.125", column("datetime", "datetime(2)")),
              "has 3 digits of a fraction of a second, the column keeps 2");
    EXPECT_TRUE(fits("2020-01-01 00:00:00.123456", column("timestamp", "timestamp(6)")));
    EXPECT_TRUE(fits("10:00:00.25", column("time", "time(2)")));
    EXPECT_FALSE(fits("10:00:00.25", column("time", "time(1)")));
}

TEST(MisfitTest, KnowsTheRangeOfTimestamps)
{
    const ColumnType type = column("timestamp");
    EXPECT_TRUE(fits("1970-01-01 00:00:01", type));
    EXPECT_TRUE(fits("2038-01-19 03:14:07", type));
    EXPECT_TRUE(fits("1970-01-02", type));
    EXPECT_TRUE(fits("0000-00-00 00:00:00", type));
    EXPECT_TRUE(fits("0000-00-00", type));
    EXPECT_EQ(wrong("1970-01-01 00:00:00", type),
              "is 1970-01-01 00:00:00, the column takes 1970-01-01 00:00:01 to 2038-01-19 03:14:07 "
              "UTC");
    for (const char* value : {"1970-01-01", "2038-01-19 03:14:08", "2038-01-20", "1969-12-31",
                              "2010-00-00", "0000-00-00 00:00:01", "9999-12-31 23:59:59"}) {
        EXPECT_FALSE(fits(value, type)) << value;
    }
}

TEST(MisfitTest, KnowsTimesAndYears)
{
    for (const char* value : {"00:00:00", "838:59:59", "-838:59:59", "23:59:59.000"}) {
        EXPECT_TRUE(fits(value, column("time"))) << value;
    }
    for (const char* value : {"839:00:00", "-839:00:00", "838:59:59.5", "10:60:00", "10:00:60", "5",
                              "10:11", "", "1000:00:00", "x"}) {
        EXPECT_FALSE(fits(value, column("time", "time(6)"))) << value;
    }
    for (const char* value : {"0000", "1901", "2155"}) {
        EXPECT_TRUE(fits(value, column("year", "year(4)"))) << value;
    }
    for (const char* value : {"1900", "2156", "0", "70", "", "19x1", "02000"}) {
        EXPECT_FALSE(fits(value, column("year", "year(4)"))) << value;
    }
}

TEST(MisfitTest, TakesOnlyMembersOfEnumsAndSets)
{
    const ColumnType choice = column("enum", R"(enum('a','it''s','b\\c','d,e',''))");
    for (const char* value : {"a", "it's", "b\\c", "d,e", ""}) {
        EXPECT_TRUE(fits(value, choice)) << value;
    }
    EXPECT_EQ(wrong("A", choice), "is none of the column's choices: 'A'");
    EXPECT_FALSE(fits("b", choice));
    EXPECT_FALSE(fits("", column("enum", "enum('a')")));
    EXPECT_FALSE(fits("a", column("enum", "enum()")));
    const ColumnType set = column("set", "set('a','b')");
    for (const char* value : {"", "a", "a,b"}) { EXPECT_TRUE(fits(value, set)) << value; }
    for (const char* value : {"c", "a,c", "a,", ","}) { EXPECT_FALSE(fits(value, set)) << value; }
}

TEST(MisfitTest, TakesOnlyJsonForJson)
{
    EXPECT_TRUE(fits(R"({"a":[1,null]})", column("json")));
    EXPECT_FALSE(fits("{a}", column("json")));
    EXPECT_FALSE(fits("", column("json")));
}

TEST(MisfitTest, JudgesNothingOfTypesItDoesNotKnow)
{
    EXPECT_TRUE(fits("\xFF", column("geometry")));
}

TEST(MisfitTest, ShowsValuesShortAndPrintable)
{
    EXPECT_EQ(wrong("a\nb\x1B", column("int")), "is no number: 'a\\nb\\x1b'");
    EXPECT_EQ(wrong(std::string(50, 'x'), column("int")),
              "is no number: '" + std::string(40, 'x') + "...'");
}

TEST(AlwaysFitsTest, TakesEqualDefinitions)
{
    EXPECT_TRUE(always_fits(varchar(255), varchar(255)));
    EXPECT_TRUE(always_fits(column("int", "int(11)"), column("int", "int(11)")));
    EXPECT_TRUE(always_fits(column("geometry"), column("geometry")));
    EXPECT_FALSE(always_fits(column("geometry"), column("point")));
}

TEST(AlwaysFitsTest, LooksAtNull)
{
    ColumnType nullable = varchar(255);
    nullable.nullable = true;
    EXPECT_FALSE(always_fits(nullable, varchar(255)));
    EXPECT_TRUE(always_fits(varchar(255), nullable));
    EXPECT_TRUE(always_fits(nullable, nullable));
}

TEST(AlwaysFitsTest, ComparesLengthsOfTexts)
{
    EXPECT_TRUE(always_fits(varchar(50), varchar(51)));
    EXPECT_FALSE(always_fits(varchar(51), varchar(50)));
    EXPECT_FALSE(always_fits(large_text("text", 65535, "utf8mb4"), varchar(255)));
    EXPECT_TRUE(always_fits(large_text("tinytext", 255, "utf8mb4"), varchar(255)));
    EXPECT_TRUE(always_fits(varchar(63), large_text("tinytext", 255, "utf8mb4")));
    EXPECT_FALSE(always_fits(varchar(64), large_text("tinytext", 255, "utf8mb4")));
    EXPECT_TRUE(always_fits(large_text("text", 65535, "utf8mb4"),
                            large_text("mediumtext", 16777215, "utf8mb4")));
    EXPECT_FALSE(always_fits(large_text("mediumtext", 16777215, "utf8mb4"),
                             large_text("text", 65535, "utf8mb4")));
    EXPECT_TRUE(always_fits(text_column("char", 3, "utf8mb4"), varchar(3)));
    EXPECT_FALSE(always_fits(varchar(3), text_column("char", 3, "utf8mb4")));
}

TEST(AlwaysFitsTest, ComparesCharsets)
{
    EXPECT_TRUE(always_fits(varchar(9, "utf8"), varchar(9, "utf8mb3")));
    EXPECT_TRUE(always_fits(varchar(9, "utf8mb3"), varchar(9, "utf8mb4")));
    EXPECT_FALSE(always_fits(varchar(9, "utf8mb4"), varchar(9, "utf8mb3")));
    EXPECT_TRUE(always_fits(varchar(9, "latin1"), varchar(9, "utf8")));
    EXPECT_FALSE(always_fits(varchar(9, "utf8"), varchar(9, "latin1")));
    EXPECT_TRUE(always_fits(varchar(9, "ascii"), varchar(9, "latin1")));
    EXPECT_FALSE(always_fits(varchar(9, "latin1"), varchar(9, "ascii")));
    EXPECT_FALSE(always_fits(varchar(9, "cp1251"), varchar(9, "utf8mb4")));
    EXPECT_FALSE(always_fits(varchar(9, ""), varchar(10, "")));
    EXPECT_TRUE(
        always_fits(large_text("text", 65535, "utf8mb3"), large_text("text", 65535, "utf8mb4")));
    EXPECT_FALSE(
        always_fits(large_text("text", 65535, "latin1"), large_text("text", 65535, "utf8mb4")));
    EXPECT_TRUE(always_fits(varchar(85, "latin1"), large_text("tinytext", 255, "utf8mb4")));
    EXPECT_FALSE(always_fits(varchar(86, "latin1"), large_text("tinytext", 255, "utf8mb4")));
}

TEST(AlwaysFitsTest, ComparesNumbers)
{
    const auto integer = [](const char* type) { return column("int", type); };
    EXPECT_TRUE(always_fits(integer("int(10) unsigned"), integer("int unsigned")));
    EXPECT_FALSE(always_fits(integer("int"), integer("int unsigned")));
    EXPECT_FALSE(always_fits(integer("int unsigned"), integer("int")));
    EXPECT_TRUE(always_fits(integer("int unsigned"), column("bigint")));
    EXPECT_TRUE(always_fits(column("smallint"), integer("int")));
    EXPECT_FALSE(always_fits(integer("int"), column("smallint")));
    EXPECT_TRUE(always_fits(column("smallint"), decimal(9, 4)));
    EXPECT_FALSE(always_fits(column("smallint"), decimal(8, 4)));
    EXPECT_TRUE(always_fits(decimal(12, 4), decimal(20, 4)));
    EXPECT_FALSE(always_fits(decimal(20, 4), decimal(12, 4)));
    EXPECT_FALSE(always_fits(decimal(12, 4), decimal(12, 6)));
    EXPECT_FALSE(always_fits(decimal(12, 4), decimal(14, 2)));
    EXPECT_FALSE(always_fits(decimal(12, 4), decimal(20, 4, true)));
    EXPECT_TRUE(always_fits(decimal(12, 4, true), decimal(20, 4)));
    EXPECT_FALSE(always_fits(decimal(12, 4), integer("int")));
    EXPECT_TRUE(always_fits(column("float"), column("double")));
    EXPECT_FALSE(always_fits(column("double"), column("float")));
    EXPECT_FALSE(always_fits(column("float"), column("double", "double(5,2)")));
    EXPECT_FALSE(always_fits(column("double"), decimal(12, 4)));
    EXPECT_FALSE(always_fits(integer("int"), varchar(255)));
}

TEST(AlwaysFitsTest, ComparesDates)
{
    EXPECT_TRUE(always_fits(column("timestamp"), column("datetime")));
    EXPECT_FALSE(always_fits(column("datetime"), column("timestamp")));
    EXPECT_TRUE(always_fits(column("date"), column("datetime")));
    EXPECT_FALSE(always_fits(column("datetime"), column("date")));
    EXPECT_FALSE(always_fits(column("date"), column("timestamp")));
    EXPECT_TRUE(always_fits(column("datetime"), column("datetime", "datetime(3)")));
    EXPECT_FALSE(always_fits(column("datetime", "datetime(3)"), column("datetime")));
    EXPECT_TRUE(always_fits(column("time"), column("time", "time(3)")));
    EXPECT_TRUE(always_fits(column("year", "year(4)"), column("year")));
}

TEST(AlwaysFitsTest, ComparesChoicesAndBytes)
{
    EXPECT_TRUE(always_fits(column("enum", "enum('a')"), column("enum", "enum('b','a')")));
    EXPECT_FALSE(always_fits(column("enum", "enum('a','c')"), column("enum", "enum('b','a')")));
    EXPECT_FALSE(always_fits(column("enum", "enum('a')"), column("set", "set('a')")));
    EXPECT_TRUE(always_fits(bytes("varbinary", 16), column("blob")));
    EXPECT_TRUE(always_fits(bytes("binary", 16), bytes("varbinary", 16)));
    EXPECT_FALSE(always_fits(bytes("varbinary", 16), bytes("binary", 17)));
    EXPECT_FALSE(always_fits(column("mediumblob"), column("blob")));
    EXPECT_FALSE(always_fits(column("blob"), large_text("text", 65535, "utf8mb4")));
}

TEST(SameValueTest, ComparesNumbersByValue)
{
    for (const char* type : {"decimal", "int", "double"}) {
        EXPECT_TRUE(same_value("1.50", "1.5000", column(type)));
        EXPECT_TRUE(same_value("0", "-0.000", column(type)));
        EXPECT_TRUE(same_value("007", "7", column(type)));
        EXPECT_TRUE(same_value("1e2", "100", column(type)));
        EXPECT_FALSE(same_value("1.5", "-1.5", column(type)));
        EXPECT_FALSE(same_value("1.5", "1.51", column(type)));
        EXPECT_FALSE(same_value("15", "1.5", column(type)));
        EXPECT_FALSE(same_value("abc", "abd", column(type)));
        EXPECT_FALSE(same_value("", "0", column(type)));
        EXPECT_TRUE(same_value("abc", "abc", column(type)));
    }
}

TEST(SameValueTest, ComparesDatesWithAndWithoutTime)
{
    EXPECT_TRUE(same_value("2020-01-01", "2020-01-01 00:00:00", column("datetime")));
    EXPECT_TRUE(same_value("2020-01-01 00:00:00.000", "2020-01-01", column("date")));
    EXPECT_TRUE(same_value("2020-01-01T10:00:00", "2020-01-01 10:00:00", column("timestamp")));
    EXPECT_FALSE(same_value("2020-01-01", "2020-01-01 00:00:01", column("datetime")));
    EXPECT_FALSE(same_value("2020-01-01", "2020-01-02", column("datetime")));
    EXPECT_FALSE(same_value("2020-01-01", "x", column("datetime")));
}

TEST(SameValueTest, ComparesOtherTypesByBytes)
{
    EXPECT_TRUE(same_value("a", "a", varchar(9)));
    EXPECT_FALSE(same_value("a", "A", varchar(9)));
    EXPECT_FALSE(same_value("a", "a ", varchar(9)));
    EXPECT_FALSE(same_value("1.50", "1.5000", varchar(9)));
}

TEST(IsZeroDateTest, KnowsWholeAndPartialZeros)
{
    for (const char* value :
         {"0000-00-00", "0000-00-00 00:00:00", "2010-00-00", "2010-05-00", "2010-00-05 10:00:00"}) {
        EXPECT_TRUE(is_zero_date(value)) << value;
    }
    for (const char* value : {"2010-01-01", "0000-01-01", "", "0", "00:00:00", "0000-00-0"}) {
        EXPECT_FALSE(is_zero_date(value)) << value;
    }
}

} // namespace
} // namespace datasync::schema
