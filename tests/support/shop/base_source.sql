-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Settings of a shop that grew: ids as they came about over the years.

INSERT INTO core_website
    (website_id, code, name, sort_order, default_group_id, is_default)
VALUES
    (0, 'admin', 'Admin', 0, 0, 0),
    (1, 'base', 'Main Website', 0, 1, 1),
    (4, 'outlet', 'Outlet', 10, 5, 0);

INSERT INTO core_store_group
    (group_id, website_id, name, root_category_id, default_store_id)
VALUES
    (0, 0, 'Default', 0, 0),
    (1, 1, 'Main Store', 3, 1),
    (5, 4, 'Outlet Store', 3, 6);

INSERT INTO core_store
    (store_id, code, website_id, group_id, name, sort_order, is_active)
VALUES
    (0, 'admin', 0, 0, 'Admin', 0, 1),
    (1, 'default', 1, 1, 'English', 0, 1),
    (2, 'german', 1, 1, 'German', 10, 1),
    (3, 'french', 1, 1, 'French', 20, 1),
    (6, 'outlet_en', 4, 5, 'Outlet English', 0, 1);

INSERT INTO core_config_data
    (scope, scope_id, path, value)
VALUES
    ('default', 0, 'general/locale/timezone', 'UTC'),
    ('default', 0, 'general/locale/code', 'en_US'),
    ('default', 0, 'customer/account_share/scope', '1'),
    ('default', 0, 'web/unsecure/base_url', 'http://old.example.com/'),
    ('stores', 2, 'general/locale/code', 'de_DE');

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
    (1, 'default', 'PRODUCT'),
    (2, 'Taxable Goods', 'PRODUCT'),
    (3, 'Retail Customer', 'CUSTOMER'),
    (7, 'Trade Customer', 'CUSTOMER');

INSERT INTO customer_group
    (customer_group_id, customer_group_code, tax_class_id)
VALUES
    (0, 'NOT LOGGED IN', 3),
    (1, 'General', 3),
    (2, 'Wholesale', 3),
    (3, 'Retailer', 3);

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
    (12, 'US', 'CA', 'California'),
    (43, 'US', 'NY', 'New York'),
    (81, 'DE', 'BAY', 'Bayern'),
    (82, 'DE', 'BER', 'Berlin'),
    (95, 'AT', 'WI', 'Wien'),
    (107, 'CH', 'ZH', 'Zürich'),
    (257, 'FR', '75', 'Paris');

INSERT INTO directory_country_region_name
    (locale, region_id, name)
VALUES
    ('en_US', 12, 'California'),
    ('en_US', 43, 'New York'),
    ('en_US', 81, 'Bayern'),
    ('en_US', 82, 'Berlin'),
    ('en_US', 95, 'Wien'),
    ('en_US', 107, 'Zürich'),
    ('en_US', 257, 'Paris');

INSERT INTO eav_entity_type
    (entity_type_id, entity_type_code, entity_model, attribute_model, entity_table, default_attribute_set_id, increment_model, increment_per_store, additional_attribute_table, entity_attribute_collection)
VALUES
    (1, 'customer', 'customer/customer', 'customer/attribute', 'customer/entity', 1, 'eav/entity_increment_numeric', 0, 'customer/eav_attribute', 'customer/attribute_collection'),
    (2, 'customer_address', 'customer/address', 'customer/attribute', 'customer/address_entity', 2, '', 0, 'customer/eav_attribute', 'customer/address_attribute_collection'),
    (9, 'catalog_category', 'catalog/category', 'catalog/resource_eav_attribute', 'catalog/category', 12, '', 0, 'catalog/eav_attribute', 'catalog/category_attribute_collection'),
    (10, 'catalog_product', 'catalog/product', 'catalog/resource_eav_attribute', 'catalog/product', 9, '', 0, 'catalog/eav_attribute', 'catalog/product_attribute_collection');

INSERT INTO eav_attribute_set
    (attribute_set_id, entity_type_id, attribute_set_name, sort_order)
VALUES
    (1, 1, 'Default', 1),
    (2, 2, 'Default', 1),
    (9, 10, 'Default', 1),
    (12, 9, 'Default', 1);

INSERT INTO eav_attribute_group
    (attribute_group_id, attribute_set_id, attribute_group_name, sort_order, default_id)
VALUES
    (1, 1, 'General', 1, 1),
    (2, 2, 'General', 1, 1),
    (9, 9, 'General', 1, 1),
    (12, 12, 'General', 1, 1);

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input, frontend_label, source_model, is_required)
VALUES
    (1, 1, 'firstname', NULL, 'varchar', 'text', 'First Name', NULL, 1),
    (2, 1, 'lastname', NULL, 'varchar', 'text', 'Last Name', NULL, 1),
    (3, 1, 'email', NULL, 'static', 'text', 'Email', NULL, 1),
    (4, 1, 'password_hash', 'customer/customer_attribute_backend_password', 'varchar', 'hidden', NULL, NULL, 0),
    (7, 1, 'default_billing', 'customer/customer_attribute_backend_billing', 'int', 'text', 'Default Billing Address', NULL, 0),
    (8, 1, 'default_shipping', 'customer/customer_attribute_backend_shipping', 'int', 'text', 'Default Shipping Address', NULL, 0),
    (9, 2, 'firstname', NULL, 'varchar', 'text', 'First Name', NULL, 1),
    (10, 2, 'lastname', NULL, 'varchar', 'text', 'Last Name', NULL, 1),
    (11, 2, 'country_id', NULL, 'varchar', 'select', 'Country', 'customer/entity_address_attribute_source_country', 1),
    (12, 2, 'region', 'customer/entity_address_attribute_backend_region', 'varchar', 'text', 'State/Province', NULL, 0),
    (13, 2, 'region_id', NULL, 'int', 'hidden', 'State/Province', 'customer/entity_address_attribute_source_region', 0),
    (14, 2, 'postcode', NULL, 'varchar', 'text', 'Zip/Postal Code', NULL, 1),
    (15, 2, 'city', NULL, 'varchar', 'text', 'City', NULL, 1),
    (16, 2, 'street', 'customer/entity_address_attribute_backend_street', 'text', 'multiline', 'Street Address', NULL, 1),
    (17, 2, 'telephone', NULL, 'varchar', 'text', 'Telephone', NULL, 1),
    (18, 2, 'fax', NULL, 'varchar', 'text', 'Fax', NULL, 0),
    (95, 2, 'company', NULL, 'varchar', 'text', 'Company', NULL, 0),
    (477, 1, 'created_in', NULL, 'varchar', 'text', 'Created From', NULL, 0),
    (478, 1, 'store_id', 'customer/customer_attribute_backend_store', 'static', 'select', 'Create In', 'customer/customer_attribute_source_store', 1),
    (532, 1, 'group_id', NULL, 'static', 'select', 'Group', 'customer/customer_attribute_source_group', 1),
    (700, 1, 'website_id', 'customer/customer_attribute_backend_website', 'static', 'select', 'Associate to Website', 'customer/customer_attribute_source_website', 1),
    (826, 1, 'prefix', NULL, 'varchar', 'text', 'Prefix', NULL, 0),
    (827, 1, 'middlename', NULL, 'varchar', 'text', 'Middle Name/Initial', NULL, 0),
    (828, 1, 'suffix', NULL, 'varchar', 'text', 'Suffix', NULL, 0),
    (829, 1, 'dob', 'eav/entity_attribute_backend_datetime', 'datetime', 'date', 'Date Of Birth', NULL, 0),
    (830, 1, 'taxvat', NULL, 'varchar', 'text', 'Tax/VAT Number', NULL, 0),
    (831, 1, 'confirmation', NULL, 'varchar', 'text', 'Is Confirmed', NULL, 0),
    (832, 2, 'prefix', NULL, 'varchar', 'text', 'Prefix', NULL, 0),
    (833, 2, 'middlename', NULL, 'varchar', 'text', 'Middle Name/Initial', NULL, 0),
    (834, 2, 'suffix', NULL, 'varchar', 'text', 'Suffix', NULL, 0),
    (925, 1, 'gender', NULL, 'int', 'select', 'Gender', 'eav/entity_attribute_source_table', 0),
    (926, 1, 'created_at', NULL, 'static', 'datetime', 'Created At', NULL, 0),
    (927, 1, 'rp_token', NULL, 'varchar', 'hidden', NULL, NULL, 0),
    (928, 1, 'rp_token_created_at', NULL, 'datetime', 'date', NULL, NULL, 0),
    (954, 1, 'disable_auto_group_change', 'customer/attribute_backend_data_boolean', 'static', 'boolean', 'Disable Automatic Group Change Based on VAT ID', NULL, 0),
    (955, 2, 'vat_id', NULL, 'varchar', 'text', 'VAT number', NULL, 0),
    (956, 2, 'vat_is_valid', NULL, 'int', 'text', 'VAT number validity', NULL, 0),
    (957, 2, 'vat_request_id', NULL, 'varchar', 'text', 'VAT number validation request ID', NULL, 0),
    (958, 2, 'vat_request_date', NULL, 'varchar', 'text', 'VAT number validation request date', NULL, 0),
    (959, 2, 'vat_request_success', NULL, 'int', 'text', 'VAT number validation request success', NULL, 0),
    (960, 1, 'password_created_at', NULL, 'int', 'text', 'Password created at', NULL, 0),
    (961, 1, 'rp_customer_id', NULL, 'varchar', 'hidden', NULL, NULL, 0);

INSERT INTO customer_eav_attribute
    (attribute_id, is_visible, input_filter, multiline_count, validate_rules, is_system, sort_order, data_model)
VALUES
    (1, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 40, NULL),
    (2, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 60, NULL),
    (3, 1, NULL, 0, 'a:1:{s:16:"input_validation";s:5:"email";}', 1, 80, NULL),
    (4, 0, NULL, 0, NULL, 1, 0, NULL),
    (7, 0, NULL, 0, NULL, 1, 0, NULL),
    (8, 0, NULL, 0, NULL, 1, 0, NULL),
    (9, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 20, NULL),
    (10, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 40, NULL),
    (11, 1, NULL, 0, NULL, 1, 90, NULL),
    (12, 1, NULL, 0, NULL, 1, 100, NULL),
    (13, 1, NULL, 0, NULL, 1, 100, NULL),
    (14, 1, NULL, 0, 'a:0:{}', 1, 110, 'customer/attribute_data_postcode'),
    (15, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 80, NULL),
    (16, 1, NULL, 2, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 70, NULL),
    (17, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 120, NULL),
    (18, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 130, NULL),
    (95, 1, NULL, 0, 'a:2:{s:15:"max_text_length";i:255;s:15:"min_text_length";i:1;}', 1, 60, NULL),
    (477, 1, NULL, 0, NULL, 1, 20, NULL),
    (478, 0, NULL, 0, NULL, 1, 0, NULL),
    (532, 1, NULL, 0, NULL, 1, 25, NULL),
    (700, 1, NULL, 0, NULL, 1, 10, NULL),
    (826, 0, NULL, 0, NULL, 0, 30, NULL),
    (827, 1, NULL, 0, NULL, 0, 50, NULL),
    (828, 0, NULL, 0, NULL, 0, 70, NULL),
    (829, 0, 'date', 0, 'a:1:{s:16:"input_validation";s:4:"date";}', 0, 90, NULL),
    (830, 0, NULL, 0, 'a:1:{s:15:"max_text_length";i:255;}', 0, 100, NULL),
    (831, 0, NULL, 0, NULL, 1, 0, NULL),
    (832, 0, NULL, 0, NULL, 0, 10, NULL),
    (833, 1, NULL, 0, NULL, 0, 30, NULL),
    (834, 0, NULL, 0, NULL, 0, 50, NULL),
    (925, 0, NULL, 0, 'a:0:{}', 0, 110, NULL),
    (926, 0, 'datetime', 0, NULL, 0, 0, NULL),
    (927, 0, NULL, 0, NULL, 1, 0, NULL),
    (928, 0, NULL, 0, 'a:1:{s:16:"input_validation";s:4:"date";}', 1, 0, NULL),
    (954, 1, NULL, 0, NULL, 1, 28, NULL),
    (955, 1, NULL, 0, NULL, 1, 140, NULL),
    (956, 0, NULL, 0, NULL, 1, 0, NULL),
    (957, 0, NULL, 0, NULL, 1, 0, NULL),
    (958, 0, NULL, 0, NULL, 1, 0, NULL),
    (959, 0, NULL, 0, NULL, 1, 0, NULL),
    (960, 0, NULL, 0, NULL, 1, 0, NULL),
    (961, 0, NULL, 0, NULL, 1, 0, NULL);

INSERT INTO customer_form_attribute
    (form_code, attribute_id)
VALUES
    ('adminhtml_checkout', 3),
    ('adminhtml_checkout', 532),
    ('adminhtml_checkout', 829),
    ('adminhtml_checkout', 830),
    ('adminhtml_checkout', 925),
    ('adminhtml_customer', 1),
    ('adminhtml_customer', 2),
    ('adminhtml_customer', 3),
    ('adminhtml_customer', 477),
    ('adminhtml_customer', 532),
    ('adminhtml_customer', 700),
    ('adminhtml_customer', 826),
    ('adminhtml_customer', 827),
    ('adminhtml_customer', 828),
    ('adminhtml_customer', 829),
    ('adminhtml_customer', 830),
    ('adminhtml_customer', 925),
    ('adminhtml_customer', 926),
    ('adminhtml_customer', 954),
    ('adminhtml_customer_address', 9),
    ('adminhtml_customer_address', 10),
    ('adminhtml_customer_address', 11),
    ('adminhtml_customer_address', 12),
    ('adminhtml_customer_address', 13),
    ('adminhtml_customer_address', 14),
    ('adminhtml_customer_address', 15),
    ('adminhtml_customer_address', 16),
    ('adminhtml_customer_address', 17),
    ('adminhtml_customer_address', 18),
    ('adminhtml_customer_address', 95),
    ('adminhtml_customer_address', 832),
    ('adminhtml_customer_address', 833),
    ('adminhtml_customer_address', 834),
    ('adminhtml_customer_address', 955),
    ('checkout_register', 1),
    ('checkout_register', 2),
    ('checkout_register', 3),
    ('checkout_register', 826),
    ('checkout_register', 827),
    ('checkout_register', 828),
    ('checkout_register', 829),
    ('checkout_register', 830),
    ('checkout_register', 925),
    ('checkout_register', 926),
    ('customer_account_create', 1),
    ('customer_account_create', 2),
    ('customer_account_create', 3),
    ('customer_account_create', 826),
    ('customer_account_create', 827),
    ('customer_account_create', 828),
    ('customer_account_create', 829),
    ('customer_account_create', 830),
    ('customer_account_create', 925),
    ('customer_account_create', 926),
    ('customer_account_edit', 1),
    ('customer_account_edit', 2),
    ('customer_account_edit', 3),
    ('customer_account_edit', 826),
    ('customer_account_edit', 827),
    ('customer_account_edit', 828),
    ('customer_account_edit', 829),
    ('customer_account_edit', 830),
    ('customer_account_edit', 925),
    ('customer_account_edit', 926),
    ('customer_address_edit', 9),
    ('customer_address_edit', 10),
    ('customer_address_edit', 11),
    ('customer_address_edit', 12),
    ('customer_address_edit', 13),
    ('customer_address_edit', 14),
    ('customer_address_edit', 15),
    ('customer_address_edit', 16),
    ('customer_address_edit', 17),
    ('customer_address_edit', 18),
    ('customer_address_edit', 95),
    ('customer_address_edit', 832),
    ('customer_address_edit', 833),
    ('customer_address_edit', 834),
    ('customer_address_edit', 955),
    ('customer_register_address', 9),
    ('customer_register_address', 10),
    ('customer_register_address', 11),
    ('customer_register_address', 12),
    ('customer_register_address', 13),
    ('customer_register_address', 14),
    ('customer_register_address', 15),
    ('customer_register_address', 16),
    ('customer_register_address', 17),
    ('customer_register_address', 18),
    ('customer_register_address', 95),
    ('customer_register_address', 832),
    ('customer_register_address', 833),
    ('customer_register_address', 834),
    ('customer_register_address', 955);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (1, 1, 1, 1, 40),
    (1, 1, 1, 2, 60),
    (1, 1, 1, 3, 80),
    (1, 1, 1, 4, 0),
    (1, 1, 1, 7, 0),
    (1, 1, 1, 8, 0),
    (2, 2, 2, 9, 20),
    (2, 2, 2, 10, 40),
    (2, 2, 2, 11, 90),
    (2, 2, 2, 12, 100),
    (2, 2, 2, 13, 100),
    (2, 2, 2, 14, 110),
    (2, 2, 2, 15, 80),
    (2, 2, 2, 16, 70),
    (2, 2, 2, 17, 120),
    (2, 2, 2, 18, 130),
    (2, 2, 2, 95, 60),
    (1, 1, 1, 477, 20),
    (1, 1, 1, 478, 0),
    (1, 1, 1, 532, 25),
    (1, 1, 1, 700, 10),
    (1, 1, 1, 826, 30),
    (1, 1, 1, 827, 50),
    (1, 1, 1, 828, 70),
    (1, 1, 1, 829, 90),
    (1, 1, 1, 830, 100),
    (1, 1, 1, 831, 0),
    (2, 2, 2, 832, 10),
    (2, 2, 2, 833, 30),
    (2, 2, 2, 834, 50),
    (1, 1, 1, 925, 110),
    (1, 1, 1, 926, 0),
    (1, 1, 1, 927, 0),
    (1, 1, 1, 928, 0),
    (1, 1, 1, 954, 28),
    (2, 2, 2, 955, 140),
    (2, 2, 2, 956, 0),
    (2, 2, 2, 957, 0),
    (2, 2, 2, 958, 0),
    (2, 2, 2, 959, 0),
    (1, 1, 1, 960, 0),
    (1, 1, 1, 961, 0);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (61, 925, 0),
    (62, 925, 1);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (61, 0, 'Male'),
    (62, 0, 'Female'),
    (61, 2, 'Herr'),
    (62, 2, 'Frau');

INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_type, frontend_input, frontend_label, source_model, is_user_defined)
VALUES
    (963, 1, 'loyalty_tier', 'int', 'select', 'Loyalty tier', 'eav/entity_attribute_source_table', 1);

INSERT INTO customer_eav_attribute
    (attribute_id, is_visible, is_system, sort_order)
VALUES
    (963, 1, 0, 200);

INSERT INTO customer_form_attribute
    (form_code, attribute_id)
VALUES
    ('adminhtml_customer', 963);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (1, 1, 1, 963, 200);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (127, 963, 0),
    (128, 963, 1),
    (129, 963, 2);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (127, 0, 'Bronze'),
    (128, 0, 'Silver'),
    (129, 0, 'Gold'),
    (128, 2, 'Silber'),
    (129, 2, 'Gold');

INSERT INTO catalog_product_entity
    (entity_id, entity_type_id, attribute_set_id, type_id, sku, created_at, updated_at)
VALUES
    (16, 10, 9, 'simple', 'mug-blue', '2019-03-01 08:00:00', '2024-05-01 08:00:00'),
    (27, 10, 9, 'simple', 'mug-red', '2019-03-01 08:00:00', '2024-05-01 08:00:00'),
    (51, 10, 9, 'configurable', 'mug-set', '2019-03-01 08:00:00', '2024-05-01 08:00:00');
