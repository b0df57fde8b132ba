// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/catalog_tables.hpp"

#include <array>

namespace datasync::test {

namespace {

/// Rows that name the product in a column, or through a row of another table.
constexpr LineTable of_product(std::string_view table, std::string_view join)
{
    return {"product", table, "catalog_product_entity", join};
}

constexpr std::string_view k_by_entity = "r.entity_id = t.entity_id";
constexpr std::string_view k_by_product = "r.entity_id = t.product_id";
constexpr std::string_view k_by_parent = "r.entity_id = t.parent_id";
constexpr std::string_view k_by_link =
    "r.entity_id = (SELECT x.product_id FROM catalog_product_link x WHERE x.link_id = t.link_id)";
constexpr std::string_view k_by_super_attribute =
    "r.entity_id = (SELECT x.product_id FROM catalog_product_super_attribute x WHERE "
    "x.product_super_attribute_id = t.product_super_attribute_id)";
constexpr std::string_view k_by_option =
    "r.entity_id = (SELECT x.product_id FROM catalog_product_option x WHERE x.option_id = "
    "t.option_id)";
constexpr std::string_view k_by_option_value =
    "r.entity_id = (SELECT o.product_id FROM catalog_product_option_type_value x JOIN "
    "catalog_product_option o ON o.option_id = x.option_id WHERE x.option_type_id = "
    "t.option_type_id)";
constexpr std::string_view k_by_bundle_option =
    "r.entity_id = (SELECT x.parent_id FROM catalog_product_bundle_option x WHERE x.option_id = "
    "t.option_id)";
constexpr std::string_view k_by_download =
    "r.entity_id = (SELECT x.product_id FROM downloadable_link x WHERE x.link_id = t.link_id)";
constexpr std::string_view k_by_attribute = "r.attribute_id = t.attribute_id";
constexpr std::string_view k_by_review = "r.review_id = t.review_id";

constexpr std::array k_tables = {
    LineTable{"productattribute", "eav_attribute", "eav_attribute", k_by_attribute},
    LineTable{"productattribute", "catalog_eav_attribute", "eav_attribute", k_by_attribute},
    LineTable{"productattribute", "eav_attribute_label", "eav_attribute", k_by_attribute},
    LineTable{"productattribute", "eav_attribute_option", "eav_attribute", k_by_attribute},
    LineTable{"productattribute", "eav_attribute_option_value", "eav_attribute",
              "r.attribute_id = (SELECT x.attribute_id FROM eav_attribute_option x WHERE "
              "x.option_id = t.option_id)"},
    LineTable{"attribute_set", "eav_attribute_set", "eav_attribute_set",
              "r.attribute_set_id = t.attribute_set_id"},
    LineTable{"attribute_set", "eav_attribute_group", "eav_attribute_set",
              "r.attribute_set_id = t.attribute_set_id"},
    LineTable{"attribute_set", "eav_entity_attribute", "eav_attribute_set",
              "r.attribute_set_id = t.attribute_set_id"},
    LineTable{"category", "catalog_category_entity", "catalog_category_entity", k_by_entity},
    LineTable{"category", "catalog_category_product", "catalog_category_entity",
              "r.entity_id = t.category_id"},
    of_product("catalog_product_entity", k_by_entity),
    of_product("catalog_product_website", k_by_product),
    of_product("catalog_category_product", k_by_product),
    of_product("catalog_product_entity_tier_price", k_by_entity),
    of_product("catalog_product_entity_group_price", k_by_entity),
    of_product("catalog_product_entity_media_gallery", k_by_entity),
    of_product("catalog_product_entity_media_gallery_value",
               "r.entity_id = (SELECT x.entity_id FROM catalog_product_entity_media_gallery x "
               "WHERE x.value_id = t.value_id)"),
    of_product("catalog_product_link", k_by_product),
    of_product("catalog_product_link_attribute_int", k_by_link),
    of_product("catalog_product_link_attribute_decimal", k_by_link),
    of_product("catalog_product_link_attribute_varchar", k_by_link),
    of_product("catalog_product_relation", k_by_parent),
    of_product("catalog_product_super_link", k_by_parent),
    of_product("catalog_product_super_attribute", k_by_product),
    of_product("catalog_product_super_attribute_label", k_by_super_attribute),
    of_product("catalog_product_super_attribute_pricing", k_by_super_attribute),
    of_product("catalog_product_option", k_by_product),
    of_product("catalog_product_option_title", k_by_option),
    of_product("catalog_product_option_price", k_by_option),
    of_product("catalog_product_option_type_value", k_by_option),
    of_product("catalog_product_option_type_title", k_by_option_value),
    of_product("catalog_product_option_type_price", k_by_option_value),
    of_product("catalog_product_bundle_option", k_by_parent),
    of_product("catalog_product_bundle_option_value", k_by_bundle_option),
    of_product("catalog_product_bundle_selection", k_by_bundle_option),
    of_product("catalog_product_bundle_selection_price",
               "r.entity_id = (SELECT x.parent_product_id FROM catalog_product_bundle_selection x "
               "WHERE x.selection_id = t.selection_id)"),
    of_product("downloadable_link", k_by_product),
    of_product("downloadable_link_title", k_by_download),
    of_product("downloadable_link_price", k_by_download),
    of_product("downloadable_sample", k_by_product),
    of_product("downloadable_sample_title",
               "r.entity_id = (SELECT x.product_id FROM downloadable_sample x WHERE x.sample_id = "
               "t.sample_id)"),
    of_product("weee_tax", k_by_entity),
    LineTable{"stock", "cataloginventory_stock_item", "catalog_product_entity", k_by_product},
    LineTable{"stock", "cataloginventory_stock_status", "catalog_product_entity", k_by_product},
    LineTable{"review", "review", "review", k_by_review},
    LineTable{"review", "review_detail", "review", k_by_review},
    LineTable{"review", "review_store", "review", k_by_review},
    LineTable{"review", "rating_option_vote", "review", k_by_review},
    LineTable{"review_summary", "rating_option_vote_aggregated", "catalog_product_entity",
              "r.entity_id = t.entity_pk_value"},
    LineTable{"review_summary", "review_entity_summary", "catalog_product_entity",
              "r.entity_id = t.entity_pk_value"},
    LineTable{"url_redirect", "core_url_rewrite", "core_url_rewrite",
              "r.url_rewrite_id = t.url_rewrite_id"},
};

} // namespace

std::span<const LineTable> catalog_tables()
{
    return k_tables;
}

} // namespace datasync::test
