// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// No change is lost: a shop is at work while runs along its tracker are killed again and again; in
// the end both shops hold the same. tests/soak/run makes it long.
#include "support/catalog_lines.hpp"
#include "support/program.hpp"
#include "support/sales_lines.hpp"
#include "support/shop_lines.hpp"
#include "support/shop_writer.hpp"
#include "support/tracker_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <thread>

namespace datasync::test {

namespace {

constexpr std::array k_sales = {"order", "invoice", "shipment", "creditmemo", "cart_price_rule"};
constexpr std::array k_catalog = {
    "productattribute", "attribute_set", "category", "product", "stock", "review", "url_redirect"};

/// What is never deleted on a destination.
struct Kept {
    const char* entity;
    const char* table;
    const char* key;
    const char* name;
};

constexpr std::array k_kept = {
    Kept{"creditmemo", "sales_flat_creditmemo", "entity_id", "increment_id"},
    Kept{"shipment", "sales_flat_shipment", "entity_id", "increment_id"},
    Kept{"invoice", "sales_flat_invoice", "entity_id", "increment_id"},
    Kept{"order", "sales_flat_order", "entity_id", "increment_id"},
    Kept{"customer_group", "customer_group", "customer_group_id", "customer_group_code"},
    Kept{"productattribute", "eav_attribute", "attribute_id", "attribute_code"},
};

/// Texts and people that sales and catalogue do not say.
constexpr std::array k_lines = {
    std::pair{"customer_group", "SELECT CONCAT_WS(' ', g.customer_group_code, t.class_name) FROM "
                                "customer_group g JOIN tax_class t ON t.class_id = g.tax_class_id "
                                ""},
    std::pair{"newsletter",
              "SELECT CONCAT_WS(' ', n.subscriber_email, s.code, n.change_status_at, c.email, "
              "n.subscriber_status, n.subscriber_confirm_code) FROM newsletter_subscriber n LEFT "
              "JOIN core_store s ON s.store_id = n.store_id LEFT JOIN customer_entity c ON "
              "c.entity_id = n.customer_id WHERE n.subscriber_email NOT LIKE 'keep%'"},
    std::pair{"cms_block",
              "SELECT CONCAT_WS(' ', b.identifier, b.title, b.update_time, b.is_active, (SELECT "
              "GROUP_CONCAT(s.code ORDER BY s.code) FROM cms_block_store t JOIN core_store s USING "
              "(store_id) WHERE t.block_id = b.block_id)) FROM cms_block b WHERE b.identifier LIKE "
              "'soak-%'"},
    std::pair{"cms_page",
              "SELECT CONCAT_WS(' ', b.identifier, b.title, b.update_time, b.is_active, (SELECT "
              "GROUP_CONCAT(s.code ORDER BY s.code) FROM cms_page_store t JOIN core_store s USING "
              "(store_id) WHERE t.page_id = b.page_id)) FROM cms_page b WHERE b.identifier LIKE "
              "'soak-%'"},
};

Words sorted(TestDatabase& shop, const char* sql)
{
    auto lines = shop.column(sql);
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::uint64_t setting(const char* name, std::uint64_t otherwise)
{
    const auto* const text = std::getenv(name); // NOLINT(concurrency-mt-unsafe): before threads
    return text == nullptr ? otherwise : std::stoull(text);
}

class IncrementalSoakTest : public TrackerTest {
protected:
    void SetUp() override
    {
        TrackerTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        // One path that a redirect asks for is the destination's.
        source().exec("DELETE FROM core_url_rewrite WHERE url_rewrite_id = 16");
        // Shops have long stopped to keep this list.
        source().exec("DELETE FROM catalog_category_entity_text WHERE attribute_id = 121");
        // No new record takes an id that something of the past still names.
        for (const auto* const table :
             {"customer_group", "customer_entity", "catalog_product_entity",
              "catalog_category_entity", "salesrule", "cms_block", "cms_page", "gift_message"}) {
            source().exec(fmt::format("ALTER TABLE {} AUTO_INCREMENT = 5000", table));
        }
        tracker("install");
    }

    Words incremental() const
    {
        Words words = {"incremental", "--mark-synced", "--source", "legacy",      "--on-delete",
                       "hard",        "--max-delete",  "100%",     "--wait-lock", "30",
                       "--quiet"};
        const auto both = connection_options();
        words.insert(words.end(), both.begin(), both.end());
        return words;
    }

    std::string waiting()
    {
        return source()
            .value("SELECT COUNT(*) FROM datasync_change_tracker WHERE sync_completed <> 1")
            .value_or("");
    }

    /// Runs until nothing waits. What has failed need not wait for the clock.
    void empty_tracker()
    {
        for (int run = 1; run <= 4 && waiting() != "0"; ++run) {
            destination().exec("UPDATE datasync_rejected_record SET retry_at = NULL");
            const auto result = run_datasync(incremental());
            EXPECT_LE(result.exit_code, 3) << result.err << result.out;
            m_said = result.err + result.out;
        }
    }

    /// What the source has deleted and the destination keeps whatever is said: it has been told,
    /// so that it knows of no source any more. It goes here, for the comparison.
    void take_out_kept()
    {
        for (const auto& [entity, table, key, name] : k_kept) {
            const auto of_writer = fmt::format(
                "FROM {0} WHERE {1} LIKE 'soak%' AND {1} NOT IN (SELECT s.{1} FROM {2}.{0} s)",
                table, name, source().name());
            EXPECT_EQ(destination().column(fmt::format(
                          "SELECT {} {} AND {} IN (SELECT target_id FROM datasync_entity_registry "
                          "WHERE entity_type = '{}')",
                          name, of_writer, key, entity)),
                      Words{})
                << entity;
            destination().exec("DELETE " + of_writer);
        }
    }

    void expect_same()
    {
        EXPECT_EQ(source().column("SELECT CONCAT_WS(' ', entity_type, entity_id, action, "
                                  "sync_completed) FROM datasync_change_tracker WHERE "
                                  "sync_completed <> 1"),
                  Words{})
            << m_said;
        EXPECT_TRUE(
            same_lines("customer", customer_lines(source()), customer_lines(destination())));
        for (const auto& [entity, sql] : k_lines) {
            // All that the writer made may be deleted by the end.
            const auto lines = sorted(source(), sql);
            if (lines.empty()) {
                EXPECT_EQ(sorted(destination(), sql), Words{}) << entity;
            } else {
                EXPECT_TRUE(same_lines(entity, lines, sorted(destination(), sql)));
            }
        }
        for (const auto* const entity : k_sales) {
            EXPECT_TRUE(same_sales(source(), destination(), entity));
        }
        for (const auto* const entity : k_catalog) {
            EXPECT_TRUE(same_catalog(source(), destination(), entity));
        }
        EXPECT_EQ(tree_faults(destination()), Words{});
    }

    std::string m_said; ///< The last run's words.
};

} // namespace

TEST_F(IncrementalSoakTest, NoChangeIsLost)
{
    const auto changes = setting("DATASYNC_SOAK_CHANGES", 400);
    const auto seed = setting("DATASYNC_SOAK_SEED", std::random_device{}());
    SCOPED_TRACE(fmt::format("DATASYNC_SOAK_SEED={} DATASYNC_SOAK_CHANGES={}", seed, changes));
    const auto own = own_catalog(destination());

    ShopWriter writer(source().settings(), seed);
    writer.touch_all();
    std::atomic<bool> is_over = false;
    std::string trouble;
    std::thread shop([&] {
        std::mt19937_64 random(seed);
        try {
            for (std::uint64_t i = 0; i < changes; ++i) {
                writer.change();
                std::this_thread::sleep_for(std::chrono::milliseconds(random() % 20));
            }
        } catch (const std::exception& error) {
            trouble = error.what();
        }
        is_over = true;
    });

    std::mt19937_64 random(seed + 1);
    unsigned kills = 0;
    unsigned runs = 0;
    // Later than a run takes nobody kills it: as long as the last whole one took.
    auto whole_run = std::chrono::milliseconds(100);
    while (!is_over) {
        const auto start = std::chrono::steady_clock::now();
        Program program(incremental());
        const bool is_killed = random() % 4 != 0;
        if (is_killed) {
            std::this_thread::sleep_for(whole_run * (random() % 100) / 100);
            program.send_signal(SIGKILL);
        }
        const auto result = program.wait();
        if (result.exit_code == 128 + SIGKILL) {
            ++kills;
            continue;
        }
        whole_run = std::max(std::chrono::milliseconds(20),
                             std::chrono::duration_cast<std::chrono::milliseconds>(
                                 std::chrono::steady_clock::now() - start));
        ++runs;
        EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 3)
            << result.exit_code << ": " << result.err << result.out;
    }
    shop.join();
    EXPECT_EQ(trouble, "");
    EXPECT_GT(kills, 0U);
    empty_tracker();
    take_out_kept();
    expect_same();
    EXPECT_EQ(own_catalog(destination()), own);
    fmt::print("{} changes, {} kills, {} whole runs, {} deadlocks of the shop\n", changes, kills,
               runs, writer.deadlocks());
}

} // namespace datasync::test
