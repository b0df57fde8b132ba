-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- The same settings under other ids, every counter far away: an id that was copied without being
-- mapped points at nothing here.

INSERT INTO core_website
    (website_id, code, name, sort_order, default_group_id, is_default)
VALUES
    (0, 'admin', 'Admin', 0, 0, 0),
    (7, 'base', 'Main Website', 0, 8, 1),
    (9, 'outlet', 'Outlet', 10, 12, 0);

INSERT INTO core_store_group
    (group_id, website_id, name, root_category_id, default_store_id)
VALUES
    (0, 0, 'Default', 0, 0),
    (8, 7, 'Main Store', 2, 31),
    (12, 9, 'Outlet Store', 2, 35);

INSERT INTO core_store
    (store_id, code, website_id, group_id, name, sort_order, is_active)
VALUES
    (0, 'admin', 0, 0, 'Admin', 0, 1),
    (11, 'french', 7, 8, 'French', 20, 1),
    (12, 'german', 7, 8, 'German', 10, 1),
    (31, 'default', 7, 8, 'English', 0, 1),
    (35, 'outlet_en', 9, 12, 'Outlet English', 0, 1);

INSERT INTO core_config_data
    (scope, scope_id, path, value)
VALUES
    ('default', 0, 'general/locale/timezone', 'UTC'),
    ('default', 0, 'general/locale/code', 'en_US'),
    ('default', 0, 'customer/account_share/scope', '1'),
    ('default', 0, 'web/unsecure/base_url', 'http://new.example.com/'),
    ('stores', 12, 'general/locale/code', 'de_DE');

INSERT INTO core_resource
    (code, version, data_version)
VALUES
    ('catalog_setup', '1.6.0.0.19.1.7', '1.6.0.0.19.1.7'),
    ('cms_setup', '1.6.0.0.3', '1.6.0.0.3'),
    ('core_setup', '1.6.0.9', '1.6.0.9'),
    ('customer_setup', '1.6.2.0.6', '1.6.2.0.6'),
    ('eav_setup', '1.6.0.2', '1.6.0.2'),
    ('newsletter_setup', '1.6.0.2', '1.6.0.2');

INSERT INTO tax_class
    (class_id, class_name, class_type)
VALUES
    (62, 'Taxable Goods', 'PRODUCT'),
    (63, 'Retail Customer', 'CUSTOMER'),
    (66, 'Trade Customer', 'CUSTOMER');

INSERT INTO customer_group
    (customer_group_id, customer_group_code, tax_class_id)
VALUES
    (0, 'NOT LOGGED IN', 63),
    (41, 'General', 63),
    (42, 'Wholesale', 63),
    (43, 'Retailer', 63);

INSERT INTO directory_country
    (country_id, iso2_code, iso3_code)
VALUES
    ('AT', 'AT', 'AUT'),
    ('CH', 'CH', 'CHE'),
    ('DE', 'DE', 'DEU'),
    ('FR', 'FR', 'FRA'),
    ('US', 'US', 'USA');

INSERT INTO directory_country_region
    (region_id, country_id, code, default_name)
VALUES
    (912, 'US', 'CA', 'California'),
    (943, 'US', 'NY', 'New York'),
    (981, 'DE', 'BAY', 'Bayern'),
    (982, 'DE', 'BER', 'Berlin'),
    (995, 'AT', 'WI', 'Wien'),
    (1007, 'CH', 'ZH', 'Zürich'),
    (1157, 'FR', '75', 'Paris');

INSERT INTO directory_country_region_name
    (locale, region_id, name)
VALUES
    ('en_US', 912, 'California'),
    ('en_US', 943, 'New York'),
    ('en_US', 981, 'Bayern'),
    ('en_US', 982, 'Berlin'),
    ('en_US', 995, 'Wien'),
    ('en_US', 1007, 'Zürich'),
    ('en_US', 1157, 'Paris');

INSERT INTO eav_entity_type
    (entity_type_id, entity_type_code, entity_model, attribute_model, entity_table, default_attribute_set_id, increment_model, increment_per_store, additional_attribute_table, entity_attribute_collection)
VALUES
    (11, 'customer', 'customer/customer', 'customer/attribute', 'customer/entity', 41, 'eav/entity_increment_numeric', 0, 'customer/eav_attribute', 'customer/attribute_collection'),
    (12, 'customer_address', 'customer/address', 'customer/attribute', 'customer/address_entity', 42, '', 0, 'customer/eav_attribute', 'customer/address_attribute_collection'),
    (13, 'catalog_category', 'catalog/category', 'catalog/resource_eav_attribute', 'catalog/category', 43, '', 0, 'catalog/eav_attribute', 'catalog/category_attribute_collection'),
    (14, 'catalog_product', 'catalog/product', 'catalog/resource_eav_attribute', 'catalog/product', 44, '', 0, 'catalog/eav_attribute', 'catalog/product_attribute_collection');

INSERT INTO eav_attribute_set
    (attribute_set_id, entity_type_id, attribute_set_name, sort_order)
VALUES
    (41, 11, 'Default', 1),
    (42, 12, 'Default', 1),
    (43, 13, 'Default', 1),
    (44, 14, 'Default', 1);

INSERT INTO eav_attribute_group
    (attribute_group_id, attribute_set_id, attribute_group_name, sort_order, default_id)
VALUES
    (101, 41, 'General', 1, 1),
    (102, 42, 'General', 1, 1),
    (103, 43, 'General', 1, 1),
    (104, 44, 'General', 1, 1);

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input, frontend_label, source_model, is_required)
VALUES
    (1501, 11, 'website_id', 'customer/customer_attribute_backend_website', 'static', 'select', 'Associate to Website', 'customer/customer_attribute_source_website', 1),
    (1502, 11, 'store_id', 'customer/customer_attribute_backend_store', 'static', 'select', 'Create In', 'customer/customer_attribute_source_store', 1),
    (1503, 11, 'created_in', NULL, 'varchar', 'text', 'Created From', NULL, 0),
    (1504, 11, 'prefix', NULL, 'varchar', 'text', 'Prefix', NULL, 0),
    (1505, 11, 'firstname', NULL, 'varchar', 'text', 'First Name', NULL, 1),
    (1506, 11, 'middlename', NULL, 'varchar', 'text', 'Middle Name/Initial', NULL, 0),
    (1507, 11, 'lastname', NULL, 'varchar', 'text', 'Last Name', NULL, 1),
    (1508, 11, 'suffix', NULL, 'varchar', 'text', 'Suffix', NULL, 0),
    (1509, 11, 'email', NULL, 'static', 'text', 'Email', NULL, 1),
    (1510, 11, 'group_id', NULL, 'static', 'select', 'Group', 'customer/customer_attribute_source_group', 1),
    (1511, 11, 'dob', 'eav/entity_attribute_backend_datetime', 'datetime', 'date', 'Date Of Birth', NULL, 0),
    (1512, 11, 'password_hash', 'customer/customer_attribute_backend_password', 'varchar', 'hidden', NULL, NULL, 0),
    (1513, 11, 'default_billing', 'customer/customer_attribute_backend_billing', 'int', 'text', 'Default Billing Address', NULL, 0),
    (1514, 11, 'default_shipping', 'customer/customer_attribute_backend_shipping', 'int', 'text', 'Default Shipping Address', NULL, 0),
    (1515, 11, 'taxvat', NULL, 'varchar', 'text', 'Tax/VAT Number', NULL, 0),
    (1516, 11, 'confirmation', NULL, 'varchar', 'text', 'Is Confirmed', NULL, 0),
    (1517, 11, 'created_at', NULL, 'static', 'datetime', 'Created At', NULL, 0),
    (1518, 11, 'gender', NULL, 'int', 'select', 'Gender', 'eav/entity_attribute_source_table', 0),
    (1519, 12, 'prefix', NULL, 'varchar', 'text', 'Prefix', NULL, 0),
    (1520, 12, 'firstname', NULL, 'varchar', 'text', 'First Name', NULL, 1),
    (1521, 12, 'middlename', NULL, 'varchar', 'text', 'Middle Name/Initial', NULL, 0),
    (1522, 12, 'lastname', NULL, 'varchar', 'text', 'Last Name', NULL, 1),
    (1523, 12, 'suffix', NULL, 'varchar', 'text', 'Suffix', NULL, 0),
    (1524, 12, 'company', NULL, 'varchar', 'text', 'Company', NULL, 0),
    (1525, 12, 'street', 'customer/entity_address_attribute_backend_street', 'text', 'multiline', 'Street Address', NULL, 1),
    (1526, 12, 'city', NULL, 'varchar', 'text', 'City', NULL, 1),
    (1527, 12, 'country_id', NULL, 'varchar', 'select', 'Country', 'customer/entity_address_attribute_source_country', 1),
    (1528, 12, 'region', 'customer/entity_address_attribute_backend_region', 'varchar', 'text', 'State/Province', NULL, 0),
    (1529, 12, 'region_id', NULL, 'int', 'hidden', 'State/Province', 'customer/entity_address_attribute_source_region', 0),
    (1530, 12, 'postcode', NULL, 'varchar', 'text', 'Zip/Postal Code', NULL, 1),
    (1531, 12, 'telephone', NULL, 'varchar', 'text', 'Telephone', NULL, 1),
    (1532, 12, 'fax', NULL, 'varchar', 'text', 'Fax', NULL, 0),
    (1533, 11, 'rp_token', NULL, 'varchar', 'hidden', NULL, NULL, 0),
    (1534, 11, 'rp_token_created_at', NULL, 'datetime', 'date', NULL, NULL, 0),
    (1535, 11, 'disable_auto_group_change', 'customer/attribute_backend_data_boolean', 'static', 'boolean', 'Disable Automatic Group Change Based on VAT ID', NULL, 0),
    (1536, 12, 'vat_id', NULL, 'varchar', 'text', 'VAT number', NULL, 0),
    (1537, 12, 'vat_is_valid', NULL, 'int', 'text', 'VAT number validity', NULL, 0),
    (1538, 12, 'vat_request_id', NULL, 'varchar', 'text', 'VAT number validation request ID', NULL, 0),
    (1539, 12, 'vat_request_date', NULL, 'varchar', 'text', 'VAT number validation request date', NULL, 0),
    (1540, 12, 'vat_request_success', NULL, 'int', 'text', 'VAT number validation request success', NULL, 0),
    (1541, 11, 'password_created_at', NULL, 'int', 'text', 'Password created at', NULL, 0),
    (1542, 11, 'rp_customer_id', NULL, 'varchar', 'hidden', NULL, NULL, 0);

INSERT INTO customer_eav_attribute
    (attribute_id, is_visible, input_filter, multiline_count, validate_rules, is_system, sort_order, data_model)
VALUES
    (1501, 1, NULL, 0, NULL, 1, 10, NULL),
    (1502, 0, NULL, 0, NULL, 1, 0, NULL),
    (1503, 1, NULL, 0, NULL, 1, 20, NULL),
    (1504, 0, NULL, 0, NULL, 0, 30, NULL),
    (1505, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 40, NULL),
    (1506, 1, NULL, 0, NULL, 0, 50, NULL),
    (1507, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 60, NULL),
    (1508, 0, NULL, 0, NULL, 0, 70, NULL),
    (1509, 1, NULL, 0, 'a:1:{s:16:"input_validation";s:5:"email";}', 1, 80, NULL),
    (1510, 1, NULL, 0, NULL, 1, 25, NULL),
    (1511, 0, 'date', 0, 'a:1:{s:16:"input_validation";s:4:"date";}', 0, 90, NULL),
    (1512, 0, NULL, 0, NULL, 1, 0, NULL),
    (1513, 0, NULL, 0, NULL, 1, 0, NULL),
    (1514, 0, NULL, 0, NULL, 1, 0, NULL),
    (1515, 0, NULL, 0, 'a:1:{s:15:"max_text_length";i:255;}', 0, 100, NULL),
    (1516, 0, NULL, 0, NULL, 1, 0, NULL),
    (1517, 0, 'datetime', 0, NULL, 0, 0, NULL),
    (1518, 0, NULL, 0, 'a:0:{}', 0, 110, NULL),
    (1519, 0, NULL, 0, NULL, 0, 10, NULL),
    (1520, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 20, NULL),
    (1521, 1, NULL, 0, NULL, 0, 30, NULL),
    (1522, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 40, NULL),
    (1523, 0, NULL, 0, NULL, 0, 50, NULL),
    (1524, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 60, NULL),
    (1525, 1, NULL, 2, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 70, NULL),
    (1526, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 80, NULL),
    (1527, 1, NULL, 0, NULL, 1, 90, NULL),
    (1528, 1, NULL, 0, NULL, 1, 100, NULL),
    (1529, 1, NULL, 0, NULL, 1, 100, NULL),
    (1530, 1, NULL, 0, 'a:0:{}', 1, 110, 'customer/attribute_data_postcode'),
    (1531, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 120, NULL),
    (1532, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 130, NULL),
    (1533, 0, NULL, 0, NULL, 1, 0, NULL),
    (1534, 0, NULL, 0, 'a:1:{s:16:"input_validation";s:4:"date";}', 1, 0, NULL),
    (1535, 1, NULL, 0, NULL, 1, 28, NULL),
    (1536, 1, NULL, 0, NULL, 1, 140, NULL),
    (1537, 0, NULL, 0, NULL, 1, 0, NULL),
    (1538, 0, NULL, 0, NULL, 1, 0, NULL),
    (1539, 0, NULL, 0, NULL, 1, 0, NULL),
    (1540, 0, NULL, 0, NULL, 1, 0, NULL),
    (1541, 0, NULL, 0, NULL, 1, 0, NULL),
    (1542, 0, NULL, 0, NULL, 1, 0, NULL);

INSERT INTO customer_form_attribute
    (form_code, attribute_id)
VALUES
    ('adminhtml_checkout', 1509),
    ('adminhtml_checkout', 1510),
    ('adminhtml_checkout', 1511),
    ('adminhtml_checkout', 1515),
    ('adminhtml_checkout', 1518),
    ('adminhtml_customer', 1501),
    ('adminhtml_customer', 1503),
    ('adminhtml_customer', 1504),
    ('adminhtml_customer', 1505),
    ('adminhtml_customer', 1506),
    ('adminhtml_customer', 1507),
    ('adminhtml_customer', 1508),
    ('adminhtml_customer', 1509),
    ('adminhtml_customer', 1510),
    ('adminhtml_customer', 1511),
    ('adminhtml_customer', 1515),
    ('adminhtml_customer', 1517),
    ('adminhtml_customer', 1518),
    ('adminhtml_customer', 1535),
    ('adminhtml_customer_address', 1519),
    ('adminhtml_customer_address', 1520),
    ('adminhtml_customer_address', 1521),
    ('adminhtml_customer_address', 1522),
    ('adminhtml_customer_address', 1523),
    ('adminhtml_customer_address', 1524),
    ('adminhtml_customer_address', 1525),
    ('adminhtml_customer_address', 1526),
    ('adminhtml_customer_address', 1527),
    ('adminhtml_customer_address', 1528),
    ('adminhtml_customer_address', 1529),
    ('adminhtml_customer_address', 1530),
    ('adminhtml_customer_address', 1531),
    ('adminhtml_customer_address', 1532),
    ('adminhtml_customer_address', 1536),
    ('checkout_register', 1504),
    ('checkout_register', 1505),
    ('checkout_register', 1506),
    ('checkout_register', 1507),
    ('checkout_register', 1508),
    ('checkout_register', 1509),
    ('checkout_register', 1511),
    ('checkout_register', 1515),
    ('checkout_register', 1517),
    ('checkout_register', 1518),
    ('customer_account_create', 1504),
    ('customer_account_create', 1505),
    ('customer_account_create', 1506),
    ('customer_account_create', 1507),
    ('customer_account_create', 1508),
    ('customer_account_create', 1509),
    ('customer_account_create', 1511),
    ('customer_account_create', 1515),
    ('customer_account_create', 1517),
    ('customer_account_create', 1518),
    ('customer_account_edit', 1504),
    ('customer_account_edit', 1505),
    ('customer_account_edit', 1506),
    ('customer_account_edit', 1507),
    ('customer_account_edit', 1508),
    ('customer_account_edit', 1509),
    ('customer_account_edit', 1511),
    ('customer_account_edit', 1515),
    ('customer_account_edit', 1517),
    ('customer_account_edit', 1518),
    ('customer_address_edit', 1519),
    ('customer_address_edit', 1520),
    ('customer_address_edit', 1521),
    ('customer_address_edit', 1522),
    ('customer_address_edit', 1523),
    ('customer_address_edit', 1524),
    ('customer_address_edit', 1525),
    ('customer_address_edit', 1526),
    ('customer_address_edit', 1527),
    ('customer_address_edit', 1528),
    ('customer_address_edit', 1529),
    ('customer_address_edit', 1530),
    ('customer_address_edit', 1531),
    ('customer_address_edit', 1532),
    ('customer_address_edit', 1536),
    ('customer_register_address', 1519),
    ('customer_register_address', 1520),
    ('customer_register_address', 1521),
    ('customer_register_address', 1522),
    ('customer_register_address', 1523),
    ('customer_register_address', 1524),
    ('customer_register_address', 1525),
    ('customer_register_address', 1526),
    ('customer_register_address', 1527),
    ('customer_register_address', 1528),
    ('customer_register_address', 1529),
    ('customer_register_address', 1530),
    ('customer_register_address', 1531),
    ('customer_register_address', 1532),
    ('customer_register_address', 1536);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (11, 41, 101, 1501, 10),
    (11, 41, 101, 1502, 0),
    (11, 41, 101, 1503, 20),
    (11, 41, 101, 1504, 30),
    (11, 41, 101, 1505, 40),
    (11, 41, 101, 1506, 50),
    (11, 41, 101, 1507, 60),
    (11, 41, 101, 1508, 70),
    (11, 41, 101, 1509, 80),
    (11, 41, 101, 1510, 25),
    (11, 41, 101, 1511, 90),
    (11, 41, 101, 1512, 0),
    (11, 41, 101, 1513, 0),
    (11, 41, 101, 1514, 0),
    (11, 41, 101, 1515, 100),
    (11, 41, 101, 1516, 0),
    (11, 41, 101, 1517, 0),
    (11, 41, 101, 1518, 110),
    (12, 42, 102, 1519, 10),
    (12, 42, 102, 1520, 20),
    (12, 42, 102, 1521, 30),
    (12, 42, 102, 1522, 40),
    (12, 42, 102, 1523, 50),
    (12, 42, 102, 1524, 60),
    (12, 42, 102, 1525, 70),
    (12, 42, 102, 1526, 80),
    (12, 42, 102, 1527, 90),
    (12, 42, 102, 1528, 100),
    (12, 42, 102, 1529, 100),
    (12, 42, 102, 1530, 110),
    (12, 42, 102, 1531, 120),
    (12, 42, 102, 1532, 130),
    (11, 41, 101, 1533, 0),
    (11, 41, 101, 1534, 0),
    (11, 41, 101, 1535, 28),
    (12, 42, 102, 1536, 140),
    (12, 42, 102, 1537, 0),
    (12, 42, 102, 1538, 0),
    (12, 42, 102, 1539, 0),
    (12, 42, 102, 1540, 0),
    (11, 41, 101, 1541, 0),
    (11, 41, 101, 1542, 0);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (7001, 1518, 0),
    (7002, 1518, 1);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (7001, 0, 'Male'),
    (7002, 0, 'Female'),
    (7001, 12, 'Herr'),
    (7002, 12, 'Frau');

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_type, frontend_input, frontend_label, source_model, is_user_defined)
VALUES
    (1577, 11, 'loyalty_tier', 'int', 'select', 'Loyalty tier', 'eav/entity_attribute_source_table', 1);

INSERT INTO customer_eav_attribute
    (attribute_id, is_visible, is_system, sort_order)
VALUES
    (1577, 1, 0, 200);

INSERT INTO customer_form_attribute
    (form_code, attribute_id)
VALUES
    ('adminhtml_customer', 1577);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (11, 41, 101, 1577, 200);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (7011, 1577, 0);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (7011, 0, 'Bronze');

INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at)
VALUES
    (90012, 14, 44, 'simple', 'mug-red', '2019-03-01 08:00:00', '2024-05-01 08:00:00'),
    (90016, 14, 44, 'simple', 'mug-blue', '2019-03-01 08:00:00', '2024-05-01 08:00:00'),
    (90020, 14, 44, 'simple', 'KEEP-1', '2019-03-01 08:00:00', '2024-05-01 08:00:00');

ALTER TABLE core_website AUTO_INCREMENT = 20;
ALTER TABLE core_store_group AUTO_INCREMENT = 20;
ALTER TABLE core_store AUTO_INCREMENT = 50;
ALTER TABLE tax_class AUTO_INCREMENT = 80;
ALTER TABLE customer_group AUTO_INCREMENT = 60;
ALTER TABLE eav_attribute_set AUTO_INCREMENT = 300;
ALTER TABLE eav_attribute_group AUTO_INCREMENT = 400;
ALTER TABLE eav_attribute AUTO_INCREMENT = 3000;
ALTER TABLE eav_attribute_option AUTO_INCREMENT = 49000;
ALTER TABLE eav_attribute_option_value AUTO_INCREMENT = 88000;
ALTER TABLE eav_attribute_label AUTO_INCREMENT = 37000;
ALTER TABLE eav_entity_attribute AUTO_INCREMENT = 88600;
ALTER TABLE customer_entity AUTO_INCREMENT = 61000;
ALTER TABLE customer_address_entity AUTO_INCREMENT = 82000;
ALTER TABLE newsletter_subscriber AUTO_INCREMENT = 77000;
ALTER TABLE cms_block AUTO_INCREMENT = 2000;
ALTER TABLE cms_page AUTO_INCREMENT = 3000;
ALTER TABLE catalog_product_entity AUTO_INCREMENT = 95000;
ALTER TABLE customer_entity_datetime AUTO_INCREMENT = 91000;
ALTER TABLE customer_entity_decimal AUTO_INCREMENT = 92000;
ALTER TABLE customer_entity_int AUTO_INCREMENT = 93000;
ALTER TABLE customer_entity_text AUTO_INCREMENT = 94000;
ALTER TABLE customer_entity_varchar AUTO_INCREMENT = 95000;
ALTER TABLE customer_address_entity_datetime AUTO_INCREMENT = 98000;
ALTER TABLE customer_address_entity_decimal AUTO_INCREMENT = 99000;
ALTER TABLE customer_address_entity_int AUTO_INCREMENT = 100000;
ALTER TABLE customer_address_entity_text AUTO_INCREMENT = 101000;
ALTER TABLE customer_address_entity_varchar AUTO_INCREMENT = 102000;
