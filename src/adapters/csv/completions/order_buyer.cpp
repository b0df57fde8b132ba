// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/order_buyer.hpp"

#include <algorithm>

namespace datasync::adapters {

using formats::Value;

namespace {

constexpr std::string_view k_no_account_group = "0";

} // namespace

OrderBuyer::OrderBuyer(formats::Shape& shape, const CompletionTools& tools)
    : m_known(tools.known), m_accounts(tools.shop), m_says_who(shape.has(0, "customer_id"))
{
    const auto follows = m_says_who ? DefaultFor::all_records : DefaultFor::new_records;
    m_customer = field_of(shape, 0, "customer_id", follows);
    m_is_guest = field_of(shape, 0, "customer_is_guest", follows);
    m_group = field_of(shape, 0, "customer_group_id", DefaultFor::new_records);
    m_email = field_of(shape, 0, "customer_email", DefaultFor::new_records);
    m_firstname = field_of(shape, 0, "customer_firstname", DefaultFor::new_records);
    m_lastname = field_of(shape, 0, "customer_lastname", DefaultFor::new_records);
}

void OrderBuyer::look_up(std::span<const formats::FileRecord> records)
{
    std::vector<std::uint32_t> sources;
    std::vector<std::string> emails;
    for (const auto& record : records) {
        const auto id = parse_id(text_of(record, 0, m_customer));
        if (id != 0) { sources.push_back(id); }
        const auto email = text_of(record, 0, m_email);
        if (!email.empty()) { emails.emplace_back(email); }
    }
    const auto targets = m_known("customer", sources);
    std::vector<std::uint32_t> ids;
    m_targets.clear();
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (targets[i] == 0) { continue; }
        m_targets.emplace(sources[i], targets[i]);
        ids.push_back(targets[i]);
    }
    m_accounts.load(ids, emails);
}

const schema::Account* OrderBuyer::find(const formats::FileRecord& record,
                                        std::uint32_t website) const
{
    const auto known = m_targets.find(parse_id(text_of(record, 0, m_customer)));
    const auto* account = known == m_targets.end() ? nullptr : m_accounts.by_id(known->second);
    const auto email = text_of(record, 0, m_email);
    // Who has an account may have bought without it.
    const bool is_guest = text_of(record, 0, m_is_guest) == "1";
    return account != nullptr || email.empty() || is_guest ? account
                                                           : m_accounts.by_email(email, website);
}

const schema::Account* OrderBuyer::complete(formats::FileRecord& record, std::uint32_t website,
                                            Arena& arena) const
{
    const auto* account = find(record, website);
    // An id that leads nowhere stays, so that the run says so.
    if (account != nullptr) { record.set(0, m_customer, target_id(account->id, arena)); }
    fill(record, 0, m_is_guest, Value::of(account == nullptr ? "1" : "0"));
    fill(record, 0, m_group,
         Value::known_as(account == nullptr ? k_no_account_group
                                            : stored(account->group_id, arena)));
    return account;
}

PersonName OrderBuyer::names(const formats::FileRecord& record,
                             const schema::Account* account) const
{
    PersonName names{text_of(record, 0, m_firstname), text_of(record, 0, m_lastname)};
    if (names.first.empty() && names.last.empty() && account != nullptr) {
        names = {account->firstname, account->lastname};
    }
    return names;
}

void OrderBuyer::complete_names(formats::FileRecord& record, const schema::Account* account,
                                const PersonName& billing, Arena& arena) const
{
    auto whose = names(record, account);
    if (whose.first.empty() && whose.last.empty()) { whose = billing; }
    fill(record, 0, m_firstname, value_of(whose.first, arena));
    fill(record, 0, m_lastname, value_of(whose.last, arena));
    if (account != nullptr) { fill(record, 0, m_email, value_of(account->email, arena)); }
}

} // namespace datasync::adapters
