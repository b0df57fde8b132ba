// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/root_categories.hpp"

#include <fmt/format.h>

#include <map>

namespace datasync::schema {

namespace {

/// The root category of each store that has one, by the store's id.
std::map<std::uint32_t, std::uint32_t> roots_of_stores(const Shop& shop)
{
    std::map<std::uint32_t, std::uint32_t> roots;
    shop.connection().query(
        fmt::format("SELECT s.store_id, g.root_category_id FROM {} s JOIN {} g ON g.group_id = "
                    "s.group_id JOIN {} c ON c.entity_id = g.root_category_id",
                    shop.quoted_table("core_store"), shop.quoted_table("core_store_group"),
                    shop.quoted_table("catalog_category_entity")),
        [&](const db::RowView& row) { roots[row.id(0)] = row.id(1); });
    return roots;
}

} // namespace

RootCategories pair_root_categories(const Shop& source, const Shop& target,
                                    const Settings& settings)
{
    RootCategories roots;
    const auto there = roots_of_stores(target);
    std::map<std::uint32_t, std::uint32_t> taken; // Destination id to source id.
    for (const auto& [store, root] : roots_of_stores(source)) {
        const auto mapped = settings.get("store").target(store);
        const auto counterpart = mapped ? there.find(*mapped) : there.end();
        if (counterpart == there.end()) { continue; }
        const auto other = counterpart->second;
        const auto pair = roots.pairs.find(root);
        const auto owner = taken.find(other);
        if (pair == roots.pairs.end() && owner == taken.end()) {
            roots.pairs.emplace(root, other);
            taken.emplace(other, root);
            continue;
        }
        if (owner != taken.end() && owner->second == root) { continue; }
        const auto name = settings.get("store").describe(store);
        const auto how =
            pair != roots.pairs.end()
                ? fmt::format("root category {} of the source goes with {}, although store {} has "
                              "{} on the destination",
                              root, pair->second, name, other)
                : fmt::format("root category {} of the destination goes with {}, although store {} "
                              "has {} on the source",
                              other, owner->second, name, root);
        roots.warnings.push_back(fmt::format(
            "the store groups of the two shops use their root categories differently: {}", how));
    }
    return roots;
}

} // namespace datasync::schema
