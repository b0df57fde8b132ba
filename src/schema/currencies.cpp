// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/currencies.hpp"

#include "db/sql_text.hpp"

namespace datasync::schema {

namespace {

constexpr std::string_view k_base_path = "currency/options/base";
constexpr std::string_view k_shown_path = "currency/options/default";
constexpr std::string_view k_price_scope = "catalog/price/scope";
/// What the shop's own configuration files say where its owner has said nothing.
constexpr std::string_view k_delivered = "USD";

} // namespace

Currencies::Currencies(const Shop& shop)
{
    shop.connection().query(
        "SELECT path, scope, scope_id, value FROM " + shop.quoted_table("core_config_data") +
            db::bind(" WHERE path IN (?, ?) AND value <> ''", {k_base_path, k_shown_path}),
        [&](const db::RowView& row) {
            auto& values = row.text(0) == k_base_path ? m_base : m_shown;
            values.emplace(std::pair(row.string(1), row.id(2)), row.string(3));
        });
    m_has_one_base = shop.config(k_price_scope) != "1";
}

const std::string* Currencies::find(const Values& values, std::string_view scope, std::uint32_t id)
{
    const auto found = values.find({std::string(scope), id});
    return found == values.end() ? nullptr : &found->second;
}

std::string Currencies::global() const
{
    const auto* set = find(m_base, "default", 0);
    return set == nullptr ? std::string(k_delivered) : *set;
}

std::string Currencies::base(std::uint32_t website_id) const
{
    const auto* own = m_has_one_base ? nullptr : find(m_base, "websites", website_id);
    return own == nullptr ? global() : *own;
}

std::string Currencies::shown(const StoreView& store) const
{
    if (const auto* set = find(m_shown, "stores", store.id)) { return *set; }
    if (const auto* set = find(m_shown, "websites", store.website_id)) { return *set; }
    const auto* set = find(m_shown, "default", 0);
    return set == nullptr ? base(store.website_id) : *set;
}

} // namespace datasync::schema
