// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/account_lookup.hpp"

#include "db/sql_text.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

namespace datasync::schema {

namespace {

constexpr std::string_view k_share_path = "customer/account_share/scope";
constexpr std::string_view k_global = "0";

/// The value of an attribute of customer `c`, as a column.
std::string value_of(const Shop& shop, std::string_view code)
{
    return fmt::format(
        "(SELECT v.value FROM {} v JOIN {} a ON a.attribute_id = v.attribute_id JOIN {} t ON "
        "t.entity_type_id = a.entity_type_id WHERE v.entity_id = c.entity_id AND "
        "a.attribute_code = {} AND t.entity_type_code = 'customer')",
        shop.quoted_table("customer_entity_varchar"), shop.quoted_table("eav_attribute"),
        shop.quoted_table("eav_entity_type"), db::literal(code));
}

} // namespace

AccountLookup::AccountLookup(const Shop& shop)
    : m_shop(shop), m_shares_accounts(shop.config(k_share_path) == k_global)
{
}

void AccountLookup::load(std::span<const std::uint32_t> ids, std::span<const std::string> emails)
{
    m_accounts.clear();
    m_by_email.clear();
    if (!ids.empty()) { read(fmt::format("c.entity_id IN ({})", db::id_list(ids))); }
    if (!emails.empty()) { read(fmt::format("c.email IN ({})", db::literal_list(emails))); }
}

void AccountLookup::read(const std::string& condition)
{
    m_shop.connection().query(
        fmt::format("SELECT c.entity_id, c.website_id, c.group_id, c.email, {}, {} FROM {} c "
                    "WHERE {} ORDER BY c.entity_id",
                    value_of(m_shop, "firstname"), value_of(m_shop, "lastname"),
                    m_shop.quoted_table("customer_entity"), condition),
        [&](const db::RowView& row) {
            const auto [entry, is_new] = m_accounts.try_emplace(row.id(0));
            if (!is_new) { return; }
            entry->second = {row.id(0),     row.id(1),     row.string(2),
                             row.string(3), row.string(4), row.string(5)};
            m_by_email.emplace(util::to_lower(row.text(3)), row.id(0));
        });
}

const Account* AccountLookup::by_id(std::uint32_t id) const
{
    const auto found = m_accounts.find(id);
    return found == m_accounts.end() ? nullptr : &found->second;
}

const Account* AccountLookup::by_email(std::string_view email, std::uint32_t website_id) const
{
    const Account* match = nullptr;
    const auto [begin, end] = m_by_email.equal_range(util::to_lower(email));
    for (auto entry = begin; entry != end; ++entry) {
        const auto& account = m_accounts.at(entry->second);
        if (!m_shares_accounts && account.website_id != website_id) { continue; }
        if (match != nullptr) { return nullptr; }
        match = &account;
    }
    return match;
}

} // namespace datasync::schema
