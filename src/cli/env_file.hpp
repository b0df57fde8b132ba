// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of KEY=VALUE lines, such as .env.local.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace datasync::cli {

/// Keys and values of such a file; the last of equal keys counts.
using EnvFile = std::map<std::string, std::string, std::less<>>;

/// Reads the text of a file. Lines hold KEY=VALUE, perhaps after `export`; values may stand in
/// single quotes (as they are) or double quotes (with \n, \t, \", \\, \$), `#` begins a comment.
/// Throws UsageError naming file and line, never the value, which may be a password.
EnvFile parse_env(std::string_view text, const std::string& file_name);

/// Reads a file. Throws UsageError when it cannot be read.
EnvFile read_env_file(const std::filesystem::path& path);

} // namespace datasync::cli
