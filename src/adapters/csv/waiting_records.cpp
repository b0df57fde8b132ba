// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
#include "adapters/csv/waiting_records.hpp"

#include <utility>

namespace datasync::adapters {

void WaitingRecords::add(const formats::FileRecord& record, const FilePlace& place)
{
    m_records.push_back({record, place});
    m_records.back().record.move_texts(m_arena);
}

std::vector<ReadRecord>
WaitingRecords::take(std::size_t most, Arena& arena,
                     const std::function<bool(const formats::FileRecord&)>& may_come)
{
    std::vector<ReadRecord> taken;
    std::vector<ReadRecord> left;
    for (auto& waiting : m_records) {
        const bool comes = taken.size() < most && may_come(waiting.record);
        if (comes) { waiting.record.move_texts(arena); }
        (comes ? taken : left).push_back(std::move(waiting));
    }
    m_records = std::move(left);
    if (m_records.empty()) { m_arena.reset(); }
    return taken;
}

} // namespace datasync::adapters
