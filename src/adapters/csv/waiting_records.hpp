// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// Records of a file that come in a later batch, because they hang below others.
#pragma once

#include "datasync/entity_batch.hpp"
#include "formats/file_record.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace datasync::adapters {

/// A record with its place in the file.
struct ReadRecord {
    formats::FileRecord record;
    FilePlace place;
};

/// Keeps them, with their texts, in the order of the file.
class WaitingRecords {
public:
    /// As many are kept at most; a reader with so many waiting reads on later.
    static constexpr std::size_t k_most = 5000;

    void add(const formats::FileRecord& record, const FilePlace& place);
    /// Takes out at most `most` records that may come now; their texts are stored in `arena`.
    std::vector<ReadRecord> take(std::size_t most, Arena& arena,
                                 const std::function<bool(const formats::FileRecord&)>& may_come);
    std::size_t size() const { return m_records.size(); }

private:
    std::vector<ReadRecord> m_records;
    Arena m_arena;
};

} // namespace datasync::adapters
