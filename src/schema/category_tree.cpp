// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/category_tree.hpp"

#include "db/sql_text.hpp"
#include "schema/scope_tree.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

/// The id before the last one of a path of ids, which is what the shop reads; 0 for none.
std::uint32_t above(std::string_view path)
{
    const auto last = path.rfind('/');
    if (last == std::string_view::npos) { return 0; }
    path = path.substr(0, last);
    const auto before = path.rfind('/');
    return parse_id(before == std::string_view::npos ? path : path.substr(before + 1));
}

} // namespace

CategoryTree::CategoryTree(const Shop& shop)
{
    shop.connection().query(
        fmt::format("SELECT c.entity_id, c.path, c.position, IFNULL(v.value, '') FROM {} c "
                    "LEFT JOIN ({} a JOIN {} t ON t.entity_type_id = a.entity_type_id AND "
                    "t.entity_type_code = 'catalog_category') ON a.attribute_code = 'name' LEFT "
                    "JOIN {} v ON v.entity_id = c.entity_id AND v.store_id = 0 AND v.attribute_id "
                    "= a.attribute_id ORDER BY c.entity_id",
                    shop.quoted_table("catalog_category_entity"),
                    shop.quoted_table("eav_attribute"), shop.quoted_table("eav_entity_type"),
                    shop.quoted_table("catalog_category_entity_varchar")),
        [&](const db::RowView& row) {
            const auto parent = above(row.text(1));
            m_by_name[{parent, util::to_lower(row.text(3))}].push_back(row.id(0));
            m_names.emplace(row.id(0), row.text(3));
            m_parents.emplace(row.id(0), parent);
            auto& last = m_last_positions[parent];
            last = std::max(last, row.id(2));
        });
    const ScopeTree scopes(shop);
    const auto root = shop.connection().value(fmt::format(
        "SELECT g.root_category_id FROM {} s JOIN {} g ON g.group_id = s.group_id JOIN {} c ON "
        "c.entity_id = g.root_category_id WHERE s.store_id = {}",
        shop.quoted_table("core_store"), shop.quoted_table("core_store_group"),
        shop.quoted_table("catalog_category_entity"),
        scopes.default_store(scopes.default_website())));
    if (root) { m_default_root = parse_id(*root); }
}

std::vector<std::uint32_t> CategoryTree::find(std::uint32_t parent, std::string_view name) const
{
    const auto found = m_by_name.find({parent, util::to_lower(name)});
    return found == m_by_name.end() ? std::vector<std::uint32_t>{} : found->second;
}

std::string_view CategoryTree::name_of(std::uint32_t id) const
{
    const auto found = m_names.find(id);
    return found == m_names.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> CategoryTree::path_of(std::uint32_t id) const
{
    std::vector<std::string> names;
    // A damaged tree may lead in a circle.
    while (id != k_tree_root && names.size() < m_names.size()) {
        const auto parent = m_parents.find(id);
        if (parent == m_parents.end()) { return {}; }
        names.emplace_back(name_of(id));
        id = parent->second;
    }
    std::reverse(names.begin(), names.end());
    return names;
}

std::uint32_t CategoryTree::last_position(std::uint32_t parent) const
{
    const auto found = m_last_positions.find(parent);
    return found == m_last_positions.end() ? 0 : found->second;
}

} // namespace datasync::schema
