// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds products of a shop by their skus.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace datasync::schema {

/// A product, as items of orders copy it.
struct ProductFacts {
    std::uint32_t id = 0; ///< 0: the shop does not have it, or several of that sku.
    std::string type;
    std::string name;
    std::string weight; ///< Empty: it has none.
};

/// Looks products up through one connection, many at a time.
class ProductLookup {
public:
    explicit ProductLookup(const Shop& shop);

    /// Forgets what it knows, and reads the products with these skus.
    void load(std::span<const std::string> skus);
    /// Nothing for one that the shop does not have, or several times.
    const ProductFacts* find(std::string_view sku) const;

private:
    const Shop& m_shop;
    std::string m_select;
    std::unordered_map<std::string, ProductFacts> m_products; ///< By sku in lower case.
};

} // namespace datasync::schema
