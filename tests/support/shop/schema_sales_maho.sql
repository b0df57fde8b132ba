-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- The same tables in a Maho shop.

CREATE TABLE eav_entity_store (
    entity_store_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    entity_type_id smallint(5) unsigned NOT NULL DEFAULT 0,
    store_id smallint(5) unsigned NOT NULL DEFAULT 0, increment_prefix varchar(20) DEFAULT NULL,
    increment_last_id varchar(50) DEFAULT NULL,
    PRIMARY KEY (entity_store_id),
    KEY (entity_type_id),
    KEY (store_id),
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (entity_type_id)
        REFERENCES eav_entity_type (entity_type_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE gift_message (
    gift_message_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    customer_id int(10) unsigned NOT NULL DEFAULT 0, sender varchar(255) DEFAULT NULL,
    recipient varchar(255) DEFAULT NULL, message text DEFAULT NULL,
    PRIMARY KEY (gift_message_id)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_order_status (
    status varchar(32) NOT NULL, label varchar(128) NOT NULL, color varchar(20) DEFAULT NULL,
    PRIMARY KEY (status)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_order_status_state (
    status varchar(32) NOT NULL, state varchar(32) NOT NULL,
    is_default smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (status, state),
    FOREIGN KEY (status) REFERENCES sales_order_status (status) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_order_status_label (
    status varchar(32) NOT NULL, store_id smallint(5) unsigned NOT NULL,
    label varchar(128) NOT NULL,
    PRIMARY KEY (status, store_id),
    KEY (store_id),
    FOREIGN KEY (status) REFERENCES sales_order_status (status) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_billing_agreement (
    agreement_id int(10) unsigned NOT NULL AUTO_INCREMENT, customer_id int(10) unsigned NOT NULL,
    method_code varchar(32) NOT NULL, reference_id varchar(32) NOT NULL,
    status varchar(20) NOT NULL, created_at datetime NOT NULL DEFAULT current_timestamp(),
    updated_at datetime DEFAULT NULL, store_id smallint(5) unsigned DEFAULT NULL,
    agreement_label varchar(255) DEFAULT NULL,
    PRIMARY KEY (agreement_id),
    KEY (customer_id),
    KEY (store_id),
    FOREIGN KEY (customer_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_order (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, state varchar(32) DEFAULT NULL,
    status varchar(32) DEFAULT NULL, coupon_code varchar(255) DEFAULT NULL,
    protect_code varchar(255) DEFAULT NULL, shipping_description varchar(255) DEFAULT NULL,
    is_virtual smallint(5) unsigned DEFAULT NULL, store_id smallint(5) unsigned DEFAULT NULL,
    customer_id int(10) unsigned DEFAULT NULL, base_discount_amount decimal(12,4) DEFAULT NULL,
    base_discount_canceled decimal(12,4) DEFAULT NULL,
    base_discount_invoiced decimal(12,4) DEFAULT NULL,
    base_discount_refunded decimal(12,4) DEFAULT NULL, base_grand_total decimal(12,4) DEFAULT NULL,
    base_shipping_amount decimal(12,4) DEFAULT NULL,
    base_shipping_canceled decimal(12,4) DEFAULT NULL,
    base_shipping_invoiced decimal(12,4) DEFAULT NULL,
    base_shipping_refunded decimal(12,4) DEFAULT NULL,
    base_shipping_tax_amount decimal(12,4) DEFAULT NULL,
    base_shipping_tax_refunded decimal(12,4) DEFAULT NULL, base_subtotal decimal(12,4) DEFAULT NULL,
    base_subtotal_canceled decimal(12,4) DEFAULT NULL,
    base_subtotal_invoiced decimal(12,4) DEFAULT NULL,
    base_subtotal_refunded decimal(12,4) DEFAULT NULL, base_tax_amount decimal(12,4) DEFAULT NULL,
    base_tax_canceled decimal(12,4) DEFAULT NULL, base_tax_invoiced decimal(12,4) DEFAULT NULL,
    base_tax_refunded decimal(12,4) DEFAULT NULL, base_to_global_rate decimal(12,4) DEFAULT NULL,
    base_to_order_rate decimal(12,4) DEFAULT NULL, base_total_canceled decimal(12,4) DEFAULT NULL,
    base_total_invoiced decimal(12,4) DEFAULT NULL,
    base_total_invoiced_cost decimal(12,4) DEFAULT NULL,
    base_total_offline_refunded decimal(12,4) DEFAULT NULL,
    base_total_online_refunded decimal(12,4) DEFAULT NULL,
    base_total_paid decimal(12,4) DEFAULT NULL, base_total_qty_ordered decimal(12,4) DEFAULT NULL,
    base_total_refunded decimal(12,4) DEFAULT NULL, discount_amount decimal(12,4) DEFAULT NULL,
    discount_canceled decimal(12,4) DEFAULT NULL, discount_invoiced decimal(12,4) DEFAULT NULL,
    discount_refunded decimal(12,4) DEFAULT NULL, grand_total decimal(12,4) DEFAULT NULL,
    shipping_amount decimal(12,4) DEFAULT NULL, shipping_canceled decimal(12,4) DEFAULT NULL,
    shipping_invoiced decimal(12,4) DEFAULT NULL, shipping_refunded decimal(12,4) DEFAULT NULL,
    shipping_tax_amount decimal(12,4) DEFAULT NULL,
    shipping_tax_refunded decimal(12,4) DEFAULT NULL, store_to_base_rate decimal(12,4) DEFAULT NULL,
    store_to_order_rate decimal(12,4) DEFAULT NULL, subtotal decimal(12,4) DEFAULT NULL,
    subtotal_canceled decimal(12,4) DEFAULT NULL, subtotal_invoiced decimal(12,4) DEFAULT NULL,
    subtotal_refunded decimal(12,4) DEFAULT NULL, tax_amount decimal(12,4) DEFAULT NULL,
    tax_canceled decimal(12,4) DEFAULT NULL, tax_invoiced decimal(12,4) DEFAULT NULL,
    tax_refunded decimal(12,4) DEFAULT NULL, total_canceled decimal(12,4) DEFAULT NULL,
    total_invoiced decimal(12,4) DEFAULT NULL, total_offline_refunded decimal(12,4) DEFAULT NULL,
    total_online_refunded decimal(12,4) DEFAULT NULL, total_paid decimal(12,4) DEFAULT NULL,
    total_qty_ordered decimal(12,4) DEFAULT NULL, total_refunded decimal(12,4) DEFAULT NULL,
    can_ship_partially smallint(5) unsigned DEFAULT NULL,
    can_ship_partially_item smallint(5) unsigned DEFAULT NULL,
    customer_is_guest smallint(5) unsigned DEFAULT NULL,
    customer_note_notify smallint(5) unsigned DEFAULT NULL, billing_address_id int(11) DEFAULT NULL,
    customer_group_id smallint(6) DEFAULT NULL, edit_increment int(11) DEFAULT NULL,
    email_sent smallint(5) unsigned DEFAULT NULL,
    forced_shipment_with_invoice smallint(5) unsigned DEFAULT NULL,
    payment_auth_expiration int(11) DEFAULT NULL, quote_address_id int(11) DEFAULT NULL,
    quote_id int(11) DEFAULT NULL, shipping_address_id int(11) DEFAULT NULL,
    adjustment_negative decimal(12,4) DEFAULT NULL, adjustment_positive decimal(12,4) DEFAULT NULL,
    base_adjustment_negative decimal(12,4) DEFAULT NULL,
    base_adjustment_positive decimal(12,4) DEFAULT NULL,
    base_shipping_discount_amount decimal(12,4) DEFAULT NULL,
    base_subtotal_incl_tax decimal(12,4) DEFAULT NULL, base_total_due decimal(12,4) DEFAULT NULL,
    payment_authorization_amount decimal(12,4) DEFAULT NULL,
    shipping_discount_amount decimal(12,4) DEFAULT NULL,
    subtotal_incl_tax decimal(12,4) DEFAULT NULL, total_due decimal(12,4) DEFAULT NULL,
    weight decimal(12,4) DEFAULT NULL, customer_dob datetime DEFAULT NULL,
    increment_id varchar(50) DEFAULT NULL, applied_rule_ids varchar(255) DEFAULT NULL,
    base_currency_code varchar(3) DEFAULT NULL, customer_email varchar(255) DEFAULT NULL,
    customer_firstname varchar(255) DEFAULT NULL, customer_lastname varchar(255) DEFAULT NULL,
    customer_middlename varchar(255) DEFAULT NULL, customer_prefix varchar(255) DEFAULT NULL,
    customer_suffix varchar(255) DEFAULT NULL, customer_taxvat varchar(255) DEFAULT NULL,
    discount_description varchar(255) DEFAULT NULL, ext_customer_id varchar(255) DEFAULT NULL,
    ext_order_id varchar(255) DEFAULT NULL, global_currency_code varchar(3) DEFAULT NULL,
    hold_before_state varchar(255) DEFAULT NULL, hold_before_status varchar(255) DEFAULT NULL,
    order_currency_code varchar(255) DEFAULT NULL, original_increment_id varchar(50) DEFAULT NULL,
    relation_child_id varchar(32) DEFAULT NULL, relation_child_real_id varchar(32) DEFAULT NULL,
    relation_parent_id varchar(32) DEFAULT NULL, relation_parent_real_id varchar(32) DEFAULT NULL,
    remote_ip varchar(255) DEFAULT NULL, shipping_method varchar(255) DEFAULT NULL,
    store_currency_code varchar(3) DEFAULT NULL, store_name varchar(255) DEFAULT NULL,
    x_forwarded_for varchar(255) DEFAULT NULL, customer_note text DEFAULT NULL,
    created_at datetime DEFAULT NULL, updated_at datetime DEFAULT NULL,
    total_item_count smallint(5) unsigned NOT NULL DEFAULT 0, customer_gender int(11) DEFAULT NULL,
    hidden_tax_amount decimal(12,4) DEFAULT NULL, base_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    shipping_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    base_shipping_hidden_tax_amnt decimal(12,4) DEFAULT NULL,
    hidden_tax_invoiced decimal(12,4) DEFAULT NULL,
    base_hidden_tax_invoiced decimal(12,4) DEFAULT NULL,
    hidden_tax_refunded decimal(12,4) DEFAULT NULL,
    base_hidden_tax_refunded decimal(12,4) DEFAULT NULL,
    shipping_incl_tax decimal(12,4) DEFAULT NULL, base_shipping_incl_tax decimal(12,4) DEFAULT NULL,
    coupon_rule_name varchar(255) DEFAULT NULL, gift_message_id int(11) DEFAULT NULL,
    giftcard_codes text DEFAULT NULL, giftcard_amount decimal(12,4) DEFAULT 0.0000,
    base_giftcard_amount decimal(12,4) DEFAULT 0.0000,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (status),
    KEY (state),
    KEY (store_id),
    KEY (created_at),
    KEY (customer_id),
    KEY (ext_order_id),
    KEY (quote_id),
    KEY (updated_at),
    KEY (customer_email(15)),
    FOREIGN KEY (customer_id)
        REFERENCES customer_entity (entity_id) ON DELETE SET NULL ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_order_address (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned DEFAULT NULL,
    customer_address_id int(11) DEFAULT NULL, quote_address_id int(11) DEFAULT NULL,
    region_id int(11) DEFAULT NULL, customer_id int(11) DEFAULT NULL, fax varchar(255) DEFAULT NULL,
    region varchar(255) DEFAULT NULL, postcode varchar(255) DEFAULT NULL,
    lastname varchar(255) DEFAULT NULL, street varchar(255) DEFAULT NULL,
    city varchar(255) DEFAULT NULL, email varchar(255) DEFAULT NULL,
    telephone varchar(255) DEFAULT NULL, country_id varchar(2) DEFAULT NULL,
    firstname varchar(255) DEFAULT NULL, address_type varchar(255) DEFAULT NULL,
    prefix varchar(255) DEFAULT NULL, middlename varchar(255) DEFAULT NULL,
    suffix varchar(255) DEFAULT NULL, company varchar(255) DEFAULT NULL, vat_id text DEFAULT NULL,
    vat_is_valid smallint(6) DEFAULT NULL, vat_request_id text DEFAULT NULL,
    vat_request_date text DEFAULT NULL, vat_request_success smallint(6) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_order_item (
    item_id int(10) unsigned NOT NULL AUTO_INCREMENT, order_id int(10) unsigned NOT NULL DEFAULT 0,
    parent_item_id int(10) unsigned DEFAULT NULL, quote_item_id int(10) unsigned DEFAULT NULL,
    store_id smallint(5) unsigned DEFAULT NULL,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    updated_at datetime NOT NULL DEFAULT current_timestamp(),
    product_id int(10) unsigned DEFAULT NULL, product_type varchar(255) DEFAULT NULL,
    product_options text DEFAULT NULL, weight decimal(12,4) DEFAULT 0.0000,
    is_virtual smallint(5) unsigned DEFAULT NULL, sku varchar(255) DEFAULT NULL,
    name varchar(255) DEFAULT NULL, description text DEFAULT NULL,
    applied_rule_ids text DEFAULT NULL, additional_data text DEFAULT NULL,
    free_shipping smallint(5) unsigned NOT NULL DEFAULT 0,
    is_qty_decimal smallint(5) unsigned DEFAULT NULL,
    no_discount smallint(5) unsigned NOT NULL DEFAULT 0,
    qty_backordered decimal(12,4) DEFAULT 0.0000, qty_canceled decimal(12,4) DEFAULT 0.0000,
    qty_invoiced decimal(12,4) DEFAULT 0.0000, qty_ordered decimal(12,4) DEFAULT 0.0000,
    qty_refunded decimal(12,4) DEFAULT 0.0000, qty_shipped decimal(12,4) DEFAULT 0.0000,
    base_cost decimal(12,4) DEFAULT 0.0000, price decimal(12,4) NOT NULL DEFAULT 0.0000,
    base_price decimal(12,4) NOT NULL DEFAULT 0.0000, original_price decimal(12,4) DEFAULT NULL,
    base_original_price decimal(12,4) DEFAULT NULL, tax_percent decimal(12,4) DEFAULT 0.0000,
    tax_amount decimal(12,4) DEFAULT 0.0000, base_tax_amount decimal(12,4) DEFAULT 0.0000,
    tax_invoiced decimal(12,4) DEFAULT 0.0000, base_tax_invoiced decimal(12,4) DEFAULT 0.0000,
    discount_percent decimal(12,4) DEFAULT 0.0000, discount_amount decimal(12,4) DEFAULT 0.0000,
    base_discount_amount decimal(12,4) DEFAULT 0.0000,
    discount_invoiced decimal(12,4) DEFAULT 0.0000,
    base_discount_invoiced decimal(12,4) DEFAULT 0.0000,
    amount_refunded decimal(12,4) DEFAULT 0.0000, base_amount_refunded decimal(12,4) DEFAULT 0.0000,
    row_total decimal(12,4) NOT NULL DEFAULT 0.0000,
    base_row_total decimal(12,4) NOT NULL DEFAULT 0.0000,
    row_invoiced decimal(12,4) NOT NULL DEFAULT 0.0000,
    base_row_invoiced decimal(12,4) NOT NULL DEFAULT 0.0000,
    row_weight decimal(12,4) DEFAULT 0.0000, base_tax_before_discount decimal(12,4) DEFAULT NULL,
    tax_before_discount decimal(12,4) DEFAULT NULL, ext_order_item_id varchar(255) DEFAULT NULL,
    locked_do_invoice smallint(5) unsigned DEFAULT NULL,
    locked_do_ship smallint(5) unsigned DEFAULT NULL, price_incl_tax decimal(12,4) DEFAULT NULL,
    base_price_incl_tax decimal(12,4) DEFAULT NULL, row_total_incl_tax decimal(12,4) DEFAULT NULL,
    base_row_total_incl_tax decimal(12,4) DEFAULT NULL,
    hidden_tax_amount decimal(12,4) DEFAULT NULL, base_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    hidden_tax_invoiced decimal(12,4) DEFAULT NULL,
    base_hidden_tax_invoiced decimal(12,4) DEFAULT NULL,
    hidden_tax_refunded decimal(12,4) DEFAULT NULL,
    base_hidden_tax_refunded decimal(12,4) DEFAULT NULL, is_nominal int(11) NOT NULL DEFAULT 0,
    tax_canceled decimal(12,4) DEFAULT NULL, hidden_tax_canceled decimal(12,4) DEFAULT NULL,
    tax_refunded decimal(12,4) DEFAULT NULL, base_tax_refunded decimal(12,4) DEFAULT NULL,
    discount_refunded decimal(12,4) DEFAULT NULL, base_discount_refunded decimal(12,4) DEFAULT NULL,
    gift_message_id int(11) DEFAULT NULL, gift_message_available int(11) DEFAULT NULL,
    base_weee_tax_applied_amount decimal(12,4) DEFAULT NULL,
    base_weee_tax_applied_row_amnt decimal(12,4) DEFAULT NULL,
    weee_tax_applied_amount decimal(12,4) DEFAULT NULL,
    weee_tax_applied_row_amount decimal(12,4) DEFAULT NULL, weee_tax_applied text DEFAULT NULL,
    weee_tax_disposition decimal(12,4) DEFAULT NULL,
    weee_tax_row_disposition decimal(12,4) DEFAULT NULL,
    base_weee_tax_disposition decimal(12,4) DEFAULT NULL,
    base_weee_tax_row_disposition decimal(12,4) DEFAULT NULL,
    PRIMARY KEY (item_id),
    KEY (order_id),
    KEY (store_id),
    KEY (product_id),
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_order_payment (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    base_shipping_captured decimal(12,4) DEFAULT NULL, shipping_captured decimal(12,4) DEFAULT NULL,
    amount_refunded decimal(12,4) DEFAULT NULL, base_amount_paid decimal(12,4) DEFAULT NULL,
    amount_canceled decimal(12,4) DEFAULT NULL, base_amount_authorized decimal(12,4) DEFAULT NULL,
    base_amount_paid_online decimal(12,4) DEFAULT NULL,
    base_amount_refunded_online decimal(12,4) DEFAULT NULL,
    base_shipping_amount decimal(12,4) DEFAULT NULL, shipping_amount decimal(12,4) DEFAULT NULL,
    amount_paid decimal(12,4) DEFAULT NULL, amount_authorized decimal(12,4) DEFAULT NULL,
    base_amount_ordered decimal(12,4) DEFAULT NULL,
    base_shipping_refunded decimal(12,4) DEFAULT NULL, shipping_refunded decimal(12,4) DEFAULT NULL,
    base_amount_refunded decimal(12,4) DEFAULT NULL, amount_ordered decimal(12,4) DEFAULT NULL,
    base_amount_canceled decimal(12,4) DEFAULT NULL, quote_payment_id int(11) DEFAULT NULL,
    additional_data text DEFAULT NULL, cc_exp_month varchar(255) DEFAULT NULL,
    cc_ss_start_year varchar(255) DEFAULT NULL, echeck_bank_name varchar(255) DEFAULT NULL,
    method varchar(255) DEFAULT NULL, cc_debug_request_body varchar(255) DEFAULT NULL,
    cc_secure_verify varchar(255) DEFAULT NULL, protection_eligibility varchar(255) DEFAULT NULL,
    cc_approval varchar(255) DEFAULT NULL, cc_last4 varchar(255) DEFAULT NULL,
    cc_status_description varchar(255) DEFAULT NULL, echeck_type varchar(255) DEFAULT NULL,
    cc_debug_response_serialized varchar(255) DEFAULT NULL,
    cc_ss_start_month varchar(255) DEFAULT NULL, echeck_account_type varchar(255) DEFAULT NULL,
    last_trans_id varchar(255) DEFAULT NULL, cc_cid_status varchar(255) DEFAULT NULL,
    cc_owner varchar(255) DEFAULT NULL, cc_type varchar(255) DEFAULT NULL,
    po_number varchar(255) DEFAULT NULL, cc_exp_year varchar(255) DEFAULT NULL,
    cc_status varchar(255) DEFAULT NULL, echeck_routing_number varchar(255) DEFAULT NULL,
    account_status varchar(255) DEFAULT NULL, anet_trans_method varchar(255) DEFAULT NULL,
    cc_debug_response_body varchar(255) DEFAULT NULL, cc_ss_issue varchar(255) DEFAULT NULL,
    echeck_account_name varchar(255) DEFAULT NULL, cc_avs_status varchar(255) DEFAULT NULL,
    cc_number_enc varchar(255) DEFAULT NULL, cc_trans_id varchar(255) DEFAULT NULL,
    paybox_request_number varchar(255) DEFAULT NULL, address_status varchar(255) DEFAULT NULL,
    additional_information text DEFAULT NULL, paypal_order_id varchar(64) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    KEY (paypal_order_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_order_status_history (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    is_customer_notified int(11) DEFAULT NULL,
    is_visible_on_front smallint(5) unsigned NOT NULL DEFAULT 0, comment text DEFAULT NULL,
    status varchar(32) DEFAULT NULL, created_at datetime DEFAULT NULL,
    entity_name varchar(32) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    KEY (created_at),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_order_grid (
    entity_id int(10) unsigned NOT NULL, status varchar(32) DEFAULT NULL,
    store_id smallint(5) unsigned DEFAULT NULL, store_name varchar(255) DEFAULT NULL,
    customer_id int(10) unsigned DEFAULT NULL, base_grand_total decimal(12,4) DEFAULT NULL,
    base_total_paid decimal(12,4) DEFAULT NULL, grand_total decimal(12,4) DEFAULT NULL,
    total_paid decimal(12,4) DEFAULT NULL, increment_id varchar(50) DEFAULT NULL,
    base_currency_code varchar(3) DEFAULT NULL, order_currency_code varchar(255) DEFAULT NULL,
    shipping_name varchar(255) DEFAULT NULL, billing_name varchar(255) DEFAULT NULL,
    created_at datetime DEFAULT NULL, updated_at datetime DEFAULT NULL,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (status),
    KEY (store_id),
    KEY (base_grand_total),
    KEY (base_total_paid),
    KEY (grand_total),
    KEY (total_paid),
    KEY (shipping_name),
    KEY (billing_name),
    KEY (created_at),
    KEY (customer_id),
    KEY (updated_at),
    FOREIGN KEY (customer_id)
        REFERENCES customer_entity (entity_id) ON DELETE SET NULL ON UPDATE CASCADE,
    FOREIGN KEY (entity_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_payment_transaction (
    transaction_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    parent_id int(10) unsigned DEFAULT NULL, order_id int(10) unsigned NOT NULL DEFAULT 0,
    payment_id int(10) unsigned NOT NULL DEFAULT 0, txn_id varchar(100) DEFAULT NULL,
    parent_txn_id varchar(100) DEFAULT NULL, txn_type varchar(15) DEFAULT NULL,
    is_closed smallint(5) unsigned NOT NULL DEFAULT 1, additional_information blob DEFAULT NULL,
    created_at datetime DEFAULT NULL,
    PRIMARY KEY (transaction_id),
    UNIQUE KEY (order_id, payment_id, txn_id),
    KEY (order_id),
    KEY (parent_id),
    KEY (payment_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_payment_transaction (transaction_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (payment_id)
        REFERENCES sales_flat_order_payment (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_order_tax (
    tax_id int(10) unsigned NOT NULL AUTO_INCREMENT, order_id int(10) unsigned NOT NULL,
    code varchar(255) DEFAULT NULL, title varchar(255) DEFAULT NULL,
    percent decimal(12,4) DEFAULT NULL, amount decimal(12,4) DEFAULT NULL,
    priority int(11) NOT NULL, position int(11) NOT NULL, base_amount decimal(12,4) DEFAULT NULL,
    process smallint(6) NOT NULL, base_real_amount decimal(12,4) DEFAULT NULL,
    hidden smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (tax_id),
    KEY (order_id, priority, position),
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_order_tax_item (
    tax_item_id int(10) unsigned NOT NULL AUTO_INCREMENT, tax_id int(10) unsigned NOT NULL,
    item_id int(10) unsigned NOT NULL, tax_percent decimal(12,4) NOT NULL,
    PRIMARY KEY (tax_item_id),
    UNIQUE KEY (tax_id, item_id),
    KEY (tax_id),
    KEY (item_id),
    FOREIGN KEY (item_id)
        REFERENCES sales_flat_order_item (item_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (tax_id) REFERENCES sales_order_tax (tax_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_billing_agreement_order (
    agreement_id int(10) unsigned NOT NULL, order_id int(10) unsigned NOT NULL,
    PRIMARY KEY (agreement_id, order_id),
    KEY (order_id),
    FOREIGN KEY (agreement_id)
        REFERENCES sales_billing_agreement (agreement_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE downloadable_link_purchased (
    purchased_id int(10) unsigned NOT NULL AUTO_INCREMENT, order_id int(10) unsigned DEFAULT 0,
    order_increment_id varchar(50) DEFAULT NULL, order_item_id int(10) unsigned NOT NULL DEFAULT 0,
    created_at datetime NOT NULL DEFAULT current_timestamp(),
    updated_at datetime NOT NULL DEFAULT current_timestamp(),
    customer_id int(10) unsigned DEFAULT 0, product_name varchar(255) DEFAULT NULL,
    product_sku varchar(255) DEFAULT NULL, link_section_title varchar(255) DEFAULT NULL,
    PRIMARY KEY (purchased_id),
    KEY (order_id),
    KEY (order_item_id),
    KEY (customer_id),
    FOREIGN KEY (customer_id)
        REFERENCES customer_entity (entity_id) ON DELETE SET NULL ON UPDATE CASCADE,
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE downloadable_link_purchased_item (
    item_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    purchased_id int(10) unsigned NOT NULL DEFAULT 0, order_item_id int(10) unsigned DEFAULT 0,
    product_id int(10) unsigned DEFAULT 0, link_hash varchar(255) DEFAULT NULL,
    number_of_downloads_bought int(10) unsigned NOT NULL DEFAULT 0,
    number_of_downloads_used int(10) unsigned NOT NULL DEFAULT 0,
    link_id int(10) unsigned NOT NULL DEFAULT 0, link_title varchar(255) DEFAULT NULL,
    is_shareable smallint(5) unsigned NOT NULL DEFAULT 0, link_url varchar(255) DEFAULT NULL,
    link_file varchar(255) DEFAULT NULL, link_type varchar(255) DEFAULT NULL,
    status varchar(50) DEFAULT NULL, created_at datetime NOT NULL DEFAULT current_timestamp(),
    updated_at datetime NOT NULL DEFAULT current_timestamp(),
    PRIMARY KEY (item_id),
    KEY (link_hash),
    KEY (order_item_id),
    KEY (purchased_id),
    FOREIGN KEY (purchased_id)
        REFERENCES downloadable_link_purchased (purchased_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (order_item_id)
        REFERENCES sales_flat_order_item (item_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_invoice (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, store_id smallint(5) unsigned DEFAULT NULL,
    base_grand_total decimal(12,4) DEFAULT NULL, shipping_tax_amount decimal(12,4) DEFAULT NULL,
    tax_amount decimal(12,4) DEFAULT NULL, base_tax_amount decimal(12,4) DEFAULT NULL,
    store_to_order_rate decimal(12,4) DEFAULT NULL,
    base_shipping_tax_amount decimal(12,4) DEFAULT NULL,
    base_discount_amount decimal(12,4) DEFAULT NULL, base_to_order_rate decimal(12,4) DEFAULT NULL,
    grand_total decimal(12,4) DEFAULT NULL, shipping_amount decimal(12,4) DEFAULT NULL,
    subtotal_incl_tax decimal(12,4) DEFAULT NULL, base_subtotal_incl_tax decimal(12,4) DEFAULT NULL,
    store_to_base_rate decimal(12,4) DEFAULT NULL, base_shipping_amount decimal(12,4) DEFAULT NULL,
    total_qty decimal(12,4) DEFAULT NULL, base_to_global_rate decimal(12,4) DEFAULT NULL,
    subtotal decimal(12,4) DEFAULT NULL, base_subtotal decimal(12,4) DEFAULT NULL,
    discount_amount decimal(12,4) DEFAULT NULL, billing_address_id int(11) DEFAULT NULL,
    is_used_for_refund smallint(5) unsigned DEFAULT NULL, order_id int(10) unsigned NOT NULL,
    email_sent smallint(5) unsigned DEFAULT NULL, can_void_flag smallint(5) unsigned DEFAULT NULL,
    state int(11) DEFAULT NULL, shipping_address_id int(11) DEFAULT NULL,
    store_currency_code varchar(3) DEFAULT NULL, transaction_id varchar(255) DEFAULT NULL,
    order_currency_code varchar(3) DEFAULT NULL, base_currency_code varchar(3) DEFAULT NULL,
    global_currency_code varchar(3) DEFAULT NULL, increment_id varchar(50) DEFAULT NULL,
    created_at datetime DEFAULT NULL, updated_at datetime DEFAULT NULL,
    hidden_tax_amount decimal(12,4) DEFAULT NULL, base_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    shipping_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    base_shipping_hidden_tax_amnt decimal(12,4) DEFAULT NULL,
    shipping_incl_tax decimal(12,4) DEFAULT NULL, base_shipping_incl_tax decimal(12,4) DEFAULT NULL,
    base_total_refunded decimal(12,4) DEFAULT NULL, discount_description varchar(255) DEFAULT NULL,
    giftcard_amount decimal(12,4) DEFAULT 0.0000, base_giftcard_amount decimal(12,4) DEFAULT 0.0000,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (store_id),
    KEY (grand_total),
    KEY (order_id),
    KEY (state),
    KEY (created_at),
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_invoice_item (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    base_price decimal(12,4) DEFAULT NULL, tax_amount decimal(12,4) DEFAULT NULL,
    base_row_total decimal(12,4) DEFAULT NULL, discount_amount decimal(12,4) DEFAULT NULL,
    row_total decimal(12,4) DEFAULT NULL, base_discount_amount decimal(12,4) DEFAULT NULL,
    price_incl_tax decimal(12,4) DEFAULT NULL, base_tax_amount decimal(12,4) DEFAULT NULL,
    base_price_incl_tax decimal(12,4) DEFAULT NULL, qty decimal(12,4) DEFAULT NULL,
    base_cost decimal(12,4) DEFAULT NULL, price decimal(12,4) DEFAULT NULL,
    base_row_total_incl_tax decimal(12,4) DEFAULT NULL,
    row_total_incl_tax decimal(12,4) DEFAULT NULL, product_id int(11) DEFAULT NULL,
    order_item_id int(11) DEFAULT NULL, additional_data text DEFAULT NULL,
    description text DEFAULT NULL, sku varchar(255) DEFAULT NULL, name varchar(255) DEFAULT NULL,
    hidden_tax_amount decimal(12,4) DEFAULT NULL, base_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    base_weee_tax_applied_amount decimal(12,4) DEFAULT NULL,
    base_weee_tax_applied_row_amnt decimal(12,4) DEFAULT NULL,
    weee_tax_applied_amount decimal(12,4) DEFAULT NULL,
    weee_tax_applied_row_amount decimal(12,4) DEFAULT NULL, weee_tax_applied text DEFAULT NULL,
    weee_tax_disposition decimal(12,4) DEFAULT NULL,
    weee_tax_row_disposition decimal(12,4) DEFAULT NULL,
    base_weee_tax_disposition decimal(12,4) DEFAULT NULL,
    base_weee_tax_row_disposition decimal(12,4) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_invoice (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_invoice_comment (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    is_customer_notified smallint(5) unsigned DEFAULT NULL,
    is_visible_on_front smallint(5) unsigned NOT NULL DEFAULT 0, comment text DEFAULT NULL,
    created_at datetime DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (created_at),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_invoice (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_invoice_grid (
    entity_id int(10) unsigned NOT NULL, store_id smallint(5) unsigned DEFAULT NULL,
    base_grand_total decimal(12,4) DEFAULT NULL, grand_total decimal(12,4) DEFAULT NULL,
    order_id int(10) unsigned NOT NULL, state int(11) DEFAULT NULL,
    store_currency_code varchar(3) DEFAULT NULL, order_currency_code varchar(3) DEFAULT NULL,
    base_currency_code varchar(3) DEFAULT NULL, global_currency_code varchar(3) DEFAULT NULL,
    increment_id varchar(50) DEFAULT NULL, order_increment_id varchar(50) DEFAULT NULL,
    created_at datetime DEFAULT NULL, order_created_at datetime DEFAULT NULL,
    billing_name varchar(255) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (store_id),
    KEY (grand_total),
    KEY (order_id),
    KEY (state),
    KEY (order_increment_id),
    KEY (created_at),
    KEY (order_created_at),
    KEY (billing_name),
    FOREIGN KEY (entity_id)
        REFERENCES sales_flat_invoice (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_shipment (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, store_id smallint(5) unsigned DEFAULT NULL,
    total_weight decimal(12,4) DEFAULT NULL, total_qty decimal(12,4) DEFAULT NULL,
    email_sent smallint(5) unsigned DEFAULT NULL, order_id int(10) unsigned NOT NULL,
    customer_id int(11) DEFAULT NULL, shipping_address_id int(11) DEFAULT NULL,
    billing_address_id int(11) DEFAULT NULL, shipment_status int(11) DEFAULT NULL,
    increment_id varchar(50) DEFAULT NULL, created_at datetime DEFAULT NULL,
    updated_at datetime DEFAULT NULL, packages text DEFAULT NULL,
    shipping_label mediumblob DEFAULT NULL,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (store_id),
    KEY (total_qty),
    KEY (order_id),
    KEY (created_at),
    KEY (updated_at),
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_shipment_item (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    row_total decimal(12,4) DEFAULT NULL, price decimal(12,4) DEFAULT NULL,
    weight decimal(12,4) DEFAULT NULL, qty decimal(12,4) DEFAULT NULL,
    product_id int(11) DEFAULT NULL, order_item_id int(11) DEFAULT NULL,
    additional_data text DEFAULT NULL, description text DEFAULT NULL,
    name varchar(255) DEFAULT NULL, sku varchar(255) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_shipment (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_shipment_comment (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    is_customer_notified int(11) DEFAULT NULL,
    is_visible_on_front smallint(5) unsigned NOT NULL DEFAULT 0, comment text DEFAULT NULL,
    created_at datetime DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (created_at),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_shipment (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_shipment_track (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    weight decimal(12,4) DEFAULT NULL, qty decimal(12,4) DEFAULT NULL,
    order_id int(10) unsigned NOT NULL, track_number text DEFAULT NULL,
    description text DEFAULT NULL, title varchar(255) DEFAULT NULL,
    carrier_code varchar(32) DEFAULT NULL, created_at datetime DEFAULT NULL,
    updated_at datetime DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    KEY (order_id),
    KEY (created_at),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_shipment (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_shipment_grid (
    entity_id int(10) unsigned NOT NULL, store_id smallint(5) unsigned DEFAULT NULL,
    total_qty decimal(12,4) DEFAULT NULL, order_id int(10) unsigned NOT NULL,
    shipment_status int(11) DEFAULT NULL, increment_id varchar(50) DEFAULT NULL,
    order_increment_id varchar(50) DEFAULT NULL, created_at datetime DEFAULT NULL,
    order_created_at datetime DEFAULT NULL, shipping_name varchar(255) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (store_id),
    KEY (total_qty),
    KEY (order_id),
    KEY (shipment_status),
    KEY (order_increment_id),
    KEY (created_at),
    KEY (order_created_at),
    KEY (shipping_name),
    FOREIGN KEY (entity_id)
        REFERENCES sales_flat_shipment (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_creditmemo (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, store_id smallint(5) unsigned DEFAULT NULL,
    adjustment_positive decimal(12,4) DEFAULT NULL,
    base_shipping_tax_amount decimal(12,4) DEFAULT NULL,
    store_to_order_rate decimal(12,4) DEFAULT NULL, base_discount_amount decimal(12,4) DEFAULT NULL,
    base_to_order_rate decimal(12,4) DEFAULT NULL, grand_total decimal(12,4) DEFAULT NULL,
    base_adjustment_negative decimal(12,4) DEFAULT NULL,
    base_subtotal_incl_tax decimal(12,4) DEFAULT NULL, shipping_amount decimal(12,4) DEFAULT NULL,
    subtotal_incl_tax decimal(12,4) DEFAULT NULL, adjustment_negative decimal(12,4) DEFAULT NULL,
    base_shipping_amount decimal(12,4) DEFAULT NULL, store_to_base_rate decimal(12,4) DEFAULT NULL,
    base_to_global_rate decimal(12,4) DEFAULT NULL, base_adjustment decimal(12,4) DEFAULT NULL,
    base_subtotal decimal(12,4) DEFAULT NULL, discount_amount decimal(12,4) DEFAULT NULL,
    subtotal decimal(12,4) DEFAULT NULL, adjustment decimal(12,4) DEFAULT NULL,
    base_grand_total decimal(12,4) DEFAULT NULL,
    base_adjustment_positive decimal(12,4) DEFAULT NULL, base_tax_amount decimal(12,4) DEFAULT NULL,
    shipping_tax_amount decimal(12,4) DEFAULT NULL, tax_amount decimal(12,4) DEFAULT NULL,
    order_id int(10) unsigned NOT NULL, email_sent smallint(5) unsigned DEFAULT NULL,
    creditmemo_status int(11) DEFAULT NULL, state int(11) DEFAULT NULL,
    shipping_address_id int(11) DEFAULT NULL, billing_address_id int(11) DEFAULT NULL,
    invoice_id int(11) DEFAULT NULL, store_currency_code varchar(3) DEFAULT NULL,
    order_currency_code varchar(3) DEFAULT NULL, base_currency_code varchar(3) DEFAULT NULL,
    global_currency_code varchar(3) DEFAULT NULL, transaction_id varchar(255) DEFAULT NULL,
    increment_id varchar(50) DEFAULT NULL, created_at datetime DEFAULT NULL,
    updated_at datetime DEFAULT NULL, hidden_tax_amount decimal(12,4) DEFAULT NULL,
    base_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    shipping_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    base_shipping_hidden_tax_amnt decimal(12,4) DEFAULT NULL,
    shipping_incl_tax decimal(12,4) DEFAULT NULL, base_shipping_incl_tax decimal(12,4) DEFAULT NULL,
    discount_description varchar(255) DEFAULT NULL, giftcard_amount decimal(12,4) DEFAULT 0.0000,
    base_giftcard_amount decimal(12,4) DEFAULT 0.0000,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (store_id),
    KEY (order_id),
    KEY (creditmemo_status),
    KEY (state),
    KEY (created_at),
    FOREIGN KEY (order_id)
        REFERENCES sales_flat_order (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_creditmemo_item (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    base_price decimal(12,4) DEFAULT NULL, tax_amount decimal(12,4) DEFAULT NULL,
    base_row_total decimal(12,4) DEFAULT NULL, discount_amount decimal(12,4) DEFAULT NULL,
    row_total decimal(12,4) DEFAULT NULL, base_discount_amount decimal(12,4) DEFAULT NULL,
    price_incl_tax decimal(12,4) DEFAULT NULL, base_tax_amount decimal(12,4) DEFAULT NULL,
    base_price_incl_tax decimal(12,4) DEFAULT NULL, qty decimal(12,4) DEFAULT NULL,
    base_cost decimal(12,4) DEFAULT NULL, price decimal(12,4) DEFAULT NULL,
    base_row_total_incl_tax decimal(12,4) DEFAULT NULL,
    row_total_incl_tax decimal(12,4) DEFAULT NULL, product_id int(11) DEFAULT NULL,
    order_item_id int(11) DEFAULT NULL, additional_data text DEFAULT NULL,
    description text DEFAULT NULL, sku varchar(255) DEFAULT NULL, name varchar(255) DEFAULT NULL,
    hidden_tax_amount decimal(12,4) DEFAULT NULL, base_hidden_tax_amount decimal(12,4) DEFAULT NULL,
    weee_tax_disposition decimal(12,4) DEFAULT NULL,
    weee_tax_row_disposition decimal(12,4) DEFAULT NULL,
    base_weee_tax_disposition decimal(12,4) DEFAULT NULL,
    base_weee_tax_row_disposition decimal(12,4) DEFAULT NULL, weee_tax_applied text DEFAULT NULL,
    base_weee_tax_applied_amount decimal(12,4) DEFAULT NULL,
    base_weee_tax_applied_row_amnt decimal(12,4) DEFAULT NULL,
    weee_tax_applied_amount decimal(12,4) DEFAULT NULL,
    weee_tax_applied_row_amount decimal(12,4) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_creditmemo (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_creditmemo_comment (
    entity_id int(10) unsigned NOT NULL AUTO_INCREMENT, parent_id int(10) unsigned NOT NULL,
    is_customer_notified int(11) DEFAULT NULL,
    is_visible_on_front smallint(5) unsigned NOT NULL DEFAULT 0, comment text DEFAULT NULL,
    created_at datetime DEFAULT NULL,
    PRIMARY KEY (entity_id),
    KEY (created_at),
    KEY (parent_id),
    FOREIGN KEY (parent_id)
        REFERENCES sales_flat_creditmemo (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE sales_flat_creditmemo_grid (
    entity_id int(10) unsigned NOT NULL, store_id smallint(5) unsigned DEFAULT NULL,
    store_to_order_rate decimal(12,4) DEFAULT NULL, base_to_order_rate decimal(12,4) DEFAULT NULL,
    grand_total decimal(12,4) DEFAULT NULL, store_to_base_rate decimal(12,4) DEFAULT NULL,
    base_to_global_rate decimal(12,4) DEFAULT NULL, base_grand_total decimal(12,4) DEFAULT NULL,
    order_id int(10) unsigned NOT NULL, creditmemo_status int(11) DEFAULT NULL,
    state int(11) DEFAULT NULL, invoice_id int(11) DEFAULT NULL,
    store_currency_code varchar(3) DEFAULT NULL, order_currency_code varchar(3) DEFAULT NULL,
    base_currency_code varchar(3) DEFAULT NULL, global_currency_code varchar(3) DEFAULT NULL,
    increment_id varchar(50) DEFAULT NULL, order_increment_id varchar(50) DEFAULT NULL,
    created_at datetime DEFAULT NULL, order_created_at datetime DEFAULT NULL,
    billing_name varchar(255) DEFAULT NULL,
    PRIMARY KEY (entity_id),
    UNIQUE KEY (increment_id),
    KEY (store_id),
    KEY (grand_total),
    KEY (base_grand_total),
    KEY (order_id),
    KEY (creditmemo_status),
    KEY (state),
    KEY (order_increment_id),
    KEY (created_at),
    KEY (order_created_at),
    KEY (billing_name),
    FOREIGN KEY (entity_id)
        REFERENCES sales_flat_creditmemo (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule (
    rule_id int(10) unsigned NOT NULL AUTO_INCREMENT, name varchar(255) DEFAULT NULL,
    description text DEFAULT NULL, from_date date DEFAULT NULL, to_date date DEFAULT NULL,
    uses_per_customer int(11) NOT NULL DEFAULT 0, is_active smallint(6) NOT NULL DEFAULT 0,
    conditions_serialized mediumtext DEFAULT NULL, actions_serialized mediumtext DEFAULT NULL,
    stop_rules_processing smallint(6) NOT NULL DEFAULT 1,
    is_advanced smallint(5) unsigned NOT NULL DEFAULT 1, product_ids text DEFAULT NULL,
    sort_order int(10) unsigned NOT NULL DEFAULT 0, simple_action varchar(32) DEFAULT NULL,
    discount_amount decimal(12,4) NOT NULL DEFAULT 0.0000, discount_qty decimal(12,4) DEFAULT NULL,
    discount_step int(10) unsigned NOT NULL,
    simple_free_shipping smallint(5) unsigned NOT NULL DEFAULT 0,
    apply_to_shipping smallint(5) unsigned NOT NULL DEFAULT 0,
    times_used int(10) unsigned NOT NULL DEFAULT 0, is_rss smallint(6) NOT NULL DEFAULT 0,
    coupon_type smallint(5) unsigned NOT NULL DEFAULT 1,
    use_auto_generation smallint(6) NOT NULL DEFAULT 0, uses_per_coupon int(11) NOT NULL DEFAULT 0,
    PRIMARY KEY (rule_id),
    KEY (is_active, sort_order, to_date, from_date)
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule_website (
    rule_id int(10) unsigned NOT NULL, website_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (rule_id, website_id),
    KEY (rule_id),
    KEY (website_id),
    FOREIGN KEY (rule_id) REFERENCES salesrule (rule_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule_customer_group (
    rule_id int(10) unsigned NOT NULL, customer_group_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (rule_id, customer_group_id),
    KEY (rule_id),
    KEY (customer_group_id),
    FOREIGN KEY (customer_group_id)
        REFERENCES customer_group (customer_group_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (rule_id) REFERENCES salesrule (rule_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule_label (
    label_id int(10) unsigned NOT NULL AUTO_INCREMENT, rule_id int(10) unsigned NOT NULL,
    store_id smallint(5) unsigned NOT NULL, label varchar(255) DEFAULT NULL,
    PRIMARY KEY (label_id),
    UNIQUE KEY (rule_id, store_id),
    KEY (store_id),
    KEY (rule_id),
    FOREIGN KEY (rule_id) REFERENCES salesrule (rule_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (store_id) REFERENCES core_store (store_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule_coupon (
    coupon_id int(10) unsigned NOT NULL AUTO_INCREMENT, rule_id int(10) unsigned NOT NULL,
    code varchar(255) DEFAULT NULL, usage_limit int(10) unsigned DEFAULT NULL,
    usage_per_customer int(10) unsigned DEFAULT NULL,
    times_used int(10) unsigned NOT NULL DEFAULT 0, expiration_date datetime DEFAULT NULL,
    is_primary smallint(5) unsigned DEFAULT NULL,
    created_at datetime NOT NULL DEFAULT current_timestamp(), type smallint(6) DEFAULT 0,
    PRIMARY KEY (coupon_id),
    UNIQUE KEY (code),
    UNIQUE KEY (rule_id, is_primary),
    KEY (rule_id),
    FOREIGN KEY (rule_id) REFERENCES salesrule (rule_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule_coupon_usage (
    coupon_id int(10) unsigned NOT NULL, customer_id int(10) unsigned NOT NULL,
    times_used int(10) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (coupon_id, customer_id),
    KEY (coupon_id),
    KEY (customer_id),
    FOREIGN KEY (coupon_id)
        REFERENCES salesrule_coupon (coupon_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (customer_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule_customer (
    rule_customer_id int(10) unsigned NOT NULL AUTO_INCREMENT,
    rule_id int(10) unsigned NOT NULL DEFAULT 0, customer_id int(10) unsigned NOT NULL DEFAULT 0,
    times_used smallint(5) unsigned NOT NULL DEFAULT 0,
    PRIMARY KEY (rule_customer_id),
    KEY (rule_id, customer_id),
    KEY (customer_id, rule_id),
    FOREIGN KEY (customer_id)
        REFERENCES customer_entity (entity_id) ON DELETE CASCADE ON UPDATE CASCADE,
    FOREIGN KEY (rule_id) REFERENCES salesrule (rule_id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;

CREATE TABLE salesrule_product_attribute (
    rule_id int(10) unsigned NOT NULL, website_id smallint(5) unsigned NOT NULL,
    customer_group_id smallint(5) unsigned NOT NULL, attribute_id smallint(5) unsigned NOT NULL,
    PRIMARY KEY (rule_id, website_id, customer_group_id, attribute_id),
    KEY (website_id),
    KEY (customer_group_id),
    KEY (attribute_id),
    FOREIGN KEY (attribute_id)
        REFERENCES eav_attribute (attribute_id) ON DELETE CASCADE ON UPDATE NO ACTION,
    FOREIGN KEY (customer_group_id)
        REFERENCES customer_group (customer_group_id) ON DELETE CASCADE ON UPDATE NO ACTION,
    FOREIGN KEY (website_id)
        REFERENCES core_website (website_id) ON DELETE CASCADE ON UPDATE NO ACTION,
    FOREIGN KEY (rule_id) REFERENCES salesrule (rule_id) ON DELETE CASCADE ON UPDATE NO ACTION
) ENGINE=InnoDB CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci;
