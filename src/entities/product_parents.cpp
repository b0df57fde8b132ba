// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/product_parents.hpp"

#include "entities/product_tables.hpp"

#include <array>

namespace datasync::entities {

namespace {

constexpr std::array<std::string_view, 2> k_grouped_key = {"link_type_id", "product_id"};
constexpr std::array k_grouped_references = {
    Reference{"link_type_id", "link_type", WhenMissing::leave_row_out},
    Reference{"product_id", "product", WhenMissing::row_waits},
};
constexpr std::array<std::string_view, 1> k_parent_key = {"parent_id"};
constexpr std::array k_parent_references = {
    Reference{"parent_id", "product", WhenMissing::row_waits},
};

/// The tables in which products name what they consist of, from the other side: the record is a
/// part, and names the whole.
constexpr std::array k_tables = {
    TableSpec{
        .table = "catalog_product_entity", .key = "entity_id", .type = "product", .is_given = true},
    TableSpec{.table = "catalog_product_link",
              .key = "link_id",
              .type = "product_link",
              .parent = "catalog_product_entity",
              .parent_column = "linked_product_id",
              .row_key = k_grouped_key,
              .is_registered = false,
              .references = k_grouped_references},
    k_product_link_decimal,
    TableSpec{.table = "catalog_product_relation",
              .parent = "catalog_product_entity",
              .parent_column = "child_id",
              .row_key = k_parent_key,
              .references = k_parent_references},
    TableSpec{.table = "catalog_product_super_link",
              .parent = "catalog_product_entity",
              .parent_column = "product_id",
              .row_key = k_parent_key,
              .references = k_parent_references},
};

constexpr std::array<std::string_view, 1> k_natural_key = {"sku"};

constexpr std::array<std::string_view, 3> k_indexers = {
    "catalog_product_price", "catalog_product_flat", "cataloginventory_stock"};

constexpr EntitySpec k_spec = {
    .name = "product_parents",
    .part_of = "product",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "sku",
    .indexers = k_indexers,
};

class ProductParentsHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_product_parents()
{
    return std::make_unique<ProductParentsHandler>();
}

} // namespace datasync::entities
