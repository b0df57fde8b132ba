-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Settings of the catalogue in the shop that grew: attributes of products and categories, the Default
-- sets, kinds of links, ratings, indexes. Goes on top of goods_source.sql and schema_catalog_*.sql.

-- What modules have left behind: columns that no other shop has.
ALTER TABLE catalog_product_entity ADD COLUMN legacy_ref varchar(32) DEFAULT NULL AFTER sku;
ALTER TABLE catalog_category_entity ADD COLUMN feed_id int(10) unsigned NOT NULL DEFAULT 0;
ALTER TABLE cataloginventory_stock_item ADD COLUMN shelf varchar(16) DEFAULT NULL AFTER qty;

INSERT INTO eav_attribute_group
    (attribute_group_id, attribute_set_id, attribute_group_name, sort_order, default_id)
VALUES
    (13, 9, 'Prices', 2, 0),
    (14, 9, 'Meta Information', 3, 0),
    (15, 9, 'Images', 4, 0),
    (118, 9, 'Design', 6, 0),
    (166, 12, 'Display Settings', 20, 0),
    (167, 12, 'Custom Design', 30, 0);

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input, frontend_label, source_model, is_required, default_value)
VALUES
    (111, 9, 'name', '', 'varchar', 'text', 'Name', NULL, 1, NULL),
    (112, 9, 'description', '', 'text', 'textarea', 'Description', NULL, 0, NULL),
    (113, 9, 'image', 'catalog/category_attribute_backend_image', 'varchar', 'image', 'Image', NULL, 0, NULL),
    (114, 9, 'meta_title', '', 'varchar', 'text', 'Page Title', NULL, 0, NULL),
    (117, 9, 'landing_page', '', 'int', 'select', 'CMS Block', 'catalog/category_attribute_source_page', 0, NULL),
    (118, 9, 'display_mode', '', 'varchar', 'select', 'Display Mode', 'catalog/category_attribute_source_mode', 0, NULL),
    (119, 9, 'is_active', '', 'int', 'select', 'Is Active', 'eav/entity_attribute_source_boolean', 1, NULL),
    (120, 9, 'is_anchor', '', 'int', 'select', 'Is Anchor', 'eav/entity_attribute_source_boolean', 0, NULL),
    (121, 9, 'all_children', '', 'text', NULL, NULL, NULL, 0, NULL),
    (479, 9, 'url_key', 'catalog/category_attribute_backend_urlkey', 'varchar', 'text', 'URL Key', NULL, 0, NULL),
    (530, 9, 'custom_layout_update', 'catalog/attribute_backend_customlayoutupdate', 'text', 'textarea', 'Custom Layout Update', NULL, 0, NULL),
    (533, 9, 'url_path', '', 'varchar', NULL, NULL, NULL, 0, NULL),
    (563, 9, 'custom_design', '', 'varchar', 'select', 'Custom Design', 'core/design_source_design', 0, NULL),
    (565, 9, 'custom_design_from', 'eav/entity_attribute_backend_datetime', 'datetime', 'date', 'Active From', NULL, 0, NULL),
    (701, 9, 'path', '', 'static', NULL, 'Path', NULL, 0, NULL),
    (702, 9, 'position', '', 'static', NULL, 'Position', NULL, 0, NULL),
    (835, 9, 'level', '', 'static', NULL, 'Level', NULL, 0, NULL),
    (929, 9, 'available_sort_by', 'catalog/category_attribute_backend_sortby', 'text', 'multiselect', 'Available Product Listing Sort By', 'catalog/category_attribute_source_sortby', 1, NULL),
    (934, 9, 'include_in_menu', '', 'int', 'select', 'Include in Navigation Menu', 'eav/entity_attribute_source_boolean', 1, '1'),
    (939, 9, 'filter_price_range', '', 'decimal', 'text', 'Layered Navigation Price Step', NULL, 0, NULL),
    (96, 10, 'name', '', 'varchar', 'text', 'Name', NULL, 1, NULL),
    (97, 10, 'description', '', 'text', 'textarea', 'Description', NULL, 1, NULL),
    (98, 10, 'sku', 'catalog/product_attribute_backend_sku', 'static', 'text', 'SKU', NULL, 1, NULL),
    (99, 10, 'price', 'catalog/product_attribute_backend_price', 'decimal', 'price', 'Price', NULL, 1, NULL),
    (101, 10, 'weight', '', 'decimal', 'weight', 'Weight', NULL, 1, NULL),
    (106, 10, 'image', '', 'varchar', 'media_image', 'Base Image', NULL, 0, NULL),
    (109, 10, 'small_image', '', 'varchar', 'media_image', 'Small Image', NULL, 0, NULL),
    (110, 10, 'thumbnail', '', 'varchar', 'media_image', 'Thumbnail', NULL, 0, NULL),
    (270, 10, 'tier_price', 'catalog/product_attribute_backend_tierprice', 'decimal', 'text', 'Tier Price', NULL, 0, NULL),
    (273, 10, 'status', '', 'int', 'select', 'Status', 'catalog/product_status', 1, NULL),
    (274, 10, 'tax_class_id', '', 'int', 'select', 'Tax Class', 'tax/class_source_product', 1, NULL),
    (481, 10, 'url_key', 'catalog/product_attribute_backend_urlkey', 'varchar', 'text', 'URL Key', NULL, 0, NULL),
    (506, 10, 'short_description', '', 'text', 'textarea', 'Short Description', NULL, 1, NULL),
    (526, 10, 'visibility', '', 'int', 'select', 'Visibility', 'catalog/product_visibility', 1, '4'),
    (567, 10, 'special_price', 'catalog/product_attribute_backend_price', 'decimal', 'price', 'Special Price', NULL, 0, NULL),
    (568, 10, 'special_from_date', 'catalog/product_attribute_backend_startdate_specialprice', 'datetime', 'date', 'Special Price From Date', NULL, 0, NULL),
    (569, 10, 'special_to_date', 'eav/entity_attribute_backend_datetime', 'datetime', 'date', 'Special Price To Date', NULL, 0, NULL),
    (570, 10, 'url_path', '', 'varchar', NULL, NULL, NULL, 0, NULL),
    (571, 10, 'custom_design', '', 'varchar', 'select', 'Custom Design', 'core/design_source_design', 0, NULL),
    (572, 10, 'custom_layout_update', 'catalog/attribute_backend_customlayoutupdate', 'text', 'textarea', 'Custom Layout Update', NULL, 0, NULL),
    (703, 10, 'media_gallery', 'catalog/product_attribute_backend_media', 'varchar', 'gallery', 'Media Gallery', NULL, 0, NULL),
    (836, 10, 'options_container', '', 'varchar', 'select', 'Display Product Options In', 'catalog/entity_product_attribute_design_options_container', 0, 'container1'),
    (859, 10, 'price_type', '', 'int', NULL, NULL, NULL, 1, NULL),
    (860, 10, 'sku_type', '', 'int', NULL, NULL, NULL, 1, NULL),
    (861, 10, 'weight_type', '', 'int', NULL, NULL, NULL, 1, NULL),
    (862, 10, 'price_view', '', 'int', 'select', 'Price View', 'bundle/product_attribute_source_price_view', 1, NULL),
    (863, 10, 'shipment_type', '', 'int', NULL, 'Shipment', NULL, 1, NULL),
    (866, 10, 'links_title', '', 'varchar', NULL, 'Links title', NULL, 1, NULL),
    (867, 10, 'links_purchased_separately', '', 'int', NULL, 'Links can be purchased separately', NULL, 1, NULL),
    (868, 10, 'links_exist', '', 'int', NULL, NULL, NULL, 0, '0'),
    (879, 10, 'image_label', '', 'varchar', 'text', 'Image Label', NULL, 0, NULL),
    (880, 10, 'small_image_label', '', 'varchar', 'text', 'Small Image Label', NULL, 0, NULL),
    (932, 10, 'created_at', 'eav/entity_attribute_backend_time_created', 'static', 'text', NULL, NULL, 1, NULL),
    (933, 10, 'updated_at', 'eav/entity_attribute_backend_time_updated', 'static', 'text', NULL, NULL, 1, NULL),
    (935, 10, 'category_ids', '', 'static', 'text', NULL, NULL, 0, NULL),
    (969, 10, 'group_price', 'catalog/product_attribute_backend_groupprice', 'decimal', 'text', 'Group Price', NULL, 0, NULL);

INSERT INTO catalog_eav_attribute
    (attribute_id, is_global, is_visible, is_searchable, is_filterable, is_comparable, is_visible_on_front, is_html_allowed_on_front, is_used_for_price_rules, used_in_product_listing, used_for_sort_by, is_configurable, apply_to, position)
VALUES
    (111, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (112, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (113, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (114, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (117, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (118, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (119, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (120, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (121, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (479, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (530, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (533, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (563, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (565, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (701, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (702, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (835, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (929, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (934, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (939, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (96, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, NULL, 0),
    (97, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, NULL, 0),
    (98, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, NULL, 0),
    (99, 2, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (101, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 'simple,bundle', 0),
    (106, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (109, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (110, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (270, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (273, 2, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (274, 2, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (481, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (506, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1, NULL, 0),
    (526, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (567, 2, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (568, 2, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (569, 2, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (570, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (571, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (572, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (703, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (836, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (859, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (860, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 'bundle', 0),
    (861, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (862, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (863, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (866, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 'downloadable', 0),
    (867, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'downloadable', 0),
    (868, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 'downloadable', 0),
    (879, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, NULL, 0),
    (880, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, NULL, 0),
    (932, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (933, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (935, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (969, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (9, 12, 12, 111, 10),
    (9, 12, 12, 112, 20),
    (9, 12, 12, 113, 30),
    (9, 12, 12, 114, 40),
    (9, 12, 12, 119, 50),
    (9, 12, 12, 121, 60),
    (9, 12, 12, 479, 70),
    (9, 12, 12, 533, 80),
    (9, 12, 12, 701, 90),
    (9, 12, 12, 702, 100),
    (9, 12, 12, 835, 110),
    (9, 12, 12, 934, 120),
    (9, 12, 166, 117, 10),
    (9, 12, 166, 118, 20),
    (9, 12, 166, 120, 30),
    (9, 12, 166, 929, 40),
    (9, 12, 166, 939, 50),
    (9, 12, 167, 563, 10),
    (9, 12, 167, 565, 20),
    (9, 12, 167, 530, 30),
    (10, 9, 9, 96, 1),
    (10, 9, 9, 97, 2),
    (10, 9, 9, 506, 3),
    (10, 9, 9, 98, 4),
    (10, 9, 9, 101, 5),
    (10, 9, 9, 273, 6),
    (10, 9, 9, 481, 7),
    (10, 9, 9, 570, 8),
    (10, 9, 9, 526, 9),
    (10, 9, 9, 859, 10),
    (10, 9, 9, 860, 11),
    (10, 9, 9, 861, 12),
    (10, 9, 9, 863, 13),
    (10, 9, 9, 866, 14),
    (10, 9, 9, 867, 15),
    (10, 9, 9, 868, 16),
    (10, 9, 9, 932, 17),
    (10, 9, 9, 933, 18),
    (10, 9, 9, 935, 19),
    (10, 9, 13, 99, 1),
    (10, 9, 13, 567, 2),
    (10, 9, 13, 568, 3),
    (10, 9, 13, 569, 4),
    (10, 9, 13, 270, 5),
    (10, 9, 13, 969, 6),
    (10, 9, 13, 274, 7),
    (10, 9, 13, 862, 8),
    (10, 9, 15, 106, 1),
    (10, 9, 15, 109, 2),
    (10, 9, 15, 110, 3),
    (10, 9, 15, 703, 4),
    (10, 9, 15, 879, 5),
    (10, 9, 15, 880, 6),
    (10, 9, 118, 571, 1),
    (10, 9, 118, 572, 2),
    (10, 9, 118, 836, 3);

INSERT INTO cataloginventory_stock
    (stock_id, stock_name)
VALUES
    (1, 'Default');

INSERT INTO catalog_product_link_type
    (link_type_id, code)
VALUES
    (1, 'relation'),
    (2, 'bundle'),
    (3, 'super'),
    (4, 'up_sell'),
    (5, 'cross_sell');

INSERT INTO catalog_product_link_attribute
    (product_link_attribute_id, link_type_id, product_link_attribute_code, data_type)
VALUES
    (1, 2, 'qty', 'decimal'),
    (2, 1, 'position', 'int'),
    (3, 4, 'position', 'int'),
    (4, 5, 'position', 'int'),
    (6, 1, 'qty', 'decimal'),
    (7, 3, 'position', 'int'),
    (8, 3, 'qty', 'decimal'),
    (9, 4, 'badge', 'varchar');

INSERT INTO review_entity
    (entity_id, entity_code)
VALUES
    (1, 'product'),
    (2, 'customer'),
    (3, 'category');

INSERT INTO review_status
    (status_id, status_code)
VALUES
    (1, 'Approved'),
    (2, 'Pending'),
    (3, 'Not Approved');

INSERT INTO rating_entity
    (entity_id, entity_code)
VALUES
    (1, 'product'),
    (2, 'product_review'),
    (3, 'review');

INSERT INTO rating
    (rating_id, entity_id, rating_code, position)
VALUES
    (1, 1, 'Quality', 0),
    (2, 1, 'Value', 0),
    (3, 1, 'Price', 0);

INSERT INTO rating_option
    (option_id, rating_id, code, value, position)
VALUES
    (1, 1, '1', 1, 1),
    (2, 1, '2', 2, 2),
    (3, 1, '3', 3, 3),
    (4, 1, '4', 4, 4),
    (5, 1, '5', 5, 5),
    (6, 2, '1', 1, 1),
    (7, 2, '2', 2, 2),
    (8, 2, '3', 3, 3),
    (9, 2, '4', 4, 4),
    (10, 2, '5', 5, 5),
    (11, 3, '1', 1, 1),
    (12, 3, '2', 2, 2),
    (13, 3, '3', 3, 3),
    (14, 3, '4', 4, 4),
    (15, 3, '5', 5, 5);

INSERT INTO rating_store
    (rating_id, store_id)
VALUES
    (1, 0),
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 6),
    (2, 0),
    (2, 1),
    (2, 2),
    (2, 3),
    (2, 6),
    (3, 0),
    (3, 1),
    (3, 2),
    (3, 3),
    (3, 6);

INSERT INTO rating_title
    (rating_id, store_id, value)
VALUES
    (1, 2, 'Qualität'),
    (3, 2, 'Preis');

INSERT INTO index_process
    (process_id, indexer_code, status, started_at, ended_at, mode)
VALUES
    (1, 'catalog_product_attribute', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (2, 'catalog_product_price', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (3, 'catalog_url', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (4, 'catalog_product_flat', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (5, 'catalog_category_flat', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (6, 'catalog_category_product', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (7, 'catalogsearch_fulltext', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (8, 'cataloginventory_stock', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time'),
    (9, 'tag_summary', 'pending', '2024-06-01 02:00:00', '2024-06-01 02:03:00', 'real_time');

-- System attributes have names of stores too.
INSERT INTO eav_attribute_label
    (attribute_id, store_id, value)
VALUES
    (96, 2, 'Bezeichnung');
