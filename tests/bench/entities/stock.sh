# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Read by tests/bench/run: stock of products that have come before and that has changed since, so
# that every row is there already and not one is as it should be.

shop=catalog
tables=(cataloginventory_stock_item cataloginventory_stock_status)
generators=(catalog.sql products.sql)
before=(productattribute attribute_set category product)
changes=stock_changes.sql
first_run="all levels changed"
first_target=1.0
