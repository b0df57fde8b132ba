// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is wrong in a CSV file, and where: each error ends the reading, after what came before it.
#include "unit/files/csv_fixture.hpp"

#include <gtest/gtest.h>

namespace datasync::files {
namespace {

/// The last line of a reading that an error has ended.
std::string error_of(std::string_view content, const CsvOptions& options = {})
{
    const Reading reading = read_all(content, options);
    EXPECT_FALSE(reading.is_whole);
    EXPECT_EQ(read_all(content, with_small_window(options)).lines, reading.lines);
    return reading.lines.back();
}

constexpr std::string_view k_stray_quote =
    "a quote within a cell that does not begin with one; such a cell has to stand in quotes, with "
    "each quote in it doubled";

TEST(CsvErrorsTest, RefusesQuotesWithinPlainCells)
{
    EXPECT_EQ(error_of("a,b\n1,2\nx,5\" pipe\n"),
              fmt::format("error: f.csv, line 3, character 4: {}", k_stray_quote));
    EXPECT_EQ(error_of("a,b\n1, \"2\"\n"),
              fmt::format("error: f.csv, line 2, character 4: {}", k_stray_quote));
    EXPECT_EQ(error_of("a,b\n\"x\ny\",ÄÖ\"\n"),
              fmt::format("error: f.csv, line 3, character 6: {}", k_stray_quote));
    EXPECT_EQ(read_all("a,b\n1,2\nx,5\" pipe\n").lines.size(), 3U);
}

TEST(CsvErrorsTest, RefusesTextBehindQuotes)
{
    EXPECT_EQ(
        error_of("a,b\n1,2\nx,\"5\"y\n"),
        "error: f.csv, line 3, character 6: text behind the quote that ends the cell; a quote "
        "in a text has to be doubled, or the quotes opened in line 3, column b were never "
        "closed");
    EXPECT_EQ(
        error_of("a,b\n\"1,2\n3,\"5\",4\n"),
        "error: f.csv, line 3, character 4: text behind the quote that ends the cell; a quote "
        "in a text has to be doubled, or the quotes opened in line 2, column a were never "
        "closed");
}

TEST(CsvErrorsTest, SaysWhereQuotesWereOpenedThatAreNeverClosed)
{
    EXPECT_EQ(
        error_of("a,b\n1,\"2\n3,4\n"),
        "error: f.csv, line 4, character 1: the file ends within the quotes opened in line 2, "
        "column b");
    EXPECT_EQ(
        error_of("a,\"b"),
        "error: f.csv, line 1, character 5: the file ends within the quotes opened in line 1, "
        "column 2");
    EXPECT_EQ(
        error_of("a,b\n1,2,3,\""),
        "error: f.csv, line 2, character 8: the file ends within the quotes opened in line 2, "
        "column 4");
}

TEST(CsvErrorsTest, RefusesRecordsThatAreTooLong)
{
    CsvOptions options;
    options.longest_record = 1000;
    options.buffer_size = 100;
    const std::string rest(2000, 'x');
    const auto lines = read_all("a,b\n1,2\n3,\"4\n" + rest, options).lines;
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[2], "error: f.csv, line 3, character 1: the record is longer than 1000 bytes; "
                        "the quotes opened in "
                        "line 3, column b seem never to be closed");
    const auto plain = read_all("a\n" + rest, options).lines;
    EXPECT_TRUE(plain[1].ends_with(": the record is longer than 1000 bytes; is this a CSV file?"))
        << plain[1];
    // Where the window is long enough, too.
    options.buffer_size = 10'000;
    EXPECT_TRUE(read_all("a\n" + rest + "\n", options).lines[1].starts_with("error: "));
    EXPECT_TRUE(read_all("a\n" + rest.substr(0, 998) + "\n", options).is_whole);
}

TEST(CsvErrorsTest, RefusesHeadersThatNameNothing)
{
    const std::string empty =
        "character 1: the file is empty; its first line has to name the columns";
    EXPECT_EQ(error_of(""), "error: f.csv, line 1, " + empty);
    EXPECT_EQ(error_of("\xEF\xBB\xBF"), "error: f.csv, line 1, " + empty);
    EXPECT_EQ(error_of("\n\n"), "error: f.csv, line 3, " + empty);
    EXPECT_EQ(error_of("a,,b\n1,2,3\n"),
              "error: f.csv, line 1, column 2: the column has no name; each needs one");
    EXPECT_EQ(error_of("a,b, \n1,2,3\n"),
              "error: f.csv, line 1, column 3: the column has no name; each needs one");
    EXPECT_EQ(error_of("a,b,\"c\nd\",b\n"),
              "error: f.csv, line 2, column b: columns 2 and 4 have the same name");
    EXPECT_EQ(error_of(std::string(16'384, ',')),
              "error: f.csv, line 1, character 1: the header has 16385 columns, at most 16384 can "
              "be read");
}

TEST(CsvErrorsTest, SaysWhichByteIsNone)
{
    EXPECT_EQ(error_of("a,b\nü,2\nä\"\",\xE4\n").substr(0, 40),
              "error: f.csv, line 3, character 2: a quo");
    const std::string advice =
        " is not UTF-8; a file from an older program may need --encoding windows-1252 or latin1";
    EXPECT_EQ(error_of("a,b\nü,2\n\"ä\"\"\",x\xE4y\n"),
              "error: f.csv, line 3, character 8: the byte 0xE4" + advice);
    EXPECT_EQ(error_of("a,b\n1,2\n\"x\r\ny\rz\xFF\",\n"),
              "error: f.csv, line 5, character 2: the byte 0xFF" + advice);
    EXPECT_EQ(error_of("a\n1\n2\xC3"), "error: f.csv, line 3, character 2: the byte 0xC3" + advice);
    EXPECT_EQ(error_of("a\n1\n\x80"), "error: f.csv, line 3, character 1: the byte 0x80" + advice);
    EXPECT_EQ(error_of(std::string_view("a\n1\n2\0", 6)),
              "error: f.csv, line 3, character 2: the byte 0x00 cannot be in a text; is the file "
              "UTF-16, or no text at all?");
}

TEST(CsvErrorsTest, SaysWhereCompressedDataIsDamaged)
{
    std::string content = "sku,qty\n";
    for (int i = 0; i < 1000; ++i) { content += fmt::format("SKU-{},{}\n", i, i * 7919 % 1000); }
    const std::string whole = gz_of(content);
    EXPECT_EQ(read_all(whole).lines, read_all(content).lines);

    const Reading cut = read_all(whole.substr(0, whole.size() / 2));
    EXPECT_GT(cut.lines.size(), 100U);
    EXPECT_EQ(cut.places, std::vector<std::uint64_t>{cut.lines.size()});
    EXPECT_TRUE(cut.lines.back().ends_with(
        fmt::format(": its compressed data ends too early, at byte {}; make or fetch the file "
                    "again",
                    whole.size() / 2 + 1)))
        << cut.lines.back();
    // All of the text is there, only its end mark is not.
    EXPECT_TRUE(
        error_of(whole.substr(0, whole.size() - 1)).starts_with("error: f.csv, line 1002,"));

    std::string damaged = whole;
    damaged[whole.size() - 6] = static_cast<char>(damaged[whole.size() - 6] ^ 1);
    EXPECT_TRUE(
        error_of(damaged).find("its compressed data is damaged (incorrect data check), at byte ") !=
        std::string::npos);
}

} // namespace
} // namespace datasync::files
