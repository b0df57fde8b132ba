// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether the folders of files are what they have to be, before a run begins.
#pragma once

#include "datasync/media.hpp"

namespace datasync::media {

/// Throws UsageError when options are missing or contradict each other, or when a folder cannot be
/// used or is not the media folder. Asks no web server.
void check(const MediaOptions& options);

} // namespace datasync::media
