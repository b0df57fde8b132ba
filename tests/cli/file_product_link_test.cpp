// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Products of CSV files that name others: those may come later in the file, or be there already.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"
#include "support/lint.hpp"
#include "support/program.hpp"

#include <fmt/format.h>

#include <optional>

namespace datasync::test {

namespace {

class FileProductLinkTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        m_files.emplace(destination());
    }

    const FileSource& files() { return *m_files; }
    Json report(std::string_view columns, std::string_view lines,
                const Words& more = {"-d", "update"})
    {
        return files().report("product", with_columns(columns, lines), more);
    }
    std::string update(std::string_view columns, std::string_view lines)
    {
        return counts(report(columns, lines));
    }
    static std::string with_columns(std::string_view columns, std::string_view lines)
    {
        return fmt::format("sku,name,attribute_set,type_id,price{}\n{}", columns, lines);
    }

    /// "SHIRT>RED" for each row of a table, in alphabetical order.
    std::string pairs(std::string_view table, std::string_view from, std::string_view to,
                      std::string_view more = "''")
    {
        return destination()
            .value(fmt::format("SELECT COALESCE(GROUP_CONCAT(CONCAT(a.sku, '>', b.sku, {}) ORDER "
                               "BY 1 SEPARATOR ' '), '') FROM {} l JOIN catalog_product_entity a "
                               "ON a.entity_id = l.{} JOIN catalog_product_entity b ON b.entity_id "
                               "= l.{} WHERE a.sku NOT LIKE 'KEEP%'",
                               more, table, from, to))
            .value_or("NULL");
    }
    std::string children()
    {
        return pairs("catalog_product_super_link", "parent_id", "product_id");
    }
    std::string relations() { return pairs("catalog_product_relation", "parent_id", "child_id"); }
    /// With the kind of link, its position and its quantity behind it.
    std::string links()
    {
        return pairs(
            "catalog_product_link", "product_id", "linked_product_id",
            "CONCAT_WS('/', '', (SELECT code FROM catalog_product_link_type t WHERE "
            "t.link_type_id = l.link_type_id), (SELECT value FROM "
            "catalog_product_link_attribute_int i WHERE i.link_id = l.link_id), (SELECT "
            "TRIM(TRAILING '.0000' FROM value) FROM catalog_product_link_attribute_decimal "
            "d WHERE d.link_id = l.link_id))");
    }

private:
    std::optional<FileSource> m_files;
};

constexpr const char* k_shirts = "SHIRT,Shirt,Default,configurable,9,color,RED|BLUE,CAP\n"
                                 "RED,Red,Default,simple,9,,,\n"
                                 "BLUE,Blue,Default,simple,9,,,SHIRT|CAP\n"
                                 "CAP,Cap,Default,simple,3,,,\n";
constexpr const char* k_columns = ",super_attributes,configurable_children_skus,related_skus";

TEST_F(FileProductLinkTest, WhatIsNamedMayComeLater)
{
    EXPECT_EQ(update(k_columns, k_shirts), "4 created");
    EXPECT_EQ(children(), "SHIRT>BLUE SHIRT>RED");
    EXPECT_EQ(relations(), "SHIRT>BLUE SHIRT>RED");
    EXPECT_EQ(links(), "BLUE>CAP/relation/2 BLUE>SHIRT/relation/1 SHIRT>CAP/relation/1");
    EXPECT_EQ(destination().value("SELECT CONCAT_WS(' ', a.attribute_code, s.position) FROM "
                                  "catalog_product_super_attribute s JOIN eav_attribute a USING "
                                  "(attribute_id)"),
              "color 0");
    EXPECT_EQ(update(k_columns, k_shirts), "4 unchanged");
}

TEST_F(FileProductLinkTest, LinksBecomeThoseOfTheFile)
{
    ASSERT_EQ(update(k_columns, k_shirts), "4 created");
    // A record whose links alone change is told once, as what it is.
    const auto changed = report(",configurable_children_skus,upsell_skus",
                                "SHIRT,Shirt,Default,configurable,9,BLUE,CAP\n");
    EXPECT_EQ(counts(changed), "1 updated");
    EXPECT_EQ(children(), "SHIRT>BLUE");
    EXPECT_EQ(relations(), "SHIRT>BLUE");
    // Related products are not what it speaks of.
    EXPECT_EQ(links(), "BLUE>CAP/relation/2 BLUE>SHIRT/relation/1 SHIRT>CAP/relation/1 "
                       "SHIRT>CAP/up_sell/1");
    EXPECT_EQ(update(",configurable_children_skus", "SHIRT,Shirt,Default,configurable,9,\n"),
              "1 updated");
    EXPECT_EQ(children(), "");
    EXPECT_EQ(relations(), "");
}

TEST_F(FileProductLinkTest, PartsMayNameTheWhole)
{
    ASSERT_EQ(update(k_columns, k_shirts), "4 created");
    ASSERT_EQ(update(",grouped_product_skus", "SET,Set,Default,grouped,,CAP:2\n"), "1 created");
    EXPECT_EQ(update(",configurable_parent_sku,grouped_parent_sku,grouped_qty",
                     "GREEN,Green,Default,simple,9,SHIRT,SET,3\n"),
              "1 created");
    EXPECT_EQ(children(), "SHIRT>BLUE SHIRT>GREEN SHIRT>RED");
    EXPECT_EQ(relations(), "SET>CAP SET>GREEN SHIRT>BLUE SHIRT>GREEN SHIRT>RED");
    EXPECT_TRUE(has(links(), "SET>CAP/super/0/2")) << links();
    EXPECT_TRUE(has(links(), "SET>GREEN/super/3")) << links();
    // One that names another whole has left the first.
    ASSERT_EQ(update(",configurable_parent_sku", "TEE,Tee,Default,configurable,9,\n"
                                                 "GREEN,Green,Default,simple,9,TEE\n"),
              "1 created, 1 updated");
    EXPECT_EQ(children(), "SHIRT>BLUE SHIRT>RED TEE>GREEN");
}

TEST_F(FileProductLinkTest, SimplesBelongToTheConfigurableAbove)
{
    const auto lines = "TEE,Tee,Default,configurable,9,\n"
                       "T-1,One,Default,simple,9,\n"
                       "OTHER,Other,Keep,simple,9,\n"
                       "T-2,Two,Default,simple,9,\n"
                       "POLO,Polo,Default,configurable,9,\n"
                       "P-1,One,Default,simple,9,\n"
                       "T-3,Three,Default,simple,9,TEE\n";
    const auto told =
        report(",configurable_parent_sku", lines, {"-d", "update", "--auto-link-configurables"});
    EXPECT_EQ(counts(told), "7 created");
    EXPECT_EQ(children(), "POLO>P-1 TEE>T-1 TEE>T-2 TEE>T-3");
    EXPECT_TRUE(has(files().refusal("stock", "sku,qty\nA,1\n", 2, {"--auto-link-configurables"}),
                    "--auto-link-configurables"));
}

TEST_F(FileProductLinkTest, ADryRunSaysThatItDoesNotLookAtLinksOfNewProducts)
{
    const auto told = report(k_columns, k_shirts, {"-d", "update", "--dry-run"});
    EXPECT_EQ(counts(told), "4 created");
    EXPECT_TRUE(has(told.dump(), "a dry run does not look at what each new product says"))
        << told.dump(2);
    ASSERT_EQ(update(k_columns, k_shirts), "4 created");
    // Of products that are there it does.
    const auto changed =
        report(",upsell_skus", "BLUE,Blue,Default,simple,9,CAP\n", {"-d", "update", "--dry-run"});
    EXPECT_EQ(counts(changed), "1 updated");
    EXPECT_FALSE(has(links(), "up_sell")) << links();
}

TEST_F(FileProductLinkTest, StandardInputIsEnough)
{
    const auto result =
        files().sync("product", "-", {"-d", "update"}, with_columns(k_columns, k_shirts));
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(children(), "SHIRT>BLUE SHIRT>RED");
    const auto bad = files().sync("product", "-", {}, with_columns("", "A,,Default,simple,9\n"));
    EXPECT_TRUE(has(bad.err, "line 2")) << bad.err;
    EXPECT_FALSE(has(bad.err, "/proc")) << bad.err;
}

TEST_F(FileProductLinkTest, AProductThatIsNotThereIsNamed)
{
    const auto told = report(",related_skus", "A,A,Default,simple,9,B|NOPE\n"
                                              "B,B,Default,simple,9,A\n");
    EXPECT_EQ(counts(told), "2 created");
    EXPECT_EQ(told.at("exit_code"), 3);
    EXPECT_TRUE(has(told.dump(), "line 2, A: the product has come without its links to others: "
                                 "column related_skus: \\\"NOPE\\\" is no product of the "
                                 "destination"))
        << told.dump(2);
    EXPECT_EQ(links(), "B>A/relation/1");
    // The column that names it is said, of several, and nothing is told twice.
    const auto upsell = report(",grouped_product_skus,upsell_skus", "A,A,Default,simple,9,,NOPE\n");
    EXPECT_TRUE(has(upsell.dump(), "column upsell_skus: \\\"NOPE\\\"")) << upsell.dump(2);
    EXPECT_FALSE(has(upsell.dump(), "were left out")) << upsell.dump(2);
    const auto self = lint("product", with_columns(",related_skus", "A,A,Default,simple,9,a\n"));
    EXPECT_TRUE(has(self.out, "column related_skus: \"a\" names the product itself")) << self.out;
}

TEST_F(FileProductLinkTest, ProductsThatAreLeftAloneKeepTheirLinks)
{
    ASSERT_EQ(update(k_columns, k_shirts), "4 created");
    const auto before = links();
    const auto told = report(",related_skus",
                             "SHIRT,Shirt,Default,configurable,9,BLUE\n"
                             "NEW,New,Default,simple,9,CAP\n",
                             {"-d", "skip"});
    EXPECT_EQ(counts(told), "1 created, 1 skipped");
    EXPECT_EQ(links(), "BLUE>CAP/relation/2 BLUE>SHIRT/relation/1 NEW>CAP/relation/1 "
                       "SHIRT>CAP/relation/1");
}

TEST_F(FileProductLinkTest, BundlesHaveOptionsWithProducts)
{
    const auto options = [&] {
        return destination()
            .value("SELECT GROUP_CONCAT(CONCAT_WS(' ', t.title, o.type, o.required, p.sku, "
                   "s.selection_qty, s.selection_price_value, s.selection_price_type, "
                   "s.is_default, s.parent_product_id = o.parent_id) ORDER BY s.selection_id "
                   "SEPARATOR '; ') FROM catalog_product_bundle_option o JOIN "
                   "catalog_product_bundle_option_value t ON t.option_id = o.option_id AND "
                   "t.store_id = 0 JOIN catalog_product_bundle_selection s ON s.option_id = "
                   "o.option_id JOIN catalog_product_entity p ON p.entity_id = s.product_id")
            .value_or("");
    };
    const auto bundle = [](std::string_view price) {
        return fmt::format(
            "KIT,Kit,Default,bundle,,\"[{{\"\"title\"\":\"\"Base\"\",\"\"type\"\":\"\"radio\"\","
            "\"\"title@german\"\":\"\"Basis\"\",\"\"selections\"\":[{{\"\"sku\"\":\"\"A\"\","
            "\"\"price\"\":\"\"{}\"\",\"\"is_default\"\":true}}]}}]\"\n"
            "A,A,Default,simple,9,\n",
            price);
    };
    ASSERT_EQ(update(",bundle_options", bundle("10%")), "2 created");
    EXPECT_EQ(options(), "Base radio 1 A 1.0000 10.0000 1 1 1");
    EXPECT_EQ(value(destination(), "KIT", "price"), "none");
    EXPECT_EQ(relations(), "KIT>A");
    EXPECT_EQ(update(",bundle_options", bundle("2")), "1 updated, 1 unchanged");
    EXPECT_EQ(options(), "Base radio 1 A 1.0000 2.0000 0 1 1");
    EXPECT_EQ(destination().value("SELECT title FROM catalog_product_bundle_option_value WHERE "
                                  "store_id = 12"),
              "Basis");
}

} // namespace

} // namespace datasync::test
