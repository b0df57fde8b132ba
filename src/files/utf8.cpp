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

bool is_between(char byte, unsigned first, unsigned last)
{
    return static_cast<unsigned char>(byte) - first <= last - first;
}

/// Whether a character of two bytes is there.
bool is_plain_pair(std::string_view text, std::size_t at)
{
    return at + 2 <= text.size() && is_between(text[at], 0xC2, 0xDF) &&
           is_between(text[at + 1], 0x80, 0xBF);
}

/// Whether a character of three bytes is there, of those that any second byte may follow.
bool is_plain_triple(std::string_view text, std::size_t at)
{
    return at + 3 <= text.size() && is_between(text[at], 0xE1, 0xEC) &&
           is_between(text[at + 1], 0x80, 0xBF) && is_between(text[at + 2], 0x80, 0xBF);
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
    while (true) {
        at += ascii_length(text.substr(at));
        if (at == text.size() || text[at] == '\0') { return at; }
        // Letters of most scripts, as many as there are; what else begins here is looked at
        // closely.
        const std::size_t before = at;
        while (is_plain_pair(text, at)) { at += 2; }
        while (is_plain_triple(text, at)) { at += 3; }
        if (at > before) { continue; }
        const std::size_t length = util::utf8_sequence_length(text.substr(at));
        if (length == 0) { return at; }
        at += length;
    }
}

} // namespace datasync::files
