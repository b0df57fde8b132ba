// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a product has in stock: tables that travel with the product or alone.
#pragma once

#include "datasync/entity_spec.hpp"

#include <array>

namespace datasync::entities {

inline constexpr std::array<std::string_view, 1> k_stock_key = {"stock_id"};
inline constexpr std::array k_stock_references = {
    Reference{"stock_id", "stock", WhenMissing::fail},
};

inline constexpr std::array<std::string_view, 2> k_stock_status_key = {"website_id", "stock_id"};
inline constexpr std::array k_stock_status_references = {
    Reference{"website_id", "website", WhenMissing::fail},
    Reference{"stock_id", "stock", WhenMissing::fail},
};

inline constexpr TableSpec k_stock_item = {
    .table = "cataloginventory_stock_item",
    .parent = "catalog_product_entity",
    .parent_column = "product_id",
    .row_key = k_stock_key,
    .references = k_stock_references,
    .is_stock = true,
};

inline constexpr TableSpec k_stock_status = {
    .table = "cataloginventory_stock_status",
    .parent = "catalog_product_entity",
    .parent_column = "product_id",
    .row_key = k_stock_status_key,
    .references = k_stock_status_references,
    .keeps_own = true,
    .is_stock = true,
};

} // namespace datasync::entities
