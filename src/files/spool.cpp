// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/spool.hpp"

#include "datasync/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace datasync::files {

namespace {

constexpr std::size_t k_piece = 64U << 10U;

[[noreturn]] void fail(const char* what)
{
    throw FatalError(ExitCode::internal_error,
                     fmt::format("cannot {} standard input: {}; give the file's name instead", what,
                                 std::strerror(errno)));
}

util::FileHandle open_unnamed()
{
    const char* folder = std::getenv("TMPDIR");
    std::string name =
        fmt::format("{}/datasync-XXXXXX", folder == nullptr || *folder == '\0' ? "/tmp" : folder);
    util::FileHandle file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.is_open()) { fail("keep a copy of"); }
    ::unlink(name.c_str());
    return file;
}

} // namespace

Spool::Spool() : m_file(open_unnamed()), m_path(fmt::format("/proc/self/fd/{}", m_file.get()))
{
    std::array<char, k_piece> piece{};
    while (true) {
        const auto count = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (count == 0) { return; }
        if (count < 0) {
            if (errno == EINTR) { continue; }
            fail("read");
        }
        for (ssize_t done = 0; done < count;) {
            const auto written =
                ::write(m_file.get(), piece.data() + done, static_cast<std::size_t>(count - done));
            if (written < 0 && errno != EINTR) { fail("keep a copy of"); }
            if (written > 0) { done += written; }
        }
    }
}

} // namespace datasync::files
