// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/attribute_kind.hpp"

#include <algorithm>
#include <array>

namespace datasync::adapters {

namespace {

constexpr std::array k_kinds = {
    AttributeKind{.input = "text", .backend_type = "varchar"},
    AttributeKind{.input = "textarea", .backend_type = "text"},
    AttributeKind{.input = "date",
                  .backend_type = "datetime",
                  .backend_model = "eav/entity_attribute_backend_datetime",
                  .frontend_model = "eav/entity_attribute_frontend_datetime"},
    AttributeKind{.input = "boolean",
                  .backend_type = "int",
                  .source_model = "eav/entity_attribute_source_boolean"},
    AttributeKind{.input = "select", .backend_type = "int"},
    AttributeKind{.input = "multiselect",
                  .backend_type = "varchar",
                  .backend_model = "eav/entity_attribute_backend_array"},
    AttributeKind{.input = "price",
                  .backend_type = "decimal",
                  .backend_model = "catalog/product_attribute_backend_price"},
    AttributeKind{.input = "weight", .backend_type = "decimal"},
    AttributeKind{.input = "media_image",
                  .backend_type = "varchar",
                  .frontend_model = "catalog/product_attribute_frontend_image"},
    AttributeKind{.input = "gallery",
                  .backend_type = "varchar",
                  .backend_model = "catalog/product_attribute_backend_media"},
    // Its values lie in a table of their own, and the price of a group is that of its products.
    AttributeKind{.input = "weee",
                  .backend_type = "static",
                  .backend_model = "weee/attribute_backend_weee_tax",
                  .apply_to = "simple,configurable,virtual,bundle,downloadable"},
};

} // namespace

const AttributeKind& attribute_kind(std::string_view input)
{
    const auto* const found =
        std::find_if(k_kinds.begin(), k_kinds.end(),
                     [input](const AttributeKind& kind) { return kind.input == input; });
    return found == k_kinds.end() ? k_kinds.front() : *found;
}

} // namespace datasync::adapters
