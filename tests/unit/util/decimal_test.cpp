// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Tests of amounts with four decimals.
#include "util/decimal.hpp"

#include <gtest/gtest.h>

namespace datasync::util {

TEST(DecimalTest, ReadsAndWrites)
{
    EXPECT_EQ(Decimal::read("12.5").text(), "12.5000");
    EXPECT_EQ(Decimal::read("-0.00005").text(), "-0.0001");
    EXPECT_EQ(Decimal::read("0.00004").text(), "0.0000");
    EXPECT_EQ(Decimal::read("100.10").short_text(), "100.1");
    EXPECT_EQ(Decimal::read("100").short_text(), "100");
    EXPECT_EQ(Decimal::read("-99999999.9999").text(), "-99999999.9999");
    for (const auto* const text : {"", "-", ".5", "1,5", "1e3", "1.2.3", "1234567890123"}) {
        EXPECT_FALSE(Decimal::parse(text)) << text;
    }
}

TEST(DecimalTest, MultipliesAndDividesWithoutLosingCents)
{
    EXPECT_EQ(Decimal::read("0.1").times(Decimal::read("0.2")).text(), "0.0200");
    EXPECT_EQ(Decimal::read("99999999.9999").times(Decimal::read("1")).text(), "99999999.9999");
    EXPECT_EQ(Decimal::read("-1").over(Decimal::whole(3)).text(), "-0.3333");
    EXPECT_EQ(Decimal::read("2").over(Decimal::whole(3)).text(), "0.6667");
    EXPECT_EQ(Decimal::read("1").over(Decimal()).text(), "0.0000");
    EXPECT_EQ(Decimal::read("10").share(Decimal::whole(1), Decimal::whole(3)).text(), "3.3333");
    EXPECT_EQ(Decimal::read("10").share(Decimal::whole(3), Decimal::whole(3)).text(), "10.0000");
}

} // namespace datasync::util
