// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/attribute_defaults.hpp"

#include "db/sql_text.hpp"

#include <fmt/format.h>

namespace datasync::schema {

std::vector<AttributeDefault> attribute_defaults(const Shop& shop,
                                                 std::string_view entity_type_code)
{
    std::vector<AttributeDefault> defaults;
    shop.connection().query(
        fmt::format("SELECT a.attribute_code, a.default_value FROM {} a JOIN {} t ON "
                    "t.entity_type_id = a.entity_type_id WHERE a.backend_type <> 'static' AND "
                    "a.default_value <> ''{} ORDER BY a.attribute_id",
                    shop.quoted_table("eav_attribute"), shop.quoted_table("eav_entity_type"),
                    db::bind(" AND t.entity_type_code = ?", {entity_type_code})),
        [&](const db::RowView& row) {
            defaults.push_back({row.string(0), row.string(1)});
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
