// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What a user has said of a file, in the words of those who read it.
#pragma once

#include "datasync/sync_options.hpp"
#include "files/csv_reader.hpp"
#include "formats/entity_format.hpp"

#include <memory>
#include <string_view>

namespace datasync::formats {

/// The format of an entity type. Throws UsageError for one that is not read from files.
std::unique_ptr<EntityFormat> open_format(std::string_view entity);

/// How the file is to be read.
files::CsvOptions csv_options(const FileOptions& options);

} // namespace datasync::formats
