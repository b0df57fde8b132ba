// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What files of products say of the products they belong to.
#pragma once

#include "formats/entity_format.hpp"

#include <memory>

namespace datasync::formats {

std::unique_ptr<EntityFormat> make_product_parents_format();

} // namespace datasync::formats
