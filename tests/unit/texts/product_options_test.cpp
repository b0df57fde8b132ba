// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which ids are found in the options of ordered products, and that their lengths follow them.
#include "unit/texts/found_references.hpp"

namespace datasync::texts {
namespace {

constexpr auto k_place = ReferencePlace::product_options;

using Notes = std::vector<std::string>;
using php::integer;
using php::list;
using php::map;
using php::named;
using php::text;

std::string buy_request(const php::Members& members)
{
    return named({{"info_buyRequest", named(members)}});
}

/// An entry of `options`.
std::string option(std::uint32_t id, std::string_view type, const std::string& value)
{
    return named({{"label", text("Größe 12")},
                  {"option_id", text(id)},
                  {"option_type", text(type)},
                  {"option_value", value}});
}

/// What was chosen, and `options` with a wrapping (8: a select) and an engraving (7: typed).
std::string with_two_options(const std::string& chosen, const Id& id, const std::string& typed)
{
    return named({{"info_buyRequest", named({{"options", chosen}})},
                  {"options", list({option(id(7), "field", typed),
                                    option(id(8), "drop_down", integer(id(11)))})}});
}

TEST(ProductOptionsTest, FindsProductsOfTheRequest)
{
    expect_exchange(
        [](const Id& id) {
            const auto related = std::to_string(id(3)) + "," + std::to_string(id(18));
            return buy_request({{"uenc", text("aHR0cDov,")},
                                {"product", text(id(17))},
                                {"related_product", text(related)},
                                {"super_group", map({{integer(id(55)), text("1")}})},
                                {"qty", integer(2)}});
        },
        k_place, "product:17 product:3 product:18 product:55");
}

TEST(ProductOptionsTest, FindsAttributesAndOptionsOfConfigurable)
{
    expect_exchange(
        [](const Id& id) {
            return buy_request({{"super_attribute", map({{integer(id(92)), text(id(41))},
                                                         {text(id(180)), integer(id(7))}})}});
        },
        k_place,
        "productattribute:92 eav_attribute_option:41 productattribute:180 "
        "eav_attribute_option:7");
}

TEST(ProductOptionsTest, FindsBundleOptionsAndSelections)
{
    expect_exchange(
        [](const Id& id) {
            const auto title = named({{"title", text("22\" LCD")}, {"qty", integer(1)}});
            return named(
                {{"info_buyRequest",
                  named({{"bundle_option",
                          map({{integer(id(14)), integer(id(39))},
                               {integer(id(15)), list({text(id(40)), text(id(41))})}})},
                         {"bundle_option_qty", map({{integer(id(14)), text("3")}})}})},
                 {"bundle_options", map({{integer(id(14)), named({{"option_id", integer(id(14))},
                                                                  {"value", list({title})}})}})}});
        },
        k_place,
        "bundle_option:14 bundle_selection:39 bundle_option:15 bundle_selection:40 "
        "bundle_selection:41 bundle_option:14 bundle_option:14 bundle_option:14");
}

TEST(ProductOptionsTest, FindsGroupedProductAndDownloads)
{
    expect_exchange(
        [](const Id& id) {
            const auto config = named({{"product_code", text("product_type")},
                                       {"product_type", text("grouped")},
                                       {"product_id", integer(id(54))}});
            return named({{"info_buyRequest", named({{"super_product_config", config},
                                                     {"links", list({integer(id(1))})}})},
                          {"super_product_config", config},
                          {"links", list({text(id(1)), text(id(2))})}});
        },
        k_place,
        "product:54 downloadable_link:1 product:54 downloadable_link:1 downloadable_link:2");
}

TEST(ProductOptionsTest, TellsChosenValuesFromTypedOnes)
{
    expect_exchange(
        [](const Id& id) {
            return with_two_options(
                map({{integer(id(7)), text("11")}, {integer(id(8)), text(id(11))}}), id,
                text("11"));
        },
        k_place,
        "product_option:7 -:11 product_option:8 product_option_value:11 product_option:7 "
        "product_option:8 product_option_value:11");
}

TEST(ProductOptionsTest, FindsSeveralValuesOfOneOption)
{
    for (const char* type : {"checkbox", "multiple", "radio"}) {
        expect_exchange(
            [type](const Id& id) {
                const auto values = std::to_string(id(12)) + "," + std::to_string(id(13));
                return named({{"info_buyRequest",
                               named({{"options", map({{integer(id(9)),
                                                        list({text(id(12)), text(id(13))})}})}})},
                              {"options", list({option(id(9), type, text(values))})}});
            },
            k_place,
            "product_option:9 product_option_value:12 product_option_value:13 product_option:9 "
            "product_option_value:12 product_option_value:13");
    }
}

TEST(ProductOptionsTest, KeepsDatesAndTexts)
{
    expect_exchange(
        [](const Id& id) {
            const auto date = named({{"month", text("2")}, {"year", text("2024")}});
            return named({{"info_buyRequest", named({{"options", map({{integer(id(10)), date}})}})},
                          {"options", list({option(id(10), "date", text("2024-02-01"))})}});
        },
        k_place, "product_option:10 -:2 -:2024 product_option:10");
}

TEST(ProductOptionsTest, SaysWhatNumberItCannotTell)
{
    const std::string unknown =
        buy_request({{"options", map({{integer(7), text("12")}, {integer(8), text("a 12")}})}});
    EXPECT_EQ(found(unknown, k_place), "product_option:7 -:12 product_option:8");
    EXPECT_EQ(scan_text(unknown, k_place).unparsed,
              Notes{"a number for option 7, whose type is not given"});
}

// As long as both options wait they are called 0, and cannot be told apart.
TEST(ProductOptionsTest, KeepsPositionsWhileOptionsWait)
{
    const auto waiting = with_two_options(
        map({{integer(0), text("11")}, {integer(0), integer(0)}}), [](std::uint32_t) { return 0U; },
        text("11"));
    const TextScan scan = scan_text(waiting, k_place);
    ASSERT_EQ(scan.references.size(), 7U);
    EXPECT_EQ(scan.references[1].id, 11U);
    EXPECT_EQ(scan.references[3].id, 0U);
}

TEST(ProductOptionsTest, FindsOptionsWithFiles)
{
    expect_exchange(
        [](const Id& id) {
            const auto key = "options_" + std::to_string(id(12)) + "_file_action";
            const auto file = named(
                {{"title", text("ä.png")},
                 {"size", integer(1234)},
                 {"url",
                  named({{"route", text("sales/download/downloadCustomOption")},
                         {"params", named({{"id", text(id(345))}, {"key", text("ab12")}})}})}});
            return named({{"info_buyRequest", named({{key, text("save_new")}})},
                          {"options", list({option(id(12), "file", text(file)),
                                            option(id(13), "file", file)})}});
        },
        k_place,
        "product_option:12 product_option:12 quote_item_option:345 product_option:13 "
        "quote_item_option:345");
}

TEST(ProductOptionsTest, LeavesEverythingElseAlone)
{
    const auto odd = named({{"item", text("5")},
                            {"options_x_file_action", text("5")},
                            {"options__file_action", text("5")},
                            {"options_5_file", text("5")},
                            {"product", text("")},
                            {"related_product", "N;"},
                            {"super_attribute", text("")},
                            {"bundle_option", "b:1;"},
                            {"options", "N;"}});
    const auto all = named({{"info_buyRequest", odd},
                            {"simple_sku", text("12")},
                            {"attributes_info", list({named({{"value", text("8")}})})},
                            {"options", list({text("5"), "N;", named({{"value", text("5")}})})},
                            {"bundle_options", text("5")},
                            {"links", "b:1;"}});
    EXPECT_EQ(found(all, k_place), "");
    EXPECT_EQ(scan_text(all, k_place).unparsed, Notes{});
    EXPECT_EQ(found(named({{"product", text("5")}}), k_place), "");
    EXPECT_EQ(found(list({text("5")}), k_place), "");
    EXPECT_EQ(found(text("5"), k_place), "");
    for (const char* value : {"i:-5;", "i:05;", "d:5;", "s:2:\"05\";", "i:4294967296;", "R:2;",
                              "s:2:\"5a\";", "C:1:\"A\":1:{5}", "E:3:\"A:B\";"}) {
        EXPECT_EQ(found(buy_request({{"product", value}}), k_place), "") << value;
    }
}

TEST(ProductOptionsTest, ReadsObjectsLikeArrays)
{
    EXPECT_EQ(found(R"(O:8:"stdClass":1:{s:15:"info_buyRequest";O:1:"A":1:{s:7:"product";i:5;}})",
                    k_place),
              "product:5");
}

} // namespace
} // namespace datasync::texts
