// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/productattribute.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace datasync::entities {

namespace {

constexpr std::array k_attribute_references = {
    Reference{"entity_type_id", "entity_type", WhenMissing::fail},
};

/// The default of a select attribute is an option, or several.
constexpr std::array k_attribute_texts = {
    ReferenceText{"default_value", ReferencePlace::id_list, "eav_attribute_option"},
};

constexpr std::array<std::string_view, 1> k_store_key = {"store_id"};
constexpr std::array k_store_references = {
    Reference{"store_id", "store", WhenMissing::fail},
};

constexpr std::array<std::string_view, 1> k_place_key = {"attribute_set_id"};
constexpr std::array k_place_references = {
    Reference{"entity_type_id", "entity_type", WhenMissing::fail},
    Reference{"attribute_set_id", "attribute_set", WhenMissing::comes_along},
    Reference{"attribute_group_id", "attribute_group", WhenMissing::comes_along},
};

constexpr std::array k_tables = {
    TableSpec{.table = "eav_attribute",
              .key = "attribute_id",
              .type = "productattribute",
              .references = k_attribute_references,
              .texts = k_attribute_texts},
    TableSpec{.table = "catalog_eav_attribute",
              .parent = "eav_attribute",
              .parent_column = "attribute_id"},
    TableSpec{.table = "eav_attribute_label",
              .parent = "eav_attribute",
              .parent_column = "attribute_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true},
    TableSpec{.table = "eav_attribute_option",
              .key = "option_id",
              .type = "eav_attribute_option",
              .parent = "eav_attribute",
              .parent_column = "attribute_id",
              .keeps_own = true,
              .pairs_in_order = true},
    TableSpec{.table = "eav_attribute_option_value",
              .parent = "eav_attribute_option",
              .parent_column = "option_id",
              .row_key = k_store_key,
              .references = k_store_references,
              .keeps_own = true,
              .names_parent_by = "value"},
    TableSpec{.table = "eav_entity_attribute",
              .parent = "eav_attribute",
              .parent_column = "attribute_id",
              .row_key = k_place_key,
              .references = k_place_references,
              .keeps_own = true,
              // A set is read sooner than an attribute with thousands of options.
              .is_announced = false},
};

constexpr std::array<std::string_view, 2> k_natural_key = {"attribute_code", "entity_type_id"};

constexpr std::array k_conditions = {
    RootCondition{"entity_type_id", "catalog_product", "entity_type"},
};

constexpr std::array<std::string_view, 3> k_indexers = {
    "catalog_product_attribute", "catalog_product_flat", "catalogsearch_fulltext"};

/// Which classes serve an attribute of the shop's own, and where its values lie, is for the
/// software there to say; of an attribute that people made, only where its values lie.
constexpr std::array<std::string_view, 9> k_kept_of_system = {
    "backend_type",   "backend_table",  "backend_model", "attribute_model", "frontend_model",
    "frontend_input", "frontend_class", "source_model",  "is_user_defined"};
constexpr std::array<std::string_view, 2> k_kept_of_others = {"backend_type", "backend_table"};

constexpr std::string_view k_option_model = "eav/entity_attribute_source_table";

bool is_text(std::string_view backend_type)
{
    return backend_type == "varchar" || backend_type == "text";
}

constexpr EntitySpec k_spec = {
    .name = "productattribute",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "attribute_code",
    .batch_size = 100, // One may have thousands of options.
    .conditions = k_conditions,
    .removal = {.never_because = "the shop deletes its values in all products along with it"},
    .indexers = k_indexers,
};

class ProductAttributeHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }

    /// Values lie in a table for each type: with another type they would be lost.
    std::optional<std::string> conflict(const NamedRow& source,
                                        const NamedRow& destination) const override
    {
        const auto here = source["backend_type"].text();
        const auto there = destination["backend_type"].text();
        if (here == there || (is_text(here) && is_text(there))) { return std::nullopt; }
        return fmt::format("the attribute has backend type {} on the source and {} on the "
                           "destination: rename one of them, or change the destination's",
                           here, there);
    }

    std::span<const std::string_view> kept_columns(const NamedRow& destination,
                                                   const SyncOptions& /*options*/) const override
    {
        if (destination["is_user_defined"].text() == "0") { return k_kept_of_system; }
        return k_kept_of_others;
    }

    bool holds_ids(std::string_view /*column*/, const NamedRow& source) const override
    {
        const auto model = source["source_model"].text();
        const auto input = source["frontend_input"].text();
        return model == k_option_model ||
               (model.empty() && (input == "select" || input == "multiselect"));
    }
};

} // namespace

std::unique_ptr<EntityHandler> make_productattribute()
{
    return std::make_unique<ProductAttributeHandler>();
}

} // namespace datasync::entities
