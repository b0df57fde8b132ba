// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The part of a file's text that is being worked on.
#pragma once

#include "files/byte_search.hpp"
#include "files/text_decoder.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace datasync::files {

/// A window that begins where it is told and is extended as far as needed. Behind its last byte
/// stands a line feed that is not part of it, so that a search for line ends needs no other end,
/// and behind that are as many bytes as a ByteSearch may look at of no meaning.
class TextWindow {
public:
    /// `size` bytes are held unless more are asked for.
    TextWindow(InputFile& input, Encoding encoding, std::size_t size);

    char* data() { return m_buffer.data() + m_begin; }
    const char* data() const { return m_buffer.data() + m_begin; }
    std::size_t size() const { return m_end - m_begin; }
    std::string_view text() const { return {data(), size()}; }

    /// Moves its beginning on.
    void drop(std::size_t length) { m_begin += length; }

    /// Adds what comes next in the file; false at the end. data() may be another one then. Throws
    /// as TextDecoder::read().
    bool extend();

private:
    /// How much text fits in.
    std::size_t capacity() const { return m_buffer.size() - 1 - ByteSearch::k_overrun; }
    void mark_end() { m_buffer[m_end] = '\n'; }

    TextDecoder m_decoder;
    std::vector<char> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
};

} // namespace datasync::files
