-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What the source shop has sold: every type of product, guests and customers, documents, and the rules
-- that priced some of it. Goes on top of demo_content.sql and sales_base_source.sql.

-- A status of the shop's own.
INSERT INTO sales_order_status
    (status, label)
VALUES
    ('awaiting_parts', 'Awaiting parts');

INSERT INTO sales_order_status_state
    (status, state, is_default)
VALUES
    ('awaiting_parts', 'processing', 0);

INSERT INTO sales_order_status_label
    (status, store_id, label)
VALUES
    ('awaiting_parts', 2, 'Warten auf Teile'),
    ('pending', 2, 'Offen');

-- Rules: with one coupon, without, with generated coupons.
INSERT INTO salesrule
    (rule_id, name, description, from_date, to_date, uses_per_customer, is_active, conditions_serialized, actions_serialized, stop_rules_processing, is_advanced, product_ids, sort_order, simple_action, discount_amount, discount_qty, discount_step, simple_free_shipping, apply_to_shipping, times_used, is_rss, coupon_type, use_auto_generation, uses_per_coupon)
VALUES
    (1, 'Welcome', 'Ten per cent – für alle', '2019-01-01', NULL, 1, 1, 'a:7:{s:4:"type";s:32:"salesrule/rule_condition_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";s:10:"conditions";a:4:{i:0;a:5:{s:4:"type";s:32:"salesrule/rule_condition_address";s:9:"attribute";s:9:"region_id";s:8:"operator";s:2:"==";s:5:"value";s:2:"95";s:18:"is_value_processed";b:0;}i:1;a:5:{s:4:"type";s:32:"salesrule/rule_condition_address";s:9:"attribute";s:13:"base_subtotal";s:8:"operator";s:2:">=";s:5:"value";s:2:"20";s:18:"is_value_processed";b:0;}i:2;a:7:{s:4:"type";s:38:"salesrule/rule_condition_product_found";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";s:10:"conditions";a:2:{i:0;a:5:{s:4:"type";s:32:"salesrule/rule_condition_product";s:9:"attribute";s:12:"category_ids";s:8:"operator";s:2:"()";s:5:"value";s:4:"5, 7";s:18:"is_value_processed";b:0;}i:1;a:5:{s:4:"type";s:32:"salesrule/rule_condition_product";s:9:"attribute";s:16:"attribute_set_id";s:8:"operator";s:2:"==";s:5:"value";s:1:"9";s:18:"is_value_processed";b:0;}}}i:3;a:5:{s:4:"type";s:33:"extension/rule_condition_customer";s:9:"attribute";s:8:"group_id";s:8:"operator";s:2:"()";s:5:"value";a:2:{i:0;s:1:"1";i:1;s:1:"5";}s:18:"is_value_processed";b:0;}}}', 'a:7:{s:4:"type";s:40:"salesrule/rule_condition_product_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";s:10:"conditions";a:2:{i:0;a:5:{s:4:"type";s:32:"salesrule/rule_condition_product";s:9:"attribute";s:5:"color";s:8:"operator";s:2:"==";s:5:"value";s:3:"601";s:18:"is_value_processed";b:0;}i:1;a:5:{s:4:"type";s:32:"salesrule/rule_condition_product";s:9:"attribute";s:3:"sku";s:8:"operator";s:2:"()";s:5:"value";s:17:"mug-red, mug-blue";s:18:"is_value_processed";b:0;}}}', 0, 1, NULL, 0, 'by_percent', 10, NULL, 0, 0, 0, 2, 1, 2, 0, 100),
    (2, 'Trade', '', NULL, '2030-12-31', 0, 1, 'a:6:{s:4:"type";s:32:"salesrule/rule_condition_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";}', 'a:7:{s:4:"type";s:40:"salesrule/rule_condition_product_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"any";s:10:"conditions";a:2:{i:0;a:5:{s:4:"type";s:32:"salesrule/rule_condition_product";s:9:"attribute";s:4:"size";s:8:"operator";s:2:"()";s:5:"value";a:2:{i:0;s:3:"611";i:1;s:3:"612";}s:18:"is_value_processed";b:0;}i:1;a:5:{s:4:"type";s:32:"salesrule/rule_condition_product";s:9:"attribute";s:12:"category_ids";s:8:"operator";s:2:"==";s:5:"value";s:1:"5";s:18:"is_value_processed";b:0;}}}', 1, 1, '16,27', 1, 'by_fixed', 2.5, 3, 0, 2, 1, 1, 0, 1, 0, 0),
    (3, 'Generated', 'Codes on cards', NULL, NULL, 0, 0, 'a:6:{s:4:"type";s:32:"salesrule/rule_condition_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";}', 'a:6:{s:4:"type";s:40:"salesrule/rule_condition_product_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";}', 0, 1, NULL, 2, 'cart_fixed', 5, NULL, 0, 0, 0, 0, 0, 2, 1, 1);

INSERT INTO salesrule_website
    (rule_id, website_id)
VALUES
    (1, 1),
    (2, 1),
    (2, 4),
    (3, 4);

INSERT INTO salesrule_customer_group
    (rule_id, customer_group_id)
VALUES
    (1, 0),
    (1, 1),
    (1, 5),
    (2, 5),
    (2, 6),
    (3, 1);

INSERT INTO salesrule_label
    (label_id, rule_id, store_id, label)
VALUES
    (1, 1, 0, 'Welcome'),
    (2, 1, 2, 'Willkommen'),
    (3, 1, 3, 'Bienvenue à tous'),
    (4, 2, 0, 'Trade');

INSERT INTO salesrule_coupon
    (coupon_id, rule_id, code, usage_limit, usage_per_customer, times_used, expiration_date, is_primary, created_at, type)
VALUES
    (1, 1, 'WELCOME10', 100, 1, 2, NULL, 1, '2019-01-01 00:00:00', 0),
    (4, 3, 'CARD-A1', 1, 0, 0, '2020-12-31 00:00:00', NULL, '2020-01-01 10:00:00', 1),
    (5, 3, 'CARD-B2', 1, 0, 0, '2031-12-31 00:00:00', NULL, '2020-01-01 10:00:00', 1),
    (6, 3, 'CARD-C3', 1, 0, 0, NULL, NULL, '2020-01-01 10:00:01', 1);

INSERT INTO salesrule_coupon_usage
    (coupon_id, customer_id, times_used)
VALUES
    (1, 34, 1),
    (1, 12, 1);

INSERT INTO salesrule_customer
    (rule_customer_id, rule_id, customer_id, times_used)
VALUES
    (1, 1, 34, 1),
    (2, 1, 12, 1),
    (3, 2, 34, 1);

INSERT INTO salesrule_product_attribute
    (rule_id, website_id, customer_group_id, attribute_id)
VALUES
    (1, 1, 0, 501),
    (1, 1, 1, 501),
    (1, 1, 5, 501),
    (2, 4, 5, 502);

INSERT INTO gift_message
    (gift_message_id, customer_id, sender, recipient, message)
VALUES
    (1, 12, 'Dave', 'Ann', 'Happy birthday,\nAnn!'),
    (2, 12, 'Dave', 'Bob', 'For the "other" mug'),
    (7, 3, 'Anna', 'Zoë', 'Alles Gute – Zoë');

INSERT INTO sales_billing_agreement
    (agreement_id, customer_id, method_code, reference_id, status, created_at, updated_at, store_id, agreement_label)
VALUES
    (1, 20, 'paypal_billing_agreement', 'B-7UP', 'active', '2021-01-01 09:00:00', NULL, 6, 'PayPal');

-- Orders. 3: a guest with a customer's email. 12 was edited and became 13. 15: the store, the customer's
-- group and a product are gone. 16: products that the destination has not yet.
INSERT INTO sales_flat_order
    (entity_id, increment_id, state, status, store_id, store_name, customer_id, customer_is_guest, customer_group_id, customer_email, customer_firstname, customer_lastname, created_at, updated_at, is_virtual, quote_id, billing_address_id, shipping_address_id, subtotal, discount_amount, shipping_amount, tax_amount, grand_total, base_grand_total, total_qty_ordered, total_item_count, total_invoiced, total_paid, base_total_paid, total_refunded, total_due, weight, coupon_code, applied_rule_ids, coupon_rule_name, shipping_method, shipping_description, base_currency_code, order_currency_code, protect_code, remote_ip, x_forwarded_for, customer_note, gift_message_id, edit_increment, original_increment_id, relation_parent_id, relation_parent_real_id, relation_child_id, relation_child_real_id, email_sent, ext_order_id)
VALUES
    (1, '100000001', 'complete', 'complete', 1, 'Main Website\nMain Store\nEnglish', 12, 0, 2, 'dave.miller@example.com', 'Dave', 'Miller', '2023-01-02 03:04:05', '2023-01-09 10:00:00', 0, 901, 1, 2, 30, 0, 5, 6, 41, 41, 3, 2, 41, 41, 41, NULL, 0, 1.5, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '002eef', '203.0.113.7', '203.0.113.7, 10.0.0.1', 'Ring twice.\nThanks', 1, NULL, NULL, NULL, NULL, NULL, NULL, 1, 'ERP/4711'),
    (2, '200000001', 'processing', 'awaiting_parts', 2, 'Main Website\nMain Store\nGerman', 3, 0, 1, 'anna.gruber@example.com', 'Anna', 'Grüber', '2023-01-03 08:00:00', '2023-01-10 11:00:00', 0, 902, 3, 4, 25, 0, 5, 5, 35, 35, 1, 1, 35, 35, 35, NULL, 0, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '004dde', NULL, NULL, NULL, 7, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL),
    (3, '200000002', 'new', 'pending', 2, 'Main Website\nMain Store\nGerman', NULL, 1, 0, 'anna.gruber@example.com', 'Anna', 'Grüber', '2023-01-04 08:00:00', '2023-01-04 08:00:00', 0, 903, 5, 6, 19.9, 0, 5, 3.98, 28.88, 28.88, 1, 1, NULL, NULL, NULL, NULL, 28.88, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '006ccd', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL),
    (5, '300000001', 'new', 'pending', 3, 'Main Website\nMain Store\nFrench', 7, 0, 1, 'chloe.noel@example.com', 'Chloé', 'Noël', '2023-02-01 08:00:00', '2023-02-01 08:00:00', 0, 905, 9, 10, 11, 0, 5, 0, 16, 16, 3, 2, NULL, NULL, NULL, NULL, 16, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '00aaab', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL),
    (6, '100000002', 'complete', 'complete', 1, 'Main Website\nMain Store\nEnglish', 52, 0, 1, 'ivan.petrov@example.com', 'Иван', 'Петров', '2023-02-02 08:00:00', '2023-02-02 09:00:00', 1, 906, 11, NULL, 29, 0, 0, 0, 29, 29, 2, 2, 29, 29, 29, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, 'EUR', 'EUR', '00c99a', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL),
    (8, '100000003', 'processing', 'processing', 1, 'Main Website\nMain Store\nEnglish', NULL, 1, 0, 'guest@example.net', 'Zoë', 'Łukasz', '2023-03-01 00:00:01', '2023-03-05 12:00:00', 0, 908, 15, 16, 52, 0, 5, 0, 57, 57, 4, 2, 57, 57, 57, 13, 0, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '010778', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL),
    (9, '100000004', 'complete', 'complete', 1, 'Main Website\nMain Store\nEnglish', 34, 0, 1, 'hana@example.net', '花', '山田', '2023-03-02 10:00:00', '2023-03-20 10:00:00', 0, 909, 17, 18, 40, -4, 5, 7.2, 48.2, 48.2, 2, 1, 48.2, 48.2, 48.2, NULL, 0, NULL, 'WELCOME10', '1,2', 'Welcome', 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '012667', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL),
    (10, '600000001', 'closed', 'closed', 6, 'Outlet\nOutlet Store\nOutlet English', 20, 0, 1, 'fiona@example.org', 'Fiona', 'O\'Hara', '2023-04-01 10:00:00', '2023-04-10 10:00:00', 0, 910, 19, 20, 10, 0, 5, 0, 15, 15, 1, 1, 15, 15, 15, 15, 0, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '014556', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL),
    (12, '200000003', 'canceled', 'canceled', 2, 'Main Website\nMain Store\nGerman', 4, 0, 5, 'bjoern.straesser@example.com', 'Björn', 'Sträßer', '2023-05-01 10:00:00', '2023-05-02 10:00:00', 0, 912, 23, 24, 10, 0, 5, 0, 15, 15, 1, 1, NULL, NULL, NULL, NULL, 15, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '018334', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13', '200000003-1', 1, NULL),
    (13, '200000003-1', 'new', 'pending', 2, 'Main Website\nMain Store\nGerman', 4, 0, 5, 'bjoern.straesser@example.com', 'Björn', 'Sträßer', '2023-05-02 10:00:00', '2023-05-02 10:00:00', 0, 913, 25, 26, 20, 0, 5, 0, 25, 25, 2, 1, NULL, NULL, NULL, NULL, 25, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '01a223', NULL, NULL, NULL, NULL, 1, '200000003', '12', '200000003', NULL, NULL, 1, NULL),
    (15, '100000005', 'complete', 'complete', NULL, 'Main Website\nMain Store\nItalian', NULL, 0, 9, 'gone@example.com', 'Gone', 'Away', '0000-00-00 00:00:00', '2018-01-01 10:00:00', 0, 915, 29, 30, 12, 0, 5, 0, 17, 17, 1, 1, 17, 17, 17, NULL, 0, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '01e001', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (16, '100000006', 'new', 'pending', 1, 'Main Website\nMain Store\nEnglish', 90, 0, 5, 'karin.weiss@example.com', 'Karin', 'Weiß', '2024-07-01 10:00:00', '2024-07-01 10:00:00', 0, 916, 31, 32, 74, 0, 5, 0, 79, 79, 2, 2, NULL, NULL, NULL, NULL, 79, NULL, NULL, NULL, NULL, 'flatrate_flatrate', 'Flat Rate - Fixed', 'EUR', 'EUR', '01fef0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, NULL);

INSERT INTO sales_flat_order_address
    (entity_id, parent_id, address_type, customer_id, customer_address_id, quote_address_id, region_id, region, email, prefix, firstname, middlename, lastname, company, street, city, postcode, country_id, telephone, vat_id, vat_is_valid)
VALUES
    (1, 1, 'billing', 12, 15, 802, 12, 'California', 'dave.miller@example.com', NULL, 'Dave', NULL, 'Miller', NULL, '1 Market St', 'San Francisco', '94105', 'US', '+1 555 0001', NULL, NULL),
    (2, 1, 'shipping', 12, 15, 802, 12, 'California', 'dave.miller@example.com', NULL, 'Dave', NULL, 'Miller', NULL, '1 Market St', 'San Francisco', '94105', 'US', '+1 555 0001', NULL, NULL),
    (3, 2, 'billing', 3, 5, 804, 95, 'Wien', 'anna.gruber@example.com', NULL, 'Anna', NULL, 'Grüber', NULL, 'Lindengasse 7\nStiege 2', 'Wien', '1070', 'AT', '+1 555 0002', NULL, NULL),
    (4, 2, 'shipping', 3, 6, 804, 95, 'Wien', 'anna.gruber@example.com', NULL, 'Anna', NULL, 'Grüber', NULL, 'Lindengasse 7\nStiege 2', 'Wien', '1070', 'AT', '+1 555 0002', NULL, NULL),
    (5, 3, 'billing', NULL, NULL, 806, 107, 'Zürich', 'anna.gruber@example.com', NULL, 'Anna', NULL, 'Grüber', NULL, 'Seeweg 1', 'Zürich', '8001', 'CH', '+1 555 0003', NULL, NULL),
    (6, 3, 'shipping', NULL, NULL, 806, 107, 'Zürich', 'anna.gruber@example.com', NULL, 'Anna', NULL, 'Grüber', NULL, 'Seeweg 1', 'Zürich', '8001', 'CH', '+1 555 0003', NULL, NULL),
    (9, 5, 'billing', 7, 12, 810, 257, 'Paris', 'chloe.noel@example.com', NULL, 'Chloé', NULL, 'Noël', NULL, '8, rue de l\'Église', 'Paris', '75011', 'FR', '+1 555 0005', NULL, NULL),
    (10, 5, 'shipping', 7, 12, 810, 257, 'Paris', 'chloe.noel@example.com', NULL, 'Chloé', NULL, 'Noël', NULL, '8, rue de l\'Église', 'Paris', '75011', 'FR', '+1 555 0005', NULL, NULL),
    (11, 6, 'billing', 52, 60, 812, 257, 'Paris', 'ivan.petrov@example.com', NULL, 'Иван', NULL, 'Петров', NULL, 'Rue Basse 20', 'Paris', '75011', 'FR', '+1 555 0006', NULL, NULL),
    (15, 8, 'billing', NULL, NULL, 816, NULL, 'Some Region', 'guest@example.net', NULL, 'Zoë', NULL, 'Łukasz', NULL, 'Main 1', 'Springfield', '00000', 'US', '+1 555 0008', NULL, NULL),
    (16, 8, 'shipping', NULL, NULL, 816, NULL, 'Some Region', 'guest@example.net', NULL, 'Zoë', NULL, 'Łukasz', NULL, 'Main 1', 'Springfield', '00000', 'US', '+1 555 0008', NULL, NULL),
    (17, 9, 'billing', 34, 41, 818, 82, 'Berlin', 'hana@example.net', NULL, '花', 'M.', '山田', NULL, 'Chausseestraße 5', 'Berlin', '10115', 'DE', '+1 555 0009', NULL, NULL),
    (18, 9, 'shipping', 34, 41, 818, 82, 'Berlin', 'hana@example.net', NULL, '花', 'M.', '山田', NULL, 'Chausseestraße 5', 'Berlin', '10115', 'DE', '+1 555 0009', NULL, NULL),
    (19, 10, 'billing', 20, 25, 820, 43, 'New York', 'fiona@example.org', NULL, 'Fiona', NULL, 'O\'Hara', NULL, '4 Privet Row', 'New York', '10001', 'US', '+1 555 0010', NULL, NULL),
    (20, 10, 'shipping', 20, 25, 820, 43, 'New York', 'fiona@example.org', NULL, 'Fiona', NULL, 'O\'Hara', NULL, '4 Privet Row', 'New York', '10001', 'US', '+1 555 0010', NULL, NULL),
    (23, 12, 'billing', 4, 9, 824, 82, 'Berlin', 'bjoern.straesser@example.com', NULL, 'Björn', NULL, 'Sträßer', NULL, 'Königsallee 12', 'Berlin', '10117', 'DE', '+1 555 0012', NULL, NULL),
    (24, 12, 'shipping', 4, 9, 824, 82, 'Berlin', 'bjoern.straesser@example.com', NULL, 'Björn', NULL, 'Sträßer', NULL, 'Königsallee 12', 'Berlin', '10117', 'DE', '+1 555 0012', NULL, NULL),
    (25, 13, 'billing', 4, 9, 826, 82, 'Berlin', 'bjoern.straesser@example.com', NULL, 'Björn', NULL, 'Sträßer', NULL, 'Königsallee 12', 'Berlin', '10117', 'DE', '+1 555 0013', NULL, NULL),
    (26, 13, 'shipping', 4, 9, 826, 82, 'Berlin', 'bjoern.straesser@example.com', NULL, 'Björn', NULL, 'Sträßer', NULL, 'Königsallee 12', 'Berlin', '10117', 'DE', '+1 555 0013', NULL, NULL),
    (29, 15, 'billing', NULL, 777, 830, 999, 'Ys', 'gone@example.com', NULL, 'Gone', NULL, 'Away', NULL, 'Nowhere 1', 'Atlantis', '1', 'FR', '+1 555 0015', NULL, NULL),
    (30, 15, 'shipping', NULL, 777, 830, 999, 'Ys', 'gone@example.com', NULL, 'Gone', NULL, 'Away', NULL, 'Nowhere 1', 'Atlantis', '1', 'FR', '+1 555 0015', NULL, NULL),
    (31, 16, 'billing', 90, 99, 832, 95, 'Wien', 'karin.weiss@example.com', 'Dr.', 'Karin', NULL, 'Weiß', 'Weiß Handel', 'Mariahilfer Straße 45', 'Wien', '1060', 'AT', '+1 555 0016', 'ATU12345678', 1),
    (32, 16, 'shipping', 90, 99, 832, 95, 'Wien', 'karin.weiss@example.com', 'Dr.', 'Karin', NULL, 'Weiß', 'Weiß Handel', 'Mariahilfer Straße 45', 'Wien', '1060', 'AT', '+1 555 0016', 'ATU12345678', 1);

-- Items. 15 and 16 have one sku and other options; the text 52 of 16 is what the customer wrote, not an
-- id. 25: its product is gone, and its options are cut off.
INSERT INTO sales_flat_order_item
    (item_id, order_id, parent_item_id, quote_item_id, store_id, created_at, updated_at, product_id, product_type, product_options, weight, is_virtual, sku, name, applied_rule_ids, qty_ordered, qty_invoiced, qty_shipped, qty_refunded, qty_canceled, price, base_price, original_price, row_total, base_row_total, tax_percent, tax_amount, discount_amount, weee_tax_applied, gift_message_id, gift_message_available)
VALUES
    (1, 1, NULL, 5001, 1, '2023-01-02 03:04:05', '2023-01-09 10:00:00', 16, 'simple', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"16";s:15:"related_product";s:5:"27,16";s:3:"qty";i:2;}}', 0.5, 0, 'mug-blue', 'Mug, blue', NULL, 2, 2, 2, 0, 0, 10, 10, 10, 20, 20, 20, 4, NULL, 'a:0:{}', 2, 1),
    (2, 1, NULL, 5002, 1, '2023-01-02 03:04:05', '2023-01-09 10:00:00', 27, 'simple', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"27";s:15:"related_product";s:0:"";s:3:"qty";i:1;}}', 0.5, 0, 'mug-red', 'Mug, red', NULL, 1, 1, 1, 0, 0, 10, 10, 10, 10, 10, 20, 2, NULL, 'a:0:{}', NULL, NULL),
    (3, 2, NULL, 5003, 2, '2023-01-03 08:00:00', '2023-01-10 11:00:00', 60, 'configurable', 'a:6:{s:15:"info_buyRequest";a:5:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"60";s:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:15:"super_attribute";a:2:{i:501;s:3:"601";i:502;s:3:"611";}}s:15:"attributes_info";a:2:{i:0;a:2:{s:5:"label";s:5:"Color";s:5:"value";s:3:"Rot";}i:1;a:2:{s:5:"label";s:4:"Size";s:5:"value";s:1:"M";}}s:11:"simple_name";s:13:"Shirt, red, M";s:10:"simple_sku";s:11:"shirt-red-m";s:20:"product_calculations";i:1;s:13:"shipment_type";i:0;}', 0.5, 0, 'shirt-red-m', 'Shirt', NULL, 1, 1, 0, 0, 0, 25, 25, 25, 25, 25, 20, 5, NULL, 'a:0:{}', NULL, NULL),
    (4, 2, 3, 5004, 2, '2023-01-03 08:00:00', '2023-01-10 11:00:00', 61, 'simple', 'a:1:{s:15:"info_buyRequest";a:5:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"60";s:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:15:"super_attribute";a:2:{i:501;s:3:"601";i:502;s:3:"611";}}}', 0.5, 0, 'shirt-red-m', 'Shirt, red, M', NULL, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (5, 3, NULL, 5005, 2, '2023-01-04 08:00:00', '2023-01-04 08:00:00', 64, 'bundle', 'a:4:{s:15:"info_buyRequest";a:6:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"64";s:15:"related_product";s:0:"";s:3:"qty";i:1;s:13:"bundle_option";a:2:{i:4;s:2:"11";i:5;a:1:{i:0;s:2:"13";}}s:17:"bundle_option_qty";a:2:{i:4;i:1;i:5;i:2;}}s:14:"bundle_options";a:2:{i:4;a:3:{s:9:"option_id";i:4;s:5:"label";s:3:"Tea";s:5:"value";a:1:{i:0;a:3:{s:5:"title";s:9:"Green tea";s:3:"qty";i:1;s:5:"price";d:9.9;}}}i:5;a:3:{s:9:"option_id";i:5;s:5:"label";s:15:"Mugs – Tassen";s:5:"value";a:1:{i:0;a:3:{s:5:"title";s:9:"Mug, blue";s:3:"qty";i:2;s:5:"price";d:5;}}}}s:20:"product_calculations";i:0;s:13:"shipment_type";s:1:"0";}', 0.5, 0, 'tea-box', 'Tea box', NULL, 1, 0, 0, 0, 0, 19.9, 19.9, 19.9, 19.9, 19.9, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (6, 3, 5, 5006, 2, '2023-01-04 08:00:00', '2023-01-04 08:00:00', 65, 'simple', 'a:2:{s:15:"info_buyRequest";a:6:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"64";s:15:"related_product";s:0:"";s:3:"qty";i:1;s:13:"bundle_option";a:2:{i:4;s:2:"11";i:5;a:1:{i:0;s:2:"13";}}s:17:"bundle_option_qty";a:2:{i:4;i:1;i:5;i:2;}}s:27:"bundle_selection_attributes";s:88:"a:4:{s:5:"price";d:9.9;s:3:"qty";d:1;s:12:"option_label";s:3:"Tea";s:9:"option_id";i:4;}";}', 0.5, 0, 'tea-green', 'Green tea', NULL, 1, 0, 0, 0, 0, 9.9, 9.9, 9.9, 9.9, 9.9, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (7, 3, 5, 5007, 2, '2023-01-04 08:00:00', '2023-01-04 08:00:00', 16, 'simple', 'a:2:{s:15:"info_buyRequest";a:6:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"64";s:15:"related_product";s:0:"";s:3:"qty";i:1;s:13:"bundle_option";a:2:{i:4;s:2:"11";i:5;a:1:{i:0;s:2:"13";}}s:17:"bundle_option_qty";a:2:{i:4;i:1;i:5;i:2;}}s:27:"bundle_selection_attributes";s:99:"a:4:{s:5:"price";d:5;s:3:"qty";d:2;s:12:"option_label";s:15:"Mugs – Tassen";s:9:"option_id";i:5;}";}', 0.5, 0, 'mug-blue', 'Mug, blue', NULL, 2, 0, 0, 0, 0, 5, 5, 5, 10, 10, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (9, 5, NULL, 5009, 3, '2023-02-01 08:00:00', '2023-02-01 08:00:00', 65, 'grouped', 'a:2:{s:15:"info_buyRequest";a:4:{s:7:"product";s:2:"68";s:11:"super_group";a:2:{i:65;s:1:"1";i:66;s:1:"2";}s:20:"super_product_config";a:2:{s:12:"product_type";s:7:"grouped";s:10:"product_id";s:2:"68";}s:3:"qty";i:1;}s:20:"super_product_config";a:3:{s:12:"product_code";s:12:"product_type";s:12:"product_type";s:7:"grouped";s:10:"product_id";s:2:"68";}}', 0.5, 0, 'tea-green', 'Green tea', NULL, 1, 0, 0, 0, 0, 3, 3, 3, 3, 3, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (10, 5, NULL, 5010, 3, '2023-02-01 08:00:00', '2023-02-01 08:00:00', 66, 'grouped', 'a:2:{s:15:"info_buyRequest";a:4:{s:7:"product";s:2:"68";s:11:"super_group";a:2:{i:65;s:1:"1";i:66;s:1:"2";}s:20:"super_product_config";a:2:{s:12:"product_type";s:7:"grouped";s:10:"product_id";s:2:"68";}s:3:"qty";i:2;}s:20:"super_product_config";a:3:{s:12:"product_code";s:12:"product_type";s:12:"product_type";s:7:"grouped";s:10:"product_id";s:2:"68";}}', 0.5, 0, 'tea-black', 'Black tea', NULL, 2, 0, 0, 0, 0, 4, 4, 4, 8, 8, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (12, 6, NULL, 5012, 1, '2023-02-02 08:00:00', '2023-02-02 09:00:00', 70, 'downloadable', 'a:4:{s:15:"info_buyRequest";a:5:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"70";s:15:"related_product";s:0:"";s:3:"qty";i:1;s:5:"links";a:2:{i:0;s:2:"21";i:1;s:2:"22";}}s:5:"links";a:2:{i:0;s:2:"21";i:1;s:2:"22";}s:15:"is_downloadable";b:1;s:17:"real_product_type";s:12:"downloadable";}', 0.5, 1, 'ebook', 'E-book « Édition »', NULL, 1, 1, 0, 0, 0, 19, 19, 19, 19, 19, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (13, 6, NULL, 5013, 1, '2023-02-02 08:00:00', '2023-02-02 09:00:00', 72, 'virtual', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"72";s:15:"related_product";s:0:"";s:3:"qty";i:1;}}', 0.5, 1, 'warranty', 'Warranty', NULL, 1, 1, 0, 0, 0, 10, 10, 10, 10, 10, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (15, 8, NULL, 5015, 1, '2023-03-01 00:00:01', '2023-03-05 12:00:00', 74, 'simple', 'a:2:{s:15:"info_buyRequest";a:6:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"74";s:15:"related_product";s:0:"";s:3:"qty";i:2;s:7:"options";a:4:{i:31;s:9:"Für Zoë";i:32;s:2:"51";i:33;a:9:{s:4:"type";s:10:"image/jpeg";s:5:"title";s:19:"Zoë – Urlaub.jpg";s:10:"quote_path";s:38:"/media/custom_options/quote/Z/o/4e.jpg";s:10:"order_path";s:38:"/media/custom_options/order/Z/o/4e.jpg";s:8:"fullpath";s:46:"/var/www/media/custom_options/quote/Z/o/4e.jpg";s:4:"size";s:5:"48211";s:5:"width";i:800;s:6:"height";i:600;s:10:"secret_key";s:20:"2ab0e3b0c8f1d4a5b6c7";}i:34;a:2:{i:0;s:2:"55";i:1;s:2:"56";}}s:22:"options_33_file_action";s:8:"save_new";}s:7:"options";a:4:{i:0;a:7:{s:5:"label";s:9:"Engraving";s:5:"value";s:9:"Für Zoë";s:11:"print_value";s:9:"Für Zoë";s:9:"option_id";s:2:"31";s:11:"option_type";s:5:"field";s:12:"option_value";s:9:"Für Zoë";s:11:"custom_view";b:0;}i:1;a:7:{s:5:"label";s:8:"Wrapping";s:5:"value";s:5:"Paper";s:11:"print_value";s:5:"Paper";s:9:"option_id";s:2:"32";s:11:"option_type";s:9:"drop_down";s:12:"option_value";s:2:"51";s:11:"custom_view";b:0;}i:2;a:7:{s:5:"label";s:5:"Photo";s:5:"value";s:131:"<a href="http://old.example.com/sales/download/downloadCustomOption/id/3301/" target="_blank">Zoë – Urlaub.jpg</a> 800 x 600 px.";s:11:"print_value";s:33:"Zoë – Urlaub.jpg 800 x 600 px.";s:9:"option_id";s:2:"33";s:11:"option_type";s:4:"file";s:12:"option_value";s:526:"a:10:{s:4:"type";s:10:"image/jpeg";s:5:"title";s:19:"Zoë – Urlaub.jpg";s:10:"quote_path";s:38:"/media/custom_options/quote/Z/o/4e.jpg";s:10:"order_path";s:38:"/media/custom_options/order/Z/o/4e.jpg";s:8:"fullpath";s:46:"/var/www/media/custom_options/quote/Z/o/4e.jpg";s:4:"size";s:5:"48211";s:5:"width";i:800;s:6:"height";i:600;s:10:"secret_key";s:20:"2ab0e3b0c8f1d4a5b6c7";s:3:"url";a:2:{s:5:"route";s:35:"sales/download/downloadCustomOption";s:6:"params";a:2:{s:2:"id";s:4:"3301";s:3:"key";s:20:"2ab0e3b0c8f1d4a5b6c7";}}}";s:11:"custom_view";b:1;}i:3;a:7:{s:5:"label";s:6:"Extras";s:5:"value";s:9:"Box, Card";s:11:"print_value";s:9:"Box, Card";s:9:"option_id";s:2:"34";s:11:"option_type";s:8:"checkbox";s:12:"option_value";s:5:"55,56";s:11:"custom_view";b:0;}}}', 0.5, 0, 'mug-print', 'Mug, printed', NULL, 2, 2, 0, 1, 0, 13, 13, 13, 26, 26, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (16, 8, NULL, 5016, 1, '2023-03-01 00:00:01', '2023-03-05 12:00:00', 74, 'simple', 'a:2:{s:15:"info_buyRequest";a:5:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"74";s:15:"related_product";s:0:"";s:3:"qty";i:2;s:7:"options";a:3:{i:31;s:2:"52";i:32;s:2:"52";i:34;a:1:{i:0;s:2:"55";}}}s:7:"options";a:3:{i:0;a:7:{s:5:"label";s:9:"Engraving";s:5:"value";s:2:"52";s:11:"print_value";s:2:"52";s:9:"option_id";s:2:"31";s:11:"option_type";s:5:"field";s:12:"option_value";s:2:"52";s:11:"custom_view";b:0;}i:1;a:7:{s:5:"label";s:8:"Wrapping";s:5:"value";s:4:"None";s:11:"print_value";s:4:"None";s:9:"option_id";s:2:"32";s:11:"option_type";s:9:"drop_down";s:12:"option_value";s:2:"52";s:11:"custom_view";b:0;}i:2;a:7:{s:5:"label";s:6:"Extras";s:5:"value";s:3:"Box";s:11:"print_value";s:3:"Box";s:9:"option_id";s:2:"34";s:11:"option_type";s:8:"checkbox";s:12:"option_value";s:2:"55";s:11:"custom_view";b:0;}}}', 0.5, 0, 'mug-print', 'Mug, printed', NULL, 2, 2, 0, 0, 0, 13, 13, 13, 26, 26, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (18, 9, NULL, 5018, 1, '2023-03-02 10:00:00', '2023-03-20 10:00:00', 27, 'simple', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"27";s:15:"related_product";s:0:"";s:3:"qty";i:2;}}', 0.5, 0, 'mug-red', 'Mug, red', '1,2', 2, 2, 2, 0, 0, 20, 20, 20, 40, 40, 20, 7.2, 4, 'a:0:{}', NULL, NULL),
    (20, 10, NULL, 5020, 6, '2023-04-01 10:00:00', '2023-04-10 10:00:00', 16, 'simple', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"16";s:15:"related_product";s:0:"";s:3:"qty";i:1;}}', 0.5, 0, 'mug-blue', 'Mug, blue', NULL, 1, 1, 0, 1, 0, 10, 10, 10, 10, 10, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (22, 12, NULL, 5022, 2, '2023-05-01 10:00:00', '2023-05-02 10:00:00', 16, 'simple', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"16";s:15:"related_product";s:0:"";s:3:"qty";i:1;}}', 0.5, 0, 'mug-blue', 'Mug, blue', NULL, 1, 0, 0, 0, 1, 10, 10, 10, 10, 10, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (23, 13, NULL, 5023, 2, '2023-05-02 10:00:00', '2023-05-02 10:00:00', 16, 'simple', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"16";s:15:"related_product";s:0:"";s:3:"qty";i:2;}}', 0.5, 0, 'mug-blue', 'Mug, blue', NULL, 2, 0, 0, 0, 0, 10, 10, 10, 20, 20, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (25, 15, NULL, 5025, NULL, '0000-00-00 00:00:00', '2018-01-01 10:00:00', 80, 'simple', 'a:1:{s:15:"info_buyRequest";a:1:{s:3:"qty";i:1;}', 0.5, 0, 'mug-old', 'Mug, old', NULL, 1, 1, 1, 0, 0, 12, 12, 12, 12, 12, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (27, 16, NULL, 5027, 1, '2024-07-01 10:00:00', '2024-07-01 10:00:00', 60, 'configurable', 'a:6:{s:15:"info_buyRequest";a:5:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"60";s:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:15:"super_attribute";a:2:{i:501;s:3:"602";i:502;s:3:"612";}}s:15:"attributes_info";a:2:{i:0;a:2:{s:5:"label";s:5:"Color";s:5:"value";s:4:"Blue";}i:1;a:2:{s:5:"label";s:4:"Size";s:5:"value";s:1:"L";}}s:11:"simple_name";s:14:"Shirt, blue, L";s:10:"simple_sku";s:12:"shirt-blue-l";s:20:"product_calculations";i:1;s:13:"shipment_type";i:0;}', 0.5, 0, 'shirt-blue-l', 'Shirt', NULL, 1, 0, 0, 0, 0, 25, 25, 25, 25, 25, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (28, 16, 27, 5028, 1, '2024-07-01 10:00:00', '2024-07-01 10:00:00', 62, 'simple', 'a:1:{s:15:"info_buyRequest";a:5:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"60";s:15:"related_product";s:0:"";s:3:"qty";s:1:"1";s:15:"super_attribute";a:2:{i:501;s:3:"602";i:502;s:3:"612";}}}', 0.5, 0, 'shirt-blue-l', 'Shirt, blue, L', NULL, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, 'a:0:{}', NULL, NULL),
    (29, 16, NULL, 5029, 1, '2024-07-01 10:00:00', '2024-07-01 10:00:00', 51, 'configurable', 'a:1:{s:15:"info_buyRequest";a:4:{s:4:"uenc";s:32:"aHR0cDovL29sZC5leGFtcGxlLmNvbS8,";s:7:"product";s:2:"51";s:15:"related_product";s:0:"";s:3:"qty";i:1;}}', 0.5, 0, 'mug-set', 'Mug set', NULL, 1, 0, 0, 0, 0, 49, 49, 49, 49, 49, NULL, NULL, NULL, 'a:0:{}', NULL, NULL);

INSERT INTO sales_flat_order_payment
    (entity_id, parent_id, method, additional_information, last_trans_id, quote_payment_id, amount_ordered, amount_paid, po_number, cc_type, cc_last4, cc_number_enc, cc_exp_month, cc_exp_year)
VALUES
    (1, 1, 'checkmo', NULL, NULL, 701, 41, 41, NULL, NULL, NULL, NULL, NULL, NULL),
    (2, 2, 'banktransfer', 'a:1:{s:12:"instructions";s:28:"Überweisen Sie an AT00 0000";}', NULL, 702, 35, 35, NULL, NULL, NULL, NULL, NULL, NULL),
    (3, 3, 'checkmo', 'a:0:{}', NULL, 703, 28.88, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (5, 5, 'checkmo', NULL, NULL, 705, 16, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (6, 6, 'free', NULL, NULL, 706, 29, 29, NULL, NULL, NULL, NULL, NULL, NULL),
    (8, 8, 'checkmo', NULL, NULL, 708, 57, 57, NULL, NULL, NULL, NULL, NULL, NULL),
    (9, 9, 'ccsave', NULL, NULL, 709, 48.2, 48.2, NULL, 'VI', '1111', '0:2:c6f1+/=', '1', '2025'),
    (10, 10, 'acme_wallet', '{"wallet":"W-1","note":"Zürich \\u2013 ok","amount":15.00}', 'W-1-refund', 710, 15, 15, NULL, NULL, NULL, NULL, NULL, NULL),
    (12, 12, 'checkmo', NULL, NULL, 712, 15, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (13, 13, 'checkmo', NULL, NULL, 713, 25, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (15, 15, 'checkmo', NULL, NULL, 715, 17, 17, NULL, NULL, NULL, NULL, NULL, NULL),
    (16, 16, 'purchaseorder', NULL, NULL, 716, 79, NULL, 'PO/77', NULL, NULL, NULL, NULL, NULL);

INSERT INTO sales_payment_transaction
    (transaction_id, parent_id, order_id, payment_id, txn_id, parent_txn_id, txn_type, is_closed, additional_information, created_at)
VALUES
    (1, NULL, 10, 10, 'W-1', NULL, 'authorization', 1, NULL, '2023-04-01 10:00:01'),
    (2, 1, 10, 10, 'W-1-capture', 'W-1', 'capture', 1, 'a:1:{s:16:"raw_details_info";a:2:{s:6:"status";s:9:"Completed";s:3:"fee";s:4:"0.45";}}', '2023-04-02 10:00:00'),
    (3, 2, 10, 10, 'W-1-refund', 'W-1-capture', 'refund', 1, NULL, '2023-04-10 10:00:00'),
    (5, NULL, 2, 2, 'T-9', NULL, 'capture', 0, NULL, '2023-01-03 08:00:10');

INSERT INTO sales_billing_agreement_order
    (agreement_id, order_id)
VALUES
    (1, 10);

-- 11 and 12 are equal but for their ids, as a double click makes them.
INSERT INTO sales_flat_order_status_history
    (entity_id, parent_id, is_customer_notified, is_visible_on_front, comment, status, created_at, entity_name)
VALUES
    (1, 1, 0, 0, NULL, 'pending', '2023-01-02 03:04:05', 'order'),
    (2, 1, 1, 1, 'Sent today.\n"Enjoy"', 'processing', '2023-01-05 10:00:00', 'shipment'),
    (3, 1, 0, 0, NULL, 'complete', '2023-01-09 10:00:00', 'order'),
    (4, 2, 0, 0, NULL, 'pending', '2023-01-03 08:00:00', 'order'),
    (5, 2, 1, 1, 'Es fehlt noch ein Teil – bald!', 'awaiting_parts', '2023-01-10 11:00:00', 'order'),
    (6, 3, 0, 0, NULL, 'pending', '2023-01-04 08:00:00', 'order'),
    (8, 5, 0, 0, NULL, 'pending', '2023-02-01 08:00:00', 'order'),
    (9, 6, 0, 0, NULL, 'complete', '2023-02-02 09:00:00', 'invoice'),
    (10, 8, 0, 0, NULL, 'pending', '2023-03-01 00:00:01', 'order'),
    (11, 8, 0, 0, NULL, 'processing', '2023-03-03 12:00:00', 'invoice'),
    (12, 8, 0, 0, NULL, 'processing', '2023-03-03 12:00:00', 'invoice'),
    (13, 9, NULL, 0, '', 'complete', '2023-03-20 10:00:00', NULL),
    (15, 10, 1, 1, 'Refunded', 'closed', '2023-04-10 10:00:00', 'creditmemo'),
    (16, 12, 0, 0, NULL, 'canceled', '2023-05-02 10:00:00', 'order'),
    (17, 13, 0, 0, NULL, 'pending', '2023-05-02 10:00:00', 'order'),
    (18, 15, 0, 0, NULL, 'complete', '0000-00-00 00:00:00', NULL),
    (19, 16, 0, 0, 'I pay soon', 'pending', '2024-07-01 10:00:00', 'order');

INSERT INTO sales_order_tax
    (tax_id, order_id, code, title, percent, amount, base_amount, base_real_amount, priority, position, process, hidden)
VALUES
    (1, 1, 'US-CA-*-Rate', 'Sales tax', 20, 6, 6, 6, 1, 1, 0, 0),
    (2, 2, 'AT-*-*-20', 'USt. 20 %', 20, 5, 5, 5, 1, 1, 0, 0),
    (4, 9, 'DE-*-*-15', 'USt.', 15, 5.4, 5.4, 5.4, 1, 1, 0, 0),
    (5, 9, 'DE-*-*-5', 'Zusatz', 5, 1.8, 1.8, 1.8, 2, 2, 0, 0);

INSERT INTO sales_order_tax_item
    (tax_item_id, tax_id, item_id, tax_percent)
VALUES
    (1, 1, 1, 20),
    (2, 1, 2, 20),
    (3, 2, 3, 20),
    (4, 4, 18, 15),
    (5, 5, 18, 5);

INSERT INTO downloadable_link_purchased
    (purchased_id, order_id, order_increment_id, order_item_id, created_at, updated_at, customer_id, product_name, product_sku, link_section_title)
VALUES
    (1, 6, '100000002', 12, '2023-02-02 08:00:00', '2023-02-02 08:00:00', 52, 'E-book « Édition »', 'ebook', 'Links');

INSERT INTO downloadable_link_purchased_item
    (item_id, purchased_id, order_item_id, product_id, link_hash, number_of_downloads_bought, number_of_downloads_used, link_id, link_title, is_shareable, link_url, link_type, status, created_at, updated_at)
VALUES
    (1, 1, 12, 70, 'MC4xMjM0NTY3OCAxNjc1MzI0ODAwMTI3MA,,', 5, 2, 21, 'Part one', 2, 'http://old.example.com/one.pdf', 'url', 'available', '2023-02-02 08:00:00', '2023-02-03 08:00:00'),
    (2, 1, 12, 70, 'MC44NzY1NDMyMSAxNjc1MzI0ODAwMTI3MA,,', 0, 0, 22, 'Part two', 2, 'http://old.example.com/two.pdf', 'url', 'available', '2023-02-02 08:00:00', '2023-02-02 08:00:00');

INSERT INTO sales_flat_order_grid
    (entity_id, status, store_id, store_name, customer_id, base_grand_total, base_total_paid, grand_total, total_paid, increment_id, base_currency_code, order_currency_code, shipping_name, billing_name, created_at, updated_at)
VALUES
    (1, 'complete', 1, 'Main Website\nMain Store\nEnglish', 12, 41, 41, 41, 41, '100000001', 'EUR', 'EUR', 'Dave Miller', 'Dave Miller', '2023-01-02 03:04:05', '2023-01-09 10:00:00'),
    (2, 'awaiting_parts', 2, 'Main Website\nMain Store\nGerman', 3, 35, 35, 35, 35, '200000001', 'EUR', 'EUR', 'Anna Grüber', 'Anna Grüber', '2023-01-03 08:00:00', '2023-01-10 11:00:00'),
    (3, 'pending', 2, 'Main Website\nMain Store\nGerman', NULL, 28.88, NULL, 28.88, NULL, '200000002', 'EUR', 'EUR', 'Anna Grüber', 'Anna Grüber', '2023-01-04 08:00:00', '2023-01-04 08:00:00'),
    (5, 'pending', 3, 'Main Website\nMain Store\nFrench', 7, 16, NULL, 16, NULL, '300000001', 'EUR', 'EUR', 'Chloé Noël', 'Chloé Noël', '2023-02-01 08:00:00', '2023-02-01 08:00:00'),
    (6, 'complete', 1, 'Main Website\nMain Store\nEnglish', 52, 29, 29, 29, 29, '100000002', 'EUR', 'EUR', NULL, 'Иван Петров', '2023-02-02 08:00:00', '2023-02-02 09:00:00'),
    (8, 'processing', 1, 'Main Website\nMain Store\nEnglish', NULL, 57, 57, 57, 57, '100000003', 'EUR', 'EUR', 'Zoë Łukasz', 'Zoë Łukasz', '2023-03-01 00:00:01', '2023-03-05 12:00:00'),
    (9, 'complete', 1, 'Main Website\nMain Store\nEnglish', 34, 48.2, 48.2, 48.2, 48.2, '100000004', 'EUR', 'EUR', '花 山田', '花 山田', '2023-03-02 10:00:00', '2023-03-20 10:00:00'),
    (10, 'closed', 6, 'Outlet\nOutlet Store\nOutlet English', 20, 15, 15, 15, 15, '600000001', 'EUR', 'EUR', 'Fiona O\'Hara', 'Fiona O\'Hara', '2023-04-01 10:00:00', '2023-04-10 10:00:00'),
    (12, 'canceled', 2, 'Main Website\nMain Store\nGerman', 4, 15, NULL, 15, NULL, '200000003', 'EUR', 'EUR', 'Björn Sträßer', 'Björn Sträßer', '2023-05-01 10:00:00', '2023-05-02 10:00:00'),
    (13, 'pending', 2, 'Main Website\nMain Store\nGerman', 4, 25, NULL, 25, NULL, '200000003-1', 'EUR', 'EUR', 'Björn Sträßer', 'Björn Sträßer', '2023-05-02 10:00:00', '2023-05-02 10:00:00'),
    (15, 'complete', NULL, 'Main Website\nMain Store\nItalian', NULL, 17, 17, 17, 17, '100000005', 'EUR', 'EUR', 'Gone Away', 'Gone Away', '0000-00-00 00:00:00', '2018-01-01 10:00:00'),
    (16, 'pending', 1, 'Main Website\nMain Store\nEnglish', 90, 79, NULL, 79, NULL, '100000006', 'EUR', 'EUR', 'Karin Weiß', 'Karin Weiß', '2024-07-01 10:00:00', '2024-07-01 10:00:00');

-- Documents. Order 8 is invoiced in two parts, of one sku each; 10 is refunded without its invoice.
INSERT INTO sales_flat_invoice
    (entity_id, order_id, store_id, increment_id, state, grand_total, base_grand_total, shipping_amount, tax_amount, subtotal, total_qty, billing_address_id, shipping_address_id, is_used_for_refund, store_currency_code, base_currency_code, order_currency_code, transaction_id, can_void_flag, email_sent, created_at, updated_at)
VALUES
    (1, 1, 1, '100000001', 2, 41, 41, 5, 6, 30, 3, 1, 2, NULL, 'EUR', 'EUR', 'EUR', NULL, 0, 1, '2023-01-03 10:00:00', '2023-01-03 10:00:00'),
    (2, 2, 2, '200000001', 2, 35, 35, 5, 5, 25, 1, 3, 4, NULL, 'EUR', 'EUR', 'EUR', NULL, 0, 1, '2023-01-04 10:00:00', '2023-01-04 10:00:00'),
    (3, 8, 1, '100000002', 2, 31, 31, 5, 0, 26, 2, 15, 16, 1, 'EUR', 'EUR', 'EUR', NULL, 0, 1, '2023-03-02 12:00:00', '2023-03-02 12:00:00'),
    (4, 8, 1, '100000003', 2, 26, 26, 0, 0, 26, 2, 15, 16, NULL, 'EUR', 'EUR', 'EUR', NULL, 0, 1, '2023-03-03 12:00:00', '2023-03-03 12:00:00'),
    (6, 6, 1, '100000004', 2, 29, 29, 0, 0, 29, 2, 11, NULL, NULL, 'EUR', 'EUR', 'EUR', NULL, 0, 1, '2023-02-02 08:30:00', '2023-02-02 08:30:00'),
    (7, 9, 1, '100000005', 2, 48.2, 48.2, 5, 7.2, 36.0, 2, 17, 18, NULL, 'EUR', 'EUR', 'EUR', NULL, 0, 1, '2023-03-03 10:00:00', '2023-03-03 10:00:00'),
    (8, 10, 6, '600000001', 2, 15, 15, 5, 0, 10, 1, 19, 20, NULL, 'EUR', 'EUR', 'EUR', 'W-1-capture', 0, 1, '2023-04-02 10:00:00', '2023-04-02 10:00:00');

INSERT INTO sales_flat_invoice_item
    (entity_id, parent_id, order_item_id, product_id, sku, name, qty, price, row_total, tax_amount, weee_tax_applied)
VALUES
    (1, 1, 1, 16, 'mug-blue', 'Mug, blue', 2, 10, 20, 4, 'a:0:{}'),
    (2, 1, 2, 27, 'mug-red', 'Mug, red', 1, 10, 10, 2, 'a:0:{}'),
    (3, 2, 3, 60, 'shirt-red-m', 'Shirt', 1, 25, 25, 5, 'a:0:{}'),
    (4, 2, 4, 61, 'shirt-red-m', 'Shirt, red, M', 1, 0, 0, NULL, 'a:0:{}'),
    (5, 3, 15, 74, 'mug-print', 'Mug, printed', 2, 13, 26, NULL, 'a:0:{}'),
    (6, 4, 16, 74, 'mug-print', 'Mug, printed', 2, 13, 26, NULL, 'a:0:{}'),
    (7, 6, 12, 70, 'ebook', 'E-book « Édition »', 1, 19, 19, NULL, 'a:0:{}'),
    (8, 6, 13, 72, 'warranty', 'Warranty', 1, 10, 10, NULL, 'a:0:{}'),
    (9, 7, 18, 27, 'mug-red', 'Mug, red', 2, 20, 40, 7.2, 'a:0:{}'),
    (10, 8, 20, 16, 'mug-blue', 'Mug, blue', 1, 10, 10, NULL, 'a:0:{}');

INSERT INTO sales_flat_invoice_comment
    (entity_id, parent_id, is_customer_notified, is_visible_on_front, comment, created_at)
VALUES
    (1, 1, 1, 1, 'Thank you', '2023-01-03 10:00:00'),
    (2, 3, 0, 0, 'First half – erste Hälfte', '2023-03-02 12:00:00');

INSERT INTO sales_flat_invoice_grid
    (entity_id, store_id, base_grand_total, grand_total, order_id, state, store_currency_code, order_currency_code, base_currency_code, increment_id, order_increment_id, created_at, order_created_at, billing_name)
VALUES
    (1, 1, 41, 41, 1, 2, 'EUR', 'EUR', 'EUR', '100000001', '100000001', '2023-01-03 10:00:00', '2023-01-02 03:04:05', 'Dave Miller'),
    (2, 2, 35, 35, 2, 2, 'EUR', 'EUR', 'EUR', '200000001', '200000001', '2023-01-04 10:00:00', '2023-01-03 08:00:00', 'Anna Grüber'),
    (3, 1, 31, 31, 8, 2, 'EUR', 'EUR', 'EUR', '100000002', '100000003', '2023-03-02 12:00:00', '2023-03-01 00:00:01', 'Zoë Łukasz'),
    (4, 1, 26, 26, 8, 2, 'EUR', 'EUR', 'EUR', '100000003', '100000003', '2023-03-03 12:00:00', '2023-03-01 00:00:01', 'Zoë Łukasz'),
    (6, 1, 29, 29, 6, 2, 'EUR', 'EUR', 'EUR', '100000004', '100000002', '2023-02-02 08:30:00', '2023-02-02 08:00:00', 'Иван Петров'),
    (7, 1, 48.2, 48.2, 9, 2, 'EUR', 'EUR', 'EUR', '100000005', '100000004', '2023-03-03 10:00:00', '2023-03-02 10:00:00', '花 山田'),
    (8, 6, 15, 15, 10, 2, 'EUR', 'EUR', 'EUR', '600000001', '600000001', '2023-04-02 10:00:00', '2023-04-01 10:00:00', 'Fiona O\'Hara');

INSERT INTO sales_flat_shipment
    (entity_id, order_id, store_id, increment_id, customer_id, billing_address_id, shipping_address_id, total_qty, total_weight, shipment_status, email_sent, packages, shipping_label, created_at, updated_at)
VALUES
    (1, 1, 1, '100000001', 12, 1, 2, 2, NULL, NULL, 1, 'a:1:{i:1;a:2:{s:6:"params";a:3:{s:9:"container";s:0:"";s:6:"weight";d:1.5;s:6:"length";s:2:"20";}s:5:"items";a:1:{i:1;a:6:{s:3:"qty";s:1:"2";s:5:"price";s:7:"10.0000";s:4:"name";s:9:"Mug, blue";s:6:"weight";s:6:"0.5000";s:10:"product_id";s:2:"16";s:13:"order_item_id";s:1:"1";}}}}', X'255044460A00FF27', '2023-01-04 10:00:00', '2023-01-04 10:00:00'),
    (2, 1, 1, '100000002', 12, 1, 2, 1, NULL, NULL, 1, NULL, NULL, '2023-01-05 10:00:00', '2023-01-05 10:00:00'),
    (4, 9, 1, '100000003', 34, 17, 18, 2, NULL, NULL, 1, NULL, NULL, '2023-03-04 10:00:00', '2023-03-04 10:00:00');

INSERT INTO sales_flat_shipment_item
    (entity_id, parent_id, order_item_id, product_id, sku, name, qty, price, weight)
VALUES
    (1, 1, 1, 16, 'mug-blue', 'Mug, blue', 2, 10, 0.5),
    (2, 2, 2, 27, 'mug-red', 'Mug, red', 1, 10, 0.5),
    (3, 4, 18, 27, 'mug-red', 'Mug, red', 2, 20, 0.5);

INSERT INTO sales_flat_shipment_comment
    (entity_id, parent_id, is_customer_notified, is_visible_on_front, comment, created_at)
VALUES
    (1, 2, 1, 1, 'The second parcel', '2023-01-05 10:00:00');

INSERT INTO sales_flat_shipment_track
    (entity_id, parent_id, order_id, track_number, title, carrier_code, description, created_at, updated_at)
VALUES
    (1, 1, 1, '1Z999AA10123456784', 'United Parcel', 'ups', NULL, '2023-01-04 10:01:00', '2023-01-04 10:01:00'),
    (2, 1, 1, 'AT-Ü/2', 'Post', 'custom', 'Box 2', '2023-01-04 10:02:00', '2023-01-04 10:02:00'),
    (4, 2, 1, '1Z999AA10123456785', 'United Parcel', 'ups', NULL, '2023-01-05 10:01:00', '2023-01-05 10:01:00'),
    (5, 4, 9, '00340434', 'DHL', 'dhl', NULL, '2023-03-04 10:01:00', '2023-03-04 10:01:00');

INSERT INTO sales_flat_shipment_grid
    (entity_id, store_id, total_qty, order_id, shipment_status, increment_id, order_increment_id, created_at, order_created_at, shipping_name)
VALUES
    (1, 1, 2, 1, NULL, '100000001', '100000001', '2023-01-04 10:00:00', '2023-01-02 03:04:05', 'Dave Miller'),
    (2, 1, 1, 1, NULL, '100000002', '100000001', '2023-01-05 10:00:00', '2023-01-02 03:04:05', 'Dave Miller'),
    (4, 1, 2, 9, NULL, '100000003', '100000004', '2023-03-04 10:00:00', '2023-03-02 10:00:00', '花 山田');

INSERT INTO sales_flat_creditmemo
    (entity_id, order_id, store_id, increment_id, invoice_id, state, grand_total, base_grand_total, subtotal, shipping_amount, adjustment, adjustment_positive, billing_address_id, shipping_address_id, creditmemo_status, store_currency_code, base_currency_code, order_currency_code, transaction_id, email_sent, created_at, updated_at)
VALUES
    (1, 8, 1, '100000001', 3, 2, 13, 13, 13, 0, 0, 0, 15, 16, NULL, 'EUR', 'EUR', 'EUR', NULL, 1, '2023-03-05 12:00:00', '2023-03-05 12:00:00'),
    (2, 10, 6, '600000001', NULL, 2, 15, 15, 10, 5, 0, 0, 19, 20, NULL, 'EUR', 'EUR', 'EUR', 'W-1-refund', 1, '2023-04-10 10:00:00', '2023-04-10 10:00:00');

INSERT INTO sales_flat_creditmemo_item
    (entity_id, parent_id, order_item_id, product_id, sku, name, qty, price, row_total, weee_tax_applied)
VALUES
    (1, 1, 15, 74, 'mug-print', 'Mug, printed', 1, 13, 13, 'a:0:{}'),
    (2, 2, 20, 16, 'mug-blue', 'Mug, blue', 1, 10, 10, 'a:0:{}');

INSERT INTO sales_flat_creditmemo_comment
    (entity_id, parent_id, is_customer_notified, is_visible_on_front, comment, created_at)
VALUES
    (1, 1, 0, 0, 'One was broken', '2023-03-05 12:00:00'),
    (2, 2, 1, 1, 'Zurück', '2023-04-10 10:00:00');

INSERT INTO sales_flat_creditmemo_grid
    (entity_id, store_id, base_grand_total, grand_total, order_id, creditmemo_status, state, invoice_id, store_currency_code, order_currency_code, base_currency_code, increment_id, order_increment_id, created_at, order_created_at, billing_name)
VALUES
    (1, 1, 13, 13, 8, NULL, 2, 3, 'EUR', 'EUR', 'EUR', '100000001', '100000003', '2023-03-05 12:00:00', '2023-03-01 00:00:01', 'Zoë Łukasz'),
    (2, 6, 15, 15, 10, NULL, 2, NULL, 'EUR', 'EUR', 'EUR', '600000001', '600000001', '2023-04-10 10:00:00', '2023-04-01 10:00:00', 'Fiona O\'Hara');

-- The numbers given last.
INSERT INTO eav_entity_store
    (entity_store_id, entity_type_id, store_id, increment_prefix, increment_last_id)
VALUES
    (1, 4, 1, '1', '100000006'),
    (2, 4, 2, '2', '200000003'),
    (3, 4, 3, '3', '300000001'),
    (4, 4, 6, '6', '600000001'),
    (5, 18, 1, '1', '100000005'),
    (6, 18, 2, '2', '200000001'),
    (7, 18, 6, '6', '600000001'),
    (8, 24, 1, '1', '100000003'),
    (9, 28, 1, '1', '100000001'),
    (10, 28, 6, '6', '600000001');
