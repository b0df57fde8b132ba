// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether a cell holds what its column may hold, and what the shop's database would store.
#pragma once

#include "formats/column.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace datasync::formats {

/// How a cell says that its value is an empty text, and not that there is none.
inline constexpr std::string_view k_empty_text = "\\E";

/// Turns `text`, which is not empty, into what is stored. Returns what is wrong with it, in words
/// that follow the value ("is not a number"), or nothing. `text` afterwards lies where it lay or in
/// `room`.
std::optional<std::string> check_cell(CellKind kind, std::string_view& text, std::string& room);

/// Whether a text is a number as `decimal` takes it.
bool is_decimal(std::string_view text);

} // namespace datasync::formats
