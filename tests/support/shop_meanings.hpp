// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What ids mean that rows of sales and of the catalogue have in common, as SQL; {} is the column.
#pragma once

#include <string_view>

namespace datasync::test {

inline constexpr std::string_view k_store =
    "(SELECT x.code FROM core_store x WHERE x.store_id = {})";
inline constexpr std::string_view k_website =
    "(SELECT x.code FROM core_website x WHERE x.website_id = {})";
inline constexpr std::string_view k_group =
    "(SELECT x.customer_group_code FROM customer_group x WHERE x.customer_group_id = {})";
inline constexpr std::string_view k_customer =
    "(SELECT CONCAT(x.email, '/', w.code) FROM customer_entity x JOIN core_website w ON "
    "w.website_id = x.website_id WHERE x.entity_id = {})";
inline constexpr std::string_view k_product =
    "(SELECT x.sku FROM catalog_product_entity x WHERE x.entity_id = {})";
inline constexpr std::string_view k_attribute =
    "(SELECT x.attribute_code FROM eav_attribute x WHERE x.attribute_id = {})";

} // namespace datasync::test
