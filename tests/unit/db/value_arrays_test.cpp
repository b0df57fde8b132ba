// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows as columns for array binding.
#include "db/value_arrays.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace datasync::db {
namespace {

using namespace std::string_view_literals;

BulkColumn column(std::string name, int cell, ValueStyle style = ValueStyle::text)
{
    return {std::move(name), style, cell, {}, true};
}

bool is_sent_as_number(ValueStyle style, std::string_view text)
{
    ValueArrays values(std::vector{column("a", 0, style)}, 1000);
    const Cell cell(text);
    EXPECT_TRUE(values.add(&cell));
    return values.columns().front().is_whole;
}

TEST(ValueArraysTest, NamesConstantsInTheStatement)
{
    auto constant = column("it`s", -1);
    constant.constant = "it's";
    EXPECT_EQ(build_array_insert("pre_t", std::vector{column("a", 1), constant, column("b", 0)}),
              "INSERT INTO `pre_t` (`a`,`it``s`,`b`) VALUES (?,'it\\'s',?)");
}

TEST(ValueArraysTest, TellsUpdatedRowsApartByTheLastColumn)
{
    EXPECT_EQ(build_array_update("pre_t",
                                 std::vector{column("a", 1), column("it`s", 0), column("id", 2)}),
              "UPDATE `pre_t` SET `a`=?,`it``s`=? WHERE `id`=?");
}

TEST(ValueArraysTest, TakesWholeNumbersForWhatTheyAre)
{
    for (const auto text : {"0"sv, "-1"sv, "999999999999999999"sv, "-999999999999999999"sv}) {
        EXPECT_TRUE(is_sent_as_number(ValueStyle::number, text)) << text;
        EXPECT_FALSE(is_sent_as_number(ValueStyle::text, text)) << text;
    }
    for (const auto text : {""sv, "-"sv, "-0"sv, "007"sv, "1.0"sv, "1e5"sv, " 1"sv, "1 "sv, "+1"sv,
                            "18446744073709551615"sv, "x"sv}) {
        EXPECT_FALSE(is_sent_as_number(ValueStyle::number, text)) << text;
    }
}

TEST(ValueArraysTest, SendsAColumnAsTextWhereOneValueIsNoNumber)
{
    ValueArrays values(std::vector{column("a", 0, ValueStyle::number)}, 1000);
    for (const auto& cell : {Cell("1"sv), Cell(), Cell("2.5"sv), Cell("3"sv)}) {
        EXPECT_TRUE(values.add(&cell));
    }
    EXPECT_FALSE(values.columns().front().is_whole);
    EXPECT_EQ(values.text(), "1\n\\N\n2.5\n3\n");
    values.clear();
    EXPECT_EQ(values.rows(), 0U);
    EXPECT_TRUE(values.columns().front().is_whole);
}

TEST(ValueArraysTest, IsFullBeforeItsLimit)
{
    ValueArrays values(std::vector{column("a", 0), column("b", 1)}, 100);
    const std::vector<Cell> cells{Cell("0123456789"sv), Cell()};
    EXPECT_TRUE(values.add(cells.data()));
    EXPECT_TRUE(values.add(cells.data()));
    EXPECT_TRUE(values.add(cells.data()));
    EXPECT_FALSE(values.add(cells.data()));
    EXPECT_EQ(values.rows(), 3U);
    values.clear();
    const std::string large(100, 'x');
    const std::vector<Cell> too_large{Cell(large), Cell()};
    EXPECT_FALSE(values.add(too_large.data()));
    EXPECT_EQ(values.rows(), 0U);
    EXPECT_TRUE(values.add(cells.data()));
}

TEST(ValueArraysTest, ShowsItsRowsReadably)
{
    ValueArrays values(std::vector{column("a", 0), column("b", 1, ValueStyle::binary)}, 1000);
    const std::vector<Cell> cells{Cell("x\ty"sv), Cell("\xff"sv)};
    EXPECT_TRUE(values.add(cells.data()));
    EXPECT_EQ(values.text(), "x\\ty\tFF\n");
}

TEST(ValueArraysTest, RefusesIdsThatAreStillPending)
{
    ValueArrays values(std::vector{column("a", 0)}, 1000);
    const auto cell = Cell::id_of_row(1, 1);
    EXPECT_THROW(values.add(&cell), std::logic_error);
}

} // namespace
} // namespace datasync::db
