// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Attributes of products: definition, labels, options, places in attribute sets.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of attributes of products.
std::unique_ptr<EntityHandler> make_productattribute();

} // namespace datasync::entities
