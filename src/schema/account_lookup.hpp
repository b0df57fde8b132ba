// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Finds customers of a shop by what others know of them.
#pragma once

#include "schema/shop.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace datasync::schema {

/// A customer, as orders copy it.
struct Account {
    std::uint32_t id = 0;
    std::uint32_t website_id = 0;
    std::string group_id;
    std::string email;
    std::string firstname;
    std::string lastname;
};

/// Looks customers up through one connection, many at a time.
class AccountLookup {
public:
    explicit AccountLookup(const Shop& shop);

    /// Forgets what it knows, and reads the customers with these ids and with these email
    /// addresses.
    void load(std::span<const std::uint32_t> ids, std::span<const std::string> emails);

    /// Nothing for one that the shop does not have.
    const Account* by_id(std::uint32_t id) const;
    /// The customer of that address who may buy in that website; nothing where there are none or
    /// several.
    const Account* by_email(std::string_view email, std::uint32_t website_id) const;

private:
    void read(const std::string& condition);

    const Shop& m_shop;
    bool m_shares_accounts = false; ///< Whether all websites have the same customers.
    std::unordered_map<std::uint32_t, Account> m_accounts;
    std::unordered_multimap<std::string, std::uint32_t> m_by_email; ///< In lower case.
};

} // namespace datasync::schema
