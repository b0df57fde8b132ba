// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Takes the lock file of a destination and says who holds it.
#include "state/run_lock.hpp"

#include "datasync/error.hpp"
#include "util/text.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <thread>

namespace datasync::state {

namespace {

/// FNV-1a: the same in every build and on every machine, unlike std::hash.
std::uint64_t stable_hash(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U; }
    return hash;
}

/// Where the lock lies. Asks whether everybody may write into /run/lock, not whether we may: two
/// users of one destination have to arrive at the same folder.
std::filesystem::path lock_folder(const std::string& wanted)
{
    namespace fs = std::filesystem;
    if (!wanted.empty()) { return wanted; }
    const char* const chosen = std::getenv("DATASYNC_LOCK_DIR");
    if (chosen != nullptr && *chosen != '\0') { return chosen; }
    std::error_code error;
    const fs::file_status status = fs::status("/run/lock", error);
    if (!error && fs::is_directory(status) &&
        (status.permissions() & fs::perms::others_write) != fs::perms::none) {
        return "/run/lock";
    }
    // Not TMPDIR, which differs between a login and cron, and between users.
    return P_tmpdir;
}

/// Opens the lock file, making it when it is not there. -1 with errno when that fails.
int open_lock_file(const char* path)
{
    // O_NONBLOCK keeps a pipe that somebody has put there from stopping us for ever.
    constexpr int k_flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    // Opening and making are two calls: kernels refuse O_CREAT on a file of another user in a
    // folder for everybody (fs.protected_regular), even to root.
    for (int attempt = 0; attempt < 10; ++attempt) {
        int file = open(path, O_RDWR | k_flags);
        // Another user's file can be locked without being written.
        if (file < 0 && errno == EACCES) { file = open(path, O_RDONLY | k_flags); }
        if (file >= 0 || errno != ENOENT) { return file; }
        file = open(path, O_RDWR | O_CREAT | O_EXCL | k_flags, 0666);
        if (file >= 0 || errno != EEXIST) { return file; }
    }
    return -1;
}

std::string read_note(int file)
{
    // Whoever took the lock this very moment has not written yet.
    for (int attempt = 0; attempt < 10; ++attempt) {
        std::array<char, 4096> buffer{};
        const ssize_t size = pread(file, buffer.data(), buffer.size(), 0);
        if (size > 0) {
            std::string note(buffer.data(), static_cast<std::size_t>(size));
            while (!note.empty() && note.back() == '\n') { note.pop_back(); }
            for (auto at = note.find('\n'); at != std::string::npos; at = note.find('\n', at)) {
                note.replace(at, 1, ", ");
            }
            return util::printable(note);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return "its holder has left no note";
}

/// Says who holds the lock; an empty note says nobody. A full disk or another user's file leaves
/// the note as it was, which does no harm: the lock is the kernel's.
void set_note(int file, std::string_view note)
{
    const bool written = ftruncate(file, 0) == 0 && pwrite(file, note.data(), note.size(), 0) ==
                                                        static_cast<ssize_t>(note.size());
    static_cast<void>(written);
}

/// Whether the lock is ours before the time is over; errno says why it is not.
bool wait_for_lock(int file, const LockOptions& options)
{
    using Clock = std::chrono::steady_clock;
    constexpr auto k_pause = std::chrono::milliseconds(100);
    const auto end = Clock::now() + std::chrono::seconds(options.wait_s);
    while (flock(file, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        if (error != EWOULDBLOCK || Clock::now() >= end ||
            (options.stop != nullptr && *options.stop)) {
            errno = error;
            return false;
        }
        std::this_thread::sleep_for(k_pause);
    }
    return true;
}

std::string note_of_this_run(std::string_view command)
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    std::array<char, 32> start{};
    std::strftime(start.data(), start.size(), "%Y-%m-%d %H:%M:%S UTC", &utc);
    return fmt::format("pid {}\nstarted {}\ncommand {}\n", getpid(), start.data(),
                       util::printable(command.substr(0, 2000)));
}

} // namespace

RunLock::RunLock(std::string_view destination_identity, std::string_view command,
                 const LockOptions& options)
    : m_path(lock_folder(options.folder) /
             fmt::format("datasync-{:016x}.lock", stable_hash(destination_identity)))
{
    m_file = open_lock_file(m_path.c_str());
    struct stat facts = {};
    const bool usable = m_file >= 0 && fstat(m_file, &facts) == 0 && S_ISREG(facts.st_mode);
    if (!usable) {
        const std::string reason = m_file < 0 ? std::strerror(errno) : "it is not a plain file";
        if (m_file >= 0) { close(m_file); }
        usage_error("the lock file {} cannot be opened ({}); set --lock-dir or DATASYNC_LOCK_DIR "
                    "to a folder "
                    "that this user may write, the same for all runs of this destination",
                    m_path.string(), reason);
    }
    if (wait_for_lock(m_file, options)) {
        set_note(m_file, note_of_this_run(command));
        return;
    }
    const int error = errno;
    const std::string note = error == EWOULDBLOCK ? read_note(m_file) : std::string{};
    close(m_file);
    if (error != EWOULDBLOCK) {
        usage_error("the lock file {} cannot be locked ({}); set DATASYNC_LOCK_DIR to a folder on "
                    "a local disk",
                    m_path.string(), std::strerror(error));
    }
    fatal(ExitCode::locked,
          "another run writes into this destination ({}); wait for it to end and run again (lock "
          "file {})",
          note, m_path.string());
}

RunLock::~RunLock()
{
    // The file stays: removing it would let a run that has just opened it lock a file nobody else
    // sees. The note goes, so that nobody is told of a holder that is gone.
    set_note(m_file, {});
    close(m_file);
}

} // namespace datasync::state
