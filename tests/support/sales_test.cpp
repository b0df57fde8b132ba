// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/sales_test.hpp"

namespace datasync::test {

void SalesTest::SetUp()
{
    SyncTest::SetUp();
    if (HasFatalFailure() || IsSkipped()) { return; }
    source().load("schema_sales_openmage.sql");
    source().load("sales_base_source.sql");
    source().load("sales_source.sql");
    const bool maho = destination_schema() == "schema_maho.sql";
    destination().load(maho ? "schema_sales_maho.sql" : "schema_sales_openmage.sql");
    destination().load("sales_base_destination.sql");
    destination().load("sales_destination.sql");
}

} // namespace datasync::test
