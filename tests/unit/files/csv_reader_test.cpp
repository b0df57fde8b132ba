// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What stands in a CSV file and is read.
#include "files/csv_format.hpp"
#include "files/csv_reader.hpp"

#include "unit/files/csv_fixture.hpp"

#include <gtest/gtest.h>

namespace datasync::files {
namespace {

/// Reads a content whole and in the smallest pieces, which must make no difference.
Lines lines_of(std::string_view content, const CsvOptions& options = {})
{
    const Lines lines = read_all(content, options).lines;
    EXPECT_EQ(read_all(content, with_small_window(options)).lines, lines);
    return lines;
}

TEST(CsvReaderTest, ReadsCellsByColumn)
{
    EXPECT_EQ(lines_of("sku,qty\nA,1\nB,\n,\n"),
              (Lines{"header: [sku] [qty]", "2: [A] [1]", "3: [B] []", "4: [] []"}));
}

TEST(CsvReaderTest, TakesEveryKindOfLineEndAndNone)
{
    const Lines expected = {"header: [a] [b]", "2: [1] [2]", "3: [3] [4]"};
    EXPECT_EQ(lines_of("a,b\n1,2\n3,4\n"), expected);
    EXPECT_EQ(lines_of("a,b\n1,2\n3,4"), expected);
    EXPECT_EQ(lines_of("a,b\r\n1,2\r\n3,4\r\n"), expected);
    EXPECT_EQ(lines_of("a,b\r1,2\r3,4\r"), expected);
    EXPECT_EQ(lines_of("a,b\r1,2\n3,4\r\n"), expected);
    EXPECT_EQ(lines_of("a,b\n1,\"2\"\n3,\"4\""),
              (Lines{"header: [a] [b]", "2: [1] [\"2\"]", "3: [3] [\"4\"]"}));
}

TEST(CsvReaderTest, EndsWithAnEmptyCellBehindTheLastDelimiter)
{
    EXPECT_EQ(lines_of("a,b\n1,"), (Lines{"header: [a] [b]", "2: [1] []"}));
}

TEST(CsvReaderTest, ReadsWhatStandsInQuotes)
{
    EXPECT_EQ(lines_of("a,b\n\"x,\"\"y\"\"\",\"\"\n\"\"\"\",\"\"\"\"\"\"\n"),
              (Lines{"header: [a] [b]", "2: [\"x,\"y\"\"] [\"\"]", "3: [\"\"\"] [\"\"\"\"]"}));
}

TEST(CsvReaderTest, KeepsLineEndsInQuotesAndCountsThem)
{
    EXPECT_EQ(lines_of("a,b,c\n\"1\n2\r\n3\r4\",x,\"5\n\n6\"\n7,8,9\n"),
              (Lines{"header: [a] [b] [c]", "2: [\"1\n2\r\n3\r4\"] 5: [x] 5: [\"5\n\n6\"]",
                     "8: [7] [8] [9]"}));
}

TEST(CsvReaderTest, PassesOverLinesWithoutAByte)
{
    EXPECT_EQ(lines_of("\n\r\na\n\n1\n\r\n\r\n2\n\n"), (Lines{"header: [a]", "5: [1]", "8: [2]"}));
    EXPECT_EQ(lines_of("a\n\"\"\n \n"), (Lines{"header: [a]", "2: [\"\"]", "3: [ ]"}));
}

TEST(CsvReaderTest, TellsNullFromTheTextThatLooksLikeIt)
{
    EXPECT_EQ(lines_of("a,b,c,d\n\\N,\"\\N\",\\n,\\\\N\n"),
              (Lines{"header: [a] [b] [c] [d]", "2: [NULL] [\"\\N\"] [\\n] [\\\\N]"}));
}

TEST(CsvReaderTest, KeepsBlanksInCellsButNotInNames)
{
    EXPECT_EQ(lines_of(" a ,\"b \"\n x , y\n"), (Lines{"header: [a] [b]", "2: [ x ] [ y]"}));
}

TEST(CsvReaderTest, TakesOtherDelimiters)
{
    CsvOptions options;
    options.delimiter = ';';
    EXPECT_EQ(lines_of("a;b\n1,5;\"2;\"\n", options),
              (Lines{"header: [a] [b]", "2: [1,5] [\"2;\"]"}));
    options.delimiter = '\t';
    EXPECT_EQ(lines_of("a\tb\n1\t\n", options), (Lines{"header: [a] [b]", "2: [1] []"}));
}

TEST(CsvReaderTest, ReadsAHeaderAlone)
{
    EXPECT_EQ(lines_of("a,b"), Lines{"header: [a] [b]"});
    EXPECT_EQ(lines_of("a,b\n"), Lines{"header: [a] [b]"});
}

TEST(CsvReaderTest, GoesOnAfterARecordWithTheWrongNumberOfCells)
{
    const std::string one = "f.csv, line 2: 1 cell where the header has 3";
    const std::string four =
        "f.csv, line 3: 4 cells where the header has 3; a text with \",\" in it has to stand in "
        "quotes";
    EXPECT_EQ(lines_of("a,b,c\n1\n1,2,3,4\n5,6,7\n"),
              (Lines{"header: [a] [b] [c]", "fault: " + one, "fault: " + four, "4: [5] [6] [7]"}));
    CsvOptions options;
    options.delimiter = '\t';
    EXPECT_EQ(lines_of("a\n1\t2\n", options)[1],
              "fault: f.csv, line 2: 2 cells where the header has 1; a text with a tab in it has "
              "to stand in quotes");
}

TEST(CsvReaderTest, ReadsRecordsThatAreLongerThanTheWindow)
{
    const std::string text(1'000'000, 'x');
    const auto lines = lines_of("a,b,c\n1,\"" + text + "\n\"\"" + text + "\",2\n3,4,5\n");
    EXPECT_EQ(lines[1], "2: [1] [\"" + text + "\n\"" + text + "\"] 3: [2]");
    EXPECT_EQ(lines[2], "4: [3] [4] [5]");
}

TEST(CsvReaderTest, MakesFaultsOfCells)
{
    const test::MemoryFile file("sku,qty\nA,\"1\n2\"\n\"B\n\",\\N\n");
    InputFile input(file.path());
    CsvReader reader(input, {});
    EXPECT_EQ(reader.header_line(), 1U);
    EXPECT_EQ(reader.file_name(), file.path());
    CsvRecord record;
    ASSERT_TRUE(reader.next(record));
    const auto fault = reader.fault_of(record, 1, "is not a number");
    EXPECT_EQ(words_of(fault), "f.csv, line 2, column qty: \"1\\n2\" is not a number");
    EXPECT_EQ(fault.value, "1\n2");
    EXPECT_EQ(fault.column, 2U);
    ASSERT_TRUE(reader.next(record));
    EXPECT_EQ(words_of(reader.fault_of(record, 1, "is not a number")),
              "f.csv, line 5, column qty: \"\\N\" is not a number");
    EXPECT_EQ(words_of(reader.fault_of(record, "no price")), "f.csv, line 4: no price");
    EXPECT_FALSE(reader.next(record));
    EXPECT_FALSE(reader.next(record));
}

TEST(CsvReaderTest, NamesDelimiters)
{
    EXPECT_EQ(delimiter_of(";"), ';');
    EXPECT_EQ(delimiter_of("tab"), '\t');
    EXPECT_EQ(delimiter_of("\\t"), '\t');
    EXPECT_EQ(delimiter_of("\t"), '\t');
    for (const char* const word : {"", ";;", "\"", "\\", "a", "1", "\n", " ", "\xC3\xA4"}) {
        EXPECT_FALSE(delimiter_of(word)) << word;
    }
}

} // namespace
} // namespace datasync::files
