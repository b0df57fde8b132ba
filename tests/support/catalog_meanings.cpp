// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/catalog_meanings.hpp"

#include "support/shop_meanings.hpp"

#include <fmt/format.h>

#include <functional>
#include <map>

namespace datasync::test {

namespace {

constexpr std::string_view k_set =
    "(SELECT x.attribute_set_name FROM eav_attribute_set x WHERE x.attribute_set_id = {})";
constexpr std::string_view k_option =
    "(SELECT CONCAT(v.value, ' #', (SELECT COUNT(*) FROM eav_attribute_option p JOIN "
    "eav_attribute_option_value w ON w.option_id = p.option_id AND w.store_id = 0 WHERE "
    "p.attribute_id = x.attribute_id AND w.value = v.value AND (p.sort_order < x.sort_order OR "
    "p.sort_order = x.sort_order AND p.option_id <= x.option_id))) FROM eav_attribute_option x "
    "JOIN eav_attribute_option_value v ON v.option_id = x.option_id AND v.store_id = 0 WHERE "
    "x.option_id = {})";
constexpr std::string_view k_default_value =
    "IF({0} IS NOT NULL AND t.frontend_input IN ('select', 'multiselect') AND "
    "COALESCE(t.source_model, '') IN ('', 'eav/entity_attribute_source_table'), (SELECT "
    "COALESCE(GROUP_CONCAT(CONCAT(v.value, ' at ', o.sort_order) ORDER BY FIND_IN_SET(o.option_id, "
    "{0})), '') FROM eav_attribute_option o JOIN eav_attribute_option_value v ON v.option_id = "
    "o.option_id AND v.store_id = 0 WHERE o.attribute_id = t.attribute_id AND "
    "FIND_IN_SET(o.option_id, {0})), {0})";
constexpr std::string_view k_link =
    "(SELECT CONCAT_WS(' ', y.code, p.sku) FROM catalog_product_link x JOIN "
    "catalog_product_link_type y ON y.link_type_id = x.link_type_id JOIN catalog_product_entity p "
    "ON p.entity_id = x.linked_product_id WHERE x.link_id = {})";
constexpr std::string_view k_super_attribute =
    "(SELECT a.attribute_code FROM catalog_product_super_attribute x JOIN eav_attribute a ON "
    "a.attribute_id = x.attribute_id WHERE x.product_super_attribute_id = {})";
constexpr std::string_view k_gallery =
    "(SELECT CONCAT(x.value, ' #', (SELECT COUNT(*) FROM catalog_product_entity_media_gallery g "
    "WHERE g.entity_id = x.entity_id AND g.value = x.value AND g.value_id <= x.value_id)) FROM "
    "catalog_product_entity_media_gallery x WHERE x.value_id = {})";
constexpr std::string_view k_custom_option =
    "(SELECT CONCAT_WS(' ', x.type, x.sort_order, n.title) FROM catalog_product_option x LEFT JOIN "
    "catalog_product_option_title n ON n.option_id = x.option_id AND n.store_id = 0 WHERE "
    "x.option_id = {})";
constexpr std::string_view k_custom_value =
    "(SELECT CONCAT_WS(' ', o.type, o.sort_order, x.sort_order, n.title) FROM "
    "catalog_product_option_type_value x JOIN catalog_product_option o ON o.option_id = "
    "x.option_id LEFT JOIN catalog_product_option_type_title n ON n.option_type_id = "
    "x.option_type_id AND n.store_id = 0 WHERE x.option_type_id = {})";
constexpr std::string_view k_bundle_option =
    "(SELECT CONCAT_WS(' ', x.type, x.position, n.title) FROM catalog_product_bundle_option x LEFT "
    "JOIN catalog_product_bundle_option_value n ON n.option_id = x.option_id AND n.store_id = 0 "
    "WHERE x.option_id = {})";
constexpr std::string_view k_bundle_selection =
    "(SELECT CONCAT_WS(' ', o.position, x.position, p.sku) FROM catalog_product_bundle_selection x "
    "JOIN catalog_product_bundle_option o ON o.option_id = x.option_id JOIN "
    "catalog_product_entity p ON p.entity_id = x.product_id WHERE x.selection_id = {})";
constexpr std::string_view k_download =
    "(SELECT CONCAT_WS(' ', x.sort_order, n.title) FROM downloadable_link x LEFT JOIN "
    "downloadable_link_title n ON n.link_id = x.link_id AND n.store_id = 0 WHERE x.link_id = {})";
constexpr std::string_view k_sample =
    "(SELECT CONCAT_WS(' ', x.sort_order, n.title) FROM downloadable_sample x LEFT JOIN "
    "downloadable_sample_title n ON n.sample_id = x.sample_id AND n.store_id = 0 WHERE x.sample_id "
    "= {})";
constexpr std::string_view k_region =
    "COALESCE((SELECT CONCAT(x.country_id, '/', x.code) FROM directory_country_region x WHERE "
    "x.region_id = {0}), {0})";
constexpr std::string_view k_rating_option =
    "(SELECT CONCAT(y.rating_code, ' ', x.value) FROM rating_option x JOIN rating y ON "
    "y.rating_id = x.rating_id WHERE x.option_id = {})";
constexpr std::string_view k_reviewed =
    "(SELECT x.entity_code FROM review_entity x WHERE x.entity_id = {})";
constexpr std::string_view k_left_out;

using Meanings = std::map<std::string, std::string_view, std::less<>>;

/// Columns that mean the same in every table that has them.
const Meanings& common_meanings()
{
    static const Meanings meanings = {
        {"store_id", k_store},
        {"website_id", k_website},
        {"customer_group_id", k_group},
        {"customer_id", k_customer},
        {"attribute_id", k_attribute},
        {"attribute_set_id", k_set},
        {"attribute_group_id", "(SELECT x.attribute_group_name FROM eav_attribute_group x WHERE "
                               "x.attribute_group_id = {})"},
        {"entity_type_id", "(SELECT x.entity_type_code FROM eav_entity_type x WHERE "
                           "x.entity_type_id = {})"},
        {"product_id", k_product},
        {"linked_product_id", k_product},
        {"parent_product_id", k_product},
        {"entity_pk_value", k_product},
        {"child_id", k_product},
        {"parent_id", k_left_out},
        {"entity_id", k_left_out},
        {"review_id", k_left_out},
        {"link_type_id", "(SELECT x.code FROM catalog_product_link_type x WHERE x.link_type_id = "
                         "{})"},
        {"product_link_attribute_id",
         "(SELECT x.product_link_attribute_code FROM catalog_product_link_attribute x WHERE "
         "x.product_link_attribute_id = {})"},
        {"product_super_attribute_id", k_super_attribute},
        {"value_index", k_option},
        {"option_type_id", k_custom_value},
        {"selection_id", k_bundle_selection},
        {"sample_id", k_sample},
        {"state", k_region},
        {"stock_id", "(SELECT x.stock_name FROM cataloginventory_stock x WHERE x.stock_id = {})"},
        {"rating_id", "(SELECT x.rating_code FROM rating x WHERE x.rating_id = {})"},
        {"status_id", "(SELECT x.status_code FROM review_status x WHERE x.status_id = {})"},
    };
    return meanings;
}

/// Columns that mean something else in these tables, as "table.column".
const Meanings& particular_meanings()
{
    static const Meanings meanings = {
        {"eav_attribute.default_value", k_default_value},
        {"eav_attribute_option_value.option_id", k_option},
        // The path says where a category is, and how many are below it.
        {"catalog_category_entity.path", k_left_out},
        {"catalog_category_entity.children_count", k_left_out},
        {"catalog_category_entity.level", "LENGTH(t.path) - LENGTH(REPLACE(t.path, '/', ''))"},
        {"catalog_product_entity_media_gallery_value.value_id", k_gallery},
        {"catalog_product_link_attribute_int.link_id", k_link},
        {"catalog_product_link_attribute_decimal.link_id", k_link},
        {"catalog_product_link_attribute_varchar.link_id", k_link},
        {"catalog_product_option_title.option_id", k_custom_option},
        {"catalog_product_option_price.option_id", k_custom_option},
        {"catalog_product_option_type_value.option_id", k_custom_option},
        {"catalog_product_bundle_option_value.option_id", k_bundle_option},
        {"catalog_product_bundle_selection.option_id", k_bundle_option},
        {"downloadable_link_title.link_id", k_download},
        {"downloadable_link_price.link_id", k_download},
        {"review.entity_id", k_reviewed},
        {"review_entity_summary.entity_type", k_reviewed},
        {"rating_option_vote.option_id", k_rating_option},
    };
    return meanings;
}

/// Parts that other rows name: what to call them beside their record.
const Meanings& part_names()
{
    static const Meanings names = {
        {"eav_attribute_option", k_option},
        {"catalog_product_option", k_custom_option},
        {"catalog_product_option_type_value", k_custom_value},
        {"catalog_product_bundle_option", k_bundle_option},
        {"catalog_product_bundle_selection", k_bundle_selection},
        {"downloadable_link", k_download},
        {"downloadable_sample", k_sample},
    };
    return names;
}

/// The keys of those parts.
std::string_view part_key(std::string_view table)
{
    if (table == "catalog_product_option_type_value") { return "t.option_type_id"; }
    if (table == "catalog_product_bundle_selection") { return "t.selection_id"; }
    if (table == "downloadable_link") { return "t.link_id"; }
    if (table == "downloadable_sample") { return "t.sample_id"; }
    return "t.option_id";
}

/// What a person knows a record (r) by.
std::string record_name(std::string_view record)
{
    if (record == "eav_attribute") { return "r.attribute_code"; }
    if (record == "eav_attribute_set") { return "r.attribute_set_name"; }
    if (record == "catalog_category_entity") { return "r.entity_id"; }
    if (record == "core_url_rewrite") { return "r.request_path"; }
    if (record == "review") {
        return fmt::format("(SELECT CONCAT_WS(' ', {}, r.created_at, x.title, x.nickname) FROM "
                           "review_detail x WHERE x.review_id = r.review_id)",
                           fmt::format(k_product, "r.entity_pk_value"));
    }
    return "r.sku";
}

} // namespace

std::string name_of(const LineTable& table)
{
    const auto record = record_name(table.record);
    const auto part = part_names().find(table.table);
    if (part == part_names().end()) { return record; }
    return fmt::format("CONCAT_WS(' ', {}, {})", record,
                       fmt::format(fmt::runtime(part->second), part_key(table.table)));
}

std::string_view catalog_meaning_of(const LineTable& table, std::string_view column)
{
    const auto particular = particular_meanings().find(fmt::format("{}.{}", table.table, column));
    if (particular != particular_meanings().end()) { return particular->second; }
    const auto common = common_meanings().find(column);
    return common == common_meanings().end() ? "{}" : common->second;
}

std::string_view option_meaning()
{
    return k_option;
}

std::string category_name(std::string_view id)
{
    return fmt::format("(SELECT n.value FROM catalog_category_entity_varchar n JOIN eav_attribute "
                       "a ON a.attribute_id = n.attribute_id AND a.attribute_code = 'name' WHERE "
                       "n.entity_id = {} AND n.store_id = 0)",
                       id);
}

} // namespace datasync::test
