// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/text_window.hpp"

#include <algorithm>
#include <cstring>

namespace datasync::files {

namespace {

constexpr char k_sentinel = '\n';

} // namespace

TextWindow::TextWindow(InputFile& input, Encoding encoding, std::size_t size)
    : m_decoder(input, encoding), m_buffer(std::max(size, 2 * TextDecoder::k_least_room) + 1)
{
    m_buffer[0] = k_sentinel;
}

bool TextWindow::extend()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), data(), size());
        m_end -= m_begin;
        m_begin = 0;
    }
    std::size_t room = m_buffer.size() - 1 - m_end;
    if (room < TextDecoder::k_least_room) {
        m_buffer.resize(2 * m_buffer.size());
        room = m_buffer.size() - 1 - m_end;
    }
    std::size_t length = 0;
    try {
        length = m_decoder.read(m_buffer.data() + m_end, room);
    } catch (...) {
        m_buffer[m_end] = k_sentinel;
        throw;
    }
    m_end += length;
    m_buffer[m_end] = k_sentinel;
    return length > 0;
}

} // namespace datasync::files
