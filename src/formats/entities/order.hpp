// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of orders with their addresses, items and payment.
#pragma once

#include "formats/entity_format.hpp"

#include <memory>

namespace datasync::formats {

std::unique_ptr<EntityFormat> make_order_format();

} // namespace datasync::formats
