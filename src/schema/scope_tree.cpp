// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/scope_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

ScopeTree::ScopeTree(const Shop& shop)
{
    const auto websites = shop.quoted_table("core_website");
    const auto groups = shop.quoted_table("core_store_group");
    const auto stores = shop.quoted_table("core_store");
    shop.connection().query(
        fmt::format("SELECT w.website_id, IFNULL(g.default_store_id, 0), IFNULL(w.is_default, 0) "
                    "FROM {} w LEFT JOIN {} g ON g.group_id = w.default_group_id "
                    "WHERE w.website_id <> 0 ORDER BY w.website_id",
                    websites, groups),
        [&](const db::RowView& row) {
            m_websites.push_back({row.id(0), row.id(1), row.text(2) == "1"});
        });
    shop.connection().query(
        fmt::format("SELECT s.store_id, s.website_id, s.name, IFNULL(g.name, ''), "
                    "IFNULL(w.name, '') FROM {} s LEFT JOIN {} g ON g.group_id = s.group_id "
                    "LEFT JOIN {} w ON w.website_id = s.website_id WHERE s.store_id <> 0 "
                    "ORDER BY s.store_id",
                    stores, groups, websites),
        [&](const db::RowView& row) {
            m_stores.push_back({row.id(0), row.id(1), row.string(2), row.string(3), row.string(4)});
        });
}

std::uint32_t ScopeTree::default_website() const
{
    const auto found = std::find_if(m_websites.begin(), m_websites.end(),
                                    [](const Website& website) { return website.is_default; });
    if (found != m_websites.end()) { return found->id; }
    return m_websites.empty() ? 0 : m_websites.front().id;
}

std::uint32_t ScopeTree::default_store(std::uint32_t website_id) const
{
    for (const auto& website : m_websites) {
        if (website.id == website_id && website.default_store_id != 0) {
            return website.default_store_id;
        }
    }
    const auto found = std::find_if(m_stores.begin(), m_stores.end(), [&](const StoreView& store) {
        return store.website_id == website_id;
    });
    return found == m_stores.end() ? 0 : found->id;
}

std::uint32_t ScopeTree::website_of(std::uint32_t store_id) const
{
    const auto* found = store(store_id);
    return found == nullptr ? 0 : found->website_id;
}

const StoreView* ScopeTree::store(std::uint32_t id) const
{
    const auto found = std::find_if(m_stores.begin(), m_stores.end(),
                                    [&](const StoreView& store) { return store.id == id; });
    return found == m_stores.end() ? nullptr : &*found;
}

} // namespace datasync::schema
