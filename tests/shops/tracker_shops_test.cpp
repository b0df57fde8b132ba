// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Triggers on a real shop whose tracker has rows of real observers. Runs where DATASYNC_SHOPS names
// the folder of the dumps.
#include "support/program.hpp"
#include "support/test_server.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace datasync::test {

namespace {

class TrackerOfARealShop : public ::testing::Test {
protected:
    void SetUp() override { m_shop.load_dump(shop_dump("source_shop.sql.xz")); }

    std::string tracker(const std::string& action, const std::vector<std::string>& more = {})
    {
        const auto settings = m_shop.settings();
        std::vector<std::string> words = {"tracker",       action,       "--db-socket",
                                          settings.socket, "--db-name",  settings.database,
                                          "--db-user",     settings.user};
        words.insert(words.end(), more.begin(), more.end());
        const auto result = run_datasync(words);
        EXPECT_EQ(result.exit_code, 0) << result.err;
        return result.out;
    }

    TestDatabase m_shop{"source"};
};

constexpr const char* k_schema =
    "SELECT CONCAT_WS(' ', table_name, column_name, column_type) FROM information_schema.columns "
    "WHERE table_schema = DATABASE() UNION ALL SELECT CONCAT_WS(' ', trigger_name, "
    "action_statement) FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY "
    "1";

} // namespace

TEST_F(TrackerOfARealShop, GoesOnWhereItsObserversWere)
{
    const auto before = m_shop.column(k_schema);
    const auto content = m_shop.checksums();
    tracker("install");
    EXPECT_EQ(m_shop.value("SELECT COUNT(*) FROM datasync_change_tracker"), "2780");
    m_shop.exec("UPDATE catalog_product_option_type_title SET title = UPPER(title)");
    m_shop.exec("UPDATE cataloginventory_stock_item SET qty = qty - 1");
    m_shop.exec("UPDATE customer_entity SET is_active = 1 - is_active");
    const auto status = nlohmann::json::parse(tracker("status", {"--format", "json"}));
    EXPECT_EQ(status.at("state"), "complete");
    EXPECT_EQ(status.at("module"), "datasync_tracker_setup 1.2.0");
    for (const auto& rows : status.at("rows")) {
        const auto stock = m_shop.value("SELECT COUNT(*) FROM cataloginventory_stock_item");
        if (rows.at("entity") == "stock") {
            EXPECT_EQ(std::to_string(rows.at("pending").get<int>()), stock);
        }
        if (rows.at("entity") == "customer") { EXPECT_EQ(rows.at("pending"), 121); }
    }
    m_shop.exec("UPDATE cataloginventory_stock_item SET qty = qty + 1");
    m_shop.exec("UPDATE customer_entity SET is_active = 1 - is_active");
    tracker("uninstall");
    EXPECT_EQ(m_shop.column(k_schema), before);
    EXPECT_EQ(m_shop.checksums({"catalog_product_option_type_title"}).size() + 1, content.size());
    EXPECT_NE(m_shop.value("SELECT COUNT(*) FROM datasync_change_tracker"), "0");
}

} // namespace datasync::test
