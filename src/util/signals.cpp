// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// SIGINT and SIGTERM as a wish to stop.
#include "util/signals.hpp"

#include <algorithm>
#include <csignal>
#include <ctime>

namespace datasync::util {

namespace {

std::atomic<bool> g_stop_requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler must not wait for a lock");

extern "C" void request_stop(int /*signal*/)
{
    g_stop_requested.store(true);
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

} // namespace

const std::atomic<bool>& install_stop_signals()
{
    struct sigaction action = {};
    action.sa_handler = request_stop;
    sigemptyset(&action.sa_mask);
    // Reads from a server go on: the batch in hand is finished first.
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    return g_stop_requested;
}

void sleep_unless(const std::atomic<bool>& stop, std::chrono::milliseconds length)
{
    using Clock = std::chrono::steady_clock;
    using std::chrono::nanoseconds;
    // A signal between the look and the sleep does not end it: so no sleep is longer than this.
    constexpr nanoseconds k_slice = std::chrono::milliseconds(400);
    const auto end = Clock::now() + length;
    while (!stop) {
        const auto left = std::chrono::duration_cast<nanoseconds>(end - Clock::now());
        if (left <= nanoseconds::zero()) { return; }
        const timespec time = {0, static_cast<long>(std::min(left, k_slice).count())};
        ::nanosleep(&time, nullptr);
    }
}

} // namespace datasync::util
