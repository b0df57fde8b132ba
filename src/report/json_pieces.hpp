// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Pieces of the JSON documents, which doc/json-report.md describes.
#pragma once

#include "datasync/sync_result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace datasync::report {

/// Version of the documents; raised when a key changes its meaning or goes away.
inline constexpr int k_json_format_version = 1;

/// A JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

/// A list of strings.
std::string list_json(const std::vector<std::string>& texts);

/// A record's end, without braces around it, so that keys may come before it.
std::string record_keys(const RecordEvent& event);

/// The same of a record that is gone from the source.
std::string record_keys(const RemovalEvent& event);

/// Numbers of records of an entity type.
std::string summary_json(const SyncResult& result);

/// What became of references: `open`, `delivered`, `lost`.
std::string references_json(const SyncResult& result);

/// Numbers of files; null where none were to be brought.
std::string files_json(const std::optional<MediaReport>& files);

} // namespace datasync::report
