// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Files of ours, and how well they are kept from others.
#include "util/files.hpp"

#include "datasync/error.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace datasync::util {

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
