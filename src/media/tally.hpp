// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Counts what becomes of files.
#pragma once

#include "datasync/media.hpp"

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace datasync::media {

/// What became of a file.
enum class FileOutcome { copied, unchanged, missing, failed, left };

/// How a file ended.
struct FileEnd {
    FileOutcome outcome = FileOutcome::unchanged;
    std::string reason = {}; ///< Of a missing or failed one.
    std::uint64_t bytes = 0; ///< Of a copied one.
};

/// Shorter to write, and to read.
FileEnd missing(std::string reason);
FileEnd failed(std::string reason);

/// The report while it grows. Used by several threads.
class Tally {
public:
    void add(std::string_view path, const FileEnd& end);
    /// Counts files that are left, without names.
    void add_left(std::uint64_t files);

    /// What has been counted so far, problems ordered by path.
    MediaReport report() const;

private:
    mutable std::mutex m_mutex;
    MediaReport m_report;
};

} // namespace datasync::media
