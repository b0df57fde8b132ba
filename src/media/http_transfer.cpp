// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/http_transfer.hpp"

#include "datasync/error.hpp"
#include "datasync/version.hpp"
#include "media/media_path.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace datasync::media {

namespace {

constexpr unsigned k_most_retries = 3;
/// How long a server may ask us to wait.
constexpr curl_off_t k_longest_wait_s = 60;
/// An error page of this size is read, so that the connection can be used again.
constexpr std::size_t k_largest_page = 64 * 1024UL;
/// Bytes per second; less counts as nothing.
constexpr long k_slowest = 100;
constexpr long k_most_redirects = 5;

/// Errors of the network or of a server that is just starting, stopping or busy.
bool may_pass(CURLcode code)
{
    constexpr std::array k_passing = {CURLE_COULDNT_RESOLVE_PROXY,
                                      CURLE_COULDNT_RESOLVE_HOST,
                                      CURLE_COULDNT_CONNECT,
                                      CURLE_PARTIAL_FILE,
                                      CURLE_OPERATION_TIMEDOUT,
                                      CURLE_SSL_CONNECT_ERROR,
                                      CURLE_GOT_NOTHING,
                                      CURLE_SEND_ERROR,
                                      CURLE_RECV_ERROR,
                                      CURLE_HTTP2,
                                      CURLE_HTTP2_STREAM,
                                      CURLE_WEIRD_SERVER_REPLY};
    return std::find(k_passing.begin(), k_passing.end(), code) != k_passing.end();
}

bool may_pass(long status)
{
    return status == 429 || status >= 500;
}

HttpStep ended(FileEnd end, HttpStep::Server server = HttpStep::Server::answers)
{
    return {.kind = HttpStep::Kind::end, .end = std::move(end), .server = server};
}

FileEnd missing_with(long status)
{
    return missing(fmt::format("the source's server answers {}", status));
}

} // namespace

HttpTransfer::HttpTransfer(const MediaOptions& options, const Destination& destination)
    : m_options(options), m_destination(destination), m_handle(curl_easy_init())
{
    if (!m_handle) { throw std::bad_alloc(); }
}

HttpStep HttpTransfer::begin(std::string path)
{
    m_path = std::move(path);
    m_tries = 0;
    m_present = m_destination.look(m_path);
    if (m_present.obstacle && !may_be_unchanged()) {
        return ended(failed(*m_present.obstacle), HttpStep::Server::not_asked);
    }
    return ask(may_be_unchanged() || m_options.dry_run ? Question::head : Question::get);
}

HttpStep HttpTransfer::ask(Question question)
{
    m_question = question;
    m_problem.reset();
    m_ignored = 0;
    m_error[0] = '\0';
    m_file.discard();

    CURL* const handle = m_handle.get();
    curl_easy_reset(handle); // Keeps connections.
    const auto set = [&](CURLoption option, auto value) {
        const CURLcode code = curl_easy_setopt(handle, option, value);
        // One that is not set may be the one that verifies certificates.
        if (code != CURLE_OK) {
            fatal(ExitCode::internal_error, "libcurl refuses option {}: {}",
                  static_cast<int>(option), curl_easy_strerror(code));
        }
    };
    set(CURLOPT_ERRORBUFFER, m_error.data());
    set(CURLOPT_URL, url_of(m_options.base_url, m_path).c_str());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, ("datasync/" + std::string(version())).c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, k_most_redirects);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(m_options.connect_timeout_s));
    set(CURLOPT_LOW_SPEED_LIMIT, k_slowest);
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(m_options.stall_timeout_s));
    set(CURLOPT_FILETIME, 1L);
    set(CURLOPT_WRITEFUNCTION, &HttpTransfer::receive);
    set(CURLOPT_WRITEDATA, this);
    if (question == Question::head) { set(CURLOPT_NOBODY, 1L); }
    return {};
}

HttpStep HttpTransfer::answered(CURLcode code)
{
    if (m_problem) { return ended(failed(*m_problem)); }
    const auto status = asked<long>(CURLINFO_RESPONSE_CODE);
    // After a write error that is no problem we know enough without the rest of the answer.
    const bool has_status = code == CURLE_OK || (code == CURLE_WRITE_ERROR && status != 0);
    if (!has_status) {
        if (may_pass(code)) { return try_again(words_for(code)); }
        using Server = HttpStep::Server;
        return ended(failed(words_for(code)), status == 0 ? Server::fails : Server::answers);
    }
    if (status == 404 || status == 410) { return ended(missing_with(status)); }
    if (status == 200 && is_page_for_image()) {
        return ended(missing("the source's server answers with a web page, not with an image"));
    }
    return m_question == Question::head ? judge_head(status) : judge_get(status);
}

HttpStep HttpTransfer::judge_head(long status)
{
    if (status == 200) {
        if (is_unchanged()) { return ended({}); }
        if (m_present.obstacle) { return ended(failed(*m_present.obstacle)); }
        return m_options.dry_run ? store() : ask(Question::get);
    }
    if (may_pass(status) && status != 501) {
        return try_again(fmt::format("the source's server answers {}", status));
    }
    // A server that knows or allows no HEAD; the answer to GET begins with the same words.
    return ask(Question::get_if_changed);
}

HttpStep HttpTransfer::judge_get(long status)
{
    if (status == 200) {
        if (m_question == Question::get_if_changed && is_unchanged()) { return ended({}); }
        return m_present.obstacle ? ended(failed(*m_present.obstacle)) : store();
    }
    const std::string reason = fmt::format("the source's server answers {}", status);
    return may_pass(status) ? try_again(reason) : ended(failed(reason));
}

HttpStep HttpTransfer::try_again(const std::string& reason)
{
    if (m_tries == k_most_retries) { return ended(failed(reason), HttpStep::Server::fails); }
    const std::chrono::milliseconds pause(m_options.first_pause_ms << m_tries);
    const std::chrono::seconds wish(
        std::min(asked<curl_off_t>(CURLINFO_RETRY_AFTER), k_longest_wait_s));
    ++m_tries;
    HttpStep step = ask(m_question);
    step.kind = HttpStep::Kind::wait;
    step.pause = std::max<std::chrono::milliseconds>(pause, wish);
    return step;
}

HttpStep HttpTransfer::store()
{
    if (m_options.dry_run) {
        const auto size = asked<curl_off_t>(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T);
        return ended({.outcome = FileOutcome::copied,
                      .bytes = static_cast<std::uint64_t>(std::max<curl_off_t>(size, 0))});
    }
    // An empty file has no byte with which receive() could have begun it.
    if (!m_file.is_open()) {
        if (auto problem = m_file.open(m_destination, m_path)) { return ended(failed(*problem)); }
    }
    std::optional<timespec> modified;
    const auto time = asked<curl_off_t>(CURLINFO_FILETIME_T);
    if (time >= 0) { modified = timespec{static_cast<time_t>(time), 0}; }
    if (auto problem = m_file.commit(modified)) { return ended(failed(*problem)); }
    return ended({.outcome = FileOutcome::copied, .bytes = m_file.size()});
}

/// Whether what is there is what the answer tells of. Without a time nobody knows.
bool HttpTransfer::is_unchanged() const
{
    const auto time = asked<curl_off_t>(CURLINFO_FILETIME_T);
    const auto size = asked<curl_off_t>(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T);
    return may_be_unchanged() && time >= 0 && time <= m_present.info->st_mtim.tv_sec &&
           (size < 0 || size == m_present.info->st_size);
}

/// Shops answer so for what is not there, and login pages do.
bool HttpTransfer::is_page_for_image() const
{
    const char* const type = asked<char*>(CURLINFO_CONTENT_TYPE);
    return type != nullptr && util::to_lower(type).starts_with("text/html") &&
           is_image_name(m_path);
}

std::string HttpTransfer::words_for(CURLcode code) const
{
    const std::string words = m_error[0] != '\0' ? m_error.data() : curl_easy_strerror(code);
    return std::string(util::trim(words));
}

template<typename Value>
Value HttpTransfer::asked(CURLINFO info) const
{
    Value value{};
    curl_easy_getinfo(m_handle.get(), info, &value);
    return value;
}

std::size_t HttpTransfer::receive(char* bytes, std::size_t size, std::size_t count, void* self)
{
    auto* const transfer = static_cast<HttpTransfer*>(self);
    try {
        if (transfer->take(bytes, size * count)) { return size * count; }
    } catch (const std::exception& error) {
        transfer->m_problem = error.what(); // libcurl is C: nothing may fly through it.
    }
    return size * count + 1; // Any number but its own ends the request.
}

bool HttpTransfer::take(const char* bytes, std::size_t size)
{
    if (asked<long>(CURLINFO_RESPONSE_CODE) != 200) {
        m_ignored += size;
        return m_ignored <= k_largest_page;
    }
    const bool is_enough = m_options.dry_run || m_present.obstacle || is_page_for_image() ||
                           (m_question == Question::get_if_changed && is_unchanged());
    if (is_enough) { return false; } // answered() says what it was.
    if (!m_file.is_open()) { m_problem = m_file.open(m_destination, m_path); }
    if (!m_problem) { m_problem = m_file.write(bytes, size); }
    return !m_problem;
}

} // namespace datasync::media
