// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// What is written from a shop into a file, and what came of it.
#pragma once

#include "datasync/sync_options.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace datasync {

/// What an export is asked to do.
struct ExportOptions {
    std::string entity;
    std::string path;      ///< "-": standard output.
    bool replaces = false; ///< Whether a file that is there already may be replaced.
    char delimiter = ',';
    bool with_ids = false; ///< Whether ids of this shop stand beside natural keys.
    Filter filter;
};

/// What has become of it.
struct ExportResult {
    std::string file;           ///< As messages call it.
    std::uint64_t records = 0;  ///< That stand in the file.
    std::uint64_t left_out = 0; ///< That no file can hold.
    std::uint64_t alike = 0;    ///< Of those in the file, how many it cannot tell from others.
    std::vector<std::string> warnings; ///< What is lost, and which records that concerns.
    bool stopped_early = false;        ///< A signal came; there is no file then.
};

} // namespace datasync
