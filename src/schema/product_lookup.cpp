// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/product_lookup.hpp"

#include "db/sql_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::schema {

namespace {

constexpr std::string_view k_products = "catalog_product_entity";

/// The admin value of an attribute of product `p`, as a column.
std::string value_of(const Shop& shop, std::string_view code)
{
    const auto attribute = shop.connection().value(fmt::format(
        "SELECT CONCAT(a.attribute_id, ' ', a.backend_type) FROM {} a JOIN {} t ON "
        "t.entity_type_id = a.entity_type_id WHERE t.entity_type_code = 'catalog_product' AND "
        "a.attribute_code = {} AND a.backend_type <> 'static'",
        shop.quoted_table("eav_attribute"), shop.quoted_table("eav_entity_type"),
        db::literal(code)));
    if (!attribute) { return "NULL"; }
    const auto space = attribute->find(' ');
    return fmt::format(
        "(SELECT v.value FROM {} v WHERE v.entity_id = p.entity_id AND "
        "v.attribute_id = {} AND v.store_id = 0)",
        shop.quoted_table(fmt::format("{}_{}", k_products, attribute->substr(space + 1))),
        attribute->substr(0, space));
}

} // namespace

ProductLookup::ProductLookup(const Shop& shop)
    : m_shop(shop),
      m_select(fmt::format("SELECT p.entity_id, p.sku, p.type_id, {}, {} FROM {} p",
                           value_of(shop, "name"), value_of(shop, "weight"),
                           shop.quoted_table(k_products)))
{
}

void ProductLookup::load(std::span<const std::string> skus)
{
    m_products.clear();
    if (skus.empty()) { return; }
    m_shop.connection().query(
        fmt::format("{} WHERE p.sku IN ({})", m_select, db::literal_list(skus)),
        [&](const db::RowView& row) {
            // Servers pass over blanks at the end when they compare.
            const auto [entry, is_new] =
                m_products.try_emplace(util::to_lower(util::trim(row.text(1))));
            entry->second =
                is_new ? ProductFacts{row.id(0), row.string(2), row.string(3), row.string(4)}
                       : ProductFacts{};
        });
}

const ProductFacts* ProductLookup::find(std::string_view sku) const
{
    const auto found = m_products.find(util::to_lower(util::trim(sku)));
    return found == m_products.end() || found->second.id == 0 ? nullptr : &found->second;
}

} // namespace datasync::schema
