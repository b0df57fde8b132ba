// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Hands the paths of wanted files to those who bring them.
#pragma once

#include "media/overflow_file.hpp"
#include "media/stop_sign.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

namespace datasync::media {

/// A queue that takes any number of checked paths at once: so many stay in memory, the others wait
/// on the disk. So the writers of records, who hold locks in the shop's database, never wait for a
/// slow web server. Used by several threads; the order is none in particular.
class PathQueue {
public:
    explicit PathQueue(const StopSign& stop, std::size_t most_in_memory = 4096);

    /// Adds a path; it does not wait.
    void push(std::string path);
    /// No more paths will be pushed.
    void finish();

    /// The next path, as soon as there is one; nothing after the last, or when stopped.
    std::optional<std::string> pop();
    /// The next path if there is one now.
    std::optional<std::string> try_pop();

    /// Paths that nobody has taken yet.
    std::uint64_t size() const;
    /// How many of them lie in memory one by one.
    std::size_t in_memory() const;

private:
    std::optional<std::string> take_one();

    const StopSign& m_stop;
    std::size_t m_most_in_memory;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::string> m_paths;
    OverflowFile m_overflow;
    bool m_finished = false;
};

} // namespace datasync::media
