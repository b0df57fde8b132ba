-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What the destination shop has of its own and must keep. Goes on top of base_destination.sql.

INSERT INTO customer_entity
    (entity_id, entity_type_id, attribute_set_id, website_id, email, group_id, increment_id, store_id, created_at, updated_at)
VALUES
    (60001, 11, 0, 7, 'keep1@example.com', 41, '700000001', 31, '2023-01-01 10:00:00', '2023-01-02 10:00:00');

INSERT INTO customer_entity_varchar
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (11, 1505, 60001, 'Keep'),
    (11, 1507, 60001, 'Me'),
    (11, 1512, 60001, '59d461105d3174255abead295a6d3158:kk');

INSERT INTO customer_entity_int
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (11, 1513, 60001, 81001),
    (11, 1577, 60001, 7011);

INSERT INTO customer_address_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at)
VALUES
    (81001, 12, 0, 60001, '2023-01-01 10:00:00', '2023-01-02 10:00:00');

INSERT INTO customer_address_entity_varchar
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (12, 1520, 81001, 'Keep'),
    (12, 1522, 81001, 'Me'),
    (12, 1526, 81001, 'Wien'),
    (12, 1527, 81001, 'AT'),
    (12, 1530, 81001, '1010');

INSERT INTO customer_address_entity_int
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (12, 1529, 81001, 995);

INSERT INTO customer_address_entity_text
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (12, 1525, 81001, 'Ring 1');

INSERT INTO newsletter_subscriber
    (subscriber_id, store_id, change_status_at, customer_id, subscriber_email, subscriber_status, subscriber_confirm_code)
VALUES
    (76001, 31, '2023-01-01 10:00:00', 60001, 'keep1@example.com', 1, 'keep000000000001');

INSERT INTO cms_block
    (block_id, title, identifier, content, creation_time, update_time)
VALUES
    (1501, 'Returns', 'returns', '<p>Thirty days.</p>', '2023-01-01 10:00:00', '2023-01-01 10:00:00'),
    (1502, 'Footer links', 'footer_links', '<p>New shop</p>', '2023-01-01 10:00:00', '2023-01-01 10:00:00');

INSERT INTO cms_block_store
    (block_id, store_id)
VALUES
    (1501, 31),
    (1502, 0);

INSERT INTO cms_page
    (page_id, title, root_template, identifier, content, creation_time, update_time)
VALUES
    (2501, '404', 'two_columns_right', 'no-route', '<p>Not here.</p>', '2023-01-01 10:00:00', '2023-01-01 10:00:00'),
    (2502, 'Home page', 'two_columns_right', 'home', '<p>Home of the new shop</p>', '2023-01-01 10:00:00', '2023-01-01 10:00:00');

INSERT INTO cms_page_store
    (page_id, store_id)
VALUES
    (2501, 0),
    (2502, 0);
