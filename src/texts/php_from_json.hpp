// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Turns JSON into PHP's own format, for shops that read nothing else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace datasync::texts {

/// What PHP would write for serialize(json_decode($json, true)); nothing when the text is not JSON
/// or PHP could not read it. Where the options of an ordered product hold JSON in a string, that
/// becomes PHP's format too.
std::optional<std::string> php_from_json(std::string_view json);

} // namespace datasync::texts
