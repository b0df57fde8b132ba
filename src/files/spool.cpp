// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/spool.hpp"

#include "datasync/error.hpp"
#include "util/files.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <cerrno>
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

} // namespace

Spool::Spool() : m_file(util::make_nameless_file())
{
    if (!m_file.is_open()) { fail("keep a copy of"); }
    m_path = fmt::format("/proc/self/fd/{}", m_file.get());
    std::array<char, k_piece> piece{};
    while (true) {
        const auto count = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (count == 0) { return; }
        if (count < 0) {
            if (errno == EINTR) { continue; }
            fail("read");
        }
        if (!util::write_all(m_file.get(), {piece.data(), static_cast<std::size_t>(count)})) {
            fail("keep a copy of");
        }
    }
}

} // namespace datasync::files
