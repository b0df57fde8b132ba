// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Checks a file without any database: whatever a load would refuse without one.
#pragma once

#include "datasync/sync_options.hpp"
#include "files/file_fault.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::formats {

/// What a file holds.
struct LintResult {
    std::string file;
    std::uint64_t records = 0;
    std::uint64_t faults = 0;
    std::vector<std::string> ignored_columns;
    bool is_whole = true; ///< Whether it could be read to its end.
};

/// Reads the file of an entity type and calls `on_fault` for everything that is wrong with it, in
/// the order of the lines, records that are there twice last. Throws UsageError for an entity type
/// that is not read from files and for a file that cannot be opened.
LintResult lint(std::string_view entity, const FileOptions& options,
                const std::function<void(const files::FileFault&)>& on_fault);

} // namespace datasync::formats
