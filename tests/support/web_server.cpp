// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/web_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

namespace datasync::test {

namespace {

constexpr const char* k_time_format = "%a, %d %b %Y %H:%M:%S GMT";

int checked(int result, const char* what)
{
    if (result < 0) {
        throw std::runtime_error(std::string("web server: ") + what + ": " + std::strerror(errno));
    }
    return result;
}

bool send_all(int to, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) { return false; }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string decoded(const std::string& target)
{
    std::string path;
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (target[i] == '%' && i + 2 < target.size()) {
            path += static_cast<char>(std::stoi(target.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            path += target[i];
        }
    }
    return path;
}

std::string http_time(time_t time)
{
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), k_time_format, &utc);
    return text.data();
}

} // namespace

WebServer::WebServer(std::filesystem::path folder) : m_folder(std::move(folder))
{
    m_listener = checked(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    checked(::bind(m_listener, generic, sizeof address), "bind");
    checked(::listen(m_listener, 64), "listen");
    socklen_t size = sizeof address;
    checked(::getsockname(m_listener, generic, &size), "getsockname");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept_all(); });
}

WebServer::~WebServer()
{
    m_stop = true;
    ::shutdown(m_listener, SHUT_RDWR); // Wakes accept().
    m_acceptor.join();
    {
        const std::lock_guard lock(m_mutex);
        for (const int client : m_clients) { ::shutdown(client, SHUT_RDWR); }
        m_changed.notify_all();
    }
    for (auto& thread : m_threads) { thread.join(); }
    for (const int client : m_clients) { ::close(client); }
    ::close(m_listener);
}

void WebServer::answer(const std::string& path, const WebAnswer& answer, unsigned times)
{
    const std::lock_guard lock(m_mutex);
    m_plans[path].push_back({answer, times});
}

std::vector<WebRequest> WebServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::size_t WebServer::count(const std::string& method) const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(
        std::count_if(m_requests.begin(), m_requests.end(),
                      [&](const WebRequest& request) { return request.method == method; }));
}

std::size_t WebServer::connections() const
{
    const std::lock_guard lock(m_mutex);
    return m_clients.size();
}

unsigned WebServer::most_at_once() const
{
    const std::lock_guard lock(m_mutex);
    return m_most_at_once;
}

bool WebServer::wait_for_stall()
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, std::chrono::seconds(30), [&] { return m_has_stalled; });
}

void WebServer::accept_all()
{
    while (!m_stop) {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) { continue; }
        const int yes = 1; // The head of an answer does not wait for its body.
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        const std::lock_guard lock(m_mutex);
        m_clients.push_back(client);
        m_threads.emplace_back([this, client] { serve(client); });
    }
}

/// Descriptors stay open until the server ends, so that none is used for two lines.
void WebServer::serve(int client)
{
    std::string received;
    std::array<char, 4096> buffer{};
    while (!m_stop) {
        const std::size_t end = received.find("\r\n\r\n");
        if (end == std::string::npos) {
            const auto size = ::recv(client, buffer.data(), buffer.size(), 0);
            if (size <= 0) { break; }
            received.append(buffer.data(), static_cast<std::size_t>(size));
            continue;
        }
        const std::size_t line = received.find("\r\n");
        const std::size_t first = received.find(' ');
        const std::size_t second = received.find(' ', first + 1);
        WebRequest request{received.substr(0, first),
                           received.substr(first + 1, second - first - 1),
                           received.substr(line, end - line + 2)};
        for (char& c : request.headers) {
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        received.erase(0, end + 4);
        if (!answer_request(client, request)) { break; }
    }
    ::shutdown(client, SHUT_RDWR);
}

bool WebServer::answer_request(int client, const WebRequest& request)
{
    const std::string path = decoded(request.target);
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
        m_most_at_once = std::max(m_most_at_once, ++m_at_once);
    }
    const WebAnswer answer = take_answer(path, request.method);
    if (answer.delay.count() > 0) {
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_for(lock, answer.delay, [&] { return m_stop.load(); })) { return false; }
    }
    const bool stays_open = deliver(client, request, path, answer);
    const std::lock_guard lock(m_mutex);
    --m_at_once;
    return stays_open;
}

WebAnswer WebServer::take_answer(const std::string& path, const std::string& method)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& key : {path, std::string("*")}) {
        for (auto& plan : m_plans[key]) {
            const bool is_meant = plan.answer.method.empty() || plan.answer.method == method;
            if (!is_meant || plan.times == 0) { continue; }
            --plan.times;
            return plan.answer;
        }
    }
    return {};
}

bool WebServer::deliver(int client, const WebRequest& request, const std::string& path,
                        const WebAnswer& answer)
{
    unsigned status = answer.status;
    std::string body = answer.body;
    std::string headers;
    if (status == 200) {
        struct stat info = {};
        const auto file = m_folder.string() + path;
        if (::stat(file.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
            status = 404;
        } else {
            std::ifstream in(file, std::ios::binary);
            body.assign(std::istreambuf_iterator<char>(in), {});
            if (answer.tells_time) {
                headers += "Last-Modified: " + http_time(info.st_mtim.tv_sec) + "\r\n";
            }
        }
    }
    if (!answer.type.empty()) { headers += "Content-Type: " + answer.type + "\r\n"; }
    if (!answer.header.empty()) { headers += answer.header + "\r\n"; }
    if (answer.tells_length) {
        headers += fmt::format("Content-Length: {}\r\n", body.size());
    } else {
        headers += "Connection: close\r\n";
    }
    if (!send_all(client, fmt::format("HTTP/1.1 {} Words\r\n{}\r\n", status, headers))) {
        return false;
    }
    if (request.method == "HEAD") { return answer.tells_length; }
    return send_body(client, body, answer) && answer.tells_length;
}

bool WebServer::send_body(int client, const std::string& body, const WebAnswer& answer)
{
    const std::string_view bytes = body;
    if (answer.cut_after) {
        send_all(client, bytes.substr(0, *answer.cut_after));
        return false;
    }
    if (answer.stall_after) {
        send_all(client, bytes.substr(0, *answer.stall_after));
        std::unique_lock lock(m_mutex);
        m_has_stalled = true;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return m_stop.load(); });
        return false;
    }
    return send_all(client, bytes);
}

} // namespace datasync::test
