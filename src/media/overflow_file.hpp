// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Lines that wait on the disk instead of in memory.
#pragma once

#include "util/file_handle.hpp"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace datasync::media {

/// A nameless temporary file, first in, first out. It is made when the first block is full. Where
/// the disk takes no more, the lines stay in memory.
class OverflowFile {
public:
    /// Appends a line that holds no line feed and is shorter than a block (64 KiB).
    void append(std::string_view line);

    /// Moves the next block of lines to the end of `lines`; false when there is none. Throws
    /// FatalError when the file cannot be read.
    bool take(std::deque<std::string>& lines);

    std::uint64_t count() const { return m_count; }
    /// Bytes that lie in memory.
    std::size_t in_memory() const { return m_unwritten.size(); }

private:
    void write_out();
    bool write_whole(std::string_view bytes);
    void move_lines(std::string_view block, std::deque<std::string>& lines);

    util::FileHandle m_file;
    std::string m_unwritten;
    std::size_t m_next_write = 0;
    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
    std::uint64_t m_count = 0;
};

} // namespace datasync::media
