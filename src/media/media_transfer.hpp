// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Brings the files that records name into the destination's media folder while the records are
// written.
#pragma once

#include "datasync/media.hpp"
#include "media/destination.hpp"
#include "media/path_queue.hpp"
#include "media/path_set.hpp"
#include "media/stop_sign.hpp"
#include "media/tally.hpp"

#include <atomic>
#include <functional>
#include <future>
#include <string_view>
#include <vector>

namespace datasync::media {

/// Threads that bring files, and what they are to bring. Nothing about a single file ends a run:
/// what cannot be brought is in the report.
class MediaTransfer {
public:
    /// Starts the threads; `options` have passed check(). Once `stop` is set, no further file is
    /// brought. Throws UsageError when a folder cannot be opened.
    MediaTransfer(const MediaOptions& options, const std::atomic<bool>& stop);
    /// Without finish() before, gives up what is not done yet.
    ~MediaTransfer();
    MediaTransfer(const MediaTransfer&) = delete;
    MediaTransfer& operator=(const MediaTransfer&) = delete;

    /// Asks for a file by its path below the media folder ("catalog/product/a/b/x.jpg"). One that
    /// was asked for before is not looked at again. Does not wait; called by any thread, but not
    /// after finish().
    void want(std::string_view path);

    /// Waits for all files, or for the stop. `heard` is told about once per second how far it is.
    /// Throws what has ended a thread, which no file can. Called once.
    MediaReport finish(const std::function<void(const MediaReport&)>& heard = {});

private:
    void start();

    MediaOptions m_options;
    StopSign m_stop;
    Destination m_destination;
    PathSet m_seen;
    PathQueue m_wanted{m_stop};
    Tally m_tally;
    std::vector<std::future<void>> m_threads;
};

} // namespace datasync::media
