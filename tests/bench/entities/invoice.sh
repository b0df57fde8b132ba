# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: The DataSync authors
# Read by tests/bench/run: an invoice of every order.

tables=(sales_flat_invoice sales_flat_invoice_item sales_flat_invoice_comment
        sales_flat_invoice_grid)
generators=(customers.sql orders.sql invoices.sql)
before=(customer order)
per_customer=5
after_customer=destination.sql
