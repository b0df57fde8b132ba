-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Settings that orders refer to, in the shop that grew. Goes on top of goods_source.sql and
-- schema_sales_*.sql.

INSERT INTO eav_entity_type
    (entity_type_id, entity_type_code, entity_model, attribute_model, entity_table, increment_model, increment_per_store, increment_pad_length, increment_pad_char)
VALUES
    (4, 'order', 'sales/order', '', 'sales/order', 'eav/entity_increment_numeric', 1, 8, '0'),
    (18, 'invoice', 'sales/order_invoice', '', 'sales/invoice', 'eav/entity_increment_numeric', 1, 8, '0'),
    (24, 'shipment', 'sales/order_shipment', '', 'sales/shipment', 'eav/entity_increment_numeric', 1, 8, '0'),
    (28, 'creditmemo', 'sales/order_creditmemo', '', 'sales/creditmemo', 'eav/entity_increment_numeric', 1, 8, '0');

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
