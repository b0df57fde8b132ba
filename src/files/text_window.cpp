// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/text_window.hpp"

#include <algorithm>
#include <cstring>

namespace datasync::files {

TextWindow::TextWindow(InputFile& input, Encoding encoding, std::size_t size)
    : m_decoder(input, encoding),
      m_buffer(std::max(size, TextDecoder::k_least_room) + 1 + ByteSearch::k_overrun)
{
    mark_end();
}

bool TextWindow::extend()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), data(), size());
        m_end -= m_begin;
        m_begin = 0;
    }
    if (capacity() - m_end < TextDecoder::k_least_room) { m_buffer.resize(2 * m_buffer.size()); }
    std::size_t length = 0;
    try {
        length = m_decoder.read(m_buffer.data() + m_end, capacity() - m_end);
    } catch (...) {
        mark_end(); // What is here may be looked at again.
        throw;
    }
    m_end += length;
    mark_end();
    return length > 0;
}

} // namespace datasync::files
