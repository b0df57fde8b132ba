// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/product.hpp"

#include "entities/product_tables.hpp"
#include "entities/stock_tables.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_product_references = {
    Reference{"attribute_set_id", "attribute_set", WhenMissing::hold},
};

constexpr std::array k_attribute_tables = {AttributeTable{"catalog_eav_attribute"}};

constexpr std::array k_value_texts = {
    ReferenceText{"description", ReferencePlace::directives},
    ReferenceText{"short_description", ReferencePlace::directives},
    ReferenceText{"custom_layout_update", ReferencePlace::layout_xml},
};

/// Roles usually name images of the gallery; in old shops some do not.
constexpr std::string_view k_images = "catalog/product";
constexpr std::array k_value_files = {
    FilePath{"image", k_images},
    FilePath{"small_image", k_images},
    FilePath{"thumbnail", k_images},
};

/// Both a category and a product know where they stand together: whichever comes last says it.
constexpr std::array<std::string_view, 1> k_category_key = {"category_id"};
constexpr std::array k_category_references = {
    Reference{"category_id", "category", WhenMissing::comes_along},
};

constexpr std::array<std::string_view, 4> k_tier_key = {"all_groups", "customer_group_id", "qty",
                                                        "website_id"};
constexpr std::array<std::string_view, 3> k_group_price_key = {"all_groups", "customer_group_id",
                                                               "website_id"};
constexpr std::array k_price_references = {
    Reference{"customer_group_id", "customer_group", WhenMissing::hold},
    Reference{"website_id", "website", WhenMissing::fail},
};

constexpr std::array<std::string_view, 1> k_image_key = {"value"};
constexpr std::array k_image_references = {
    Reference{"attribute_id", "productattribute", WhenMissing::fail},
};
constexpr std::array k_image_files = {FilePath{"value", k_images}};

constexpr std::array<std::string_view, 1> k_attribute_key = {"attribute_id"};
constexpr std::array k_super_attribute_references = {
    Reference{"attribute_id", "productattribute", WhenMissing::hold},
};
constexpr std::array<std::string_view, 2> k_pricing_key = {"value_index", "website_id"};
constexpr std::array k_pricing_references = {
    Reference{"value_index", "eav_attribute_option", WhenMissing::leave_row_out},
    Reference{"website_id", "website", WhenMissing::fail},
};

/// A tax holds in a country, or in one of its regions.
constexpr std::array<std::string_view, 4> k_tax_key = {"website_id", "country", "state",
                                                       "attribute_id"};
constexpr std::array k_tax_references = {
    Reference{"website_id", "website", WhenMissing::fail},
    Reference{"state", "region", WhenMissing::leave_row_out},
    Reference{"attribute_id", "productattribute", WhenMissing::fail},
    Reference{"entity_type_id", "entity_type", WhenMissing::fail},
};

constexpr std::array k_link_files = {
    FilePath{"link_file", "downloadable/files/links"},
    FilePath{"sample_file", "downloadable/files/link_samples"},
};
constexpr std::array k_sample_files = {FilePath{"sample_file", "downloadable/files/samples"}};

constexpr std::array k_tables = {
    TableSpec{.table = "catalog_product_entity",
              .key = "entity_id",
              .type = "product",
              .references = k_product_references,
              .eav = {.entity_type_code = "catalog_product",
                      .attribute_tables = k_attribute_tables,
                      .store_scoped = true,
                      .create_missing = true,
                      .texts = k_value_texts,
                      .files = k_value_files},
              .modified_column = "updated_at"},
    TableSpec{.table = "catalog_product_website",
              .parent = "catalog_product_entity",
              .parent_column = "product_id",
              .row_key = k_website_key,
              .references = k_website_references,
              .keeps_own = true},
    TableSpec{.table = "catalog_category_product",
              .parent = "catalog_product_entity",
              .parent_column = "product_id",
              .row_key = k_category_key,
              .references = k_category_references,
              .keeps_own = true},
    TableSpec{.table = "catalog_product_entity_tier_price",
              .parent = "catalog_product_entity",
              .parent_column = "entity_id",
              .row_key = k_tier_key,
              .references = k_price_references,
              .keeps_own = true},
    TableSpec{.table = "catalog_product_entity_group_price",
              .parent = "catalog_product_entity",
              .parent_column = "entity_id",
              .row_key = k_group_price_key,
              .references = k_price_references,
              .keeps_own = true},
    TableSpec{.table = "catalog_product_entity_media_gallery",
              .key = "value_id",
              .type = "gallery_image",
              .parent = "catalog_product_entity",
              .parent_column = "entity_id",
              .row_key = k_image_key,
              .references = k_image_references,
              .files = k_image_files},
    TableSpec{.table = "catalog_product_entity_media_gallery_value",
              .parent = "catalog_product_entity_media_gallery",
              .parent_column = "value_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true},
    k_product_link,
    k_product_link_int,
    k_product_link_decimal,
    k_product_link_varchar,
    k_product_relation,
    TableSpec{.table = "catalog_product_super_attribute",
              .key = "product_super_attribute_id",
              .type = "super_attribute",
              .parent = "catalog_product_entity",
              .parent_column = "product_id",
              .row_key = k_attribute_key,
              .references = k_super_attribute_references},
    TableSpec{.table = "catalog_product_super_attribute_label",
              .parent = "catalog_product_super_attribute",
              .parent_column = "product_super_attribute_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true},
    TableSpec{.table = "catalog_product_super_attribute_pricing",
              .parent = "catalog_product_super_attribute",
              .parent_column = "product_super_attribute_id",
              .row_key = k_pricing_key,
              .references = k_pricing_references,
              .keeps_own = true},
    k_super_link,
    TableSpec{.table = "catalog_product_option",
              .key = "option_id",
              .type = "product_option",
              .parent = "catalog_product_entity",
              .parent_column = "product_id",
              .is_custom_option = true},
    TableSpec{.table = "catalog_product_option_title",
              .parent = "catalog_product_option",
              .parent_column = "option_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true,
              .names_parent_by = "title",
              .is_custom_option = true},
    TableSpec{.table = "catalog_product_option_price",
              .parent = "catalog_product_option",
              .parent_column = "option_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true,
              .is_custom_option = true},
    TableSpec{.table = "catalog_product_option_type_value",
              .key = "option_type_id",
              .type = "product_option_value",
              .parent = "catalog_product_option",
              .parent_column = "option_id",
              .is_custom_option = true},
    TableSpec{.table = "catalog_product_option_type_title",
              .parent = "catalog_product_option_type_value",
              .parent_column = "option_type_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true,
              .names_parent_by = "title",
              .is_custom_option = true},
    TableSpec{.table = "catalog_product_option_type_price",
              .parent = "catalog_product_option_type_value",
              .parent_column = "option_type_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true,
              .is_custom_option = true},
    k_bundle_option,
    k_bundle_option_value,
    k_bundle_selection,
    k_bundle_selection_price,
    TableSpec{.table = "downloadable_link",
              .key = "link_id",
              .type = "downloadable_link",
              .parent = "catalog_product_entity",
              .parent_column = "product_id",
              .files = k_link_files},
    TableSpec{.table = "downloadable_link_price",
              .parent = "downloadable_link",
              .parent_column = "link_id",
              .row_key = k_website_key,
              .references = k_website_references,
              .keeps_own = true},
    TableSpec{.table = "downloadable_link_title",
              .parent = "downloadable_link",
              .parent_column = "link_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true,
              .names_parent_by = "title"},
    TableSpec{.table = "downloadable_sample",
              .key = "sample_id",
              .type = "downloadable_sample",
              .parent = "catalog_product_entity",
              .parent_column = "product_id",
              .files = k_sample_files},
    TableSpec{.table = "downloadable_sample_title",
              .parent = "downloadable_sample",
              .parent_column = "sample_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true,
              .names_parent_by = "title"},
    TableSpec{.table = "weee_tax",
              .parent = "catalog_product_entity",
              .parent_column = "entity_id",
              .row_key = k_tax_key,
              .references = k_tax_references,
              .keeps_own = true},
    k_stock_item,
    k_stock_status,
};

constexpr std::array<std::string_view, 1> k_natural_key = {"sku"};

/// What customers have tagged.
constexpr std::array<std::string_view, 1> k_left_behind = {"tag_relation"};

constexpr std::array<std::string_view, 8> k_indexers = {"catalog_product_attribute",
                                                        "catalog_product_price",
                                                        "catalog_url",
                                                        "catalog_product_flat",
                                                        "catalog_category_product",
                                                        "catalogsearch_fulltext",
                                                        "cataloginventory_stock",
                                                        "tag_summary"};

constexpr std::array<std::string_view, 2> k_option_marks = {"has_options", "required_options"};

constexpr std::array k_created_settings = {
    CreatedSetting{.name = "tax_class", .only_column = "class_type", .only = "PRODUCT"},
};

constexpr EntitySpec k_spec = {
    .name = "product",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "sku",
    .left_behind = k_left_behind,
    .created_settings = k_created_settings,
    .removal = {.switch_name = "status", .off = "2"},
    .indexers = k_indexers,
};

class ProductHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }

    /// A product whose custom options stay goes on having some.
    std::span<const std::string_view> kept_columns(const NamedRow& destination,
                                                   const SyncOptions& options) const override
    {
        const bool options_stay = options.on_duplicate == OnDuplicate::merge ||
                                  options.options_mode != OptionsMode::replace;
        const std::span<const std::string_view> marks = k_option_marks;
        const bool has_options = destination[marks[0]].text() != "0";
        const bool requires_some = destination[marks[1]].text() != "0";
        if (!options_stay || !has_options) { return {}; }
        return requires_some ? marks : marks.first(1);
    }
};

} // namespace

std::unique_ptr<EntityHandler> make_product()
{
    return std::make_unique<ProductHandler>();
}

} // namespace datasync::entities
