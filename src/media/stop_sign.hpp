// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Whether files are still wanted.
#pragma once

#include <atomic>

namespace datasync::media {

/// Set when the run is stopped, or when nobody waits for its files any more.
class StopSign {
public:
    /// `asked` is set from outside and outlives this.
    explicit StopSign(const std::atomic<bool>& asked) : m_asked(asked) {}

    bool is_set() const { return m_asked || m_abandoned; }
    void abandon() { m_abandoned = true; }

private:
    const std::atomic<bool>& m_asked;
    std::atomic<bool> m_abandoned{false};
};

} // namespace datasync::media
