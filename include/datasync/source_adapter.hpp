// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The DataSync authors
// The contract of one kind of source: it yields batches of whole entities in a stable order.
#pragma once

#include "datasync/entity_batch.hpp"

#include <cstdint>

namespace datasync {

/// A source that has been opened for one entity type and filter. Used by one thread.
class SourceAdapter {
public:
    virtual ~SourceAdapter() = default;

    /// How many records will come at most; for progress.
    virtual std::uint64_t count() = 0;

    /// Fills `batch` with the next records, root rows ascending by key, children complete.
    /// False at the end. A read error throws; it never looks like the end.
    virtual bool next(EntityBatch& batch) = 0;
};

} // namespace datasync
