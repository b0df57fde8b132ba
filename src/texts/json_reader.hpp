// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Reads JSON into the nodes of a tree, and the texts in it without their escapes.
#pragma once

#include "texts/serialized_tree.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::texts {

/// False for a byte order mark and zero bytes, which the library takes and PHP does not.
bool may_be_json(std::string_view text);

/// Appends the nodes of the text; false when it is not JSON.
bool read_json(std::string_view text, std::vector<SerializedNode>& nodes);

/// A text that stood in JSON.
struct UnescapedText {
    std::string text;
    /// Where each byte came from, and behind them all where the JSON text ended.
    std::vector<std::uint32_t> origins;
};

/// Resolves the escapes of a text between its quotes in valid JSON. Nothing when a digit is
/// escaped, since a number whose bytes are not its digits could not be exchanged in place.
std::optional<UnescapedText> unescape_json(std::string_view content);

} // namespace datasync::texts
