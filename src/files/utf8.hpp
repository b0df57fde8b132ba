// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Checks much text at once for what may not be in it.
#pragma once

#include <cstddef>
#include <string_view>

namespace datasync::files {

/// How many bytes at the beginning are ASCII other than zero bytes.
std::size_t ascii_length(std::string_view text);

/// How many bytes at the beginning are whole characters of valid UTF-8 other than zero bytes.
std::size_t valid_utf8_length(std::string_view text);

} // namespace datasync::files
