# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Read by tests/bench/run: orders, five to a customer.

tables=(sales_flat_order sales_flat_order_address sales_flat_order_item sales_flat_order_payment
        sales_flat_order_status_history sales_flat_order_grid sales_order_tax sales_order_tax_item)
generators=(customers.sql orders.sql)
before=(customer)
per_customer=5
after_customer=destination.sql
