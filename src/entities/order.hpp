// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Orders: items, addresses, payment, transactions, history, taxes, purchased links, gift messages.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of orders.
std::unique_ptr<EntityHandler> make_order();

} // namespace datasync::entities
