// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Which records of the destination the records of a file have become: no two the same.
#pragma once

#include "engine/id_set.hpp"

#include <cstdint>
#include <mutex>

namespace datasync::engine {

/// A bit per record of the destination; shared by all writers of a run.
class TakenTargets {
public:
    /// Whether no record of the file had become this one before.
    bool take(std::uint32_t target_id)
    {
        const std::lock_guard lock(m_mutex);
        return m_ids.insert(target_id);
    }

private:
    std::mutex m_mutex;
    IdSet m_ids;
};

} // namespace datasync::engine
