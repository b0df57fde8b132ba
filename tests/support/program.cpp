// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "support/program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace datasync::test {

namespace {

/// Settings of sanitizers and coverage have to reach the program under test.
constexpr std::array k_passed_on = {
    "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "GCOV_PREFIX", "TZ"};

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Pointers for exec; they live as long as the strings.
std::vector<char*> pointers(std::vector<std::string>& strings)
{
    std::vector<char*> result;
    for (auto& string : strings) { result.push_back(string.data()); }
    result.push_back(nullptr);
    return result;
}

void check(int error, const char* what)
{
    if (error != 0) { throw std::runtime_error(std::string(what) + ": " + std::strerror(error)); }
}

std::vector<std::string> environment_of(const ProgramSurroundings& surroundings,
                                        const std::filesystem::path& home)
{
    std::vector<std::string> result = {"HOME=" + home.string(), "LANG=C.UTF-8"};
    for (const char* name : k_passed_on) {
        if (const char* value = std::getenv(name)) {
            result.push_back(std::string(name) + '=' + value);
        }
    }
    if (!surroundings.environment.contains("DATASYNC_LOCK_DIR")) {
        // Lock files stay after a run; the runs of one test share a folder that goes with it.
        static const TempFolder locks;
        result.push_back("DATASYNC_LOCK_DIR=" + locks.path().string());
    }
    for (const auto& [name, value] : surroundings.environment) {
        result.push_back(name + '=' + value);
    }
    return result;
}

} // namespace

TempFolder::TempFolder()
{
    auto name = (std::filesystem::temp_directory_path() / "datasync-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) { check(errno, "mkdtemp"); }
    m_path = name;
}

TempFolder::~TempFolder()
{
    std::error_code ignored; // A folder left behind in the temporary one does no harm.
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TempFolder::write(const std::string& name, const std::string& content,
                                        unsigned mode) const
{
    const auto path = m_path / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    if (::chmod(path.c_str(), mode) != 0) { check(errno, "chmod"); }
    return path;
}

Program::Program(const std::vector<std::string>& arguments, const ProgramSurroundings& surroundings)
{
    const auto input = m_folder.write("stdin", surroundings.input);
    const auto out = m_folder.write("stdout", "");
    const auto err = m_folder.write("stderr", "");
    auto directory = surroundings.directory;
    if (directory.empty()) {
        directory = m_folder.path() / "work";
        std::filesystem::create_directory(directory);
    }

    // Files instead of pipes: nothing has to be read while it runs, and nothing can block.
    posix_spawn_file_actions_t actions{};
    check(::posix_spawn_file_actions_init(&actions), "posix_spawn");
    const std::unique_ptr<posix_spawn_file_actions_t, int (*)(posix_spawn_file_actions_t*)>
        actions_owner(&actions, &::posix_spawn_file_actions_destroy);
    ::posix_spawn_file_actions_addopen(&actions, 0, input.c_str(), O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_APPEND, 0);
    ::posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_APPEND, 0);
    ::posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());

    // A shell's background job ignores SIGINT and passes that on; a program under test must not.
    posix_spawnattr_t attributes{};
    check(::posix_spawnattr_init(&attributes), "posix_spawn");
    const std::unique_ptr<posix_spawnattr_t, int (*)(posix_spawnattr_t*)> attributes_owner(
        &attributes, &::posix_spawnattr_destroy);
    sigset_t signals{};
    ::sigfillset(&signals);
    ::posix_spawnattr_setsigdefault(&attributes, &signals);
    ::sigemptyset(&signals);
    ::posix_spawnattr_setsigmask(&attributes, &signals);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

    std::vector<std::string> words = {DATASYNC_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto environment = environment_of(surroundings, m_folder.path());
    check(::posix_spawn(&m_pid, DATASYNC_PROGRAM, &actions, &attributes, pointers(words).data(),
                        pointers(environment).data()),
          DATASYNC_PROGRAM);
}

Program::~Program()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
}

void Program::send_signal(int signal) const
{
    if (m_pid > 0) { ::kill(m_pid, signal); }
}

std::string Program::out() const
{
    return read_file(m_folder.path() / "stdout");
}

std::string Program::err() const
{
    return read_file(m_folder.path() / "stderr");
}

ProgramResult Program::wait()
{
    int status = 0;
    while (::waitpid(m_pid, &status, 0) < 0) {
        if (errno != EINTR) { check(errno, "waitpid"); }
    }
    m_pid = 0;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), out(), err()};
}

ProgramResult run_datasync(const std::vector<std::string>& arguments,
                           const ProgramSurroundings& surroundings)
{
    return Program(arguments, surroundings).wait();
}

} // namespace datasync::test
