// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "schema/order_statuses.hpp"

#include <algorithm>

namespace datasync::schema {

OrderStatuses::OrderStatuses(const Shop& shop)
{
    shop.connection().query("SELECT status FROM " + shop.quoted_table("sales_order_status") +
                                " ORDER BY status",
                            [&](const db::RowView& row) { m_names.push_back(row.string(0)); });
    shop.connection().query("SELECT status, state FROM " +
                                shop.quoted_table("sales_order_status_state") +
                                " ORDER BY is_default DESC, state, status",
                            [&](const db::RowView& row) {
                                m_states.emplace(row.string(0), row.string(1));
                                m_statuses.emplace(row.string(1), row.string(0));
                            });
}

bool OrderStatuses::has(std::string_view status) const
{
    return std::find(m_names.begin(), m_names.end(), status) != m_names.end();
}

std::optional<std::string> OrderStatuses::state_of(std::string_view status) const
{
    const auto found = m_states.find(status);
    return found == m_states.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> OrderStatuses::status_of(std::string_view state) const
{
    const auto found = m_statuses.find(state);
    return found == m_statuses.end() ? std::nullopt : std::optional(found->second);
}

} // namespace datasync::schema
