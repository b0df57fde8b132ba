// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/local_copier.hpp"

#include "datasync/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>

namespace datasync::media {

namespace {

constexpr std::size_t k_buffer = 256 * 1024UL;

/// Whether a time is later than another one that a file system has kept: some keep whole seconds,
/// others tenths of a microsecond.
bool is_later(const timespec& time, const timespec& kept)
{
    if (time.tv_sec != kept.tv_sec) { return time.tv_sec > kept.tv_sec; }
    return kept.tv_nsec != 0 && time.tv_nsec / 1000 > kept.tv_nsec / 1000;
}

bool is_same_file(const struct stat& a, const struct stat& b)
{
    return a.st_ino == b.st_ino && a.st_dev == b.st_dev;
}

FileEnd unreadable(int error)
{
    if (error == ENOENT || error == ENOTDIR) {
        return missing("the source's media folder does not have it");
    }
    return failed(fmt::format("cannot read: {}", std::strerror(error)));
}

} // namespace

LocalCopier::LocalCopier(const MediaOptions& options, const Destination& destination,
                         const StopSign& stop)
    : m_options(options),
      m_destination(destination),
      m_stop(stop),
      m_base(::open(options.base_path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC))
{
    if (!m_base.is_open()) {
        usage_error("--image-base-path {}: {}; give the media folder of the source's shop",
                    options.base_path, std::strerror(errno));
    }
}

void LocalCopier::run(PathQueue& wanted, Tally& tally) const
{
    Buffer buffer(k_buffer);
    while (const auto path = wanted.pop()) { tally.add(*path, bring(*path, buffer)); }
}

FileEnd LocalCopier::bring(const std::string& path, Buffer& buffer) const
{
    struct stat source = {};
    if (::fstatat(m_base.get(), path.c_str(), &source, 0) != 0) { return unreadable(errno); }
    const PresentFile present = m_destination.look(path);
    if (present.info) {
        const struct stat& there = *present.info;
        const bool is_unchanged =
            there.st_size == source.st_size && !is_later(source.st_mtim, there.st_mtim);
        if (is_same_file(there, source) || (is_unchanged && !m_options.force)) { return {}; }
    }
    if (present.obstacle) { return failed(*present.obstacle); }
    return copy(path, buffer);
}

FileEnd LocalCopier::copy(const std::string& path, Buffer& buffer) const
{
    // O_NONBLOCK keeps a pipe that somebody has put there from stopping us for ever.
    constexpr int k_flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
    const util::FileHandle source(::openat(m_base.get(), path.c_str(), k_flags));
    struct stat info = {};
    if (!source.is_open() || ::fstat(source.get(), &info) != 0) { return unreadable(errno); }
    if (!S_ISREG(info.st_mode)) { return failed("what has this name in the source is no file"); }
    if (m_options.dry_run) {
        return {.outcome = FileOutcome::copied, .bytes = static_cast<std::uint64_t>(info.st_size)};
    }

    NewFile file;
    if (auto problem = file.open(m_destination, path)) { return failed(*problem); }
    while (true) {
        if (m_stop.is_set()) { return {.outcome = FileOutcome::left}; }
        const ssize_t size = ::read(source.get(), buffer.data(), buffer.size());
        if (size == 0) { break; }
        if (size < 0 && errno == EINTR) { continue; }
        if (size < 0) { return unreadable(errno); }
        if (auto problem = file.write(buffer.data(), static_cast<std::size_t>(size))) {
            return failed(*problem);
        }
    }
    // The time from before the copying: what changes meanwhile is brought by the next run.
    if (auto problem = file.commit(info.st_mtim)) { return failed(*problem); }
    return {.outcome = FileOutcome::copied, .bytes = file.size()};
}

} // namespace datasync::media
