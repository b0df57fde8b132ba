// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A reference whose target has not come yet, with all that is needed to deliver it later.
#pragma once

#include <cstdint>
#include <string>

namespace datasync {

/// What holds the reference: a column of its own, or a text with ids in it.
enum class ReferencePlace : std::uint8_t {
    column,
    directives,      ///< CMS content with `{{...}}`.
    layout_xml,      ///< Layout update XML.
    id_list,         ///< `3,5,12`.
    product_options, ///< What was ordered: serialized by PHP, or JSON.
    rule_conditions, ///< The tree of a rule: serialized by PHP, or JSON.
    packages,        ///< The parcels of a shipment: serialized by PHP, or JSON.
    serialized,      ///< PHP-serialized or JSON without ids; only its format matters.
    row,             ///< No place of its own: a whole row that the record lacks until then.
    url_path,        ///< A path of the shop: `catalog/product/view/id/12`, `product/12/3`.
    tree_path,       ///< `1/3/12`: ids of a tree from the top down to the record's own.
};

/// Row `row_id` of `table` waits in `column` for the record `target_source_id` of `target_type`.
struct DeferredReference {
    std::uint64_t id = 0; ///< Row in the table of deferred references; 0 before it is stored.
    std::string target_type;
    std::uint32_t target_source_id = 0;
    std::string owner_type; ///< Entity type the row belongs to.
    std::uint32_t owner_source_id = 0;
    std::string table; ///< Without prefix.
    std::string key_column;
    std::uint32_t row_id = 0; ///< Key of the row on the destination.
    std::string column;
    ReferencePlace place = ReferencePlace::column;
    std::uint32_t position = 0; ///< Which id of the text, counted from 0.
    /// Of a value row, which `row_id` alone does not tell: its attribute on the destination (0: no
    /// value row) and its store (k_no_store where values have none).
    std::uint32_t attribute_id = 0;
    std::uint32_t store_id = 0;
    static constexpr std::uint32_t k_no_store = 0xFFFFFFFFU;
};

/// A reference that can be delivered, and the destination id of its target.
struct ArrivedReference {
    DeferredReference reference;
    std::uint32_t target_id = 0;
};

} // namespace datasync
