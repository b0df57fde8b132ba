// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a shop holds, read with ids replaced by natural keys: two shops hold the same when these
// queries give the same rows. Written for the tests alone; nothing of the program is used.
#pragma once

#include <array>
#include <string_view>

namespace datasync::test {

/// A query whose rows are to be equal in both shops.
struct ShopContent {
    std::string_view name;
    std::string_view sql;
};

/// Addresses as one text each, by id.
inline constexpr std::string_view k_addresses =
    "WITH address_value AS ("
    " SELECT entity_type_id, attribute_id, entity_id, value FROM customer_address_entity_varchar"
    " UNION ALL"
    " SELECT entity_type_id, attribute_id, entity_id, value FROM customer_address_entity_text"
    " UNION ALL"
    " SELECT entity_type_id, attribute_id, entity_id, CAST(value AS CHAR)"
    "  FROM customer_address_entity_int"
    " UNION ALL"
    " SELECT entity_type_id, attribute_id, entity_id, CAST(value AS CHAR)"
    "  FROM customer_address_entity_datetime"
    " UNION ALL"
    " SELECT entity_type_id, attribute_id, entity_id, CAST(value AS CHAR)"
    "  FROM customer_address_entity_decimal"
    "), address AS ("
    " SELECT e.entity_id, e.parent_id, CONCAT_WS('|', e.created_at, e.updated_at, e.is_active,"
    "  e.increment_id, GROUP_CONCAT(CONCAT(a.attribute_code, '=', CASE"
    "   WHEN a.attribute_code = 'region_id' THEN CONCAT(r.country_id, '/', r.code)"
    "   ELSE COALESCE(v.value, 'NULL') END) ORDER BY a.attribute_code SEPARATOR '|')) AS content"
    " FROM customer_address_entity e"
    " JOIN address_value v ON v.entity_id = e.entity_id"
    " JOIN eav_attribute a ON a.attribute_id = v.attribute_id"
    "  AND a.entity_type_id = v.entity_type_id AND a.entity_type_id = e.entity_type_id"
    " LEFT JOIN directory_country_region r ON a.attribute_code = 'region_id'"
    "  AND r.region_id = v.value"
    " GROUP BY e.entity_id, e.parent_id, e.created_at, e.updated_at, e.is_active, e.increment_id)";

/// Content that the source must not lack on the destination; `keep_` marks the destination's own.
inline constexpr std::array k_contents = {
    ShopContent{"customer groups",
                " SELECT g.customer_group_code, t.class_name, t.class_type FROM customer_group g"
                " LEFT JOIN tax_class t ON t.class_id = g.tax_class_id"
                " ORDER BY g.customer_group_code"},
    ShopContent{"customers",
                " SELECT c.email, w.code, g.customer_group_code, s.code, t.entity_type_code,"
                "  c.increment_id, c.created_at, c.updated_at, c.is_active,"
                "  c.disable_auto_group_change, c.attribute_set_id"
                " FROM customer_entity c JOIN eav_entity_type t USING (entity_type_id)"
                " LEFT JOIN core_website w ON w.website_id = c.website_id"
                " LEFT JOIN core_store s ON s.store_id = c.store_id"
                " LEFT JOIN customer_group g ON g.customer_group_id = c.group_id"
                " WHERE c.email NOT LIKE 'keep_@example.com' ORDER BY c.email, w.code"},
    ShopContent{"addresses", " SELECT c.email, a.content FROM address a"
                             " JOIN customer_entity c ON c.entity_id = a.parent_id"
                             " WHERE c.email NOT LIKE 'keep_@example.com'"
                             " ORDER BY c.email, a.content"},
    ShopContent{"texts of customers",
                " SELECT c.email, a.attribute_code, v.value FROM customer_entity_varchar v"
                " JOIN customer_entity c USING (entity_id)"
                " JOIN eav_attribute a ON a.attribute_id = v.attribute_id"
                "  AND a.entity_type_id = v.entity_type_id"
                " WHERE c.email NOT LIKE 'keep_@example.com'"
                " UNION ALL"
                " SELECT c.email, a.attribute_code, v.value FROM customer_entity_text v"
                " JOIN customer_entity c USING (entity_id)"
                " JOIN eav_attribute a ON a.attribute_id = v.attribute_id"
                "  AND a.entity_type_id = v.entity_type_id"
                " WHERE c.email NOT LIKE 'keep_@example.com'"
                " ORDER BY 1, 2"},
    ShopContent{"dates and decimals of customers",
                " SELECT c.email, a.attribute_code, CAST(v.value AS CHAR)"
                " FROM customer_entity_datetime v JOIN customer_entity c USING (entity_id)"
                " JOIN eav_attribute a ON a.attribute_id = v.attribute_id"
                "  AND a.entity_type_id = v.entity_type_id"
                " WHERE c.email NOT LIKE 'keep_@example.com'"
                " UNION ALL"
                " SELECT c.email, a.attribute_code, CAST(v.value AS CHAR)"
                " FROM customer_entity_decimal v JOIN customer_entity c USING (entity_id)"
                " JOIN eav_attribute a ON a.attribute_id = v.attribute_id"
                "  AND a.entity_type_id = v.entity_type_id"
                " WHERE c.email NOT LIKE 'keep_@example.com'"
                " ORDER BY 1, 2"},
    // A choice is its label; one whose option is gone is nothing to a shop.
    ShopContent{"numbers and choices of customers",
                " SELECT c.email, a.attribute_code, CASE"
                "  WHEN a.source_model = 'eav/entity_attribute_source_table' THEN l.value"
                "  ELSE CAST(v.value AS CHAR) END AS shown"
                " FROM customer_entity_int v JOIN customer_entity c USING (entity_id)"
                " JOIN eav_attribute a ON a.attribute_id = v.attribute_id"
                "  AND a.entity_type_id = v.entity_type_id"
                " LEFT JOIN eav_attribute_option o ON o.option_id = v.value"
                "  AND o.attribute_id = a.attribute_id"
                " LEFT JOIN eav_attribute_option_value l ON l.option_id = o.option_id"
                "  AND l.store_id = 0"
                " WHERE c.email NOT LIKE 'keep_@example.com' AND a.backend_type = 'int'"
                "  AND a.attribute_code NOT IN ('default_billing', 'default_shipping')"
                "  AND (a.source_model IS NULL OR l.value IS NOT NULL)"
                " ORDER BY 1, 2"},
    ShopContent{"default addresses",
                " SELECT c.email, d.attribute_code, a.content FROM customer_entity_int v"
                " JOIN eav_attribute d ON d.attribute_id = v.attribute_id"
                "  AND d.attribute_code IN ('default_billing', 'default_shipping')"
                " JOIN customer_entity c USING (entity_id)"
                " JOIN address a ON a.entity_id = v.value AND a.parent_id = c.entity_id"
                " WHERE c.email NOT LIKE 'keep_@example.com' ORDER BY 1, 2"},
    ShopContent{"subscribers", " SELECT n.subscriber_email, s.code, n.change_status_at, c.email,"
                               "  n.subscriber_status, n.subscriber_confirm_code"
                               " FROM newsletter_subscriber n"
                               " LEFT JOIN core_store s ON s.store_id = n.store_id"
                               " LEFT JOIN customer_entity c ON c.entity_id = n.customer_id"
                               " WHERE n.subscriber_email NOT LIKE 'keep_@example.com'"
                               " ORDER BY n.subscriber_email, s.code"},
    ShopContent{"attributes of customers",
                " SELECT t.entity_type_code, a.attribute_code, a.backend_type, a.backend_model,"
                "  a.frontend_input, a.frontend_label, a.source_model, a.is_required,"
                "  a.is_unique, a.default_value, e.is_visible, e.is_system, e.sort_order,"
                "  (SELECT GROUP_CONCAT(f.form_code ORDER BY f.form_code)"
                "   FROM customer_form_attribute f WHERE f.attribute_id = a.attribute_id),"
                "  (SELECT GROUP_CONCAT(l.value ORDER BY o.sort_order, l.value)"
                "   FROM eav_attribute_option o JOIN eav_attribute_option_value l USING (option_id)"
                "   WHERE o.attribute_id = a.attribute_id AND l.store_id = 0)"
                " FROM eav_attribute a JOIN eav_entity_type t USING (entity_type_id)"
                " JOIN customer_eav_attribute e USING (attribute_id)"
                " WHERE a.is_user_defined = 1"
                "  AND t.entity_type_code IN ('customer', 'customer_address')"
                " ORDER BY 1, 2"},
};

/// Content where the destination may have rows of its own besides.
inline constexpr std::array k_contents_beside_own = {
    ShopContent{"blocks", " SELECT b.identifier, (SELECT GROUP_CONCAT(s.code ORDER BY s.code)"
                          "  FROM cms_block_store bs JOIN core_store s USING (store_id)"
                          "  WHERE bs.block_id = b.block_id), b.title, b.content, b.creation_time,"
                          "  b.update_time, b.is_active FROM cms_block b"},
    ShopContent{"pages",
                " SELECT p.identifier, (SELECT GROUP_CONCAT(s.code ORDER BY s.code)"
                "  FROM cms_page_store ps JOIN core_store s USING (store_id)"
                "  WHERE ps.page_id = p.page_id), p.title, p.root_template, p.meta_keywords,"
                "  p.meta_description, p.content_heading, p.content, p.creation_time,"
                "  p.update_time, p.is_active, p.sort_order, p.layout_update_xml, p.custom_theme,"
                "  p.custom_root_template, p.custom_layout_update_xml, p.custom_theme_from,"
                "  p.custom_theme_to FROM cms_page p"},
};

/// Every column of the rows that are the destination's own customers.
inline constexpr std::array k_own_customers = {
    ShopContent{"own customers", "SELECT * FROM customer_entity c WHERE c.email LIKE "
                                 "'keep_@example.com' ORDER BY 1"},
    ShopContent{"own numbers", "SELECT v.* FROM customer_entity_int v JOIN customer_entity c USING "
                               "(entity_id) WHERE c.email LIKE 'keep_@example.com' ORDER BY 1"},
    ShopContent{"own texts",
                "SELECT v.* FROM customer_entity_varchar v JOIN customer_entity c USING "
                "(entity_id) WHERE c.email LIKE 'keep_@example.com' ORDER BY 1"},
    ShopContent{"own dates",
                "SELECT v.* FROM customer_entity_datetime v JOIN customer_entity c USING "
                "(entity_id) WHERE c.email LIKE 'keep_@example.com' ORDER BY 1"},
    ShopContent{"own addresses",
                "SELECT e.* FROM customer_address_entity e JOIN customer_entity c ON c.entity_id = "
                "e.parent_id WHERE c.email LIKE 'keep_@example.com' ORDER BY 1"},
    ShopContent{"own address texts",
                "SELECT v.* FROM customer_address_entity_varchar v JOIN customer_address_entity e "
                "USING (entity_id) JOIN customer_entity c ON c.entity_id = e.parent_id "
                "WHERE c.email LIKE 'keep_@example.com' ORDER BY 1"},
};

} // namespace datasync::test
