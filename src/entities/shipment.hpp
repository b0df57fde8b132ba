// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Shipments: items, comments, tracks.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>

namespace datasync::entities {

/// The handler of shipments.
std::unique_ptr<EntityHandler> make_shipment();

} // namespace datasync::entities
