-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Makes @products products on top of catalog.sql, without attribute values: websites, two or three
-- categories each, stock. Every fifth product is sold in a second website.

INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at)
SELECT 1000 + n, 10, IF(n % 2 = 0, 9, 61), 'simple', CONCAT('ART-', LPAD(n, 6, '0')),
       '2014-01-01 08:00:00' + INTERVAL n % 100000 MINUTE,
       '2020-01-01 08:00:00' + INTERVAL n % 100000 MINUTE
FROM bench_number WHERE n <= @products ORDER BY n;

INSERT INTO catalog_product_website (product_id, website_id)
SELECT 1000 + n, w.website_id
FROM bench_number JOIN core_website w ON w.code = 'base' OR (w.code = 'outlet' AND n % 5 = 0)
WHERE n <= @products ORDER BY n, w.website_id;

-- Two categories of the lowest level, half of the products in one of the highest too.
INSERT INTO catalog_category_product (category_id, product_id, position)
SELECT ELT(k.n, 1061 + p.n % 240, 1061 + (p.n + 7 + p.n % 11) % 240, 1001 + p.n % 12),
       1000 + p.n, p.n % 1000
FROM bench_number p JOIN bench_number k ON k.n <= 2 + p.n % 2
WHERE p.n <= @products ORDER BY p.n, k.n;

INSERT INTO cataloginventory_stock_item
    (item_id, product_id, stock_id, qty, min_qty, use_config_min_qty, max_sale_qty, is_in_stock,
     low_stock_date, notify_stock_qty, manage_stock)
SELECT n, 1000 + n, 1, n % 500, n % 7, n % 2, 100, n % 500 > 0,
       IF(n % 5 = 0, '2020-01-01 10:00:00', NULL), IF(n % 3 = 0, n % 10, NULL), n % 2
FROM bench_number WHERE n <= @products ORDER BY n;
INSERT INTO cataloginventory_stock_status (product_id, website_id, stock_id, qty, stock_status)
SELECT i.product_id, w.website_id, i.stock_id, i.qty, i.is_in_stock
FROM cataloginventory_stock_item i JOIN catalog_product_website w USING (product_id)
ORDER BY i.product_id, w.website_id;

ANALYZE TABLE catalog_product_entity, catalog_product_website, catalog_category_product,
    cataloginventory_stock_item, cataloginventory_stock_status;
