// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "files/text_decoder.hpp"

#include "files/file_fault.hpp"
#include "files/utf8.hpp"
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace datasync::files {

namespace {

constexpr std::size_t k_longest_character = 4;
constexpr std::size_t k_chunk = 64U << 10U;
constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";

/// What windows-1252 has between 0x80 and 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> k_windows_letters = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The character of a byte that is not ASCII; 0 where the encoding has none.
char16_t letter_of(Encoding encoding, unsigned char byte)
{
    if (byte >= 0xA0) { return byte; }
    if (byte < 0x80) { return 0; }
    return encoding == Encoding::windows_1252 ? k_windows_letters[byte - 0x80U] : char16_t{0};
}

/// Writes a character of two or three bytes.
char* put_letter(char* to, char16_t letter)
{
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    if (letter < 0x800) {
        *to++ = byte(0xC0U | (letter >> 6U));
    } else {
        *to++ = byte(0xE0U | (letter >> 12U));
        *to++ = byte(0x80U | ((letter >> 6U) & 0x3FU));
    }
    *to++ = byte(0x80U | (letter & 0x3FU));
    return to;
}

std::string why_not(Encoding encoding, unsigned char byte)
{
    if (byte == 0) {
        return "the byte 0x00 cannot be in a text; is the file UTF-16, or no text at all?";
    }
    switch (encoding) {
    case Encoding::utf8:
        return fmt::format("the byte 0x{:02X} is not UTF-8; a file from an older program may need "
                           "--encoding windows-1252 or latin1",
                           byte);
    case Encoding::latin1:
        return fmt::format("the byte 0x{:02X} is no letter of latin1; --encoding windows-1252 has "
                           "more of them",
                           byte);
    case Encoding::windows_1252:
        return fmt::format("the byte 0x{:02X} is no letter of windows-1252; which encoding was the "
                           "file written in?",
                           byte);
    }
    return {};
}

} // namespace

std::optional<Encoding> encoding_of(std::string_view name)
{
    const std::string word = util::to_lower(name);
    if (word == "utf-8" || word == "utf8") { return Encoding::utf8; }
    if (word == "latin1" || word == "iso-8859-1") { return Encoding::latin1; }
    if (word == "windows-1252" || word == "cp1252") { return Encoding::windows_1252; }
    return std::nullopt;
}

TextDecoder::TextDecoder(InputFile& input, Encoding encoding) : m_input(input), m_encoding(encoding)
{
}

std::size_t TextDecoder::read(char* to, std::size_t size)
{
    if (!m_is_looked_at) { look_at_beginning(); }
    return m_encoding == Encoding::utf8 ? read_utf8(to, size) : read_table(to, size);
}

void TextDecoder::refuse(std::string message) const
{
    FileFault fault;
    fault.file = m_input.name();
    fault.message = std::move(message);
    throw FileError(std::move(fault));
}

void TextDecoder::look_at_beginning()
{
    // What was refused before is looked at again.
    std::size_t length = m_pending.size();
    m_pending.resize(k_longest_character);
    while (length < k_longest_character) {
        const std::size_t more = m_input.read(m_pending.data() + length, m_pending.size() - length);
        if (more == 0) { break; }
        length += more;
    }
    m_pending.resize(length);
    const std::string_view beginning(m_pending.data(), length);
    using namespace std::string_view_literals;
    for (const auto mark : {"\xFF\xFE"sv, "\xFE\xFF"sv, "\0\0\xFE\xFF"sv}) {
        if (beginning.starts_with(mark)) {
            refuse("the file is UTF-16 or UTF-32; save it as UTF-8, or convert it: "
                   "iconv -f UTF-16 -t UTF-8");
        }
    }
    if (beginning == "PK\3\4") {
        refuse(
            "this is a ZIP archive, as spreadsheets are inside; save the table as CSV, or unpack "
            "the file");
    }
    if (beginning.starts_with(k_utf8_mark)) {
        if (m_encoding != Encoding::utf8) {
            refuse("the file says by its byte-order mark that it is UTF-8; leave --encoding out");
        }
        m_pending.erase(m_pending.begin(), m_pending.begin() + k_utf8_mark.size());
    }
    m_is_looked_at = true;
}

std::size_t TextDecoder::read_utf8(char* to, std::size_t size)
{
    std::size_t length = m_pending.size();
    std::copy(m_pending.begin(), m_pending.end(), to);
    while (true) {
        const std::size_t more = m_input.read(to + length, size - length);
        length += more;
        const std::size_t valid = valid_utf8_length({to, length});
        if (valid == 0 && length > 0 && (more == 0 || length >= k_longest_character)) {
            m_pending.assign(to, to + std::min(length, k_longest_character));
            refuse(why_not(m_encoding, static_cast<unsigned char>(*to)));
        }
        if (valid == 0 && length > 0) { continue; }
        // A character that is not here as a whole waits. Of more, the first one is wrong, and what
        // follows is not wanted any more.
        const std::size_t rest = std::min(length - valid, k_longest_character);
        m_pending.assign(to + valid, to + valid + rest);
        return valid;
    }
}

std::size_t TextDecoder::read_table(char* to, std::size_t size)
{
    if (m_pending_at == m_pending.size()) {
        m_pending.resize(k_chunk);
        m_pending.resize(m_input.read(m_pending.data(), k_chunk));
        m_pending_at = 0;
    }
    // A byte becomes three at most.
    const std::size_t end = std::min(m_pending.size(), m_pending_at + size / 3);
    const char* from = m_pending.data() + m_pending_at;
    const char* const last = m_pending.data() + end;
    char* out = to;
    while (from < last) {
        const std::size_t plain = ascii_length({from, static_cast<std::size_t>(last - from)});
        std::memcpy(out, from, plain);
        out += plain;
        from += plain;
        if (from == last) { break; }
        const char16_t letter = letter_of(m_encoding, static_cast<unsigned char>(*from));
        if (letter == 0) { break; }
        out = put_letter(out, letter);
        ++from;
    }
    m_pending_at = static_cast<std::size_t>(from - m_pending.data());
    if (out == to && from < last) {
        refuse(why_not(m_encoding, static_cast<unsigned char>(*from)));
    }
    return static_cast<std::size_t>(out - to);
}

} // namespace datasync::files
