-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Products and options that the destination has got already, as another program would have brought
-- them. Goes on top of base_destination.sql and schema_goods_*.sql.

-- Products that have come already; nothing is known of their options. shirt-blue-l, tea-tasting and
-- mug-set have not, nor has the size L.
INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at, has_options, required_options)
VALUES
    (91060, 14, 44, 'configurable', 'shirt', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 1),
    (91061, 14, 44, 'simple', 'shirt-red-m', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (91064, 14, 44, 'bundle', 'tea-box', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 1),
    (91065, 14, 44, 'simple', 'tea-green', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (91066, 14, 44, 'simple', 'tea-black', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (91070, 14, 44, 'downloadable', 'ebook', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 0),
    (91072, 14, 44, 'virtual', 'warranty', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (91074, 14, 44, 'simple', 'mug-print', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 1);

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_type, frontend_input, frontend_label, source_model, is_user_defined)
VALUES
    (1602, 14, 'color', 'int', 'select', 'Color', 'eav/entity_attribute_source_table', 1),
    (1601, 14, 'size', 'int', 'select', 'Size', 'eav/entity_attribute_source_table', 1);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (7102, 1602, 0),
    (7101, 1602, 1),
    (7111, 1601, 0);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (7102, 0, 'Red'),
    (7101, 0, 'Blue'),
    (7111, 0, 'M');

ALTER TABLE catalog_category_entity AUTO_INCREMENT = 41000;
ALTER TABLE catalog_product_option AUTO_INCREMENT = 42000;
ALTER TABLE catalog_product_option_type_value AUTO_INCREMENT = 42300;
ALTER TABLE catalog_product_bundle_option AUTO_INCREMENT = 42600;
ALTER TABLE catalog_product_bundle_selection AUTO_INCREMENT = 42900;
ALTER TABLE downloadable_link AUTO_INCREMENT = 43000;
