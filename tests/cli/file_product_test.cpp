// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Products from CSV files: what they are, where they are sold, what they cost and show.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"
#include "support/lint.hpp"

#include <fmt/format.h>

#include <optional>

namespace datasync::test {

namespace {

class FileProductTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }
    /// Lines below the columns that every file has.
    std::string update(std::string_view columns, std::string_view lines, const Words& more = {})
    {
        return files().update("product", with_columns(columns, lines), more);
    }
    Json report(std::string_view columns, std::string_view lines, const Words& more)
    {
        return files().report("product", with_columns(columns, lines), more);
    }
    static std::string with_columns(std::string_view columns, std::string_view lines)
    {
        return fmt::format("sku,name,attribute_set,type_id,price{}\n{}", columns, lines);
    }

    /// What an expression over rows of a table of the product `p` says, in the order of the rows.
    std::string rows(std::string_view sku, std::string_view expression, std::string_view tables)
    {
        return destination()
            .value(fmt::format("SELECT COALESCE(GROUP_CONCAT({} ORDER BY 1 SEPARATOR '; '), '') "
                               "FROM catalog_product_entity p {} WHERE p.sku = '{}'",
                               expression, tables, sku))
            .value_or("NULL");
    }
    std::string stock(std::string_view sku)
    {
        return rows(sku, "CONCAT_WS(' ', s.stock_id, s.qty, s.is_in_stock)",
                    "JOIN cataloginventory_stock_item s ON s.product_id = p.entity_id");
    }
    std::string websites(std::string_view sku)
    {
        return rows(sku, "w.code",
                    "JOIN catalog_product_website l ON l.product_id = p.entity_id JOIN "
                    "core_website w USING (website_id)");
    }
    std::string categories(std::string_view sku)
    {
        return rows(sku, "CONCAT_WS(' ', c.category_id, c.position)",
                    "JOIN catalog_category_product c ON c.product_id = p.entity_id");
    }
    std::string pictures(std::string_view sku)
    {
        return rows(sku, "CONCAT_WS(' ', g.value, v.store_id, COALESCE(v.label, '-'), v.position)",
                    "JOIN catalog_product_entity_media_gallery g ON g.entity_id = p.entity_id LEFT "
                    "JOIN catalog_product_entity_media_gallery_value v USING (value_id)");
    }
    std::string marks(std::string_view sku)
    {
        return rows(sku, "CONCAT_WS(' ', p.has_options, p.required_options)", "");
    }

private:
    std::optional<FileSource> m_files;
};

TEST_F(FileProductTest, ANewProductGetsWhatTheShopWouldGiveIt)
{
    ASSERT_EQ(update("", "NEW-1,One,Default,simple,9.5\n"), "1 created");
    EXPECT_EQ(value(destination(), "NEW-1", "name"), "One");
    EXPECT_EQ(value(destination(), "NEW-1", "price"), "9.5000");
    EXPECT_EQ(value(destination(), "NEW-1", "status"), "1");
    EXPECT_EQ(value(destination(), "NEW-1", "visibility"), "4");
    EXPECT_EQ(stock("NEW-1"), "1 0.0000 0");
    EXPECT_EQ(websites("NEW-1"), "base");
    EXPECT_EQ(categories("NEW-1"), "");
    EXPECT_EQ(marks("NEW-1"), "0 0");
    EXPECT_EQ(update("", "NEW-1,One,Default,simple,9.50\n"), "1 unchanged");
}

TEST_F(FileProductTest, WordsStandForNumbersAndOptions)
{
    ASSERT_EQ(update(",status,visibility,color,name@german,tax_class_id,price@german",
                     "N-1,One,Default,simple,9,Disabled,\"catalog, search\",blue,Eins,0,8\n"),
              "1 created");
    EXPECT_EQ(value(destination(), "N-1", "status"), "2");
    EXPECT_EQ(value(destination(), "N-1", "visibility"), "4");
    EXPECT_EQ(value(destination(), "N-1", "color"), option(destination(), "color", "Blue"));
    EXPECT_EQ(value(destination(), "N-1", "name", "german"), "Eins");
    const auto bad =
        lint("product", with_columns(",status,type,image,tier_price,qty",
                                     "N-1,One,Default,kit,,perhaps,x,../x.jpg,3,many\n"));
    EXPECT_EQ(bad.exit_code, 3);
    for (const auto* const part :
         {"\"kit\" is no type of product", "\"3\" is not what tier prices are read from"}) {
        EXPECT_TRUE(has(bad.out, part)) << part << "\n" << bad.out;
    }
    const auto worse =
        lint("product",
             with_columns(",status,image,qty", "N-1,One,Default,simple,,perhaps,../x.jpg,many\n"));
    for (const auto* const part :
         {"price: is empty", "\"perhaps\" is none of enabled (1); disabled (2)",
          "\"../x.jpg\" is no path of a picture", "qty: \"many\" is not a number"}) {
        EXPECT_TRUE(has(worse.out, part)) << part << "\n" << worse.out;
    }
}

TEST_F(FileProductTest, WhatAFileDoesNotSayStays)
{
    ASSERT_EQ(update(",weight,qty,categories,image,description,tier_prices,custom_options",
                     "N-1,One,Default,simple,9,2.5,7,Keep,/a/b/c.jpg,Long,all:2:8,A:field:yes:1\n"),
              "1 created");
    const auto told = [&] {
        return fmt::format("{} | {} | {} | {} | {} | {}", stock("N-1"), categories("N-1"),
                           pictures("N-1"), marks("N-1"), value(destination(), "N-1", "weight"),
                           value(destination(), "N-1", "description"));
    };
    const auto before = told();
    EXPECT_EQ(before, "1 7.0000 1 | 40 1 | /a/b/c.jpg 0 - 1 | 1 1 | 2.5000 | Long");
    EXPECT_EQ(update("", "N-1,Uno,Default,simple,9\n"), "1 updated");
    EXPECT_EQ(told(), before);
    EXPECT_EQ(counts(report(",weight,description,categories", "N-1,Uno,Default,simple,9,,,\n",
                            {"-d", "merge"})),
              "1 unchanged");
    EXPECT_EQ(told(), before);
    EXPECT_EQ(
        update(",weight,description,categories,custom_options", "N-1,Uno,Default,simple,9,,,,\n"),
        "1 updated");
    EXPECT_EQ(told(), "1 7.0000 1 |  | /a/b/c.jpg 0 - 1 | 0 0 | none | none");
}

TEST_F(FileProductTest, PlacesAreTheOnesThatAreNamed)
{
    ASSERT_EQ(update(",websites,categories", "N-1,One,Default,simple,9,all,Keep\n"), "1 created");
    EXPECT_EQ(websites("N-1"),
              destination().value("SELECT GROUP_CONCAT(code ORDER BY 1 SEPARATOR "
                                  "'; ') FROM core_website WHERE website_id <> 0"));
    const auto bad =
        report(",categories", "N-1,One,Default,simple,9,Keep|Nowhere/At all\n", {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(bad, 2), "names \"Nowhere\", which the destination does not have"))
        << told_of_line(bad, 2);
    const auto unknown = report(",category_ids", "N-1,One,Default,simple,9,7\n", {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(unknown, 2), "column category_ids: \"7\" is the entity_id of no "
                                              "category that has come from this source"))
        << told_of_line(unknown, 2);
    EXPECT_EQ(categories("N-1"), "40 1");
    ASSERT_EQ(files().update("category", "entity_id,name,path\n7,Cups,Cups\n"), "1 created");
    EXPECT_EQ(update(",category_ids,websites", "N-1,One,Default,simple,9,7,base\n"), "1 updated");
    EXPECT_EQ(categories("N-1"), category(destination(), "Cups") + " 1");
    EXPECT_EQ(websites("N-1"), "base");
}

TEST_F(FileProductTest, PicturesOfAListKeepTheirLabels)
{
    ASSERT_EQ(update(",image,media_gallery",
                     "N-1,One,Default,simple,9,a/b/c.jpg,\"[{\"\"file\"\":\"\"/a/b/"
                     "c.jpg\"\",\"\"label\"\":\"\"Front\"\",\"\"position\"\":4}]\"\n"),
              "1 created");
    EXPECT_EQ(pictures("N-1"), "/a/b/c.jpg 0 Front 4");
    EXPECT_EQ(value(destination(), "N-1", "image"), "/a/b/c.jpg");
    EXPECT_EQ(update(",media_gallery", "N-1,One,Default,simple,9,/a/b/c.jpg|/a/b/d.jpg\n"),
              "1 updated");
    EXPECT_EQ(pictures("N-1"), "/a/b/c.jpg 0 Front 4; /a/b/d.jpg 0 - 2");
    EXPECT_EQ(update(",small_image", "N-1,One,Default,simple,9,/x.jpg\n"), "1 updated");
    EXPECT_EQ(pictures("N-1"), "/a/b/c.jpg 0 Front 4; /a/b/d.jpg 0 - 2; /x.jpg 0 - 1");
    EXPECT_EQ(update(",media_gallery", "N-1,One,Default,simple,9,d/d.jpg\n"), "1 updated");
    EXPECT_EQ(pictures("N-1"), "/d/d.jpg 0 - 1");
}

TEST_F(FileProductTest, PricesForGroupsAndQuantities)
{
    const auto prices = [&] {
        return rows("N-1",
                    "CONCAT_WS(' ', t.all_groups, g.customer_group_code, t.qty, t.value, "
                    "t.website_id)",
                    "JOIN catalog_product_entity_tier_price t ON t.entity_id = p.entity_id JOIN "
                    "customer_group g USING (customer_group_id)");
    };
    ASSERT_EQ(update(",tier_prices,group_prices",
                     "N-1,One,Default,simple,9,ALL GROUPS:5:8|General:10:7.5,General:10%\n"),
              "1 created");
    EXPECT_EQ(prices(), "0 General 10.0000 7.5000 0; 1 NOT LOGGED IN 5.0000 8.0000 0");
    EXPECT_EQ(rows("N-1", "CONCAT_WS(' ', t.value, t.is_percent)",
                   "JOIN catalog_product_entity_group_price t ON t.entity_id = p.entity_id"),
              "10.0000 1");
    EXPECT_EQ(update(",tier_prices",
                     "N-1,One,Default,simple,9,\"[{\"\"group\"\":\"\"General\"\",\"\"qty\"\":10,"
                     "\"\"price\"\":7,\"\"website\"\":\"\"base\"\"}]\"\n"),
              "1 updated");
    EXPECT_EQ(prices(), "0 General 10.0000 7.0000 " +
                            destination()
                                .value("SELECT website_id FROM core_website WHERE code = 'base'")
                                .value_or(""));
    const auto bad =
        report(",tier_prices", "N-1,One,Default,simple,9,Nobody:5:8\n", {"-d", "update"});
    EXPECT_TRUE(has(told_of_line(bad, 2), "column tier_prices: \"Nobody\" is no customer group"))
        << told_of_line(bad, 2);
}

TEST_F(FileProductTest, OptionsKeepTheirIdsWhileTheyAreTheSame)
{
    const auto options = [&] {
        return rows(
            "N-1",
            "CONCAT_WS(' ', t.title, o.type, o.is_require, COALESCE(vt.title, '-'), "
            "COALESCE(vp.price, op.price), COALESCE(vp.price_type, op.price_type))",
            "JOIN catalog_product_option o ON o.product_id = p.entity_id JOIN "
            "catalog_product_option_title t ON t.option_id = o.option_id AND t.store_id = 0 "
            "LEFT JOIN catalog_product_option_price op ON op.option_id = o.option_id LEFT "
            "JOIN catalog_product_option_type_value v ON v.option_id = o.option_id LEFT "
            "JOIN catalog_product_option_type_title vt ON vt.option_type_id = "
            "v.option_type_id AND vt.store_id = 0 LEFT JOIN "
            "catalog_product_option_type_price vp ON vp.option_type_id = v.option_type_id");
    };
    const auto ids = [&] {
        return rows("N-1", "o.option_id",
                    "JOIN catalog_product_option o ON o.product_id = p.entity_id");
    };
    ASSERT_EQ(update(",custom_options",
                     "N-1,One,Default,simple,9,Size:drop_down:yes:S=0|L=10%;Text:area:no:2\n"),
              "1 created");
    EXPECT_EQ(options(), "Size drop_down 1 L 10.0000 percent; Size drop_down 1 S 0.0000 fixed; "
                         "Text area 0 - 2.0000 fixed");
    EXPECT_EQ(marks("N-1"), "1 1");
    const auto before = ids();
    EXPECT_EQ(update(",custom_options",
                     "N-1,One,Default,simple,9,Size:drop_down:no:S=1|L=10%;Text:area:no:2\n"),
              "1 updated");
    EXPECT_EQ(ids(), before);
    EXPECT_EQ(marks("N-1"), "1 0");
    const auto bad = lint("product", with_columns(",custom_options",
                                                  "N-1,One,Default,simple,9,Size:dropdown:no:S=1\n"
                                                  "N-2,Two,Default,simple,9,Size:radio:no\n"));
    EXPECT_TRUE(has(bad.out, "has a 1. option that has the type \"dropdown\"")) << bad.out;
    EXPECT_TRUE(has(bad.out, "has a 1. option that is a radio without values")) << bad.out;
}

TEST_F(FileProductTest, Examples)
{
    expect_example_loads(destination(), "product", "products_simple.csv", 3);
    expect_example_loads(destination(), "product", "products_advanced.csv", 7);
}

} // namespace

} // namespace datasync::test
