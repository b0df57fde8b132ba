// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The categories of a shop by their names.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace datasync::schema {

/// Root of all trees.
inline constexpr std::uint32_t k_tree_root = 1;

/// Read once: every category with its name in the admin store.
class CategoryTree {
public:
    explicit CategoryTree(const Shop& shop);

    /// The root category of the default store of the default website; k_tree_root where the shop
    /// has none.
    std::uint32_t default_root() const { return m_default_root; }
    /// The categories right below `parent` that are called so, in any case of ASCII letters.
    std::vector<std::uint32_t> find(std::uint32_t parent, std::string_view name) const;
    /// What a category is called; empty for one that the shop does not have.
    std::string_view name_of(std::uint32_t id) const;
    /// The names from the top down to a category, without the root of all trees; empty for one that
    /// the shop does not have.
    std::vector<std::string> path_of(std::uint32_t id) const;
    /// The highest position of the categories right below `parent`; 0 for none.
    std::uint32_t last_position(std::uint32_t parent) const;

private:
    std::uint32_t m_default_root = k_tree_root;
    std::map<std::pair<std::uint32_t, std::string>, std::vector<std::uint32_t>> m_by_name;
    std::unordered_map<std::uint32_t, std::string> m_names;
    std::unordered_map<std::uint32_t, std::uint32_t> m_parents;
    std::unordered_map<std::uint32_t, std::uint32_t> m_last_positions;
};

} // namespace datasync::schema
