// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Ids that come later: many at once, into columns and texts, and nothing else changes.
#include "schema/reference_delivery.hpp"

#include "support/test_server.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace datasync::schema {
namespace {

using Lines = std::vector<std::string>;
using Arrived = std::vector<ArrivedReference>;

ArrivedReference to_column(std::uint32_t row_id, std::uint32_t target_id,
                           const std::string& column = "product_id")
{
    ArrivedReference arrived;
    arrived.reference.target_type = "product";
    arrived.reference.table = "waiting";
    arrived.reference.key_column = "row_id";
    arrived.reference.row_id = row_id;
    arrived.reference.column = column;
    arrived.target_id = target_id;
    return arrived;
}

ArrivedReference to_text(std::uint32_t row_id, std::uint32_t position, std::uint32_t target_id,
                         const std::string& type = "cms_block")
{
    auto arrived = to_column(row_id, target_id, "note");
    arrived.reference.target_type = type;
    arrived.reference.place = ReferencePlace::directives;
    arrived.reference.position = position;
    return arrived;
}

class ReferenceDeliveryDbTest : public test::DbTest {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(test::DbTest::SetUp());
        if (IsSkipped()) { GTEST_SKIP(); }
        using Files = std::initializer_list<std::string_view>;
        m_database = std::make_unique<test::TestDatabase>("delivery", Files{"schema_openmage.sql"});
        m_database->exec(
            "CREATE TABLE waiting (row_id int unsigned NOT NULL, product_id int unsigned DEFAULT "
            "NULL, category_id int unsigned NOT NULL DEFAULT 0, note text, changed_at timestamp "
            "NOT NULL DEFAULT '2001-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP, `seen at` "
            "datetime "
            "DEFAULT '2002-02-02 00:00:00' ON UPDATE CURRENT_TIMESTAMP, PRIMARY KEY (row_id)) "
            "ENGINE=InnoDB CHARSET=utf8mb4");
        m_connection = std::make_unique<db::Connection>(m_database->settings(), "destination");
        m_shop = std::make_unique<Shop>(*m_connection);
        m_delivery = std::make_unique<ReferenceDelivery>(*m_shop);
    }

    std::uint64_t deliver(const Arrived& references)
    {
        db::Transaction transaction(*m_connection);
        const auto delivered = m_delivery->deliver(references);
        transaction.commit();
        return delivered;
    }

    void have(std::string_view rows)
    {
        m_database->exec(fmt::format(
            "INSERT INTO waiting (row_id, product_id, category_id, note) VALUES {}", rows));
    }
    Lines rows()
    {
        return m_database->column("SELECT CONCAT_WS(' ', row_id, IFNULL(product_id, 'NULL'), "
                                  "category_id, note) FROM waiting ORDER BY row_id");
    }
    /// Whether every row still has the times it was made with.
    bool times_are_old()
    {
        return m_database->value("SELECT SUM(changed_at = '2001-01-01 00:00:00' AND `seen at` = "
                                 "'2002-02-02 00:00:00') = COUNT(*) FROM waiting") == "1";
    }
    std::uint64_t statements()
    {
        std::uint64_t count = 0;
        m_connection->query("SHOW SESSION STATUS LIKE 'Questions'",
                            [&](const db::RowView& row) { count = std::stoull(row.string(1)); });
        return count;
    }

    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<db::Connection> m_connection;
    std::unique_ptr<Shop> m_shop;
    std::unique_ptr<ReferenceDelivery> m_delivery;
};

TEST_F(ReferenceDeliveryDbTest, FillsColumnsThatAreEmptyAndNoOthers)
{
    have("(1, NULL, 0, 'a'), (2, 0, 0, 'b'), (3, 77, 0, 'c'), (4, NULL, 88, NULL), (5, 5, 5, '')");
    const auto delivered = deliver(
        {to_column(4, 14), to_column(1, 11), to_column(2, 12), to_column(3, 13), to_column(9, 19),
         to_column(1, 21, "category_id"), to_column(4, 24, "category_id")});
    EXPECT_EQ(delivered, 4U);
    EXPECT_EQ(rows(), (Lines{"1 11 21 a", "2 12 0 b", "3 77 0 c", "4 14 88", "5 5 5 "}));
    EXPECT_TRUE(times_are_old());
}

TEST_F(ReferenceDeliveryDbTest, ManyToOneColumnTakeFewStatements)
{
    std::string made;
    Arrived references;
    for (std::uint32_t id = 1; id <= 1050; ++id) {
        made += fmt::format("{}({}, NULL, 0, NULL)", made.empty() ? "" : ", ", id);
        references.push_back(to_column(id, 5000 + id * 3));
    }
    have(made);
    deliver({to_column(1, 5003)}); // Asks once for what must not be touched.
    const auto before = statements();
    EXPECT_EQ(deliver(references), 1049U);
    EXPECT_LE(statements() - before, 15U);
    EXPECT_EQ(
        m_database->value("SELECT COUNT(*) FROM waiting WHERE product_id = 5000 + row_id * 3"),
        "1050");
    EXPECT_TRUE(times_are_old());
}

TEST_F(ReferenceDeliveryDbTest, FillsAllPlacesOfATextAtOnce)
{
    const std::string text = "it''s \\\\ {{block id=\"0\"}} {{block id=\"7\"}} {{widget "
                             "id_path=\"product/0\"}} {{block id=\"0\"}} {{block id=\"0\"}} ü😀";
    have(fmt::format("(1, NULL, 0, '{0}'), (2, NULL, 0, '{0}'), (3, NULL, 0, NULL)", text));
    const auto delivered =
        deliver({to_text(1, 4, 4000000000U), to_text(1, 0, 21), to_text(1, 1, 22),
                 to_text(1, 2, 23), to_text(1, 9, 24), to_text(1, 0, 25),
                 to_text(2, 2, 26, "product"), to_text(3, 0, 27), to_text(8, 0, 28)});
    EXPECT_EQ(delivered, 3U);
    EXPECT_EQ(rows(),
              (Lines{"1 NULL 0 it's \\ {{block id=\"21\"}} {{block id=\"7\"}} {{widget "
                     "id_path=\"product/0\"}} {{block id=\"0\"}} {{block id=\"4000000000\"}} ü😀",
                     "2 NULL 0 it's \\ {{block id=\"0\"}} {{block id=\"7\"}} {{widget "
                     "id_path=\"product/26\"}} {{block id=\"0\"}} {{block id=\"0\"}} ü😀",
                     "3 NULL 0"}));
    EXPECT_TRUE(times_are_old());
}

TEST_F(ReferenceDeliveryDbTest, FillsSerializedTextsAndLists)
{
    have(R"((1, NULL, 0, 'a:1:{s:15:"info_buyRequest";a:2:{s:7:"product";s:1:"0";)"
         R"(s:15:"super_attribute";a:1:{i:0;s:1:"0";}}}'), (2, NULL, 0, '0,5,0'))");
    const auto at = [](ReferencePlace place, ArrivedReference arrived) {
        arrived.reference.place = place;
        return arrived;
    };
    const auto options = ReferencePlace::product_options;
    const auto list = ReferencePlace::id_list;
    EXPECT_EQ(deliver({at(options, to_text(1, 2, 300, "eav_attribute_option")),
                       at(options, to_text(1, 0, 4711, "product")),
                       at(options, to_text(1, 1, 92, "productattribute")),
                       at(list, to_text(2, 2, 17, "cart_price_rule")),
                       at(list, to_text(2, 0, 16, "cart_price_rule"))}),
              5U);
    EXPECT_EQ(rows(),
              (Lines{R"(1 NULL 0 a:1:{s:15:"info_buyRequest";a:2:{s:7:"product";s:4:"4711";)"
                     R"(s:15:"super_attribute";a:1:{i:92;s:3:"300";}}})",
                     "2 NULL 0 16,5,17"}));
}

TEST_F(ReferenceDeliveryDbTest, ManyTextsAreReadAndWrittenTogether)
{
    std::string made;
    Arrived references;
    for (std::uint32_t id = 1; id <= 200; ++id) {
        made += fmt::format("{}({}, NULL, 0, '{{{{block id=\"0\"}}}}{{{{block id=\"0\"}}}}')",
                            made.empty() ? "" : ", ", id);
        references.push_back(to_text(id, 0, id));
        references.push_back(to_text(id, 1, 1000 + id));
    }
    have(made);
    deliver({to_column(1, 1)});
    const auto before = statements();
    EXPECT_EQ(deliver(references), 400U);
    EXPECT_LE(statements() - before, 25U);
    EXPECT_EQ(m_database->value("SELECT COUNT(*) FROM waiting WHERE note = CONCAT('{{block id=\"', "
                                "row_id, '\"}}{{block id=\"', 1000 + row_id, '\"}}')"),
              "200");
    EXPECT_TRUE(times_are_old());
}

TEST_F(ReferenceDeliveryDbTest, LargeTextsGoInStatementsOfTheirOwn)
{
    m_database->exec("ALTER TABLE waiting MODIFY note mediumtext");
    have("(1, NULL, 0, ''), (2, NULL, 0, ''), (3, NULL, 0, ''), (4, NULL, 0, '')");
    m_database->exec("UPDATE waiting SET changed_at = changed_at, `seen at` = `seen at`, "
                     "note = CONCAT('{{block id=\"0\"}}', REPEAT('x', 300000))");
    deliver({to_column(1, 1)});
    const auto before = statements();
    EXPECT_EQ(deliver({to_text(1, 0, 1), to_text(2, 0, 2), to_text(3, 0, 3), to_text(4, 0, 4)}),
              4U);
    // A transaction, one to read, four to write, the end, and the question itself.
    EXPECT_EQ(statements() - before, 9U);
    EXPECT_EQ(m_database->value("SELECT COUNT(*) FROM waiting WHERE note = CONCAT('{{block id=\"', "
                                "row_id, '\"}}', REPEAT('x', 300000))"),
              "4");
    EXPECT_TRUE(times_are_old());
}

TEST_F(ReferenceDeliveryDbTest, NothingToDeliverIsNothingToSend)
{
    const auto before = statements();
    EXPECT_EQ(m_delivery->deliver({}), 0U);
    EXPECT_EQ(statements() - before, 1U); // The question itself.
}

} // namespace
} // namespace datasync::schema
