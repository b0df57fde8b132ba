// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What tests of reviews and of their sums ask of the shops.
#pragma once

#include "support/catalog_test.hpp"

#include <string>
#include <string_view>

namespace datasync::test {

/// The shops of CatalogTest, with words for reviews.
class ReviewTestBase : public CatalogTest {
protected:
    /// Brings the products over, with all that they need, and with the customers or without.
    void sync_products(bool with_customers = true) const;

    /// A column of the detail of a review that has come; "NULL" for NULL.
    std::string detail(unsigned source_id, std::string_view column);

    /// The votes of a review that has come: rating, option, percent, value, customer.
    Words votes(unsigned source_id);

    /// The codes of the stores of a review that has come.
    std::string stores(unsigned source_id);

    /// The moments of all reviews but the destination's own.
    static Words created_at(TestDatabase& shop);

    /// The address of a customer of the source.
    std::string email(unsigned source_id);
};

} // namespace datasync::test
