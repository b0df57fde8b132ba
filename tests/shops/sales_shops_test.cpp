// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Real shops: rules, orders and their documents read the same on both sides, products before or
// after them, and nothing is doubled by further runs. Runs where DATASYNC_SHOPS names the dumps.
#include "support/program.hpp"
#include "support/sales_lines.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace datasync::test {

namespace {

/// An entity type, and how many records of it the source shop has.
struct Expected {
    const char* entity;
    int records;
};

constexpr std::array k_before = {Expected{"customer_group", 7}, Expected{"customer", 121},
                                 Expected{"cart_price_rule", 3}};
constexpr std::array k_sales = {Expected{"order", 400}, Expected{"invoice", 326},
                                Expected{"shipment", 208}, Expected{"creditmemo", 73}};

/// The destinations sell nothing of their own.
constexpr OwnSales k_none_own = {.orders = "", .rules = ""};

/// Products with other ids, as another program would have brought them: those that one sku tells.
constexpr std::string_view k_products =
    "INSERT INTO {0}.catalog_product_entity (entity_id, entity_type_id, attribute_set_id, type_id, "
    "sku) SELECT 500000 + p.entity_id, t.entity_type_id, t.default_attribute_set_id, p.type_id, "
    "p.sku FROM {1}.catalog_product_entity p JOIN {0}.eav_entity_type t ON t.entity_type_code = "
    "'catalog_product' WHERE p.sku IN (SELECT sku FROM {1}.catalog_product_entity GROUP BY sku "
    "HAVING COUNT(*) = 1)";
constexpr std::string_view k_registered =
    "INSERT INTO datasync_entity_registry (source_system, entity_type, source_id, target_id, "
    "synced_at) SELECT 'legacy', 'product', entity_id - 500000, entity_id, NOW() FROM "
    "catalog_product_entity WHERE entity_id > 500000";

/// Attributes of products and their options, likewise; every attribute of the source is told by its
/// code.
constexpr std::array k_attributes = {
    "INSERT INTO {0}.eav_attribute (attribute_id, entity_type_id, attribute_code, backend_type, "
    "frontend_input, frontend_label, source_model, is_user_defined) SELECT 50000 + a.attribute_id, "
    "t.entity_type_id, a.attribute_code, a.backend_type, a.frontend_input, a.frontend_label, "
    "a.source_model, 1 FROM {1}.eav_attribute a JOIN {1}.eav_entity_type y USING (entity_type_id) "
    "JOIN {0}.eav_entity_type t ON t.entity_type_code = y.entity_type_code WHERE "
    "y.entity_type_code = 'catalog_product' AND NOT EXISTS (SELECT 1 FROM {0}.eav_attribute e "
    "WHERE "
    "e.entity_type_id = t.entity_type_id AND e.attribute_code = a.attribute_code)",
    "INSERT INTO {0}.eav_attribute_option (option_id, attribute_id, sort_order) SELECT 500000 + "
    "o.option_id, d.attribute_id, o.sort_order FROM {1}.eav_attribute_option o JOIN "
    "{1}.eav_attribute a USING (attribute_id) JOIN {1}.eav_entity_type y USING (entity_type_id) "
    "JOIN {0}.eav_entity_type t ON t.entity_type_code = y.entity_type_code JOIN {0}.eav_attribute "
    "d "
    "ON d.entity_type_id = t.entity_type_id AND d.attribute_code = a.attribute_code WHERE "
    "y.entity_type_code = 'catalog_product'",
    "INSERT INTO {0}.eav_attribute_option_value (option_id, store_id, value) SELECT 500000 + "
    "v.option_id, 0, v.value FROM {1}.eav_attribute_option_value v JOIN "
    "{0}.eav_attribute_option o ON o.option_id = 500000 + v.option_id WHERE v.store_id = 0"};

/// The choices that configurable products were ordered with, "order: code=label" each.
std::vector<std::string> choices(TestDatabase& shop)
{
    std::vector<std::string> lines;
    for (const auto& row :
         shop.rows("SELECT o.increment_id, REGEXP_SUBSTR(i.product_options, "
                   "'\"super_attribute\";a:[0-9]+:[{][^}]*') FROM sales_flat_order_item i JOIN "
                   "sales_flat_order o ON o.entity_id = i.order_id WHERE i.product_type = "
                   "'configurable'")) {
        // "...{i:92;i:4;i:180;i:81;" as attribute and option, in turn.
        const auto text = row[1].value();
        const auto numbers = util::split(text.substr(text.find('{') + 1), ';');
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
            lines.push_back(
                row[0].value() + ": " +
                shop
                    .value(fmt::format(
                        "SELECT CONCAT(a.attribute_code, '=', v.value) FROM eav_attribute a JOIN "
                        "eav_attribute_option p USING (attribute_id) JOIN "
                        "eav_attribute_option_value v ON v.option_id = p.option_id AND v.store_id "
                        "= 0 WHERE a.attribute_id = {} AND p.option_id = {}",
                        numbers[i].substr(2), numbers[i + 1].substr(2)))
                    .value());
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// The grouped products that items were ordered as part of, "order: sku" each.
std::vector<std::string> groups(TestDatabase& shop)
{
    return shop.column(
        "SELECT CONCAT(o.increment_id, ': ', p.sku) FROM sales_flat_order_item i JOIN "
        "sales_flat_order o ON o.entity_id = i.order_id JOIN catalog_product_entity p ON "
        "i.product_options LIKE CONCAT('%\"super_product_config\";a:3:{%\"product_id\";i:', "
        "p.entity_id, ';%') WHERE i.product_type = 'grouped' ORDER BY 1");
}

class Sales {
public:
    explicit Sales(std::string_view destination_dump)
        : m_source("source"), m_destination("destination")
    {
        m_source.load_dump(shop_dump("source_shop.sql.xz"));
        m_destination.load_dump(shop_dump(destination_dump));
        for (auto* database : {&m_source, &m_destination}) {
            database->exec("SET SESSION group_concat_max_len = 1000000");
        }
        for (const char* const sql : k_attributes) { copy(sql); }
    }

    nlohmann::json sync(const std::string& entity, const std::vector<std::string>& more = {}) const
    {
        const auto from = m_source.settings();
        const auto to = m_destination.settings();
        std::vector<std::string> words = {"sync",     entity,        "legacy",      "-a",
                                          "openmage", "-d",          "update",      "--format",
                                          "json",     "--db-socket", from.socket,   "--db-user",
                                          from.user,  "--db-name",   from.database, "--dest-socket",
                                          to.socket,  "--dest-user", to.user,       "--dest-name",
                                          to.database};
        words.insert(words.end(), more.begin(), more.end());
        const auto result = run_datasync(words);
        EXPECT_EQ(result.exit_code, 0) << entity << '\n' << result.err << result.out;
        return nlohmann::json::parse(result.out, nullptr, false);
    }

    template<std::size_t Count>
    void create(const std::array<Expected, Count>& entities,
                const std::vector<std::string>& more = {}) const
    {
        for (const auto& [entity, records] : entities) {
            const auto report = sync(entity, more);
            EXPECT_EQ(report["summary"]["read"], records) << entity;
            EXPECT_EQ(report["summary"]["failed"], 0) << entity;
            EXPECT_EQ(report["summary"]["held"], 0) << entity;
        }
    }

    void add_products() { copy(k_products); }

    void register_products() { m_destination.exec(k_registered); }

    void expect_same()
    {
        EXPECT_TRUE(same_sales(m_source, m_destination, "cart_price_rule", k_none_own));
        for (const auto& [entity, records] : k_sales) {
            EXPECT_TRUE(same_sales(m_source, m_destination, entity, k_none_own));
        }
        EXPECT_EQ(choices(m_source).size(), 154U);
        EXPECT_EQ(choices(m_destination), choices(m_source));
        EXPECT_EQ(groups(m_source).size(), 375U);
        EXPECT_EQ(groups(m_destination), groups(m_source));
    }

    void expect_further_runs_change_nothing()
    {
        const auto sums = m_destination.checksums();
        for (int round = 0; round < 2; ++round) {
            for (const auto& [entity, records] : k_sales) {
                EXPECT_EQ(sync(entity)["summary"]["unchanged"], records) << entity;
            }
            EXPECT_EQ(sync("cart_price_rule")["summary"]["unchanged"], 3);
        }
        EXPECT_EQ(m_destination.checksums(), sums);
    }

private:
    /// Runs a statement that names both databases.
    void copy(std::string_view sql)
    {
        m_destination.exec(fmt::format(fmt::runtime(sql), m_destination.name(), m_source.name()));
    }

    TestDatabase m_source;
    TestDatabase m_destination;
};

class SalesShopsTest : public DbTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(SalesShopsTest, ArriveAfterTheirProducts)
{
    Sales shops(GetParam());
    shops.add_products();
    shops.create(k_before);
    shops.create(k_sales);
    shops.expect_same();
    shops.expect_further_runs_change_nothing();
}

TEST_P(SalesShopsTest, ArriveBeforeTheirProducts)
{
    Sales shops(GetParam());
    shops.create(k_before);
    shops.create(k_sales, {"--no-load-data", "--batch-size", "37"});
    shops.add_products();
    shops.register_products();
    EXPECT_GT(shops.sync("customer_group")["references"]["delivered"], 1000);
    shops.expect_same();
    shops.expect_further_runs_change_nothing();
}

INSTANTIATE_TEST_SUITE_P(
    Into, SalesShopsTest, ::testing::Values("destination_shop.sql.xz", "maho_shop.sql.xz"),
    [](const auto& shop) {
        return std::string(shop.param).substr(0, std::string_view(shop.param).find('_'));
    });

} // namespace

} // namespace datasync::test
