// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The bytes of a file or of standard input, decompressed where they are gz.
#pragma once

#include "util/file_handle.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::files {

/// What stands for standard input or output where a file is named.
inline constexpr std::string_view k_standard_stream = "-";
inline constexpr const char* k_standard_name = "standard input";

/// A file that is read once, from beginning to end, through buffers of fixed size. Whether it is
/// gz, its first bytes say, whatever its name is; several compressed files in a row are one.
class InputFile {
public:
    /// Opens it; `-` is standard input. Messages call it `name`, where there is one. Throws
    /// UsageError when it cannot be opened or is a folder.
    explicit InputFile(const std::string& path, const std::string& name = {});
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    /// What messages call it: its path as given, or "standard input".
    const std::string& name() const { return m_name; }

    /// Puts up to `size` bytes there and returns how many; 0 only at the end. Throws FatalError
    /// when the system cannot read it, and FileError, without a line, when what is compressed is
    /// damaged or cut; the bytes before the damage come first.
    std::size_t read(char* to, std::size_t size);

private:
    struct Inflater;

    void look_at_beginning();
    std::size_t read_raw(char* to, std::size_t size);
    std::size_t read_compressed(char* to, std::size_t size);

    util::FileHandle m_file;
    int m_descriptor = -1;
    std::string m_name;
    std::vector<char> m_raw; ///< Bytes of the file that were read ahead.
    std::size_t m_raw_at = 0;
    bool m_is_looked_at = false;
    std::unique_ptr<Inflater> m_inflater;
};

} // namespace datasync::files
