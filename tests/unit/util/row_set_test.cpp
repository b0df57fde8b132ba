// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Arena and ids.
#include "datasync/row_set.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace datasync {
namespace {

TEST(ArenaTest, KeepsWhatIsStoredAcrossBlocks)
{
    Arena arena;
    std::vector<Cell> cells;
    std::vector<std::string> values;
    for (std::size_t i = 0; i < 2000; ++i) {
        values.emplace_back(i % 700 + 1, static_cast<char>('a' + i % 26));
    }
    values.insert(values.begin() + 5, std::string(1000000, 'x'));
    for (const auto& value : values) { cells.emplace_back(arena.store(value), value.size()); }
    for (std::size_t i = 0; i < values.size(); ++i) { EXPECT_EQ(cells[i].text(), values[i]); }
}

TEST(ArenaTest, ReusesItsMemoryAfterReset)
{
    Arena arena;
    const auto fill = [&] {
        arena.store("small");
        arena.store(std::string(2000000, 'x'));
        for (int i = 0; i < 5000; ++i) { arena.store(std::string(300, 'y')); }
    };
    fill();
    const auto capacity = arena.capacity();
    for (int i = 0; i < 5; ++i) {
        arena.reset();
        fill();
    }
    EXPECT_EQ(arena.capacity(), capacity);
}

TEST(ArenaTest, GivesAnEmptyStringAPlaceSoThatItIsNotNull)
{
    Arena arena;
    EXPECT_NE(arena.store(""), nullptr);
    EXPECT_FALSE(Cell(arena.store(""), 0).is_null());
}

TEST(ParseIdTest, ReadsWhatServersPrint)
{
    EXPECT_EQ(parse_id("1"), 1U);
    EXPECT_EQ(parse_id("0000000007"), 7U);
    EXPECT_EQ(parse_id("4294967295"), 4294967295U);
}

TEST(ParseIdTest, IsZeroForEverythingElse)
{
    for (const char* text : {"", "0", "-1", "+1", " 1", "1 ", "1.0", "1e3", "4294967296",
                             "99999999999", "abc", "0x1"}) {
        EXPECT_EQ(parse_id(text), 0U) << text;
    }
}

} // namespace
} // namespace datasync
