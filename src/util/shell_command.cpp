// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "util/shell_command.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>
#include <vector>

namespace datasync::util {

namespace {

using std::chrono::milliseconds;

/// A file in memory instead of a pipe: a command that does not read it blocks nobody, and none that
/// ends early leaves a broken pipe. -1 with errno when it cannot be made.
int file_with(std::string_view text)
{
    const int file = ::memfd_create("datasync-input", MFD_CLOEXEC);
    while (file >= 0 && !text.empty()) {
        const ssize_t size = ::write(file, text.data(), text.size());
        if (size < 0 && errno != EINTR) {
            const int error = errno;
            ::close(file);
            errno = error;
            return -1;
        }
        text.remove_prefix(size < 0 ? 0 : static_cast<std::size_t>(size));
    }
    if (file >= 0) { ::lseek(file, 0, SEEK_SET); }
    return file;
}

std::vector<std::string> environment_with(const std::map<std::string, std::string>& more)
{
    std::vector<std::string> result;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        if (!more.contains(std::string(text.substr(0, text.find('='))))) {
            result.emplace_back(text);
        }
    }
    for (const auto& [name, value] : more) { result.push_back(name + '=' + value); }
    return result;
}

/// Starts the command as a process group of its own; 0 or an error number.
int spawn(const ShellCommand& wanted, int input, pid_t& pid)
{
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    if (const int error = ::posix_spawn_file_actions_init(&actions)) { return error; }
    if (const int error = ::posix_spawnattr_init(&attributes)) {
        ::posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    // Standard output is the report's.
    ::posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    // No connection or lock is passed on, whatever the libraries do.
    ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    sigset_t signals{};
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes, &signals);
    for (const int signal : {SIGINT, SIGTERM, SIGPIPE}) { ::sigaddset(&signals, signal); }
    ::posix_spawnattr_setsigdefault(&attributes, &signals);
    ::posix_spawnattr_setpgroup(&attributes, 0);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF |
                                                POSIX_SPAWN_SETSIGMASK);

    std::vector<std::string> words = {"sh", "-c", wanted.command};
    auto environment = environment_with(wanted.environment);
    const auto pointers = [](std::vector<std::string>& texts) {
        std::vector<char*> result;
        for (auto& text : texts) { result.push_back(text.data()); }
        result.push_back(nullptr);
        return result;
    };
    const int error = ::posix_spawn(&pid, "/bin/sh", &actions, &attributes, pointers(words).data(),
                                    pointers(environment).data());
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return error;
}

/// Whether the process has ended by itself before the time was over; killed otherwise.
bool wait_for(pid_t pid, const ShellCommand& wanted, int& status)
{
    constexpr milliseconds k_longest_pause{50};
    const auto end = std::chrono::steady_clock::now() + wanted.limit;
    // A stop that came before is what the command is to hear of.
    const bool heeds_stop = wanted.stop != nullptr && !*wanted.stop;
    for (milliseconds pause{1};; pause = std::min(2 * pause, k_longest_pause)) {
        const pid_t ended = ::waitpid(pid, &status, WNOHANG);
        if (ended == pid || (ended < 0 && errno != EINTR)) { return true; }
        if (std::chrono::steady_clock::now() >= end || (heeds_stop && *wanted.stop)) { break; }
        std::this_thread::sleep_for(pause);
    }
    // With all that it has started.
    ::kill(-pid, SIGKILL);
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    return false;
}

} // namespace

std::string run_shell_command(const ShellCommand& wanted)
{
    const int input = file_with(wanted.input);
    if (input < 0) { return std::strerror(errno); }
    pid_t pid = 0;
    const int error = spawn(wanted, input, pid);
    ::close(input);
    if (error != 0) { return std::strerror(error); }
    int status = 0;
    if (!wait_for(pid, wanted, status)) {
        return wanted.stop != nullptr && *wanted.stop
                   ? "it was killed because datasync was told to stop"
                   : fmt::format("it did not end within {} s and was killed", wanted.limit.count());
    }
    if (WIFSIGNALED(status)) { return fmt::format("signal {} ended it", WTERMSIG(status)); }
    return WEXITSTATUS(status) == 0 ? std::string()
                                    : fmt::format("it ended with {}", WEXITSTATUS(status));
}

} // namespace datasync::util
