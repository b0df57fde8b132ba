// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Attribute sets of products: their groups and which attributes stand in them.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of attribute sets.
std::unique_ptr<EntityHandler> make_attribute_set();

} // namespace datasync::entities
