// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Runs of products that are killed at random moments: whatever is there is whole but for what waits
// for other products, and a last run ends where one that nobody killed ends.
#include "support/product_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

namespace datasync::test {

namespace {

constexpr unsigned k_copies = 24;
constexpr unsigned k_products = 20 * (k_copies + 1);
constexpr unsigned k_kills = 50;
const Words k_small_batches = {"-d", "update", "--batch-size", "4", "--jobs", "2"};

/// What hangs below a product: tables of both shops, and the column that names the product.
struct Parts {
    std::string_view from;
    std::string_view product;
    std::string_view condition = {};
};

constexpr std::array k_parts = {
    Parts{"{0}.catalog_product_entity_varchar p", "p.entity_id"},
    Parts{"{0}.catalog_product_entity_int p", "p.entity_id"},
    Parts{"{0}.catalog_product_entity_text p", "p.entity_id"},
    Parts{"{0}.catalog_product_entity_decimal p", "p.entity_id"},
    Parts{"{0}.catalog_product_entity_datetime p", "p.entity_id"},
    Parts{"{0}.catalog_product_website p", "p.product_id"},
    Parts{"{0}.catalog_category_product p", "p.product_id"},
    Parts{"{0}.catalog_product_entity_tier_price p", "p.entity_id"},
    Parts{"{0}.catalog_product_entity_group_price p", "p.entity_id"},
    Parts{"{0}.catalog_product_entity_media_gallery p JOIN "
          "{0}.catalog_product_entity_media_gallery_value v USING (value_id)",
          "p.entity_id"},
    Parts{"{0}.catalog_product_entity_media_gallery p", "p.entity_id"},
    Parts{"{0}.catalog_product_super_attribute p JOIN {0}.catalog_product_super_attribute_label l "
          "USING (product_super_attribute_id)",
          "p.product_id"},
    Parts{"{0}.catalog_product_super_attribute p JOIN {0}.catalog_product_super_attribute_pricing "
          "l USING (product_super_attribute_id)",
          "p.product_id"},
    Parts{"{0}.catalog_product_option p JOIN {0}.catalog_product_option_title t USING (option_id)",
          "p.product_id"},
    Parts{"{0}.catalog_product_option p JOIN {0}.catalog_product_option_price t USING (option_id)",
          "p.product_id"},
    Parts{"{0}.catalog_product_option p JOIN {0}.catalog_product_option_type_value v USING "
          "(option_id) JOIN {0}.catalog_product_option_type_title t USING (option_type_id)",
          "p.product_id"},
    Parts{"{0}.catalog_product_option p JOIN {0}.catalog_product_option_type_value v USING "
          "(option_id) JOIN {0}.catalog_product_option_type_price t USING (option_type_id)",
          "p.product_id"},
    Parts{"{0}.catalog_product_bundle_option p JOIN {0}.catalog_product_bundle_option_value v "
          "USING (option_id)",
          "p.parent_id"},
    Parts{"{0}.downloadable_link p JOIN {0}.downloadable_link_title t USING (link_id)",
          "p.product_id"},
    Parts{"{0}.downloadable_link p JOIN {0}.downloadable_link_price t USING (link_id)",
          "p.product_id"},
    Parts{"{0}.downloadable_sample p JOIN {0}.downloadable_sample_title t USING (sample_id)",
          "p.product_id"},
    Parts{"{0}.weee_tax p", "p.entity_id"},
    Parts{"{0}.cataloginventory_stock_item p", "p.product_id"},
    Parts{"{0}.cataloginventory_stock_status p", "p.product_id"},
};

/// Rows that may wait for another product; the one of a kind that no other shop knows does not.
constexpr std::array k_waiting_parts = {
    Parts{"catalog_product_link", "product_id", " AND link_type_id <> 2"},
    Parts{"catalog_product_relation", "parent_id"},
    Parts{"catalog_product_super_link", "parent_id"},
    Parts{"catalog_product_bundle_selection", "parent_product_id"},
};

/// Parts that the registry keeps, by their numbers there: each of a product is in it, and what is
/// in it is there.
struct Registered {
    unsigned part;
    std::string_view table;
    std::string_view key;
};
constexpr std::array k_registered = {
    Registered{20, "catalog_product_option", "option_id"},
    Registered{21, "catalog_product_option_type_value", "option_type_id"},
    Registered{22, "catalog_product_bundle_option", "option_id"},
    Registered{23, "catalog_product_bundle_selection", "selection_id"},
    Registered{24, "downloadable_link", "link_id"},
    Registered{26, "catalog_product_super_attribute", "product_super_attribute_id"},
    Registered{27, "catalog_product_entity_media_gallery", "value_id"},
    Registered{28, "downloadable_sample", "sample_id"},
};

/// What must not be on a destination at any moment.
constexpr std::array k_half = {
    // What belongs together was changed at the same time.
    "SELECT COUNT(*) FROM cataloginventory_stock_item i JOIN catalog_product_entity_decimal v ON "
    "v.entity_id = i.product_id AND v.store_id = 0 JOIN eav_attribute a ON a.attribute_id = "
    "v.attribute_id AND a.attribute_code = 'price' JOIN catalog_product_entity p ON p.entity_id = "
    "i.product_id WHERE p.sku NOT LIKE 'KEEP%' AND i.qty <> v.value",
    "SELECT COUNT(*) FROM catalog_product_option_price o JOIN catalog_product_option n USING "
    "(option_id) JOIN cataloginventory_stock_item i USING (product_id) WHERE o.price <> i.qty",
    "SELECT COUNT(*) FROM downloadable_link_price o JOIN downloadable_link n USING (link_id) JOIN "
    "cataloginventory_stock_item i USING (product_id) WHERE o.price <> i.qty",
    "SELECT COUNT(*) FROM catalog_product_link l LEFT JOIN catalog_product_link_attribute_int i "
    "USING (link_id) JOIN catalog_product_link_type t USING (link_type_id) WHERE t.code IN "
    "('relation', 'super', 'up_sell') AND i.value_id IS NULL",
    "SELECT COUNT(*) FROM catalog_product_entity p LEFT JOIN datasync_entity_registry r ON "
    "r.entity_type = 'product' AND r.target_id = p.entity_id WHERE r.target_id IS NULL AND p.sku "
    "NOT LIKE 'KEEP%' AND p.entity_id NOT IN (90012, 90016)",
    "SELECT COUNT(*) FROM datasync_entity_registry r LEFT JOIN catalog_product_entity p ON "
    "p.entity_id = r.target_id WHERE r.entity_type = 'product' AND p.entity_id IS NULL",
};

class KilledProductsTest : public ProductTest {
protected:
    void SetUp() override
    {
        ProductTest::SetUp();
        if (HasFatalFailure() || IsSkipped()) { return; }
        add_copies(k_copies);
        prepare();
    }

    /// How many products are there that have not all of these rows.
    std::string lacking(const std::string& here, const std::string& there)
    {
        return destination()
            .value(fmt::format("SELECT COUNT(*) FROM datasync_entity_registry r WHERE "
                               "r.entity_type = 'product' AND ({}) <> ({})",
                               here, there))
            .value_or("");
    }

    /// Every product that is there has all its parts but those that wait.
    void expect_no_half_products()
    {
        constexpr std::string_view k_count = "SELECT COUNT(*) FROM {} WHERE {} = r.{}_id";
        for (const auto& parts : k_parts) {
            const auto rows_of = [&](const std::string& shop, std::string_view side) {
                return fmt::format(k_count, fmt::format(fmt::runtime(parts.from), shop),
                                   parts.product, side);
            };
            EXPECT_EQ(lacking(rows_of(destination().name(), "target"),
                              rows_of(source().name(), "source")),
                      "0")
                << parts.from;
        }
        for (const auto& parts : k_waiting_parts) {
            EXPECT_EQ(
                lacking(fmt::format("SELECT COUNT(*) + (SELECT COUNT(*) FROM "
                                    "datasync_deferred_reference d WHERE d.owner_type = "
                                    "'product' AND d.owner_source_id = r.source_id AND "
                                    "d.place = 'row' AND d.table_name = '{0}') FROM {0} p "
                                    "WHERE p.{1} = r.target_id",
                                    parts.from, parts.product),
                        fmt::format("SELECT COUNT(*) FROM {}.{} p WHERE p.{} = "
                                    "r.source_id{}",
                                    source().name(), parts.from, parts.product, parts.condition)),
                "0")
                << parts.from;
        }
        for (const auto& [part, table, key] : k_registered) {
            EXPECT_EQ(destination().value(fmt::format(
                          "SELECT COUNT(*) FROM datasync_part_registry r LEFT JOIN {1} p ON p.{2} "
                          "= r.target_id WHERE r.part_type = {0} AND p.{2} IS NULL",
                          part, table, key)),
                      "0")
                << table;
            EXPECT_EQ(destination().value(fmt::format(
                          "SELECT COUNT(*) FROM {1} p LEFT JOIN datasync_part_registry r ON "
                          "r.part_type = {0} AND r.target_id = p.{2} WHERE r.target_id IS NULL AND "
                          "p.{2} <> 40801",
                          part, table, key)),
                      "0")
                << table;
        }
        for (const char* const half : k_half) { EXPECT_EQ(destination().value(half), "0") << half; }
    }

    /// Changes every product: what belongs together has one number.
    void change_source()
    {
        ++m_changes;
        source().exec(fmt::format("UPDATE catalog_product_entity_decimal SET value = {0} WHERE "
                                  "attribute_id = 99 AND store_id = 0;\n"
                                  "UPDATE cataloginventory_stock_item SET qty = {0};\n"
                                  "UPDATE catalog_product_option_price SET price = {0};\n"
                                  "UPDATE downloadable_link_price SET price = {0}",
                                  m_changes));
    }

    std::string some_ids()
    {
        auto ids = source().column("SELECT entity_id FROM catalog_product_entity");
        std::shuffle(ids.begin(), ids.end(), m_random);
        ids.resize(100);
        return fmt::format("{}", fmt::join(ids, ","));
    }

    /// Kills runs at random moments of their work. Each has a hundred products to do, some of them
    /// new and all the others changed; one that ends before it is killed does not count.
    void kill()
    {
        std::uniform_int_distribution<int> moment(20, 170);
        for (unsigned killed = 0; killed < k_kills && !HasFailure();) {
            change_source();
            Words words = k_small_batches;
            words.insert(words.end(), {"--entity-ids", some_ids()});
            const auto program = start_sync("product", words);
            std::this_thread::sleep_for(std::chrono::milliseconds(moment(m_random)));
            program->send_signal(SIGKILL);
            const auto result = program->wait();
            if (result.exit_code == 128 + SIGKILL) {
                ++killed;
            } else {
                EXPECT_EQ(result.exit_code, 0) << result.err;
            }
            expect_no_half_products();
        }
    }

    /// A destination of its own, filled by runs that nobody kills.
    std::unique_ptr<TestDatabase> clean_destination() const
    {
        auto clean = std::make_unique<TestDatabase>(
            "clean", std::initializer_list<std::string_view>{
                         "schema_openmage.sql", "base_destination.sql", "destination_content.sql",
                         "schema_goods_openmage.sql", "schema_catalog_openmage.sql",
                         "catalog_base_destination.sql", "catalog_destination.sql"});
        auto to_clean = connection_options();
        *std::next(std::find(to_clean.begin(), to_clean.end(), "--dest-name")) = clean->name();
        for (const char* const entity : {"customer_group", "cms_block", "productattribute",
                                         "attribute_set", "category", "product"}) {
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

TEST_F(KilledProductsTest, EndWhereARunThatNobodyKilledEnds)
{
    kill();
    const auto last = report("product", k_small_batches);
    EXPECT_EQ(last.at("exit_code"), 0);
    EXPECT_EQ(last.at("summary").at("read"), k_products);
    EXPECT_EQ(last.at("references").at("open"), 0);
    expect_no_half_products();

    const auto clean = clean_destination();
    for (const char* const entity : {"product", "stock", "weee_tax"}) {
        EXPECT_TRUE(same_catalog(*clean, destination(), entity));
    }
    EXPECT_EQ(own_catalog(destination()), own_catalog(*clean));
    EXPECT_EQ(update("product"), fmt::format("{} unchanged", k_products));
}

} // namespace

} // namespace datasync::test
