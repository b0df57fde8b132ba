// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// One file at a time on its way from a web server.
#pragma once

#include "datasync/media.hpp"
#include "media/destination.hpp"
#include "media/new_file.hpp"
#include "media/tally.hpp"

#include <curl/curl.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace datasync::media {

/// What is to be done about a file next.
struct HttpStep {
    enum class Kind {
        send, ///< Send the request that stands in the handle.
        wait, ///< Send it after a pause.
        end,  ///< The file is done.
    };
    /// What the file says of the server.
    enum class Server { not_asked, answers, fails };

    Kind kind = Kind::send;
    std::chrono::milliseconds pause{0};
    FileEnd end = {};
    Server server = Server::not_asked;
};

/// What is asked of a server about one file, and what follows from its answers. Where a file is
/// there already, HEAD asks for size and time first; GET follows when it has to be brought. A dry
/// run asks by HEAD alone. The handle keeps its place and is used for one file after the other.
class HttpTransfer {
public:
    /// Both arguments outlive this.
    HttpTransfer(const MediaOptions& options, const Destination& destination);
    HttpTransfer(const HttpTransfer&) = delete;
    HttpTransfer& operator=(const HttpTransfer&) = delete;

    CURL* handle() const { return m_handle.get(); }
    const std::string& path() const { return m_path; }

    /// Begins with a file.
    HttpStep begin(std::string path);
    /// The request has ended, in the words of libcurl.
    HttpStep answered(CURLcode code);
    /// Leaves the file as it is in the destination.
    void discard() { m_file.discard(); }

private:
    struct HandleDeleter {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    };
    enum class Question { head, get, get_if_changed };

    HttpStep ask(Question question);
    HttpStep judge_head(long status);
    HttpStep judge_get(long status);
    HttpStep try_again(const std::string& reason);
    HttpStep store();
    bool is_page_for_image() const;
    std::string words_for(CURLcode code) const;
    bool may_be_unchanged() const { return m_present.info && !m_options.force; }
    bool is_unchanged() const;
    template<typename Value>
    Value asked(CURLINFO info) const;

    static std::size_t receive(char* bytes, std::size_t size, std::size_t count, void* self);
    bool take(const char* bytes, std::size_t size);

    const MediaOptions& m_options;
    const Destination& m_destination;
    std::array<char, CURL_ERROR_SIZE> m_error{};
    std::string m_path;
    PresentFile m_present;
    Question m_question = Question::get;
    unsigned m_tries = 0;
    NewFile m_file;
    std::optional<std::string> m_problem; ///< What kept us from writing the answer.
    std::size_t m_ignored = 0;            ///< Bytes of an answer that is no file.
    std::unique_ptr<CURL, HandleDeleter> m_handle;
};

} // namespace datasync::media
