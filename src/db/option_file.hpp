// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// MySQL option files ("my.cnf"): groups of keys and values.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace datasync::db {

/// Values by group and key; keys have underscores where the file has dashes. A key that stands
/// alone has an empty value, and of a key given twice the last one counts.
using OptionFile = std::map<std::string, std::map<std::string, std::string>>;

/// Reads an option file. Throws UsageError with file and line when it cannot be read or holds what
/// an option file does not, and for !include and !includedir, which are not followed.
OptionFile read_option_file(const std::filesystem::path& path);

} // namespace datasync::db
