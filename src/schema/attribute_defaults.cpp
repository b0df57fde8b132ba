// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/attribute_defaults.hpp"

#include "db/sql_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datasync::schema {

namespace {

constexpr std::string_view k_catalog_table = "catalog_eav_attribute";

} // namespace

bool AttributeDefault::applies_to(std::string_view type) const
{
    return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

std::vector<AttributeDefault> attribute_defaults(const Shop& shop,
                                                 std::string_view entity_type_code)
{
    std::vector<AttributeDefault> defaults;
    const bool has_types = shop.find_table(k_catalog_table) != nullptr;
    const auto types = has_types ? fmt::format(" LEFT JOIN {} c ON c.attribute_id = a.attribute_id",
                                               shop.quoted_table(k_catalog_table))
                                 : std::string();
    shop.connection().query(
        fmt::format("SELECT a.attribute_code, a.default_value, {} FROM {} a JOIN {} t ON "
                    "t.entity_type_id = a.entity_type_id{} WHERE a.backend_type <> 'static' AND "
                    "a.default_value <> ''{} ORDER BY a.attribute_id",
                    has_types ? "COALESCE(c.apply_to, '')" : "''",
                    shop.quoted_table("eav_attribute"), shop.quoted_table("eav_entity_type"), types,
                    db::bind(" AND t.entity_type_code = ?", {entity_type_code})),
        [&](const db::RowView& row) {
            auto& attribute = defaults.emplace_back();
            attribute.code = row.string(0);
            attribute.value = row.string(1);
            for (auto& type : util::split(row.string(2), ',')) {
                if (!type.empty()) { attribute.types.push_back(std::move(type)); }
            }
        });
    return defaults;
}

std::string default_attribute_set(const Shop& shop, std::string_view entity_type_code)
{
    return shop.connection()
        .value("SELECT default_attribute_set_id FROM " + shop.quoted_table("eav_entity_type") +
               db::bind(" WHERE entity_type_code = ?", {entity_type_code}))
        .value_or("0");
}

} // namespace datasync::schema
