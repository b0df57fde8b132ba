// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/http_fetcher.hpp"

#include "datasync/error.hpp"

#include <pthread.h>

#include <algorithm>
#include <csignal>
#include <new>
#include <utility>

namespace datasync::media {

namespace {

/// How long to wait for the network before looking for new files and for the stop.
constexpr std::chrono::milliseconds k_patience{50};

void check_multi(CURLMcode code)
{
    if (code != CURLM_OK) {
        fatal(ExitCode::internal_error, "libcurl: {}", curl_multi_strerror(code));
    }
}

/// Once per process, and never undone: other libraries may use libcurl too.
void initialise_libcurl()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (code != CURLE_OK) {
        fatal(ExitCode::internal_error, "libcurl: {}", curl_easy_strerror(code));
    }
}

/// A server that closes a connection must not end the process. Of this thread's signals alone.
void ignore_broken_pipes()
{
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

HttpFetcher::HttpFetcher(const MediaOptions& options, const Destination& destination,
                         const StopSign& stop)
    : m_options(options), m_stop(stop)
{
    initialise_libcurl();
    m_multi.reset(curl_multi_init());
    if (!m_multi) { throw std::bad_alloc(); }
    m_slots.resize(std::max(1U, options.connections));
    for (auto& slot : m_slots) {
        slot.transfer = std::make_unique<HttpTransfer>(options, destination);
    }
}

HttpFetcher::~HttpFetcher()
{
    for (auto& slot : m_slots) { withdraw(slot); }
}

void HttpFetcher::run(PathQueue& wanted, Tally& tally)
{
    ignore_broken_pipes();
    while (!m_stop.is_set()) {
        fill_slots(wanted, tally);
        const bool is_idle = std::all_of(m_slots.begin(), m_slots.end(), [](const Slot& slot) {
            return slot.state == Slot::State::idle;
        });
        if (is_idle) {
            auto path = wanted.pop();
            if (!path) { break; }
            begin(m_slots.front(), std::move(*path), tally);
            continue;
        }
        send_due();
        int running = 0;
        check_multi(curl_multi_perform(m_multi.get(), &running));
        if (take_answers(tally)) { continue; }
        check_multi(curl_multi_poll(m_multi.get(), nullptr, 0, patience_ms(), nullptr));
    }
    for (auto& slot : m_slots) {
        if (slot.state == Slot::State::idle) { continue; }
        withdraw(slot);
        tally.add(slot.transfer->path(), {.outcome = FileOutcome::left});
    }
}

void HttpFetcher::fill_slots(PathQueue& wanted, Tally& tally)
{
    for (auto& slot : m_slots) {
        // A file may be done without a request; then its slot takes another one.
        while (slot.state == Slot::State::idle) {
            auto path = wanted.try_pop();
            if (!path) { return; }
            begin(slot, std::move(*path), tally);
        }
    }
}

void HttpFetcher::begin(Slot& slot, std::string path, Tally& tally)
{
    if (m_server_faults >= m_options.give_up_after_files) {
        tally.add(path, failed(fmt::format("not tried: the source's server failed {} files in a "
                                           "row before",
                                           m_server_faults)));
        return;
    }
    do_step(slot, slot.transfer->begin(std::move(path)), tally);
}

void HttpFetcher::do_step(Slot& slot, const HttpStep& step, Tally& tally)
{
    switch (step.kind) {
    case HttpStep::Kind::send:
        check_multi(curl_multi_add_handle(m_multi.get(), slot.transfer->handle()));
        slot.state = Slot::State::sent;
        break;
    case HttpStep::Kind::wait:
        // It keeps its slot: a server in trouble is asked less.
        slot.state = Slot::State::waits;
        slot.due = Clock::now() + step.pause;
        break;
    case HttpStep::Kind::end:
        slot.state = Slot::State::idle;
        slot.transfer->discard();
        if (step.server == HttpStep::Server::fails) { ++m_server_faults; }
        if (step.server == HttpStep::Server::answers) { m_server_faults = 0; }
        tally.add(slot.transfer->path(), step.end);
        break;
    }
}

void HttpFetcher::send_due()
{
    const auto now = Clock::now();
    for (auto& slot : m_slots) {
        if (slot.state != Slot::State::waits || slot.due > now) { continue; }
        check_multi(curl_multi_add_handle(m_multi.get(), slot.transfer->handle()));
        slot.state = Slot::State::sent;
    }
}

/// Deals with requests that have ended; whether there were any.
bool HttpFetcher::take_answers(Tally& tally)
{
    bool were_any = false;
    int left = 0;
    while (const CURLMsg* const message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE) { continue; }
        were_any = true;
        CURL* const handle = message->easy_handle;
        const CURLcode code = message->data.result; // The message goes with the handle.
        check_multi(curl_multi_remove_handle(m_multi.get(), handle));
        for (auto& slot : m_slots) {
            if (slot.transfer->handle() != handle) { continue; }
            do_step(slot, slot.transfer->answered(code), tally);
        }
    }
    return were_any;
}

/// How long to wait for the network: not longer than the shortest pause.
int HttpFetcher::patience_ms() const
{
    auto patience = k_patience;
    const auto now = Clock::now();
    for (const auto& slot : m_slots) {
        if (slot.state != Slot::State::waits) { continue; }
        patience = std::min(patience, std::chrono::ceil<std::chrono::milliseconds>(slot.due - now));
    }
    return static_cast<int>(std::max(patience, std::chrono::milliseconds(0)).count());
}

void HttpFetcher::withdraw(Slot& slot)
{
    if (slot.state == Slot::State::sent) {
        curl_multi_remove_handle(m_multi.get(), slot.transfer->handle());
    }
    slot.state = Slot::State::idle;
    slot.transfer->discard();
}

} // namespace datasync::media
