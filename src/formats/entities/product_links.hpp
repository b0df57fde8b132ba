// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What files of products say of the products they lead to or consist of.
#pragma once

#include "formats/entity_format.hpp"

#include <memory>

namespace datasync::formats {

std::unique_ptr<EntityFormat> make_product_links_format();

} // namespace datasync::formats
