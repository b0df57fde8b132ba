// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Customers with their addresses and all their attributes.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of customers.
std::unique_ptr<EntityHandler> make_customer();

} // namespace datasync::entities
