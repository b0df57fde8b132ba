// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Texts of JSON without their escapes; the trees are tested in serialized_tree_test.cpp.
#include "texts/json_reader.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace datasync::texts {
namespace {

TEST(JsonReaderTest, ResolvesEscapes)
{
    const auto text = unescape_json(R"(a\"\\\/\b\f\n\r\t\u0041\u00fc\u20AC\ud83d\ude00ü)");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->text, "a\"\\/\b\f\n\r\tAü\u20AC\U0001F600ü");
}

TEST(JsonReaderTest, KnowsWhereEachByteCameFrom)
{
    const auto text = unescape_json(R"(a\n\u20ac5\ud83d\ude00)");
    ASSERT_TRUE(text);
    EXPECT_EQ(text->origins, (std::vector<std::uint32_t>{0, 1, 3, 3, 3, 9, 10, 10, 10, 10, 22}));
    EXPECT_EQ(unescape_json("")->origins, std::vector<std::uint32_t>{0});
}

TEST(JsonReaderTest, RefusesEscapedDigits)
{
    EXPECT_FALSE(unescape_json(R"(1\u0032)"));
    EXPECT_FALSE(unescape_json(R"(\u0039)"));
    EXPECT_TRUE(unescape_json(R"(\u003a\u002f)"));
}

} // namespace
} // namespace datasync::texts
