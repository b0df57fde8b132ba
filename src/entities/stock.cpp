// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "entities/stock.hpp"

#include "entities/stock_tables.hpp"

#include <array>

namespace datasync::entities {

namespace {

/// The product is only looked up; it is what a stock belongs to in any shop, by registry or sku.
constexpr std::array k_tables = {
    TableSpec{
        .table = "catalog_product_entity", .key = "entity_id", .type = "product", .is_given = true},
    k_stock_item,
    k_stock_status,
};

constexpr std::array<std::string_view, 1> k_natural_key = {"sku"};

constexpr std::array<std::string_view, 2> k_indexers = {"cataloginventory_stock",
                                                        "catalog_product_price"};

constexpr EntitySpec k_spec = {
    .name = "stock",
    .tables = k_tables,
    .natural_key = {.columns = k_natural_key},
    .label_column = "sku",
    .batch_size = 2000,
    .indexers = k_indexers,
};

class StockHandler : public EntityHandler {
public:
    const EntitySpec& spec() const override { return k_spec; }
};

} // namespace

std::unique_ptr<EntityHandler> make_stock()
{
    return std::make_unique<StockHandler>();
}

} // namespace datasync::entities
