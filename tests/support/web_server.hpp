// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A small web server that delivers a folder and has bad days when it is told to.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace datasync::test {

/// How requests are answered. The defaults are those of a server that works.
struct WebAnswer {
    std::string method = {}; ///< Only requests of this method; empty: all.
    unsigned status = 200;   ///< With 200 the file is delivered, if it is there.
    std::string type = {};   ///< Content type.
    std::string header = {}; ///< A further line, such as "Location: /there".
    std::string body = {};   ///< Of answers other than 200.
    bool tells_time = true;
    bool tells_length = true;                    ///< Without it the connection ends with the body.
    std::optional<std::size_t> cut_after = {};   ///< The line is cut after so many bytes of body.
    std::optional<std::size_t> stall_after = {}; ///< Nothing more comes after so many.
    std::chrono::milliseconds delay{0};          ///< Before the answer.
};

/// A request as it came.
struct WebRequest {
    std::string method;
    std::string target;  ///< As on the line, percent-encoded.
    std::string headers; ///< In small letters.
};

/// Speaks HTTP/1.1 on a port of 127.0.0.1, one thread per connection.
class WebServer {
public:
    explicit WebServer(std::filesystem::path folder);
    ~WebServer();
    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;

    /// "http://127.0.0.1:port"
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    std::uint16_t port() const { return m_port; }

    /// The next `times` requests for a path ("/a b.jpg"; "*": any) are answered this way.
    void answer(const std::string& path, const WebAnswer& answer, unsigned times = 1U << 30);

    /// All requests so far.
    std::vector<WebRequest> requests() const;
    /// How many of them had a method.
    std::size_t count(const std::string& method) const;
    std::size_t connections() const;
    /// How many requests were being answered at the same time, at most.
    unsigned most_at_once() const;
    /// Waits until a line has fallen silent as told; false when none has within some seconds.
    bool wait_for_stall();

private:
    struct Plan {
        WebAnswer answer;
        unsigned times = 0;
    };

    void accept_all();
    void serve(int client);
    bool answer_request(int client, const WebRequest& request);
    WebAnswer take_answer(const std::string& path, const std::string& method);
    bool deliver(int client, const WebRequest& request, const std::string& path,
                 const WebAnswer& answer);
    bool send_body(int client, const std::string& body, const WebAnswer& answer);

    std::filesystem::path m_folder;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::string, std::vector<Plan>> m_plans;
    std::vector<WebRequest> m_requests;
    std::vector<int> m_clients;
    std::vector<std::thread> m_threads;
    unsigned m_at_once = 0;
    unsigned m_most_at_once = 0;
    bool m_has_stalled = false;
    std::atomic<bool> m_stop{false};
    std::thread m_acceptor;
};

} // namespace datasync::test
