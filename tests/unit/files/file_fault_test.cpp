// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// How faults of files are put into words.
#include "files/file_fault.hpp"

#include <gtest/gtest.h>

namespace datasync::files {
namespace {

TEST(FileFaultTest, SaysFileLineColumnValueAndWhatIsWrong)
{
    FileFault fault{.file = "orders.csv",
                    .line = 17,
                    .column = 3,
                    .column_name = "grand_total",
                    .value = "12,50",
                    .message = "is not a number: decimals have a point"};
    EXPECT_EQ(text_of(fault), "orders.csv, line 17, column grand_total: \"12,50\" is not a number: "
                              "decimals have a point");
    fault.column_name.clear();
    EXPECT_EQ(text_of(fault),
              "orders.csv, line 17, column 3: \"12,50\" is not a number: decimals have a point");
    fault.value = "";
    fault.message = "has to be there";
    EXPECT_EQ(text_of(fault), "orders.csv, line 17, column 3: \"\" has to be there");
}

TEST(FileFaultTest, LeavesOutWhatIsNotKnown)
{
    EXPECT_EQ(text_of({.file = "a.csv", .message = "no such column: x"}),
              "a.csv: no such column: x");
    EXPECT_EQ(text_of({.file = "a.csv", .line = 2, .character = 9, .message = "wrong"}),
              "a.csv, line 2, character 9: wrong");
}

TEST(FileFaultTest, CutsLongValuesBetweenCharacters)
{
    EXPECT_EQ(shortened(std::string(60, 'x')), std::string(60, 'x'));
    EXPECT_EQ(shortened(std::string(61, 'x')), std::string(60, 'x') + "...");
    EXPECT_EQ(shortened(std::string(59, 'x') + "äy"), std::string(59, 'x') + "...");
    EXPECT_EQ(shortened(std::string(58, 'x') + "äy"), std::string(58, 'x') + "ä...");
    EXPECT_EQ(shortened("€€", 5), "€...");
    EXPECT_EQ(shortened("\xFF\xFF\xFF", 2), "\xFF\xFF...");
    EXPECT_EQ(text_of({.file = "f", .value = std::string(100, 'v'), .message = "is long"}),
              "f: \"" + std::string(60, 'v') + "...\" is long");
}

TEST(FileFaultTest, EscapesWhatATerminalWouldObey)
{
    EXPECT_EQ(text_of({.file = "f\n", .column_name = "c\t", .value = "v\x1B", .message = "x"}),
              "f\\n, column c\\t: \"v\\x1b\" x");
}

TEST(FileFaultTest, EndsARunAsAnErrorWithRecordsLeft)
{
    const FileError error({.file = "f", .line = 3, .message = "wrong"});
    EXPECT_STREQ(error.what(), "f, line 3: wrong");
    EXPECT_EQ(error.exit_code(), ExitCode::records_left);
    EXPECT_EQ(error.fault().line, 3U);
}

} // namespace
} // namespace datasync::files
