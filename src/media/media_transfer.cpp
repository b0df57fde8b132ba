// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/media_transfer.hpp"

#include "media/http_fetcher.hpp"
#include "media/local_copier.hpp"
#include "media/media_path.hpp"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace datasync::media {

MediaTransfer::MediaTransfer(const MediaOptions& options, const std::atomic<bool>& stop)
    : m_options(options), m_stop(stop), m_destination(options.media_path)
{
    try {
        start();
    } catch (...) {
        m_stop.abandon(); // Threads that run already would wait for ever.
        throw;
    }
}

void MediaTransfer::start()
{
    if (m_options.base_path.empty()) {
        m_threads.push_back(std::async(
            std::launch::async,
            [this, fetcher = std::make_unique<HttpFetcher>(m_options, m_destination, m_stop)] {
                fetcher->run(m_wanted, m_tally);
            }));
        return;
    }
    // The threads share one copier; the last of them destroys it.
    const auto copier = std::make_shared<const LocalCopier>(m_options, m_destination, m_stop);
    for (unsigned i = 0; i < std::max(1U, m_options.copiers); ++i) {
        m_threads.push_back(
            std::async(std::launch::async, [this, copier] { copier->run(m_wanted, m_tally); }));
    }
}

MediaTransfer::~MediaTransfer()
{
    m_stop.abandon();
    m_wanted.finish();
    m_threads.clear(); // A future of std::async waits for its thread.
}

void MediaTransfer::want(std::string_view path)
{
    CheckedPath checked = checked_path(path);
    if (!m_seen.add(checked.path)) { return; }
    if (checked.problem.empty()) {
        m_wanted.push(std::move(checked.path));
    } else {
        m_tally.add(checked.path, failed(std::move(checked.problem)));
    }
}

MediaReport MediaTransfer::finish(const std::function<void(const MediaReport&)>& heard)
{
    m_wanted.finish();
    for (auto& thread : m_threads) {
        while (thread.wait_for(std::chrono::seconds(1)) == std::future_status::timeout) {
            if (heard) { heard(m_tally.report()); }
        }
    }
    for (auto& thread : m_threads) { thread.get(); }
    m_tally.add_left(m_wanted.size());
    return m_tally.report();
}

} // namespace datasync::media
