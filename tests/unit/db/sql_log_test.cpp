// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Statements as the SQL log shows them when it may not show values.
#include "db/sql_log.hpp"

#include <gtest/gtest.h>

namespace datasync::db {
namespace {

TEST(SqlLogTest, ReplacesValuesAndKeepsNames)
{
    EXPECT_EQ(
        without_values("SELECT `a1`, t2.b3 FROM t2 WHERE x='o\\'h''y' AND y=-12.50 AND z=0xFF"),
        "SELECT `a1`, t2.b3 FROM t2 WHERE x=? AND y=-? AND z=?");
    EXPECT_EQ(without_values("SELECT \"secret\" LIMIT 10"), "SELECT ? LIMIT ?");
    EXPECT_EQ(without_values("x IS NULL AND y IN (1,2)"), "x IS NULL AND y IN (?,?)");
}

TEST(SqlLogTest, ShortensLists)
{
    EXPECT_EQ(without_values("IN (1,2,3,4,5,6)"), "IN (?,?,?,...)");
    EXPECT_EQ(without_values("IN ('a','b','c','d')"), "IN (?,?,?,...)");
}

TEST(SqlLogTest, ShortensRowsOfAnInsert)
{
    EXPECT_EQ(without_values("INSERT INTO `t` (`a`,`b`) VALUES (1,'x'),(-2,NULL),(3,'z'),(4,'')"
                             " ON DUPLICATE KEY UPDATE `b`=VALUES(`b`)"),
              "INSERT INTO `t` (`a`,`b`) VALUES (?,?),..."
              " ON DUPLICATE KEY UPDATE `b`=VALUES(`b`)");
}

TEST(SqlLogTest, KeepsATextThatIsCutInsideAString)
{
    EXPECT_EQ(without_values("SELECT 'abc"), "SELECT ?");
    EXPECT_EQ(without_values("SELECT 'abc\\"), "SELECT ?");
    EXPECT_EQ(without_values(""), "");
}

} // namespace
} // namespace datasync::db
