// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Who has ordered: a customer of the shop, or a guest.
#pragma once

#include "adapters/csv/completion.hpp"
#include "adapters/csv/record_fields.hpp"
#include "schema/account_lookup.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace datasync::adapters {

/// First and last name.
struct PersonName {
    std::string_view first;
    std::string_view last;
};

/// Finds the customer by the source's own id, else by email among those of the order's website.
/// Whoever is neither is a guest.
class OrderBuyer {
public:
    OrderBuyer(formats::Shape& shape, const CompletionTools& tools);

    /// Reads the customers that a batch names.
    void look_up(std::span<const formats::FileRecord> records);
    /// Says who it was; returns the customer, or nothing for a guest.
    const schema::Account* complete(formats::FileRecord& record, std::uint32_t website,
                                    Arena& arena) const;
    /// The name in which the order is as long as its addresses say no other.
    PersonName names(const formats::FileRecord& record, const schema::Account* account) const;
    /// Says the name and, of a customer, the email address.
    void complete_names(formats::FileRecord& record, const schema::Account* account,
                        const PersonName& billing, Arena& arena) const;

private:
    const schema::Account* find(const formats::FileRecord& record, std::uint32_t website) const;

    const KnownTargets& m_known;
    schema::AccountLookup m_accounts;
    bool m_says_who;        ///< Whether the file names customers by id.
    std::size_t m_customer; ///< Fields.
    std::size_t m_is_guest;
    std::size_t m_group;
    std::size_t m_email;
    std::size_t m_firstname;
    std::size_t m_lastname;
    std::unordered_map<std::uint32_t, std::uint32_t> m_targets; ///< By the source's id.
};

} // namespace datasync::adapters
