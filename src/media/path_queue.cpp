// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/path_queue.hpp"

#include <chrono>
#include <utility>

namespace datasync::media {

PathQueue::PathQueue(const StopSign& stop, std::size_t most_in_memory)
    : m_stop(stop), m_most_in_memory(most_in_memory)
{
}

void PathQueue::push(std::string path)
{
    const std::lock_guard lock(m_mutex);
    if (m_paths.size() < m_most_in_memory) {
        m_paths.push_back(std::move(path));
    } else {
        m_overflow.append(path);
    }
    m_changed.notify_one();
}

void PathQueue::finish()
{
    const std::lock_guard lock(m_mutex);
    m_finished = true;
    m_changed.notify_all();
}

std::optional<std::string> PathQueue::pop()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop.is_set()) {
        if (auto path = take_one()) { return path; }
        if (m_finished) { return std::nullopt; }
        // A signal sets the sign without a word to us, so we look for it.
        m_changed.wait_for(lock, std::chrono::milliseconds(100));
    }
    return std::nullopt;
}

std::optional<std::string> PathQueue::try_pop()
{
    const std::lock_guard lock(m_mutex);
    return take_one();
}

std::optional<std::string> PathQueue::take_one()
{
    if (m_paths.empty() && !m_overflow.take(m_paths)) { return std::nullopt; }
    std::string path = std::move(m_paths.front());
    m_paths.pop_front();
    return path;
}

std::uint64_t PathQueue::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_paths.size() + m_overflow.count();
}

std::size_t PathQueue::in_memory() const
{
    const std::lock_guard lock(m_mutex);
    return m_paths.size();
}

} // namespace datasync::media
