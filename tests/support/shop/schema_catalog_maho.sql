-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- The same tables in a Maho shop.

CREATE TABLE catalog_category_entity_datetime (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value datetime DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_type_id, entity_id, attribute_id, store_id),
    KEY (entity_id),
    KEY (attribute_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_category_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_category_entity_decimal (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value decimal(12,4) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_type_id, entity_id, attribute_id, store_id),
    KEY (entity_id),
    KEY (attribute_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_category_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_category_entity_int (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value int(11) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_type_id, entity_id, attribute_id, store_id),
    KEY (entity_id),
    KEY (attribute_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_category_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_category_entity_text (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value text DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_type_id, entity_id, attribute_id, store_id),
    KEY (entity_id),
    KEY (attribute_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_category_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_category_entity_varchar (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_type_id, entity_id, attribute_id, store_id),
    KEY (entity_id),
    KEY (attribute_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_category_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_category_product (
    category_id int(10) unsigned NOT NULL DEFAULT 0, product_id int(10) unsigned NOT NULL DEFAULT 0,
    position int(11) NOT NULL DEFAULT 0,
    PRIMARY KEY (category_id, product_id),
    KEY (product_id),
    FOREIGN KEY (category_id)
        REFERENCES catalog_category_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_eav_attribute (
    attribute_id smallint(5) unsigned NOT NULL, frontend_input_renderer varchar(255) DEFAULT NULL,
    is_global smallint(5) unsigned NOT NULL DEFAULT 1,
    is_visible smallint(5) unsigned NOT NULL DEFAULT 1,
    is_searchable smallint(5) unsigned NOT NULL DEFAULT 0,
    is_filterable smallint(5) unsigned NOT NULL DEFAULT 0,
    is_comparable smallint(5) unsigned NOT NULL DEFAULT 0,
    is_visible_on_front smallint(5) unsigned NOT NULL DEFAULT 0,
    is_html_allowed_on_front smallint(5) unsigned NOT NULL DEFAULT 0,
    is_used_for_price_rules smallint(5) unsigned NOT NULL DEFAULT 0,
    is_filterable_in_search smallint(5) unsigned NOT NULL DEFAULT 0,
    used_in_product_listing smallint(5) unsigned NOT NULL DEFAULT 0,
    used_for_sort_by smallint(5) unsigned NOT NULL DEFAULT 0,
    is_configurable smallint(5) unsigned NOT NULL DEFAULT 1, apply_to varchar(255) DEFAULT NULL,
    is_visible_in_advanced_search smallint(5) unsigned NOT NULL DEFAULT 0,
    position int(11) NOT NULL DEFAULT 0, is_wysiwyg_enabled smallint(5) unsigned NOT NULL DEFAULT 0,
    is_used_for_promo_rules smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (attribute_id),
    KEY (used_for_sort_by),
    KEY (used_in_product_listing),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_datetime (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value datetime DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id, store_id),
    KEY (attribute_id),
    KEY (store_id),
    KEY (entity_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_decimal (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value decimal(12,4) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id, store_id),
    KEY (store_id),
    KEY (entity_id),
    KEY (attribute_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_int (
    value_id int(11) NOT NULL AUTO_INCREMENT, entity_type_id int(10) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value int(11) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id, store_id),
    KEY (attribute_id),
    KEY (store_id),
    KEY (entity_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_text (
    value_id int(11) NOT NULL AUTO_INCREMENT, entity_type_id int(10) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value text DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id, store_id),
    KEY (attribute_id),
    KEY (store_id),
    KEY (entity_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_varchar (
    value_id int(11) NOT NULL AUTO_INCREMENT, entity_type_id int(10) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, attribute_id, store_id),
    KEY (attribute_id),
    KEY (store_id),
    KEY (entity_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_gallery (
    value_id int(11) NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    position int(11) NOT NULL DEFAULT 0, value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_type_id, entity_id, attribute_id, store_id),
    KEY (entity_id),
    KEY (attribute_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_tier_price (
    value_id int(11) NOT NULL AUTO_INCREMENT, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    all_groups smallint(5) unsigned NOT NULL DEFAULT 1,
    customer_group_id smallint(5) unsigned NOT NULL DEFAULT 0,
    qty decimal(12,4) NOT NULL DEFAULT 1.0000, value decimal(12,4) NOT NULL DEFAULT 0.0000,
    website_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, all_groups, customer_group_id, qty, website_id),
    KEY (entity_id),
    KEY (customer_group_id),
    KEY (website_id),
    FOREIGN KEY (customer_group_id)
        REFERENCES customer_group (customer_group_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_group_price (
    value_id int(11) NOT NULL AUTO_INCREMENT, entity_id int(10) unsigned NOT NULL DEFAULT 0,
    all_groups smallint(5) unsigned NOT NULL DEFAULT 1,
    customer_group_id smallint(5) unsigned NOT NULL DEFAULT 0,
    value decimal(12,4) NOT NULL DEFAULT 0.0000, website_id smallint(5) unsigned NOT NULL,
    is_percent smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (value_id),
    UNIQUE KEY (entity_id, all_groups, customer_group_id, website_id),
    KEY (entity_id),
    KEY (customer_group_id),
    KEY (website_id),
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (customer_group_id)
        REFERENCES customer_group (customer_group_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_media_gallery (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0, value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    KEY (attribute_id),
    KEY (entity_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_entity_media_gallery_value (
    value_id int(10) unsigned NOT NULL DEFAULT 0, store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    label varchar(255) DEFAULT NULL, position int(10) unsigned DEFAULT NULL,
    disabled smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (value_id, store_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (value_id)
        REFERENCES catalog_product_entity_media_gallery (value_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_website (
    product_id int(10) unsigned NOT NULL, website_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (product_id, website_id),
    KEY (website_id),
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_relation (
    parent_id int(10) unsigned NOT NULL, child_id int(10) unsigned NOT NULL,
    PRIMARY KEY (parent_id, child_id),
    KEY (child_id),
    FOREIGN KEY (child_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (parent_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_link_type (
    link_type_id smallint(5) unsigned NOT NULL AUTO_INCREMENT, code varchar(32) DEFAULT NULL,
    PRIMARY KEY (link_type_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_link_attribute (
    product_link_attribute_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    link_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    product_link_attribute_code varchar(32) DEFAULT NULL, data_type varchar(32) DEFAULT NULL,
    PRIMARY KEY (product_link_attribute_id),
    KEY (link_type_id),
    FOREIGN KEY (link_type_id)
        REFERENCES catalog_product_link_type (link_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_link (
    link_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_id int(10) unsigned NOT NULL DEFAULT 0,
    linked_product_id int(10) unsigned NOT NULL DEFAULT 0,
    link_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (link_id),
    UNIQUE KEY (link_type_id, product_id, linked_product_id),
    KEY (product_id),
    KEY (linked_product_id),
    KEY (link_type_id),
    FOREIGN KEY (linked_product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (link_type_id)
        REFERENCES catalog_product_link_type (link_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_link_attribute_int (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_link_attribute_id smallint(5) unsigned DEFAULT NULL, link_id int(10) unsigned NOT NULL,
    value int(11) NOT NULL DEFAULT 0,
    PRIMARY KEY (value_id),
    UNIQUE KEY (product_link_attribute_id, link_id),
    KEY (product_link_attribute_id),
    KEY (link_id),
    FOREIGN KEY (link_id)
        REFERENCES catalog_product_link (link_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_link_attribute_id)
        REFERENCES catalog_product_link_attribute (product_link_attribute_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_link_attribute_decimal (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_link_attribute_id smallint(5) unsigned DEFAULT NULL, link_id int(10) unsigned NOT NULL,
    value decimal(12,4) NOT NULL DEFAULT 0.0000,
    PRIMARY KEY (value_id),
    UNIQUE KEY (product_link_attribute_id, link_id),
    KEY (product_link_attribute_id),
    KEY (link_id),
    FOREIGN KEY (product_link_attribute_id)
        REFERENCES catalog_product_link_attribute (product_link_attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (link_id)
        REFERENCES catalog_product_link (link_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_link_attribute_varchar (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_link_attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    link_id int(10) unsigned NOT NULL, value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (product_link_attribute_id, link_id),
    KEY (product_link_attribute_id),
    KEY (link_id),
    FOREIGN KEY (link_id)
        REFERENCES catalog_product_link (link_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_link_attribute_id)
        REFERENCES catalog_product_link_attribute (product_link_attribute_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_super_attribute (
    product_super_attribute_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_id int(10) unsigned NOT NULL DEFAULT 0,
    attribute_id smallint(5) unsigned NOT NULL DEFAULT 0,
    position smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (product_super_attribute_id),
    UNIQUE KEY (product_id, attribute_id),
    KEY (product_id),
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE NO ACTION
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_super_attribute_label (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_super_attribute_id int(10) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, use_default smallint(5) unsigned DEFAULT 0,
    value varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (product_super_attribute_id, store_id),
    KEY (product_super_attribute_id),
    KEY (store_id),
    FOREIGN KEY (product_super_attribute_id)
        REFERENCES catalog_product_super_attribute (product_super_attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_super_attribute_pricing (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_super_attribute_id int(10) unsigned NOT NULL DEFAULT 0,
    value_index varchar(255) DEFAULT NULL, is_percent smallint(5) unsigned DEFAULT 0,
    pricing_value decimal(12,4) DEFAULT NULL, website_id smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (value_id),
    UNIQUE KEY (product_super_attribute_id, value_index, website_id),
    KEY (product_super_attribute_id),
    KEY (website_id),
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_super_attribute_id)
        REFERENCES catalog_product_super_attribute (product_super_attribute_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_super_link (
    link_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_id int(10) unsigned NOT NULL DEFAULT 0, parent_id int(10) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (link_id),
    UNIQUE KEY (product_id, parent_id),
    KEY (parent_id),
    KEY (product_id),
    FOREIGN KEY (parent_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_option_title (
    option_title_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    option_id int(10) unsigned NOT NULL DEFAULT 0, store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    title varchar(255) DEFAULT NULL,
    PRIMARY KEY (option_title_id),
    UNIQUE KEY (option_id, store_id),
    KEY (option_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (option_id)
        REFERENCES catalog_product_option (option_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_option_price (
    option_price_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    option_id int(10) unsigned NOT NULL DEFAULT 0, store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    price decimal(12,4) NOT NULL DEFAULT 0.0000, price_type varchar(7) NOT NULL DEFAULT 'fixed',
    PRIMARY KEY (option_price_id),
    UNIQUE KEY (option_id, store_id),
    KEY (option_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (option_id)
        REFERENCES catalog_product_option (option_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_option_type_title (
    option_type_title_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    option_type_id int(10) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, title varchar(255) DEFAULT NULL,
    PRIMARY KEY (option_type_title_id),
    UNIQUE KEY (option_type_id, store_id),
    KEY (option_type_id),
    KEY (store_id),
    FOREIGN KEY (option_type_id)
        REFERENCES catalog_product_option_type_value (option_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_option_type_price (
    option_type_price_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    option_type_id int(10) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, price decimal(12,4) NOT NULL DEFAULT 0.0000,
    price_type varchar(7) NOT NULL DEFAULT 'fixed',
    PRIMARY KEY (option_type_price_id),
    UNIQUE KEY (option_type_id, store_id),
    KEY (option_type_id),
    KEY (store_id),
    FOREIGN KEY (option_type_id)
        REFERENCES catalog_product_option_type_value (option_type_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_bundle_option_value (
    value_id int(10) unsigned NOT NULL AUTO_INCREMENT, option_id int(10) unsigned NOT NULL,
    store_id smallint(5) unsigned NOT NULL, title varchar(255) DEFAULT NULL,
    PRIMARY KEY (value_id),
    UNIQUE KEY (option_id, store_id),
    FOREIGN KEY (option_id)
        REFERENCES catalog_product_bundle_option (option_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_bundle_selection_price (
    selection_id int(10) unsigned NOT NULL, website_id smallint(5) unsigned NOT NULL,
    selection_price_type smallint(5) unsigned NOT NULL DEFAULT 0,
    selection_price_value decimal(12,4) NOT NULL DEFAULT 0.0000,
    PRIMARY KEY (selection_id, website_id),
    KEY (website_id),
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (selection_id)
        REFERENCES catalog_product_bundle_selection (selection_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE downloadable_link_price (
    price_id int(10) unsigned NOT NULL AUTO_INCREMENT, link_id int(10) unsigned NOT NULL DEFAULT 0,
    website_id smallint(5) unsigned NOT NULL DEFAULT 0, price decimal(12,4) NOT NULL DEFAULT 0.0000,
    PRIMARY KEY (price_id),
    KEY (link_id),
    KEY (website_id),
    FOREIGN KEY (link_id)
        REFERENCES downloadable_link (link_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE downloadable_link_title (
    title_id int(10) unsigned NOT NULL AUTO_INCREMENT, link_id int(10) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, title varchar(255) DEFAULT NULL,
    PRIMARY KEY (title_id),
    UNIQUE KEY (link_id, store_id),
    KEY (link_id),
    KEY (store_id),
    FOREIGN KEY (link_id)
        REFERENCES downloadable_link (link_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE downloadable_sample (
    sample_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_id int(10) unsigned NOT NULL DEFAULT 0, sample_url varchar(255) DEFAULT NULL,
    sample_file varchar(255) DEFAULT NULL, sample_type varchar(20) DEFAULT NULL,
    sort_order int(10) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (sample_id),
    KEY (product_id),
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE downloadable_sample_title (
    title_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    sample_id int(10) unsigned NOT NULL DEFAULT 0, store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    title varchar(255) DEFAULT NULL,
    PRIMARY KEY (title_id),
    UNIQUE KEY (sample_id, store_id),
    KEY (sample_id),
    KEY (store_id),
    FOREIGN KEY (sample_id)
        REFERENCES downloadable_sample (sample_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE cataloginventory_stock (
    stock_id smallint(5) unsigned NOT NULL AUTO_INCREMENT, stock_name varchar(255) DEFAULT NULL,
    PRIMARY KEY (stock_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE cataloginventory_stock_item (
    item_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_id int(10) unsigned NOT NULL DEFAULT 0,
    stock_id smallint(5) unsigned NOT NULL DEFAULT 0, qty decimal(12,4) NOT NULL DEFAULT 0.0000,
    min_qty decimal(12,4) NOT NULL DEFAULT 0.0000,
    use_config_min_qty smallint(5) unsigned NOT NULL DEFAULT 1,
    is_qty_decimal smallint(5) unsigned NOT NULL DEFAULT 0,
    backorders smallint(5) unsigned NOT NULL DEFAULT 0,
    use_config_backorders smallint(5) unsigned NOT NULL DEFAULT 1,
    min_sale_qty decimal(12,4) NOT NULL DEFAULT 1.0000,
    use_config_min_sale_qty smallint(5) unsigned NOT NULL DEFAULT 1,
    max_sale_qty decimal(12,4) NOT NULL DEFAULT 0.0000,
    use_config_max_sale_qty smallint(5) unsigned NOT NULL DEFAULT 1,
    is_in_stock smallint(5) unsigned NOT NULL DEFAULT 0, low_stock_date datetime DEFAULT NULL,
    notify_stock_qty decimal(12,4) DEFAULT NULL,
    use_config_notify_stock_qty smallint(5) unsigned NOT NULL DEFAULT 1,
    manage_stock smallint(5) unsigned NOT NULL DEFAULT 0,
    use_config_manage_stock smallint(5) unsigned NOT NULL DEFAULT 1,
    stock_status_changed_auto smallint(5) unsigned NOT NULL DEFAULT 0,
    use_config_qty_increments smallint(5) unsigned NOT NULL DEFAULT 1,
    qty_increments decimal(12,4) NOT NULL DEFAULT 0.0000,
    use_config_enable_qty_inc smallint(5) unsigned NOT NULL DEFAULT 1,
    enable_qty_increments smallint(5) unsigned NOT NULL DEFAULT 0,
    is_decimal_divided smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (item_id),
    UNIQUE KEY (product_id, stock_id),
    KEY (product_id),
    KEY (stock_id),
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (stock_id)
        REFERENCES cataloginventory_stock (stock_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE cataloginventory_stock_status (
    product_id int(10) unsigned NOT NULL, website_id smallint(5) unsigned NOT NULL,
    stock_id smallint(5) unsigned NOT NULL, qty decimal(12,4) NOT NULL DEFAULT 0.0000,
    stock_status smallint(5) unsigned NOT NULL,
    PRIMARY KEY (product_id, website_id, stock_id),
    KEY (stock_id),
    KEY (website_id),
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (stock_id)
        REFERENCES cataloginventory_stock (stock_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE review_entity (
    entity_id smallint(5) unsigned NOT NULL AUTO_INCREMENT, entity_code varchar(32) NOT NULL,
    PRIMARY KEY (entity_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE review_status (
    status_id smallint(5) unsigned NOT NULL AUTO_INCREMENT, status_code varchar(32) NOT NULL,
    PRIMARY KEY (status_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE review (
    review_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    entity_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_pk_value int(10) unsigned NOT NULL DEFAULT 0,
    status_id smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (review_id),
    KEY (entity_id),
    KEY (status_id),
    KEY (entity_pk_value),
    FOREIGN KEY (entity_id)
        REFERENCES review_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (status_id)
        REFERENCES review_status (status_id) ON DELETE NO ACTION ON UPDATE NO ACTION
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE review_detail (
    detail_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
    review_id bigint(20) unsigned NOT NULL DEFAULT 0, store_id smallint(5) unsigned DEFAULT 0,
    title varchar(255) NOT NULL, detail text NOT NULL, nickname varchar(128) NOT NULL,
    customer_id int(10) unsigned DEFAULT NULL,
    PRIMARY KEY (detail_id),
    KEY (review_id),
    KEY (store_id),
    KEY (customer_id),
    FOREIGN KEY (customer_id)
        REFERENCES customer_entity (entity_id) ON DELETE SET NULL ON UPDATE CASCADE,
    FOREIGN KEY (review_id) REFERENCES review (review_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE review_store (
    review_id bigint(20) unsigned NOT NULL, store_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (review_id, store_id),
    KEY (store_id),
    FOREIGN KEY (review_id) REFERENCES review (review_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE review_entity_summary (
    primary_id bigint(20) NOT NULL AUTO_INCREMENT, entity_pk_value bigint(20) NOT NULL DEFAULT 0,
    entity_type smallint(6) NOT NULL DEFAULT 0, reviews_count smallint(6) NOT NULL DEFAULT 0,
    rating_summary smallint(6) NOT NULL DEFAULT 0, store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (primary_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE rating_entity (
    entity_id smallint(5) unsigned NOT NULL AUTO_INCREMENT, entity_code varchar(64) NOT NULL,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (entity_code)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE rating (
    rating_id smallint(5) unsigned NOT NULL AUTO_INCREMENT,
    entity_id smallint(5) unsigned NOT NULL DEFAULT 0, rating_code varchar(64) NOT NULL,
    position smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (rating_id),
    UNIQUE KEY (rating_code),
    KEY (entity_id),
    FOREIGN KEY (entity_id)
        REFERENCES rating_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE rating_option (
    option_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    rating_id smallint(5) unsigned NOT NULL DEFAULT 0, code varchar(32) NOT NULL,
    value smallint(5) unsigned NOT NULL DEFAULT 0, position smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (option_id),
    KEY (rating_id),
    FOREIGN KEY (rating_id) REFERENCES rating (rating_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE rating_store (
    rating_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (rating_id, store_id),
    KEY (store_id),
    FOREIGN KEY (rating_id) REFERENCES rating (rating_id) ON DELETE CASCADE ON UPDATE NO ACTION,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE rating_title (
    rating_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, value varchar(255) NOT NULL,
    PRIMARY KEY (rating_id, store_id),
    KEY (store_id),
    FOREIGN KEY (rating_id) REFERENCES rating (rating_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE rating_option_vote (
    vote_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
    option_id int(10) unsigned NOT NULL DEFAULT 0, remote_ip varchar(50) DEFAULT NULL,
    remote_ip_long varbinary(16) DEFAULT NULL, customer_id int(10) unsigned DEFAULT 0,
    entity_pk_value bigint(20) unsigned NOT NULL DEFAULT 0,
    rating_id smallint(5) unsigned NOT NULL DEFAULT 0, review_id bigint(20) unsigned DEFAULT NULL,
    percent smallint(6) NOT NULL DEFAULT 0, value smallint(6) NOT NULL DEFAULT 0,
    PRIMARY KEY (vote_id),
    KEY (option_id),
    KEY (review_id),
    FOREIGN KEY (option_id)
        REFERENCES rating_option (option_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (review_id) REFERENCES review (review_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE rating_option_vote_aggregated (
    primary_id int(11) NOT NULL AUTO_INCREMENT, rating_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_pk_value bigint(20) unsigned NOT NULL DEFAULT 0,
    vote_count int(10) unsigned NOT NULL DEFAULT 0,
    vote_value_sum int(10) unsigned NOT NULL DEFAULT 0, percent smallint(6) NOT NULL DEFAULT 0,
    percent_approved smallint(6) DEFAULT 0, store_id smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (primary_id),
    KEY (rating_id),
    KEY (store_id),
    FOREIGN KEY (rating_id) REFERENCES rating (rating_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE core_url_rewrite (
    url_rewrite_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, id_path varchar(255) DEFAULT NULL,
    request_path varchar(255) DEFAULT NULL, target_path varchar(255) DEFAULT NULL,
    is_system smallint(5) unsigned DEFAULT 1, options varchar(255) DEFAULT NULL,
    description varchar(255) DEFAULT NULL, category_id int(10) unsigned DEFAULT NULL,
    product_id int(10) unsigned DEFAULT NULL,
    PRIMARY KEY (url_rewrite_id),
    UNIQUE KEY (request_path, store_id),
    UNIQUE KEY (id_path, is_system, store_id),
    KEY (target_path, store_id),
    KEY (id_path),
    KEY (store_id),
    KEY (category_id),
    KEY (product_id),
    FOREIGN KEY (category_id)
        REFERENCES catalog_category_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE index_process (
    process_id int(10) unsigned NOT NULL AUTO_INCREMENT, indexer_code varchar(32) NOT NULL,
    status varchar(15) NOT NULL DEFAULT 'pending', started_at datetime DEFAULT NULL,
    ended_at datetime DEFAULT NULL, mode varchar(9) NOT NULL DEFAULT 'real_time',
    PRIMARY KEY (process_id),
    UNIQUE KEY (indexer_code)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE weee_tax (
    value_id int(11) NOT NULL AUTO_INCREMENT, website_id smallint(5) unsigned NOT NULL DEFAULT 0,
    entity_id int(10) unsigned NOT NULL DEFAULT 0, country varchar(2) DEFAULT NULL,
    value decimal(12,4) NOT NULL DEFAULT 0.0000, state varchar(255) NOT NULL DEFAULT '*',
    attribute_id smallint(5) unsigned NOT NULL, entity_type_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (value_id),
    KEY (website_id),
    KEY (entity_id),
    KEY (country),
    KEY (attribute_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (country)
        REFERENCES directory_country (country_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
