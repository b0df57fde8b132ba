// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Brings files from a folder on this machine.
#pragma once

#include "datasync/media.hpp"
#include "media/destination.hpp"
#include "media/new_file.hpp"
#include "media/path_queue.hpp"
#include "media/stop_sign.hpp"
#include "media/tally.hpp"
#include "util/file_handle.hpp"

#include <string>
#include <vector>

namespace datasync::media {

/// Copies from the source's media folder. Several threads may be in run() at the same time.
class LocalCopier {
public:
    /// Throws UsageError when the folder cannot be opened. All arguments outlive this.
    LocalCopier(const MediaOptions& options, const Destination& destination, const StopSign& stop);

    /// Copies what is wanted until nothing more will come.
    void run(PathQueue& wanted, Tally& tally) const;

private:
    using Buffer = std::vector<char>;

    FileEnd bring(const std::string& path, Buffer& buffer) const;
    FileEnd copy(const std::string& path, Buffer& buffer) const;

    const MediaOptions& m_options;
    const Destination& m_destination;
    const StopSign& m_stop;
    util::FileHandle m_base;
};

} // namespace datasync::media
