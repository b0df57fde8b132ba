// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The files that records name (images, downloads): where they come from, where they go, and what
// became of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace datasync {

/// The media folders of both shops. At most one of `base_path` and `base_url` is set.
struct MediaOptions {
    std::string base_path = {};  ///< Media folder of the source, on this machine.
    std::string base_url = {};   ///< The same folder over HTTP or HTTPS.
    std::string media_path = {}; ///< Media folder of the destination.
    bool force = false;          ///< Bring each file even if it is there and unchanged.
    bool dry_run = false;        ///< Look at everything, write nothing.

    unsigned copiers = 2;              ///< Threads that copy from `base_path`.
    unsigned connections = 8;          ///< Files on their way from `base_url` at the same time.
    unsigned connect_timeout_s = 10;   ///< How long a server may take to let us in.
    unsigned stall_timeout_s = 30;     ///< How long it may send next to nothing.
    unsigned first_pause_ms = 1000;    ///< Before the first new attempt; doubles with each further.
    unsigned give_up_after_files = 50; ///< So many failures in a row are the server's, not theirs.

    /// Whether files are brought at all.
    bool is_enabled() const { return !base_path.empty() || !base_url.empty(); }
};

/// A file that did not come, and why.
struct MediaProblem {
    std::string path; ///< Below the media folder; bytes as the records have them.
    std::string reason;
};

/// At most so many missing files are named, and as many failed ones.
inline constexpr std::size_t k_most_media_problems = 100;

/// What became of the files that records named. Each file counts once, however many name it.
struct MediaReport {
    std::uint64_t copied = 0;    ///< Or would be, in a dry run.
    std::uint64_t unchanged = 0; ///< Were there already.
    std::uint64_t missing = 0;   ///< The source does not have them.
    std::uint64_t failed = 0;
    std::uint64_t left = 0;                  ///< Their turn had not come when the run was stopped.
    std::uint64_t bytes = 0;                 ///< Of the copied files.
    std::vector<MediaProblem> missing_files; ///< The first ones, by path.
    std::vector<MediaProblem> failed_files;  ///< The first ones, by path.

    std::uint64_t wanted() const { return copied + unchanged + missing + failed + left; }
};

} // namespace datasync
