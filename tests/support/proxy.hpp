// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A line between the program and the server that can be cut or can fall silent.
#pragma once

#include "support/program.hpp"

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace datasync::test {

/// Passes bytes between clients and the server's socket until it is told otherwise.
class Proxy {
public:
    /// What happens to all connections once enough bytes have gone by.
    enum class Trouble { cut, silence };

    /// Clients come through a socket file of its own and through a port of 127.0.0.1.
    explicit Proxy(std::string server_socket);
    ~Proxy();
    Proxy(const Proxy&) = delete;
    Proxy& operator=(const Proxy&) = delete;

    /// The file of the socket that clients connect to.
    std::string socket() const { return (m_folder.path() / "proxy.sock").string(); }
    std::uint16_t port() const { return m_port; }

    /// Counts from now on: after so many bytes from the server, or to it, comes the trouble.
    void after_bytes_from_server(std::uint64_t bytes, Trouble trouble);
    void after_bytes_to_server(std::uint64_t bytes, Trouble trouble);

    /// Bytes since the last of the two calls above (or ever).
    std::uint64_t from_server() const { return m_from_server; }
    std::uint64_t to_server() const { return m_to_server; }

    /// Waits until the trouble has come; false when it has not within some seconds.
    bool wait_for_trouble() const;

private:
    struct Pair {
        int client;
        int server;
    };

    void serve();
    void accept_from(int listener);
    bool pass_on(int from, int to, std::atomic<std::uint64_t>& passed,
                 const std::atomic<std::uint64_t>& limit);
    void close_all();

    TempFolder m_folder;
    std::string m_server_socket;
    int m_listener = -1;
    int m_tcp_listener = -1;
    std::uint16_t m_port = 0;
    std::vector<Pair> m_pairs;
    std::atomic<std::uint64_t> m_from_server{0};
    std::atomic<std::uint64_t> m_to_server{0};
    std::atomic<std::uint64_t> m_limit_from{UINT64_MAX};
    std::atomic<std::uint64_t> m_limit_to{UINT64_MAX};
    std::atomic<Trouble> m_trouble{Trouble::cut};
    std::atomic<bool> m_has_come{false};
    std::atomic<bool> m_stop{false};
    std::thread m_thread;
};

} // namespace datasync::test
