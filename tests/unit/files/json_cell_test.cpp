// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// JSON in cells.
#include "files/json_cell.hpp"

#include <gtest/gtest.h>

#include <string>

namespace datasync::files {
namespace {

/// A tree as a line: texts in quotes, numbers as they are.
std::string words_of(const JsonValue& value)
{
    const std::string key = value.key.empty() ? "" : value.key + "=";
    switch (value.kind) {
    case JsonKind::null:
        return key + "null";
    case JsonKind::boolean:
    case JsonKind::number:
        return key + value.text;
    case JsonKind::text:
        return key + "\"" + value.text + "\"";
    case JsonKind::list:
    case JsonKind::object:
        break;
    }
    std::string members;
    for (const auto& member : value.members) {
        members += (members.empty() ? "" : " ") + words_of(member);
    }
    return key + (value.kind == JsonKind::list ? "[" + members + "]" : "{" + members + "}");
}

std::string read(std::string_view cell)
{
    JsonValue value;
    const auto problem = read_json_cell(cell, value);
    return problem ? "it " + *problem : words_of(value);
}

TEST(JsonCellTest, ReadsTrees)
{
    EXPECT_EQ(read(R"([{"sku": "A", "qty": 2, "gift": true, "note": null}, []])"),
              "[{sku=\"A\" qty=2 gift=true note=null} []]");
    EXPECT_EQ(read(R"({"a": {"b": {"c": [false]}}, "d": {}})"), "{a={b={c=[false]}} d={}}");
    EXPECT_EQ(read(" \"text\" "), "\"text\"");
    EXPECT_EQ(read(R"("\"\\\/\n\u00e4\ud83d\ude00ö")"), "\"\"\\/\nä😀ö\"");
}

TEST(JsonCellTest, KeepsNumbersAsTheyAreWritten)
{
    for (const std::string number :
         {"12.3400", "0.10", "-0.000", "1e5", "1.50E+02", "0", "-7", "18446744073709551615",
          "-9223372036854775808", "123456789012345678901234567890",
          "0.1234567890123456789012345678901234567890"}) {
        EXPECT_EQ(read(number), number);
        EXPECT_EQ(read("[" + number + ", " + number + "]"), "[" + number + " " + number + "]");
    }
}

TEST(JsonCellTest, FindsMembers)
{
    JsonValue value;
    ASSERT_FALSE(read_json_cell(R"({"a": 1, "b": "two"})", value));
    ASSERT_NE(value.find("b"), nullptr);
    EXPECT_EQ(value.find("b")->text, "two");
    EXPECT_EQ(value.find("c"), nullptr);
}

TEST(JsonCellTest, SaysWhereItIsNotJson)
{
    EXPECT_EQ(read(""), "it is not JSON: it ends too early, at character 1");
    EXPECT_EQ(read("[1, 2"), "it is not JSON: it ends too early, at character 6");
    EXPECT_EQ(read("{\"ä\": 1"), "it is not JSON: it ends too early, at character 8");
    EXPECT_EQ(read("[1,,2]"), "it is not JSON: \",\" is not expected, at character 4");
    EXPECT_EQ(read("[\"ä\" 2]"), "it is not JSON: \"2\" is not expected, at character 6");
    EXPECT_EQ(read("[1] x"), "it is not JSON: \"x\" is not expected, at character 5");
    EXPECT_EQ(read("{'a': 1}"), "it is not JSON: \"'\" is not expected, at character 2");
    EXPECT_EQ(read("[1,]"), "it is not JSON: \"]\" is not expected, at character 4");
    EXPECT_EQ(read("[01]"), "it is not JSON: \"1\" is not expected, at character 3");
    EXPECT_EQ(read("NaN"), "it is not JSON: \"N\" is not expected, at character 1");
    EXPECT_EQ(read("[\"a\nb\"]"), "it is not JSON: \"\\n\" is not expected, at character 4");
    EXPECT_EQ(read("[nulä]"), "it is not JSON: \"ä\" is not expected, at character 5");
    EXPECT_EQ(read("[1e400]"), "it is refused: 1e400 is too big for a number, at character 6");
}

TEST(JsonCellTest, RefusesKeysThatAreThereTwice)
{
    EXPECT_EQ(read(R"({"ü": 1, "ü": 2})"),
              "it is refused: the key \"ü\" is there twice, at character 12");
    EXPECT_EQ(read(R"([{"a": 1}, {"a": {"a": 2}}])"), "[{a=1} {a={a=2}}]");
}

TEST(JsonCellTest, RefusesZeroBytes)
{
    EXPECT_EQ(read(R"(["\u0000"])"), "it is refused: it has a zero byte in a text, at character 9");
    EXPECT_EQ(read(R"({"\u0000": 1})"),
              "it is refused: it has a zero byte in a text, at character 9");
}

TEST(JsonCellTest, RefusesWhatIsTooDeepOrTooMuch)
{
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_EQ(read(nested(k_deepest_json)), nested(k_deepest_json));
    EXPECT_EQ(read(nested(k_deepest_json + 1)),
              "it is refused: it is nested more than 32 deep, at character 33");
    EXPECT_EQ(read(nested(1'000'000)).substr(0, 14), "it is refused:");
    std::string many = "[0";
    for (std::size_t i = 1; i < k_most_json_values; ++i) { many += ",0"; }
    EXPECT_EQ(read(many + "]"),
              "it is refused: it has more than 200000 values, at character 400001");
}

} // namespace
} // namespace datasync::files
