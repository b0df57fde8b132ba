// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// SIGINT and SIGTERM as a wish to stop.
#pragma once

#include <atomic>

namespace datasync::util {

/// From now on the first SIGINT or SIGTERM sets the returned flag; a second one ends the process
/// the way the system does.
const std::atomic<bool>& install_stop_signals();

} // namespace datasync::util
