// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What columns of single entity types say otherwise than the shop keeps it.
#pragma once

#include <string_view>

namespace datasync::exports {

/// The word that stands in a column for what the shop keeps, or that itself.
std::string_view word_of(std::string_view entity, std::string_view column, std::string_view text);

/// Whether an empty cell would not stay empty: new records get something there.
bool is_completed(std::string_view entity, std::string_view column);

} // namespace datasync::exports
