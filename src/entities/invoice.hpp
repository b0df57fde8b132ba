// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Invoices: items, comments.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of invoices.
std::unique_ptr<EntityHandler> make_invoice();

} // namespace datasync::entities
