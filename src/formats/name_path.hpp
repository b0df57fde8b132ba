// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Paths of names, "Furniture/Chairs": a slash within a name is written as "\/".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// A path's names, trimmed, from the top down. Empty where one of them is.
struct NamePath {
    bool is_absolute = false; ///< Begins with a slash: the first name is a root category's.
    std::vector<std::string> names;
};

/// Reads a path.
NamePath split_path(std::string_view path);

/// The path from the top with these names; empty where no path can hold them.
std::string joined_path(const std::vector<std::string>& names);

} // namespace datasync::formats
