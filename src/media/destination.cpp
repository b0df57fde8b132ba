// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/destination.hpp"

#include "datasync/error.hpp"
#include "media/media_path.hpp"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>

namespace datasync::media {

namespace {

/// Folders are only ever a place to look things up in, so they need not be readable.
constexpr int k_folder_flags = O_PATH | O_DIRECTORY | O_CLOEXEC;

/// The path that an open folder has now, all symbolic links resolved; "" when the system does not
/// say. Asking after opening leaves nobody the time to exchange a folder for a link in between.
std::string real_path(const util::FileHandle& folder)
{
    const std::string link = "/proc/self/fd/" + std::to_string(folder.get());
    std::array<char, PATH_MAX> path{};
    const ssize_t size = ::readlink(link.c_str(), path.data(), path.size());
    if (size <= 0 || static_cast<std::size_t>(size) >= path.size()) { return {}; }
    return {path.data(), static_cast<std::size_t>(size)};
}

util::FileHandle open_at(const util::FileHandle& folder, const std::string& relative)
{
    return util::FileHandle(::openat(folder.get(), relative.c_str(), k_folder_flags));
}

} // namespace

Destination::Destination(const std::string& media_path)
    : m_root(::open(media_path.c_str(), k_folder_flags))
{
    if (!m_root.is_open()) {
        usage_error("--media-path {}: {}; give the media folder of the shop that is written to",
                    media_path, std::strerror(errno));
    }
    m_real_path = real_path(m_root);
    if (m_real_path.empty()) {
        fatal(ExitCode::refused,
              "--media-path {}: the system does not say where this folder lies, so that files "
              "could land elsewhere; is /proc there?",
              media_path);
    }
    if (m_real_path.back() != '/') { m_real_path += '/'; }
}

PresentFile Destination::look(std::string_view path) const
{
    PresentFile present;
    const OpenedFolder folder = open_folder(folder_of(path), MissingFolders::leave);
    present.obstacle = folder.problem;
    if (!folder.handle.is_open()) { return present; }

    const std::string name(name_of(path));
    struct stat info = {};
    if (::fstatat(folder.handle.get(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT) { present.obstacle = std::strerror(errno); }
        return present;
    }
    // Somebody has made the link on purpose, and what it leads to may lie outside.
    if (S_ISLNK(info.st_mode)) {
        present.obstacle = "a symbolic link has this name in the destination";
        if (::fstatat(folder.handle.get(), name.c_str(), &info, 0) != 0) { return present; }
    }
    if (S_ISREG(info.st_mode)) {
        present.info = info;
    } else if (!present.obstacle) {
        present.obstacle = "what has this name in the destination is no file";
    }
    return present;
}

OpenedFolder Destination::open_folder(std::string_view relative, MissingFolders missing) const
{
    OpenedFolder opened;
    opened.handle = open_at(m_root, relative.empty() ? "." : std::string(relative));
    if (opened.handle.is_open()) {
        opened.problem = check_inside(opened.handle, relative);
        if (opened.problem) { opened.handle = util::FileHandle(); }
        return opened;
    }
    if (errno != ENOENT) {
        opened.problem = fmt::format("folder {}: {}", relative, std::strerror(errno));
        return opened;
    }
    if (missing == MissingFolders::create) { return create_folders(relative); }
    // What is wrong with the nearest folder that is there would be wrong with this one.
    if (!relative.empty()) { opened.problem = open_folder(folder_of(relative), missing).problem; }
    return opened;
}

OpenedFolder Destination::create_folders(std::string_view relative) const
{
    OpenedFolder opened;
    opened.handle = open_at(m_root, ".");
    for (std::size_t begin = 0; begin < relative.size();) {
        const std::size_t end = std::min(relative.find('/', begin), relative.size());
        const std::string name(relative.substr(begin, end - begin));
        begin = end + 1;
        util::FileHandle next = open_at(opened.handle, name);
        if (!next.is_open() && errno == ENOENT) {
            // The system takes the umask off. Another thread may make the same folder.
            if (::mkdirat(opened.handle.get(), name.c_str(), 0777) != 0 && errno != EEXIST) {
                return {{},
                        fmt::format("cannot create folder {}: {}", relative.substr(0, end),
                                    std::strerror(errno))};
            }
            next = open_at(opened.handle, name);
        }
        if (!next.is_open()) {
            return {{},
                    fmt::format("folder {}: {}", relative.substr(0, end), std::strerror(errno))};
        }
        if (auto problem = check_inside(next, relative.substr(0, end))) {
            return {{}, std::move(problem)};
        }
        opened.handle = std::move(next);
    }
    return opened;
}

std::optional<std::string> Destination::check_inside(const util::FileHandle& folder,
                                                     std::string_view relative) const
{
    if ((real_path(folder) + '/').starts_with(m_real_path)) { return std::nullopt; }
    return fmt::format("a symbolic link leads out of the media folder (folder {})", relative);
}

} // namespace datasync::media
