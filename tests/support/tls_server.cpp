// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/tls_server.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

namespace datasync::test {

namespace {

/// Starts openssl in a folder, its output in a file.
pid_t start(std::vector<std::string> words, const std::filesystem::path& folder,
            const std::filesystem::path& output)
{
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    const std::unique_ptr<posix_spawn_file_actions_t, int (*)(posix_spawn_file_actions_t*)> owner(
        &actions, &::posix_spawn_file_actions_destroy);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                       0600);
    ::posix_spawn_file_actions_adddup2(&actions, 1, 2);
    ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
    words.insert(words.begin(), "openssl");
    std::vector<char*> pointers;
    for (auto& word : words) { pointers.push_back(word.data()); }
    pointers.push_back(nullptr);
    pid_t pid = 0;
    const int error = ::posix_spawnp(&pid, "openssl", &actions, nullptr, pointers.data(), environ);
    if (error != 0) { throw std::runtime_error(std::string("openssl: ") + std::strerror(error)); }
    return pid;
}

std::string content(const std::filesystem::path& path)
{
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TlsServer::TlsServer(const std::filesystem::path& folder)
{
    const auto output = m_files.path() / "output";
    const auto key = (m_files.path() / "key").string();
    const auto certificate = (m_files.path() / "certificate").string();
    const pid_t maker =
        start({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
               "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj",
               "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"},
              folder, output);
    int status = 0;
    ::waitpid(maker, &status, 0);
    if (status != 0) { throw std::runtime_error("openssl req: " + content(output)); }

    m_pid = start({"s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-WWW"},
                  folder, output);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (std::chrono::steady_clock::now() < end) {
        const std::string said = content(output);
        const std::size_t at = said.find("ACCEPT 127.0.0.1:");
        const std::size_t line_end = said.find('\n', at);
        if (at != std::string::npos && line_end != std::string::npos) {
            const std::size_t begin = at + std::strlen("ACCEPT ");
            m_url = "https://" + said.substr(begin, line_end - begin);
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    throw std::runtime_error("openssl s_server: " + content(output));
}

TlsServer::~TlsServer()
{
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

} // namespace datasync::test
