// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Stock levels from CSV files, the way an ERP sends them.
#include "support/catalog_test.hpp"
#include "support/file_source.hpp"

namespace datasync::test {

namespace {

class FileStockTest : public CatalogTest {
protected:
    void SetUp() override
    {
        CatalogTest::SetUp();
        m_files.emplace(destination());
        m_sku = destination()
                    .value("SELECT p.sku FROM catalog_product_entity p JOIN "
                           "cataloginventory_stock_item i ON i.product_id = p.entity_id ORDER BY "
                           "p.entity_id LIMIT 1")
                    .value();
    }

    const FileSource& files() { return *m_files; }
    const std::string& sku() const { return m_sku; }

    std::string stock(const std::string& columns)
    {
        return destination()
            .value("SELECT CONCAT_WS(' ', " + columns +
                   ") FROM cataloginventory_stock_item i JOIN catalog_product_entity p ON "
                   "p.entity_id = i.product_id WHERE p.sku = '" +
                   m_sku + "'")
            .value_or("");
    }

private:
    std::optional<FileSource> m_files;
    std::string m_sku;
};

TEST_F(FileStockTest, ChangesWhatTheFileSaysAndNothingElse)
{
    destination().exec("UPDATE cataloginventory_stock_item SET min_qty = 3, is_in_stock = 0");
    const auto before = stock("i.is_in_stock, i.min_qty, i.use_config_manage_stock, i.item_id");
    EXPECT_EQ(files().update("stock", "sku,qty\n" + sku() + ",41.5\n"), "1 updated");
    EXPECT_EQ(stock("i.qty"), "41.5000");
    EXPECT_EQ(stock("i.is_in_stock, i.min_qty, i.use_config_manage_stock, i.item_id"), before);
    EXPECT_EQ(files().update("stock", "sku,qty\n" + sku() + ",41.50\n"), "1 unchanged");
}

TEST_F(FileStockTest, AValueTakesTheShopsConfigurationOff)
{
    files().update("stock", "sku,qty,manage_stock\n" + sku() + ",5,1\n");
    EXPECT_EQ(stock("i.manage_stock, i.use_config_manage_stock"), "1 0");
    files().update("stock", "sku,qty,manage_stock\n" + sku() + ",5,\n");
    EXPECT_EQ(stock("i.use_config_manage_stock"), "1");
    files().update("stock", "sku,qty,manage_stock,use_config_manage_stock\n" + sku() + ",5,1,1\n");
    EXPECT_EQ(stock("i.manage_stock, i.use_config_manage_stock"), "1 1");
}

TEST_F(FileStockTest, ANewStockItemIsInStockWhenThereIsSome)
{
    destination().exec("DELETE FROM cataloginventory_stock_item");
    EXPECT_EQ(files().update("stock", "sku,qty\n" + sku() + ",7\n"), "1 created");
    EXPECT_EQ(stock("i.qty, i.is_in_stock, i.stock_id"), "7.0000 1 1");
}

TEST_F(FileStockTest, HoldsWhatHasNoProductAndRefusesWhatIsNoNumber)
{
    const auto report = files().report("stock", "sku,qty\nNO-SUCH-SKU,1\n" + sku() + ",\"1,5\"\n",
                                       {"-d", "update"});
    EXPECT_EQ(counts(report), "1 held, 1 failed");
    EXPECT_TRUE(has(told_of_line(report, 2), "held: the product has not come"));
    EXPECT_TRUE(has(told_of_line(report, 3), "column qty: \"1,5\" is not a number"));
}

} // namespace

} // namespace datasync::test
