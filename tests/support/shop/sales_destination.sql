-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What the destination shop has sold itself and must keep. Goes on top of destination_content.sql and
-- sales_base_destination.sql.

INSERT INTO salesrule
    (rule_id, name, is_active, conditions_serialized, actions_serialized, simple_action, discount_amount, discount_step, times_used, coupon_type)
VALUES
    (63001, 'Keep', 1, 'a:6:{s:4:"type";s:32:"salesrule/rule_condition_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";}', 'a:6:{s:4:"type";s:40:"salesrule/rule_condition_product_combine";s:9:"attribute";N;s:8:"operator";N;s:5:"value";b:1;s:18:"is_value_processed";N;s:10:"aggregator";s:3:"all";}', 'by_percent', 20, 0, 1, 2);

INSERT INTO salesrule_website
    (rule_id, website_id)
VALUES
    (63001, 7);

INSERT INTO salesrule_customer_group
    (rule_id, customer_group_id)
VALUES
    (63001, 41);

INSERT INTO salesrule_label
    (label_id, rule_id, store_id, label)
VALUES
    (64801, 63001, 0, 'Keep');

INSERT INTO salesrule_coupon
    (coupon_id, rule_id, code, times_used, is_primary, created_at, type)
VALUES
    (65801, 63001, 'KEEP20', 1, 1, '2023-01-01 10:00:00', 0);

INSERT INTO salesrule_coupon_usage
    (coupon_id, customer_id, times_used)
VALUES
    (65801, 60001, 1);

INSERT INTO salesrule_customer
    (rule_customer_id, rule_id, customer_id, times_used)
VALUES
    (66801, 63001, 60001, 1);

INSERT INTO sales_flat_order
    (entity_id, increment_id, state, status, store_id, store_name, customer_id, customer_is_guest, customer_group_id, customer_email, customer_firstname, customer_lastname, created_at, updated_at, billing_address_id, shipping_address_id, subtotal, grand_total, base_grand_total, applied_rule_ids, coupon_code, protect_code)
VALUES
    (43801, '3500000001', 'complete', 'complete', 35, 'Outlet\nOutlet Store\nOutlet English', 60001, 0, 41, 'keep1@example.com', 'Keep', 'Me', '2024-01-01 10:00:00', '2024-01-02 10:00:00', 44801, 44802, 10, 8, 8, '63001', 'KEEP20', 'aaaaaa'),
    (43802, '3500000002', 'new', 'pending', 35, 'Outlet\nOutlet Store\nOutlet English', NULL, 1, 0, 'anna.gruber@example.com', 'Anna', 'Grüber', '2024-01-03 10:00:00', '2024-01-03 10:00:00', 44803, 44804, 10, 10, 10, NULL, NULL, 'bbbbbb');

INSERT INTO sales_flat_order_address
    (entity_id, parent_id, address_type, customer_id, region_id, firstname, lastname, street, city, postcode, country_id)
VALUES
    (44801, 43801, 'billing', 60001, 995, 'Keep', 'Me', 'Ring 1', 'Wien', '1010', 'AT'),
    (44802, 43801, 'shipping', 60001, 995, 'Keep', 'Me', 'Ring 1', 'Wien', '1010', 'AT'),
    (44803, 43802, 'billing', NULL, 995, 'Anna', 'Grüber', 'Lindengasse 7', 'Wien', '1070', 'AT'),
    (44804, 43802, 'shipping', NULL, 995, 'Anna', 'Grüber', 'Lindengasse 7', 'Wien', '1070', 'AT');

INSERT INTO sales_flat_order_item
    (item_id, order_id, store_id, created_at, updated_at, product_id, product_type, product_options, sku, name, qty_ordered, qty_invoiced, price, row_total)
VALUES
    (45801, 43801, 35, '2024-01-01 10:00:00', '2024-01-01 10:00:00', 90020, 'simple', 'a:1:{s:15:"info_buyRequest";a:2:{s:7:"product";s:5:"90020";s:3:"qty";i:1;}}', 'KEEP-1', 'Keep', 1, 1, 10, 10),
    (45802, 43802, 35, '2024-01-03 10:00:00', '2024-01-03 10:00:00', 90016, 'simple', 'a:1:{s:15:"info_buyRequest";a:2:{s:7:"product";s:5:"90016";s:3:"qty";i:1;}}', 'mug-blue', 'Mug, blue', 1, 0, 10, 10);

INSERT INTO sales_flat_order_payment
    (entity_id, parent_id, method, amount_ordered)
VALUES
    (46801, 43801, 'checkmo', 8),
    (46802, 43802, 'checkmo', 10);

INSERT INTO sales_flat_order_status_history
    (entity_id, parent_id, status, comment, created_at, entity_name)
VALUES
    (47801, 43801, 'pending', NULL, '2024-01-01 10:00:00', 'order'),
    (47802, 43801, 'complete', 'Keep', '2024-01-02 10:00:00', 'invoice'),
    (47803, 43802, 'pending', NULL, '2024-01-03 10:00:00', 'order');

INSERT INTO sales_flat_order_grid
    (entity_id, status, store_id, store_name, customer_id, base_grand_total, grand_total, increment_id, billing_name, created_at, updated_at)
VALUES
    (43801, 'complete', 35, 'Outlet\nOutlet Store\nOutlet English', 60001, 8, 8, '3500000001', 'Keep Me', '2024-01-01 10:00:00', '2024-01-02 10:00:00'),
    (43802, 'pending', 35, 'Outlet\nOutlet Store\nOutlet English', NULL, 10, 10, '3500000002', 'Anna Grüber', '2024-01-03 10:00:00', '2024-01-03 10:00:00');

INSERT INTO sales_flat_invoice
    (entity_id, order_id, store_id, increment_id, state, grand_total, base_grand_total, billing_address_id, created_at, updated_at)
VALUES
    (53801, 43801, 35, '3500000001', 2, 8, 8, 44801, '2024-01-02 10:00:00', '2024-01-02 10:00:00');

INSERT INTO sales_flat_invoice_item
    (entity_id, parent_id, order_item_id, product_id, sku, qty, price, row_total)
VALUES
    (54801, 53801, 45801, 90020, 'KEEP-1', 1, 10, 10);

INSERT INTO sales_flat_invoice_grid
    (entity_id, store_id, grand_total, order_id, state, increment_id, order_increment_id, created_at, order_created_at, billing_name)
VALUES
    (53801, 35, 8, 43801, 2, '3500000001', '3500000001', '2024-01-02 10:00:00', '2024-01-01 10:00:00', 'Keep Me');
