// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of shipments with their tracking numbers.
#pragma once

#include "formats/entity_format.hpp"

#include <memory>

namespace datasync::formats {

std::unique_ptr<EntityFormat> make_shipment_format();

} // namespace datasync::formats
