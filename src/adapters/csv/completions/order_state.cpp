// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/completions/order_state.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace datasync::adapters {

namespace {

constexpr std::string_view k_new = "new";
constexpr std::string_view k_pending = "pending";

} // namespace

OrderState::OrderState(formats::Shape& shape, const schema::Shop& shop) : m_statuses(shop)
{
    const bool is_in_file = shape.has(0, "state") || shape.has(0, "status");
    const auto added_for = is_in_file ? DefaultFor::all_records : DefaultFor::new_records;
    m_state = field_of(shape, 0, "state", added_for);
    m_status = field_of(shape, 0, "status", added_for);
}

void OrderState::complete(formats::FileRecord& record, Arena& arena) const
{
    const auto status = text_of(record, 0, m_status);
    const auto state = text_of(record, 0, m_state);
    if (!status.empty() && !m_statuses.has(status)) {
        record.refusals.push_back({m_status, std::string(status),
                                   fmt::format("is no order status of the destination; it has: {}",
                                               fmt::join(m_statuses.names(), ", "))});
        return;
    }
    if (!status.empty() && state.empty()) {
        const auto known = m_statuses.state_of(status);
        if (!known) {
            record.refusals.push_back({m_status, std::string(status),
                                       "belongs to no state: the file needs the column state"});
            return;
        }
        record.set(0, m_state, value_of(*known, arena));
    } else if (status.empty() && state.empty()) {
        fill(record, 0, m_state, formats::Value::of(k_new));
        fill(record, 0, m_status,
             value_of(m_statuses.status_of(k_new).value_or(std::string(k_pending)), arena));
    } else if (status.empty()) {
        record.set(0, m_status,
                   value_of(m_statuses.status_of(state).value_or(std::string(state)), arena));
    }
}

} // namespace datasync::adapters
