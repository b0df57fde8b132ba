-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- A small catalogue with everything that may be odd in one: what the source shop sells. Goes on top of
-- catalog_base_source.sql.

-- Of the attributes that people made the destination has color and manufacturer.
INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input, frontend_label, frontend_class, source_model, is_required, is_user_defined, default_value, is_unique, note)
VALUES
    (102, 10, 'manufacturer', '', 'int', 'select', 'Manufacturer', '', '', 0, 1, '', 0, ''),
    (107, 10, 'material', 'eav/entity_attribute_backend_array', 'varchar', 'multiselect', 'Material', NULL, NULL, 0, 1, '641,643', 0, NULL),
    (108, 10, 'features', 'eav/entity_attribute_backend_array', 'text', 'multiselect', 'Features', NULL, NULL, 0, 1, NULL, 0, 'Choose what applies'),
    (271, 10, 'grade', NULL, 'int', 'select', 'Grade', NULL, 'eav/entity_attribute_source_table', 1, 1, '661', 0, NULL),
    (272, 10, 'fabric_weight', NULL, 'decimal', 'text', 'Fabric weight', 'validate-number', NULL, 0, 1, '0', 0, 'g/m²'),
    (476, 10, 'release_date', 'eav/entity_attribute_backend_datetime', 'datetime', 'date', 'Release date', NULL, NULL, 0, 1, NULL, 0, NULL),
    (482, 10, 'care_notes', NULL, 'text', 'textarea', 'Care', NULL, NULL, 0, 1, NULL, 0, NULL),
    (483, 10, 'ean', NULL, 'varchar', 'text', 'EAN', 'validate-digits', NULL, 0, 1, NULL, 1, '13 digits'),
    (484, 10, 'is_organic', NULL, 'int', 'boolean', 'Organic', NULL, 'eav/entity_attribute_source_boolean', 0, 1, '0', 0, NULL),
    (485, 10, 'lookbook_image', 'catalog/product_attribute_backend_lookbook', 'varchar', 'media_image', 'Lookbook Image', NULL, NULL, 0, 1, NULL, 0, NULL),
    (486, 10, 'deposit', 'catalog/product_attribute_backend_price', 'decimal', 'price', 'Deposit', NULL, NULL, 0, 1, NULL, 0, NULL),
    (487, 10, 'eco_tax', 'weee/attribute_backend_weee_tax', 'static', 'weee', 'Eco tax', NULL, NULL, 0, 1, NULL, 0, NULL);

UPDATE eav_attribute SET is_required = 1, note = 'As printed' WHERE attribute_id = 502;

INSERT INTO catalog_eav_attribute
    (attribute_id, is_global, is_visible, is_searchable, is_filterable, is_comparable, is_visible_on_front, is_html_allowed_on_front, is_used_for_price_rules, used_in_product_listing, used_for_sort_by, is_configurable, apply_to, position)
VALUES
    (102, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 'simple', 3),
    (501, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, NULL, 1),
    (502, 1, 1, 0, 2, 0, 0, 0, 1, 0, 0, 1, NULL, 2),
    (107, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, NULL, 0),
    (108, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, NULL, 0),
    (271, 2, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, NULL, 5),
    (272, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 'simple,virtual', 0),
    (476, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, NULL, 0),
    (482, 0, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, NULL, 0),
    (483, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, NULL, 0),
    (484, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 'simple,configurable', 0),
    (485, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0),
    (486, 2, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 'simple,configurable,virtual,bundle,downloadable', 0),
    (487, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0);

UPDATE catalog_eav_attribute SET frontend_input_renderer = 'weee/renderer_weee_tax' WHERE attribute_id = 487;
UPDATE catalog_eav_attribute SET is_filterable_in_search = 1, is_visible_in_advanced_search = 1,
    is_wysiwyg_enabled = 1, is_used_for_promo_rules = 1 WHERE attribute_id IN (107, 482);

INSERT INTO eav_attribute_label
    (attribute_id, store_id, value)
VALUES
    (501, 2, 'Farbe'),
    (501, 3, 'Couleur'),
    (502, 2, 'Größe'),
    (107, 2, 'Material'),
    (271, 2, 'Güte'),
    (271, 6, 'Class'),
    (482, 3, 'Entretien');

-- Two options of one attribute are called Cotton.
INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (603, 501, 2),
    (604, 501, 2),
    (621, 102, 0),
    (622, 102, 0),
    (641, 107, 3),
    (642, 107, 2),
    (643, 107, 1),
    (644, 107, 4),
    (651, 108, 0),
    (652, 108, 0),
    (653, 108, 0),
    (661, 271, 1),
    (662, 271, 2),
    (663, 271, 0);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (603, 0, 'Green'),
    (603, 2, 'Grün'),
    (603, 3, 'Vert'),
    (604, 0, 'Ocean, dark'),
    (621, 0, 'Potter & Sons'),
    (622, 0, 'Mill'),
    (622, 2, 'Mühle'),
    (641, 0, 'Cotton'),
    (642, 0, 'Linen'),
    (642, 2, 'Leinen'),
    (643, 0, 'Cotton'),
    (643, 2, 'Baumwolle'),
    (644, 0, 'Wool'),
    (651, 0, 'Washable'),
    (651, 2, 'Waschbar'),
    (652, 0, 'Hand made'),
    (653, 0, 'Gift box'),
    (661, 0, 'A'),
    (661, 2, 'Gut'),
    (662, 0, 'B'),
    (663, 0, 'C'),
    (663, 6, 'Seconds'),
    (611, 2, 'M'),
    (612, 3, 'Grand');

INSERT INTO eav_attribute_set
    (attribute_set_id, entity_type_id, attribute_set_name, sort_order)
VALUES
    (61, 10, 'Apparel', 5),
    (62, 10, 'Books & more', 0);

-- Copies of Default that went their own ways: weight has moved, images are gone from books.
INSERT INTO eav_attribute_group
    (attribute_group_id, attribute_set_id, attribute_group_name, sort_order, default_id)
VALUES
    (211, 61, 'General', 1, 1),
    (212, 61, 'Fabric', 2, 0),
    (213, 61, 'Prices', 3, 0),
    (214, 61, 'Images', 4, 0),
    (215, 61, 'Empty', 9, 0),
    (221, 62, 'General', 1, 1),
    (222, 62, 'Prices', 3, 0),
    (223, 62, 'Print', 2, 0);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (10, 9, 9, 102, 30),
    (10, 9, 9, 501, 31),
    (10, 9, 9, 271, 32),
    (10, 9, 13, 486, 40),
    (10, 9, 13, 487, 41),
    (10, 9, 9, 484, 33),
    (10, 61, 211, 96, 1),
    (10, 61, 211, 97, 2),
    (10, 61, 211, 506, 3),
    (10, 61, 211, 98, 4),
    (10, 61, 211, 273, 5),
    (10, 61, 211, 481, 6),
    (10, 61, 211, 570, 7),
    (10, 61, 211, 526, 8),
    (10, 61, 211, 859, 9),
    (10, 61, 211, 860, 10),
    (10, 61, 211, 861, 11),
    (10, 61, 211, 863, 12),
    (10, 61, 211, 866, 13),
    (10, 61, 211, 867, 14),
    (10, 61, 211, 868, 15),
    (10, 61, 211, 932, 16),
    (10, 61, 211, 933, 17),
    (10, 61, 211, 935, 18),
    (10, 61, 211, 102, 19),
    (10, 61, 211, 501, 20),
    (10, 61, 211, 502, 21),
    (10, 61, 212, 101, 1),
    (10, 61, 212, 107, 2),
    (10, 61, 212, 272, 3),
    (10, 61, 212, 108, 4),
    (10, 61, 212, 482, 5),
    (10, 61, 213, 99, 1),
    (10, 61, 213, 567, 2),
    (10, 61, 213, 568, 3),
    (10, 61, 213, 569, 4),
    (10, 61, 213, 270, 5),
    (10, 61, 213, 969, 6),
    (10, 61, 213, 274, 7),
    (10, 61, 213, 862, 8),
    (10, 61, 214, 106, 1),
    (10, 61, 214, 109, 2),
    (10, 61, 214, 110, 3),
    (10, 61, 214, 703, 4),
    (10, 61, 214, 879, 5),
    (10, 61, 214, 880, 6),
    (10, 61, 214, 485, 7),
    (10, 62, 221, 96, 1),
    (10, 62, 221, 97, 2),
    (10, 62, 221, 506, 3),
    (10, 62, 221, 98, 4),
    (10, 62, 221, 101, 5),
    (10, 62, 221, 273, 6),
    (10, 62, 221, 481, 7),
    (10, 62, 221, 570, 8),
    (10, 62, 221, 526, 9),
    (10, 62, 221, 859, 10),
    (10, 62, 221, 860, 11),
    (10, 62, 221, 861, 12),
    (10, 62, 221, 863, 13),
    (10, 62, 221, 866, 14),
    (10, 62, 221, 867, 15),
    (10, 62, 221, 868, 16),
    (10, 62, 221, 932, 17),
    (10, 62, 221, 933, 18),
    (10, 62, 221, 935, 19),
    (10, 62, 222, 99, 1),
    (10, 62, 222, 567, 2),
    (10, 62, 222, 568, 3),
    (10, 62, 222, 569, 4),
    (10, 62, 222, 270, 5),
    (10, 62, 222, 969, 6),
    (10, 62, 222, 274, 7),
    (10, 62, 222, 862, 8),
    (10, 62, 223, 476, 1),
    (10, 62, 223, 483, 2),
    (10, 62, 223, 271, 3);

-- 6 was moved below a category that is younger; of 14 the path is right and the parent is not.
INSERT INTO catalog_category_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, path, position, level, children_count, feed_id)
VALUES
    (6, 9, 12, 12, '2012-04-02 08:00:00', '2020-02-01 08:00:00', '1/3/7/12/6', 1, 4, 0, 0),
    (12, 9, 12, 7, '2013-04-01 08:00:00', '2020-01-02 08:00:00', '1/3/7/12', 1, 3, 1, 0),
    (14, 9, 12, 5, '2014-04-01 08:00:00', '2021-01-01 08:00:00', '1/3/14', 3, 2, 0, 77),
    (15, 9, 12, 5, '2015-04-01 08:00:00', '2021-01-01 08:00:00', '1/3/5/15', 2, 3, 0, 0),
    (16, 9, 12, 5, '2016-04-01 08:00:00', '2021-01-01 08:00:00', '1/3/5/16', 1, 3, 0, 0);

UPDATE catalog_category_entity SET children_count = 8 WHERE entity_id = 1;
UPDATE catalog_category_entity SET children_count = 7 WHERE entity_id = 3;
UPDATE catalog_category_entity SET children_count = 3 WHERE entity_id = 5;
UPDATE catalog_category_entity SET children_count = 2 WHERE entity_id = 7;

INSERT INTO catalog_category_entity_varchar
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (9, 111, 0, 1, 'Root Catalog'),
    (9, 111, 0, 3, 'Old Shop'),
    (9, 111, 0, 5, 'Mugs'),
    (9, 111, 2, 5, 'Becher'),
    (9, 111, 3, 5, 'Tasses'),
    (9, 479, 0, 5, 'mugs'),
    (9, 479, 2, 5, 'becher'),
    (9, 533, 0, 5, 'mugs.html'),
    (9, 118, 0, 5, 'PRODUCTS_AND_PAGE'),
    (9, 113, 0, 5, 'mugs.jpg'),
    (9, 114, 2, 5, 'Becher & Tassen'),
    (9, 563, 0, 5, 'default/modern'),
    (9, 111, 0, 7, 'Shirts'),
    (9, 479, 0, 7, 'shirts'),
    (9, 118, 0, 7, 'PRODUCTS'),
    (9, 563, 2, 7, ''),
    (9, 111, 0, 12, 'Printed'),
    (9, 111, 2, 12, 'Bedruckt'),
    (9, 479, 0, 12, 'printed'),
    (9, 111, 0, 6, 'Sale'),
    (9, 479, 0, 6, 'sale'),
    (9, 111, 0, 14, 'Tea, loose'),
    (9, 479, 0, 14, 'tea'),
    (9, 113, 2, 14, NULL),
    (9, 111, 0, 15, 'Hidden'),
    (9, 111, 6, 15, 'Hidden outlet'),
    (9, 111, 0, 16, 'Sale'),
    (9, 479, 0, 16, 'sale'),
    (9, 111, 2, 16, NULL);

INSERT INTO catalog_category_entity_int
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (9, 119, 0, 3, 1),
    (9, 119, 0, 5, 1),
    (9, 119, 0, 6, 1),
    (9, 119, 0, 7, 1),
    (9, 119, 0, 12, 1),
    (9, 119, 0, 14, 1),
    (9, 119, 0, 15, 0),
    (9, 119, 0, 16, 1),
    (9, 119, 2, 15, 1),
    (9, 119, 3, 16, 0),
    (9, 934, 0, 5, 1),
    (9, 934, 0, 6, 1),
    (9, 934, 0, 7, 1),
    (9, 934, 0, 12, 1),
    (9, 934, 0, 14, 1),
    (9, 934, 0, 15, 1),
    (9, 934, 0, 16, 1),
    (9, 120, 0, 5, 1),
    (9, 120, 0, 7, 0),
    (9, 117, 0, 5, 5),
    (9, 117, 2, 5, 6),
    (9, 117, 0, 7, NULL);

INSERT INTO catalog_category_entity_text
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (9, 112, 0, 5, '<p>Mugs for every day, such as {{widget type="catalog/product_widget_link" template="catalog/product/widget/link/link_inline.phtml" id_path="product/27"}}.</p>'),
    (9, 112, 2, 5, '<p>Becher für jeden Tag.</p>'),
    (9, 112, 0, 7, ''),
    (9, 112, 0, 14, NULL),
    (9, 929, 0, 5, 'name,price'),
    (9, 929, 0, 7, 'position,name,grade'),
    (9, 530, 0, 5, '<reference name="left"><block type="cms/block" name="mugs.left"><action method="setBlockId"><id>welcome</id></action></block></reference>'),
    (9, 121, 0, 5, '5,15,16');

INSERT INTO catalog_category_entity_datetime
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (9, 565, 0, 5, '2020-01-01 00:00:00'),
    (9, 565, 2, 5, NULL);

INSERT INTO catalog_category_entity_decimal
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (9, 939, 0, 5, 10.0000),
    (9, 939, 0, 7, NULL);

UPDATE catalog_product_entity SET attribute_set_id = 61 WHERE entity_id IN (60, 61, 62);
UPDATE catalog_product_entity SET legacy_ref = 'ERP-16' WHERE entity_id = 16;

INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at, has_options, required_options)
VALUES
    (63, 10, 61, 'simple', 'shirt-red-l', '2019-04-01 08:00:00', '2024-05-01 08:00:00', 0, 0),
    (75, 10, 9, 'simple', '007', '2019-04-02 08:00:00', '2024-05-02 08:00:00', 0, 0),
    (76, 10, 9, 'simple', '7', '2019-04-02 08:00:01', '2024-05-02 08:00:00', 0, 0),
    (77, 10, 9, 'simple', 'tea, loose', '2019-04-02 08:00:02', '2024-05-02 08:00:00', 0, 0),
    (78, 10, 9, 'simple', 'tail ', '2019-04-02 08:00:03', NULL, 0, 0),
    (79, 10, 62, 'simple', 'book-paper', '2019-04-02 08:00:04', '2024-05-02 08:00:00', 0, 0),
    (80, 10, 62, 'virtual', 'Grüße|card', '2019-04-02 08:00:05', '2024-05-02 08:00:00', 0, 0);

INSERT INTO catalog_product_entity_varchar
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (10, 96, 0, 16, 'Mug, blue'),
    (10, 96, 0, 27, 'Mug, red'),
    (10, 96, 0, 51, 'Mug in your colour'),
    (10, 96, 0, 60, 'Shirt'),
    (10, 96, 0, 61, 'Shirt red M'),
    (10, 96, 0, 62, 'Shirt blue L'),
    (10, 96, 0, 63, 'Shirt red L'),
    (10, 96, 0, 64, 'Tea box'),
    (10, 96, 0, 65, 'Green tea'),
    (10, 96, 0, 66, 'Black tea'),
    (10, 96, 0, 68, 'Tea tasting'),
    (10, 96, 0, 70, 'E-book about tea'),
    (10, 96, 0, 72, 'Warranty'),
    (10, 96, 0, 74, 'Mug with print'),
    (10, 96, 0, 75, 'Agent mug'),
    (10, 96, 0, 76, 'Seven'),
    (10, 96, 0, 77, 'Tea, loose'),
    (10, 96, 0, 78, 'Cat’s tail'),
    (10, 96, 0, 79, 'Book about tea'),
    (10, 96, 0, 80, 'Grüße'),
    (10, 96, 2, 16, 'Becher, blau'),
    (10, 96, 3, 16, 'Tasse bleue'),
    (10, 96, 2, 60, 'Hemd'),
    (10, 96, 6, 60, 'Shirt (seconds)'),
    (10, 96, 2, 74, ''),
    (10, 481, 0, 16, 'mug-blue'),
    (10, 481, 0, 27, 'mug-red'),
    (10, 481, 0, 51, 'mug-set'),
    (10, 481, 0, 60, 'shirt'),
    (10, 481, 0, 61, 'shirt-red-m'),
    (10, 481, 0, 62, 'shirt-blue-l'),
    (10, 481, 0, 63, 'shirt-red-l'),
    (10, 481, 0, 64, 'tea-box'),
    (10, 481, 0, 65, 'tea-green'),
    (10, 481, 0, 66, 'tea-black'),
    (10, 481, 0, 68, 'tea-tasting'),
    (10, 481, 0, 70, 'ebook'),
    (10, 481, 0, 72, 'warranty'),
    (10, 481, 0, 74, 'mug-print'),
    (10, 481, 0, 75, 'agent-mug'),
    (10, 481, 0, 76, 'seven'),
    (10, 481, 0, 77, 'tea-loose'),
    (10, 481, 0, 78, 'tail'),
    (10, 481, 0, 79, 'book-paper'),
    (10, 481, 0, 80, 'gruesse'),
    (10, 481, 2, 16, 'becher-blau'),
    (10, 570, 0, 16, 'mug-blue.html'),
    (10, 570, 2, 16, 'becher-blau.html'),
    (10, 570, 0, 60, ''),
    (10, 836, 0, 74, 'container1'),
    (10, 836, 0, 60, 'container2'),
    (10, 571, 0, 60, 'default/modern'),
    (10, 571, 2, 60, NULL),
    (10, 866, 0, 70, 'Files'),
    (10, 866, 2, 70, 'Dateien'),
    (10, 106, 0, 16, '/m/u/mug1.jpg'),
    (10, 109, 0, 16, '/m/u/mug1.jpg'),
    (10, 110, 0, 16, '/m/u/mug2.jpg'),
    (10, 106, 2, 16, '/m/u/mug2.jpg'),
    (10, 879, 0, 16, 'Blue mug'),
    (10, 879, 2, 16, 'Blauer Becher'),
    (10, 880, 0, 16, ''),
    (10, 106, 0, 27, 'no_selection'),
    (10, 109, 0, 27, 'no_selection'),
    (10, 110, 0, 27, 'no_selection'),
    (10, 485, 0, 61, '/s/h/shirt.jpg'),
    (10, 485, 2, 61, 'no_selection'),
    (10, 106, 0, 61, '/s/h/shirt.jpg'),
    (10, 107, 0, 61, '641,,643,'),
    (10, 107, 2, 61, '642'),
    (10, 107, 0, 62, ',644'),
    (10, 107, 0, 63, ''),
    (10, 107, 2, 60, NULL),
    (10, 483, 0, 79, '4006381333931'),
    (10, 483, 0, 75, '0000000000007');

INSERT INTO catalog_product_entity_int
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (10, 273, 0, 16, 1),
    (10, 273, 0, 27, 1),
    (10, 273, 0, 51, 1),
    (10, 273, 0, 60, 1),
    (10, 273, 0, 61, 1),
    (10, 273, 0, 62, 1),
    (10, 273, 0, 63, 1),
    (10, 273, 0, 64, 1),
    (10, 273, 0, 65, 1),
    (10, 273, 0, 66, 1),
    (10, 273, 0, 68, 1),
    (10, 273, 0, 70, 1),
    (10, 273, 0, 72, 1),
    (10, 273, 0, 74, 1),
    (10, 273, 0, 75, 1),
    (10, 273, 0, 76, 2),
    (10, 273, 0, 77, 1),
    (10, 273, 0, 78, 1),
    (10, 273, 0, 79, 1),
    (10, 273, 0, 80, 1),
    (10, 273, 2, 76, 1),
    (10, 273, 6, 16, 2),
    (10, 526, 0, 16, 4),
    (10, 526, 0, 27, 4),
    (10, 526, 0, 51, 4),
    (10, 526, 0, 60, 4),
    (10, 526, 0, 61, 1),
    (10, 526, 0, 62, 1),
    (10, 526, 0, 63, 1),
    (10, 526, 0, 64, 4),
    (10, 526, 0, 65, 4),
    (10, 526, 0, 66, 4),
    (10, 526, 0, 68, 4),
    (10, 526, 0, 70, 4),
    (10, 526, 0, 72, 4),
    (10, 526, 0, 74, 4),
    (10, 526, 0, 75, 4),
    (10, 526, 0, 76, 4),
    (10, 526, 0, 77, 4),
    (10, 526, 0, 78, 4),
    (10, 526, 0, 79, 4),
    (10, 526, 0, 80, 2),
    (10, 526, 2, 61, 4),
    (10, 274, 0, 16, 2),
    (10, 274, 0, 27, 2),
    (10, 274, 0, 51, 2),
    (10, 274, 0, 60, 2),
    (10, 274, 0, 61, 2),
    (10, 274, 0, 62, 2),
    (10, 274, 0, 63, 2),
    (10, 274, 0, 64, 2),
    (10, 274, 0, 65, 2),
    (10, 274, 0, 66, 2),
    (10, 274, 0, 70, 2),
    (10, 274, 0, 72, 0),
    (10, 274, 0, 74, 2),
    (10, 274, 0, 75, 2),
    (10, 274, 0, 76, 2),
    (10, 274, 0, 77, 2),
    (10, 274, 0, 78, 2),
    (10, 274, 0, 79, 2),
    (10, 274, 0, 80, 2),
    (10, 274, 6, 16, 0),
    (10, 501, 0, 16, 602),
    (10, 501, 0, 27, 601),
    (10, 501, 0, 61, 601),
    (10, 501, 0, 62, 602),
    (10, 501, 0, 63, 601),
    (10, 501, 0, 74, 604),
    (10, 502, 0, 61, 611),
    (10, 502, 0, 62, 612),
    (10, 502, 0, 63, 612),
    (10, 102, 0, 16, 621),
    (10, 102, 0, 27, 622),
    (10, 102, 0, 74, NULL),
    (10, 271, 0, 16, 661),
    (10, 271, 6, 16, 663),
    (10, 271, 3, 27, 662),
    (10, 271, 0, 79, 662),
    (10, 484, 0, 65, 1),
    (10, 484, 2, 65, 0),
    (10, 484, 0, 66, NULL),
    (10, 859, 0, 64, 1),
    (10, 860, 0, 64, 0),
    (10, 861, 0, 64, 0),
    (10, 862, 0, 64, 1),
    (10, 863, 0, 64, 0),
    (10, 867, 0, 70, 1),
    (10, 868, 0, 70, 1);

INSERT INTO catalog_product_entity_decimal
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (10, 99, 0, 16, 8.9500),
    (10, 99, 0, 27, 9.5000),
    (10, 99, 0, 51, 10.0000),
    (10, 99, 0, 60, 25.0000),
    (10, 99, 0, 61, 25.0000),
    (10, 99, 0, 62, 25.0000),
    (10, 99, 0, 63, 27.5000),
    (10, 99, 0, 64, 30.0000),
    (10, 99, 0, 65, 4.9900),
    (10, 99, 0, 66, 4.4900),
    (10, 99, 0, 70, 12.0000),
    (10, 99, 0, 72, 5.0000),
    (10, 99, 0, 74, 11.0000),
    (10, 99, 0, 75, 0.0000),
    (10, 99, 0, 76, 7.7777),
    (10, 99, 0, 77, 3.3000),
    (10, 99, 0, 78, 99999999.9999),
    (10, 99, 0, 79, 18.0000),
    (10, 99, 0, 80, 1.0000),
    (10, 99, 6, 16, 7.9500),
    (10, 99, 2, 60, 24.0000),
    (10, 567, 0, 16, NULL),
    (10, 567, 0, 27, 8.0000),
    (10, 567, 6, 27, NULL),
    (10, 101, 0, 16, 0.4000),
    (10, 101, 0, 27, 0.4000),
    (10, 101, 0, 51, 0.4000),
    (10, 101, 0, 60, 0.4000),
    (10, 101, 0, 61, 0.4000),
    (10, 101, 0, 62, 0.4000),
    (10, 101, 0, 63, 0.4000),
    (10, 101, 0, 65, 0.4000),
    (10, 101, 0, 66, 0.4000),
    (10, 101, 0, 74, 0.4000),
    (10, 101, 0, 75, 0.4000),
    (10, 101, 0, 76, 0.4000),
    (10, 101, 0, 77, 0.4000),
    (10, 101, 0, 78, 0.4000),
    (10, 101, 0, 79, 0.4000),
    (10, 272, 0, 61, 160.0000),
    (10, 272, 0, 62, 0.0001),
    (10, 486, 0, 65, 0.2500),
    (10, 486, 6, 65, 0.1500),
    (10, 486, 0, 66, NULL);

INSERT INTO catalog_product_entity_datetime
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (10, 568, 0, 27, '2024-01-01 00:00:00'),
    (10, 569, 0, 27, '2024-12-31 00:00:00'),
    (10, 568, 0, 16, NULL),
    (10, 569, 6, 27, '2024-06-30 00:00:00'),
    (10, 476, 0, 79, '1999-12-31 00:00:00'),
    (10, 476, 2, 79, '2000-02-29 00:00:00');

-- Some values are there for one store alone; features are lists that forms of long ago wrote.
INSERT INTO catalog_product_entity_text
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (10, 97, 0, 27, 'About: Mug, red'),
    (10, 97, 0, 51, 'About: Mug in your colour'),
    (10, 97, 0, 60, 'About: Shirt'),
    (10, 97, 0, 61, 'About: Shirt red M'),
    (10, 97, 0, 62, 'About: Shirt blue L'),
    (10, 97, 0, 63, 'About: Shirt red L'),
    (10, 97, 0, 64, 'About: Tea box'),
    (10, 97, 0, 65, 'About: Green tea'),
    (10, 97, 0, 66, 'About: Black tea'),
    (10, 97, 0, 68, 'About: Tea tasting'),
    (10, 97, 0, 70, 'About: E-book about tea'),
    (10, 97, 0, 72, 'About: Warranty'),
    (10, 97, 0, 74, 'About: Mug with print'),
    (10, 97, 0, 75, 'About: Agent mug'),
    (10, 97, 0, 77, 'About: Tea, loose'),
    (10, 97, 0, 78, 'About: Cat’s tail'),
    (10, 97, 0, 79, 'About: Book about tea'),
    (10, 97, 0, 80, 'About: Grüße'),
    (10, 506, 0, 16, 'In short: Mug, blue'),
    (10, 506, 0, 27, 'In short: Mug, red'),
    (10, 506, 0, 51, 'In short: Mug in your colour'),
    (10, 506, 0, 60, 'In short: Shirt'),
    (10, 506, 0, 61, 'In short: Shirt red M'),
    (10, 506, 0, 62, 'In short: Shirt blue L'),
    (10, 506, 0, 63, 'In short: Shirt red L'),
    (10, 506, 0, 64, 'In short: Tea box'),
    (10, 506, 0, 65, 'In short: Green tea'),
    (10, 506, 0, 66, 'In short: Black tea'),
    (10, 506, 0, 68, 'In short: Tea tasting'),
    (10, 506, 0, 70, 'In short: E-book about tea'),
    (10, 506, 0, 72, 'In short: Warranty'),
    (10, 506, 0, 74, 'In short: Mug with print'),
    (10, 506, 0, 75, 'In short: Agent mug'),
    (10, 506, 0, 77, 'In short: Tea, loose'),
    (10, 506, 0, 78, 'In short: Cat’s tail'),
    (10, 506, 0, 79, 'In short: Book about tea'),
    (10, 506, 0, 80, 'In short: Grüße'),
    (10, 97, 0, 16, '<p>Goes with {{widget type="catalog/product_widget_link" template="catalog/product/widget/link/link_inline.phtml" id_path="product/74"}}</p>'),
    (10, 97, 2, 16, '<p>Für Kaffee – und Tee.</p>'),
    (10, 97, 2, 27, NULL),
    (10, 506, 2, 27, ''),
    (10, 108, 0, 61, ',651,,652,,'),
    (10, 108, 2, 61, '653'),
    (10, 108, 0, 65, '652,651'),
    (10, 108, 0, 66, NULL),
    (10, 482, 2, 61, 'Bei 30 °C waschen'),
    (10, 482, 3, 62, 'Laver à 30 °C'),
    (10, 482, 0, 63, ''),
    (10, 572, 0, 60, '<reference name="content"><remove name="product.info.upsell"/></reference>');

INSERT INTO catalog_product_website
    (product_id, website_id)
VALUES
    (16, 1),
    (27, 1),
    (51, 1),
    (60, 1),
    (61, 1),
    (62, 1),
    (63, 1),
    (64, 1),
    (65, 1),
    (66, 1),
    (68, 1),
    (70, 1),
    (72, 1),
    (74, 1),
    (75, 1),
    (76, 1),
    (77, 1),
    (78, 1),
    (79, 1),
    (16, 4),
    (60, 4),
    (61, 4),
    (64, 4),
    (70, 4);

INSERT INTO catalog_category_product
    (category_id, product_id, position)
VALUES
    (3, 16, 0),
    (5, 16, 2),
    (5, 27, 1),
    (5, 51, 0),
    (5, 74, 10),
    (7, 60, 1),
    (7, 61, 1),
    (12, 60, -1),
    (6, 63, 5),
    (14, 64, 1),
    (14, 65, 2),
    (14, 66, 3),
    (14, 68, 1),
    (14, 77, 4),
    (14, 70, 32767),
    (15, 75, 0),
    (16, 27, 7);

INSERT INTO catalog_product_entity_tier_price
    (entity_id, all_groups, customer_group_id, qty, value, website_id)
VALUES
    (16, 1, 0, 5.0000, 8.5000, 0),
    (16, 1, 0, 5.0000, 7.5000, 4),
    (16, 0, 2, 10.0000, 7.0000, 0),
    (16, 0, 0, 10.0000, 8.0000, 0),
    (27, 0, 3, 2.5000, 8.7500, 1),
    (65, 1, 0, 12.0000, 4.0000, 0);

INSERT INTO catalog_product_entity_group_price
    (entity_id, all_groups, customer_group_id, value, website_id, is_percent)
VALUES
    (16, 0, 2, 7.9900, 0, 0),
    (27, 0, 1, 9.0000, 1, 0),
    (27, 0, 3, 15.0000, 0, 1);

INSERT INTO catalog_product_entity_media_gallery
    (value_id, attribute_id, entity_id, value)
VALUES
    (31, 703, 16, '/m/u/mug1.jpg'),
    (32, 703, 16, '/m/u/mug2.jpg'),
    (33, 703, 16, '/m/u/mug3.jpg'),
    (34, 703, 61, '/s/h/shirt.jpg'),
    (35, 703, 62, '/s/h/shirt.jpg'),
    (36, 703, 62, '/s/h/shirt.jpg'),
    (37, 703, 79, '/b/o/book.jpg');

INSERT INTO catalog_product_entity_media_gallery_value
    (value_id, store_id, label, position, disabled)
VALUES
    (31, 0, 'Blue mug', 1, 0),
    (31, 2, 'Blauer Becher', 2, 0),
    (32, 0, NULL, 2, 0),
    (32, 2, 'Von der Seite', 1, 0),
    (33, 0, 'From above', 3, 1),
    (33, 2, NULL, 3, 0),
    (34, 0, 'Shirt', 1, 0),
    (35, 0, 'Front', 1, 0),
    (36, 0, 'Back', 2, 1),
    (34, 6, 'Seconds', 9, 1);

-- Links of type 2 are of long ago, and no other shop knows them.
INSERT INTO catalog_product_link
    (link_id, product_id, linked_product_id, link_type_id)
VALUES
    (1, 68, 65, 3),
    (2, 68, 66, 3),
    (3, 68, 77, 3),
    (11, 16, 27, 1),
    (12, 16, 74, 1),
    (13, 27, 16, 1),
    (14, 61, 79, 4),
    (15, 61, 60, 4),
    (16, 74, 16, 5),
    (17, 65, 66, 5),
    (18, 64, 65, 2);

INSERT INTO catalog_product_link_attribute_int
    (product_link_attribute_id, link_id, value)
VALUES
    (7, 1, 2),
    (7, 2, 1),
    (7, 3, 3),
    (2, 11, 1),
    (2, 12, 2),
    (2, 13, 0),
    (3, 14, 1),
    (3, 15, 2),
    (4, 16, 5);

INSERT INTO catalog_product_link_attribute_decimal
    (product_link_attribute_id, link_id, value)
VALUES
    (8, 1, 1.0000),
    (8, 2, 2.5000),
    (8, 3, 0.0000),
    (1, 18, 3.0000),
    (6, 11, 4.0000);

INSERT INTO catalog_product_link_attribute_varchar
    (product_link_attribute_id, link_id, value)
VALUES
    (9, 14, 'new');

INSERT INTO catalog_product_super_attribute
    (product_super_attribute_id, product_id, attribute_id, position)
VALUES
    (41, 60, 501, 1),
    (42, 60, 502, 0),
    (43, 51, 501, 0);

INSERT INTO catalog_product_super_attribute_label
    (product_super_attribute_id, store_id, use_default, value)
VALUES
    (41, 0, 0, 'Colour'),
    (41, 2, 0, 'Farbton'),
    (41, 3, 1, ''),
    (42, 0, 1, 'Size'),
    (43, 0, 0, 'Glaze');

INSERT INTO catalog_product_super_attribute_pricing
    (product_super_attribute_id, value_index, is_percent, pricing_value, website_id)
VALUES
    (41, '602', 0, 2.5000, 0),
    (41, '602', 1, 10.0000, 4),
    (41, '601', 0, -1.0000, 0),
    (42, '612', 0, 5.0000, 0),
    (43, '601', 0, NULL, 0);

INSERT INTO catalog_product_super_link
    (product_id, parent_id)
VALUES
    (61, 60),
    (62, 60),
    (63, 60),
    (16, 51),
    (27, 51);

INSERT INTO catalog_product_relation
    (parent_id, child_id)
VALUES
    (60, 61),
    (60, 62),
    (60, 63),
    (51, 16),
    (51, 27),
    (68, 65),
    (68, 66),
    (68, 77),
    (64, 65),
    (64, 66),
    (64, 16);

UPDATE catalog_product_option SET sku = 'print-text', max_characters = 20 WHERE option_id = 31;
UPDATE catalog_product_option SET file_extension = 'png,jpg', image_size_x = 800, image_size_y = 600
    WHERE option_id = 33;
UPDATE catalog_product_option_type_value SET sku = 'thin' WHERE option_type_id = 51;
UPDATE catalog_product_bundle_selection SET position = 1, is_default = 1, selection_price_type = 1,
    selection_price_value = 5, selection_can_change_qty = 1 WHERE selection_id = 12;

INSERT INTO catalog_product_option_title
    (option_id, store_id, title)
VALUES
    (31, 0, 'Text'),
    (31, 2, 'Beschriftung'),
    (32, 0, 'Lines'),
    (33, 0, 'Picture'),
    (33, 3, 'Image'),
    (34, 0, 'Extras'),
    (34, 2, '');

INSERT INTO catalog_product_option_price
    (option_id, store_id, price, price_type)
VALUES
    (31, 0, 2.0000, 'fixed'),
    (31, 6, 1.5000, 'fixed'),
    (33, 0, 10.0000, 'percent');

INSERT INTO catalog_product_option_type_title
    (option_type_id, store_id, title)
VALUES
    (51, 0, 'Thin'),
    (51, 2, 'Dünn'),
    (52, 0, 'Thick'),
    (55, 0, 'Gift wrap'),
    (55, 2, 'Geschenkpapier'),
    (56, 0, 'Express');

INSERT INTO catalog_product_option_type_price
    (option_type_id, store_id, price, price_type)
VALUES
    (51, 0, 0.0000, 'fixed'),
    (52, 0, 1.0000, 'fixed'),
    (52, 2, 1.2000, 'fixed'),
    (55, 0, 3.5000, 'fixed'),
    (56, 0, 20.0000, 'percent'),
    (56, 6, 25.0000, 'percent');

INSERT INTO catalog_product_bundle_option_value
    (option_id, store_id, title)
VALUES
    (4, 0, 'Main tea'),
    (4, 2, 'Haupttee'),
    (5, 0, 'Something to drink from'),
    (5, 3, NULL);

INSERT INTO catalog_product_bundle_selection_price
    (selection_id, website_id, selection_price_type, selection_price_value)
VALUES
    (11, 4, 0, 3.0000),
    (12, 4, 1, 7.5000);

INSERT INTO downloadable_link_title
    (link_id, store_id, title)
VALUES
    (21, 0, 'Part one'),
    (21, 2, 'Teil eins'),
    (22, 0, 'Part two');

INSERT INTO downloadable_link_price
    (link_id, website_id, price)
VALUES
    (21, 0, 6.0000),
    (21, 4, 5.0000),
    (22, 0, 7.0000);

INSERT INTO downloadable_sample
    (sample_id, product_id, sample_url, sample_file, sample_type, sort_order)
VALUES
    (81, 70, 'http://old.example.com/sample.pdf', NULL, 'url', 0),
    (82, 70, NULL, '/s/a/sample.pdf', 'file', 1);

INSERT INTO downloadable_sample_title
    (sample_id, store_id, title)
VALUES
    (81, 0, 'First page'),
    (81, 2, 'Erste Seite'),
    (82, 0, 'Contents');

-- A state is the id of a region.
INSERT INTO weee_tax
    (website_id, entity_id, country, value, state, attribute_id, entity_type_id)
VALUES
    (0, 16, 'DE', 0.5000, '*', 487, 10),
    (1, 16, 'DE', 0.7500, '81', 487, 10),
    (0, 65, 'AT', 0.2000, '*', 487, 10);

-- 72 and 80 were never counted.
INSERT INTO cataloginventory_stock_item
    (product_id, stock_id, qty, min_qty, use_config_min_qty, is_qty_decimal, backorders, use_config_backorders, min_sale_qty, use_config_min_sale_qty, max_sale_qty, use_config_max_sale_qty, is_in_stock, low_stock_date, notify_stock_qty, use_config_notify_stock_qty, manage_stock, use_config_manage_stock, stock_status_changed_auto, use_config_qty_increments, qty_increments, use_config_enable_qty_inc, enable_qty_increments, is_decimal_divided)
VALUES
    (16, 1, 12.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, '2024-03-31 01:30:00', 3.0000, 0, 1, 0, 0, 1, 0, 1, 0, 0),
    (27, 1, -4.0000, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, NULL, NULL, 1, 0, 1, 1, 1, 0, 1, 0, 0),
    (51, 1, 0.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (60, 1, 0.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (61, 1, 7.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (62, 1, 0.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, '0000-00-00 00:00:00', NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (63, 1, 1.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (64, 1, 0.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (65, 1, 2.3750, 0.5000, 0, 1, 0, 1, 0.2500, 0, 10.0000, 0, 1, NULL, NULL, 1, 0, 1, 0, 0, 0.1250, 0, 1, 1),
    (66, 1, 99999999.9999, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (68, 1, 0.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (70, 1, 0.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (74, 1, 5.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (75, 1, 7.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (76, 1, 77.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (77, 1, 3.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (78, 1, 1.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0),
    (79, 1, 4.0000, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, NULL, NULL, 1, 0, 1, 0, 1, 0, 1, 0, 0);

UPDATE cataloginventory_stock_item SET shelf = 'A-7' WHERE product_id = 16;

INSERT INTO cataloginventory_stock_status
    (product_id, website_id, stock_id, qty, stock_status)
VALUES
    (16, 1, 1, 12.0000, 1),
    (16, 4, 1, 12.0000, 1),
    (27, 1, 1, -4.0000, 0),
    (60, 1, 1, 0.0000, 1),
    (61, 1, 1, 7.0000, 1),
    (62, 1, 1, 0.0000, 0),
    (65, 1, 1, 2.3750, 1),
    (79, 1, 1, 4.0000, 1);

INSERT INTO review
    (review_id, created_at, entity_id, entity_pk_value, status_id)
VALUES
    (1, '2019-05-01 08:00:00', 1, 16, 1),
    (2, '2019-06-01 08:00:00', 1, 16, 2),
    (3, '2019-07-01 08:00:00', 1, 60, 3),
    (4, '2020-01-01 00:00:00', 1, 16, 1),
    (7, '2021-01-01 12:00:00', 1, 79, 1),
    (8, '2021-01-01 12:00:00', 1, 79, 1);

INSERT INTO review_detail
    (review_id, store_id, title, detail, nickname, customer_id)
VALUES
    (1, 2, 'Sehr schön', 'Hält den Kaffee warm – und schön ist er auch.', 'Anna', 3),
    (2, 1, 'Hm', 'Too blue.', 'Guest', NULL),
    (3, 1, 'SPAM', 'http://spam.example.com/', 'x', NULL),
    (4, 6, 'Fine', 'Chipped, but cheap.', 'anna', 21),
    (7, NULL, 'Nice read', '', 'Dave', 12),
    (8, 1, 'Nice read', '', 'Dave', 12);

INSERT INTO review_store
    (review_id, store_id)
VALUES
    (1, 0),
    (1, 1),
    (1, 2),
    (2, 0),
    (2, 1),
    (3, 0),
    (4, 0),
    (4, 6),
    (7, 0),
    (7, 1),
    (8, 0),
    (8, 1),
    (8, 3);

-- A pending review has its vote already; two reviews are equal but for their stores and votes.
INSERT INTO rating_option_vote
    (option_id, remote_ip, remote_ip_long, customer_id, entity_pk_value, rating_id, review_id, percent, value)
VALUES
    (5, '203.0.113.7', INET6_ATON('203.0.113.7'), 3, 16, 1, 1, 100, 5),
    (9, '203.0.113.7', INET6_ATON('203.0.113.7'), 3, 16, 2, 1, 80, 4),
    (12, '203.0.113.7', INET6_ATON('203.0.113.7'), 3, 16, 3, 1, 40, 2),
    (1, '198.51.100.1', INET6_ATON('198.51.100.1'), NULL, 16, 1, 2, 20, 1),
    (3, '2001:db8::5', INET6_ATON('2001:db8::5'), 21, 16, 1, 4, 60, 3),
    (5, '198.51.100.2', NULL, 12, 79, 1, 7, 100, 5),
    (10, '198.51.100.2', NULL, 0, 79, 2, 7, 100, 5);

INSERT INTO rating_option_vote_aggregated
    (rating_id, entity_pk_value, vote_count, vote_value_sum, percent, percent_approved, store_id)
VALUES
    (1, 16, 3, 9, 60, 80, 0),
    (1, 16, 2, 6, 60, 100, 1),
    (1, 16, 1, 5, 100, 100, 2),
    (1, 16, 1, 3, 60, 60, 6),
    (2, 16, 1, 4, 80, 80, 0),
    (2, 16, 1, 4, 80, 80, 1),
    (2, 16, 1, 4, 80, 80, 2),
    (3, 16, 1, 2, 40, 40, 0),
    (3, 16, 1, 2, 40, 40, 1),
    (3, 16, 1, 2, 40, 40, 2),
    (1, 79, 1, 5, 100, 100, 0),
    (1, 79, 1, 5, 100, 100, 1),
    (2, 79, 1, 5, 100, 100, 0),
    (2, 79, 1, 5, 100, 100, 1);

INSERT INTO review_entity_summary
    (entity_pk_value, entity_type, reviews_count, rating_summary, store_id)
VALUES
    (16, 1, 2, 70, 0),
    (16, 1, 1, 73, 1),
    (16, 1, 1, 73, 2),
    (16, 1, 0, 0, 3),
    (16, 1, 1, 60, 6),
    (60, 1, 0, 0, 1),
    (60, 1, 0, 0, 2),
    (60, 1, 0, 0, 3),
    (60, 1, 0, 0, 6),
    (79, 1, 2, 100, 0),
    (79, 1, 2, 100, 1),
    (79, 1, 0, 0, 2),
    (79, 1, 1, 0, 3),
    (79, 1, 0, 0, 6);

-- The first four are what the shop makes itself.
INSERT INTO core_url_rewrite
    (url_rewrite_id, store_id, category_id, product_id, id_path, request_path, target_path, is_system, options, description)
VALUES
    (1, 1, NULL, 16, 'product/16', 'mug-blue.html', 'catalog/product/view/id/16', 1, NULL, NULL),
    (2, 2, NULL, 16, 'product/16', 'becher-blau.html', 'catalog/product/view/id/16', 1, NULL, NULL),
    (3, 1, 5, NULL, 'category/5', 'mugs.html', 'catalog/category/view/id/5', 1, NULL, NULL),
    (4, 1, 5, 16, 'product/16/5', 'mugs/mug-blue.html', 'catalog/product/view/id/16/category/5', 1, NULL, NULL),
    (11, 1, NULL, NULL, '11111111_1', 'old-page.html', 'service', 0, 'RP', 'Moved in 2014'),
    (12, 2, NULL, NULL, '11111111_2', 'alte-seite.html', 'http://archive.example.com/seite?id=16', 0, 'R', ''),
    (13, 1, NULL, 27, 'product/27/old', 'red-mug.html', 'catalog/product/view/id/27', 0, 'RP', NULL),
    (14, 1, 7, NULL, 'category/7/old', 'hemden.html', 'catalog/category/view/id/7', 0, 'RP', NULL),
    (15, 1, 7, 61, '11111111_5', 'hemden/rot.html', 'catalog/product/view/id/61/category/7', 0, NULL, NULL),
    (16, 1, NULL, 16, '11111111_6', 'keep-one.html', 'mug-blue.html', 0, 'RP', 'The destination uses this path itself'),
    (17, 6, 14, 64, '11111111_7', 'tea.html', 'tea-box.html', 0, 'RP', NULL);
