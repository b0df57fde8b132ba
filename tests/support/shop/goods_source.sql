-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Products, options and categories that orders and rules refer to, in the shop that grew. Goes on top
-- of base_source.sql and schema_goods_*.sql.

INSERT INTO catalog_category_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, path, position, level, children_count)
VALUES
    (1, 9, 12, 0, '2012-04-01 08:00:00', '2012-04-01 08:00:00', '1', 0, 0, 3),
    (3, 9, 12, 1, '2012-04-01 08:00:00', '2012-04-01 08:00:00', '1/3', 1, 1, 2),
    (5, 9, 12, 3, '2012-04-01 08:00:00', '2020-01-01 08:00:00', '1/3/5', 1, 2, 0),
    (7, 9, 12, 3, '2012-04-01 08:00:00', '2020-01-01 08:00:00', '1/3/7', 2, 2, 0);

INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at, has_options, required_options)
VALUES
    (60, 10, 9, 'configurable', 'shirt', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 1),
    (61, 10, 9, 'simple', 'shirt-red-m', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (62, 10, 9, 'simple', 'shirt-blue-l', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (64, 10, 9, 'bundle', 'tea-box', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 1),
    (65, 10, 9, 'simple', 'tea-green', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (66, 10, 9, 'simple', 'tea-black', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (68, 10, 9, 'grouped', 'tea-tasting', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (70, 10, 9, 'downloadable', 'ebook', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 0),
    (72, 10, 9, 'virtual', 'warranty', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (74, 10, 9, 'simple', 'mug-print', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 1, 1);

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_type, frontend_input, frontend_label, source_model, is_user_defined)
VALUES
    (501, 10, 'color', 'int', 'select', 'Color', 'eav/entity_attribute_source_table', 1),
    (502, 10, 'size', 'int', 'select', 'Size', 'eav/entity_attribute_source_table', 1);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (601, 501, 0),
    (602, 501, 1),
    (611, 502, 0),
    (612, 502, 1);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (601, 0, 'Red'),
    (602, 0, 'Blue'),
    (611, 0, 'M'),
    (612, 0, 'L'),
    (601, 2, 'Rot'),
    (602, 2, 'Blau');

INSERT INTO catalog_product_option
    (option_id, product_id, type, is_require, sort_order)
VALUES
    (31, 74, 'field', 1, 0),
    (32, 74, 'drop_down', 0, 1),
    (33, 74, 'file', 0, 2),
    (34, 74, 'checkbox', 0, 3);

INSERT INTO catalog_product_option_type_value
    (option_type_id, option_id, sort_order)
VALUES
    (51, 32, 0),
    (52, 32, 1),
    (55, 34, 0),
    (56, 34, 1);

INSERT INTO catalog_product_bundle_option
    (option_id, parent_id, required, position, type)
VALUES
    (4, 64, 1, 0, 'select'),
    (5, 64, 0, 1, 'multi');

INSERT INTO catalog_product_bundle_selection
    (selection_id, option_id, parent_product_id, product_id, selection_qty)
VALUES
    (11, 4, 64, 65, 1),
    (12, 4, 64, 66, 1),
    (13, 5, 64, 16, 2);

INSERT INTO downloadable_link
    (link_id, product_id, sort_order, number_of_downloads, is_shareable, link_url, link_type)
VALUES
    (21, 70, 0, 5, 2, 'http://old.example.com/one.pdf', 'url'),
    (22, 70, 1, 0, 2, 'http://old.example.com/two.pdf', 'url');
