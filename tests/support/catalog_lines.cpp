// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/catalog_lines.hpp"

#include "support/catalog_meanings.hpp"
#include "support/catalog_tables.hpp"
#include "support/catalog_values.hpp"
#include "support/shop_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::test {

namespace {

/// The own records among those of a table, whose alias is given.
std::string is_own(std::string_view record, std::string_view alias, const OwnCatalog& own)
{
    const auto like = [](const std::string& column, std::string_view pattern) {
        return fmt::format("COALESCE({}, '') LIKE '{}'", column, pattern);
    };
    const auto of = [&](std::string_view column) { return fmt::format("{}.{}", alias, column); };
    if (record == "eav_attribute") { return like(of("attribute_code"), own.attributes); }
    if (record == "eav_attribute_set") { return like(of("attribute_set_name"), own.sets); }
    if (record == "core_url_rewrite") { return like(of("request_path"), own.redirects); }
    if (record == "catalog_category_entity") {
        return like(category_name(of("entity_id")), own.categories);
    }
    if (record == "review") {
        return like(fmt::format("(SELECT p.sku FROM catalog_product_entity p WHERE p.entity_id = "
                                "{}.entity_pk_value)",
                                alias),
                    own.products);
    }
    return like(of("sku"), own.products);
}

/// The own rows among those of records that both shops have; no SQL at all where there are none.
std::string is_own_part(const LineTable& table, const OwnCatalog& own)
{
    const auto named_by = [&](std::string_view record, std::string_view key,
                              std::string_view column) {
        return fmt::format("EXISTS (SELECT 1 FROM {} q WHERE q.{} = t.{} AND {})", record, key,
                           column, is_own(record, "q", own));
    };
    if (table.table == "eav_entity_attribute") {
        return named_by("eav_attribute", "attribute_id", "attribute_id");
    }
    if (table.table == "catalog_category_product") {
        return table.entity == "category"
                   ? named_by("catalog_product_entity", "entity_id", "product_id")
                   : named_by("catalog_category_entity", "entity_id", "category_id");
    }
    if (table.table == "eav_attribute_option" || table.table == "eav_attribute_option_value") {
        return fmt::format("EXISTS (SELECT 1 FROM eav_attribute_option_value q WHERE q.option_id = "
                           "t.option_id AND q.store_id = 0 AND FIND_IN_SET(q.value, '{}'))",
                           own.options);
    }
    return {};
}

/// Attributes of a kind of entity.
constexpr std::string_view k_of_products =
    "r.entity_type_id = (SELECT y.entity_type_id FROM eav_entity_type y WHERE y.entity_type_code = "
    "'catalog_product')";

/// Rows that are nothing to the entity type, and those that the other shop cannot have.
std::string is_compared(const LineTable& table, const std::string& other)
{
    if (table.record == "core_url_rewrite") { return " AND r.is_system = 0"; }
    if (table.record == "eav_attribute") {
        return fmt::format(" AND r.is_user_defined = 1 AND {}", k_of_products);
    }
    if (table.table == "eav_entity_attribute") {
        return fmt::format(" AND {} AND EXISTS (SELECT 1 FROM eav_attribute a JOIN "
                           "{}.eav_attribute oa ON oa.attribute_code = a.attribute_code JOIN "
                           "{}.eav_entity_type oy ON oy.entity_type_id = oa.entity_type_id WHERE "
                           "a.attribute_id = t.attribute_id AND oy.entity_type_code = "
                           "'catalog_product')",
                           k_of_products, other, other);
    }
    if (table.record == "eav_attribute_set") { return fmt::format(" AND {}", k_of_products); }
    if (table.table == "catalog_product_link") {
        return fmt::format(" AND t.link_type_id IN (SELECT x.link_type_id FROM "
                           "{}.catalog_product_link_type x)",
                           other);
    }
    if (table.table.starts_with("catalog_product_link_attribute_")) {
        return fmt::format(
            " AND EXISTS (SELECT 1 FROM catalog_product_link_attribute a JOIN "
            "{}.catalog_product_link_attribute oa ON oa.link_type_id = a.link_type_id AND "
            "oa.product_link_attribute_code = a.product_link_attribute_code WHERE "
            "a.product_link_attribute_id = t.product_link_attribute_id)",
            other);
    }
    return {};
}

/// The lines of categories that only their paths tell: how many are below each.
void add_children_lines(TestDatabase& shop, const CatalogNames& names, const OwnCatalog& own,
                        std::vector<std::string>& lines)
{
    for (const auto& row : shop.rows(fmt::format(
             "SELECT r.entity_id, (SELECT COUNT(*) FROM catalog_category_entity x WHERE x.path "
             "LIKE CONCAT(r.path, '/%') AND NOT {}) FROM catalog_category_entity r WHERE NOT {}",
             is_own("catalog_category_entity", "x", own),
             is_own("catalog_category_entity", "r", own)))) {
        lines.push_back(line_of(fmt::format("children of {}", names.category(row[0].value())),
                                {{"children", row[1].value()}}));
    }
}

} // namespace

std::vector<std::string> catalog_lines(TestDatabase& shop, TestDatabase& other,
                                       std::string_view entity, const OwnCatalog& own)
{
    const CatalogNames names(shop);
    std::vector<std::string> lines;
    for (const auto& table : catalog_tables()) {
        if (table.entity != entity) { continue; }
        const auto own_part = is_own_part(table, own);
        const LineReading reading = {
            .name = name_of(table),
            .where = fmt::format("NOT {}{}{}", is_own(table.record, "r", own),
                                 own_part.empty() ? "" : " AND NOT " + own_part,
                                 is_compared(table, other.name())),
            .meaning =
                [&](std::string_view column) {
                    return std::string(catalog_meaning_of(table, column));
                },
            .shown =
                [&](std::string_view column, const std::string& text) {
                    const bool is_name = column.empty() && table.entity == "category";
                    if (is_name || column == "category_id") { return names.category(text); }
                    return column.ends_with("_path") ? names.paths(text) : text;
                }};
        add_lines(shop, other, table, reading, lines);
    }
    for (const auto& [type, table] : {std::pair{"product", "catalog_product_entity"},
                                      std::pair{"category", "catalog_category_entity"}}) {
        if (entity != type) { continue; }
        add_value_lines(shop, other, table, "NOT " + is_own(table, "r", own), names, lines);
    }
    if (entity == "category") { add_children_lines(shop, names, own, lines); }
    std::sort(lines.begin(), lines.end());
    return lines;
}

::testing::AssertionResult same_catalog(TestDatabase& source, TestDatabase& destination,
                                        std::string_view entity, const OwnCatalog& own)
{
    const auto from = catalog_lines(source, destination, entity, own);
    auto to = catalog_lines(destination, source, entity, own);
    if (entity == "attribute_set") {
        const auto is_own_of_default = [&](const std::string& line) {
            const bool is_default = line.find(" of Default\x1f") != std::string::npos;
            return is_default && !std::binary_search(from.begin(), from.end(), line);
        };
        to.erase(std::remove_if(to.begin(), to.end(), is_own_of_default), to.end());
    }
    return same_lines(entity, from, to);
}

std::vector<std::string> tree_faults(TestDatabase& shop)
{
    return shop.column(
        "SELECT CONCAT_WS(' ', c.entity_id, c.path, c.parent_id, c.level, c.children_count) FROM "
        "catalog_category_entity c WHERE c.level <> LENGTH(c.path) - LENGTH(REPLACE(c.path, '/', "
        "'')) OR c.parent_id <> IF(c.path LIKE '%/%', SUBSTRING_INDEX(SUBSTRING_INDEX(c.path, '/', "
        "-2), '/', 1), 0) OR SUBSTRING_INDEX(c.path, '/', -1) <> c.entity_id OR c.children_count "
        "<> (SELECT COUNT(*) FROM catalog_category_entity x WHERE x.path LIKE CONCAT(c.path, "
        "'/%')) ORDER BY c.entity_id");
}

std::map<std::string, Rows> own_catalog(TestDatabase& destination, const OwnCatalog& own)
{
    std::map<std::string, Rows> rows;
    const auto add = [&](const std::string& name, std::string_view table, std::string_view record,
                         std::string_view join, const std::string& where) {
        rows[name] = destination.rows(fmt::format("SELECT t.* FROM {} t JOIN {} r ON {} WHERE {} "
                                                  "ORDER BY 1, 2",
                                                  table, record, join, where));
    };
    for (const auto& table : catalog_tables()) {
        const auto own_part = is_own_part(table, own);
        const auto own_row = is_own(table.record, "r", own);
        add(fmt::format("{} {}", table.entity, table.table), table.table, table.record, table.join,
            own_part.empty() ? own_row : fmt::format("{} OR {}", own_row, own_part));
    }
    for (const auto* const entity_table : {"catalog_product_entity", "catalog_category_entity"}) {
        for (const auto type : k_value_tables) {
            const auto table = fmt::format("{}_{}", entity_table, type);
            add(table, table, entity_table, "r.entity_id = t.entity_id",
                is_own(entity_table, "r", own));
        }
    }
    return rows;
}

} // namespace datasync::test
