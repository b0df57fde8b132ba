// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a product consists of and leads to: tables that travel with it and, of files, after it.
#pragma once

#include "datasync/entity_spec.hpp"

#include <array>

namespace datasync::entities {

inline constexpr std::array<std::string_view, 1> k_store_key = {"store_id"};
inline constexpr std::array k_store_references = {
    Reference{"store_id", "store", WhenMissing::fail},
};
inline constexpr std::array<std::string_view, 1> k_website_key = {"website_id"};
inline constexpr std::array k_website_references = {
    Reference{"website_id", "website", WhenMissing::fail},
};

inline constexpr std::array<std::string_view, 2> k_link_key = {"link_type_id", "linked_product_id"};
inline constexpr std::array k_link_references = {
    Reference{"link_type_id", "link_type", WhenMissing::leave_row_out},
    Reference{"linked_product_id", "product", WhenMissing::row_waits},
};
inline constexpr std::array<std::string_view, 1> k_link_value_key = {"product_link_attribute_id"};
inline constexpr std::array k_link_value_references = {
    Reference{"product_link_attribute_id", "link_attribute", WhenMissing::leave_row_out},
};

inline constexpr std::array<std::string_view, 1> k_child_key = {"child_id"};
inline constexpr std::array k_child_references = {
    Reference{"child_id", "product", WhenMissing::row_waits},
};
inline constexpr std::array<std::string_view, 1> k_product_key = {"product_id"};
inline constexpr std::array k_member_references = {
    Reference{"product_id", "product", WhenMissing::row_waits},
};

inline constexpr std::array k_selection_references = {
    Reference{"parent_product_id", "product", WhenMissing::fail},
    Reference{"product_id", "product", WhenMissing::row_waits},
};

inline constexpr TableSpec k_product_link = {.table = "catalog_product_link",
                                             .key = "link_id",
                                             .type = "product_link",
                                             .parent = "catalog_product_entity",
                                             .parent_column = "product_id",
                                             .row_key = k_link_key,
                                             .is_registered = false,
                                             .references = k_link_references};

inline constexpr TableSpec k_product_link_int = {.table = "catalog_product_link_attribute_int",
                                                 .parent = "catalog_product_link",
                                                 .parent_column = "link_id",
                                                 .row_key = k_link_value_key,
                                                 .references = k_link_value_references};

inline constexpr TableSpec k_product_link_decimal = {.table =
                                                         "catalog_product_link_attribute_decimal",
                                                     .parent = "catalog_product_link",
                                                     .parent_column = "link_id",
                                                     .row_key = k_link_value_key,
                                                     .references = k_link_value_references};

inline constexpr TableSpec k_product_link_varchar = {.table =
                                                         "catalog_product_link_attribute_varchar",
                                                     .parent = "catalog_product_link",
                                                     .parent_column = "link_id",
                                                     .row_key = k_link_value_key,
                                                     .references = k_link_value_references};

inline constexpr TableSpec k_product_relation = {.table = "catalog_product_relation",
                                                 .parent = "catalog_product_entity",
                                                 .parent_column = "parent_id",
                                                 .row_key = k_child_key,
                                                 .references = k_child_references};

inline constexpr TableSpec k_super_link = {.table = "catalog_product_super_link",
                                           .parent = "catalog_product_entity",
                                           .parent_column = "parent_id",
                                           .row_key = k_product_key,
                                           .references = k_member_references};

inline constexpr TableSpec k_bundle_option = {.table = "catalog_product_bundle_option",
                                              .key = "option_id",
                                              .type = "bundle_option",
                                              .parent = "catalog_product_entity",
                                              .parent_column = "parent_id"};

inline constexpr TableSpec k_bundle_option_value = {.table = "catalog_product_bundle_option_value",
                                                    .parent = "catalog_product_bundle_option",
                                                    .parent_column = "option_id",
                                                    .row_key = k_store_key,
                                                    .references = k_store_references,
                                                    .keeps_own = true,
                                                    .names_parent_by = "title"};

inline constexpr TableSpec k_bundle_selection = {.table = "catalog_product_bundle_selection",
                                                 .key = "selection_id",
                                                 .type = "bundle_selection",
                                                 .parent = "catalog_product_bundle_option",
                                                 .parent_column = "option_id",
                                                 .row_key = k_product_key,
                                                 .references = k_selection_references};

inline constexpr TableSpec k_bundle_selection_price = {.table =
                                                           "catalog_product_bundle_selection_price",
                                                       .parent = "catalog_product_bundle_selection",
                                                       .parent_column = "selection_id",
                                                       .row_key = k_website_key,
                                                       .references = k_website_references,
                                                       .keeps_own = true};

} // namespace datasync::entities
