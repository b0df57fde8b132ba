// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Categories: the tree, their attributes and their products.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of categories.
std::unique_ptr<EntityHandler> make_category();

} // namespace datasync::entities
