// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// State and status of an order: each follows from the other.
#pragma once

#include "adapters/csv/record_fields.hpp"
#include "schema/order_statuses.hpp"

namespace datasync::adapters {

/// A file that says one of them says both.
class OrderState {
public:
    OrderState(formats::Shape& shape, const schema::Shop& shop);
    /// Refuses a status that the shop does not have.
    void complete(formats::FileRecord& record, Arena& arena) const;

private:
    schema::OrderStatuses m_statuses;
    std::size_t m_state = 0;
    std::size_t m_status = 0;
};

} // namespace datasync::adapters
