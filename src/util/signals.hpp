// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// SIGINT and SIGTERM as a wish to stop.
#pragma once

#include <atomic>
#include <chrono>

namespace datasync::util {

/// From now on the first SIGINT or SIGTERM sets the returned flag; a second one ends the process
/// the way the system does.
const std::atomic<bool>& install_stop_signals();

/// Sleeps for that long, or until `stop` is set: a signal ends the sleep at once.
void sleep_unless(const std::atomic<bool>& stop, std::chrono::milliseconds length);

} // namespace datasync::util
