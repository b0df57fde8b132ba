// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A file that becomes visible whole or not at all.
#pragma once

#include "media/destination.hpp"
#include "util/file_handle.hpp"

#include <ctime>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace datasync::media {

/// Writes a file under a temporary name in its own folder and renames it when it is complete. The
/// temporary name follows from the file's, so a run that brings a file removes what a killed one
/// has left of it. Functions return a problem, or nothing.
class NewFile {
public:
    NewFile() = default;
    /// Removes what is not committed.
    ~NewFile() { discard(); }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    /// Begins the file of a checked path, with the folders above it.
    std::optional<std::string> open(const Destination& destination, std::string_view path);

    /// Appends to it.
    std::optional<std::string> write(const char* bytes, std::size_t size);

    /// Gives it its name and, unless nothing, the time of its last modification.
    std::optional<std::string> commit(const std::optional<timespec>& modified);

    /// Forgets what has been written so far.
    void discard() noexcept;

    bool is_open() const { return m_file.is_open(); }
    std::uint64_t size() const { return m_size; }

private:
    std::optional<std::string> open_temporary();
    bool is_still_ours() const;
    bool remove_leftover() const;

    util::FileHandle m_folder;
    util::FileHandle m_file;
    std::string m_name;
    std::string m_temporary;
    std::uint64_t m_size = 0;
};

} // namespace datasync::media
