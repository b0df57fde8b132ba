// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// References delivered one by one into a text whose other ids still wait.
#include "schema/reference_delivery.hpp"

#include "db/sql_text.hpp"
#include "support/shop_fixture.hpp"
#include "unit/schema/found_references.hpp"

#include <fmt/format.h>

namespace datasync::schema {
namespace {

class ReferenceDeliveryDbTest : public test::ShopTest {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(test::ShopTest::SetUp());
        destination().exec("CREATE TABLE waiting (row_id INT PRIMARY KEY, content TEXT)");
        m_shop = std::make_unique<Shop>(destination().connection());
    }

    void write(const std::string& text)
    {
        destination().exec(fmt::format("REPLACE INTO waiting VALUES (1, {})", db::literal(text)));
    }

    std::string content() { return destination().value("SELECT content FROM waiting").value(); }

    bool deliver(ReferencePlace place, std::uint32_t position, std::string_view type,
                 std::uint32_t id)
    {
        DeferredReference reference;
        reference.target_type = type;
        reference.table = "waiting";
        reference.key_column = "row_id";
        reference.row_id = 1;
        reference.column = "content";
        reference.place = place;
        reference.position = position;
        return deliver_reference(*m_shop, reference, id);
    }

    std::unique_ptr<Shop> m_shop;
};

/// An engraving with the text "11" and a wrapping, for which 11 was chosen.
std::string ordered(std::uint32_t engraving, std::uint32_t wrapping, std::uint32_t chosen)
{
    const auto option = [](std::uint32_t id, const char* type, const std::string& value) {
        return php::named({{"option_id", php::text(id)},
                           {"option_type", php::text(type)},
                           {"option_value", value}});
    };
    return php::named(
        {{"info_buyRequest",
          php::named({{"options", php::map({{php::integer(engraving), php::text("11")},
                                            {php::integer(wrapping), php::text(chosen)}})}})},
         {"options", php::list({option(engraving, "field", php::text("11")),
                                option(wrapping, "radio", php::text(chosen))})}});
}

TEST_F(ReferenceDeliveryDbTest, FillsOptionsThatAllWaitInAnyOrder)
{
    const auto place = ReferencePlace::product_options;
    write(ordered(0, 0, 0));
    EXPECT_TRUE(deliver(place, 6, "product_option_value", 11011));
    EXPECT_TRUE(deliver(place, 3, "product_option_value", 11011));
    EXPECT_TRUE(deliver(place, 5, "product_option", 8008));
    EXPECT_TRUE(deliver(place, 0, "product_option", 7007));
    EXPECT_TRUE(deliver(place, 4, "product_option", 7007));
    EXPECT_TRUE(deliver(place, 2, "product_option", 8008));
    EXPECT_EQ(content(), ordered(7007, 8008, 11011));
}

TEST_F(ReferenceDeliveryDbTest, LeavesWhatHasChangedSince)
{
    const auto place = ReferencePlace::product_options;
    write(ordered(0, 8, 0));
    EXPECT_FALSE(deliver(place, 0, "product", 5)); // Another type stands there.
    EXPECT_FALSE(deliver(place, 1, "product_option_value", 5));
    EXPECT_FALSE(deliver(place, 2, "product_option", 5));
    EXPECT_FALSE(deliver(place, 7, "product_option", 5));
    EXPECT_EQ(content(), ordered(0, 8, 0));
}

TEST_F(ReferenceDeliveryDbTest, FillsListsAndConditions)
{
    write("3,0,0");
    EXPECT_TRUE(deliver(ReferencePlace::id_list, 2, "cart_price_rule", 1234));
    EXPECT_EQ(content(), "3,0,1234");
    write(R"({"attribute":"color","value":"41","conditions":[)"
          R"({"attribute":"category_ids","value":"5, 0"}]})");
    EXPECT_TRUE(deliver(ReferencePlace::rule_conditions, 2, "category", 1234));
    EXPECT_EQ(content(), R"({"attribute":"color","value":"41","conditions":[)"
                         R"({"attribute":"category_ids","value":"5, 1234"}]})");
}

} // namespace
} // namespace datasync::schema
