// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/utf8.hpp"

#include "util/text.hpp"

#include <cstdint>
#include <cstring>

namespace datasync::files {

namespace {

/// Whether eight bytes are ASCII, and none of them zero: taking one from a zero byte sets its
/// highest bit, and no other byte below 0x80 has that happen to it.
bool is_plain(const char* text)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text, sizeof word);
    return ((word | (word - 0x0101010101010101U)) & 0x8080808080808080U) == 0;
}

bool is_plain_byte(char byte)
{
    return static_cast<unsigned char>(byte - 1) < 0x7F;
}

} // namespace

std::size_t ascii_length(std::string_view text)
{
    std::size_t at = 0;
    while (at + 8 <= text.size() && is_plain(text.data() + at)) { at += 8; }
    while (at < text.size() && is_plain_byte(text[at])) { ++at; }
    return at;
}

std::size_t valid_utf8_length(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        if (at + 8 <= text.size() && is_plain(text.data() + at)) {
            at += 8;
        } else if (is_plain_byte(text[at])) {
            ++at;
        } else {
            const std::size_t length =
                text[at] == '\0' ? 0 : util::utf8_sequence_length(text.substr(at));
            if (length == 0) { break; }
            at += length;
        }
    }
    return at;
}

} // namespace datasync::files
