// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of products.
#pragma once

#include "formats/entity_format.hpp"

#include <memory>

namespace datasync::formats {

std::unique_ptr<EntityFormat> make_product_format();

} // namespace datasync::formats
