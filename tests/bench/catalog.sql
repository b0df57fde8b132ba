-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What the products of the benchmark stand on, on top of the settings of a source catalogue and
-- numbers.sql: attributes that people have made, their options, a second attribute set and 300
-- categories in three levels. `sync` brings them to the destination, where they get other ids.

-- The small shops have no meta attributes; here they are made like all others.
CREATE TABLE bench_attribute (
    attribute_id INT PRIMARY KEY, code VARCHAR(40), type VARCHAR(8), input VARCHAR(20),
    first_option INT, options INT) ENGINE = InnoDB;
INSERT INTO bench_attribute VALUES
    (501, 'color', 'int', 'select', 3001, 40),
    (502, 'size', 'int', 'select', 3101, 12),
    (2001, 'manufacturer', 'int', 'select', 3201, 60),
    (2002, 'cost', 'decimal', 'price', 0, 0),
    (2003, 'meta_title', 'varchar', 'text', 0, 0),
    (2004, 'meta_description', 'varchar', 'textarea', 0, 0),
    (2005, 'meta_keyword', 'text', 'textarea', 0, 0),
    (2006, 'ean', 'varchar', 'text', 0, 0),
    (2007, 'material', 'varchar', 'multiselect', 3301, 30),
    (2008, 'care_notes', 'text', 'textarea', 0, 0);
INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input,
     frontend_label, source_model, is_user_defined)
SELECT attribute_id, 10, code,
       CASE input WHEN 'multiselect' THEN 'eav/entity_attribute_backend_array'
                  WHEN 'price' THEN 'catalog/product_attribute_backend_price' END,
       type, input, code, IF(options > 0, 'eav/entity_attribute_source_table', NULL), 1
FROM bench_attribute WHERE attribute_id > 2000;
INSERT INTO catalog_eav_attribute (attribute_id, is_global, is_searchable, is_filterable)
SELECT attribute_id, 1, 1, options > 0 FROM bench_attribute;

INSERT INTO eav_attribute_option (option_id, attribute_id, sort_order)
SELECT first_option + n - 1, attribute_id, n
FROM bench_attribute JOIN bench_number ON n <= options ORDER BY attribute_id, n;
INSERT INTO eav_attribute_option_value (option_id, store_id, value)
SELECT o.option_id, s.store_id,
       CONCAT(a.code, IF(s.code = 'admin', ' ', ' auf Deutsch '), o.sort_order)
FROM eav_attribute_option o JOIN bench_attribute a USING (attribute_id)
JOIN core_store s ON s.code IN ('admin', 'german')
WHERE o.option_id > 3000 ORDER BY o.option_id, s.store_id;

-- Apparel is a copy of Default, as the back office makes sets.
INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
SELECT 10, 9, 9, attribute_id, attribute_id FROM bench_attribute;
INSERT INTO eav_attribute_set (attribute_set_id, entity_type_id, attribute_set_name)
VALUES (61, 10, 'Apparel');
INSERT INTO eav_attribute_group
    (attribute_group_id, attribute_set_id, attribute_group_name, sort_order, default_id)
SELECT 1000 + attribute_group_id, 61, attribute_group_name, sort_order, default_id
FROM eav_attribute_group WHERE attribute_set_id = 9;
INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
SELECT 10, 61, 1000 + attribute_group_id, attribute_id, sort_order
FROM eav_entity_attribute WHERE attribute_set_id = 9;

-- 12 categories below the root of the shop, 4 below each of them, 5 below each of those.
INSERT INTO catalog_category_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, path, position,
     level, children_count)
SELECT 1000 + n, 9, 12, 3, '2014-01-01 08:00:00', '2020-01-01 08:00:00',
       CONCAT('1/3/', 1000 + n), n, 2, 24
FROM bench_number WHERE n <= 12 ORDER BY n;
INSERT INTO catalog_category_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, path, position,
     level, children_count)
SELECT 1012 + n, 9, 12, p.entity_id, p.created_at, p.updated_at,
       CONCAT(p.path, '/', 1012 + n), 1 + (n - 1) % 4, 3, 5
FROM bench_number JOIN catalog_category_entity p ON p.entity_id = 1001 + (n - 1) DIV 4
WHERE n <= 48 ORDER BY n;
INSERT INTO catalog_category_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, path, position,
     level, children_count)
SELECT 1060 + n, 9, 12, p.entity_id, p.created_at, p.updated_at,
       CONCAT(p.path, '/', 1060 + n), 1 + (n - 1) % 5, 4, 0
FROM bench_number JOIN catalog_category_entity p ON p.entity_id = 1013 + (n - 1) DIV 5
WHERE n <= 240 ORDER BY n;
UPDATE catalog_category_entity SET children_count = children_count + 300 WHERE entity_id IN (1, 3);

INSERT INTO catalog_category_entity_varchar
    (entity_type_id, attribute_id, store_id, entity_id, value)
SELECT 9, a.attribute_id, 0, c.entity_id,
       IF(a.attribute_code = 'name', CONCAT('Category ', c.entity_id),
          CONCAT('category-', c.entity_id))
FROM catalog_category_entity c JOIN eav_attribute a ON a.entity_type_id = 9
     AND a.attribute_code IN ('name', 'url_key')
ORDER BY c.entity_id, a.attribute_id;
INSERT INTO catalog_category_entity_int
    (entity_type_id, attribute_id, store_id, entity_id, value)
SELECT 9, a.attribute_id, 0, c.entity_id, 1
FROM catalog_category_entity c JOIN eav_attribute a ON a.entity_type_id = 9
     AND a.attribute_code IN ('is_active', 'is_anchor', 'include_in_menu')
ORDER BY c.entity_id, a.attribute_id;
