// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The other products that a product consists of, leads to or belongs to.
#pragma once

#include "formats/entity_format.hpp"
#include "formats/member_rows.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace datasync::formats {

inline constexpr std::string_view k_type_id = "type_id";
inline constexpr std::string_view k_children = "configurable_children_skus";
inline constexpr std::string_view k_configurable_parent = "configurable_parent_sku";
inline constexpr std::string_view k_members = "grouped_product_skus";
inline constexpr std::string_view k_grouped_parent = "grouped_parent_sku";
inline constexpr std::string_view k_grouped_qty = "grouped_qty";
inline constexpr std::string_view k_bundle_options = "bundle_options";

inline constexpr std::string_view k_super_link_table = "catalog_product_super_link";
inline constexpr std::string_view k_relation_table = "catalog_product_relation";
inline constexpr std::string_view k_link_table = "catalog_product_link";
inline constexpr std::string_view k_link_decimal_table = "catalog_product_link_attribute_decimal";
/// The kind of link between a grouped product and its members, which the shop's code knows by id.
inline constexpr std::string_view k_grouped_link = "3";
inline constexpr std::string_view k_grouped_qty_attribute = "super/qty";

/// A column with products that a product leads to, and the kind of link it makes. The shop's code
/// knows the kinds by their ids.
struct LinkColumn {
    std::string_view name;
    std::string_view id;
    std::string_view position; ///< Attribute of such links.
};
inline constexpr std::array<LinkColumn, 3> k_link_kinds = {{
    {"related_skus", "1", "relation/position"},
    {"upsell_skus", "4", "up_sell/position"},
    {"crosssell_skus", "5", "cross_sell/position"},
}};
inline constexpr LinkColumn k_member_kind = {k_members, k_grouped_link, "super/position"};

/// All columns that name other products.
inline constexpr std::array k_link_columns = {
    Column{.name = k_children},
    Column{.name = k_configurable_parent, .kind = CellKind::word},
    Column{.name = k_members},
    Column{.name = k_grouped_parent, .kind = CellKind::word},
    Column{.name = k_grouped_qty, .kind = CellKind::decimal},
    Column{.name = "related_skus"},
    Column{.name = "upsell_skus"},
    Column{.name = "crosssell_skus"},
    Column{.name = k_bundle_options},
};

/// Makes rows of the columns in which a product names those that it consists of or leads to.
class ProductLinkRules : public RecordRules {
public:
    /// Only checks.
    explicit ProductLinkRules(const Header& header);
    /// Adds the tables and their fields to `shape`.
    ProductLinkRules(const Header& header, Shape& shape);

    void read(const Cells& cells, FileRecord& record) override;
    /// Refuses what read() would refuse.
    void check(const Cells& cells) const;
    /// Whether the file has any of the columns.
    static bool are_in(const Header& header);

private:
    /// Links of one kind.
    struct Kind {
        std::size_t column;
        std::string_view id;
        std::string_view position; ///< Attribute of the link.
        std::size_t linked = 0;    ///< Field: faults name the column that they stand in.
    };
    struct Member {
        std::string_view sku;
        std::string_view quantity; ///< Of grouped products.
    };

    /// Whether the file says all that a product of its type consists of.
    bool says_parts(const Cells& cells) const;
    std::optional<std::vector<Member>> read_skus(const Cells& cells, std::size_t column) const;
    std::optional<std::vector<ListMember>> read_bundle(const Cells& cells) const;
    std::optional<std::vector<Member>> read_members(const Cells& cells) const;
    void add_link(const Cells& cells, FileRecord& record, const Kind& kind, const Member& member,
                  std::size_t position) const;
    void add_bundle(const Cells& cells, FileRecord& record,
                    const std::vector<ListMember>& options) const;

    std::size_t m_sku;
    std::optional<std::size_t> m_type;
    std::optional<std::size_t> m_children;
    std::optional<std::size_t> m_members;
    std::optional<std::size_t> m_bundle;
    std::vector<Kind> m_kinds; ///< Without that of grouped products.

    std::size_t m_super_table = 0;
    std::size_t m_child = 0;
    std::size_t m_relation_table = 0;
    std::size_t m_related = 0;
    std::size_t m_link_table = 0;
    std::size_t m_member = 0; ///< Field of those of grouped products.
    std::size_t m_link_type = 0;
    std::size_t m_int_table = 0;
    std::size_t m_int_attribute = 0;
    std::size_t m_int_value = 0;
    std::size_t m_decimal_table = 0;
    std::size_t m_decimal_attribute = 0;
    std::size_t m_decimal_value = 0;
    std::optional<MemberRows> m_options;
    std::optional<StoreRows> m_titles;
    std::optional<MemberRows> m_selections;
    std::size_t m_selected = 0;
    std::size_t m_selected_for = 0;
};

} // namespace datasync::formats
