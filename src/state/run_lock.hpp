// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Keeps two runs of one destination apart with a file lock that the kernel frees when a run dies.
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>

namespace datasync::state {

/// How the lock of a destination is taken.
struct LockOptions {
    std::string folder;  ///< Empty: $DATASYNC_LOCK_DIR, else /run/lock, else for temporary files.
    unsigned wait_s = 0; ///< How long to wait for another run to end.
    bool is_skipped = false;                 ///< Whether two runs may write at the same time.
    const std::atomic<bool>* stop = nullptr; ///< Ends the waiting.
};

/// Holds the lock of a destination until destroyed.
class RunLock {
public:
    /// Takes the lock named by the destination's identity. Throws FatalError (locked) when another
    /// run holds it after the time to wait, naming its pid, start and command.
    RunLock(std::string_view destination_identity, std::string_view command,
            const LockOptions& options = {});
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    int m_file = -1;
};

} // namespace datasync::state
