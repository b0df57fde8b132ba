// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads what PHP's serialize() writes into the nodes of a tree.
#pragma once

#include "texts/serialized_tree.hpp"

#include <string_view>
#include <vector>

namespace datasync::texts {

/// Whether a text begins as a PHP-serialized one does; no JSON does.
bool looks_php_serialized(std::string_view text);

/// Appends the nodes of the text; false when it is not PHP-serialized to the last byte. Lengths
/// have to be exact and without leading zeros, as PHP writes them.
bool read_php(std::string_view text, std::vector<SerializedNode>& nodes);

} // namespace datasync::texts
