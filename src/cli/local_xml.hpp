// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The database settings of a shop, from its app/etc/local.xml.
#pragma once

#include "cli/connection_keys.hpp"

#include <filesystem>
#include <string>

namespace datasync::cli {

/// Reads the default connection out of the text of a local.xml. Throws UsageError when it has
/// none, or one of a kind of database that is neither MySQL nor MariaDB.
LayerValues parse_local_xml(const std::string& text, const std::string& file_name);

/// Reads a file. Throws UsageError when it cannot be read.
LayerValues read_local_xml(const std::filesystem::path& path);

} // namespace datasync::cli
