// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The stock of products, without the products.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of the stock of products.
std::unique_ptr<EntityHandler> make_stock();

} // namespace datasync::entities
