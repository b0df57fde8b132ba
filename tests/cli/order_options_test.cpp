// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What was ordered, as it is serialized in product_options: ids inside become the destination's,
// and every length and every other byte stays right.
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace datasync::test {

namespace {

/// Piece of an item's text, and what it is on the destination; without products and options there.
struct Piece {
    unsigned item;
    std::string_view source;
    std::string_view destination;
    std::string_view without;
};

/// The pieces of every item that names anything.
constexpr std::array k_pieces = {
    Piece{1, R"(s:7:"product";s:2:"16";)", R"(s:7:"product";s:5:"90016";)",
          R"(s:7:"product";s:5:"90016";)"},
    Piece{1, R"(s:5:"27,16";)", R"(s:11:"90012,90016";)", R"(s:11:"90012,90016";)"},
    Piece{3, R"(s:2:"60";)", R"(s:5:"91060";)", R"(s:5:"91060";)"},
    Piece{3, R"(a:2:{i:501;s:3:"601";i:502;s:3:"611";})",
          R"(a:2:{i:1602;s:4:"7102";i:1601;s:4:"7111";})",
          R"(a:2:{i:1602;s:4:"7102";i:1601;s:4:"7111";})"},
    Piece{4, R"(a:2:{i:501;s:3:"601";i:502;s:3:"611";})",
          R"(a:2:{i:1602;s:4:"7102";i:1601;s:4:"7111";})",
          R"(a:2:{i:1602;s:4:"7102";i:1601;s:4:"7111";})"},
    Piece{5, R"(s:7:"product";s:2:"64";)", R"(s:7:"product";s:5:"91064";)",
          R"(s:7:"product";s:5:"91064";)"},
    Piece{5, R"(a:2:{i:4;s:2:"11";i:5;a:1:{i:0;s:2:"13";}})",
          R"(a:2:{i:92004;s:5:"92011";i:92005;a:1:{i:0;s:5:"92013";}})",
          R"(a:2:{i:0;s:1:"0";i:0;a:1:{i:0;s:1:"0";}})"},
    Piece{5, R"(a:2:{i:4;i:1;i:5;i:2;})", R"(a:2:{i:92004;i:1;i:92005;i:2;})",
          R"(a:2:{i:0;i:1;i:0;i:2;})"},
    Piece{5, R"(i:4;a:3:{s:9:"option_id";i:4;)", R"(i:92004;a:3:{s:9:"option_id";i:92004;)",
          R"(i:0;a:3:{s:9:"option_id";i:0;)"},
    Piece{5, R"(i:5;a:3:{s:9:"option_id";i:5;)", R"(i:92005;a:3:{s:9:"option_id";i:92005;)",
          R"(i:0;a:3:{s:9:"option_id";i:0;)"},
    Piece{7, R"(s:99:"a:4:{)", R"(s:103:"a:4:{)", R"(s:99:"a:4:{)"},
    Piece{7, R"(s:9:"option_id";i:5;})", R"(s:9:"option_id";i:92005;})",
          R"(s:9:"option_id";i:0;})"},
    Piece{9, R"(s:7:"product";s:2:"68";)", R"(s:7:"product";s:5:"91068";)",
          R"(s:7:"product";s:1:"0";)"},
    Piece{9, R"(a:2:{i:65;s:1:"1";i:66;s:1:"2";})", R"(a:2:{i:91065;s:1:"1";i:91066;s:1:"2";})",
          R"(a:2:{i:91065;s:1:"1";i:91066;s:1:"2";})"},
    Piece{9, R"(s:10:"product_id";s:2:"68";)", R"(s:10:"product_id";s:5:"91068";)",
          R"(s:10:"product_id";s:1:"0";)"},
    Piece{12, R"(a:2:{i:0;s:2:"21";i:1;s:2:"22";})", R"(a:2:{i:0;s:5:"92021";i:1;s:5:"92022";})",
          R"(a:2:{i:0;s:1:"0";i:1;s:1:"0";})"},
    Piece{15, R"(i:32;s:2:"51";)", R"(i:92032;s:5:"92051";)", R"(i:0;s:1:"0";)"},
    Piece{15, R"(i:34;a:2:{i:0;s:2:"55";i:1;s:2:"56";})",
          R"(i:92034;a:2:{i:0;s:5:"92055";i:1;s:5:"92056";})",
          R"(i:0;a:2:{i:0;s:1:"0";i:1;s:1:"0";})"},
    Piece{15, R"(s:22:"options_33_file_action";)", R"(s:25:"options_92033_file_action";)",
          R"(s:21:"options_0_file_action";)"},
    Piece{15, R"(s:9:"option_id";s:2:"33";)", R"(s:9:"option_id";s:5:"92033";)",
          R"(s:9:"option_id";s:1:"0";)"},
    Piece{15, R"(s:12:"option_value";s:5:"55,56";)", R"(s:12:"option_value";s:11:"92055,92056";)",
          R"(s:12:"option_value";s:3:"0,0";)"},
    // The file belongs to a quote, and those stay behind; its two texts are as long as before.
    Piece{15, R"(s:6:"params";a:2:{s:2:"id";s:4:"3301";)", R"(s:6:"params";a:2:{s:2:"id";s:1:"0";)",
          R"(s:6:"params";a:2:{s:2:"id";s:1:"0";)"},
    Piece{15, R"(s:526:"a:10:{)", R"(s:523:"a:10:{)", R"(s:523:"a:10:{)"},
    // What the customer wrote is no id, though it looks like one.
    Piece{16, R"(i:31;s:2:"52";i:32;s:2:"52";)", R"(i:92031;s:2:"52";i:92032;s:5:"92052";)",
          R"(i:0;s:2:"52";i:0;s:1:"0";)"},
    Piece{16, R"(s:5:"field";s:12:"option_value";s:2:"52";)",
          R"(s:5:"field";s:12:"option_value";s:2:"52";)",
          R"(s:5:"field";s:12:"option_value";s:2:"52";)"},
    Piece{16, R"(s:9:"drop_down";s:12:"option_value";s:2:"52";)",
          R"(s:9:"drop_down";s:12:"option_value";s:5:"92052";)",
          R"(s:9:"drop_down";s:12:"option_value";s:1:"0";)"},
    Piece{27, R"(a:2:{i:501;s:3:"602";i:502;s:3:"612";})",
          R"(a:2:{i:1602;s:4:"7101";i:1601;s:4:"7112";})",
          R"(a:2:{i:1602;s:4:"7101";i:1601;s:1:"0";})"},
};

class OrderOptionsTest : public SalesTest {
protected:
    std::string options(unsigned item) { return item_cell(item, "product_options"); }

    /// Registers what add_products() has added, as a run of products would.
    void register_products()
    {
        destination().exec(
            "INSERT INTO datasync_entity_registry (source_system, entity_type, source_id, "
            "target_id, synced_at) VALUES ('legacy', 'product', 51, 91051, NOW()), "
            "('legacy', 'product', 62, 91062, NOW()), ('legacy', 'product', 68, 91068, NOW())");
    }

    void expect_pieces(std::string_view Piece::*expected)
    {
        for (const auto& piece : k_pieces) {
            const auto text = source()
                                  .value(fmt::format("SELECT product_options FROM "
                                                     "sales_flat_order_item WHERE item_id = {}",
                                                     piece.item))
                                  .value_or("");
            ASSERT_TRUE(has(text, piece.source)) << piece.item;
            EXPECT_TRUE(has(options(piece.item), piece.*expected)) << "item " << piece.item;
            if (piece.source == piece.*expected) { continue; }
            EXPECT_EQ(options(piece.item).find(piece.source), std::string::npos)
                << "item " << piece.item << ": " << piece.source;
        }
    }

    /// How many references of orders wait for their targets.
    std::string open_references()
    {
        return destination()
            .value("SELECT COUNT(*) FROM datasync_deferred_reference WHERE owner_type = 'order'")
            .value_or("");
    }
};

class FromMahoOrderOptionsTest : public OrderOptionsTest {
protected:
    std::string_view source_schema() const override { return "schema_maho.sql"; }
};

class MahoOrderOptionsTest : public OrderOptionsTest {
protected:
    std::string_view destination_schema() const override { return "schema_maho.sql"; }
};

TEST_F(OrderOptionsTest, NamesTheDestinationsProductsAndOptions)
{
    sync_before_orders();
    add_products();
    EXPECT_EQ(update("order"), "12 created");
    expect_pieces(&Piece::destination);
}

TEST_F(OrderOptionsTest, NamesThemAsSoonAsTheyCome)
{
    sync_orders();
    expect_pieces(&Piece::without);
    EXPECT_EQ(item_cell(9, "IFNULL(product_id, 'none')"), "91065");
    EXPECT_EQ(item_cell(29, "IFNULL(product_id, 'none')"), "none");
    EXPECT_NE(open_references(), "0");

    add_products();
    register_products();
    const auto done = report("customer_group");
    EXPECT_GT(done.at("references").at("delivered"), 20);
    EXPECT_EQ(item_cell(29, "product_id"), "91051");
    // The size L is a setting: the next run of orders finds it by its label.
    EXPECT_EQ(update("order"), "1 updated, 11 unchanged");
    expect_pieces(&Piece::destination);
    EXPECT_EQ(update("order"), "12 unchanged");
    EXPECT_EQ(open_references(), "0");
}

TEST_F(OrderOptionsTest, DeliversToUnfilledPlacesAlone)
{
    sync_orders();
    const auto item = target_part(Part::order_item, 29);
    destination().exec("UPDATE sales_flat_order_item SET product_id = 90020 WHERE item_id = " +
                       item);
    add_products();
    register_products();
    EXPECT_EQ(report("customer_group").at("exit_code"), 0);
    EXPECT_EQ(item_cell(29, "product_id"), "90020");
}

TEST_F(OrderOptionsTest, KeepsTheBytesOfWhatDoesNotParse)
{
    sync_before_orders();
    const auto done = report("order", {"-d", "update", "--entity-ids", "15"});
    EXPECT_EQ(counts(done), "1 created");
    EXPECT_EQ(options(25), "a:1:{s:15:\"info_buyRequest\";a:1:{s:3:\"qty\";i:1;}");
    EXPECT_TRUE(has(done.at("warnings").dump(), "sales_flat_order_item.product_options"));
    EXPECT_TRUE(has(done.at("warnings").dump(), "25"));
}

TEST_F(OrderOptionsTest, NamesNothingThatTheSourceDoesNotHave)
{
    source().exec("UPDATE sales_flat_order_item SET product_options = "
                  "'a:1:{s:15:\"info_buyRequest\";a:1:{s:7:\"product\";s:3:\"999\";}}' "
                  "WHERE item_id = 1");
    sync_before_orders();
    const auto done = report("order", {"-d", "update", "--entity-ids", "1"});
    EXPECT_EQ(options(1), "a:1:{s:15:\"info_buyRequest\";a:1:{s:7:\"product\";s:1:\"0\";}}");
    EXPECT_EQ(done.at("references").at("open"), 0);
    EXPECT_EQ(done.at("references").at("lost"), 1);
}

TEST_F(OrderOptionsTest, ReadsNumbersAsKeysAndValuesInBothForms)
{
    source().exec("UPDATE sales_flat_order_item SET product_options = "
                  "'a:1:{s:15:\"info_buyRequest\";a:2:{s:7:\"product\";i:60;"
                  "s:15:\"super_attribute\";a:1:{s:3:\"501\";i:601;}}}' WHERE item_id = 1");
    sync_before_orders();
    EXPECT_EQ(update("order", {"--entity-ids", "1"}), "1 created");
    EXPECT_EQ(options(1), "a:1:{s:15:\"info_buyRequest\";a:2:{s:7:\"product\";i:91060;"
                          "s:15:\"super_attribute\";a:1:{s:4:\"1602\";i:7102;}}}");
}

TEST_F(MahoOrderOptionsTest, StaysJsonWhereTheShopReadsIt)
{
    source().exec("UPDATE sales_flat_order_item SET product_options = "
                  "'{\"info_buyRequest\": {\"product\":\"60\",\"super_attribute\":"
                  "{\"501\":\"601\"},  \"qty\":1.0}}' WHERE item_id = 1");
    sync_before_orders();
    EXPECT_EQ(update("order", {"--entity-ids", "1"}), "1 created");
    EXPECT_EQ(options(1), "{\"info_buyRequest\": {\"product\":\"91060\",\"super_attribute\":"
                          "{\"1602\":\"7102\"},  \"qty\":1.0}}");
}

TEST_F(FromMahoOrderOptionsTest, BecomesPhpWhereTheShopReadsNoJson)
{
    source().exec("UPDATE sales_flat_order_item SET product_options = "
                  "'{\"info_buyRequest\":{\"product\":\"60\",\"super_attribute\":"
                  "{\"501\":\"601\"},\"qty\":2}}', weee_tax_applied = '[{\"title\":\"Ökö\"}]' "
                  "WHERE item_id = 1;\n"
                  "UPDATE sales_flat_order_payment SET additional_information = "
                  "'{\"gateway\":\"Zürich\"}' WHERE parent_id = 1");
    sync_before_orders();
    EXPECT_EQ(update("order", {"--entity-ids", "1"}), "1 created");
    EXPECT_EQ(options(1), "a:1:{s:15:\"info_buyRequest\";a:3:{s:7:\"product\";s:5:\"91060\";"
                          "s:15:\"super_attribute\";a:1:{i:1602;s:4:\"7102\";}s:3:\"qty\";i:2;}}");
    EXPECT_EQ(item_cell(1, "weee_tax_applied"), "a:1:{i:0;a:1:{s:5:\"title\";s:5:\"Ökö\";}}");
    EXPECT_EQ(order_cell(1, "(SELECT additional_information FROM sales_flat_order_payment p WHERE "
                            "p.parent_id = sales_flat_order.entity_id)"),
              "a:1:{s:7:\"gateway\";s:7:\"Zürich\";}");
    EXPECT_EQ(update("order", {"--entity-ids", "1"}), "1 unchanged");
}

} // namespace

} // namespace datasync::test
