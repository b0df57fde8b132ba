// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// JSON in PHP's format, byte for byte what PHP itself writes.
#include "texts/php_from_json.hpp"

#include "texts/text_references.hpp"
#include "unit/texts/found_references.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace datasync::texts {
namespace {

std::string php_of(std::string_view json)
{
    return php_from_json(json).value_or("nothing");
}

TEST(PhpFromJsonTest, WritesScalars)
{
    EXPECT_EQ(php_of("null"), "N;");
    EXPECT_EQ(php_of("true"), "b:1;");
    EXPECT_EQ(php_of("false"), "b:0;");
    EXPECT_EQ(php_of("-12"), "i:-12;");
    EXPECT_EQ(php_of("9223372036854775807"), "i:9223372036854775807;");
    EXPECT_EQ(php_of("9223372036854775808"), "d:9.223372036854776E+18;");
    EXPECT_EQ(php_of(R"("Gr\u00f6\u00dfe \"x\" \/ \ud83d\ude00")"),
              "s:18:\"Größe \"x\" / \xF0\x9F\x98\x80\";");
    EXPECT_EQ(php_of("\"\""), "s:0:\"\";");
}

// What PHP 8.2 writes with serialize_precision=-1.
TEST(PhpFromJsonTest, WritesNumbersInPhpsForm)
{
    const std::vector<std::pair<const char*, const char*>> numbers = {
        {"0.1", "0.1"},
        {"1.0", "1"},
        {"-0.0", "-0"},
        {"149.99", "149.99"},
        {"-149.90", "-149.9"},
        {"1e2", "100"},
        {"1e15", "1000000000000000"},
        {"1e16", "10000000000000000"},
        {"1e17", "1.0E+17"},
        {"123456789012345678.0", "1.2345678901234568E+17"},
        {"0.00015", "0.00015"},
        {"0.0001", "0.0001"},
        {"0.00001", "1.0E-5"},
        {"0.000125", "0.000125"},
        {"1.25e25", "1.25E+25"},
        {"1e100", "1.0E+100"},
        {"1e-7", "1.0E-7"},
    };
    for (const auto& [json, php] : numbers) {
        EXPECT_EQ(php_of(json), "d:" + std::string(php) + ";") << json;
    }
}

TEST(PhpFromJsonTest, KeepsKeysInOrderAndMakesNumbersOfThem)
{
    EXPECT_EQ(php_of(R"({"b":1,"a":[2,[]],"5":{},"-5":3,"05":4,"-0":5,"":6,"1.5":7})"),
              "a:8:{s:1:\"b\";i:1;s:1:\"a\";a:2:{i:0;i:2;i:1;a:0:{}}i:5;a:0:{}i:-5;i:3;"
              "s:2:\"05\";i:4;s:2:\"-0\";i:5;s:0:\"\";i:6;s:3:\"1.5\";i:7;}");
    EXPECT_EQ(php_of(R"({"9223372036854775807":1,"9223372036854775808":2})"),
              "a:2:{i:9223372036854775807;i:1;s:19:\"9223372036854775808\";i:2;}");
    EXPECT_EQ(php_of(R"({"a":1,"b":2,"a":3})"), "a:2:{s:1:\"a\";i:3;s:1:\"b\";i:2;}");
}

TEST(PhpFromJsonTest, RefusesWhatPhpWouldNotRead)
{
    for (const std::string_view json :
         {std::string_view("{"), std::string_view(""), std::string_view("N;"),
          std::string_view("a:0:{}"), std::string_view("\xEF\xBB\xBF{}"),
          std::string_view("{}\0", 3), std::string_view("\"\xFF\""),
          std::string_view("\"\\ud83d\"")}) {
        EXPECT_EQ(php_of(json), "nothing") << json;
    }
    EXPECT_NE(php_of(std::string(512, '[') + std::string(512, ']')), "nothing");
    EXPECT_EQ(php_of(std::string(513, '[') + std::string(513, ']')), "nothing");
}

TEST(PhpFromJsonTest, ConvertsTextsInside)
{
    EXPECT_EQ(
        php_of(R"({"bundle_selection_attributes":"{\"price\":149.99,\"option_id\":\"14\"}"})"),
        "a:1:{s:27:\"bundle_selection_attributes\";s:52:\"a:2:{s:5:\"price\";d:149.99;"
        "s:9:\"option_id\";s:2:\"14\";}\";}");
    EXPECT_EQ(php_of(R"({"info_buyRequest":"{\"product\":5}"})"),
              "a:1:{s:15:\"info_buyRequest\";s:24:\"a:1:{s:7:\"product\";i:5;}\";}");
    EXPECT_EQ(php_of(R"({"options":[{"option_type":"file","option_value":"[1]"}]})"),
              "a:1:{s:7:\"options\";a:1:{i:0;a:2:{s:11:\"option_type\";s:4:\"file\";"
              "s:12:\"option_value\";s:14:\"a:1:{i:0;i:1;}\";}}}");
}

TEST(PhpFromJsonTest, KeepsTextsThatOnlyLookLikeJson)
{
    EXPECT_EQ(php_of(R"({"options":[{"option_type":"field","option_value":"[1]"}]})"),
              "a:1:{s:7:\"options\";a:1:{i:0;a:2:{s:11:\"option_type\";s:5:\"field\";"
              "s:12:\"option_value\";s:3:\"[1]\";}}}");
    EXPECT_EQ(php_of(R"({"info_buyRequest":"5","bundle_selection_attributes":"N;","note":"[1]"})"),
              "a:3:{s:15:\"info_buyRequest\";s:1:\"5\";s:27:\"bundle_selection_attributes\";"
              "s:2:\"N;\";s:4:\"note\";s:3:\"[1]\";}");
    EXPECT_EQ(php_of(R"({"options":{"a":"file","b":{"option_type":5}}})"),
              "a:1:{s:7:\"options\";a:2:{s:1:\"a\";s:4:\"file\";s:1:\"b\";a:1:{"
              "s:11:\"option_type\";i:5;}}}");
}

TEST(PhpFromJsonTest, KeepsTheReferences)
{
    const std::string json =
        R"({"info_buyRequest":{"product":"17","options":{"7":"5","8":11}},"options":[{"option_id":)"
        R"("7","option_type":"field"},{"option_id":"8","option_type":"radio","option_value":"11"}],)"
        R"("bundle_selection_attributes":"{\"option_label\":\"\u00fc\",\"option_id\":14}"})";
    const auto place = ReferencePlace::product_options;
    EXPECT_EQ(found(php_of(json), place), found(json, place));
    EXPECT_EQ(found(json, place).substr(0, 27), "product:17 product_option:7");
}

} // namespace
} // namespace datasync::texts
