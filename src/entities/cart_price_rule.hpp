// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Cart price rules: scopes, labels, coupons and their usage.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of cart price rules.
std::unique_ptr<EntityHandler> make_cart_price_rule();

} // namespace datasync::entities
