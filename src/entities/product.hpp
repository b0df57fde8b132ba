// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Products of every type with all that hangs below them.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of products.
std::unique_ptr<EntityHandler> make_product();

} // namespace datasync::entities
