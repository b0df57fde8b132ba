-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Makes @orders orders on top of numbers.sql, customers.sql and the shop's sales settings: 4.5 items,
-- 1.8 addresses and 3.1 comments each, every second of a guest. Columns are filled as a checkout
-- fills them.

-- Two thousand products with ids of four digits, so that the texts below keep their lengths.
INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at)
SELECT 1000 + n, 10, 9, 'simple', CONCAT('sku-', 1000 + n), '2014-01-01 08:00:00', '2020-01-01 08:00:00'
FROM bench_number WHERE n < 2000 ORDER BY n;

-- What the items hold; @@@@ is the product, # the color.
SET @configurable = CONCAT(
    'a:6:{s:15:"info_buyRequest";a:6:{s:4:"uenc";',
    's:84:"aHR0cDovL29sZC5leGFtcGxlLmNvbS9jYXRhbG9nL3Byb2R1Y3Qvdmlldy9pZC8xMjM0NS8_X19fU0lEPVU,";',
    's:7:"product";s:4:"@@@@";s:8:"form_key";s:16:"8Zq2LmR0sVb7TyXc";',
    's:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:15:"super_attribute";a:2:{i:501;',
    's:3:"60#";i:502;s:3:"611";}}s:15:"attributes_info";a:2:{i:0;a:2:{s:5:"label";',
    's:5:"Color";s:5:"value";s:7:"Rot/Red";}i:1;a:2:{s:5:"label";s:4:"Size";s:5:"value";',
    's:1:"M";}}s:11:"simple_name";s:35:"Shirt, organic cotton – Größe M";',
    's:10:"simple_sku";s:8:"sku-@@@@";s:20:"product_calculations";i:1;',
    's:13:"shipment_type";i:0;}');
SET @child = CONCAT(
    'a:1:{s:15:"info_buyRequest";a:6:{s:4:"uenc";',
    's:84:"aHR0cDovL29sZC5leGFtcGxlLmNvbS9jYXRhbG9nL3Byb2R1Y3Qvdmlldy9pZC8xMjM0NS8_X19fU0lEPVU,";',
    's:7:"product";s:4:"@@@@";s:8:"form_key";s:16:"8Zq2LmR0sVb7TyXc";',
    's:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:15:"super_attribute";a:2:{i:501;',
    's:3:"60#";i:502;s:3:"611";}}}');
SET @options = CONCAT(
    'a:2:{s:15:"info_buyRequest";a:6:{s:4:"uenc";',
    's:84:"aHR0cDovL29sZC5leGFtcGxlLmNvbS9jYXRhbG9nL3Byb2R1Y3Qvdmlldy9pZC8xMjM0NS8_X19fU0lEPVU,";',
    's:7:"product";s:4:"@@@@";s:8:"form_key";s:16:"8Zq2LmR0sVb7TyXc";',
    's:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:7:"options";a:3:{i:31;',
    's:21:"Für Zoë, alles Gute";i:32;s:2:"51";i:34;a:2:{i:0;s:2:"55";i:1;s:2:"56";}}}',
    's:7:"options";a:3:{i:0;a:7:{s:5:"label";s:9:"Engraving";s:5:"value";',
    's:21:"Für Zoë, alles Gute";s:11:"print_value";s:21:"Für Zoë, alles Gute";',
    's:9:"option_id";s:2:"31";s:11:"option_type";s:5:"field";s:12:"option_value";',
    's:21:"Für Zoë, alles Gute";s:11:"custom_view";b:0;}i:1;a:7:{s:5:"label";',
    's:8:"Wrapping";s:5:"value";s:5:"Paper";s:11:"print_value";s:5:"Paper";',
    's:9:"option_id";s:2:"32";s:11:"option_type";s:9:"drop_down";s:12:"option_value";',
    's:2:"51";s:11:"custom_view";b:0;}i:2;a:7:{s:5:"label";s:6:"Extras";s:5:"value";',
    's:9:"Box, Card";s:11:"print_value";s:9:"Box, Card";s:9:"option_id";s:2:"34";',
    's:11:"option_type";s:8:"checkbox";s:12:"option_value";s:5:"55,56";',
    's:11:"custom_view";b:0;}}}');
SET @simple = CONCAT(
    'a:1:{s:15:"info_buyRequest";a:5:{s:4:"uenc";',
    's:84:"aHR0cDovL29sZC5leGFtcGxlLmNvbS9jYXRhbG9nL3Byb2R1Y3Qvdmlldy9pZC8xMjM0NS8_X19fU0lEPVU,";',
    's:7:"product";s:4:"@@@@";s:8:"form_key";s:16:"8Zq2LmR0sVb7TyXc";',
    's:15:"related_product";s:0:"";s:3:"qty";s:1:"1";}}');
SET @bundle = CONCAT(
    'a:4:{s:15:"info_buyRequest";a:7:{s:4:"uenc";',
    's:84:"aHR0cDovL29sZC5leGFtcGxlLmNvbS9jYXRhbG9nL3Byb2R1Y3Qvdmlldy9pZC8xMjM0NS8_X19fU0lEPVU,";',
    's:7:"product";s:4:"@@@@";s:8:"form_key";s:16:"8Zq2LmR0sVb7TyXc";',
    's:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:13:"bundle_option";a:2:{i:4;',
    's:2:"11";i:5;a:1:{i:0;s:2:"13";}}s:17:"bundle_option_qty";a:2:{i:4;s:1:"1";i:5;',
    's:1:"2";}}s:14:"bundle_options";a:2:{i:4;a:3:{s:9:"option_id";s:1:"4";s:5:"label";',
    's:3:"Tea";s:5:"value";a:1:{i:0;a:3:{s:5:"title";s:22:"Green tea, first flush";',
    's:3:"qty";i:1;s:5:"price";i:9;}}}i:5;a:3:{s:9:"option_id";s:1:"5";s:5:"label";',
    's:15:"Mugs – Tassen";s:5:"value";a:1:{i:0;a:3:{s:5:"title";s:16:"Mug, blue, 0.3 l";',
    's:3:"qty";i:2;s:5:"price";i:5;}}}}s:20:"product_calculations";i:0;',
    's:13:"shipment_type";s:1:"0";}');

-- Every order as the other tables need it.
CREATE TABLE bench_order (
    n INT PRIMARY KEY, store_id SMALLINT, customer_id INT, increment_id VARCHAR(50), items INT,
    subtotal DECIMAL(12,4), created_at DATETIME, firstname VARCHAR(40), lastname VARCHAR(40),
    email VARCHAR(80)) ENGINE = InnoDB;
INSERT INTO bench_order
SELECT n, 1 + n % 3, IF(n % 2 = 0, 1 + n DIV 2 % @customers, NULL),
       CONCAT(1 + n % 3, LPAD(n, 8, '0')), 4 + n % 2, 40 + n % 997 / 4,
       '2016-01-01 08:00:00' + INTERVAL n * 20 MINUTE, CONCAT('Firstname', n % 997),
       CONCAT('Lästname-', n % 8191),
       IF(n % 2 = 0, CONCAT('customer.', 1 + n DIV 2 % @customers, '@example.com'),
          CONCAT('guest.', n, '@example.net'))
FROM bench_number WHERE n <= @orders ORDER BY n;

INSERT INTO sales_flat_order
    (entity_id, state, status, protect_code, shipping_description, is_virtual, store_id,
     customer_id, base_discount_amount, base_discount_invoiced, base_grand_total,
     base_shipping_amount, base_shipping_invoiced, base_shipping_tax_amount, base_subtotal,
     base_subtotal_invoiced, base_tax_amount, base_tax_invoiced, base_to_global_rate,
     base_to_order_rate, base_total_invoiced, base_total_invoiced_cost, base_total_paid,
     discount_amount, discount_invoiced, grand_total, shipping_amount, shipping_invoiced,
     shipping_tax_amount, store_to_base_rate, store_to_order_rate, subtotal, subtotal_invoiced,
     tax_amount, tax_invoiced, total_invoiced, total_paid, total_qty_ordered, customer_is_guest,
     customer_note_notify, billing_address_id, customer_group_id, email_sent, quote_id,
     shipping_address_id, base_shipping_discount_amount, base_subtotal_incl_tax, base_total_due,
     shipping_discount_amount, subtotal_incl_tax, total_due, weight, increment_id,
     base_currency_code, customer_email, customer_firstname, customer_lastname,
     global_currency_code, order_currency_code, remote_ip, shipping_method, store_currency_code,
     store_name, created_at, updated_at, total_item_count, hidden_tax_amount,
     base_hidden_tax_amount, shipping_hidden_tax_amount, base_shipping_hidden_tax_amnt,
     hidden_tax_invoiced, base_hidden_tax_invoiced, shipping_incl_tax, base_shipping_incl_tax)
SELECT n, 'complete', 'complete', LEFT(MD5(n), 6), 'Flat Rate - Fixed', 0, store_id,
       customer_id, 0, 0, subtotal + 5,
       5, 5, 0, subtotal, subtotal, 0, 0, 1, 1, subtotal + 5, 0, subtotal + 5,
       0, 0, subtotal + 5, 5, 5, 0, 1, 1, subtotal, subtotal,
       0, 0, subtotal + 5, subtotal + 5, items, customer_id IS NULL,
       1, 2 * n - 1, IF(customer_id IS NULL, 0, 1), 1, 7 * n,
       IF(n % 5 = 0, NULL, 2 * n), 0, subtotal, 0, 0, subtotal, 0, items / 2, increment_id,
       'EUR', email, firstname, lastname, 'EUR', 'EUR', '203.0.113.7', 'flatrate_flatrate', 'EUR',
       'Main Website\nMain Store\nEnglish', created_at, created_at + INTERVAL 3 DAY, items, 0,
       0, 0, 0, 0, 0, 5, 5
FROM bench_order ORDER BY n;

-- Four orders of five have a second address.
INSERT INTO sales_flat_order_address
    (entity_id, parent_id, customer_address_id, region_id, customer_id, region, postcode, lastname,
     street, city, email, telephone, country_id, firstname, address_type)
SELECT 2 * o.n - 2 + k.n, o.n, o.customer_id, r.region_id, o.customer_id, r.default_name,
       10000 + o.n % 89999, o.lastname, CONCAT(o.n, ' Main Street\nBuilding ', o.n % 40),
       CONCAT('Springfield ', o.n % 500), o.email, CONCAT('+1 555 ', o.n), 'US', o.firstname,
       IF(k.n = 1, 'billing', 'shipping')
FROM bench_order o JOIN bench_number k ON k.n = 1 OR (k.n = 2 AND o.n % 5 <> 0)
JOIN directory_country_region r ON r.country_id = 'US' AND r.code = 'CA'
ORDER BY o.n, k.n;

-- A configurable product and its choice, one with custom options, one plain, in half of the orders
-- a bundle. Joined as written they come in the order of their ids; sorting the texts takes longer
-- than all the rest.
INSERT INTO sales_flat_order_item
    (item_id, order_id, parent_item_id, quote_item_id, store_id, created_at, updated_at, product_id,
     product_type, product_options, weight, is_virtual, sku, name, free_shipping, is_qty_decimal,
     no_discount, qty_canceled, qty_invoiced, qty_ordered, qty_refunded, qty_shipped, base_cost,
     price, base_price, original_price, base_original_price, tax_percent, tax_amount,
     base_tax_amount, tax_invoiced, base_tax_invoiced, discount_percent, discount_amount,
     base_discount_amount, discount_invoiced, base_discount_invoiced, amount_refunded,
     base_amount_refunded, row_total, base_row_total, row_invoiced, base_row_invoiced, row_weight,
     price_incl_tax, base_price_incl_tax, row_total_incl_tax, base_row_total_incl_tax,
     weee_tax_applied, weee_tax_applied_amount, weee_tax_applied_row_amount,
     base_weee_tax_applied_amount, base_weee_tax_applied_row_amnt, weee_tax_disposition,
     weee_tax_row_disposition, base_weee_tax_disposition, base_weee_tax_row_disposition, is_nominal)
SELECT 5 * o.n - 5 + k.n, o.n, IF(k.n = 2, 5 * o.n - 4, NULL), 11 * o.n + k.n, o.store_id,
       o.created_at, o.created_at + INTERVAL 3 DAY, p.entity_id,
       ELT(k.n, 'configurable', 'simple', 'simple', 'simple', 'bundle'),
       REPLACE(REPLACE(ELT(k.n, @configurable, @child, @options, @simple, @bundle),
                       '@@@@', p.entity_id), '60#', CONCAT('60', 1 + o.n % 2)),
       0.5, 0, p.sku, CONCAT('Product number ', p.entity_id, ', organic'), 0, 0, 0, 0, 1, 1, 0, 1, 0,
       9.95, 9.95, 9.95, 9.95, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9.95, 9.95, 9.95, 9.95, 0.5,
       9.95, 9.95, 9.95, 9.95, 'a:0:{}', 0, 0, 0, 0, 0, 0, 0, 0, 0
FROM bench_order o STRAIGHT_JOIN bench_number k ON k.n <= o.items
STRAIGHT_JOIN catalog_product_entity p ON p.entity_id = 1001 + (o.n * 5 + k.n * 37) % 1999;

INSERT INTO sales_flat_order_payment
    (entity_id, parent_id, base_shipping_captured, shipping_captured, base_amount_paid,
     base_shipping_amount, shipping_amount, amount_paid, base_amount_ordered, amount_ordered,
     quote_payment_id, method, last_trans_id, cc_exp_month, cc_exp_year, additional_information)
SELECT n, n, 5, 5, subtotal + 5, 5, 5, subtotal + 5, subtotal + 5, subtotal + 5, 7 * n,
       'paypal_express', LEFT(MD5(n), 17), '0', '0', CONCAT(
       'a:3:{s:12:"paypal_payer";s:13:"', LEFT(SHA1(n), 13), '";s:13:"paypal_status";s:8:',
       '"verified";s:21:"paypal_payment_status";s:9:"completed";}')
FROM bench_order ORDER BY n;

-- Three each, one of ten has one more.
INSERT INTO sales_flat_order_status_history
    (parent_id, is_customer_notified, is_visible_on_front, comment, status, created_at, entity_name)
SELECT o.n, k.n = 3, 0, IF(k.n = 3, CONCAT('Parcel ', o.n, ' is on its way'), NULL),
       ELT(k.n, 'pending', 'processing', 'complete', 'complete'),
       o.created_at + INTERVAL k.n - 1 DAY, ELT(k.n, 'order', 'invoice', 'shipment', 'order')
FROM bench_order o JOIN bench_number k ON k.n <= 3 OR (k.n = 4 AND o.n % 10 = 0)
ORDER BY o.n, k.n;

-- A fifth of the orders pays tax.
INSERT INTO sales_order_tax
    (tax_id, order_id, code, title, percent, amount, priority, position, base_amount, process,
     base_real_amount, hidden)
SELECT n, n, 'US-CA-*-Rate 1', 'Sales tax', 8.25, 1.5, 1, 1, 1.5, 0, 1.5, 0
FROM bench_order WHERE n % 5 = 1 ORDER BY n;
INSERT INTO sales_order_tax_item (tax_id, item_id, tax_percent)
SELECT n, 5 * n - 4, 8.25 FROM bench_order WHERE n % 5 = 1 ORDER BY n;

INSERT INTO sales_flat_order_grid
    (entity_id, status, store_id, store_name, customer_id, base_grand_total, base_total_paid,
     grand_total, total_paid, increment_id, base_currency_code, order_currency_code, shipping_name,
     billing_name, created_at, updated_at)
SELECT n, 'complete', store_id, 'Main Website\nMain Store\nEnglish', customer_id, subtotal + 5,
       subtotal + 5, subtotal + 5, subtotal + 5, increment_id, 'EUR', 'EUR',
       CONCAT(firstname, ' ', lastname), CONCAT(firstname, ' ', lastname), created_at,
       created_at + INTERVAL 3 DAY
FROM bench_order ORDER BY n;

ANALYZE TABLE catalog_product_entity, sales_flat_order, sales_flat_order_address,
    sales_flat_order_item, sales_flat_order_payment, sales_flat_order_status_history,
    sales_order_tax, sales_order_tax_item, sales_flat_order_grid;
