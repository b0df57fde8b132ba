// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// A file in memory that can be opened by its path.
#pragma once

#include "util/file_handle.hpp"
#include "util/files.hpp"

#include <sys/mman.h>

#include <fmt/format.h>

#include <cstdlib>
#include <string>
#include <string_view>

namespace datasync::test {

/// Is there as long as this object.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view content)
        : m_file(::memfd_create("datasync", MFD_CLOEXEC)),
          m_path(fmt::format("/proc/self/fd/{}", m_file.get()))
    {
        if (!m_file.is_open() || !util::write_all(m_file.get(), content)) { std::abort(); }
    }

    const std::string& path() const { return m_path; }

private:
    util::FileHandle m_file;
    std::string m_path;
};

} // namespace datasync::test
