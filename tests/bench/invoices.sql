-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Makes one invoice of every order of orders.sql, with as many items.

INSERT INTO sales_flat_invoice
    (entity_id, store_id, base_grand_total, shipping_tax_amount, tax_amount, base_tax_amount,
     store_to_order_rate, base_shipping_tax_amount, base_discount_amount, base_to_order_rate,
     grand_total, shipping_amount, subtotal_incl_tax, base_subtotal_incl_tax, store_to_base_rate,
     base_shipping_amount, total_qty, base_to_global_rate, subtotal, base_subtotal, discount_amount,
     billing_address_id, order_id, email_sent, can_void_flag, state, shipping_address_id,
     store_currency_code, transaction_id, order_currency_code, base_currency_code,
     global_currency_code, increment_id, created_at, updated_at, hidden_tax_amount,
     base_hidden_tax_amount, shipping_hidden_tax_amount, shipping_incl_tax, base_shipping_incl_tax)
SELECT n, store_id, subtotal + 5, 0, 0, 0, 1, 0, 0, 1, subtotal + 5, 5, subtotal, subtotal, 1, 5,
       items, 1, subtotal, subtotal, 0, 2 * n - 1, n, 1, 0, 2, IF(n % 5 = 0, NULL, 2 * n), 'EUR',
       LEFT(MD5(n), 17), 'EUR', 'EUR', 'EUR', increment_id, created_at + INTERVAL 1 DAY,
       created_at + INTERVAL 1 DAY, 0, 0, 0, 5, 5
FROM bench_order ORDER BY n;

INSERT INTO sales_flat_invoice_item
    (entity_id, parent_id, base_price, tax_amount, base_row_total, discount_amount, row_total,
     base_discount_amount, price_incl_tax, base_tax_amount, base_price_incl_tax, qty, base_cost,
     price, base_row_total_incl_tax, row_total_incl_tax, product_id, order_item_id, sku, name,
     hidden_tax_amount, base_hidden_tax_amount, base_weee_tax_applied_amount,
     base_weee_tax_applied_row_amnt, weee_tax_applied_amount, weee_tax_applied_row_amount,
     weee_tax_applied, weee_tax_disposition, weee_tax_row_disposition, base_weee_tax_disposition,
     base_weee_tax_row_disposition)
SELECT item_id, order_id, 9.95, 0, 9.95, 0, 9.95, 0, 9.95, 0, 9.95, 1, 0, 9.95, 9.95, 9.95,
       product_id, item_id, sku, name, 0, 0, 0, 0, 0, 0, 'a:0:{}', 0, 0, 0, 0
FROM sales_flat_order_item ORDER BY item_id;

INSERT INTO sales_flat_invoice_comment
    (parent_id, is_customer_notified, is_visible_on_front, comment, created_at)
SELECT n, 1, 0, CONCAT('Thank you for order ', n), created_at + INTERVAL 1 DAY
FROM bench_order WHERE n % 10 = 0 ORDER BY n;

INSERT INTO sales_flat_invoice_grid
    (entity_id, store_id, base_grand_total, grand_total, order_id, state, store_currency_code,
     order_currency_code, base_currency_code, global_currency_code, increment_id,
     order_increment_id, created_at, order_created_at, billing_name)
SELECT n, store_id, subtotal + 5, subtotal + 5, n, 2, 'EUR', 'EUR', 'EUR', 'EUR', increment_id,
       increment_id, created_at + INTERVAL 1 DAY, created_at, CONCAT(firstname, ' ', lastname)
FROM bench_order ORDER BY n;

ANALYZE TABLE sales_flat_invoice, sales_flat_invoice_item, sales_flat_invoice_comment,
    sales_flat_invoice_grid;
