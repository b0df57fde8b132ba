-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What orders and rules refer to in the catalogue of a grown OpenMage shop. Goes before schema_sales_*
-- and schema_catalog_*.

CREATE TABLE catalog_category_entity (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    attribute_set_id smallint(5) unsigned NOT NULL DEFAULT 0,
    parent_id int(10) unsigned NOT NULL DEFAULT 0, created_at timestamp NULL DEFAULT NULL,
    updated_at timestamp NULL DEFAULT NULL, path varchar(255) NOT NULL, position int(11) NOT NULL,
    level int(11) NOT NULL DEFAULT 0, children_count int(11) NOT NULL,
    PRIMARY KEY (entity_id),
    KEY (level),
    KEY (path, entity_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_option (
    option_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_id int(10) unsigned NOT NULL DEFAULT 0, type varchar(50) DEFAULT NULL,
    is_require smallint(6) NOT NULL DEFAULT 1, sku varchar(64) DEFAULT NULL,
    max_characters int(10) unsigned DEFAULT NULL, file_extension varchar(50) DEFAULT NULL,
    image_size_x smallint(5) unsigned DEFAULT NULL, image_size_y smallint(5) unsigned DEFAULT NULL,
    sort_order int(10) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (option_id),
    KEY (product_id),
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_option_type_value (
    option_type_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    option_id int(10) unsigned NOT NULL DEFAULT 0, sku varchar(64) DEFAULT NULL,
    sort_order int(10) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (option_type_id),
    KEY (option_id),
    FOREIGN KEY (option_id)
        REFERENCES catalog_product_option (option_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_bundle_option (
    option_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    required smallint(5) unsigned NOT NULL DEFAULT 0, position int(10) unsigned NOT NULL DEFAULT 0,
    type varchar(255) DEFAULT NULL,
    PRIMARY KEY (option_id),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE catalog_product_bundle_selection (
    selection_id int(10) unsigned NOT NULL AUTO_INCREMENT, option_id int(10) unsigned NOT NULL,
    parent_product_id int(10) unsigned NOT NULL, product_id int(10) unsigned NOT NULL,
    position int(10) unsigned NOT NULL DEFAULT 0,
    is_default smallint(5) unsigned NOT NULL DEFAULT 0,
    selection_price_type smallint(5) unsigned NOT NULL DEFAULT 0,
    selection_price_value decimal(12,4) NOT NULL DEFAULT 0.0000,
    selection_qty decimal(12,4) DEFAULT NULL,
    selection_can_change_qty smallint(6) NOT NULL DEFAULT 0,
    PRIMARY KEY (selection_id),
    KEY (option_id),
    KEY (product_id),
    FOREIGN KEY (option_id)
        REFERENCES catalog_product_bundle_option (option_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE downloadable_link (
    link_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    product_id int(10) unsigned NOT NULL DEFAULT 0, sort_order int(10) unsigned NOT NULL DEFAULT 0,
    number_of_downloads int(11) DEFAULT NULL, is_shareable smallint(5) unsigned NOT NULL DEFAULT 0,
    link_url varchar(255) DEFAULT NULL, link_file varchar(255) DEFAULT NULL,
    link_type varchar(20) DEFAULT NULL, sample_url varchar(255) DEFAULT NULL,
    sample_file varchar(255) DEFAULT NULL, sample_type varchar(20) DEFAULT NULL,
    PRIMARY KEY (link_id),
    KEY (product_id),
    KEY (product_id, sort_order),
    FOREIGN KEY (product_id)
        REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
