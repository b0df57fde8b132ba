-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Gives the products of products.sql their attribute values: 13 varchar, 6 int, 4 decimal and 6
-- text each, two of them of the German store.

SET @text = REPEAT(CONCAT(
    '<p>Woven from organic cotton, washed twice and dyed by hand: it keeps its colour and shape.</p>\n',
    '<ul><li>Sizes: see the table below</li><li>Wash at 30 °C, do not tumble dry</li></ul>\n',
    '<p>Größe und Farbe können vom Bild abweichen. It doesn''t shrink, and comes in a "box" that\n',
    '<a href="http://old.example.com/about">we make ourselves</a> of what others throw away.</p>\n'), 10);

-- Joined in the order of this table's key, the values come as a shop has saved them, product by
-- product; sorting the texts would take longer than all the rest.
CREATE TABLE bench_value (
    type VARCHAR(8), attribute_id INT, store_id INT, code VARCHAR(40),
    PRIMARY KEY (type, attribute_id, store_id)) ENGINE = InnoDB;
INSERT INTO bench_value
SELECT a.backend_type, a.attribute_id, s.store_id, a.attribute_code
FROM eav_attribute a JOIN core_store s ON s.code = 'admin'
     OR (s.code = 'german' AND a.attribute_code IN ('name', 'description'))
WHERE a.entity_type_id = 10 AND a.attribute_code IN
    ('name', 'url_key', 'options_container', 'image', 'small_image', 'thumbnail', 'image_label',
     'small_image_label', 'meta_title', 'meta_description', 'ean', 'material',
     'status', 'visibility', 'tax_class_id', 'color', 'size', 'manufacturer',
     'price', 'special_price', 'weight', 'cost',
     'description', 'short_description', 'meta_keyword', 'care_notes', 'custom_layout_update');

INSERT INTO catalog_product_entity_varchar (entity_type_id, attribute_id, store_id, entity_id, value)
SELECT 10, v.attribute_id, v.store_id, 1000 + n, CASE v.code
    WHEN 'name' THEN CONCAT(IF(v.store_id = 0, 'Shirt, organic cotton, no. ',
                               'Hemd, Bio-Baumwolle für Große, Nr. '), n)
    WHEN 'url_key' THEN CONCAT('shirt-organic-cotton-no-', n)
    WHEN 'options_container' THEN 'container1'
    WHEN 'image_label' THEN CONCAT('Shirt no. ', n, ' from the front')
    WHEN 'small_image_label' THEN CONCAT('Shirt no. ', n)
    WHEN 'meta_title' THEN CONCAT('Shirt, organic cotton, no. ', n, ' | Our Shop')
    WHEN 'meta_description' THEN CONCAT('Order shirt no. ', n, ' of organic cotton here. At your ',
                                        'door within three days, in all sizes and colours.')
    WHEN 'ean' THEN 4006381000000 + n
    WHEN 'material' THEN CONCAT(3301 + n % 10, ',', 3311 + n % 20)
    ELSE 'no_selection' END
FROM bench_number STRAIGHT_JOIN bench_value v ON v.type = 'varchar' WHERE n <= @products;

INSERT INTO catalog_product_entity_int (entity_type_id, attribute_id, store_id, entity_id, value)
SELECT 10, v.attribute_id, v.store_id, 1000 + n, CASE v.code
    WHEN 'status' THEN IF(n % 10 = 0, 2, 1)
    WHEN 'visibility' THEN IF(n % 4 = 0, 1, 4)
    WHEN 'tax_class_id' THEN 2
    WHEN 'color' THEN 3001 + n % 40
    WHEN 'size' THEN 3101 + n % 12
    ELSE 3201 + n % 60 END
FROM bench_number STRAIGHT_JOIN bench_value v ON v.type = 'int' WHERE n <= @products;

INSERT INTO catalog_product_entity_decimal (entity_type_id, attribute_id, store_id, entity_id, value)
SELECT 10, v.attribute_id, v.store_id, 1000 + n, CASE v.code
    WHEN 'price' THEN 5 + n * 7 % 99500 / 100
    WHEN 'special_price' THEN IF(n % 6 = 0, 4 + n % 90, NULL)
    WHEN 'weight' THEN n % 3000 / 1000
    ELSE 2 + n * 7 % 49750 / 100 END
FROM bench_number STRAIGHT_JOIN bench_value v ON v.type = 'decimal' WHERE n <= @products;

INSERT INTO catalog_product_entity_text (entity_type_id, attribute_id, store_id, entity_id, value)
SELECT 10, v.attribute_id, v.store_id, 1000 + n, CASE v.code
    WHEN 'description' THEN SUBSTRING(@text, 1 + n * 37 % 900, 300 + (n + v.store_id) * 91 % 1700)
    WHEN 'short_description' THEN SUBSTRING(@text, 1 + n * 41 % 900, 80 + n * 17 % 200)
    WHEN 'meta_keyword' THEN CONCAT('shirt, cotton, organic, no. ', n)
    WHEN 'care_notes' THEN SUBSTRING(@text, 1 + n * 43 % 900, 60 + n * 57 % 100)
    ELSE '' END
FROM bench_number STRAIGHT_JOIN bench_value v ON v.type = 'text' WHERE n <= @products;

ANALYZE TABLE catalog_product_entity_varchar, catalog_product_entity_int,
    catalog_product_entity_decimal, catalog_product_entity_text;
