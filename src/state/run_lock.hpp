// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Keeps two runs of one destination apart with a file lock that the kernel frees when a run dies.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace datasync::state {

/// Holds the lock of a destination until destroyed.
class RunLock {
public:
    /// Takes the lock named by the destination's identity, in $DATASYNC_LOCK_DIR, else /run/lock,
    /// else the system's folder for temporary files. Throws FatalError (locked) at once, naming
    /// pid, start and command of the holder.
    RunLock(std::string_view destination_identity, std::string_view command);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    int m_file = -1;
};

} // namespace datasync::state
