-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- The same settings under other ids, every counter far away.

INSERT INTO eav_entity_type
    (entity_type_id, entity_type_code, entity_model, attribute_model, entity_table, increment_model, increment_per_store, increment_pad_length, increment_pad_char)
VALUES
    (36, 'order', 'sales/order', '', 'sales/order', 'eav/entity_increment_numeric', 1, 8, '0'),
    (37, 'invoice', 'sales/order_invoice', '', 'sales/invoice', 'eav/entity_increment_numeric', 1, 8, '0'),
    (38, 'creditmemo', 'sales/order_creditmemo', '', 'sales/creditmemo', 'eav/entity_increment_numeric', 1, 8, '0'),
    (39, 'shipment', 'sales/order_shipment', '', 'sales/shipment', 'eav/entity_increment_numeric', 1, 8, '0');

INSERT INTO sales_order_status
    (status, label)
VALUES
    ('canceled', 'Canceled'),
    ('closed', 'Closed'),
    ('complete', 'Complete'),
    ('pending', 'Pending'),
    ('processing', 'Processing');

INSERT INTO sales_order_status_state
    (status, state, is_default)
VALUES
    ('canceled', 'canceled', 1),
    ('closed', 'closed', 1),
    ('complete', 'complete', 1),
    ('pending', 'new', 1),
    ('processing', 'processing', 1);

-- Two stores continue the old shop's numbers, French has never sold anything.
INSERT INTO eav_entity_store
    (entity_store_id, entity_type_id, store_id, increment_prefix, increment_last_id)
VALUES
    (401, 36, 31, '1', '100000000'),
    (402, 36, 12, '2', '200000002'),
    (403, 36, 35, '35', '3500000002'),
    (404, 37, 31, '1', '100000000'),
    (405, 37, 35, '35', '3500000001');

ALTER TABLE eav_entity_store AUTO_INCREMENT = 500;
ALTER TABLE gift_message AUTO_INCREMENT = 43300;
ALTER TABLE sales_billing_agreement AUTO_INCREMENT = 43600;
ALTER TABLE sales_flat_order AUTO_INCREMENT = 44000;
ALTER TABLE sales_flat_order_address AUTO_INCREMENT = 45000;
ALTER TABLE sales_flat_order_item AUTO_INCREMENT = 46000;
ALTER TABLE sales_flat_order_payment AUTO_INCREMENT = 47000;
ALTER TABLE sales_flat_order_status_history AUTO_INCREMENT = 48000;
ALTER TABLE sales_payment_transaction AUTO_INCREMENT = 49000;
ALTER TABLE sales_order_tax AUTO_INCREMENT = 50000;
ALTER TABLE sales_order_tax_item AUTO_INCREMENT = 51000;
ALTER TABLE downloadable_link_purchased AUTO_INCREMENT = 52000;
ALTER TABLE downloadable_link_purchased_item AUTO_INCREMENT = 53000;
ALTER TABLE sales_flat_invoice AUTO_INCREMENT = 54000;
ALTER TABLE sales_flat_invoice_item AUTO_INCREMENT = 55000;
ALTER TABLE sales_flat_invoice_comment AUTO_INCREMENT = 56000;
ALTER TABLE sales_flat_shipment AUTO_INCREMENT = 57000;
ALTER TABLE sales_flat_shipment_item AUTO_INCREMENT = 58000;
ALTER TABLE sales_flat_shipment_comment AUTO_INCREMENT = 59000;
ALTER TABLE sales_flat_shipment_track AUTO_INCREMENT = 60000;
ALTER TABLE sales_flat_creditmemo AUTO_INCREMENT = 61000;
ALTER TABLE sales_flat_creditmemo_item AUTO_INCREMENT = 62000;
ALTER TABLE sales_flat_creditmemo_comment AUTO_INCREMENT = 63000;
ALTER TABLE salesrule AUTO_INCREMENT = 64000;
ALTER TABLE salesrule_label AUTO_INCREMENT = 65000;
ALTER TABLE salesrule_coupon AUTO_INCREMENT = 66000;
ALTER TABLE salesrule_customer AUTO_INCREMENT = 67000;
