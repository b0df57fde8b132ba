// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which texts are PHP-serialized or JSON, and where their values stand.
#include "texts/serialized_tree.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace datasync::texts {
namespace {

/// A tree as "{key=value key={...}}", with the bytes of each value.
std::string shape(const SerializedTree& tree, const SerializedNode& node)
{
    const std::string key(tree.key(node));
    const std::string prefix = node.key_kind == KeyKind::none ? "" : key + "=";
    if (node.kind != NodeKind::map) { return prefix + std::string(tree.value(node)); }
    std::string inner;
    tree.for_each_child(node, [&](const SerializedNode& child) {
        inner += (inner.empty() ? "" : " ") + shape(tree, child);
    });
    return prefix + "{" + inner + "}";
}

std::string shape(std::string_view text)
{
    SerializedTree tree;
    return tree.parse(text) ? shape(tree, tree.root()) : "neither";
}

TEST(SerializedTreeTest, ReadsEveryKindOfPhpValue)
{
    EXPECT_EQ(shape("N;"), "N;");
    EXPECT_EQ(shape("b:1;"), "1");
    EXPECT_EQ(shape("i:-12;"), "-12");
    EXPECT_EQ(shape("d:1.0E+25;"), "1.0E+25");
    EXPECT_EQ(shape("d:-INF;"), "-INF");
    EXPECT_EQ(shape("s:3:\"a\";\";"), "a\";");
    EXPECT_EQ(shape("s:0:\"\";"), "");
    EXPECT_EQ(shape("a:0:{}"), "{}");
    EXPECT_EQ(shape("a:2:{i:0;a:1:{s:1:\"k\";b:0;}s:1:\"x\";N;}"), "{0={k=0} x=N;}");
    EXPECT_EQ(shape("O:3:\"Foo\":1:{s:1:\"a\";i:5;}"), "{a=5}");
    EXPECT_EQ(shape("a:3:{i:0;C:1:\"F\":4:{a;b}}i:1;E:3:\"S:H\";i:2;R:1;}"),
              "{0=C:1:\"F\":4:{a;b}} 1=S:H 2=1}");
}

TEST(SerializedTreeTest, RefusesPhpThatIsNotSound)
{
    for (const std::string_view text : {"N",
                                        "N;N;",
                                        "N; ",
                                        " N;",
                                        "b:2;",
                                        "b:;",
                                        "i:;",
                                        "i:-;",
                                        "i:1",
                                        "i:1.5;",
                                        "d:;",
                                        "d:x;",
                                        "s:1:\"ab\";",
                                        "s:3:\"ab\";",
                                        "s:02:\"ab\";",
                                        "s:-1:\"\";",
                                        "s::\"\";",
                                        "s:2:ab;",
                                        "s:2:\"ab\"",
                                        "s:99999999999999999999:\"a\";",
                                        "a:1:{}",
                                        "a:0:{i:0;N;}",
                                        "a:1:{i:0;N;",
                                        "a:1:{N;N;}",
                                        "a:1:{i:0;}",
                                        "a:2:{i:0;i:1;}",
                                        "a:-1:{}",
                                        "a:0:{};",
                                        "a:",
                                        "a:1",
                                        "a:1:",
                                        "O:3:\"Fo\":0:{}",
                                        "O:2:\"Fo\":0:",
                                        "C:1:\"F\":9:{a}",
                                        "C:1:\"F\":1:{ab}",
                                        "E:1:\"a\"",
                                        "R:;",
                                        "r:x;",
                                        "x:1;",
                                        "S:1:\"a\";"}) {
        EXPECT_EQ(shape(text), "neither") << text;
    }
}

TEST(SerializedTreeTest, ReadsEveryKindOfJsonValue)
{
    EXPECT_EQ(shape("null"), "null");
    EXPECT_EQ(shape(" -1.5e3 "), "-1.5e3");
    EXPECT_EQ(shape(R"("a\"b\\")"), R"(a\"b\\)");
    EXPECT_EQ(shape("{}"), "{}");
    EXPECT_EQ(shape("[ ]"), "{}");
    EXPECT_EQ(shape("{ \"a\" : [1, true ,\"]\",{}] ,\n\"b\":{\"c\":\"}\"}, \"a\":false}"),
              "{a={1 true ] {}} b={c=}} a=false}");
}

TEST(SerializedTreeTest, RefusesWhatIsNoJson)
{
    for (const std::string_view text :
         {std::string_view("abc"), std::string_view("{"), std::string_view("{\"a\":1}x"),
          std::string_view("[1,]"), std::string_view("{a:1}"), std::string_view("'a'"),
          std::string_view(""), std::string_view("\"\xFF\""), std::string_view("\xEF\xBB\xBF{}"),
          std::string_view("{}\0{", 4), std::string_view("[01]")}) {
        EXPECT_EQ(shape(text), "neither") << text;
    }
}

TEST(SerializedTreeTest, StopsWhereTextsAreNestedTooDeep)
{
    std::string php = "N;";
    std::string json = "1";
    for (unsigned i = 0; i < k_deepest_node; ++i) {
        php = "a:1:{i:0;" + php + "}";
        json = "[" + json + "]";
    }
    EXPECT_NE(shape(php), "neither");
    EXPECT_NE(shape(json), "neither");
    EXPECT_EQ(shape("a:1:{i:0;" + php + "}"), "neither");
    EXPECT_EQ(shape("[" + json + "]"), "neither");
    std::string deep;
    for (unsigned i = 0; i < 1000000; ++i) { deep += "a:1:{i:0;"; }
    EXPECT_EQ(shape(deep), "neither");
    EXPECT_EQ(shape(std::string(1000000, '[') + std::string(1000000, ']')), "neither");
}

TEST(SerializedTreeTest, FindsMembersByKey)
{
    SerializedTree tree;
    ASSERT_TRUE(tree.parse("a:3:{s:1:\"a\";a:1:{s:1:\"b\";i:1;}s:1:\"b\";i:2;i:7;i:3;}"));
    ASSERT_NE(tree.find(tree.root(), "b"), nullptr);
    EXPECT_EQ(tree.value(*tree.find(tree.root(), "b")), "2");
    EXPECT_EQ(tree.value(*tree.find(tree.root(), "7")), "3");
    EXPECT_EQ(tree.find(tree.root(), "c"), nullptr);
    EXPECT_EQ(tree.find(*tree.find(tree.root(), "b"), "b"), nullptr);
    ASSERT_TRUE(tree.parse("[5]")); // A tree can be used again.
    EXPECT_FALSE(tree.is_php());
    EXPECT_EQ(tree.find(tree.root(), "b"), nullptr);
}

} // namespace
} // namespace datasync::texts
