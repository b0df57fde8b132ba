// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Two shops that have sold something: the fixture of tests of orders, their documents and rules.
#pragma once

#include "support/sync_test.hpp"

namespace datasync::test {

/// The shops of ShopTest with sales tables, orders in the source and two of the destination's own.
/// Apart from ShopTest because their making takes longer than most tests.
class SalesTest : public SyncTest {
protected:
    void SetUp() override;
};

} // namespace datasync::test
