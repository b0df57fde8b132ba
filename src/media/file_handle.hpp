// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// An open file or folder that closes itself.
#pragma once

#include <unistd.h>

#include <utility>

namespace datasync::media {

/// Owns a file descriptor; -1 is none.
class FileHandle {
public:
    FileHandle() = default;
    explicit FileHandle(int descriptor) : m_descriptor(descriptor) {}
    ~FileHandle() { close(); }
    FileHandle(FileHandle&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    FileHandle& operator=(FileHandle&& other) noexcept
    {
        if (this != &other) {
            close();
            m_descriptor = std::exchange(other.m_descriptor, -1);
        }
        return *this;
    }
    FileHandle(const FileHandle&) = delete;
    FileHandle& operator=(const FileHandle&) = delete;

    int get() const { return m_descriptor; }
    bool is_open() const { return m_descriptor >= 0; }

private:
    void close() noexcept
    {
        if (m_descriptor >= 0) { ::close(m_descriptor); }
    }

    int m_descriptor = -1;
};

} // namespace datasync::media
