// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which bytes need a backslash, as tables, and the loop that copies everything between them whole.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace datasync::db {

/// For every byte the character that follows the backslash, or 0 when it goes as it is.
using EscapeTable = std::array<char, 256>;

/// For string literals. UTF-8 sequences contain no byte of this table, so none can be cut open.
inline constexpr EscapeTable k_literal_escapes = [] {
    EscapeTable table{};
    table[0x00] = '0';
    table[0x1A] = 'Z';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\\'] = '\\';
    table['\''] = '\'';
    return table;
}();

/// For LOAD DATA with tabs between fields and newlines between rows.
inline constexpr EscapeTable k_load_escapes = [] {
    EscapeTable table{};
    table[0x00] = '0';
    table['\t'] = 't';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\\'] = '\\';
    return table;
}();

/// Appends bytes; what lies between two bytes of the table is copied in one go.
inline void append_escaped(std::string& out, std::string_view bytes, const EscapeTable& escapes)
{
    const char* run = bytes.data();
    const char* const end = run + bytes.size();
    for (const char* at = run; at != end; ++at) {
        const char escape = escapes[static_cast<unsigned char>(*at)];
        if (escape == 0) { continue; }
        out.append(run, static_cast<std::size_t>(at - run));
        out += '\\';
        out += escape;
        run = at + 1;
    }
    out.append(run, static_cast<std::size_t>(end - run));
}

/// Appends two hexadecimal digits per byte.
inline void append_hex(std::string& out, std::string_view bytes)
{
    constexpr std::string_view k_digits = "0123456789ABCDEF";
    const auto start = out.size();
    out.resize(start + bytes.size() * 2);
    char* place = out.data() + start;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        *place++ = k_digits[byte >> 4U];
        *place++ = k_digits[byte & 0x0FU];
    }
}

} // namespace datasync::db
