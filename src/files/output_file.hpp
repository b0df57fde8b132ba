// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A file that is written whole or not at all, or standard output; compressed where its name says
// so.
#pragma once

#include "util/file_handle.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace datasync::files {

/// What is done about a file that is there already.
enum class ExistingFile : std::uint8_t { refuse, replace };

/// Writes under a temporary name beside the file and gives it its name at the end. Only its owner
/// may read it, because it holds data of customers. `-` is standard output, which gets what is
/// written piece by piece. A name that ends in .gz makes it gz.
class OutputFile {
public:
    /// Throws UsageError when the file cannot be made there, or is there and not to be replaced.
    OutputFile(const std::string& path, ExistingFile existing);
    /// Removes what was not committed.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// What messages call it: its path as given, or "standard output".
    const std::string& name() const { return m_name; }

    /// Appends to it. Throws FatalError when it cannot be written.
    void write(std::string_view bytes);

    /// Writes what is left and gives the file its name. Throws as write(), and UsageError when
    /// meanwhile a file of that name has come that is not to be replaced.
    void commit();

private:
    struct Deflater;

    void hand_on(std::string_view bytes, bool is_end);
    void write_raw(std::string_view bytes);
    void flush();
    [[noreturn]] void fail(int error) const;

    util::FileHandle m_file;
    int m_descriptor = -1;
    std::string m_name;
    std::filesystem::path m_path;
    std::string m_temporary; ///< "" for standard output, and once committed.
    ExistingFile m_existing;
    std::string m_buffer;
    std::unique_ptr<Deflater> m_deflater;
};

} // namespace datasync::files
