// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Order statuses that the destination lacks: created whole, with its stores, beside its own.
#include "schema/code_tables.hpp"

#include "support/shop_fixture.hpp"

#include <array>

namespace datasync::schema {
namespace {

using Lines = std::vector<std::string>;

constexpr std::array k_statuses = {
    CodeTable{"sales_order_status", "status"},
    CodeTable{"sales_order_status_state", "status"},
    CodeTable{"sales_order_status_label", "status", "store"},
};

class CodeTablesDbTest : public test::ShopTest {
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(test::ShopTest::SetUp());
        if (IsSkipped()) { GTEST_SKIP(); }
        for (auto* shop : {&source(), &destination()}) {
            shop->exec(
                "DROP TABLE IF EXISTS sales_order_status_label, sales_order_status_state, "
                "sales_order_status;\n"
                "CREATE TABLE sales_order_status (status varchar(32) NOT NULL, label "
                "varchar(128) NOT NULL, PRIMARY KEY (status)) ENGINE=InnoDB CHARSET=utf8mb3;\n"
                "CREATE TABLE sales_order_status_state (status varchar(32) NOT NULL, state "
                "varchar(32) NOT NULL, is_default smallint NOT NULL, PRIMARY KEY (status, "
                "state), FOREIGN KEY (status) REFERENCES sales_order_status (status) ON UPDATE "
                "CASCADE) "
                "ENGINE=InnoDB CHARSET=utf8mb3;\n"
                "CREATE TABLE sales_order_status_label (status varchar(32) NOT NULL, store_id "
                "smallint unsigned NOT NULL, label varchar(128) NOT NULL, PRIMARY KEY "
                "(status, store_id), FOREIGN KEY (store_id) REFERENCES core_store (store_id)) "
                "ENGINE=InnoDB CHARSET=utf8mb3;\n"
                "INSERT INTO sales_order_status VALUES ('pending', 'Pending');\n"
                "INSERT INTO sales_order_status_state VALUES ('pending', 'new', 1)");
        }
        m_german = source().value("SELECT store_id FROM core_store WHERE code = 'german'").value();
        destination().exec("ALTER TABLE sales_order_status ADD COLUMN color varchar(7)");
    }

    Lines create(bool pretend = false, const CodeMap& stores = {})
    {
        db::Connection from(source().settings(), "source");
        db::Connection to(destination().settings(), "destination");
        Shop source_shop(from);
        Shop target_shop(to);
        const Lines names = {"core_website",
                             "core_store",
                             "customer_group",
                             "tax_class",
                             "sales_order_status",
                             "sales_order_status_state",
                             "sales_order_status_label"};
        source_shop.load_tables(names);
        target_shop.load_tables(names);
        const Settings settings(source_shop, target_shop, stores, {});
        db::Transaction transaction(to);
        const auto codes =
            create_missing_codes(source_shop, target_shop, k_statuses, settings, pretend);
        transaction.commit();
        return codes;
    }

    Lines statuses()
    {
        return destination().column(
            "SELECT CONCAT_WS(' ', s.status, s.label, t.state, t.is_default, c.code, l.label) "
            "FROM sales_order_status s LEFT JOIN sales_order_status_state t ON t.status = s.status "
            "LEFT JOIN sales_order_status_label l ON l.status = s.status "
            "LEFT JOIN core_store c ON c.store_id = l.store_id ORDER BY s.status, t.state, c.code");
    }

    std::string m_german;
};

TEST_F(CodeTablesDbTest, CreatesWhatIsMissingWithAllItsRows)
{
    source().exec("INSERT INTO sales_order_status VALUES ('o''neil', 'Ö'), ('packed', 'Packed');\n"
                  "INSERT INTO sales_order_status_state VALUES ('packed', 'processing', 1), "
                  "('packed', 'new', 1), ('o''neil', 'processing', 1);\n"
                  "INSERT INTO sales_order_status_label VALUES ('packed', " +
                  m_german + ", 'Gepackt')");
    EXPECT_EQ(create(), (Lines{"o'neil", "packed"}));
    EXPECT_EQ(statuses(),
              (Lines{"o'neil Ö processing 1", "packed Packed new 0 german Gepackt",
                     "packed Packed processing 0 german Gepackt", "pending Pending new 1"}));
    EXPECT_EQ(create(), Lines{});
}

TEST_F(CodeTablesDbTest, ACodeThatIsThereStaysAsItIs)
{
    source().exec("UPDATE sales_order_status SET status = 'Pending', label = 'Open';\n"
                  "INSERT INTO sales_order_status_state VALUES ('pending', 'processing', 1);\n"
                  "INSERT INTO sales_order_status_label VALUES ('pending', " +
                  m_german + ", 'Offen')");
    EXPECT_EQ(create(), Lines{});
    EXPECT_EQ(statuses(), (Lines{"pending Pending new 1"}));
}

TEST_F(CodeTablesDbTest, RowsOfStoresWithoutCounterpartAreLeftOut)
{
    source().exec("INSERT INTO core_store (store_id, code, website_id, group_id, name) SELECT 77, "
                  "'polish', website_id, group_id, '' FROM core_store WHERE code = 'german';\n"
                  "INSERT INTO sales_order_status VALUES ('packed', 'Packed');\n"
                  "INSERT INTO sales_order_status_label VALUES ('packed', 77, 'Spakowane'), "
                  "('packed', " +
                  m_german + ", 'Gepackt')");
    EXPECT_EQ(create(), Lines{"packed"});
    EXPECT_EQ(statuses(), (Lines{"packed Packed german Gepackt", "pending Pending new 1"}));
}

TEST_F(CodeTablesDbTest, OfStoresThatBecomeOneTheFirstRowCounts)
{
    source().exec("INSERT INTO sales_order_status VALUES ('packed', 'Packed');\n"
                  "INSERT INTO sales_order_status_label SELECT 'packed', store_id, code FROM "
                  "core_store WHERE code IN ('german', 'french')");
    EXPECT_EQ(create(false, {{"german", "outlet_en"}, {"french", "outlet_en"}}), Lines{"packed"});
    EXPECT_EQ(statuses().size(), 2U);
}

TEST_F(CodeTablesDbTest, LeftOversOfADeletedCodeAreNoObstacle)
{
    source().exec("INSERT INTO sales_order_status VALUES ('packed', 'Packed');\n"
                  "INSERT INTO sales_order_status_label VALUES ('packed', 0, 'Source')");
    destination().exec("INSERT INTO sales_order_status_label VALUES ('packed', 0, 'Destination')");
    EXPECT_EQ(create(), Lines{"packed"});
    EXPECT_EQ(statuses().front(), "packed Packed admin Destination");
}

TEST_F(CodeTablesDbTest, ADryRunSaysTheSameAndWritesNothing)
{
    source().exec("INSERT INTO sales_order_status VALUES ('packed', 'Packed')");
    EXPECT_EQ(create(true), Lines{"packed"});
    EXPECT_EQ(statuses(), (Lines{"pending Pending new 1"}));
}

TEST_F(CodeTablesDbTest, AShopWithoutSuchTablesHasNoCodes)
{
    source().exec("DROP TABLE sales_order_status_label, sales_order_status_state, "
                  "sales_order_status");
    EXPECT_EQ(create(), Lines{});
}

} // namespace
} // namespace datasync::schema
