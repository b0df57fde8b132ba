// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reviews of products with their votes.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of reviews of products.
std::unique_ptr<EntityHandler> make_review();

} // namespace datasync::entities
