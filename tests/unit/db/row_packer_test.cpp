// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows as INSERT statements and as LOAD DATA text.
#include "db/sql_text.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace datasync::db {
namespace {

using namespace std::string_view_literals;

BulkColumn column(std::string name, int cell, ValueStyle style = ValueStyle::text)
{
    return {std::move(name), style, cell, {}, true};
}

std::string insert_one(const BulkColumn& bulk_column, const Cell& cell)
{
    InsertPacker packer("t", std::vector{bulk_column}, OnConflict::fail, 1000);
    EXPECT_TRUE(packer.add(&cell));
    return std::string(packer.take());
}

std::string load_one(ValueStyle style, const Cell& cell)
{
    std::string data;
    append_load_row(data, std::vector{column("a", 0, style)}, &cell);
    return data;
}

TEST(InsertPackerTest, PacksRowsInOneStatement)
{
    InsertPacker packer("pre_t", std::vector{column("b", 1), column("a", 0)}, OnConflict::fail,
                        1000);
    const std::vector<Cell> first{Cell("1"sv), Cell("x'y"sv)};
    const std::vector<Cell> second{Cell(), Cell(""sv)};
    EXPECT_TRUE(packer.empty());
    EXPECT_TRUE(packer.add(first.data()));
    EXPECT_TRUE(packer.add(second.data()));
    EXPECT_EQ(packer.rows(), 2U);
    EXPECT_EQ(packer.take(), "INSERT INTO `pre_t` (`b`,`a`) VALUES ('x\\'y','1'),('',NULL)");
    EXPECT_TRUE(packer.empty());
}

TEST(InsertPackerTest, UpdatesTheColumnsThatSayTheyWantIt)
{
    auto key = column("id", 0, ValueStyle::number);
    key.update = false;
    InsertPacker packer("t", std::vector{key, column("v", 1)}, OnConflict::update, 1000);
    const std::vector<Cell> cells{Cell("7"sv), Cell("x"sv)};
    EXPECT_TRUE(packer.add(cells.data()));
    EXPECT_EQ(packer.take(), "INSERT INTO `t` (`id`,`v`) VALUES (7,'x')"
                             " ON DUPLICATE KEY UPDATE `v`=VALUES(`v`)");
}

TEST(InsertPackerTest, LeavesARowOfKeysAloneWhenItExists)
{
    auto key = column("id", 0, ValueStyle::number);
    key.update = false;
    InsertPacker packer("t", std::vector{key}, OnConflict::update, 1000);
    const Cell cell("7"sv);
    EXPECT_TRUE(packer.add(&cell));
    EXPECT_EQ(packer.take(), "INSERT INTO `t` (`id`) VALUES (7) ON DUPLICATE KEY UPDATE `id`=`id`");
}

TEST(InsertPackerTest, WritesConstantsForEveryRow)
{
    auto fixed = column("source", -1);
    fixed.constant = "it's";
    auto type = column("type", -1, ValueStyle::number);
    type.constant = "4";
    InsertPacker packer("t", std::vector{fixed, type, column("a", 0)}, OnConflict::fail, 1000);
    const Cell cell("x"sv);
    EXPECT_TRUE(packer.add(&cell));
    EXPECT_TRUE(packer.add(&cell));
    EXPECT_EQ(packer.take(),
              "INSERT INTO `t` (`source`,`type`,`a`) VALUES ('it\\'s',4,'x'),('it\\'s',4,'x')");
}

TEST(InsertPackerTest, NeverExceedsTheLimitAndTakesTheRowAfterwards)
{
    const auto columns = std::vector{column("a", 0)};
    const Cell cell("0123456789"sv);
    const std::string one = "INSERT INTO `t` (`a`) VALUES ('0123456789')"
                            " ON DUPLICATE KEY UPDATE `a`=VALUES(`a`)";
    const auto two_rows = one.size() + ",('0123456789')"sv.size();
    InsertPacker packer("t", columns, OnConflict::update, two_rows);
    EXPECT_TRUE(packer.add(&cell));
    EXPECT_TRUE(packer.add(&cell));
    EXPECT_FALSE(packer.add(&cell));
    EXPECT_EQ(packer.rows(), 2U);
    EXPECT_EQ(packer.take().size(), two_rows);
    EXPECT_TRUE(packer.add(&cell));
    EXPECT_EQ(packer.take(), one);
}

TEST(InsertPackerTest, RefusesARowThatIsTooLargeAloneAndGoesOn)
{
    InsertPacker packer("t", std::vector{column("a", 0)}, OnConflict::fail, 60);
    const std::string large(100, 'x');
    const Cell large_cell(large);
    const Cell cell("x"sv);
    EXPECT_FALSE(packer.add(&large_cell));
    EXPECT_TRUE(packer.empty());
    EXPECT_TRUE(packer.add(&cell));
    EXPECT_EQ(packer.take(), "INSERT INTO `t` (`a`) VALUES ('x')");
}

TEST(InsertPackerTest, RefusesToTakeNothing)
{
    InsertPacker packer("t", std::vector{column("a", 0)}, OnConflict::fail, 60);
    EXPECT_THROW(packer.take(), std::logic_error);
}

TEST(InsertPackerTest, RefusesAnIdThatIsNotKnownYet)
{
    EXPECT_THROW(insert_one(column("a", 0), Cell::id_of_row(0, 0)), std::logic_error);
}

TEST(InsertPackerTest, WritesNumbersBareAndEverythingElseQuoted)
{
    const auto number = [](std::string_view text) {
        const auto sql = insert_one(column("a", 0, ValueStyle::number), Cell(text));
        return sql.substr(sql.find("VALUES ") + 7);
    };
    for (const char* text : {"0", "-1", "12.3400", "0.5", "-0.0001", "007"}) {
        EXPECT_EQ(number(text), "(" + std::string(text) + ")");
    }
    for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "1e5", "--1", "+1", "0x10", "1 ",
                             "1-1", "NULL", "1,2", "1)--", "inf"}) {
        EXPECT_EQ(number(text), "('" + std::string(text) + "')");
    }
    const std::string long_number(61, '9');
    EXPECT_EQ(number(long_number), "('" + long_number + "')");
}

TEST(InsertPackerTest, WritesBinaryAsHexadecimal)
{
    EXPECT_EQ(insert_one(column("a", 0, ValueStyle::binary), Cell("\x00\xFF'\\"sv)),
              "INSERT INTO `t` (`a`) VALUES (0x00FF275C)");
    EXPECT_EQ(insert_one(column("a", 0, ValueStyle::binary), Cell(""sv)),
              "INSERT INTO `t` (`a`) VALUES ('')");
    EXPECT_EQ(insert_one(column("a", 0, ValueStyle::binary), Cell()),
              "INSERT INTO `t` (`a`) VALUES (NULL)");
}

TEST(LoadRowTest, EscapesWhatSeparatesFieldsAndRows)
{
    EXPECT_EQ(load_one(ValueStyle::text, Cell("a\tb\nc\\d\0e\rf'\""sv)),
              "a\\tb\\nc\\\\d\\0e\\rf'\"\n");
}

TEST(LoadRowTest, TellsNullEmptyAndItsOwnMarkApart)
{
    EXPECT_EQ(load_one(ValueStyle::text, Cell()), "\\N\n");
    EXPECT_EQ(load_one(ValueStyle::text, Cell(""sv)), "\n");
    EXPECT_EQ(load_one(ValueStyle::text, Cell("\\N"sv)), "\\\\N\n");
    EXPECT_EQ(load_one(ValueStyle::text, Cell("NULL"sv)), "NULL\n");
    EXPECT_EQ(load_one(ValueStyle::text, Cell("\\"sv)), "\\\\\n");
}

TEST(LoadRowTest, SendsBinaryAsHexadecimal)
{
    EXPECT_EQ(load_one(ValueStyle::binary, Cell("\x00\xFF\t"sv)), "00FF09\n");
    EXPECT_EQ(load_one(ValueStyle::binary, Cell()), "\\N\n");
}

TEST(LoadRowTest, LeavesConstantsToTheStatement)
{
    auto fixed = column("source", -1);
    fixed.constant = "it's";
    const std::vector columns{fixed, column("a", 1), column("h", 0, ValueStyle::binary)};
    const std::vector<Cell> cells{Cell("z"sv), Cell("x"sv)};
    std::string data;
    append_load_row(data, columns, cells.data());
    append_load_row(data, columns, cells.data());
    EXPECT_EQ(data, "x\t7A\nx\t7A\n");
    EXPECT_EQ(build_load_sql("t", columns),
              "LOAD DATA LOCAL INFILE 'rows' INTO TABLE `t` CHARACTER SET utf8mb4 "
              "FIELDS TERMINATED BY '\\t' ENCLOSED BY '' ESCAPED BY '\\\\' "
              "LINES TERMINATED BY '\\n' STARTING BY '' (`a`,@datasync_2) "
              "SET `source`='it\\'s',`h`=UNHEX(@datasync_2)");
}

TEST(LoadRowTest, RefusesAnIdThatIsNotKnownYet)
{
    EXPECT_THROW(load_one(ValueStyle::text, Cell::id_of_row(0, 0)), std::logic_error);
}

} // namespace
} // namespace datasync::db
