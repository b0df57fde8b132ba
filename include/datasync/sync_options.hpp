// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Everything one `sync` run is asked to do, after the command line has been read.
#pragma once

#include "datasync/media.hpp"
#include "datasync/policy.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace datasync {

/// Which records of the source take part. Empty members do not filter.
struct Filter {
    std::vector<std::uint32_t> entity_ids; ///< Source ids.
    std::vector<std::string> increment_ids;
    std::string date_from;   ///< YYYY-MM-DD, first day of the modification date.
    std::string date_to;     ///< YYYY-MM-DD, last day.
    std::uint64_t limit = 0; ///< At most so many records; 0: all.
};

/// Words given for codes that differ: {"german", "de"} reads "source german is destination de".
using CodeMap = std::vector<std::pair<std::string, std::string>>;

/// A file as a source.
struct FileOptions {
    std::string path;          ///< "-": standard input.
    std::string shown_as = {}; ///< What messages call it; empty: its path.
    char delimiter = ',';
    std::string encoding = "utf-8"; ///< One of those that files::encoding() knows.
    bool ignores_unknown_columns = false;
    bool links_configurables = false; ///< Of products: simples belong to the configurable above.
};

/// One run of one entity type.
struct SyncOptions {
    std::string entity;
    std::string source_system;
    OnDuplicate on_duplicate = OnDuplicate::error;
    bool dry_run = false;
    bool skip_invalid = false;
    bool create_attributes = true;
    /// Whether a store or website without counterpart fails the records in it; else it ends the
    /// run.
    bool unmapped_scope_fails_record = false;
    StockMode stock = StockMode::include;            ///< Only products look at it.
    OptionsMode options_mode = OptionsMode::replace; ///< Likewise.
    Filter filter;
    MediaOptions media;              ///< Of the files that records name.
    std::optional<FileOptions> file; ///< In place of a source database.
    CodeMap store_map;
    CodeMap website_map;
    std::string increment_prefix; ///< Put before the number of every document.
    std::string increment_suffix; ///< Put after it.
    unsigned batch_size = 0;      ///< Records per transaction; 0: the entity type's own default.
    unsigned jobs = 2;            ///< Writers side by side.
    unsigned max_runtime_s = 0;   ///< 0: no limit.
    bool use_load_data = true; ///< Whether LOAD DATA LOCAL may be used where the server allows it.
    std::string command_line;  ///< For the run log and the lock file; secrets already removed.
};

} // namespace datasync
