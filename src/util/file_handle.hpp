// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// An open file or folder that closes itself.
#pragma once

#include <unistd.h>

#include <utility>

namespace datasync::util {

/// Owns a file descriptor; -1 is none.
class FileHandle {
public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : m_descriptor(descriptor) {}
    ~FileHandle()
    {
        if (m_descriptor >= 0) { ::close(m_descriptor); }
    }
    FileHandle(FileHandle&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    /// What was owned before is closed with the other one.
    FileHandle& operator=(FileHandle&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;

    int get() const { return m_descriptor; }
    bool is_open() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

} // namespace datasync::util
