// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "media/overflow_file.hpp"

#include "datasync/error.hpp"
#include "util/files.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace datasync::media {

namespace {

constexpr std::size_t k_block = 64 * 1024UL;

} // namespace

void OverflowFile::append(std::string_view line)
{
    m_unwritten += line;
    m_unwritten += '\n';
    ++m_count;
    if (m_unwritten.size() >= k_block && m_unwritten.size() >= m_next_write) { write_out(); }
}

void OverflowFile::write_out()
{
    if (!m_file.is_open()) { m_file = util::make_nameless_file(); }
    if (m_file.is_open() && write_whole(m_unwritten)) {
        m_end += static_cast<std::int64_t>(m_unwritten.size());
        m_unwritten.clear();
        m_next_write = 0;
    } else {
        m_next_write = m_unwritten.size() + k_block; // Perhaps there is room by then.
    }
}

bool OverflowFile::write_whole(std::string_view bytes)
{
    std::int64_t at = m_end;
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_file.get(), bytes.data(), bytes.size(), at);
        if (written <= 0) { return false; }
        at += written;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool OverflowFile::take(std::deque<std::string>& lines)
{
    if (m_begin == m_end) {
        if (m_unwritten.empty()) { return false; }
        move_lines(m_unwritten, lines);
        m_unwritten.clear();
        m_next_write = 0;
        return true;
    }
    std::string block(std::min(k_block, static_cast<std::size_t>(m_end - m_begin)), '\0');
    const ssize_t size = ::pread(m_file.get(), block.data(), block.size(), m_begin);
    block.resize(block.rfind('\n', static_cast<std::size_t>(std::max<ssize_t>(size, 0))) + 1);
    if (size <= 0 || block.empty()) {
        fatal(ExitCode::internal_error,
              "the temporary file with the names of files that wait cannot be read: {}",
              size < 0 ? std::strerror(errno) : "it is shorter than it was");
    }
    move_lines(block, lines);
    m_begin += static_cast<std::int64_t>(block.size());
    if (m_begin == m_end && ::ftruncate(m_file.get(), 0) == 0) { m_begin = m_end = 0; }
    return true;
}

void OverflowFile::move_lines(std::string_view block, std::deque<std::string>& lines)
{
    while (!block.empty()) {
        const std::size_t end = block.find('\n');
        lines.emplace_back(block.substr(0, end));
        block.remove_prefix(end + 1);
        --m_count;
    }
}

} // namespace datasync::media
