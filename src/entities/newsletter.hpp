// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Newsletter subscribers: one per email and store.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of newsletter subscribers.
std::unique_ptr<EntityHandler> make_newsletter();

} // namespace datasync::entities
