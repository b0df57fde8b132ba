// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Two shops with a catalogue: the fixture of tests of attributes, sets, categories, products,
// stock, reviews and redirects.
#pragma once

#include "support/sync_test.hpp"

#include <string>
#include <string_view>

namespace datasync::test {

/// The shops of ShopTest with a catalogue: a small and odd one in the source, in the destination
/// the products mug-red and mug-blue as bare rows, and things of its own (KEEP-1, KEEP-2, the
/// category Keep, the set Keep, the attribute warehouse_code, options, a review, rewrites). All ids
/// of the destination are far away from the source's but those that mean the same in every shop:
/// the tree root 1, stock 1, kinds of links, states of reviews.
class CatalogTest : public SyncTest {
protected:
    void SetUp() override;

    /// What both shops have sold, for what orders and products have to do with each other.
    void add_sales();

    /// What the catalogue refers to: customers with their groups, and blocks.
    void sync_before_catalog() const;

    /// The catalogue after what it refers to, each entity type in its turn; nothing may fail.
    void sync_catalog() const;

    /// The product of that sku, told byte by byte; "" when there is none.
    static std::string product(TestDatabase& shop, std::string_view sku);

    /// The category whose names lead from the root category to it, "Mugs/Sale"; "" when there is
    /// none.
    static std::string category(TestDatabase& shop, std::string_view names);

    /// The id of a product attribute; "" when there is none.
    static std::string attribute(TestDatabase& shop, std::string_view code);

    /// The option of an attribute that an admin label tells (the first of its order); "" when there
    /// is none.
    static std::string option(TestDatabase& shop, std::string_view code, std::string_view label);

    /// A product's value for one store: "NULL" for NULL, "none" when there is no row.
    static std::string value(TestDatabase& shop, std::string_view sku, std::string_view code,
                             std::string_view store = "admin");
};

} // namespace datasync::test
