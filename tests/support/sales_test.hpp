// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Two shops that have sold something: the fixture of tests of orders, their documents and rules.
#pragma once

#include "support/sales_lines.hpp"
#include "support/sync_test.hpp"

#include <string>

namespace datasync::test {

/// Numbers of parts in the registry; they are for ever.
enum class Part {
    customer_address = 1,
    order_item = 4,
    order_address = 5,
    order_payment = 6,
    payment_transaction = 7,
    order_status_history = 8,
    gift_message = 12,
    invoice_item = 13,
    shipment_track = 17,
    product_option = 20,
    product_option_value = 21,
    bundle_option = 22,
    bundle_selection = 23,
    downloadable_link = 24,
};

/// The shops of ShopTest with sales tables, orders in the source and two of the destination's own.
/// Apart from ShopTest because their making takes longer than most tests.
class SalesTest : public SyncTest {
protected:
    void SetUp() override;

    /// What orders refer to: customer groups, customers and rules.
    void sync_before_orders() const;

    /// That, then orders.
    void sync_orders() const;

    /// The products and options that the destination lacks arrive there as if they had been synced.
    void add_products();

    /// Copies every order and invoice of the source `copies` times, numbered "100000001-1" and so
    /// on.
    void add_copies(unsigned copies);

    /// What a part of a record has become; "" when the registry knows nothing.
    std::string target_part(Part part, unsigned source_id);

    /// A cell of the order that a source order has become.
    std::string order_cell(unsigned source_id, const std::string& column);

    /// A cell of the item that a source item has become.
    std::string item_cell(unsigned source_id, const std::string& column);
};

} // namespace datasync::test
