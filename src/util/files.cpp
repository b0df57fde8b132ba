// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of ours, and how well they are kept from others.
#include "util/files.hpp"

#include "datasync/error.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

namespace datasync::util {

namespace {

constexpr mode_t k_for_everybody = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;

} // namespace

FileHandle make_nameless_file()
{
    std::error_code error;
    const auto folder = std::filesystem::temp_directory_path(error);
    if (error) { return {}; }
    std::string name = (folder / "datasync-XXXXXX").string();
    FileHandle file(::mkostemp(name.data(), O_CLOEXEC));
    if (file.is_open()) { ::unlink(name.c_str()); }
    return file;
}

int make_beside(const std::filesystem::path& path, std::string& name)
{
    // Another ending, so that who collects files by theirs does not find this one.
    name = path.string() + ".XXXXXX";
    return ::mkostemp(name.data(), O_CLOEXEC);
}

bool write_all(int handle, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t size = ::write(handle, content.data(), content.size());
        if (size < 0 && errno == EINTR) { continue; }
        if (size < 0) { return false; }
        content.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

void prepare_private_file(const std::filesystem::path& path, FileContent content,
                          const std::string& what)
{
    const int flags =
        O_WRONLY | O_CREAT | O_CLOEXEC | (content == FileContent::discard ? O_TRUNC : 0);
    const int handle = ::open(path.c_str(), flags, S_IRUSR | S_IWUSR);
    if (handle < 0) {
        usage_error("{}: cannot write {}: {}; give a file in a directory that exists and that "
                    "you may write to",
                    what, path.string(), std::strerror(errno));
    }
    ::close(handle);
}

bool has_permission(const std::filesystem::path& path, mode_t mask)
{
    struct stat info = {};
    return ::stat(path.c_str(), &info) == 0 && (info.st_mode & mask) != 0;
}

void check_replaceable(const std::filesystem::path& path, const std::string& what)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        usage_error("{}: {} is a directory; give the name of a file in it", what, path.string());
    }
    std::string name;
    const int handle = make_beside(path, name);
    if (handle < 0) {
        usage_error("{}: cannot write beside {}: {}; give a file in a directory that exists and "
                    "that you may write to",
                    what, path.string(), std::strerror(errno));
    }
    ::close(handle);
    ::unlink(name.c_str());
}

std::string replace_file(const std::filesystem::path& path, std::string_view content)
{
    std::string name;
    const int handle = make_beside(path, name);
    if (handle < 0) { return std::strerror(errno); }
    const bool is_written = write_all(handle, content) && ::fchmod(handle, k_for_everybody) == 0;
    int error = is_written ? 0 : errno;
    // A full disk may only show now.
    if (::close(handle) != 0 && error == 0) { error = errno; }
    if (error == 0 && ::rename(name.c_str(), path.c_str()) != 0) { error = errno; }
    if (error == 0) { return {}; }
    ::unlink(name.c_str());
    return std::strerror(error);
}

std::string read_file(const std::filesystem::path& path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        usage_error("cannot read {}: it is a directory", path.string());
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        usage_error("cannot read {}: {}; check its name and its rights", path.string(),
                    std::strerror(errno));
    }
    std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) { usage_error("cannot read {}: {}", path.string(), std::strerror(errno)); }
    return content;
}

} // namespace datasync::util
