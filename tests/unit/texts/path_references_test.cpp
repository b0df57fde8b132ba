// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which ids are found in the paths of URL rewrites, and that nothing else is touched.
#include "texts/text_references.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::texts {
namespace {

/// The references of a path as "target:id target:id".
std::string found(std::string_view path)
{
    std::string all;
    for (const TextReference& reference : scan_text(path, ReferencePlace::url_path).references) {
        EXPECT_EQ(std::to_string(reference.id), path.substr(reference.offset, reference.length));
        all += (all.empty() ? "" : " ") + std::string(reference.target) + ":" +
               std::to_string(reference.id);
    }
    return all;
}

/// The path with its ids exchanged for 100, 101 and so on.
std::string exchanged(std::string_view path)
{
    const TextScan scan = scan_text(path, ReferencePlace::url_path);
    std::vector<std::uint32_t> ids;
    for (std::size_t i = 0; i < scan.references.size(); ++i) {
        ids.push_back(static_cast<std::uint32_t>(100 + i));
    }
    return replace_ids(path, scan, ids);
}

TEST(PathReferencesTest, FindsRecordsOfPages)
{
    EXPECT_EQ(found("catalog/product/view/id/17"), "product:17");
    EXPECT_EQ(found("catalog/product/view/id/17/category/5"), "product:17 category:5");
    EXPECT_EQ(found("catalog/product/view/category/5/id/17"), "category:5 product:17");
    EXPECT_EQ(found("catalog/category/view/id/5"), "category:5");
    EXPECT_EQ(found("cms/page/view/page_id/3"), "cms_page:3");
    EXPECT_EQ(found("index.php/catalog/category/view/id/5/"), "category:5");
}

TEST(PathReferencesTest, FindsRecordsByTheirNames)
{
    EXPECT_EQ(found("product/17"), "product:17");
    EXPECT_EQ(found("product/17/5"), "product:17 category:5");
    EXPECT_EQ(found("category/5"), "category:5");
    EXPECT_EQ(found("category/5/7"), "category:5");
    EXPECT_EQ(found("product/17/old"), "product:17");
}

TEST(PathReferencesTest, KeepsSlashesQueriesAndFragments)
{
    EXPECT_EQ(exchanged("/catalog/product/view/id/17/category/5/?id=17#id/17"),
              "/catalog/product/view/id/100/category/101/?id=17#id/17");
    EXPECT_EQ(exchanged("//product/17/5?product/17"), "//product/100/101?product/17");
    EXPECT_EQ(exchanged("category/5#5"), "category/100#5");
    EXPECT_EQ(exchanged("catalog/category/view?id=5"), "catalog/category/view?id=5");
}

TEST(PathReferencesTest, FindsNothingInOtherTexts)
{
    for (const auto* const path : {"",
                                   "/",
                                   "old-8-1",
                                   "48277600_1336423",
                                   "new-home-0.html",
                                   "product",
                                   "product/",
                                   "product/shirt",
                                   "product/017",
                                   "product/4294967296",
                                   "products/17",
                                   "category/5a",
                                   "my/product/17",
                                   "shirts/17.html",
                                   "http://archive.example.com/product/17",
                                   "https://example.com/catalog/product/view/id/17",
                                   "catalog/product/view",
                                   "catalog/product/view/id",
                                   "catalog/product/view/id/shirt",
                                   "customer/account/id/5"}) {
        EXPECT_EQ(found(path), "") << path;
        EXPECT_EQ(exchanged(path), path);
    }
}

TEST(PathReferencesTest, TellsOfWhatMayBeAnId)
{
    EXPECT_EQ(scan_text("brand/page/view/brand_id/8", ReferencePlace::url_path).unparsed,
              std::vector<std::string>{"brand_id/8 in a link to brand/page/view"});
    EXPECT_TRUE(scan_text("48277600_1336423", ReferencePlace::url_path).unparsed.empty());
}

} // namespace
} // namespace datasync::texts
