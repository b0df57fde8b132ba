// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What products of files belong to, once all have come.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of that part of a product.
std::unique_ptr<EntityHandler> make_product_parents();

} // namespace datasync::entities
