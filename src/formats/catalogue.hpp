// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// All formats; the body is generated from the files of src/formats/entities.
#pragma once

#include "formats/entity_format.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// The format of an entity type; nothing when it is not read from files.
std::unique_ptr<EntityFormat> make_format(std::string_view entity);

/// The entity types that have one, in alphabetical order.
std::vector<std::string> entities_with_format();

} // namespace datasync::formats
