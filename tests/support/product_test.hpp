// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The fixture of tests of products and of what they have in stock.
#pragma once

#include "support/catalog_lines.hpp"
#include "support/catalog_test.hpp"

#include <string>
#include <string_view>

namespace datasync::test {

/// The shops of CatalogTest; the source has 20 products, of which the destination has two.
class ProductTest : public CatalogTest {
protected:
    /// All that can come before products comes: customers, attributes, sets, categories.
    void prepare() const;

    /// That, then all products.
    void sync_products() const;

    /// Copies every product of the source with all its parts `copies` times: skus end in "-C1" and
    /// so on, ids grow by 100. For before the first run.
    void add_copies(unsigned copies);

    /// The outcomes of a run of products under `-d update`, and what it says about references:
    /// "1 created; 2 open, 3 delivered, 0 lost".
    std::string told_references(const Words& more = {}) const;

    /// Whether products, their stock and their fixed taxes are the same in both shops.
    ::testing::AssertionResult same_products();
};

/// Whether a warning of a report contains `part`.
bool warns(const Json& report, std::string_view part);

} // namespace datasync::test
