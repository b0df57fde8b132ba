// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Rows of a table as a JSON array of objects.
#pragma once

#include "exports/piece.hpp"
#include "formats/list_cell.hpp"

#include <span>

namespace datasync::exports {

/// Appends `"sku":"ABC"` with what must stand in front of it. Numbers stay as the shop writes them.
void append_member(std::string& object, const formats::ListField& field, std::string_view text);

/// The same of a value that is JSON already.
void append_raw(std::string& object, std::string_view name, std::string_view value);

/// The same for NULL.
void append_null(std::string& object, std::string_view name);

/// What is wrong with a value of a list's field, in words that follow it; nothing: it may stand
/// there.
std::optional<std::string> member_fault(const formats::ListField& field, std::string_view text);

} // namespace datasync::exports
