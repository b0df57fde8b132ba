// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/product_links.hpp"

#include "entities/product_tables.hpp"

#include <array>

namespace datasync::entities {

namespace {

/// The product is only looked up: it has come before, and so have those that it names.
constexpr std::array k_tables = {
    TableSpec{
        .table = "catalog_product_entity", .key = "entity_id", .type = "product", .is_given = true},
    k_product_link,
    k_product_link_int,
    k_product_link_decimal,
    k_product_relation,
    k_super_link,
    k_bundle_option,
    k_bundle_option_value,
    k_bundle_selection,
};

constexpr std::array<std::string_view, 1> k_natural_key = {"sku"};

constexpr std::array<std::string_view, 3> k_indexers = {
    "catalog_product_price", "catalog_product_flat", "cataloginventory_stock"};

constexpr EntitySpec k_spec = {
    .name = "product_links",
    .part_of = "product",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "sku",
    .indexers = k_indexers,
};

class ProductLinksHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_product_links()
{
    return std::make_unique<ProductLinksHandler>();
}

} // namespace datasync::entities
