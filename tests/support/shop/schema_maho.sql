-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- The same tables in a Maho shop: DATETIME where OpenMage has TIMESTAMP, columns more, columns less.

CREATE TABLE core_website (
    website_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    code varchar(32) DEFAULT NULL,
    name varchar(64) DEFAULT NULL,
    sort_order smallint(5) unsigned NOT NULL DEFAULT 0,
    default_group_id smallint(5) unsigned NOT NULL DEFAULT 0,
    is_default smallint(5) unsigned DEFAULT 0,
    PRIMARY KEY (website_id),
    UNIQUE KEY (code),
    KEY (sort_order),
    KEY (default_group_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE core_store_group (
    group_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    website_id smallint(5) unsigned NOT NULL DEFAULT 0,
    name varchar(255) NOT NULL,
    root_category_id int(10) unsigned NOT NULL DEFAULT 0,
    default_store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (group_id),
    KEY (website_id),
    KEY (default_store_id),
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE core_store (
    store_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    code varchar(32) DEFAULT NULL,
    website_id smallint(5) unsigned NOT NULL DEFAULT 0,
    group_id smallint(5) unsigned NOT NULL DEFAULT 0,
    name varchar(255) NOT NULL,
    sort_order smallint(5) unsigned NOT NULL DEFAULT 0,
    is_active smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (store_id),
    UNIQUE KEY (code),
    KEY (website_id),
    KEY (is_active, sort_order),
    KEY (group_id),
    FOREIGN KEY (group_id)
        REFERENCES core_store_group (group_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE core_config_data (
    config_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    scope varchar(8) NOT NULL DEFAULT 'default',
    scope_id int(11) NOT NULL DEFAULT 0,
    path varchar(255) NOT NULL DEFAULT 'general',
    value text DEFAULT NULL,
    updated_at datetime DEFAULT NULL,
    PRIMARY KEY (config_id),
    UNIQUE KEY (scope, scope_id, path)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE core_resource (
    code varchar(50) NOT NULL,
    version varchar(50) DEFAULT NULL,
    data_version varchar(50) DEFAULT NULL,
    maho_version varchar(50) DEFAULT NULL,
    PRIMARY KEY (code)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE tax_class (
    class_id smallint(6) NOT NULL AUTO_INCREMENT,
    class_name varchar(255) NOT NULL,
    class_type varchar(8) NOT NULL DEFAULT 'CUSTOMER',
    PRIMARY KEY (class_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_group (
    customer_group_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    customer_group_code varchar(32) NOT NULL,
    tax_class_id int(10) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (customer_group_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE directory_country (
    country_id varchar(2) NOT NULL DEFAULT '',
    iso2_code varchar(2) DEFAULT NULL,
    iso3_code varchar(3) DEFAULT NULL,
    PRIMARY KEY (country_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE directory_country_region (
    region_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    country_id varchar(4) NOT NULL DEFAULT '0',
    code varchar(32) DEFAULT NULL,
    default_name varchar(255) DEFAULT NULL,
    PRIMARY KEY (region_id),
    KEY (country_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE directory_country_region_name (
    locale varchar(8) NOT NULL DEFAULT '',
    region_id int(10) unsigned NOT NULL DEFAULT 0,
    name varchar(255) DEFAULT NULL,
    PRIMARY KEY (locale, region_id),
    KEY (region_id),
    FOREIGN KEY (region_id)
        REFERENCES directory_country_region (region_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_entity_type (
    entity_type_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_code varchar(50) NOT NULL,
    entity_model varchar(255) NOT NULL,
    attribute_model varchar(255) DEFAULT NULL,
    entity_table varchar(255) DEFAULT NULL,
    value_table_prefix varchar(255) DEFAULT NULL,
    entity_id_field varchar(255) DEFAULT NULL,
    is_data_sharing smallint(5) unsigned NOT NULL DEFAULT 1,
    data_sharing_key varchar(100) DEFAULT 'default',
    default_attribute_set_id smallint(5) unsigned NOT NULL DEFAULT 0,
    increment_model varchar(255) DEFAULT '',
    increment_per_store smallint(5) unsigned NOT NULL DEFAULT 0,
    increment_pad_length smallint(5) unsigned NOT NULL DEFAULT 8,
    increment_pad_char varchar(1) NOT NULL DEFAULT '0',
    additional_attribute_table varchar(255) DEFAULT '',
    entity_attribute_collection varchar(255) DEFAULT NULL,
    PRIMARY KEY (entity_type_id),
    KEY (entity_type_code)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_attribute_set (
    attribute_set_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_set_name varchar(255) DEFAULT NULL,
    sort_order smallint(6) NOT NULL DEFAULT 0,
    PRIMARY KEY (attribute_set_id),
    UNIQUE KEY (entity_type_id, attribute_set_name),
    KEY (entity_type_id, sort_order),
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_attribute_group (
    attribute_group_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    attribute_set_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_group_name varchar(255) DEFAULT NULL,
    sort_order smallint(6) NOT NULL DEFAULT 0,
    default_id smallint(5) unsigned DEFAULT 0,
    PRIMARY KEY (attribute_group_id),
    UNIQUE KEY (attribute_set_id, attribute_group_name),
    KEY (attribute_set_id, sort_order),
    FOREIGN KEY (attribute_set_id)
        REFERENCES eav_attribute_set (attribute_set_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_attribute (
    attribute_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_code varchar(255) DEFAULT NULL,
    attribute_model varchar(255) DEFAULT NULL,
    backend_model varchar(255) DEFAULT NULL,
    backend_type varchar(8) NOT NULL DEFAULT 'static',
    backend_table varchar(255) DEFAULT NULL,
    frontend_model varchar(255) DEFAULT NULL,
    frontend_input varchar(50) DEFAULT NULL,
    frontend_label varchar(255) DEFAULT NULL,
    frontend_class varchar(255) DEFAULT NULL,
    source_model varchar(255) DEFAULT NULL,
    is_required smallint(5) unsigned NOT NULL DEFAULT 0,
    is_user_defined smallint(5) unsigned NOT NULL DEFAULT 0,
    default_value text DEFAULT NULL,
    is_unique smallint(5) unsigned NOT NULL DEFAULT 0,
    note varchar(255) DEFAULT NULL,
    PRIMARY KEY (attribute_id),
    UNIQUE KEY (entity_type_id, attribute_code),
    KEY (entity_type_id),
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_attribute_label (
    attribute_label_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    value varchar(255) DEFAULT NULL,
    PRIMARY KEY (attribute_label_id),
    KEY (attribute_id),
    KEY (store_id),
    KEY (attribute_id, store_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_attribute_option (
    option_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    sort_order smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (option_id),
    KEY (attribute_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_attribute_option_value (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    option_id int(10) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    KEY (option_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (option_id)
        REFERENCES eav_attribute_option (option_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE eav_entity_attribute (
    entity_attribute_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_set_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_group_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    sort_order smallint(6) NOT NULL DEFAULT 0,
    PRIMARY KEY (entity_attribute_id),
    UNIQUE KEY (attribute_set_id, attribute_id),
    UNIQUE KEY (attribute_group_id, attribute_id),
    KEY (attribute_set_id, sort_order),
    KEY (attribute_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_group_id)
        REFERENCES eav_attribute_group (attribute_group_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_eav_attribute (
    attribute_id smallint(5) unsigned NOT NULL,
    is_visible smallint(5) unsigned NOT NULL DEFAULT 1,
    input_filter varchar(255) DEFAULT NULL,
    multiline_count smallint(5) unsigned NOT NULL DEFAULT 1,
    validate_rules text DEFAULT NULL,
    is_system smallint(5) unsigned NOT NULL DEFAULT 0,
    sort_order int(10) unsigned NOT NULL DEFAULT 0,
    data_model varchar(255) DEFAULT NULL,
    PRIMARY KEY (attribute_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_eav_attribute_website (
    attribute_id smallint(5) unsigned NOT NULL,
    website_id smallint(5) unsigned NOT NULL,
    is_visible smallint(5) unsigned DEFAULT NULL,
    is_required smallint(5) unsigned DEFAULT NULL,
    default_value text DEFAULT NULL,
    multiline_count smallint(5) unsigned DEFAULT NULL,
    PRIMARY KEY (attribute_id, website_id),
    KEY (website_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_form_attribute (
    form_code varchar(32) NOT NULL,
    attribute_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (form_code, attribute_id),
    KEY (attribute_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_entity (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_set_id smallint(5) unsigned NOT NULL DEFAULT 0,
    website_id smallint(5) unsigned DEFAULT NULL,
    email varchar(255) DEFAULT NULL,
    group_id smallint(5) unsigned NOT NULL DEFAULT 0,
    increment_id varchar(50) DEFAULT NULL,
    store_id smallint(5) unsigned DEFAULT 0,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    updated_at datetime NOT NULL DEFAULT current_timestamp(),
    is_active smallint(5) unsigned NOT NULL DEFAULT 1,
    disable_auto_group_change smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (email, website_id),
    KEY (store_id),
    KEY (entity_type_id),
    KEY (email, website_id),
    KEY (website_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_entity_datetime (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_entity_decimal (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value decimal(12,4) NOT NULL DEFAULT 0.0000,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_entity_int (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value int(11) NOT NULL DEFAULT 0,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_entity_text (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value text NOT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_entity_varchar (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_address_entity (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_set_id smallint(5) unsigned NOT NULL DEFAULT 0,
    increment_id varchar(50) DEFAULT NULL,
    parent_id int(10) unsigned DEFAULT NULL,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    updated_at datetime NOT NULL DEFAULT current_timestamp(),
    is_active smallint(5) unsigned NOT NULL DEFAULT 1,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_address_entity_datetime (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_address_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_address_entity_decimal (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value decimal(12,4) NOT NULL DEFAULT 0.0000,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_address_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_address_entity_int (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value int(11) NOT NULL DEFAULT 0,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_address_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_address_entity_text (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value text NOT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_address_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE customer_address_entity_varchar (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id),
    KEY (entity_type_id),
    KEY (attribute_id),
    KEY (entity_id),
    KEY (entity_id, attribute_id, value),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES customer_address_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE newsletter_subscriber (
    subscriber_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    store_id smallint(5) unsigned DEFAULT 0,
    change_status_at datetime DEFAULT NULL,
    customer_id int(10) unsigned NOT NULL DEFAULT 0,
    subscriber_email varchar(150) DEFAULT NULL,
    subscriber_status int(11) NOT NULL DEFAULT 0,
    subscriber_confirm_code varchar(32) DEFAULT NULL,
    PRIMARY KEY (subscriber_id),
    KEY (customer_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE cms_block (
    block_id smallint(6) NOT NULL AUTO_INCREMENT,
    title varchar(255) NOT NULL,
    identifier varchar(255) NOT NULL,
    content mediumtext DEFAULT NULL,
    creation_time datetime DEFAULT NULL,
    update_time datetime DEFAULT NULL,
    is_active smallint(6) NOT NULL DEFAULT 1,
    PRIMARY KEY (block_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE cms_block_store (
    block_id smallint(6) NOT NULL,
    store_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (block_id, store_id),
    KEY (store_id),
    FOREIGN KEY (block_id) REFERENCES cms_block (block_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE cms_page (
    page_id smallint(6) NOT NULL AUTO_INCREMENT,
    title varchar(255) DEFAULT NULL,
    root_template varchar(255) DEFAULT NULL,
    meta_keywords text DEFAULT NULL,
    meta_description text DEFAULT NULL,
    identifier varchar(100) DEFAULT NULL,
    content_heading varchar(255) DEFAULT NULL,
    content mediumtext DEFAULT NULL,
    creation_time datetime DEFAULT NULL,
    update_time datetime DEFAULT NULL,
    is_active smallint(6) NOT NULL DEFAULT 1,
    sort_order smallint(6) NOT NULL DEFAULT 0,
    layout_update_xml text DEFAULT NULL,
    custom_theme varchar(100) DEFAULT NULL,
    custom_root_template varchar(255) DEFAULT NULL,
    custom_layout_update_xml text DEFAULT NULL,
    custom_theme_from date DEFAULT NULL,
    custom_theme_to date DEFAULT NULL,
    meta_robots varchar(50) DEFAULT NULL,
    PRIMARY KEY (page_id),
    KEY (identifier)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE cms_page_store (
    page_id smallint(6) NOT NULL,
    store_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (page_id, store_id),
    KEY (store_id),
    FOREIGN KEY (page_id) REFERENCES cms_page (page_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_set_id smallint(5) unsigned NOT NULL DEFAULT 0,
    type_id varchar(32) NOT NULL DEFAULT 'simple',
    sku varchar(64) DEFAULT NULL,
    has_options smallint(6) NOT NULL DEFAULT 0,
    required_options smallint(5) unsigned NOT NULL DEFAULT 0,
    created_at datetime DEFAULT NULL,
    updated_at datetime DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (entity_type_id),
    KEY (attribute_set_id),
    KEY (sku),
    FOREIGN KEY (attribute_set_id)
        REFERENCES eav_attribute_set (attribute_set_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
