// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a user has said of a file, in the words of those who read it.
#pragma once

#include "datasync/sync_options.hpp"
#include "files/csv_reader.hpp"
#include "formats/entity_format.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// The entity types that have files of their own, in alphabetical order.
std::vector<std::string> entities_from_files();

/// The format of an entity type for such a file. Throws UsageError for one that is not read from
/// files.
std::unique_ptr<EntityFormat> open_format(std::string_view entity, const FileOptions& options);

/// Whether a file has anything for a format that reads it a second time. Throws as open_format()
/// does, and for a file that cannot be opened.
bool has_part(std::string_view entity, const FileOptions& options);

/// How the file is to be read.
files::CsvOptions csv_options(const FileOptions& options);

} // namespace datasync::formats
