// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Brings files from a web server, several at the same time.
#pragma once

#include "datasync/media.hpp"
#include "media/destination.hpp"
#include "media/http_transfer.hpp"
#include "media/path_queue.hpp"
#include "media/stop_sign.hpp"
#include "media/tally.hpp"

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace datasync::media {

/// Fetches over a handful of connections, which are used again, in one thread.
class HttpFetcher {
public:
    /// All arguments outlive this.
    HttpFetcher(const MediaOptions& options, const Destination& destination, const StopSign& stop);
    ~HttpFetcher();
    HttpFetcher(const HttpFetcher&) = delete;
    HttpFetcher& operator=(const HttpFetcher&) = delete;

    /// Fetches what is wanted until nothing more will come. A server that fails one file after the
    /// other is asked no further: the rest fails with that reason.
    void run(PathQueue& wanted, Tally& tally);

private:
    using Clock = std::chrono::steady_clock;

    struct MultiDeleter {
        void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
    };
    /// A place for a file on its way.
    struct Slot {
        enum class State { idle, sent, waits };
        State state = State::idle;
        Clock::time_point due; ///< When the pause of one that waits is over.
        std::unique_ptr<HttpTransfer> transfer;
    };

    void fill_slots(PathQueue& wanted, Tally& tally);
    void begin(Slot& slot, std::string path, Tally& tally);
    void do_step(Slot& slot, const HttpStep& step, Tally& tally);
    void send_due();
    bool take_answers(Tally& tally);
    int patience_ms() const;
    void withdraw(Slot& slot);

    const MediaOptions& m_options;
    const StopSign& m_stop;
    unsigned m_server_faults = 0; ///< Files in a row that failed because of the server.
    std::unique_ptr<CURLM, MultiDeleter> m_multi;
    std::vector<Slot> m_slots;
};

} // namespace datasync::media
