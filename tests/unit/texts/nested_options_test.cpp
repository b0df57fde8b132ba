// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Serialized texts inside the strings of others, and options that are JSON.
#include "unit/texts/found_references.hpp"

#include <nlohmann/json.hpp>

namespace datasync::texts {
namespace {

constexpr auto k_place = ReferencePlace::product_options;

using Json = nlohmann::ordered_json;
using Notes = std::vector<std::string>;
using php::integer;
using php::map;
using php::named;
using php::text;

std::string bundle_part_php(const Id& id)
{
    return named({{"option_label", text("Größe \"x\" / 5")},
                  {"option_id", text(id(14))},
                  {"price", "d:149.99;"}});
}

std::string bundle_part_json(const Id& id)
{
    return Json({{"option_label", "Größe \"x\" / 5"},
                 {"option_id", std::to_string(id(14))},
                 {"price", 149.99}})
        .dump(-1, ' ', true);
}

TEST(NestedOptionsTest, FollowsPhpInPhp)
{
    expect_exchange(
        [](const Id& id) {
            return named({{"bundle_selection_attributes", text(bundle_part_php(id))},
                          {"links", php::list({text(id(5))})}});
        },
        k_place, "bundle_option:14 downloadable_link:5");
}

// The list gets a length of two digits instead of one, which count for the length around it.
TEST(NestedOptionsTest, CountsTheDigitsOfLengths)
{
    expect_exchange(
        [](const Id& id) {
            const auto list = std::to_string(id(1)) + "," + std::to_string(id(2));
            return named({{"info_buyRequest", text(named({{"related_product", text(list)}}))}});
        },
        k_place, "product:1 product:2");
}

TEST(NestedOptionsTest, FollowsJsonInPhp)
{
    expect_exchange(
        [](const Id& id) {
            return named({{"bundle_selection_attributes", text(bundle_part_json(id))}});
        },
        k_place, "bundle_option:14");
}

TEST(NestedOptionsTest, FollowsPhpInJson)
{
    for (const bool is_ascii : {true, false}) {
        expect_exchange(
            [is_ascii](const Id& id) {
                return Json({{"bundle_selection_attributes", bundle_part_php(id)}})
                    .dump(-1, ' ', is_ascii);
            },
            k_place, "bundle_option:14");
    }
}

TEST(NestedOptionsTest, FollowsJsonInJson)
{
    expect_exchange(
        [](const Id& id) {
            return Json({{"bundle_selection_attributes", bundle_part_json(id)},
                         {"links", {id(5), std::to_string(id(6))}}})
                .dump();
        },
        k_place, "bundle_option:14 downloadable_link:5 downloadable_link:6");
}

// JSON, in it PHP, in that JSON: escapes and lengths at once.
TEST(NestedOptionsTest, FollowsThreeLevels)
{
    expect_exchange(
        [](const Id& id) {
            const auto file =
                Json({{"title", "ü\n"}, {"url", {{"params", {{"id", std::to_string(id(345))}}}}}})
                    .dump(-1, ' ', true);
            const auto related = "ü\t\"," + std::to_string(id(3));
            const auto request =
                named({{"product", text(id(17))}, {"related_product", text(related)}});
            return Json({{"info_buyRequest", request},
                         {"options",
                          {{{"option_id", id(12)}, {"option_type", "file"}, {"option_value", file}},
                           {{"option_id", id(13)},
                            {"option_type", "file"},
                            {"option_value", named({{"url", text("x")}})}}}}})
                .dump(-1, ' ', true);
        },
        k_place, "product:17 product:3 product_option:12 quote_item_option:345 product_option:13");
}

TEST(NestedOptionsTest, ReadsTheWholeRequestFromString)
{
    expect_exchange(
        [](const Id& id) {
            const auto request = named(
                {{"options", map({{integer(id(7)), text("11")}, {integer(id(8)), text(id(11))}})}});
            const auto option = [&](std::uint32_t at, const char* type, const std::string& value) {
                return named({{"option_id", integer(id(at))},
                              {"option_type", text(type)},
                              {"option_value", value}});
            };
            return named({{"info_buyRequest", text(request)},
                          {"options", php::list({option(7, "field", text("11")),
                                                 option(8, "radio", text(id(11)))})}});
        },
        k_place,
        "product_option:7 -:11 product_option:8 product_option_value:11 product_option:7 "
        "product_option:8 product_option_value:11");
}

TEST(NestedOptionsTest, FindsAllIdsOfJson)
{
    const std::string json =
        R"( {"info_buyRequest" : {"product":"17","related_product":"3, 18", "super_attribute":)"
        R"({"92":41,"180":"7"},"options":{"8":["11","12"]},"options_12_file_action":"x",)"
        R"("bundle_option":{"14":39},"links":[1, "2" ]},"options":[{"option_id":8,)"
        R"("option_type":"checkbox","option_value":"11,12"}],"bundle_options":[],)"
        R"("super_product_config":{"product_id":54}} )";
    EXPECT_EQ(found(json, k_place),
              "product:17 product:3 product:18 productattribute:92 eav_attribute_option:41 "
              "productattribute:180 eav_attribute_option:7 product_option:8 "
              "product_option_value:11 product_option_value:12 product_option:12 "
              "bundle_option:14 bundle_selection:39 downloadable_link:1 downloadable_link:2 "
              "product_option:8 product_option_value:11 product_option_value:12 product:54");
    const TextScan scan = scan_text(json, k_place);
    EXPECT_TRUE(scan.lengths.empty());
    EXPECT_TRUE(scan.unparsed.empty());
}

TEST(NestedOptionsTest, SaysWhatItCannotRead)
{
    const auto broken = text("a:1:{s:9:\"option_id\";i:14;");
    EXPECT_EQ(scan_text(named({{"bundle_selection_attributes", broken}}), k_place).unparsed,
              Notes{"bundle_selection_attributes that is neither PHP-serialized nor JSON"});
    EXPECT_EQ(scan_text(R"({"info_buyRequest":"{\"product\":\u0035}"})", k_place).unparsed,
              Notes{"info_buyRequest that is neither PHP-serialized nor JSON"});
    EXPECT_EQ(scan_text(R"({"info_buyRequest":"7"})", k_place).unparsed,
              Notes{"info_buyRequest that is neither PHP-serialized nor JSON"});
    EXPECT_EQ(scan_text(R"({"info_buyRequest":""})", k_place).unparsed, Notes{});
}

TEST(NestedOptionsTest, HasNoLengthsWithoutReferences)
{
    const auto without = named({{"info_buyRequest", text(named({{"product", text("x")}}))}});
    EXPECT_TRUE(scan_text(without, k_place).lengths.empty());
}

} // namespace
} // namespace datasync::texts
