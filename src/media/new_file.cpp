// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/new_file.hpp"

#include "media/media_path.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace datasync::media {

namespace {

/// Short whatever the name is, for that may be as long as names can be. FNV-1a: the same in every
/// build, so that a newer program finds what an older one has left.
std::string temporary_name(std::string_view name)
{
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : name) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U; }
    return fmt::format(".datasync-{:016x}", hash);
}

/// Whether another open file holds the lock. File systems without locks let everybody pass.
bool is_locked_by_other(int file)
{
    return ::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

} // namespace

std::optional<std::string> NewFile::open(const Destination& destination, std::string_view path)
{
    discard();
    OpenedFolder folder = destination.open_folder(folder_of(path), MissingFolders::create);
    if (folder.problem) { return folder.problem; }
    m_folder = std::move(folder.handle);
    m_name = name_of(path);
    m_temporary = temporary_name(m_name);
    return open_temporary();
}

/// Makes the temporary file; one that is there is never written to, for it may be anything. Its
/// lock tells a leftover from the work of another run.
std::optional<std::string> NewFile::open_temporary()
{
    for (int attempt = 0; attempt < 10; ++attempt) {
        constexpr int k_flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;
        util::FileHandle file(::openat(m_folder.get(), m_temporary.c_str(), k_flags, 0666));
        if (file.is_open()) {
            m_file = std::move(file);
            if (!is_locked_by_other(m_file.get()) && is_still_ours()) { return std::nullopt; }
            m_file =
                util::FileHandle(); // Another run has taken it for a leftover before we locked it.
        } else if (errno != EEXIST) {
            return fmt::format("cannot write: {}", std::strerror(errno));
        } else if (!remove_leftover()) {
            break;
        }
    }
    return fmt::format("{} in its folder is in the way; does another run bring this file?",
                       m_temporary);
}

bool NewFile::is_still_ours() const
{
    struct stat open_one = {};
    struct stat named_one = {};
    return ::fstat(m_file.get(), &open_one) == 0 &&
           ::fstatat(m_folder.get(), m_temporary.c_str(), &named_one, AT_SYMLINK_NOFOLLOW) == 0 &&
           open_one.st_ino == named_one.st_ino && open_one.st_dev == named_one.st_dev;
}

bool NewFile::remove_leftover() const
{
    // Locks over NFS ask for the right to write; O_NONBLOCK keeps a pipe from stopping us for ever.
    constexpr int k_flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const util::FileHandle leftover(::openat(m_folder.get(), m_temporary.c_str(), k_flags));
    if (!leftover.is_open()) { return errno == ENOENT; }
    if (is_locked_by_other(leftover.get())) { return false; }
    return ::unlinkat(m_folder.get(), m_temporary.c_str(), 0) == 0 || errno == ENOENT;
}

std::optional<std::string> NewFile::write(const char* bytes, std::size_t size)
{
    m_size += size;
    while (size > 0) {
        const ssize_t written = ::write(m_file.get(), bytes, size);
        if (written < 0) {
            if (errno == EINTR) { continue; }
            return fmt::format("cannot write: {}", std::strerror(errno));
        }
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return std::nullopt;
}

std::optional<std::string> NewFile::commit(const std::optional<timespec>& modified)
{
    // Not forced to the disk: after a power failure the size differs, and the file is brought anew.
    if (modified) {
        const std::array<timespec, 2> times = {*modified, *modified};
        if (::futimens(m_file.get(), times.data()) != 0) {
            return fmt::format("cannot set the time of modification: {}", std::strerror(errno));
        }
    }
    // File systems on other machines may say only when a file is closed that it did not fit. The
    // lock stays with the descriptor that is left.
    if (::close(::dup(m_file.get())) != 0) {
        return fmt::format("cannot write: {}", std::strerror(errno));
    }
    if (::renameat(m_folder.get(), m_temporary.c_str(), m_folder.get(), m_name.c_str()) != 0) {
        return fmt::format("cannot write: {}", std::strerror(errno));
    }
    m_file = util::FileHandle();
    return std::nullopt;
}

void NewFile::discard() noexcept
{
    // What was committed has no temporary name any more.
    if (m_file.is_open()) { ::unlinkat(m_folder.get(), m_temporary.c_str(), 0); }
    m_file = util::FileHandle();
    m_size = 0;
}

} // namespace datasync::media
