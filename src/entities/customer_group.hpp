// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Customer groups: recognised by code.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of customer groups.
std::unique_ptr<EntityHandler> make_customer_group();

} // namespace datasync::entities
