-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: The DataSync authors
-- Makes @customers customers with addresses on top of a source shop that has settings and
-- numbers.sql, nothing else. Sizes of rows and number of values are those of a shop that has been in
-- use for years.

INSERT INTO customer_entity
    (entity_id, entity_type_id, attribute_set_id, website_id, email, group_id, increment_id,
     store_id, created_at, updated_at, is_active, disable_auto_group_change)
SELECT n, 1, 0, 1, CONCAT('customer.', n, '@example.com'), 1 + n % 3, NULL, 1 + n % 3,
       '2015-01-01 08:00:00' + INTERVAL n % 100000 MINUTE,
       '2020-01-01 08:00:00' + INTERVAL n % 100000 MINUTE, 1, 0
FROM bench_number WHERE n <= @customers ORDER BY n;

-- Three addresses for two customers.
INSERT INTO customer_address_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, is_active)
SELECT n, 2, 0, n, '2015-01-01 08:00:00', '2020-01-01 08:00:00', 1
FROM bench_number WHERE n <= @customers ORDER BY n;
INSERT INTO customer_address_entity
    (entity_id, entity_type_id, attribute_set_id, parent_id, created_at, updated_at, is_active)
SELECT @customers + n, 2, 0, n, '2015-01-01 08:00:00', '2020-01-01 08:00:00', 1
FROM bench_number WHERE n <= @customers AND n % 2 = 0 ORDER BY n;

INSERT INTO customer_entity_varchar (entity_type_id, attribute_id, entity_id, value)
SELECT 1, a.attribute_id, n, CASE a.attribute_code
    WHEN 'firstname' THEN CONCAT('Firstname', n % 997)
    WHEN 'lastname' THEN CONCAT('Lästname-', n % 8191)
    WHEN 'password_hash' THEN CONCAT(SHA2(n, 256), ':', LEFT(MD5(n), 32))
    WHEN 'created_in' THEN 'English'
    ELSE CONCAT('DE', 100000000 + n) END
FROM bench_number JOIN eav_attribute a ON a.entity_type_id = 1
     AND a.attribute_code IN ('firstname', 'lastname', 'password_hash', 'created_in', 'taxvat')
WHERE n <= @customers ORDER BY n, a.attribute_id;
INSERT INTO customer_entity_int (entity_type_id, attribute_id, entity_id, value)
SELECT 1, a.attribute_id, n, CASE a.attribute_code
    WHEN 'default_shipping' THEN IF(n % 2 = 0, @customers + n, n) ELSE n END
FROM bench_number JOIN eav_attribute a ON a.entity_type_id = 1
     AND a.attribute_code IN ('default_billing', 'default_shipping')
WHERE n <= @customers ORDER BY n, a.attribute_id;
INSERT INTO customer_entity_datetime (entity_type_id, attribute_id, entity_id, value)
SELECT 1, a.attribute_id, n, '1960-01-01 00:00:00' + INTERVAL n % 15000 DAY
FROM bench_number JOIN eav_attribute a ON a.entity_type_id = 1 AND a.attribute_code = 'dob'
WHERE n <= @customers ORDER BY n;

INSERT INTO customer_address_entity_varchar (entity_type_id, attribute_id, entity_id, value)
SELECT 2, a.attribute_id, c.entity_id, CASE a.attribute_code
    WHEN 'firstname' THEN CONCAT('Firstname', c.entity_id % 997)
    WHEN 'lastname' THEN CONCAT('Lästname-', c.entity_id % 8191)
    WHEN 'city' THEN CONCAT('Springfield ', c.entity_id % 500)
    WHEN 'country_id' THEN 'US'
    WHEN 'postcode' THEN 10000 + c.entity_id % 89999
    WHEN 'telephone' THEN CONCAT('+1 555 ', c.entity_id)
    ELSE CONCAT('Company ', c.entity_id % 1999, ' Ltd.') END
FROM customer_address_entity c JOIN eav_attribute a ON a.entity_type_id = 2
     AND a.attribute_code IN
         ('firstname', 'lastname', 'city', 'country_id', 'postcode', 'telephone', 'company')
ORDER BY c.entity_id, a.attribute_id;
INSERT INTO customer_address_entity_text (entity_type_id, attribute_id, entity_id, value)
SELECT 2, a.attribute_id, c.entity_id, CONCAT(c.entity_id, ' Main Street\nBuilding ', c.entity_id % 40)
FROM customer_address_entity c JOIN eav_attribute a ON a.entity_type_id = 2
     AND a.attribute_code = 'street'
ORDER BY c.entity_id;
INSERT INTO customer_address_entity_int (entity_type_id, attribute_id, entity_id, value)
SELECT 2, a.attribute_id, c.entity_id,
       (SELECT MIN(region_id) FROM directory_country_region WHERE country_id = 'US')
FROM customer_address_entity c JOIN eav_attribute a ON a.entity_type_id = 2
     AND a.attribute_code = 'region_id'
ORDER BY c.entity_id;

ANALYZE TABLE customer_entity, customer_address_entity, customer_entity_varchar,
    customer_entity_int, customer_entity_datetime, customer_address_entity_varchar,
    customer_address_entity_text, customer_address_entity_int;
