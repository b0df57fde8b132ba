// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs of orders and invoices that are killed at random moments: whatever is there is whole, and a
// last run ends where one that nobody killed ends.
#include "support/sales_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

namespace datasync::test {

namespace {

constexpr unsigned k_copies = 60;
constexpr unsigned k_orders = 12 * (k_copies + 1);
constexpr unsigned k_invoices = 7 * (k_copies + 1);
const Words k_small_batches = {"-d", "update", "--batch-size", "4"};

/// A table of parts: its orders or invoices and the column that names them.
struct Parts {
    const char* table;
    const char* record;
    const char* column;
};

constexpr std::array k_parts = {
    Parts{"sales_flat_order_item", "sales_flat_order", "order_id"},
    Parts{"sales_flat_order_address", "sales_flat_order", "parent_id"},
    Parts{"sales_flat_order_payment", "sales_flat_order", "parent_id"},
    Parts{"sales_flat_order_status_history", "sales_flat_order", "parent_id"},
    Parts{"sales_payment_transaction", "sales_flat_order", "order_id"},
    Parts{"sales_order_tax", "sales_flat_order", "order_id"},
    Parts{"downloadable_link_purchased", "sales_flat_order", "order_id"},
    Parts{"sales_flat_order_grid", "sales_flat_order", "entity_id"},
    Parts{"sales_flat_invoice_item", "sales_flat_invoice", "parent_id"},
    Parts{"sales_flat_invoice_comment", "sales_flat_invoice", "parent_id"},
    Parts{"sales_flat_invoice_grid", "sales_flat_invoice", "entity_id"},
};

/// What must not be on a destination at any moment: rows that name what is not there.
constexpr std::array k_half = {
    "SELECT COUNT(*) FROM sales_flat_order o LEFT JOIN sales_flat_order_address a ON a.entity_id = "
    "o.billing_address_id AND a.parent_id = o.entity_id WHERE a.entity_id IS NULL",
    "SELECT COUNT(*) FROM sales_flat_order o LEFT JOIN gift_message m USING (gift_message_id) "
    "WHERE "
    "o.gift_message_id > 0 AND m.gift_message_id IS NULL",
    "SELECT COUNT(*) FROM gift_message m WHERE NOT EXISTS (SELECT 1 FROM sales_flat_order o WHERE "
    "o.gift_message_id = m.gift_message_id) AND NOT EXISTS (SELECT 1 FROM sales_flat_order_item i "
    "WHERE i.gift_message_id = m.gift_message_id)",
    "SELECT COUNT(*) FROM sales_flat_order_item i LEFT JOIN sales_flat_order_item p ON p.item_id = "
    "i.parent_item_id AND p.order_id = i.order_id WHERE i.parent_item_id > 0 AND p.item_id IS NULL",
    "SELECT COUNT(*) FROM sales_flat_invoice_item i LEFT JOIN sales_flat_order_item o ON o.item_id "
    "= i.order_item_id WHERE o.item_id IS NULL",
    "SELECT COUNT(*) FROM sales_flat_order o JOIN sales_flat_order_item i ON i.order_id = "
    "o.entity_id WHERE o.increment_id NOT LIKE '35%' AND i.weight <> o.weight",
    "SELECT COUNT(*) FROM sales_flat_invoice d JOIN sales_flat_invoice_item i ON i.parent_id = "
    "d.entity_id WHERE d.increment_id NOT LIKE '35%' AND i.qty <> d.total_qty",
    "SELECT COUNT(*) FROM sales_flat_order o LEFT JOIN datasync_entity_registry r ON r.entity_type "
    "= 'order' AND r.target_id = o.entity_id WHERE r.target_id IS NULL AND o.increment_id NOT LIKE "
    "'35%'",
};

class KilledOrdersTest : public SalesTest {
protected:
    void SetUp() override
    {
        SalesTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        add_copies(k_copies);
        sync_before_orders();
    }

    /// Every order and invoice that is there has all its parts.
    void expect_no_half_records()
    {
        for (const auto& parts : k_parts) {
            EXPECT_EQ(destination().value(fmt::format(
                          "SELECT COUNT(*) FROM {2} d JOIN {0}.{2} s ON s.increment_id = "
                          "d.increment_id WHERE (SELECT COUNT(*) FROM {1} p WHERE p.{3} = "
                          "d.entity_id) <> (SELECT COUNT(*) FROM {0}.{1} p WHERE p.{3} = "
                          "s.entity_id)",
                          source().name(), parts.table, parts.record, parts.column)),
                      "0")
                << parts.table;
        }
        for (const char* const half : k_half) { EXPECT_EQ(destination().value(half), "0") << half; }
    }

    /// Kills so many runs at random moments of their work. Each has a hundred records to do, some
    /// of them new and all the others changed; one that ends before it is killed does not count.
    void kill(const char* entity, unsigned kills, int longest_milliseconds)
    {
        std::uniform_int_distribution<int> moment(20, longest_milliseconds);
        for (unsigned killed = 0; killed < kills && !HasFailure();) {
            change_source();
            Words words = k_small_batches;
            words.insert(words.end(), {"--entity-ids", some_ids(entity)});
            const auto program = start_sync(entity, words);
            std::this_thread::sleep_for(std::chrono::milliseconds(moment(m_random)));
            program->send_signal(SIGKILL);
            const auto result = program->wait();
            if (result.exit_code == 128 + SIGKILL) {
                ++killed;
            } else {
                EXPECT_EQ(result.exit_code, 0) << result.err;
            }
            expect_no_half_records();
        }
    }

    /// Changes every order, invoice and item: what belongs together has one weight.
    void change_source()
    {
        ++m_changes;
        source().exec(
            fmt::format("UPDATE sales_flat_order SET weight = {0};\n"
                        "UPDATE sales_flat_order_item SET weight = {0}, created_at = created_at;\n"
                        "UPDATE sales_flat_invoice SET total_qty = {0};\n"
                        "UPDATE sales_flat_invoice_item SET qty = {0}",
                        m_changes));
    }

    std::string some_ids(const char* entity)
    {
        auto ids = source().column(fmt::format("SELECT entity_id FROM sales_flat_{}", entity));
        std::shuffle(ids.begin(), ids.end(), m_random);
        ids.resize(100);
        return fmt::format("{}", fmt::join(ids, ","));
    }

    unsigned arrived(const std::string& table)
    {
        return static_cast<unsigned>(std::stoul(
            destination()
                .value("SELECT COUNT(*) FROM " + table + " WHERE increment_id NOT LIKE '35000000%'")
                .value_or("0")));
    }

    /// A destination of its own, filled by runs that nobody kills.
    std::unique_ptr<TestDatabase> clean_destination() const
    {
        auto clean = std::make_unique<TestDatabase>(
            "clean",
            std::initializer_list<std::string_view>{
                "schema_openmage.sql", "base_destination.sql", "destination_content.sql",
                "schema_goods_openmage.sql", "schema_sales_openmage.sql", "goods_destination.sql",
                "sales_base_destination.sql", "sales_destination.sql"});
        auto to_clean = connection_options();
        *std::next(std::find(to_clean.begin(), to_clean.end(), "--dest-name")) = clean->name();
        for (const char* const entity :
             {"customer_group", "customer", "cart_price_rule", "order", "invoice"}) {
            Words words = {"sync", entity, "legacy", "-a", "openmage", "-d", "update"};
            words.insert(words.end(), to_clean.begin(), to_clean.end());
            EXPECT_EQ(run_datasync(words).exit_code, 0) << entity;
        }
        return clean;
    }

private:
    std::mt19937 m_random{20240801};
    unsigned m_changes = 0;
};

TEST_F(KilledOrdersTest, EndWhereARunThatNobodyKilledEnds)
{
    kill("order", 50, 140);
    EXPECT_EQ(report("order", k_small_batches).at("exit_code"), 0);
    kill("invoice", 20, 90);
    for (const char* const entity : {"order", "invoice"}) {
        EXPECT_EQ(report(entity, k_small_batches).at("exit_code"), 0);
    }
    EXPECT_EQ(arrived("sales_flat_order"), k_orders);
    EXPECT_EQ(arrived("sales_flat_invoice"), k_invoices);
    expect_no_half_records();

    const auto clean = clean_destination();
    constexpr OwnSales k_all = {.orders = "", .rules = ""};
    for (const char* const entity : {"order", "invoice", "cart_price_rule"}) {
        EXPECT_TRUE(same_sales(*clean, destination(), entity, k_all));
    }
    constexpr std::string_view k_counters = "SELECT CONCAT_WS(' ', entity_type_id, store_id, "
                                            "increment_prefix, increment_last_id) FROM "
                                            "eav_entity_store ORDER BY 1";
    EXPECT_EQ(destination().column(k_counters), clean->column(k_counters));
    EXPECT_EQ(update("order"), fmt::format("{} unchanged", k_orders));
    EXPECT_EQ(update("invoice"), fmt::format("{} unchanged", k_invoices));
}

} // namespace

} // namespace datasync::test
