// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/category.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array k_category_references = {
    Reference{"attribute_set_id", "attribute_set", WhenMissing::fail},
    // The path holds what comes before its parent.
    Reference{"parent_id", "category", WhenMissing::deliver_later},
};

constexpr std::array k_category_texts = {
    ReferenceText{"path", ReferencePlace::tree_path, "category"},
};

constexpr std::array k_attribute_tables = {AttributeTable{"catalog_eav_attribute"}};

constexpr std::array k_category_values = {
    Reference{"landing_page", "cms_block", WhenMissing::deliver_later},
};

/// The lists are left-overs of old shops, which read them no longer and keep them all the same.
constexpr std::array k_value_texts = {
    ReferenceText{"description", ReferencePlace::directives},
    ReferenceText{"custom_layout_update", ReferencePlace::layout_xml},
    ReferenceText{"all_children", ReferencePlace::id_list, "category"},
    ReferenceText{"children", ReferencePlace::id_list, "category"},
    ReferenceText{"path_in_store", ReferencePlace::id_list, "category"},
};

constexpr std::array k_files = {
    FilePath{"image", "catalog/category"},
    FilePath{"thumbnail", "catalog/category"},
};

/// Both a category and a product know where they stand together: whichever comes last says it.
constexpr std::array<std::string_view, 1> k_product_key = {"product_id"};
constexpr std::array k_product_references = {
    Reference{"product_id", "product", WhenMissing::comes_along},
};

constexpr std::array k_tables = {
    TableSpec{.table = "catalog_category_entity",
              .key = "entity_id",
              .type = "category",
              .references = k_category_references,
              .texts = k_category_texts,
              .eav = {.entity_type_code = "catalog_category",
                      .attribute_tables = k_attribute_tables,
                      .store_scoped = true,
                      .create_missing = true,
                      .references = k_category_values,
                      .texts = k_value_texts,
                      .files = k_files},
              .modified_column = "updated_at"},
    TableSpec{.table = "catalog_category_product",
              .parent = "catalog_category_entity",
              .parent_column = "category_id",
              .row_key = k_product_key,
              .references = k_product_references,
              .keeps_own = true,
              // A product is read sooner than a category with thousands of them.
              .is_announced = false},
};

constexpr std::array<std::string_view, 1> k_natural_key = {"parent_id"};

/// The root of all trees, whatever stands below it.
constexpr std::array<std::uint32_t, 1> k_tree_root = {1};

constexpr std::array<std::string_view, 4> k_indexers = {
    "catalog_category_product", "catalog_category_flat", "catalog_url", "catalogsearch_fulltext"};

constexpr EntitySpec k_spec = {
    .name = "category",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key, .may_repeat = true, .attribute = "name"},
    .label_column = "path",
    .reserved_ids = k_tree_root,
    .batch_size = 100, // Thousands of products may stand in one.
    .tree = {.path = "path",
             .parent = "parent_id",
             .depth = "level",
             .descendants = "children_count"},
    .removal = {.switch_name = "is_active", .off = "0"},
    .indexers = k_indexers,
};

class CategoryHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_category()
{
    return std::make_unique<CategoryHandler>();
}

} // namespace datasync::entities
