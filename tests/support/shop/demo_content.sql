-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- What the source shop holds: invented people, subscriptions and texts. Goes on top of base_source.sql.

INSERT INTO customer_group
    (customer_group_id, customer_group_code, tax_class_id)
VALUES
    (5, 'Trade', 7),
    (6, 'VIP Österreich', 3);

-- An attribute the destination does not have at all.
INSERT INTO eav_attribute
    (attribute_id, entity_type_id, attribute_code, backend_model, backend_type, frontend_input, frontend_label, source_model, is_user_defined)
VALUES
    (971, 1, 'interests', 'eav/entity_attribute_backend_array', 'varchar', 'multiselect', 'Interests', 'eav/entity_attribute_source_table', 1);

INSERT INTO eav_attribute_label
    (attribute_id, store_id, value)
VALUES
    (971, 2, 'Interessen');

INSERT INTO customer_eav_attribute
    (attribute_id, is_visible, is_system, sort_order)
VALUES
    (971, 1, 0, 210);

INSERT INTO customer_eav_attribute_website
    (attribute_id, website_id, is_visible)
VALUES
    (971, 4, 0);

INSERT INTO customer_form_attribute
    (form_code, attribute_id)
VALUES
    ('adminhtml_customer', 971),
    ('customer_account_edit', 971);

INSERT INTO eav_entity_attribute
    (entity_type_id, attribute_set_id, attribute_group_id, attribute_id, sort_order)
VALUES
    (1, 1, 1, 971, 210);

INSERT INTO eav_attribute_option
    (option_id, attribute_id, sort_order)
VALUES
    (140, 971, 0),
    (141, 971, 1),
    (142, 971, 2);

INSERT INTO eav_attribute_option_value
    (option_id, store_id, value)
VALUES
    (140, 0, 'Garden'),
    (141, 0, 'Kitchen'),
    (142, 0, 'Books'),
    (140, 2, 'Garten'),
    (141, 2, 'Küche'),
    (142, 2, 'Bücher');

INSERT INTO customer_entity
    (entity_id, entity_type_id, attribute_set_id, website_id, email, group_id, increment_id, store_id, created_at, updated_at, is_active, disable_auto_group_change)
VALUES
    (3, 1, 0, 1, 'anna.gruber@example.com', 1, '000000003', 2, '2012-04-03 09:12:44', '2024-02-11 17:20:01', 1, 0),
    (4, 1, 0, 1, 'bjoern.straesser@example.com', 5, '000000004', 2, '2012-06-19 22:01:10', '2023-11-30 08:00:00', 1, 1),
    (7, 1, 0, 1, 'chloe.noel@example.com', 1, '000000007', 3, '2013-01-01 00:00:01', '2020-05-05 05:05:05', 1, 0),
    (12, 1, 0, 1, 'dave.miller@example.com', 2, '000000012', 1, '2014-07-04 12:30:00', '2024-03-31 02:30:00', 1, 0),
    (13, 1, 0, 1, 'emre.oezdemir@example.com', 3, '000000013', 2, '2015-02-28 23:59:59', '2022-08-15 10:00:00', 1, 0),
    (20, 1, 0, 4, 'fiona@example.org', 1, '000000020', 6, '2016-09-09 09:09:09', '2021-12-24 18:00:00', 1, 0),
    (21, 1, 0, 4, 'anna.gruber@example.com', 1, '000000021', 6, '2016-10-01 07:00:00', '2021-01-01 00:00:00', 1, 0),
    (33, 1, 0, 1, 'georg.huber@example.com', 6, '000000033', 2, '2017-03-26 01:30:00', '2024-06-01 06:00:00', 1, 0),
    (34, 1, 0, 1, 'hana@example.net', 1, '000000034', 1, '2018-05-05 15:15:15', '2019-09-19 19:19:19', 1, 0),
    (52, 1, 0, 1, 'ivan.petrov@example.com', 1, NULL, 1, '2019-11-11 11:11:11', '2024-01-15 12:00:00', 1, 0),
    (53, 1, 0, 1, 'jo@example.com', 1, NULL, 0, '2020-02-29 00:00:00', '2020-02-29 00:00:00', 1, 0),
    (90, 1, 0, 1, 'karin.weiss@example.com', 5, NULL, 2, '2023-12-31 23:00:00', '2024-07-07 07:07:07', 1, 1);

INSERT INTO customer_entity_varchar
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (1, 1, 3, 'Anna'),
    (1, 2, 3, 'Grüber'),
    (1, 4, 3, '41e3f19cad08d7100ba01f7c707feae9:an'),
    (1, 477, 3, 'German'),
    (1, 826, 3, 'Frau'),
    (1, 971, 3, '140,142'),
    (1, 1, 4, 'Björn'),
    (1, 2, 4, 'Sträßer'),
    (1, 4, 4, '$2y$10$54bf0334f9e30658e1ad5bb9840ca382c283d19cd54bd2b7cb6cd'),
    (1, 477, 4, 'German'),
    (1, 830, 4, 'DE123456789'),
    (1, 1, 7, 'Chloé'),
    (1, 2, 7, 'Noël'),
    (1, 4, 7, 'bfe7240ea077643bd7223df9b5f5d64ac2acffe0859867275d3fbe26ccc93d10:ff59495f0d4e822886f262c7ef7ad6ee'),
    (1, 477, 7, 'French'),
    (1, 827, 7, 'Marie-Ève'),
    (1, 1, 12, 'Dave'),
    (1, 2, 12, 'Miller'),
    (1, 4, 12, '0323b844a6a47a0bf491249b3c941feb:da'),
    (1, 477, 12, 'English'),
    (1, 828, 12, 'Jr.'),
    (1, 1, 13, 'Emre'),
    (1, 2, 13, 'Özdemir'),
    (1, 4, 13, '$2y$10$ac40546d13fe4ad33b6636809d827cbf32136ba72103fa39dc9c6'),
    (1, 477, 13, 'German'),
    (1, 971, 13, '141'),
    (1, 1, 20, 'Fiona'),
    (1, 2, 20, 'O\'Hara'),
    (1, 4, 20, 'f93a171f112c663d74c259716c9495fba2e21e8fd5fca8b4253e35cce3b49e12:b1a881e7e22a06a1060f2a36b2f44822'),
    (1, 477, 20, 'Outlet English'),
    (1, 831, 20, '5d41402abc4b2a76'),
    (1, 1, 21, 'Anna'),
    (1, 2, 21, 'Grüber'),
    (1, 4, 21, '41e3f19cad08d7100ba01f7c707feae9:an'),
    (1, 477, 21, 'Outlet English'),
    (1, 1, 33, 'Georg'),
    (1, 2, 33, 'Huber'),
    (1, 4, 33, '$2y$10$ad53cd7d647f05fb85c40328b2b4f80f20c246a90f1a85156b583'),
    (1, 477, 33, 'German'),
    (1, 826, 33, 'Dr.'),
    (1, 971, 33, '140,141,142'),
    (1, 1, 34, '花'),
    (1, 2, 34, '山田'),
    (1, 4, 34, '57e39f62ba6b23748c59f7894412721f13029b8a64869d0b4200f0748db661d9:d3147e6188557372c0cf8a2483e2f256'),
    (1, 477, 34, 'English'),
    (1, 1, 52, 'Иван'),
    (1, 2, 52, 'Петров'),
    (1, 4, 52, '294f9d16c450d48e5f26f8c1cbb7fe31:iv'),
    (1, 477, 52, 'English'),
    (1, 1, 53, 'Jo'),
    (1, 2, 53, 'Doe'),
    (1, 4, 53, '$2y$10$40d18d6fc876316f22ac94923c431f8e8518625d4a2239ce06519'),
    (1, 477, 53, 'Admin'),
    (1, 1, 90, 'Karin'),
    (1, 2, 90, 'Weiß'),
    (1, 4, 90, '21dbff98d15ff2e9b03eca5b85de7e07853227d9477fd076ef5eb464caf3c62d:5bdab3599a23053b3d42aafa7fe8d0a7'),
    (1, 477, 90, 'German'),
    (1, 830, 90, 'ATU12345678'),
    (1, 971, 90, '142');

INSERT INTO customer_entity_int
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (1, 925, 3, 62),
    (1, 963, 3, 129),
    (1, 7, 3, 5),
    (1, 8, 3, 6),
    (1, 925, 4, 61),
    (1, 963, 4, 128),
    (1, 7, 4, 9),
    (1, 8, 4, 9),
    (1, 925, 7, 62),
    (1, 7, 7, 12),
    (1, 8, 7, 12),
    (1, 963, 12, 127),
    (1, 7, 12, 15),
    (1, 8, 12, 18),
    (1, 7, 13, 21),
    (1, 8, 13, 21),
    (1, 925, 20, 62),
    (1, 7, 20, 25),
    (1, 8, 20, 25),
    (1, 963, 21, 127),
    (1, 925, 33, 61),
    (1, 963, 33, 129),
    (1, 7, 33, 40),
    (1, 8, 33, 40),
    (1, 7, 34, 41),
    (1, 8, 34, 41),
    (1, 7, 52, 60),
    (1, 8, 52, 60),
    (1, 925, 90, 62),
    (1, 963, 90, 128),
    (1, 7, 90, 99),
    (1, 8, 90, 99);

INSERT INTO customer_entity_datetime
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (1, 829, 3, '1984-07-09 00:00:00'),
    (1, 829, 52, '1990-02-28 00:00:00');

INSERT INTO customer_address_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, is_active)
VALUES
    (5, 2, 0, 3, '2012-04-03 09:12:44', '2024-02-11 17:20:01', 1),
    (6, 2, 0, 3, '2012-04-03 09:12:44', '2024-02-11 17:20:01', 1),
    (9, 2, 0, 4, '2012-06-19 22:01:10', '2023-11-30 08:00:00', 1),
    (12, 2, 0, 7, '2013-01-01 00:00:01', '2020-05-05 05:05:05', 1),
    (15, 2, 0, 12, '2014-07-04 12:30:00', '2024-03-31 02:30:00', 1),
    (16, 2, 0, 12, '2014-07-04 12:30:00', '2024-03-31 02:30:00', 1),
    (18, 2, 0, 12, '2014-07-04 12:30:00', '2024-03-31 02:30:00', 1),
    (21, 2, 0, 13, '2015-02-28 23:59:59', '2022-08-15 10:00:00', 1),
    (25, 2, 0, 20, '2016-09-09 09:09:09', '2021-12-24 18:00:00', 1),
    (40, 2, 0, 33, '2017-03-26 01:30:00', '2024-06-01 06:00:00', 1),
    (41, 2, 0, 34, '2018-05-05 15:15:15', '2019-09-19 19:19:19', 1),
    (60, 2, 0, 52, '2019-11-11 11:11:11', '2024-01-15 12:00:00', 1),
    (99, 2, 0, 90, '2023-12-31 23:00:00', '2024-07-07 07:07:07', 1);

INSERT INTO customer_address_entity_varchar
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (2, 9, 5, 'Anna'),
    (2, 10, 5, 'Grüber'),
    (2, 14, 5, '1070'),
    (2, 15, 5, 'Wien'),
    (2, 11, 5, 'AT'),
    (2, 12, 5, 'Wien'),
    (2, 17, 5, '+43 1 5550101'),
    (2, 9, 6, 'Anna'),
    (2, 10, 6, 'Grüber'),
    (2, 14, 6, '8001'),
    (2, 15, 6, 'Zürich'),
    (2, 11, 6, 'CH'),
    (2, 12, 6, 'Zürich'),
    (2, 17, 6, '+41 44 5550102'),
    (2, 95, 6, 'Grüber & Töchter'),
    (2, 9, 9, 'Björn'),
    (2, 10, 9, 'Sträßer'),
    (2, 14, 9, '10117'),
    (2, 15, 9, 'Berlin'),
    (2, 11, 9, 'DE'),
    (2, 12, 9, 'Berlin'),
    (2, 17, 9, '+49 30 5550103'),
    (2, 95, 9, 'Sträßer GmbH'),
    (2, 9, 12, 'Chloé'),
    (2, 10, 12, 'Noël'),
    (2, 14, 12, '75011'),
    (2, 15, 12, 'Paris'),
    (2, 11, 12, 'FR'),
    (2, 12, 12, 'Paris'),
    (2, 17, 12, '+33 1 55 50 01 04'),
    (2, 9, 15, 'Dave'),
    (2, 10, 15, 'Miller'),
    (2, 14, 15, '94105'),
    (2, 15, 15, 'San Francisco'),
    (2, 11, 15, 'US'),
    (2, 12, 15, 'California'),
    (2, 17, 15, '415-555-0105'),
    (2, 9, 16, 'Dave'),
    (2, 10, 16, 'Miller'),
    (2, 14, 16, '10118'),
    (2, 15, 16, 'New York'),
    (2, 11, 16, 'US'),
    (2, 12, 16, 'New York'),
    (2, 17, 16, '212-555-0106'),
    (2, 95, 16, 'Miller "Wholesale" Inc.'),
    (2, 9, 18, 'Dave'),
    (2, 10, 18, 'Miller'),
    (2, 14, 18, '94105'),
    (2, 15, 18, 'San Francisco'),
    (2, 11, 18, 'US'),
    (2, 12, 18, 'California'),
    (2, 17, 18, '415-555-0107'),
    (2, 9, 21, 'Emre'),
    (2, 10, 21, 'Özdemir'),
    (2, 14, 21, '80331'),
    (2, 15, 21, 'München'),
    (2, 11, 21, 'DE'),
    (2, 12, 21, 'Bayern'),
    (2, 17, 21, '+49 89 5550108'),
    (2, 9, 25, 'Fiona'),
    (2, 10, 25, 'O\'Hara'),
    (2, 14, 25, '10001'),
    (2, 15, 25, 'New York'),
    (2, 11, 25, 'US'),
    (2, 12, 25, 'New York'),
    (2, 17, 25, '212-555-0109'),
    (2, 9, 40, 'Georg'),
    (2, 10, 40, 'Huber'),
    (2, 14, 40, '1010'),
    (2, 15, 40, 'Wien'),
    (2, 11, 40, 'AT'),
    (2, 12, 40, 'Wien'),
    (2, 17, 40, '+43 1 5550110'),
    (2, 9, 41, '花'),
    (2, 10, 41, '山田'),
    (2, 14, 41, '10115'),
    (2, 15, 41, 'Berlin'),
    (2, 11, 41, 'DE'),
    (2, 12, 41, 'Berlin'),
    (2, 17, 41, '+49 30 5550111'),
    (2, 9, 60, 'Иван'),
    (2, 10, 60, 'Петров'),
    (2, 14, 60, '75011'),
    (2, 15, 60, 'Paris'),
    (2, 11, 60, 'FR'),
    (2, 12, 60, 'Paris'),
    (2, 17, 60, '+33 1 55 50 01 12'),
    (2, 95, 60, 'ИП Петров'),
    (2, 9, 99, 'Karin'),
    (2, 10, 99, 'Weiß'),
    (2, 14, 99, '1060'),
    (2, 15, 99, 'Wien'),
    (2, 11, 99, 'AT'),
    (2, 12, 99, 'Wien'),
    (2, 17, 99, '+43 1 5550113'),
    (2, 95, 99, 'Weiß Handel');

INSERT INTO customer_address_entity_int
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (2, 13, 5, 95),
    (2, 13, 6, 107),
    (2, 13, 9, 82),
    (2, 13, 12, 257),
    (2, 13, 15, 12),
    (2, 13, 16, 43),
    (2, 13, 18, 12),
    (2, 13, 21, 81),
    (2, 13, 25, 43),
    (2, 13, 40, 95),
    (2, 13, 41, 82),
    (2, 13, 60, 257),
    (2, 13, 99, 95);

INSERT INTO customer_address_entity_text
    (entity_type_id, attribute_id, entity_id, value)
VALUES
    (2, 16, 5, 'Lindengasse 7\nStiege 2'),
    (2, 16, 6, 'Seeweg 1'),
    (2, 16, 9, 'Königsallee 12'),
    (2, 16, 12, '8, rue de l\'Église'),
    (2, 16, 15, '1 Market St'),
    (2, 16, 16, '350 5th Ave'),
    (2, 16, 18, 'PO Box 9\\B'),
    (2, 16, 21, 'Marienplatz 3'),
    (2, 16, 25, '4 Privet Row'),
    (2, 16, 40, 'Hauptplatz 1'),
    (2, 16, 41, 'Chausseestraße 5'),
    (2, 16, 60, 'Rue Basse 20'),
    (2, 16, 99, 'Mariahilfer Straße 45');

INSERT INTO newsletter_subscriber
    (subscriber_id, store_id, change_status_at, customer_id, subscriber_email, subscriber_status, subscriber_confirm_code)
VALUES
    (2, 2, '2012-04-03 09:13:00', 3, 'anna.gruber@example.com', 1, 'k3v0w1n8q2r7t5y9'),
    (3, 1, NULL, 0, 'news.only@example.org', 2, 'a1b2c3d4e5f6g7h8'),
    (5, 3, '2019-06-01 10:00:00', 7, 'chloe.noel@example.com', 3, 'zz11yy22xx33ww44'),
    (8, 6, '2021-12-24 18:05:00', 20, 'fiona@example.org', 1, 'f10na00000000001'),
    (9, 1, '2022-02-02 02:02:02', 0, 'münch.ner@example.com', 4, 'umlaut0000000001'),
    (14, 2, '2024-07-07 07:10:00', 90, 'karin.weiss@example.com', 1, 'karin00000000001');

INSERT INTO cms_block
    (block_id, title, identifier, content, creation_time, update_time, is_active)
VALUES
    (3, 'Footer links', 'footer_links', '<ul>\n<li><a href="{{store url="about-us"}}">About us</a></li>\n<li>{{widget type="cms/widget_page_link" anchor_text="Service" template="cms/widget/link/link_block.phtml" page_id="7"}}</li>\n</ul>', '2012-04-01 08:00:00', '2024-01-01 10:00:00', 1),
    (5, 'Welcome', 'welcome', '<p>Welcome, {{var customer.name}}! See {{widget type="catalog/product_widget_link" anchor_text="our mug" template="catalog/product/widget/link/link_inline.phtml" id_path="product/16"}}.</p>', '2012-04-01 08:00:00', '2024-01-02 10:00:00', 1),
    (6, 'Willkommen', 'welcome', '<p>Grüß Gott! {{block id="8"}}</p>\n<p>{{block type="cms/block" block_id="footer_links"}}</p>', '2012-04-01 08:00:00', '2024-01-03 10:00:00', 1),
    (8, 'Angebot', 'promo_de', '<p>Zwei Tassen zum Preis von einer – nur heute.</p>\n<img src="{{media url="wysiwyg/tassen.jpg"}}" alt=\'Tassen\' />', '2012-04-01 08:00:00', '2024-01-04 10:00:00', 1);

INSERT INTO cms_block_store
    (block_id, store_id)
VALUES
    (3, 0),
    (5, 1),
    (5, 6),
    (6, 2),
    (8, 2),
    (8, 3);

INSERT INTO cms_page
    (page_id, title, root_template, identifier, content_heading, content, creation_time, update_time, is_active, sort_order, layout_update_xml)
VALUES
    (2, 'Home', 'two_columns_right', 'home', 'Home', '<h1>Welcome</h1>\n{{block type="cms/block" block_id="5"}}\n{{widget type="cms/widget_block" template="cms/widget/static_block/default.phtml" block_id="3"}}', '2012-04-01 08:00:00', '2024-02-01 10:00:00', 1, 0, NULL),
    (4, 'About us', 'one_column', 'about-us', 'About us', '<p>We sell mugs since 2012. <strong>100 % ceramics.</strong></p>', '2012-04-01 08:00:00', '2024-02-02 10:00:00', 1, 0, NULL),
    (5, 'Über uns', 'one_column', 'about-us', 'Über uns', '<p>Seit 2012 verkaufen wir Tassen.</p>\n{{block id="6"}}', '2012-04-01 08:00:00', '2024-02-03 10:00:00', 1, 0, '<reference name="left">\n    <block type="cms/block" name="promo">\n        <action method="setBlockId"><block_id>8</block_id></action>\n    </block>\n</reference>'),
    (7, 'Service', 'one_column', 'service', NULL, '<p>{{widget type="cms/widget_page_link" anchor_text="Home" page_id="2"}}, {{store url="catalog/product/view/id/27"}}, {{store direct_url="service?topic=3"}}</p>', '2012-04-01 08:00:00', '2024-02-04 10:00:00', 1, 0, NULL);

INSERT INTO cms_page_store
    (page_id, store_id)
VALUES
    (2, 0),
    (4, 1),
    (4, 6),
    (5, 2),
    (7, 0);
