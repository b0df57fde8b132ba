-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- The same settings under other ids, fewer kinds of links, every counter far away. Goes on top of
-- base_destination.sql and schema_catalog_*.sql.

ALTER TABLE catalog_category_entity AUTO_INCREMENT = 41000;
ALTER TABLE catalog_product_option AUTO_INCREMENT = 41300;
ALTER TABLE catalog_product_option_type_value AUTO_INCREMENT = 41600;
ALTER TABLE catalog_product_bundle_option AUTO_INCREMENT = 41900;
ALTER TABLE catalog_product_bundle_selection AUTO_INCREMENT = 42200;
ALTER TABLE downloadable_link AUTO_INCREMENT = 42500;
ALTER TABLE catalog_category_entity_datetime AUTO_INCREMENT = 42800;
ALTER TABLE catalog_category_entity_decimal AUTO_INCREMENT = 43100;
ALTER TABLE catalog_category_entity_int AUTO_INCREMENT = 43400;
ALTER TABLE catalog_category_entity_text AUTO_INCREMENT = 43700;
ALTER TABLE catalog_category_entity_varchar AUTO_INCREMENT = 44000;
ALTER TABLE catalog_product_entity_datetime AUTO_INCREMENT = 45000;
ALTER TABLE catalog_product_entity_decimal AUTO_INCREMENT = 46000;
ALTER TABLE catalog_product_entity_int AUTO_INCREMENT = 47000;
ALTER TABLE catalog_product_entity_text AUTO_INCREMENT = 48000;
ALTER TABLE catalog_product_entity_varchar AUTO_INCREMENT = 49000;
ALTER TABLE catalog_product_entity_gallery AUTO_INCREMENT = 50000;
ALTER TABLE catalog_product_entity_tier_price AUTO_INCREMENT = 51000;
ALTER TABLE catalog_product_entity_group_price AUTO_INCREMENT = 52000;
ALTER TABLE catalog_product_entity_media_gallery AUTO_INCREMENT = 53000;
ALTER TABLE catalog_product_link_type AUTO_INCREMENT = 90;
ALTER TABLE catalog_product_link_attribute AUTO_INCREMENT = 90;
ALTER TABLE catalog_product_link AUTO_INCREMENT = 54000;
ALTER TABLE catalog_product_link_attribute_int AUTO_INCREMENT = 55000;
ALTER TABLE catalog_product_link_attribute_decimal AUTO_INCREMENT = 56000;
ALTER TABLE catalog_product_link_attribute_varchar AUTO_INCREMENT = 57000;
ALTER TABLE catalog_product_super_attribute AUTO_INCREMENT = 58000;
ALTER TABLE catalog_product_super_attribute_label AUTO_INCREMENT = 59000;
ALTER TABLE catalog_product_super_attribute_pricing AUTO_INCREMENT = 60000;
ALTER TABLE catalog_product_super_link AUTO_INCREMENT = 61000;
ALTER TABLE catalog_product_option_title AUTO_INCREMENT = 62000;
ALTER TABLE catalog_product_option_price AUTO_INCREMENT = 63000;
ALTER TABLE catalog_product_option_type_title AUTO_INCREMENT = 64000;
ALTER TABLE catalog_product_option_type_price AUTO_INCREMENT = 65000;
ALTER TABLE catalog_product_bundle_option_value AUTO_INCREMENT = 66000;
ALTER TABLE downloadable_link_price AUTO_INCREMENT = 67000;
ALTER TABLE downloadable_link_title AUTO_INCREMENT = 68000;
ALTER TABLE downloadable_sample AUTO_INCREMENT = 69000;
ALTER TABLE downloadable_sample_title AUTO_INCREMENT = 70000;
ALTER TABLE cataloginventory_stock AUTO_INCREMENT = 90;
ALTER TABLE cataloginventory_stock_item AUTO_INCREMENT = 71000;
ALTER TABLE review_entity AUTO_INCREMENT = 60;
ALTER TABLE review_status AUTO_INCREMENT = 60;
ALTER TABLE review AUTO_INCREMENT = 72000;
ALTER TABLE review_detail AUTO_INCREMENT = 73000;
ALTER TABLE review_entity_summary AUTO_INCREMENT = 74000;
ALTER TABLE rating_entity AUTO_INCREMENT = 60;
ALTER TABLE rating AUTO_INCREMENT = 70;
ALTER TABLE rating_option AUTO_INCREMENT = 400;
ALTER TABLE rating_option_vote AUTO_INCREMENT = 75000;
ALTER TABLE rating_option_vote_aggregated AUTO_INCREMENT = 76000;
ALTER TABLE core_url_rewrite AUTO_INCREMENT = 77000;
ALTER TABLE index_process AUTO_INCREMENT = 60;
ALTER TABLE weee_tax AUTO_INCREMENT = 78000;

INSERT INTO eav_attribute_group
    (attribute_group_id, attribute_set_id, attribute_group_name, sort_order, default_id)
VALUES
    (111, 44, 'Images', 4, 0),
    (112, 44, 'Prices', 2, 0),
    (113, 44, 'Design', 6, 0),
    (114, 44, 'Recurring Profile', 5, 0),
    (115, 44, 'Meta Information', 3, 0),
    (116, 43, 'Custom Design', 30, 0),
    (117, 43, 'Display Settings', 20, 0);

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input, frontend_label, source_model, is_required, default_value)
VALUES
    (1700, 13, 'filter_price_range', NULL, 'decimal', 'text', 'Layered Navigation Price Step', NULL, 0, NULL),
    (1701, 13, 'include_in_menu', NULL, 'int', 'select', 'Include in Navigation Menu', 'eav/entity_attribute_source_boolean', 1, '1'),
    (1702, 13, 'available_sort_by', 'catalog/category_attribute_backend_sortby', 'text', 'multiselect', 'Available Product Listing Sort By', 'catalog/category_attribute_source_sortby', 1, NULL),
    (1703, 13, 'level', NULL, 'static', NULL, 'Level', NULL, 0, NULL),
    (1704, 13, 'position', NULL, 'static', NULL, 'Position', NULL, 0, NULL),
    (1705, 13, 'path', NULL, 'static', NULL, 'Path', NULL, 0, NULL),
    (1706, 13, 'custom_design_from', 'eav/entity_attribute_backend_datetime', 'datetime', 'date', 'Active From', NULL, 0, NULL),
    (1707, 13, 'custom_design', NULL, 'varchar', 'select', 'Custom Design', 'core/design_source_design', 0, NULL),
    (1708, 13, 'url_path', NULL, 'varchar', NULL, NULL, NULL, 0, NULL),
    (1709, 13, 'custom_layout_update', 'catalog/attribute_backend_customlayoutupdate', 'text', 'textarea', 'Custom Layout Update', NULL, 0, NULL),
    (1710, 13, 'url_key', 'catalog/category_attribute_backend_urlkey', 'varchar', 'text', 'URL Key', NULL, 0, NULL),
    (1711, 13, 'all_children', NULL, 'text', NULL, NULL, NULL, 0, NULL),
    (1712, 13, 'is_anchor', NULL, 'int', 'select', 'Is Anchor', 'eav/entity_attribute_source_boolean', 0, NULL),
    (1713, 13, 'is_active', NULL, 'int', 'select', 'Is Active', 'eav/entity_attribute_source_boolean', 1, NULL),
    (1714, 13, 'display_mode', NULL, 'varchar', 'select', 'Display Mode', 'catalog/category_attribute_source_mode', 0, NULL),
    (1715, 13, 'landing_page', NULL, 'int', 'select', 'CMS Block', 'catalog/category_attribute_source_page', 0, NULL),
    (1716, 13, 'meta_title', NULL, 'varchar', 'text', 'Page Title', NULL, 0, NULL),
    (1717, 13, 'image', 'catalog/category_attribute_backend_image', 'varchar', 'image', 'Image', NULL, 0, NULL),
    (1718, 13, 'description', NULL, 'text', 'textarea', 'Description', NULL, 0, NULL),
    (1719, 13, 'name', NULL, 'varchar', 'text', 'Name', NULL, 1, NULL),
    (1593, 14, 'group_price', 'catalog/product_attribute_backend_groupprice', 'decimal', 'text', 'Group Price', NULL, 0, NULL),
    (1594, 14, 'category_ids', NULL, 'static', 'text', NULL, NULL, 0, NULL),
    (1595, 14, 'updated_at', 'eav/entity_attribute_backend_time_updated', 'static', 'text', NULL, NULL, 1, NULL),
    (1596, 14, 'created_at', 'eav/entity_attribute_backend_time_created', 'static', 'text', NULL, NULL, 1, NULL),
    (1597, 14, 'small_image_label', NULL, 'varchar', 'text', 'Small Image Label', NULL, 0, NULL),
    (1598, 14, 'image_label', NULL, 'varchar', 'text', 'Image Label', NULL, 0, NULL),
    (1599, 14, 'links_exist', NULL, 'int', NULL, NULL, NULL, 0, '0'),
    (1603, 14, 'links_purchased_separately', NULL, 'int', NULL, 'Links can be purchased separately', NULL, 1, NULL),
    (1604, 14, 'links_title', NULL, 'varchar', NULL, 'Links title', NULL, 1, NULL),
    (1605, 14, 'shipment_type', NULL, 'int', NULL, 'Shipment', NULL, 1, NULL),
    (1606, 14, 'price_view', NULL, 'int', 'select', 'Price View', 'bundle/product_attribute_source_price_view', 1, NULL),
    (1607, 14, 'weight_type', NULL, 'int', NULL, NULL, NULL, 1, NULL),
    (1608, 14, 'sku_type', NULL, 'int', NULL, NULL, NULL, 1, NULL),
    (1609, 14, 'price_type', NULL, 'int', NULL, NULL, NULL, 1, NULL),
    (1610, 14, 'options_container', NULL, 'varchar', 'select', 'Display Product Options In', 'catalog/entity_product_attribute_design_options_container', 0, 'container1'),
    (1611, 14, 'media_gallery', 'catalog/product_attribute_backend_media', 'varchar', 'gallery', 'Media Gallery', NULL, 0, NULL),
    (1612, 14, 'custom_layout_update', 'catalog/attribute_backend_customlayoutupdate', 'text', 'textarea', 'Custom Layout Update', NULL, 0, NULL),
    (1613, 14, 'custom_design', NULL, 'varchar', 'select', 'Custom Design', 'core/design_source_design', 0, NULL),
    (1614, 14, 'url_path', NULL, 'varchar', NULL, NULL, NULL, 0, NULL),
    (1615, 14, 'special_to_date', 'eav/entity_attribute_backend_datetime', 'datetime', 'date', 'Special Price To Date', NULL, 0, NULL),
    (1616, 14, 'special_from_date', 'catalog/product_attribute_backend_startdate_specialprice', 'datetime', 'date', 'Special Price From Date', NULL, 0, NULL),
    (1617, 14, 'special_price', 'catalog/product_attribute_backend_price', 'decimal', 'price', 'Special Price', NULL, 0, NULL),
    (1618, 14, 'visibility', NULL, 'int', 'select', 'Visibility', 'catalog/product_visibility', 1, '4'),
    (1619, 14, 'short_description', NULL, 'text', 'textarea', 'Short Description', NULL, 1, NULL),
    (1620, 14, 'url_key', 'catalog/product_attribute_backend_urlkey', 'varchar', 'text', 'URL Key', NULL, 0, NULL),
    (1621, 14, 'tax_class_id', NULL, 'int', 'select', 'Tax Class', 'tax/class_source_product', 1, NULL),
    (1622, 14, 'status', NULL, 'int', 'select', 'Status', 'catalog/product_status', 1, NULL),
    (1623, 14, 'tier_price', 'catalog/product_attribute_backend_tierprice', 'decimal', 'text', 'Tier Price', NULL, 0, NULL),
    (1624, 14, 'thumbnail', NULL, 'varchar', 'media_image', 'Thumbnail', NULL, 0, NULL),
    (1625, 14, 'small_image', NULL, 'varchar', 'media_image', 'Small Image', NULL, 0, NULL),
    (1626, 14, 'image', NULL, 'varchar', 'media_image', 'Base Image', NULL, 0, NULL),
    (1627, 14, 'weight', NULL, 'decimal', 'weight', 'Weight', NULL, 1, NULL),
    (1628, 14, 'price', 'catalog/product_attribute_backend_price', 'decimal', 'price', 'Price', NULL, 1, NULL),
    (1629, 14, 'sku', 'catalog/product_attribute_backend_sku', 'static', 'text', 'SKU', NULL, 1, NULL),
    (1630, 14, 'description', NULL, 'text', 'textarea', 'Description', NULL, 1, NULL),
    (1631, 14, 'name', NULL, 'varchar', 'text', 'Name', NULL, 1, NULL);

INSERT INTO catalog_eav_attribute
    (attribute_id, is_global, is_visible, is_searchable, is_filterable, is_comparable, is_visible_on_front, is_html_allowed_on_front, is_used_for_price_rules, used_in_product_listing, used_for_sort_by, is_configurable, apply_to, position)
VALUES
    (1700, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1701, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1702, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1703, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1704, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1705, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1706, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1707, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1708, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1709, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1710, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1711, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1712, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1713, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1714, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1715, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1716, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1717, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1718, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1719, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, NULL, 0),
    (1593, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (1594, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1595, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1596, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1597, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, NULL, 0),
    (1598, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, NULL, 0),
    (1599, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 'downloadable', 0),
    (1603, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'downloadable', 0),
    (1604, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 'downloadable', 0),
    (1605, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (1606, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (1607, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (1608, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 'bundle', 0),
    (1609, 1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'bundle', 0),
    (1610, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1611, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1612, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1613, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1614, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1615, 2, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (1616, 2, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (1617, 2, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (1618, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1619, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1, NULL, 0),
    (1620, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (1621, 2, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (1622, 2, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (1623, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (1624, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (1625, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 1, NULL, 0),
    (1626, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1627, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 'simple,bundle', 0),
    (1628, 2, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 'simple,configurable,virtual,bundle,downloadable', 0),
    (1629, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, NULL, 0),
    (1630, 0, 1, 1, 0, 1, 0, 1, 1, 0, 0, 1, NULL, 0),
    (1631, 0, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, NULL, 0);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (13, 43, 103, 1719, 10),
    (13, 43, 103, 1718, 20),
    (13, 43, 103, 1717, 30),
    (13, 43, 103, 1716, 40),
    (13, 43, 103, 1713, 50),
    (13, 43, 103, 1711, 60),
    (13, 43, 103, 1710, 70),
    (13, 43, 103, 1708, 80),
    (13, 43, 103, 1705, 90),
    (13, 43, 103, 1704, 100),
    (13, 43, 103, 1703, 110),
    (13, 43, 103, 1701, 120),
    (13, 43, 117, 1715, 10),
    (13, 43, 117, 1714, 20),
    (13, 43, 117, 1712, 30),
    (13, 43, 117, 1702, 40),
    (13, 43, 117, 1700, 50),
    (13, 43, 116, 1707, 10),
    (13, 43, 116, 1706, 20),
    (13, 43, 116, 1709, 30),
    (14, 44, 104, 1631, 1),
    (14, 44, 104, 1630, 2),
    (14, 44, 104, 1619, 3),
    (14, 44, 104, 1629, 4),
    (14, 44, 104, 1627, 5),
    (14, 44, 104, 1622, 6),
    (14, 44, 104, 1620, 7),
    (14, 44, 104, 1614, 8),
    (14, 44, 104, 1618, 9),
    (14, 44, 104, 1609, 10),
    (14, 44, 104, 1608, 11),
    (14, 44, 104, 1607, 12),
    (14, 44, 104, 1605, 13),
    (14, 44, 104, 1604, 14),
    (14, 44, 104, 1603, 15),
    (14, 44, 104, 1599, 16),
    (14, 44, 104, 1596, 17),
    (14, 44, 104, 1595, 18),
    (14, 44, 104, 1594, 19),
    (14, 44, 112, 1628, 1),
    (14, 44, 112, 1617, 2),
    (14, 44, 112, 1616, 3),
    (14, 44, 112, 1615, 4),
    (14, 44, 112, 1623, 5),
    (14, 44, 112, 1593, 6),
    (14, 44, 112, 1621, 7),
    (14, 44, 112, 1606, 8),
    (14, 44, 111, 1626, 1),
    (14, 44, 111, 1625, 2),
    (14, 44, 111, 1624, 3),
    (14, 44, 111, 1611, 4),
    (14, 44, 111, 1598, 5),
    (14, 44, 111, 1597, 6),
    (14, 44, 113, 1613, 1),
    (14, 44, 113, 1612, 2),
    (14, 44, 113, 1610, 3);

-- People made these two; the options have other ids and another order, and there are fewer of them.
INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_type, frontend_input, frontend_label, source_model, is_user_defined)
VALUES
    (1602, 14, 'color', 'int', 'select', 'Color', 'eav/entity_attribute_source_table', 1),
    (1640, 14, 'manufacturer', 'int', 'select', 'Manufacturer', NULL, 1);

INSERT INTO catalog_eav_attribute
    (attribute_id, is_global, is_filterable, is_comparable, is_configurable, apply_to, position)
VALUES
    (1602, 1, 1, 1, 1, NULL, 0),
    (1640, 1, 0, 1, 0, 'simple', 0);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (14, 44, 104, 1602, 20),
    (14, 44, 104, 1640, 21);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (7102, 1602, 0),
    (7101, 1602, 1),
    (7121, 1640, 0);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (7102, 0, 'Red'),
    (7101, 0, 'Blue'),
    (7101, 12, 'Blau'),
    (7121, 0, 'Mill');

INSERT INTO catalog_category_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, path, position, level, children_count)
VALUES
    (1, 13, 43, 0, '2023-01-01 10:00:00', '2023-01-01 10:00:00', '1', 0, 0, 1),
    (2, 13, 43, 1, '2023-01-01 10:00:00', '2023-01-01 10:00:00', '1/2', 1, 1, 0);

INSERT INTO catalog_category_entity_varchar
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (13, 1719, 0, 1, 'Root Catalog'),
    (13, 1719, 0, 2, 'New Shop');

INSERT INTO catalog_category_entity_int
    (entity_type_id, attribute_id, store_id, entity_id, value)
VALUES
    (13, 1713, 0, 2, 1);

INSERT INTO cataloginventory_stock
    (stock_id, stock_name)
VALUES
    (1, 'Default');

INSERT INTO catalog_product_link_type
    (link_type_id, code)
VALUES
    (1, 'relation'),
    (3, 'super'),
    (4, 'up_sell'),
    (5, 'cross_sell');

INSERT INTO catalog_product_link_attribute
    (product_link_attribute_id, link_type_id, product_link_attribute_code, data_type)
VALUES
    (51, 1, 'position', 'int'),
    (52, 3, 'position', 'int'),
    (53, 3, 'qty', 'decimal'),
    (54, 4, 'position', 'int'),
    (55, 5, 'position', 'int'),
    (56, 4, 'badge', 'varchar');

INSERT INTO review_entity
    (entity_id, entity_code)
VALUES
    (21, 'product'),
    (22, 'customer'),
    (23, 'category');

INSERT INTO review_status
    (status_id, status_code)
VALUES
    (1, 'Approved'),
    (2, 'Pending'),
    (3, 'Not Approved');

INSERT INTO rating_entity
    (entity_id, entity_code)
VALUES
    (41, 'product'),
    (42, 'product_review'),
    (43, 'review');

INSERT INTO rating
    (rating_id, entity_id, rating_code, position)
VALUES
    (31, 41, 'Price', 0),
    (32, 41, 'Quality', 0),
    (33, 41, 'Value', 0);

INSERT INTO rating_option
    (option_id, rating_id, code, value, position)
VALUES
    (301, 31, '1', 1, 1),
    (302, 31, '2', 2, 2),
    (303, 31, '3', 3, 3),
    (304, 31, '4', 4, 4),
    (305, 31, '5', 5, 5),
    (311, 32, '1', 1, 1),
    (312, 32, '2', 2, 2),
    (313, 32, '3', 3, 3),
    (314, 32, '4', 4, 4),
    (315, 32, '5', 5, 5),
    (321, 33, '1', 1, 1),
    (322, 33, '2', 2, 2),
    (323, 33, '3', 3, 3),
    (324, 33, '4', 4, 4),
    (325, 33, '5', 5, 5);

INSERT INTO rating_store
    (rating_id, store_id)
VALUES
    (31, 0),
    (31, 11),
    (31, 12),
    (31, 31),
    (31, 35),
    (32, 0),
    (32, 11),
    (32, 12),
    (32, 31),
    (32, 35),
    (33, 0),
    (33, 11),
    (33, 12),
    (33, 31),
    (33, 35);

INSERT INTO index_process
    (process_id, indexer_code, status, started_at, ended_at, mode)
VALUES
    (11, 'tag_summary', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time'),
    (12, 'cataloginventory_stock', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time'),
    (13, 'catalogsearch_fulltext', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time'),
    (14, 'catalog_category_product', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time'),
    (15, 'catalog_category_flat', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time'),
    (16, 'catalog_product_flat', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time'),
    (17, 'catalog_url', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'manual'),
    (18, 'catalog_product_price', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time'),
    (19, 'catalog_product_attribute', 'pending', '2024-06-02 02:00:00', '2024-06-02 02:03:00', 'real_time');
