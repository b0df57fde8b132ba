// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a shop does with its catalogue.
#include "support/shop_writer.hpp"

#include <fmt/format.h>

namespace datasync::test {

namespace {

constexpr const char* k_products = "catalog_product_entity";
constexpr const char* k_categories = "catalog_category_entity";
constexpr const char* k_added = "catalog_product_entity WHERE sku LIKE 'soak-%'";
constexpr const char* k_color =
    "(SELECT attribute_id FROM eav_attribute WHERE attribute_code = 'color')";

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

} // namespace

void ShopWriter::add_product()
{
    const auto from = pick("entity_id", std::string(k_products) + " WHERE type_id = 'simple'");
    const auto to = copy(k_products, "entity_id = " + from,
                         {{"sku", quoted(next_name("product"))},
                          {"created_at", "NOW()"},
                          {"updated_at", "NOW()"},
                          {"has_options", "0"},
                          {"required_options", "0"}});
    copy_values(k_products, from, to);
    copy("catalog_product_website", "product_id = " + from, {{"product_id", to}});
    copy("catalog_category_product", "product_id = " + from, {{"product_id", to}});
    copy("cataloginventory_stock_item", "product_id = " + from, {{"product_id", to}});
    copy("cataloginventory_stock_status", "product_id = " + from, {{"product_id", to}});
}

void ShopWriter::change_product()
{
    const auto id = pick("entity_id", k_products);
    set_value(k_products, "varchar", "name", id, 0, quoted(next_name("name")));
    if (one_in(2)) {
        set_value(k_products, "varchar", "name", id, 2,
                  one_in(2) ? "NULL" : quoted(next_name("german")));
    }
    if (one_in(3)) {
        set_value(k_products, "int", "color", id, 0,
                  pick("option_id",
                       fmt::format("eav_attribute_option WHERE attribute_id = {}", k_color)));
    }
    if (one_in(3)) {
        set_value(k_products, "decimal", "price", id, 0, std::to_string(below(1000)));
    }
    exec("UPDATE catalog_product_entity SET updated_at = NOW() WHERE entity_id = " + id);
}

void ShopWriter::link_product()
{
    if (one_in(3)) {
        const auto link = pick("link_id", "catalog_product_link WHERE link_type_id IN (1, 4, 5)");
        if (!link.empty()) { exec("DELETE FROM catalog_product_link WHERE link_id = " + link); }
        return;
    }
    const auto product = pick("entity_id", k_products);
    const auto linked = pick("entity_id", k_products);
    const unsigned kind = one_in(2) ? 4 : 5;
    exec(fmt::format("INSERT IGNORE INTO catalog_product_link (product_id, linked_product_id, "
                     "link_type_id) VALUES ({}, {}, {})",
                     product, linked, kind));
    const auto id = value(fmt::format(
        "SELECT link_id FROM catalog_product_link WHERE product_id = {} AND linked_product_id = {} "
        "AND link_type_id = {}",
        product, linked, kind));
    const unsigned position = kind == 4 ? 3 : 4;
    exec(fmt::format("DELETE FROM catalog_product_link_attribute_int WHERE link_id = {} AND "
                     "product_link_attribute_id = {}",
                     id, position));
    exec(fmt::format("INSERT INTO catalog_product_link_attribute_int (product_link_attribute_id, "
                     "link_id, value) VALUES ({}, {}, {})",
                     position, id, below(99)));
}

void ShopWriter::place_product()
{
    const auto product = pick("entity_id", k_products);
    const auto category = pick("entity_id", std::string(k_categories) + " WHERE level > 1");
    if (one_in(3)) {
        exec(fmt::format("DELETE FROM catalog_category_product WHERE product_id = {} LIMIT 1",
                         product));
        return;
    }
    exec(fmt::format("REPLACE INTO catalog_category_product (category_id, product_id, position) "
                     "VALUES ({}, {}, {})",
                     category, product, below(100)));
}

void ShopWriter::change_stock()
{
    const auto product = pick("product_id", "cataloginventory_stock_item");
    exec(fmt::format("UPDATE cataloginventory_stock_item SET qty = {} WHERE product_id = {}",
                     below(1000), product));
    exec(fmt::format("UPDATE cataloginventory_stock_status SET qty = {} WHERE product_id = {}",
                     below(1000), product));
}

void ShopWriter::change_price()
{
    const auto product = pick("entity_id", k_products);
    exec("DELETE FROM catalog_product_entity_tier_price WHERE entity_id = " + product);
    const auto group =
        pick("customer_group_id", "customer_group WHERE customer_group_code LIKE 'soak-%'");
    exec(fmt::format("INSERT INTO catalog_product_entity_tier_price (entity_id, all_groups, "
                     "customer_group_id, qty, value, website_id) VALUES ({}, {}, {}, {}, {}, 0)",
                     product, group.empty() ? 1 : 0, group.empty() ? "0" : group, 2 + below(9),
                     below(100)));
}

void ShopWriter::remove_product()
{
    const auto id = pick("entity_id", k_added);
    if (!id.empty()) { exec("DELETE FROM catalog_product_entity WHERE entity_id = " + id); }
}

void ShopWriter::replace_product()
{
    const auto id = pick("entity_id", k_added);
    if (id.empty()) { return; }
    const auto sku = value("SELECT sku FROM catalog_product_entity WHERE entity_id = " + id);
    // A key would take them without a word to the products that they belong to, and the
    // destination, where the product stays, would have no reason to.
    exec("DELETE FROM catalog_product_link WHERE linked_product_id = " + id);
    exec("DELETE FROM catalog_product_entity WHERE entity_id = " + id);
    add_product();
    exec(fmt::format("UPDATE catalog_product_entity SET sku = '{}' WHERE sku = 'soak-product-{}'",
                     sku, m_number));
}

void ShopWriter::add_category()
{
    const auto from = pick("entity_id", std::string(k_categories) + " WHERE level > 1");
    const auto parent = pick("entity_id", std::string(k_categories) + " WHERE level > 0");
    const auto to = copy(k_categories, "entity_id = " + from,
                         {{"parent_id", parent}, {"path", "''"}, {"created_at", "NOW()"}});
    exec(fmt::format("UPDATE catalog_category_entity c JOIN catalog_category_entity p ON "
                     "p.entity_id = {1} SET c.path = CONCAT(p.path, '/{0}'), c.level = p.level + 1 "
                     "WHERE c.entity_id = {0}",
                     to, parent));
    copy_values(k_categories, from, to);
    set_value(k_categories, "varchar", "name", to, 0, quoted(next_name("category")));
    count_children();
}

void ShopWriter::change_category()
{
    const auto id = pick("entity_id", std::string(k_categories) + " WHERE level > 1");
    set_value(k_categories, "varchar", "name", id, one_in(3) ? 2 : 0,
              quoted(next_name("category")));
    exec("UPDATE catalog_category_entity SET updated_at = NOW() WHERE entity_id = " + id);
}

void ShopWriter::move_category()
{
    const auto id = pick("entity_id", std::string(k_categories) + " WHERE level > 1");
    const auto path = value("SELECT path FROM catalog_category_entity WHERE entity_id = " + id);
    const auto parent =
        pick("entity_id", fmt::format("{} WHERE level > 0 AND path <> '{}' AND path NOT LIKE "
                                      "'{}/%'",
                                      k_categories, path, path));
    const auto above =
        value("SELECT path FROM catalog_category_entity WHERE entity_id = " + parent);
    exec(fmt::format("UPDATE catalog_category_entity SET path = CONCAT('{0}/{1}', SUBSTRING(path, "
                     "{2})) WHERE path = '{3}' OR path LIKE '{3}/%'",
                     above, id, path.size() + 1, path));
    exec(
        "UPDATE catalog_category_entity SET level = LENGTH(path) - LENGTH(REPLACE(path, '/', ''))");
    exec(fmt::format("UPDATE catalog_category_entity SET parent_id = {} WHERE entity_id = {}",
                     parent, id));
    count_children();
}

void ShopWriter::remove_category()
{
    // A few are always there to be copied and moved.
    if (value("SELECT COUNT(*) > 12 FROM catalog_category_entity") == "0") { return; }
    const auto id = pick("r.entity_id", "catalog_category_entity r JOIN "
                                        "catalog_category_entity_varchar v ON v.entity_id = "
                                        "r.entity_id AND v.store_id = 0 AND v.value LIKE "
                                        "'soak-category-%'");
    if (id.empty()) { return; }
    if (value(fmt::format("SELECT COUNT(*) > 4 FROM catalog_category_entity WHERE path LIKE "
                          "'%/{}/%'",
                          id)) == "1") {
        return;
    }
    exec(fmt::format("DELETE FROM catalog_category_entity WHERE entity_id = {0} OR path LIKE "
                     "'%/{0}/%'",
                     id));
    count_children();
}

void ShopWriter::count_children()
{
    exec("UPDATE catalog_category_entity c JOIN (SELECT a.entity_id, (SELECT COUNT(*) FROM "
         "catalog_category_entity b WHERE b.path LIKE CONCAT(a.path, '/%')) AS n FROM "
         "catalog_category_entity a) x USING (entity_id) SET c.children_count = x.n");
}

void ShopWriter::change_option()
{
    const auto added = pick("option_id", "eav_attribute_option_value WHERE value LIKE 'soak-%'");
    if (added.empty() || one_in(3)) {
        exec(fmt::format("INSERT INTO eav_attribute_option (attribute_id, sort_order) SELECT {}, "
                         "{}",
                         k_color, below(50)));
        exec(fmt::format("INSERT INTO eav_attribute_option_value (option_id, store_id, value) "
                         "VALUES (LAST_INSERT_ID(), 0, '{}')",
                         next_name("option")));
    } else if (one_in(4)) {
        exec(fmt::format("DELETE FROM catalog_product_entity_int WHERE attribute_id = {} AND value "
                         "= {}",
                         k_color, added));
        exec("DELETE FROM eav_attribute_option WHERE option_id = " + added);
    } else {
        exec(fmt::format("UPDATE eav_attribute_option_value SET value = '{}' WHERE option_id = {}",
                         next_name("option"), added));
    }
}

void ShopWriter::change_attribute()
{
    const auto added = pick("attribute_id", "eav_attribute WHERE attribute_code LIKE 'soak%'");
    if (added.empty() || one_in(3)) {
        const auto from = pick("attribute_id", "eav_attribute WHERE attribute_code = 'care_notes'");
        const auto to = copy("eav_attribute", "attribute_id = " + from,
                             {{"attribute_code", fmt::format("'soak_{}'", ++m_number)}});
        copy("catalog_eav_attribute", "attribute_id = " + from, {{"attribute_id", to}});
        copy("eav_entity_attribute", "attribute_id = " + from, {{"attribute_id", to}});
    } else if (one_in(4)) {
        exec("DELETE FROM eav_attribute WHERE attribute_id = " + added);
    } else {
        exec(fmt::format("UPDATE eav_attribute SET note = '{}' WHERE attribute_id = {}",
                         next_name("note"), added));
        set_value(k_products, "text",
                  value("SELECT attribute_code FROM eav_attribute WHERE attribute_id = " + added),
                  pick("entity_id", k_products), 0, quoted(next_name("care")));
    }
}

void ShopWriter::change_set()
{
    const auto set = pick("attribute_set_id", "eav_attribute_set WHERE attribute_set_name <> "
                                              "'Default' AND entity_type_id = 10");
    exec(fmt::format("UPDATE eav_attribute_group SET sort_order = sort_order + 1 WHERE "
                     "attribute_set_id = {}",
                     set));
    if (one_in(2)) {
        exec(fmt::format("UPDATE eav_attribute_set SET attribute_set_name = '{}' WHERE "
                         "attribute_set_id = {}",
                         next_name("set"), set));
    }
}

void ShopWriter::change_redirect()
{
    const auto added = pick("url_rewrite_id", "core_url_rewrite WHERE id_path LIKE 'soak-%'");
    if (added.empty() || one_in(3)) {
        copy("core_url_rewrite", "url_rewrite_id = 11",
             {{"id_path", quoted(next_name("path"))},
              {"request_path", quoted(next_name("redirect") + ".html")}});
    } else if (one_in(3)) {
        exec("DELETE FROM core_url_rewrite WHERE url_rewrite_id = " + added);
    } else {
        exec(fmt::format("UPDATE core_url_rewrite SET target_path = '{}' WHERE url_rewrite_id = {}",
                         next_name("target"), added));
    }
}

} // namespace datasync::test
