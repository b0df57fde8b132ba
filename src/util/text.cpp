// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Small operations on text that know nothing of shops or databases.
#include "util/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace datasync::util {

namespace {

constexpr std::string_view k_white_space = " \t\r\n\v\f";

unsigned byte_at(std::string_view text, std::size_t index)
{
    return static_cast<unsigned char>(text[index]);
}

bool is_control(std::string_view sequence)
{
    const unsigned first = byte_at(sequence, 0);
    if (sequence.size() == 1) { return first < 0x20 || first == 0x7F; }
    return sequence.size() == 2 && first == 0xC2 && byte_at(sequence, 1) < 0xA0;
}

void append_escape(std::string& out, char byte)
{
    switch (byte) {
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(byte));
    }
}

} // namespace

std::string to_lower(std::string_view text)
{
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') { letter = static_cast<char>(letter - 'A' + 'a'); }
    }
    return lower;
}

std::string_view trim(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(k_white_space);
    if (first == std::string_view::npos) { return {}; }
    const std::size_t last = text.find_last_not_of(k_white_space);
    return text.substr(first, last - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = text.find(separator, begin);
        parts.emplace_back(trim(text.substr(begin, end - begin)));
        if (end == std::string_view::npos) { return parts; }
        begin = end + 1;
    }
}

std::optional<std::uint64_t> parse_unsigned(std::string_view text)
{
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped_at, error] = std::from_chars(text.data(), end, number);
    if (text.empty() || error != std::errc() || stopped_at != end) { return std::nullopt; }
    return number;
}

std::size_t utf8_sequence_length(std::string_view text)
{
    if (text.empty()) { return 0; }
    const unsigned first = byte_at(text, 0);
    if (first < 0x80) { return 1; }
    const std::size_t length = first >= 0xC2 && first <= 0xDF   ? 2
                               : first >= 0xE0 && first <= 0xEF ? 3
                               : first >= 0xF0 && first <= 0xF4 ? 4
                                                                : 0;
    if (length == 0 || text.size() < length) { return 0; }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte_at(text, i) & 0xC0U) != 0x80U) { return 0; }
    }
    // Overlong forms, surrogates and code points beyond U+10FFFF are no UTF-8 either.
    const unsigned second = byte_at(text, 1);
    const bool is_wrong = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                          (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return is_wrong ? 0 : length;
}

std::optional<std::size_t> utf8_length(std::string_view text)
{
    std::size_t characters = 0;
    while (!text.empty()) {
        const std::size_t length = utf8_sequence_length(text);
        if (length == 0) { return std::nullopt; }
        text.remove_prefix(length);
        ++characters;
    }
    return characters;
}

std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = std::max<std::size_t>(1, utf8_sequence_length(text));
        const std::string_view sequence = text.substr(0, length);
        if (utf8_sequence_length(sequence) == 0 || is_control(sequence)) {
            for (const char byte : sequence) { append_escape(out, byte); }
        } else {
            out += sequence;
        }
        text.remove_prefix(length);
    }
    return out;
}

} // namespace datasync::util
