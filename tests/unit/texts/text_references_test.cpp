// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which ids are found in CMS texts and layout XML, and that nothing else is touched.
#include "texts/text_references.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace datasync::texts {
namespace {

/// The references of a text as "target:id target:id".
std::string found(std::string_view text, ReferencePlace place = ReferencePlace::directives)
{
    std::string all;
    for (const TextReference& reference : scan_text(text, place).references) {
        EXPECT_EQ(std::to_string(reference.id), text.substr(reference.offset, reference.length));
        all += (all.empty() ? "" : " ") + std::string(reference.target) + ":" +
               std::to_string(reference.id);
    }
    return all;
}

std::string found_in_layout(std::string_view text)
{
    return found(text, ReferencePlace::layout_xml);
}

std::vector<std::string> unparsed(std::string_view text,
                                  ReferencePlace place = ReferencePlace::directives)
{
    return scan_text(text, place).unparsed;
}

using Notes = std::vector<std::string>;

TEST(TextReferencesTest, FindsCmsBlockOfBlockDirective)
{
    EXPECT_EQ(found(R"(<p>{{block id="5"}}</p>)"), "cms_block:5");
    EXPECT_EQ(found("{{block id='5'}}"), "cms_block:5");
    EXPECT_EQ(found("{{block id=5}}"), "cms_block:5");
    EXPECT_EQ(found("{{block id=5 output=toHtml}}"), "cms_block:5");
    EXPECT_EQ(found("{{Block\n\tid = \"5\"}}"), ""); // White space behind "=" ends the value.
    EXPECT_EQ(found("{{BLOCK\n\tid =\" 5 \"}}"), "cms_block:5");
    EXPECT_EQ(found(R"({{block type="cms/block" block_id="5"}})"), "cms_block:5");
    EXPECT_EQ(found(R"({{block type="cms/widget_block" block_id="5" template="x"}})"),
              "cms_block:5");
}

TEST(TextReferencesTest, LeavesIdentifiersAlone)
{
    EXPECT_EQ(found(R"({{block id="footer_links"}}{{block type="cms/block" block_id="5a"}})"), "");
    EXPECT_EQ(found(R"({{block type="core/template" id="5"}})"), "");
    EXPECT_EQ(found(R"({{block foo id="5"}})"), "");
    EXPECT_TRUE(unparsed(R"({{block type="core/template" id="5"}})").empty());
}

TEST(TextReferencesTest, TakesOnlyPlainNumbersOf32BitsForIds)
{
    EXPECT_EQ(found(R"({{block id="0"}})"), "cms_block:0");
    EXPECT_EQ(found(R"({{block id="4294967295"}})"), "cms_block:4294967295");
    for (const char* number : {"4294967296", "99999999999999999999999", "05", "00", "+5", "-5",
                               "5.0", "0x5", "5 6", "", " "}) {
        EXPECT_EQ(found("{{block id=\"" + std::string(number) + "\"}}"), "") << number;
    }
}

TEST(TextReferencesTest, FindsIdsOfWidgets)
{
    EXPECT_EQ(found(R"({{widget type="cms/widget_block" template="a.phtml" block_id="5"}})"),
              "cms_block:5");
    EXPECT_EQ(found(R"({{widget type="cms/widget_page_link" page_id="3"}})"), "cms_page:3");
    EXPECT_EQ(found(R"({{widget type="catalog/product_widget_link" id_path="product/12"}})"),
              "product:12");
    EXPECT_EQ(found(R"({{widget type="catalog/product_widget_link" id_path="product/12/34"}})"),
              "product:12 category:34");
    EXPECT_EQ(found(R"({{widget type="catalog/category_widget_link" id_path="category/7"}})"),
              "category:7");
}

TEST(TextReferencesTest, KnowsParametersOfUnknownWidgetsByName)
{
    EXPECT_EQ(found(R"({{widget type="my/own" product_id="1" category_id="2" x="3"}})"),
              "product:1 category:2");
    EXPECT_EQ(found(R"({{widget type="my/own" product_ids="1, 2,x,03,4" category_ids="5"}})"),
              "product:1 product:2 product:4 category:5");
    EXPECT_EQ(found(R"({{widget type="my/own" chosen="product/8" product_id="product/9"}})"),
              "product:8 product:9");
    EXPECT_EQ(found(R"({{block type="catalog/product_list" category_id="7"}})"), "category:7");
}

TEST(TextReferencesTest, LeavesWhatOnlyResemblesAnIdPath)
{
    for (const char* path : {"product/", "product/x", "product/012", "product/1/x", "product/1/2/3",
                             "category/1/2", "customer/5", "/product/5"}) {
        EXPECT_EQ(found("{{widget type=\"x\" id_path=\"" + std::string(path) + "\"}}"), "") << path;
    }
}

TEST(TextReferencesTest, ReadsQuotesStoredByTheEditor)
{
    EXPECT_EQ(found("{{widget type=&quot;cms/widget_block&quot; block_id=&quot;5&quot;}}"),
              "cms_block:5");
    EXPECT_EQ(found("{{widget type=&#039;x&#039; id_path=&#39;product/1/2&#39; page_id=&#34;3"
                    "&#34;}}"),
              "product:1 category:2 cms_page:3");
    EXPECT_EQ(found(R"({{widget title="a &quot;b&quot;" block_id="5"}})"), "cms_block:5");
}

TEST(TextReferencesTest, FindsIdsOfStoreLinks)
{
    EXPECT_EQ(found(R"({{store url="catalog/product/view/id/12"}})"), "product:12");
    EXPECT_EQ(found(R"({{store url="catalog/product/view/id/12/category/7/"}})"),
              "product:12 category:7");
    EXPECT_EQ(found(R"({{store url="catalog/product/view/s/some-name/id/12?a=b#c"}})"),
              "product:12");
    EXPECT_EQ(found(R"({{store direct_url="catalog/category/view/id/7"}})"), "category:7");
    EXPECT_EQ(found(R"({{store direct_url="/index.php/catalog/category/view/id/7"}})"),
              "category:7");
    EXPECT_EQ(found(R"({{store url="cms/page/view/page_id/3"}})"), "cms_page:3");
    EXPECT_EQ(found(R"({{store url='checkout/cart/add/product/12/qty/1'}})"), "product:12");
}

TEST(TextReferencesTest, FindsIdsBesideTheAddress)
{
    EXPECT_EQ(found(R"({{store url="catalog/product/view" id="12"}})"), "product:12");
    EXPECT_EQ(found(R"({{store id="12" category="7" url="catalog/product/view"}})"),
              "product:12 category:7");
    EXPECT_EQ(found(R"({{store url="catalog/category/view" _query_id="7"}})"), "category:7");
    EXPECT_EQ(found(R"({{store url="my/own/page" product_id="12"}})"), "product:12");
}

TEST(TextReferencesTest, LeavesOtherLinksAlone)
{
    for (const char* text : {
             R"({{store url=""}})",
             R"({{store url="customer/account"}})",
             R"({{store direct_url="electronics/cell-phones.html?manufacturer=3"}})",
             R"({{store direct_url="electronics/computers/laptops?computer_manufacturers=79"}})",
             R"({{store url="catalog/product/view/?id=12"}})",
             R"({{store url="catalog/product/view/name/id"}})",
             R"(<a href="/catalog/product/view/id/12">)",
             R"({{skin url="catalog/product/view/id/12"}})",
             R"({{media url="product/12"}}{{config path="x" id="5"}}{{htmlescape var=5}})",
             R"({{var block_id=5}}{{depend id=5}}{{if product_id=5}})",
         }) {
        EXPECT_EQ(found(text), "") << text;
        EXPECT_TRUE(unparsed(text).empty()) << text;
    }
}

TEST(TextReferencesTest, ScansWhatStandsBetweenOtherDirectives)
{
    EXPECT_EQ(found(R"({{depend a}}{{block id="1"}}{{/depend}}{{if b}}{{block id="2"}}{{/if}})"),
              "cms_block:1 cms_block:2");
    EXPECT_EQ(found(R"(<!-- {{block id="1"}} -->)"), "cms_block:1");
    EXPECT_EQ(found(R"({{{block id="1"}}} {{unknown {{block id="2"}})"), "cms_block:1 cms_block:2");
}

TEST(TextReferencesTest, SurvivesBrokenDirectives)
{
    EXPECT_EQ(found("{{skin url='images/x.gif}} {{block id=\"5\"}}"), "cms_block:5");
    EXPECT_EQ(found("{{block id=\"5}} {{block id=\"6\"}}"), "cms_block:5 cms_block:6");
    EXPECT_EQ(found("{{block id=\"6\\"), "");
    EXPECT_EQ(found("{{block id=\"6\\}}"), "");
    EXPECT_EQ(found("{{block id=\"6\""), "");
    for (const char* text : {"", "{", "{{", "{{}}", "{{}", "{{block", "{{block}}", "{{block =}}",
                             "{{block id=}}", "{{block id}}", "{{block id=\"}}", "}}{{",
                             "{{widget id_path=&quot;}}", "{{store}}", "{{store url=}}"}) {
        EXPECT_EQ(found(text), "") << text;
    }
}

TEST(TextReferencesTest, TakesNoLongerForManyOpeningBraces)
{
    std::string text;
    for (int i = 0; i < 500000; ++i) { text += "{{"; }
    EXPECT_EQ(found(text), "");
    EXPECT_EQ(found(text + "block id=5}}"), "cms_block:5");
}

TEST(TextReferencesTest, ReportsIdsThatCannotBeRead)
{
    EXPECT_EQ(unparsed(R"({{widget type="x" conditions="a:1:{}" block_id="5"}})"),
              Notes{"the parameter conditions of a widget directive"});
    EXPECT_EQ(unparsed("{{widget type=\"x\" conditions_encoded=\"^[`1`]\"}}").size(), 1U);
    EXPECT_TRUE(unparsed(R"({{widget type="x" conditions=""}})").empty());
    EXPECT_EQ(unparsed(R"({{widget id="3"}})"), Notes{"the parameter id=3 of a widget directive"});
    EXPECT_EQ(unparsed(R"({{block type="x" store_id="3"}})"),
              Notes{"the parameter store_id=3 of a block directive"});
    EXPECT_EQ(unparsed(R"({{store url="customer/address/edit/id/9"}})"),
              Notes{"id/9 in a link to customer/address/edit"});
    EXPECT_EQ(found(R"({{store url="customer/address/edit/id/9"}})"), "");
}

TEST(TextReferencesTest, FindsIdsOfLayoutActions)
{
    EXPECT_EQ(found_in_layout(R"(<reference name="left"><block type="cms/block" name="x">
        <action method="setBlockId"><block_id> 5
        </block_id></action></block></reference>)"),
              "cms_block:5");
    EXPECT_EQ(
        found_in_layout(R"(<action method="setCategoryId"><category_id>7</category_id></action>
        <action method='setProductId'><product_id>8</product_id></action>
        <action method="setPageId" ifconfig="a/b"><page_id>9</page_id></action>)"),
        "category:7 product:8 cms_page:9");
    EXPECT_EQ(found_in_layout("<action method=\"own\"><a><block_id>0</block_id></a></action>"),
              "cms_block:0");
    EXPECT_EQ(
        found_in_layout("<action method=\"own\"><block_id><![CDATA[ 5 ]]></block_id></action>"),
        "cms_block:5");
}

TEST(TextReferencesTest, ReadsArgumentsOfLayoutActionsByPlace)
{
    EXPECT_EQ(found_in_layout("<action method=\"setCategoryId\"><x>7</x><y>8</y></action>"),
              "category:7");
    EXPECT_EQ(found_in_layout("<action method = 'setData'><name>block_id</name>"
                              "<value>5</value></action>"),
              "cms_block:5");
    EXPECT_EQ(found_in_layout("<action method=\"setData\"><name>id_path</name>"
                              "<value>product/12/34</value></action>"),
              "product:12 category:34");
    EXPECT_EQ(found_in_layout("<action method=\"setData\"><name>cache</name>"
                              "<value>5</value></action>"),
              "");
    EXPECT_EQ(found_in_layout("<action method=\"setCategoryId\"><x/><y>8</y></action>"), "");
}

TEST(TextReferencesTest, LeavesOtherLayoutAlone)
{
    for (const char* text : {
             "<!--<action method=\"setBlockId\"><block_id>5</block_id></action>-->",
             "<action method=\"setBlockId\"><block_id>footer</block_id></action>",
             "<action method=\"setBlockId\"><block_id>05</block_id></action>",
             "<action method=\"setBlockId\"><block_id/></action><block_id>5</block_id>",
             "<action method=\"setBlockId\"/><block_id>5</block_id>",
             "<reference><block_id>5</block_id></reference>",
             "<action method=\"x\"><!-- <block_id>5</block_id> --><a>6</a></action>",
             "<action method=\"x\"><![CDATA[<block_id>5</block_id>]]></action>",
             "<block block_id=\"5\" name='a > b'/><?php x ?>",
             "",
             "no XML at all",
         }) {
        EXPECT_EQ(found_in_layout(text), "") << text;
        EXPECT_TRUE(unparsed(text, ReferencePlace::layout_xml).empty()) << text;
    }
}

TEST(TextReferencesTest, GivesUpOnLayoutThatIsNotWellFormed)
{
    const std::string good = "<action method=\"setBlockId\"><block_id>5</block_id></action>";
    for (const char* rest : {"<", "<a", "<a>", "</a>", "<a></b>", "<!-- ", "<![CDATA[", "<a b=\"c>",
                             "<>", "</>", "<?xml", "<!-->"}) {
        EXPECT_EQ(found_in_layout(good + rest), "") << rest;
        EXPECT_EQ(unparsed(good + rest, ReferencePlace::layout_xml),
                  Notes{"layout XML that is not well formed"})
            << rest;
    }
}

TEST(TextReferencesTest, ReplacesIdsAndKeepsAllOtherBytes)
{
    const std::string text = "\xFF{{block id=\"5\"}}{{skin url='x}}\r\n{{widget type=\"a\" "
                             "id_path=\"product/12/34\"}} \n";
    const TextScan scan = scan_text(text, ReferencePlace::directives);
    const std::vector<std::uint32_t> ids = {4294967295U, 0, 7};
    const std::string replaced = replace_ids(text, scan, ids);
    EXPECT_EQ(replaced, "\xFF{{block id=\"4294967295\"}}{{skin url='x}}\r\n{{widget type=\"a\" "
                        "id_path=\"product/0/7\"}} \n");
    EXPECT_EQ(found(replaced), "cms_block:4294967295 product:0 category:7");
    EXPECT_EQ(replace_ids(replaced, scan_text(replaced, ReferencePlace::directives),
                          std::vector<std::uint32_t>{5, 12, 34}),
              text);
}

TEST(TextReferencesTest, ReplacesNothingWithoutReferences)
{
    EXPECT_EQ(replace_ids("abc", {}, {}), "abc");
    EXPECT_EQ(replace_ids("", {}, {}), "");
}

TEST(TextReferencesTest, RefusesIdsThatDoNotBelongToTheText)
{
    const TextScan scan = {{{1, 1, 5, "product"}, {1, 1, 5, "product"}}, {}, {}};
    const TextScan first = {{{1, 1, 5, "product"}}, {}, {}};
    const std::vector<std::uint32_t> ids = {1, 2};
    EXPECT_THROW(replace_ids("a5b", scan, {}), std::logic_error);
    EXPECT_THROW(replace_ids("a5b", scan, ids), std::logic_error);
    EXPECT_THROW(replace_ids("", first, std::span(ids).first(1)), std::logic_error);
}

} // namespace
} // namespace datasync::texts
