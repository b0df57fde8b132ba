// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The entity types this program knows; the bodies are generated from src/entities by CMake.
#pragma once

#include "datasync/entity_handler.hpp"

#include <memory>
#include <string>
#include <vector>

namespace datasync::engine {

/// A new handler of every entity type, sorted by file name.
std::vector<std::unique_ptr<EntityHandler>> make_entity_handlers();

/// The names of the entity types, as they are given on the command line, sorted.
std::vector<std::string> built_entities();

} // namespace datasync::engine
