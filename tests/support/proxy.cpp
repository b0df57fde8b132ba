// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/proxy.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace datasync::test {

namespace {

int checked(int result, const char* what)
{
    if (result < 0) {
        throw std::runtime_error(std::string("proxy: ") + what + ": " + std::strerror(errno));
    }
    return result;
}

sockaddr_un address_of(const std::string& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        throw std::runtime_error("proxy: the path of a socket is too long: " + path);
    }
    std::copy(path.begin(), path.end(), address.sun_path);
    return address;
}

template<typename Address>
const sockaddr* generic(const Address& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}

bool send_all(int to, const char* bytes, std::size_t size)
{
    while (size > 0) {
        const auto sent = ::send(to, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0) { return false; }
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

} // namespace

Proxy::Proxy(std::string server_socket) : m_server_socket(std::move(server_socket))
{
    m_listener = checked(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
    const auto local = address_of(socket());
    checked(::bind(m_listener, generic(local), sizeof local), "bind");
    checked(::listen(m_listener, 16), "listen");

    m_tcp_listener = checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
    sockaddr_in tcp{};
    tcp.sin_family = AF_INET;
    tcp.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    checked(::bind(m_tcp_listener, generic(tcp), sizeof tcp), "bind");
    checked(::listen(m_tcp_listener, 16), "listen");
    socklen_t size = sizeof tcp;
    checked(::getsockname(m_tcp_listener, reinterpret_cast<sockaddr*>(&tcp), &size), "getsockname");
    m_port = ntohs(tcp.sin_port);
    m_thread = std::thread([this] { serve(); });
}

Proxy::~Proxy()
{
    m_stop = true;
    m_thread.join();
    close_all();
    ::close(m_listener);
    ::close(m_tcp_listener);
}

void Proxy::after_bytes_from_server(std::uint64_t bytes, Trouble trouble)
{
    m_trouble = trouble;
    m_from_server = 0;
    m_limit_to = UINT64_MAX;
    m_has_come = false;
    m_limit_from = bytes;
}

void Proxy::after_bytes_to_server(std::uint64_t bytes, Trouble trouble)
{
    m_trouble = trouble;
    m_to_server = 0;
    m_limit_from = UINT64_MAX;
    m_has_come = false;
    m_limit_to = bytes;
}

bool Proxy::wait_for_trouble() const
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!m_has_come && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return m_has_come;
}

void Proxy::serve()
{
    while (!m_stop) {
        std::vector<pollfd> waiting = {{m_listener, POLLIN, 0}, {m_tcp_listener, POLLIN, 0}};
        const bool is_silent = m_has_come && m_trouble == Trouble::silence;
        for (const auto& pair : m_pairs) {
            // Nothing is taken from a silent line; poll() ignores negative numbers.
            waiting.push_back({is_silent ? -1 : pair.client, POLLIN, 0});
            waiting.push_back({is_silent ? -1 : pair.server, POLLIN, 0});
        }
        if (::poll(waiting.data(), waiting.size(), 20) <= 0) { continue; }
        std::vector<Pair> kept;
        for (std::size_t i = 0; i < m_pairs.size(); ++i) {
            const auto [client, server] = m_pairs[i];
            bool open = true;
            if (waiting[2 + 2 * i].revents != 0) {
                open = pass_on(client, server, m_to_server, m_limit_to);
            }
            if (open && waiting[3 + 2 * i].revents != 0) {
                open = pass_on(server, client, m_from_server, m_limit_from);
            }
            if (open) {
                kept.push_back(m_pairs[i]);
            } else {
                ::close(client);
                ::close(server);
            }
        }
        m_pairs = std::move(kept);
        if (m_has_come && m_trouble == Trouble::cut) { close_all(); }
        for (std::size_t i = 0; i < 2; ++i) {
            if (waiting[i].revents != 0) { accept_from(waiting[i].fd); }
        }
    }
}

void Proxy::accept_from(int listener)
{
    const int client = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) { return; }
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_of(m_server_socket);
    if (m_has_come || ::connect(server, generic(address), sizeof address) != 0) {
        ::close(client);
        ::close(server);
        return;
    }
    m_pairs.push_back({client, server});
}

bool Proxy::pass_on(int from, int to, std::atomic<std::uint64_t>& passed,
                    const std::atomic<std::uint64_t>& limit)
{
    if (m_has_come) { return m_trouble == Trouble::silence; }
    std::array<char, 16384> buffer{};
    const auto size = ::recv(from, buffer.data(), buffer.size(), 0);
    if (size <= 0) { return false; }
    const auto room = limit - std::min<std::uint64_t>(limit, passed);
    const auto allowed = std::min<std::uint64_t>(static_cast<std::uint64_t>(size), room);
    passed += allowed;
    const bool arrived = send_all(to, buffer.data(), allowed);
    if (passed >= limit) { m_has_come = true; }
    return arrived;
}

void Proxy::close_all()
{
    for (const auto& [client, server] : m_pairs) {
        ::close(client);
        ::close(server);
    }
    m_pairs.clear();
}

} // namespace datasync::test
