// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/customer_groups.hpp"

#include "db/sql_text.hpp"

namespace datasync::schema {

namespace {

constexpr std::string_view k_group_path = "customer/create_account/default_group";
/// "General" in every shop that has been installed and not changed.
constexpr std::string_view k_general_group = "1";

} // namespace

std::string default_group(const Shop& shop)
{
    const auto configured = shop.config(k_group_path);
    const auto wanted = configured.empty() ? std::string(k_general_group) : configured;
    // Where that one is gone, the first that is for people who have an account.
    return shop.connection()
        .value("SELECT customer_group_id FROM " + shop.quoted_table("customer_group") +
               db::bind(" WHERE customer_group_id <> 0 ORDER BY customer_group_id <> ?, "
                        "customer_group_id LIMIT 1",
                        {wanted}))
        .value_or("0");
}

std::string default_tax_class(const Shop& shop)
{
    return shop.connection()
        .value("SELECT tax_class_id FROM " + shop.quoted_table("customer_group") +
               db::bind(" WHERE customer_group_id = ?", {default_group(shop)}))
        .value_or("0");
}

} // namespace datasync::schema
