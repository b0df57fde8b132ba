// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which paths are taken, and their addresses.
#include "media/media_path.hpp"

#include <gtest/gtest.h>

namespace datasync::media {

TEST(MediaPathTest, TakesPathsAsShopsHaveThem)
{
    EXPECT_EQ(checked_path("catalog/product/a/b/x.jpg").path, "catalog/product/a/b/x.jpg");
    EXPECT_EQ(checked_path("catalog/product//a/./b/x.jpg").path, "catalog/product/a/b/x.jpg");
    EXPECT_EQ(checked_path("./x..y.jpg").path, "x..y.jpg");
    EXPECT_EQ(checked_path("a/...").path, "a/...");
    EXPECT_EQ(checked_path("a/Gr\xC3\xB6\xC3\x9F"
                           "e 1%#+.jpg")
                  .problem,
              "");
}

TEST(MediaPathTest, RefusesWhatIsNoFileBelowTheFolder)
{
    for (const std::string_view path : {"/etc/passwd", "..", "../x", "a/../../x", "a/..",
                                        "a/b/../x", "", "a/", ".", "./.", "a/.", "//x"}) {
        const auto checked = checked_path(path);
        EXPECT_NE(checked.problem, "") << path;
        EXPECT_EQ(checked.path, path);
    }
    for (const std::string_view path :
         {std::string_view("a\0b", 3), std::string_view("a\nb"), std::string_view("a\x7F")}) {
        EXPECT_NE(checked_path(path).problem, "") << path;
    }
}

TEST(MediaPathTest, RefusesNamesThatNoSystemTakes)
{
    EXPECT_EQ(checked_path("a/" + std::string(255, 'x')).problem, "");
    EXPECT_NE(checked_path("a/" + std::string(256, 'x')).problem, "");
    std::string deep;
    for (int i = 0; i < 2047; ++i) { deep += "x/"; }
    EXPECT_EQ(checked_path(deep + "y").problem, "");
    EXPECT_NE(checked_path(deep + "yz").problem, "");
}

TEST(MediaPathTest, EncodesAddresses)
{
    EXPECT_EQ(url_of("https://old.example.com/media", "a/b.jpg"),
              "https://old.example.com/media/a/b.jpg");
    EXPECT_EQ(url_of("http://h/m//", "a b#c?d%20+e&f.jpg"),
              "http://h/m/a%20b%23c%3Fd%2520%2Be%26f.jpg");
    EXPECT_EQ(url_of("http://h", "\xC3\xA9\xFF~-_.jpg"), "http://h/%C3%A9%FF~-_.jpg");
}

TEST(MediaPathTest, SplitsPaths)
{
    EXPECT_EQ(folder_of("a/b/c.jpg"), "a/b");
    EXPECT_EQ(name_of("a/b/c.jpg"), "c.jpg");
    EXPECT_EQ(folder_of("c.jpg"), "");
    EXPECT_EQ(name_of("c.jpg"), "c.jpg");
}

TEST(MediaPathTest, KnowsImagesByTheirNames)
{
    EXPECT_TRUE(is_image_name("a/b.jpg"));
    EXPECT_TRUE(is_image_name("B.JPEG"));
    EXPECT_TRUE(is_image_name("x.y.webp"));
    EXPECT_FALSE(is_image_name("page.html"));
    EXPECT_FALSE(is_image_name("a.jpg/b"));
    EXPECT_FALSE(is_image_name("jpg"));
}

} // namespace datasync::media
