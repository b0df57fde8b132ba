-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What the destination sells itself and must keep. Goes on top of destination_content.sql and
-- catalog_base_destination.sql.

-- An attribute in the Default set and an option of an attribute that both shops have.
INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input, frontend_label, frontend_class, source_model, is_required, is_user_defined, default_value, is_unique, note)
VALUES
    (1641, 14, 'warehouse_code', NULL, 'varchar', 'text', 'Warehouse', NULL, NULL, 0, 1, NULL, 0, NULL);

INSERT INTO catalog_eav_attribute
    (attribute_id, is_global, is_searchable, is_configurable)
VALUES
    (1641, 1, 1, 0);

INSERT INTO eav_attribute_label
    (attribute_id, store_id, value)
VALUES
    (1641, 12, 'Lager');

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (14, 44, 114, 1641, 1);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (7103, 1602, 2),
    (7122, 1640, 1);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (7103, 0, 'Violet'),
    (7103, 12, 'Lila'),
    (7122, 0, 'Own brand');

INSERT INTO eav_attribute_set
    (attribute_set_id, entity_type_id, attribute_set_name, sort_order)
VALUES
    (45, 14, 'Keep', 9);

INSERT INTO eav_attribute_group
    (attribute_group_id, attribute_set_id, attribute_group_name, sort_order, default_id)
VALUES
    (119, 45, 'General', 1, 1);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (14, 45, 119, 1631, 1),
    (14, 45, 119, 1629, 2),
    (14, 45, 119, 1628, 3),
    (14, 45, 119, 1622, 4),
    (14, 45, 119, 1618, 5),
    (14, 45, 119, 1621, 6),
    (14, 45, 119, 1641, 9);

INSERT INTO catalog_category_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, path, position, level, children_count)
VALUES
    (40, 13, 43, 2, '2023-01-01 10:00:00', '2023-01-01 10:00:00', '1/2/40', 1, 2, 0);

UPDATE catalog_category_entity SET children_count = 2 WHERE entity_id = 1;
UPDATE catalog_category_entity SET children_count = 1 WHERE entity_id = 2;

INSERT INTO catalog_category_entity_varchar
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (13, 1719, 0, 40, 'Keep'),
    (13, 1719, 12, 40, 'Bleibt'),
    (13, 1710, 0, 40, 'keep');

INSERT INTO catalog_category_entity_int
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (13, 1713, 0, 40, 1),
    (13, 1715, 0, 40, 1501);

-- KEEP-1 is there already.
INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at)
VALUES
    (90021, 14, 45, 'simple', 'KEEP-2', '2019-03-01 08:00:00', '2024-05-01 08:00:00');

INSERT INTO catalog_product_entity_varchar
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (14, 1631, 0, 90020, 'One'),
    (14, 1631, 0, 90021, 'Two'),
    (14, 1631, 12, 90020, 'Eins'),
    (14, 1620, 0, 90020, 'keep-one'),
    (14, 1620, 0, 90021, 'keep-two'),
    (14, 1626, 0, 90020, '/k/e/keep.jpg'),
    (14, 1641, 0, 90020, 'W-1'),
    (14, 1641, 0, 90021, 'W-2');

INSERT INTO catalog_product_entity_int
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (14, 1622, 0, 90020, 1),
    (14, 1618, 0, 90020, 4),
    (14, 1621, 0, 90020, 62),
    (14, 1622, 0, 90021, 1),
    (14, 1618, 0, 90021, 4),
    (14, 1621, 0, 90021, 62),
    (14, 1602, 0, 90020, 7103),
    (14, 1640, 0, 90020, 7122),
    (14, 1602, 0, 90021, 7102);

INSERT INTO catalog_product_entity_decimal
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (14, 1628, 0, 90020, 3.0000),
    (14, 1628, 35, 90020, 2.0000),
    (14, 1628, 0, 90021, 4.0000);

INSERT INTO catalog_product_entity_text
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (14, 1630, 0, 90020, 'Stays.');

INSERT INTO catalog_product_entity_datetime
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (14, 1616, 0, 90020, '2023-01-01 00:00:00');

INSERT INTO catalog_product_website
    (product_id, website_id)
VALUES
    (90020, 7),
    (90020, 9),
    (90021, 7);

INSERT INTO catalog_category_product
    (category_id, product_id, position)
VALUES
    (2, 90020, 1),
    (40, 90020, 1),
    (40, 90021, 2);

INSERT INTO catalog_product_entity_tier_price
    (value_id, entity_id, all_groups, customer_group_id, qty, value, website_id)
VALUES
    (40801, 90020, 1, 0, 5.0000, 2.5000, 0);

INSERT INTO catalog_product_entity_media_gallery
    (value_id, attribute_id, entity_id, value)
VALUES
    (40801, 1611, 90020, '/k/e/keep.jpg');

INSERT INTO catalog_product_entity_media_gallery_value
    (value_id, store_id, label, position, disabled)
VALUES
    (40801, 0, 'Keep', 1, 0);

INSERT INTO catalog_product_link
    (link_id, product_id, linked_product_id, link_type_id)
VALUES
    (40801, 90020, 90021, 1);

INSERT INTO catalog_product_link_attribute_int
    (product_link_attribute_id, link_id, value)
VALUES
    (51, 40801, 1);

INSERT INTO catalog_product_option
    (option_id, product_id, type, is_require, sort_order)
VALUES
    (40801, 90021, 'field', 0, 0);

INSERT INTO catalog_product_option_title
    (option_id, store_id, title)
VALUES
    (40801, 0, 'Engraving');

INSERT INTO cataloginventory_stock_item
    (item_id, product_id, stock_id, qty, is_in_stock, manage_stock)
VALUES
    (40801, 90020, 1, 5.0000, 1, 1),
    (40802, 90021, 1, 6.0000, 1, 1);

INSERT INTO cataloginventory_stock_status
    (product_id, website_id, stock_id, qty, stock_status)
VALUES
    (90020, 7, 1, 5.0000, 1),
    (90021, 7, 1, 6.0000, 1);

INSERT INTO review
    (review_id, created_at, entity_id, entity_pk_value, status_id)
VALUES
    (40801, '2023-02-01 10:00:00', 21, 90020, 1);

INSERT INTO review_detail
    (review_id, store_id, title, detail, nickname, customer_id)
VALUES
    (40801, 31, 'Keep', 'Stays as it is.', 'Keep', 60001);

INSERT INTO review_store
    (review_id, store_id)
VALUES
    (40801, 0),
    (40801, 31);

INSERT INTO rating_option_vote
    (option_id, remote_ip, customer_id, entity_pk_value, rating_id, review_id, percent, value)
VALUES
    (305, '192.0.2.1', 60001, 90020, 31, 40801, 100, 5);

INSERT INTO rating_option_vote_aggregated
    (rating_id, entity_pk_value, vote_count, vote_value_sum, percent, percent_approved, store_id)
VALUES
    (31, 90020, 1, 5, 100, 100, 0),
    (31, 90020, 1, 5, 100, 100, 31);

INSERT INTO review_entity_summary
    (entity_pk_value, entity_type, reviews_count, rating_summary, store_id)
VALUES
    (90020, 21, 1, 100, 0),
    (90020, 21, 1, 100, 31);

-- A redirect of the source wants the first path.
INSERT INTO core_url_rewrite
    (url_rewrite_id, store_id, category_id, product_id, id_path, request_path, target_path, is_system, options, description)
VALUES
    (40801, 31, NULL, 90020, 'product/90020', 'keep-one.html', 'catalog/product/view/id/90020', 1, NULL, NULL),
    (40802, 31, 40, NULL, 'category/40', 'keep.html', 'catalog/category/view/id/40', 1, NULL, NULL),
    (40803, 31, NULL, NULL, '40803_1', 'keep-old.html', 'keep.html', 0, 'RP', 'Own redirect');
