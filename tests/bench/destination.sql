-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What an earlier move has brought to the destination of the benchmark: the products, and the ids that
-- their options have become. Needs the tool's own tables, so it comes after the customers.

INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at)
SELECT 500000 + entity_id, 14, 44, type_id, sku, created_at, updated_at
FROM bench_source.catalog_product_entity WHERE sku LIKE 'sku-%' ORDER BY entity_id;

-- 20 to 23 are the registry's numbers for options, their values, bundle options and selections.
INSERT INTO datasync_part_registry (source_no, part_type, source_id, target_id)
SELECT s.source_no, p.part_type, p.id, 700000 + p.id
FROM (SELECT MIN(source_no) AS source_no FROM datasync_source) s
JOIN (SELECT 20 AS part_type, option_id AS id FROM bench_source.catalog_product_option
      UNION ALL SELECT 21, option_type_id FROM bench_source.catalog_product_option_type_value
      UNION ALL SELECT 22, option_id FROM bench_source.catalog_product_bundle_option
      UNION ALL SELECT 23, selection_id FROM bench_source.catalog_product_bundle_selection) p;
