// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The bytes of a file as UTF-8, whatever it was written in.
#pragma once

#include "files/input_file.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::files {

/// What the characters of a file are written in.
enum class Encoding : std::uint8_t { utf8, latin1, windows_1252 };

/// The encodings by their names, for help and messages.
inline constexpr std::string_view k_encoding_names = "utf-8, latin1, windows-1252";

/// The encoding that a word names, in upper or lower case; nothing for another one.
std::optional<Encoding> encoding_of(std::string_view name);

/// Reads a file as valid UTF-8 without zero bytes. A byte-order mark of UTF-8 is passed over.
class TextDecoder {
public:
    /// Both are looked at only while the decoder lives.
    TextDecoder(InputFile& input, Encoding encoding);

    /// Puts up to `size` bytes there, whole characters all of them, and returns how many; 0 only at
    /// the end. `size` is at least k_least_room. Throws what InputFile::read() throws, and
    /// FileError, without line and character, at bytes that are none of the encoding; what comes
    /// before them comes first, so that whoever counts lines knows where they stand.
    std::size_t read(char* to, std::size_t size);

    static constexpr std::size_t k_least_room = 16;

private:
    std::size_t read_utf8(char* to, std::size_t size);
    std::size_t read_table(char* to, std::size_t size);
    void look_at_beginning();
    [[noreturn]] void refuse(std::string message) const;

    InputFile& m_input;
    Encoding m_encoding;
    std::vector<char> m_pending; ///< Bytes that were read and not yet handed on.
    std::size_t m_pending_at = 0;
    bool m_is_looked_at = false;
};

} // namespace datasync::files
